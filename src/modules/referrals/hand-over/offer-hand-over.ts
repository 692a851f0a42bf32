import { createHash } from 'node:crypto'
import type { ConsentItem, NeedKind } from '#src/domain/cases/codes.ts'
import type { AbroadClaim } from '#src/domain/disclosure/abroad.ts'
import type { ArticleRef } from '#src/domain/law/article-ref.ts'
import { writeJournal } from '#src/platform/audit/journal-queries.ts'
import type { Context, StaffContext } from '#src/platform/db/context.ts'
import { InvalidInputError, StaleVersionError } from '#src/platform/errors.ts'
import {
  prepareOffer,
  storeOffer,
  type OfferDraft,
  type PreparedOffer,
  type Sendable,
} from '#src/modules/referrals/offer/offer-referral.ts'
import { insertHandOver } from './hand-over-queries.ts'

/** More than this is not a hand-over of tasks but of a case. */
const MOST_TASKS = 12

export type HandOverDraft = {
  readonly caseId: string
  readonly caseCode: string
  readonly toOrg: string
  readonly tasks: readonly {
    readonly needId: string
    readonly asked: string
    readonly sendables: readonly Sendable[]
    readonly basis: readonly ArticleRef[]
  }[]
  readonly chosen: readonly ConsentItem[]
  readonly handling: readonly string[]
  readonly abroad?: AbroadClaim
  /** Kinds of the needs that stay with the sender. */
  readonly kept: readonly NeedKind[]
}

export type PreparedHandOver = {
  readonly tasks: readonly PreparedOffer[]
  /** What the sending is compared with: all sheets that were seen. */
  readonly seen: string
}

/** Builds the sheet of each task as the other body would see it. Throws what `prepareOffer` throws; consent only, no exception. */
export async function prepareHandOver(
  ctx: Context,
  orgId: string,
  draft: HandOverDraft,
): Promise<PreparedHandOver> {
  if (draft.tasks.length === 0 || draft.tasks.length > MOST_TASKS)
    throw new InvalidInputError([{ path: 'tasks', code: 'tasks.missing' }])
  const first: PreparedOffer[] = []
  for (const task of draft.tasks) first.push(await prepareOffer(ctx, orgId, offerOf(draft, task, undefined)))
  const asked = first.map((each) => each.pack.need)
  const split = { handOver: '', asked, kept: draft.kept }
  const tasks: PreparedOffer[] = []
  for (const task of draft.tasks) tasks.push(await prepareOffer(ctx, orgId, offerOf(draft, task, split)))
  const seen = createHash('sha256')
    .update(tasks.map((each) => each.seen).join(' '))
    .digest('base64url')
  return { tasks, seen }
}

function offerOf(
  draft: HandOverDraft,
  task: HandOverDraft['tasks'][number],
  split: OfferDraft['split'],
): OfferDraft {
  return {
    caseId: draft.caseId,
    caseCode: draft.caseCode,
    needId: task.needId,
    toOrg: draft.toOrg,
    asked: task.asked,
    sendables: task.sendables,
    chosen: draft.chosen,
    handling: draft.handling,
    basis: task.basis,
    ...(draft.abroad ? { abroad: draft.abroad } : {}),
    ...(split ? { split } : {}),
  }
}

/** Sends all tasks or none; each is a referral of its own from then on. Throws StaleVersionError when a sheet changed meanwhile. */
export async function offerHandOver(
  ctx: StaffContext,
  draft: HandOverDraft,
  seen: string,
): Promise<{ readonly id: string; readonly codes: readonly string[] }> {
  const prepared = await prepareHandOver(ctx, ctx.actor.orgId, draft)
  if (prepared.seen !== seen) throw new StaleVersionError('referral.preview-changed')
  const id = ctx.newId()
  await insertHandOver(ctx, {
    id,
    case_id: draft.caseId,
    from_org: ctx.actor.orgId,
    to_org: draft.toOrg,
    by_staff: ctx.actor.staffId,
    kept: [...draft.kept],
  })
  const codes: string[] = []
  for (const [place, offer] of prepared.tasks.entries()) {
    const split = { ...offer.pack.split!, handOver: id }
    const ready = { ...offer, pack: { ...offer.pack, split } }
    const sent = await storeOffer(ctx, ready, offerOf(draft, draft.tasks[place]!, split), ctx.actor.staffId)
    codes.push(sent.code)
  }
  await writeJournal(ctx, {
    verb: 'hand-over.offered',
    subjectKind: 'hand-over',
    subjectId: id,
    caseId: draft.caseId,
    details: { to: draft.toOrg, tasks: codes.length },
  })
  return { id, codes }
}
