import { z } from 'zod'
import { NOTICE_KINDS, tellRoles, tellStaff, type NoticeKind } from '#src/modules/notices/index.ts'
import { runAs, type Actor, type Context } from '#src/platform/db/context.ts'
import { defineJob } from '#src/platform/jobs/jobs.ts'
import { enqueue } from '#src/platform/jobs/queue-queries.ts'
import { findReferral, type ReferralRow } from '#src/modules/referrals/referral-queries.ts'

const JOB: Actor = { kind: 'job', name: 'referrals.tell' }
const Payload = z.strictObject({
  referralId: z.uuid(),
  side: z.enum(['sender', 'receiver']),
  kind: z.enum(NOTICE_KINDS),
  dedupe: z.string(),
})

/**
 * Tells the people of one side. A job, because nobody sees the staff of another body: whoever acts here could not name them.
 */
export async function tellSide(
  ctx: Context,
  row: Pick<ReferralRow, 'id'>,
  notice: { readonly side: 'sender' | 'receiver'; readonly kind: NoticeKind; readonly what: string },
): Promise<void> {
  await enqueue(ctx, 'referrals.tell', {
    referralId: row.id,
    side: notice.side,
    kind: notice.kind,
    dedupe: `referral:${row.id}:${notice.what}`,
  })
}

const RECEIVERS: Partial<Record<NoticeKind, readonly string[]>> = {
  'referral-three-quarters': ['supervisor'],
}

export const referralTellJob = defineJob('referrals.tell', Payload, async (platform, told) => {
  await runAs(platform, JOB, async (ctx) => {
    const row = await findReferral(ctx, told.referralId)
    if (!row) return
    const notice = {
      orgId: told.side === 'sender' ? row.from_org : row.to_org,
      kind: told.kind,
      dedupe: told.dedupe,
      subjectKind: 'referral',
      subjectId: row.id,
      caseId: row.case_id,
    } as const
    const officer = told.side === 'sender' ? row.by_staff : row.opened_by
    if (officer) await tellStaff(ctx, { ...notice, staffId: officer })
    const roles =
      told.side === 'sender' ? ['supervisor'] : (RECEIVERS[told.kind] ?? ['intake-officer', 'supervisor'])
    await tellRoles(ctx, notice, roles)
  })
})
