/** From an opened case to what its page shows. Nothing is looked up here: what the reader may not see never arrives. */
import type {
  Certainty,
  ConsentAnswer,
  IntermediaryKind,
  NeedKind,
  PersonRole,
  SourceKind,
} from '#src/domain/cases/codes.ts'
import {
  comparePartialDates,
  daysBetween,
  earliestDay,
  latestDay,
  type PartialDate,
} from '#src/domain/kernel/partial-date.ts'
import { type CaseFile, type CasePerson, type listFilesToTakeIn } from '#src/modules/cases/index.ts'
import { fileGroup } from '#src/platform/files/inspect-file.ts'
import type { ReferralRow } from '#src/modules/referrals/index.ts'
import { formatInstant } from '#src/texts/dates.ts'
import type {
  ChainLink,
  ConsentLine,
  DeadlineView,
  NeedState,
  NeedView,
  PersonView,
} from '#src/web/ui/staff/case-parts.tsx'
import { at, type StaffFrame } from '#src/web/ui/staff/frame.ts'
import { clockStateOf, type ClockView } from '#src/web/ui/staff/marks.tsx'
import type { ReferCardView } from '#src/web/ui/staff/referral-parts.tsx'
import type { TimelineView } from '#src/web/ui/staff/timeline.tsx'
import type { CaseMessage, CaseTask, CustodyStep, EvidencePiece, LooseFile, NoteView } from './case-view.ts'

export type Bodies = ReadonlyMap<string, string>

/** A gap of at least this many days without any account is worth a question. */
const GAP_DAYS = 180

export function peopleOf(
  frame: StaffFrame,
  file: CaseFile,
  edits: 'edit' | 'read' = 'read',
): readonly PersonView[] {
  return file.persons.map((each) => ({
    ...personOf(frame, each),
    ...(edits === 'edit' &&
      each.person && { href: at(frame, `/kerja/kasus/${file.row.code}/orang/${each.person_id}/ubah`) }),
  }))
}

function personOf(frame: StaffFrame, each: CasePerson): PersonView {
  const names = each.person?.facts?.names ?? []
  const range = each.ages.now
  return {
    id: each.person_id,
    name: names[0] ?? frame.t.kerjaUmum.unknown,
    roles: each.roles as PersonRole[],
    otherNames: names.slice(1),
    ...(range && { note: frame.t.kerjaKabar.age(range.min, range.max) }),
    ...(each.roles.includes('concerned') && { self: 'self' as const }),
    ...(each.tell_family === 'nothing' && { doNotTell: 'do-not-tell' as const }),
  }
}

type Entry = CaseFile['timeline'][number]

/** In the order of the dates; contradictions stand side by side, long silences show as gaps. */
export function timelineOf(
  frame: StaffFrame,
  file: CaseFile,
  edits: 'edit' | 'read' = 'read',
): readonly TimelineView[] {
  const tops = file.timeline.filter(
    (entry) => entry.contradicts === null || !file.timeline.some((other) => other.id === entry.contradicts),
  )
  const sorted = tops.toSorted((a, b) => compareDates(a.words?.date, b.words?.date))
  const views: TimelineView[] = []
  let before: PartialDate | undefined
  for (const entry of sorted) {
    const date = entry.words?.date
    if (before && date && daysBetween(latestDay(before), earliestDay(date)) > GAP_DAYS)
      views.push({ kind: 'gap', from: before, to: date })
    views.push(entryView(frame, file, entry, edits))
    before = date ?? before
  }
  return views
}

function editOf(frame: StaffFrame, file: CaseFile, entry: Entry, edits: 'edit' | 'read') {
  if (edits === 'read' || entry.org_id !== file.orgId) return {}
  const path = `/kerja/kasus/${file.row.code}/kronologi/${entry.id}` as const
  return {
    edit: {
      correctHref: at(frame, `${path}/betulkan`),
      shareAction: at(frame, `${path}/bagikan`),
      shared: entry.shared ? ('shared' as const) : ('own' as const),
      version: String(entry.version),
    },
  }
}

