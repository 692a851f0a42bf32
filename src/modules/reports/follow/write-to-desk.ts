import { writeJournal } from '#src/platform/audit/journal-queries.ts'
import type { Context } from '#src/platform/db/context.ts'
import { InvalidInputError } from '#src/platform/errors.ts'
import { findHeldCase } from './follow-queries.ts'
import { getHeld, getHeldAsFirst, putMessage } from './held.ts'

/** Letters of one message, and of the reason to reopen. */
export const LONGEST_MESSAGE = 4000

/** A message into the two-way box; both holders may write. Throws InvalidInputError for nothing or too much. */
export async function writeToDesk(ctx: Context, text: string): Promise<void> {
  const words = text.trim()
  if (words === '') throw new InvalidInputError([{ path: 'message', code: 'message.missing' }])
  checkLength('message', words)
  const held = await getHeld(ctx)
  const id = await putMessage(ctx, held, { kind: 'message', text: words })
  await writeJournal(
    ctx,
    {
      verb: 'message.received',
      subjectKind: 'message',
      subjectId: id,
      reportId: held.id,
      caseId: held.case_id,
      details: { holder: held.holder },
    },
    held.org_id,
  )
}

/** Both holders may ask for a call or a visit; words are optional. */
export async function askForContact(ctx: Context, text: string): Promise<void> {
  checkLength('message', text)
  const held = await getHeld(ctx)
  const id = await putMessage(ctx, held, { kind: 'contact-request', text: text.trim() })
  await writeJournal(
    ctx,
    {
      verb: 'message.contact-asked',
      subjectKind: 'message',
      subjectId: id,
      reportId: held.id,
      caseId: held.case_id,
      details: { holder: held.holder },
    },
    held.org_id,
  )
}

/**
 * Of a closed report or case. A case is opened again by the clock `cases.reopen` at the person's word, without anybody's
 * leave; a report that became no case, or was withdrawn, waits for the desk.
 */
export async function requestReopening(ctx: Context, why: string): Promise<void> {
  checkLength('reopenWhy', why)
  const held = await getHeldAsFirst(ctx)
  const closed =
    held.state === 'not-a-case' || (await findHeldCase(ctx))?.state === 'closed' || held.withdrawn_at !== null
  if (!closed) return
  const id = await putMessage(ctx, held, { kind: 'reopen-request', text: why.trim() })
  await writeJournal(
    ctx,
    {
      verb: 'report.reopening-asked',
      subjectKind: 'report',
      subjectId: held.id,
      reportId: held.id,
      caseId: held.case_id,
      details: { messageId: id },
    },
    held.org_id,
  )
}

function checkLength(path: string, text: string): void {
  if (text.length > LONGEST_MESSAGE)
    throw new InvalidInputError([{ path, code: 'message.too-long', params: { longest: LONGEST_MESSAGE } }])
}
