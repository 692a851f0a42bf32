import type { StaffContext } from '#src/platform/db/context.ts'
import { InvalidInputError, NotFoundError, RefusedError } from '#src/platform/errors.ts'
import { writeJournal } from '#src/platform/audit/journal-queries.ts'
import { loadKey } from '#src/platform/db/keys-queries.ts'
import { ATTEMPT_RESULTS } from '#src/domain/cases/lifecycle.ts'
import { isUrgency } from '#src/domain/cases/urgency.ts'
import { touchFile } from '../case-queries.ts'
import { getCaseRow } from '../read-case.ts'
import type { SealedText } from '../sealed.ts'
import { listReportsOf } from './item-queries.ts'
import {
  insertAttempt,
  insertMessage,
  insertTask,
  markMessagesRead,
  setTaskDone,
} from './item-write-queries.ts'
import { inCase } from './write-item.ts'

/** Tasks that a person writes; the system's own kinds (referral-back, reopened, review …) come from their modules. */
export const TASK_KINDS = [
  'contact-person',
  'ask-consent',
  'visit',
  'write-letter',
  'collect-document',
  'follow-up',
  'other',
] as const

/** To everybody who follows this case by a code of his or her own; each box is sealed under its report's key. */
export async function sendMessage(
  ctx: StaffContext,
  message: { readonly code: string; readonly text: string },
): Promise<void> {
  if (message.text.trim() === '') throw new InvalidInputError([{ path: 'text', code: 'text.missing' }])
  await inCase(ctx, message.code, async ({ caseId, orgId, staffId }) => {
    const reports = (await listReportsOf(ctx, caseId)).filter((report) => report.joined_as !== 'other')
    if (reports.length === 0) throw new RefusedError('message.nobody-follows')
    for (const report of reports) {
      const id = ctx.newId()
      const key = await loadKey(ctx, report.key_id)
      await insertMessage(ctx, {
        id,
        caseId,
        orgId,
        staffId,
        reportId: report.id,
        keyId: key.id,
        sealed: key.sealText(`messages.sealed/${id}`, message.text),
      })
    }
    return {
      verb: 'message.sent',
      subjectKind: 'case',
      subjectId: caseId,
      details: { boxes: reports.length },
      result: undefined,
    }
  })
}

/** Opening the tab of messages marks them as read; the reporter's page shows it. */
export async function readMessages(ctx: StaffContext, code: string): Promise<void> {
  const row = await getCaseRow(ctx, code)
  if ((await markMessagesRead(ctx, row.id)) > 0)
    await writeJournal(ctx, { verb: 'message.read', subjectKind: 'case', subjectId: row.id, caseId: row.id })
}

const STORED_RESULT = {
  reached: 'reached',
  'no-answer': 'no-answer',
  'wrong-contact': 'wrong-number',
  'not-safe-to-try': 'not-safe',
} as const

/** A documented attempt to hear the person: when, how, with what result. Three on different days may close a case. */
export async function recordAttempt(
  ctx: StaffContext,
  attempt: {
    readonly code: string
    readonly at: Date
    readonly way: string
    readonly result: string
    readonly how: string
  },
): Promise<void> {
  const result = ATTEMPT_RESULTS.find((code) => code === attempt.result)
  if (result === undefined) throw new InvalidInputError([{ path: 'attemptResult', code: 'result.missing' }])
  if (Number.isNaN(attempt.at.getTime()) || attempt.at > ctx.now)
    throw new InvalidInputError([{ path: 'attemptAt', code: 'date.not-past' }])
  if (attempt.how.trim() === '') throw new InvalidInputError([{ path: 'attemptHow', code: 'text.missing' }])
  await inCase(ctx, attempt.code, async ({ key, caseId, orgId, staffId }) => {
    const id = ctx.newId()
    const words: SealedText = { text: attempt.how }
    await insertAttempt(ctx, {
      id,
      caseId,
      orgId,
      staffId,
      at: attempt.at,
      way: attempt.way,
      result: STORED_RESULT[result],
      keyId: key.id,
      sealed: key.sealJson(`contact_attempts.sealed/${id}`, words),
    })
    return {
      verb: 'contact.attempted',
      subjectKind: 'contact-attempt',
      subjectId: id,
      details: { way: attempt.way, result },
      result: undefined,
    }
  })
}

export type NewTask = {
  readonly code: string
  readonly kind: string
  readonly title: string
  readonly urgency: string
  readonly dueAt: Date | null
  /** The article behind the clock (`UU 21/2007:53`) or internal-target. */
  readonly source: string
  readonly assignee?: string
}

export async function addTask(ctx: StaffContext, task: NewTask): Promise<string> {
  if (task.title.trim() === '') throw new InvalidInputError([{ path: 'title', code: 'text.missing' }])
  if (!TASK_KINDS.some((kind) => kind === task.kind))
    throw new InvalidInputError([{ path: 'kind', code: 'kind.unknown' }])
  if (!isUrgency(task.urgency)) throw new InvalidInputError([{ path: 'urgency', code: 'urgency.unknown' }])
  return inCase(ctx, task.code, async ({ key, caseId, orgId, staffId }) => {
    const id = ctx.newId()
    const words: SealedText = { text: task.title }
    await insertTask(ctx, {
      id,
      caseId,
      orgId,
      kind: task.kind,
      urgency: task.urgency,
      dueAt: task.dueAt,
      source: task.source,
      assignee: task.assignee ?? staffId,
      keyId: key.id,
      sealed: key.sealJson(`tasks.sealed/${id}`, words),
    })
    return {
      verb: 'task.added',
      subjectKind: 'task',
      subjectId: id,
      details: { kind: task.kind, source: task.source },
      result: id,
    }
  })
}

export async function finishTask(ctx: StaffContext, taskId: string): Promise<void> {
  const caseId = await setTaskDone(ctx, taskId, ctx.actor.staffId)
  if (caseId === undefined) throw new NotFoundError('task.not-found')
  await touchFile(ctx, caseId, ctx.actor.orgId)
  await writeJournal(ctx, { verb: 'task.done', subjectKind: 'task', subjectId: taskId, caseId })
}
