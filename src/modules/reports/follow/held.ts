import { NotAllowedError, NotFoundError } from '#src/platform/errors.ts'
import { createKey, loadKey } from '#src/platform/db/keys-queries.ts'
import type { Context } from '#src/platform/db/context.ts'
import { enqueue } from '#src/platform/jobs/queue-queries.ts'
import {
  findHeld,
  findHeldCase,
  insertMessage,
  lockHeld,
  type HeldReport,
  type NewMessage,
} from './follow-queries.ts'

/** The held report, or NotFoundError: ended codes and wrong ones look the same. */
export async function getHeld(ctx: Context): Promise<HeldReport> {
  const held = await findHeld(ctx)
  if (!held) throw new NotFoundError('report.not-found')
  return held
}

/** For what the trusted person may not do. Waits for another change under the same code, then reads what stands. */
export async function getHeldAsFirst(ctx: Context): Promise<HeldReport> {
  const { holder } = await getHeld(ctx)
  if (holder !== 'first') throw new NotAllowedError('report.second-holder-may-not')
  await lockHeld(ctx)
  return getHeld(ctx)
}

/** Stores a message of the holder and tells the desk. The second holder's words lie under a key of their own. */
export async function putMessage(
  ctx: Context,
  held: HeldReport,
  message: { readonly kind: NewMessage['kind']; readonly text: string },
): Promise<string> {
  const key =
    held.holder === 'first' ? await loadKey(ctx, held.key_id) : await createKey(ctx, 'report', held.id)
  const id = ctx.newId()
  await insertMessage(ctx, {
    id,
    kind: message.kind,
    reportId: held.id,
    caseId: held.case_id,
    keyId: key.id,
    orgId: await handlerOf(ctx, held),
    sender: held.holder === 'first' ? 'reporter' : 'second',
    sealed: key.sealText(`messages.sealed/${id}`, message.text),
  })
  await enqueue(ctx, 'messages.tell-desk', { messageId: id }, { jobKey: `tell-desk-${id}` })
  return id
}

/** Who handles it now: the body that leads the case, else the desk. */
export async function handlerOf(ctx: Context, held: HeldReport): Promise<string> {
  return (await findHeldCase(ctx))?.lead_org ?? held.org_id
}
