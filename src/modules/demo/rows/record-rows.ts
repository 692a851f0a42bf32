import type {
  SealedActor,
  SealedCustody,
  SealedEntry,
  SealedEvidence,
  SealedText,
} from '#src/modules/cases/index.ts'
import { addMilliseconds, MINUTE } from '#src/domain/kernel/instant.ts'
import type { Batch } from '../batch.ts'
import type { CaseInWork } from './case-file.ts'
import { demoId } from '../demo-id.ts'
import { notAfter, type Account, type Scenery } from '../scenery.ts'

/** Where the original lies, as an officer would write it down. */
const ORIGINAL = {
  'with-person': 'pada orang itu',
  'with-family': 'pada keluarga',
  'with-us': 'di kantor kami',
  unknown: 'belum diketahui',
} as const

/** What a file gathers: timeline, chain, notes, tasks, evidence, attempts to reach the person. */
export function addRecord(batch: Batch, scenery: Scenery, file: CaseInWork): void {
  addTimeline(batch, file)
  addChain(batch, file)
  addNotes(batch, scenery, file)
  addTasks(batch, scenery, file)
  addEvidence(batch, scenery, file)
  addClosing(batch, scenery, file)
}

type Item = {
  readonly at: Date
  readonly by: Account
  readonly verb: `${string}.${string}`
  readonly kind: string
  readonly id: string
}

function tellItem(batch: Batch, file: CaseInWork, item: Item): void {
  batch.tell({
    at: item.at,
    by: item.by,
    verb: item.verb,
    subjectKind: item.kind,
    subjectId: item.id,
    caseId: file.caseId,
  })
}

function addTimeline(batch: Batch, file: CaseInWork): void {
  const { case: made, caseId, key } = file
  const idOf = (event: string): string => demoId(`event ${event}`, made.openedAt)
  for (const [place, event] of made.events.entries()) {
    const id = idOf(event.key)
    const at = addMilliseconds(made.openedAt, (place + 1) * MINUTE)
    const words: SealedEntry = { date: event.when, dateWords: event.whenWords ?? '', text: event.what }
    batch.add('app.timeline_entries', {
      id,
      created_at: at,
      case_id: caseId,
      org_id: file.lead.id,
      by_staff: file.officer.id,
      source_kind: event.source,
      certainty: event.certainty,
      shared: place === 0 && made.referrals.length > 0,
      contradicts: event.contradicts === undefined ? null : idOf(event.contradicts),
      key_id: key.id,
      sealed: key.sealJson(`timeline_entries.sealed/${id}`, words),
    })
    tellItem(batch, file, { at, by: file.officer, verb: 'timeline.added', kind: 'timeline-entry', id })
  }
}

function addChain(batch: Batch, file: CaseInWork): void {
  for (const link of file.case.chain) {
    const id = demoId(`link ${file.caseId} ${link.order}`, file.case.openedAt)
    const note =
      link.paid === undefined ? '' : `${link.paid.currency} ${link.paid.amount.toLocaleString('id')}`
    const words: SealedActor = { name: link.name, where: link.place, note }
    batch.add('app.case_actors', {
      id,
      created_at: file.case.openedAt,
      case_id: file.caseId,
      org_id: file.lead.id,
      kind: link.kind,
      position: link.order,
      key_id: file.key.id,
      sealed: file.key.sealJson(`case_actors.sealed/${id}`, words),
    })
  }
}

const CLASS_OF = { general: 'general', 'restricted-care': 'care', 'restricted-legal': 'legal' } as const

function addNotes(batch: Batch, scenery: Scenery, file: CaseInWork): void {
  for (const [place, note] of file.case.notes.entries()) {
    if (note.at > scenery.world.until) continue
    const id = demoId(`note ${file.caseId} ${place}`, note.at)
    const by = scenery.account(note.by)
    const words: SealedText = { text: note.text }
    batch.add('app.notes', {
      id,
      created_at: note.at,
      case_id: file.caseId,
      org_id: by.orgId,
      by_staff: by.id,
      class: CLASS_OF[note.class],
      key_id: file.key.id,
      sealed: file.key.sealJson(`notes.sealed/${id}`, words),
    })
    tellItem(batch, file, { at: note.at, by, verb: 'note.added', kind: 'note', id })
  }
}