function entryView(frame: StaffFrame, file: CaseFile, entry: Entry, edits: 'edit' | 'read'): TimelineView {
  const against = file.timeline.filter((other) => other.contradicts === entry.id)
  const date = entry.words?.date ?? ''
  const about = entry.words?.dateWords ? { about: entry.words.dateWords } : {}
  if (against.length === 0)
    return {
      kind: 'event',
      date,
      ...about,
      text: entry.words?.text ?? '',
      source: sourceOf(frame, entry),
      ...editOf(frame, file, entry, edits),
    }
  const versions = [entry, ...against].map((each) => ({
    who: sourceOf(frame, each).label,
    text: [each.words?.date, each.words?.text].filter(Boolean).join(': '),
    source: sourceOf(frame, each),
    ...editOf(frame, file, each, edits),
  }))
  return { kind: 'contradiction', date, ...about, title: frame.t.kerjaKasus.event.contradicts, versions }
}

function sourceOf(frame: StaffFrame, entry: Entry) {
  const label = frame.t.kerjaKode.source[entry.source_kind as SourceKind]
  return {
    label: entry.shared ? `${label}, ${entry.org_name}` : label,
    certainty: entry.certainty as Certainty,
  }
}

function compareDates(a: PartialDate | undefined, b: PartialDate | undefined): number {
  if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined)
  return comparePartialDates(a, b)
}

export function chainOf(
  frame: StaffFrame,
  file: CaseFile,
  edits: 'edit' | 'read' = 'read',
): readonly ChainLink[] {
  return file.chain.map((link) => ({
    name: link.words?.name ?? '',
    kind: link.kind as IntermediaryKind,
    ...(edits === 'edit' && {
      href: at(frame, `/kerja/kasus/${file.row.code}/perantara/${link.id}/ubah`),
    }),
    ...(link.words &&
      (link.words.where || link.words.note) && {
        note: [link.words.where, link.words.note].filter(Boolean).join(', '),
      }),
  }))
}

export function needsOf(frame: StaffFrame, file: CaseFile, orgId: string): readonly NeedView[] {
  return file.needs.map((need) => ({
    id: need.id,
    kind: need.kind as NeedKind,
    ...(need.words?.label && { label: need.words.label }),
    state: needState(need, orgId),
    body: need.owner_name,
    ...(need.owner_org === orgId &&
      need.state !== 'offered' && { mine: { version: String(need.version), state: need.state } }),
    ...(need.owner_org === orgId &&
      need.state === 'open' && {
        referHref: at(frame, `/kerja/rujukan/baru?kasus=${file.row.code}&kebutuhan=${need.id}`),
      }),
  }))
}

function needState(need: CaseFile['needs'][number], orgId: string): NeedState {
  if (need.state === 'open') return need.owner_org === orgId ? 'with-us' : 'open'
  return need.state === 'on-hold' ? 'in-progress' : (need.state as NeedState)
}

export function evidenceOf(frame: StaffFrame, file: CaseFile): readonly EvidencePiece[] {
  const kinds: Readonly<Record<string, string>> = frame.t.kerjaKode.evidenceKind
  return file.evidence.map((piece) => {
    const steps = file.custody.filter((step) => step.evidence_id === piece.id)
    const checked = steps.findLast((step) => step.intact !== null)
    return {
      id: piece.id,
      number: piece.number,
      title: piece.words?.title ?? '',
      what: kinds[piece.words?.kind ?? ''] ?? '',
      hash: checked === undefined ? 'unchecked' : checked.intact ? 'intact' : 'changed',
      hashShort: piece.sha256 ? Buffer.from(piece.sha256).toString('hex').slice(0, 8) : '–',
      ...(piece.sha256 && { fullHash: Buffer.from(piece.sha256).toString('hex') }),
      ...(piece.attachment_id && { href: at(frame, `/kerja/berkas/${piece.attachment_id}`) }),
      custody: [piece.words?.from ?? '', piece.words?.original ?? ''].filter((part) => part !== ''),
      chainOfCustody: steps.map((step) => custodyStep(frame, step)),
    }
  })
}

function custodyStep(frame: StaffFrame, step: CaseFile['custody'][number]): CustodyStep {
  const words = frame.t.kerjaBerkas.evidence
  const way = [step.words?.from, step.words?.to].filter(Boolean).join(' → ')
  const found = step.intact === null ? '' : step.intact ? words.intact : words.changed
  return {
    at: step.created_at,
    by: step.by_name ?? '',
    action: words.action[step.action] ?? '',
    text: [way, step.words?.why, found].filter(Boolean).join(', '),
  }
}

