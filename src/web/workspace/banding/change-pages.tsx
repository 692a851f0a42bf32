/** Two rules against each other, side by side, and what changed between two days. */
import type { CellChange } from '#src/domain/harmonisation/changes.ts'
import type { Conflict } from '#src/domain/harmonisation/conflicts.ts'
import type { TableColumn } from '#src/domain/harmonisation/columns.ts'
import { loadHarmonisation } from '#src/platform/law/harmonisation-files.ts'
import type { Norm } from '#src/platform/norm-texts.ts'
import { columnName } from '#src/web/comparison.ts'
import { Empty } from '#src/web/ui/staff/lists.tsx'
import { StateTag } from '#src/web/ui/staff/marks.tsx'
import type { StaffFrame } from '#src/web/ui/staff/frame.ts'
import { plainDate } from '#src/web/ui/when.ts'
import type { Asked } from './asked.ts'
import { LawTablePage } from './comparison-page.tsx'
import { RuleLine, Verdict } from './staff-cell.tsx'

type Shown = { readonly frame: StaffFrame; readonly asked: Asked }

export function ConflictPage(props: Shown & { readonly conflicts: readonly Conflict<Norm>[] }) {
  const { frame, asked, conflicts } = props
  const words = frame.t.kerjaBanding
  const kinds = [
    [words.internal, conflicts.filter((each) => each.internal)],
    [words.external, conflicts.filter((each) => !each.internal)],
  ] as const
  return (
    <LawTablePage frame={frame} asked={asked}>
      <div class="body full">
        <p>
          {words.modeSays.within} {frame.t.harmonisasi.silence}
        </p>
        {conflicts.length === 0 && <Empty title={words.noConflict} />}
        {kinds.map(
          ([title, listed]) =>
            listed.length > 0 && (
              <section>
                <h2>
                  {title}, {words.conflicts(listed.length)}
                </h2>
                {listed.map((conflict) => (
                  <Pair frame={frame} conflict={conflict} />
                ))}
              </section>
            ),
        )}
      </div>
    </LawTablePage>
  )
}

function Pair({ frame, conflict }: { readonly frame: StaffFrame; readonly conflict: Conflict<Norm> }) {
  const { lang, t } = frame
  const words = t.harmonisasi
  const { one, other, judged } = conflict
  const need = loadHarmonisation().needs.find((each) => each.code === one.need)
  return (
    <article class="sidebyside">
      <h3>{need?.name[lang]}</h3>
      <Text frame={frame} norm={one} />
      {other === undefined ? <p>{words.reason['conflict-recorded']}</p> : <Text frame={frame} norm={other} />}
      <p class="whole">
        <Verdict frame={frame} verdict={conflict.relation === 'contradicts' ? 'in-conflict' : 'weaker'} />
        {judged === undefined ? other !== undefined && words.reason.contradicts : `${judged.reason[lang]} `}
        {judged !== undefined && judged.secondReader === null && (
          <StateTag tone="wait">{words.mark['one-reader']}</StateTag>
        )}
        {conflict.certainty === 'unverified' && <StateTag tone="wait">{words.mark['not-verified']}</StateTag>}
      </p>
    </article>
  )
}

function Text({ frame, norm }: { readonly frame: StaffFrame; readonly norm: Norm }) {
  const { lang, t } = frame
  const words = t.harmonisasi
  return (
    <div>
      <RuleLine frame={frame} norm={norm} />
      <p>{norm.quote === null ? <small>{words.noQuote}</small> : <q>{norm.quote}</q>}</p>
      <small>
        {words.level[norm.level]}, {norm.jurisdiction}.{' '}
        {norm.validFrom === null ? words.startNotRead : words.from(plainDate(lang, norm.validFrom))}
      </small>
    </div>
  )
}

export function ChangesPage(
  props: Shown & {
    readonly changes: readonly CellChange<Norm>[]
    readonly columns: readonly TableColumn[]
  },
) {
  const { frame, asked, changes } = props
  const { lang, t } = frame
  const words = t.kerjaBanding
  return (
    <LawTablePage frame={frame} asked={asked}>
      <div class="body full">
        <p>
          {words.modeSays['over-time']} {words.noChangeHelp}
        </p>
        <h2>{words.changes(changes.length)}</h2>
        {changes.length === 0 && <Empty title={words.noChange} text={words.noChangeHelp} />}
        {changes.map((change) => (
          <Change frame={frame} asked={asked} change={change} columns={props.columns} lang={lang} />
        ))}
      </div>
    </LawTablePage>
  )
}

function Change(
  props: Shown & {
    readonly change: CellChange<Norm>
    readonly columns: readonly TableColumn[]
    readonly lang: StaffFrame['lang']
  },
) {
  const { frame, asked, change, lang } = props
  const words = frame.t.kerjaBanding
  const need = loadHarmonisation().needs.find((each) => each.code === change.need)
  const column = props.columns.find((each) => each.id === change.column)
  const sides = [
    [words.before(plainDate(lang, asked.since)), change.before.verdict, words.ended, change.ended],
    [words.after(plainDate(lang, asked.on)), change.after.verdict, words.began, change.began],
  ] as const
  return (
    <article class="sidebyside">
      <h3>
        {need?.name[lang]}, {column === undefined ? '' : columnName(frame, column)}
      </h3>
      {sides.map(([title, verdict, what, norms]) => (
        <div>
          <p>{title}</p>
          <Verdict frame={frame} verdict={verdict} />
          {norms.length > 0 && (
            <p>
              <strong>{what}</strong>
            </p>
          )}
          {norms.map((norm) => (
            <RuleLine frame={frame} norm={norm} />
          ))}
        </div>
      ))}
    </article>
  )
}
