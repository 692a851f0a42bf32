/** The quarterly draft as sections of rows: the page and the files say the same. */
import type { Paper } from '#src/domain/letters/letter.ts'
import type { QuarterReport } from '#src/modules/task-force/index.ts'
import type { StaffFrame } from '#src/web/ui/staff/frame.ts'
import { gapName } from '../hambatan/gap-words.tsx'
import { wordOfNeed } from '../kasus/jalur/track-view.ts'
import { workName, workState } from './satgas-words.ts'

export type ReportSection = {
  readonly title: string
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

function told({ t }: Pick<StaffFrame, 't'>, count: number | undefined): string {
  return count === undefined ? t.kerjaSatgas.few : t.kerjaSatgas.atLeast(count)
}

export function sectionsOf(frame: StaffFrame, report: QuarterReport): readonly ReportSection[] {
  const words = frame.t.kerjaSatgas
  const { col } = words
  const { figures, conferences } = report
  return [
    {
      title: words.casesInAll,
      head: [words.casesInAll, col.count],
      rows: [
        [words.casesInAll, told(frame, figures.cases)],
        ...figures.byUrgency.map((row) => [
          (frame.t.kerjaKode.urgency as Readonly<Record<string, string>>)[row.key] ?? row.key,
          told(frame, row.told),
        ]),
      ],
    },
    {
      title: words.byWork,
      head: [col.what, col.state, col.count],
      rows: figures.byWork.map((row) => {
        const [line = 'need', kind = '', state = ''] = row.key.split(':')
        const work = {
          line: line === 'track' ? ('track' as const) : ('need' as const),
          kind,
          state,
          place: null,
        }
        return [workName(frame, work), workState(frame, work), told(frame, row.told)]
      }),
    },
    {
      title: words.byBody,
      head: [col.body, col.late, col.tasks, col.lateTasks, col.done, col.undone],
      rows: figures.byBody.map((row) => [
        row.body,
        ...[row.lateTracks, row.openDecisions, row.lateDecisions, row.doneDecisions, row.undoneDecisions].map(
          String,
        ),
      ]),
    },
    {
      title: words.conferences,
      head: [words.conferences],
      rows: [[words.conferenceCount(conferences.held, conferences.planned, conferences.cancelled)]],
    },
    {
      title: words.conflictsCount,
      head: [words.need, words.conflictsCount, col.state, col.count],
      rows: report.conflicts.map((row) => [
        wordOfNeed(frame, row.need),
        words.finding[row.kind] ?? row.kind,
        words.findingState[row.state] ?? row.state,
        row.found === undefined ? words.few : String(row.found),
      ]),
    },
    {
      title: words.obstacles,
      head: [words.obstacles, col.count],
      rows: report.obstacles.map((gap) => [gapName(frame, gap), told(frame, gap.told)]),
    },
  ]
}

export function paperOf(frame: StaffFrame, report: QuarterReport): Paper {
  const words = frame.t.kerjaSatgas
  const { quarter, taskForce } = report
  return {
    language: frame.lang,
    from: 'Payung',
    title: `${words.report}: ${taskForce.name}`,
    facts: [
      { label: words.quarterField, text: words.quarter(quarter.quarter, quarter.year) },
      { label: words.basisField, text: taskForce.basis },
    ],
    to: [],
    blocks: [
      { kind: 'note', text: words.draft },
      { kind: 'paragraph', text: `${words.smallNote} ${words.standNote}` },
      ...sectionsOf(frame, report).flatMap((section): Paper['blocks'] => [
        { kind: 'heading', text: section.title },
        section.rows.length === 0
          ? { kind: 'paragraph', text: words.nothing }
          : {
              kind: 'table',
              caption: section.title,
              head: section.head,
              rows: section.rows,
              widths: widthsOf(section.head.length),
              amounts: [],
            },
      ]),
    ],
    footer: words.draft,
  }
}

/** The first column wide, the others alike. */
function widthsOf(columns: number): readonly number[] {
  if (columns === 1) return [1]
  const first = columns > 4 ? 0.3 : 0.46
  return [first, ...Array.from({ length: columns - 1 }, () => (1 - first) / (columns - 1))]
}