function addTasks(batch: Batch, scenery: Scenery, file: CaseInWork): void {
  for (const [place, task] of file.case.tasks.entries()) {
    const id = demoId(`task ${file.caseId} ${place}`, file.case.openedAt)
    const assignee = scenery.account(task.assignee)
    const doneAt =
      task.doneAt === undefined
        ? file.closedAt // a closed case leaves nothing to do
        : notAfter(task.doneAt, file.closedAt ?? scenery.world.until)
    const words: SealedText = { text: task.title }
    batch.add('app.tasks', {
      id,
      created_at: file.case.openedAt,
      case_id: file.caseId,
      org_id: assignee.orgId,
      assignee: assignee.id,
      kind: 'follow-up',
      urgency: file.case.urgency,
      due_at: task.due,
      key_id: file.key.id,
      sealed: file.key.sealJson(`tasks.sealed/${id}`, words),
      done_at: doneAt ?? null,
      done_by: doneAt === undefined ? null : assignee.id,
    })
    tellItem(batch, file, { at: file.case.openedAt, by: file.officer, verb: 'task.added', kind: 'task', id })
    if (doneAt !== undefined)
      tellItem(batch, file, { at: doneAt, by: assignee, verb: 'task.done', kind: 'task', id })
  }
}

function addEvidence(batch: Batch, scenery: Scenery, file: CaseInWork): void {
  for (const [place, piece] of file.case.evidence.entries()) {
    const at = notAfter(piece.at, scenery.world.until)
    const id = demoId(`evidence ${file.caseId} ${place}`, at)
    const by = scenery.account(piece.takenBy)
    const words: SealedEvidence = {
      title: piece.text,
      kind: piece.kind,
      from: '',
      original: ORIGINAL[piece.original],
    }
    batch.add('app.evidence', {
      id,
      created_at: at,
      case_id: file.caseId,
      org_id: by.orgId,
      by_staff: by.id,
      number: place + 1,
      key_id: file.key.id,
      sealed: file.key.sealJson(`evidence.sealed/${id}`, words),
    })
    const custodyId = demoId(`custody ${file.caseId} ${place}`, at)
    const custody: SealedCustody = { from: '', to: ORIGINAL[piece.original], why: '' }
    batch.add('app.custody', {
      id: custodyId,
      created_at: at,
      evidence_id: id,
      case_id: file.caseId,
      org_id: by.orgId,
      by_staff: by.id,
      action: 'taken-in',
      key_id: file.key.id,
      sealed: file.key.sealJson(`custody.sealed/${custodyId}`, custody),
    })
    tellItem(batch, file, { at, by, verb: 'evidence.taken-in', kind: 'evidence', id })
  }
}

/** What a closing rests on stays in the file, also when the case was opened again. */
function addClosing(batch: Batch, scenery: Scenery, file: CaseInWork): void {
  const { closing } = file.case
  if (closing === undefined) return
  const by = scenery.account(closing.by)
  for (const [place, attempt] of closing.attempts.entries()) {
    const id = demoId(`attempt ${file.caseId} ${place}`, attempt.at)
    const words: SealedText = { text: attempt.text }
    batch.add('app.contact_attempts', {
      id,
      created_at: attempt.at,
      case_id: file.caseId,
      org_id: by.orgId,
      by_staff: by.id,
      way: 'phone',
      result: 'no-answer',
      key_id: file.key.id,
      sealed: file.key.sealJson(`contact_attempts.sealed/${id}`, words),
    })
    tellItem(batch, file, { at: attempt.at, by, verb: 'contact.attempted', kind: 'contact-attempt', id })
  }
  if (closing.basis !== 'own-word') return
  const id = demoId(`own word ${file.caseId}`, closing.at)
  const words: SealedEntry = { dateWords: '', text: closing.words }
  batch.add('app.timeline_entries', {
    id,
    created_at: closing.at,
    case_id: file.caseId,
    org_id: by.orgId,
    by_staff: by.id,
    source_kind: 'concerned-person',
    certainty: 'certain',
    shared: false,
    contradicts: null,
    key_id: file.key.id,
    sealed: file.key.sealJson(`timeline_entries.sealed/${id}`, words),
  })
}