export function looseOf(
  frame: StaffFrame,
  files: Awaited<ReturnType<typeof listFilesToTakeIn>>,
): readonly LooseFile[] {
  const words = frame.t.kerjaBerkas.evidence
  return files.map((file) => ({
    id: file.id,
    at: file.created_at,
    what: words.group[fileGroup(file.media_type)],
    from: file.sender === 'staff' ? words.fromStaff : words.fromReporter,
  }))
}

export function clockOf(
  frame: StaffFrame,
  task: { readonly created_at: Date; readonly due_at: Date | null; readonly source: string },
): ClockView | undefined {
  if (task.due_at === null) return undefined
  const state = clockStateOf({ startedAt: task.created_at, due: task.due_at, now: frame.now })
  return {
    state,
    at: task.due_at,
    source:
      task.source === 'internal-target'
        ? 'internal-target'
        : { article: task.source.replace(':', ', pasal ') },
  }
}

export function taskTitle(
  frame: StaffFrame,
  task: { readonly kind: string; readonly words?: { readonly text: string } | undefined },
): string {
  return task.words?.text ?? frame.t.kerjaKabar.task[task.kind] ?? frame.t.kerjaKabar.task['other'] ?? ''
}

export function tasksOf(frame: StaffFrame, file: CaseFile): readonly CaseTask[] {
  return file.tasks.map((task) => {
    const clock = clockOf(frame, task)
    return {
      id: task.id,
      title: taskTitle(frame, task),
      owner: task.assignee_name ?? frame.t.kerjaUmum.nobody,
      ...(clock && { clock }),
      ...(task.done_at && { doneAt: task.done_at }),
    }
  })
}

export function deadlinesOf(frame: StaffFrame, file: CaseFile): readonly DeadlineView[] {
  return file.tasks
    .filter((task) => task.done_at === null)
    .flatMap((task) => {
      const clock = clockOf(frame, task)
      return clock ? [{ title: taskTitle(frame, task), clock }] : []
    })
}

const NOTE_CLASS = { general: 'general', care: 'restricted-care', legal: 'restricted-legal' } as const

export function notesOf(file: CaseFile): readonly NoteView[] {
  return file.notes.map((note) => ({
    id: note.id,
    class: NOTE_CLASS[note.class as keyof typeof NOTE_CLASS],
    text: note.words?.text ?? '',
    by: note.by_name,
    at: note.created_at,
  }))
}

export function messagesOf(file: CaseFile): readonly CaseMessage[] {
  return file.messages.map((message) => ({
    id: message.id,
    from: message.sender === 'staff' || message.sender === 'system' ? 'officer' : 'reporter',
    text: message.words?.text ?? '',
    at: message.created_at,
    ...(message.sender === 'staff' && { read: message.read_at ? ('read' as const) : ('unread' as const) }),
  }))
}

export function consentReader(frame: StaffFrame, consent: CaseFile['consents'][number]): string {
  const kinds: Readonly<Record<string, string>> = {
    ...frame.t.kerjaKode.reader,
    everyone: frame.t.kerjaBerkas.everyone,
  }
  return consent.reader_name ?? kinds[consent.reader_kind] ?? consent.reader_kind
}

export function consentShort(frame: StaffFrame, file: CaseFile): readonly ConsentLine[] {
  const latest = new Map(
    file.consents.map((consent) => [`${consent.item}|${consentReader(frame, consent)}`, consent]),
  )
  const items: Readonly<Record<string, string>> = frame.t.kerjaKode.consentItem
  return [...latest.values()].slice(-6).map((consent) => ({
    answer: consent.answer as ConsentAnswer,
    words: `${items[consent.item] ?? frame.t.kerjaKabar.task['other']}: ${consentReader(frame, consent)}`,
  }))
}

export function referralsOf(
  frame: StaffFrame,
  rows: readonly ReferralRow[],
  file: CaseFile,
  bodies: Bodies,
): readonly ReferCardView[] {
  return rows.map((row) => {
    const need = file.needs.find((each) => each.id === row.need_id)
    return {
      code: row.code,
      href: at(frame, `/kerja/rujukan/${row.code}`),
      body: bodies.get(row.to_org) ?? '',
      state: row.state as ReferCardView['state'],
      what: need ? (need.words?.label ?? frame.t.kerjaKode.need[need.kind as NeedKind]) : '',
      when: formatInstant(row.decided_at ?? row.created_at, frame.zone, frame.lang),
    }
  })
}
