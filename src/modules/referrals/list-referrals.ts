import type { ReferralStatus } from '#src/domain/referrals/lifecycle.ts'
import { writeAudit } from '#src/platform/audit/journal-queries.ts'
import type { StaffContext } from '#src/platform/db/context.ts'
import {
  countReferrals,
  listExceptionsToReview,
  listOrgs,
  listReferrals,
  type OrgRow,
  type ReferralRow,
} from './referral-queries.ts'

export const REFERRALS_PAGE = 25

const UNANSWERED: readonly ReferralStatus[] = ['requested', 'received']
const STATES = {
  waiting: UNANSWERED,
  refused: ['rejected', 'failed', 'cancelled'],
  closed: ['completed'],
  all: [
    'requested',
    'received',
    'accepted',
    'in-progress',
    'on-hold',
    'rejected',
    'failed',
    'cancelled',
    'completed',
  ],
} as const satisfies Record<string, readonly ReferralStatus[]>

export type ReferralQuestion = {
  readonly side: 'received' | 'sent'
  readonly filter: keyof typeof STATES | 'review'
  /** From 0. */
  readonly page: number
}

export type ReferralPageOf = {
  readonly rows: readonly ReferralRow[]
  readonly total: number
  readonly counts: Readonly<Record<'received' | 'sent', number>>
  readonly waiting: number
  readonly reviews: number
  readonly bodies: ReadonlyMap<string, OrgRow>
}

/** A page of what my body sent or received; each page that is looked at is recorded. */
export async function readReferralList(ctx: StaffContext, asked: ReferralQuestion): Promise<ReferralPageOf> {
  const { orgId } = ctx.actor
  const reviews = await listExceptionsToReview(ctx, orgId)
  const rows = asked.filter === 'review' ? reviews : await pageOf(ctx, asked, STATES[asked.filter])
  await writeAudit(ctx, {
    verb: 'referral.listed',
    subjectKind: 'organisation',
    subjectId: orgId,
    details: { side: asked.side, filter: asked.filter, page: asked.page, rows: rows.length },
  })
  return {
    rows,
    total:
      asked.filter === 'review'
        ? reviews.length
        : await countReferrals(ctx, orgId, asked.side, STATES[asked.filter]),
    counts: {
      received: await countReferrals(ctx, orgId, 'received', STATES.all),
      sent: await countReferrals(ctx, orgId, 'sent', STATES.all),
    },
    waiting: await countReferrals(ctx, orgId, 'received', UNANSWERED),
    reviews: reviews.length,
    bodies: new Map((await listOrgs(ctx)).map((org) => [org.id, org])),
  }
}

async function pageOf(
  ctx: StaffContext,
  asked: ReferralQuestion,
  states: readonly string[],
): Promise<readonly ReferralRow[]> {
  const rows = await listReferrals(ctx, ctx.actor.orgId, {
    side: asked.side,
    page: asked.page,
    pageSize: REFERRALS_PAGE,
    states,
  })
  return rows.slice(0, REFERRALS_PAGE)
}
