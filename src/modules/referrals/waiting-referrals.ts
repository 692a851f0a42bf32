import type { StaffContext } from '#src/platform/db/context.ts'
import { listReferrals, type ReferralRow } from './referral-queries.ts'

const UNANSWERED = ['requested', 'received'] as const
const MOST = 20

/** For Today: what waits for our answer and what of ours waits for others, most urgent and nearest clock first. */
export async function listWaitingForMe(
  ctx: StaffContext,
): Promise<{ readonly received: readonly ReferralRow[]; readonly sent: readonly ReferralRow[] }> {
  const of = (side: 'received' | 'sent') =>
    listReferrals(ctx, ctx.actor.orgId, { side, states: UNANSWERED, page: 0, pageSize: MOST - 1 })
  return { received: await of('received'), sent: await of('sent') }
}
