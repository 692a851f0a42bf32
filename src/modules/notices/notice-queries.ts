import type { Context, StaffContext } from '#src/platform/db/context.ts'

/** Why somebody is told; the e-mail never says which, only that something waits. */
export const NOTICE_KINDS = [
  'danger-waits',
  'report-arrived',
  'referral-arrived',
  'referral-half-time',
  'referral-three-quarters',
  'referral-back',
  'referral-decided',
  'message-arrived',
  'consent-withdrawn',
  'report-moved',
  'role-changed',
  'emergency-opening',
  'exception-to-review',
  'rights-request',
  'reopened',
  'looked-for',
  'partner-silent',
  'partner-refused',
  'withdrawal-unacknowledged',
] as const
export type NoticeKind = (typeof NOTICE_KINDS)[number]

export type NewNotice = {
  readonly staffId: string
  readonly orgId: string
  readonly kind: NoticeKind
  /** The same key for the same person is one notice, however often it is asked for. */
  readonly dedupe: string
  readonly subjectKind?: string
  readonly subjectId?: string
  readonly caseId?: string
}

export async function insertNotices(ctx: Context, notices: readonly NewNotice[]): Promise<void> {
  if (notices.length === 0) return
  await ctx.tx
    .insertInto('app.notices')
    .values(
      notices.map((notice) => ({
        id: ctx.newId(),
        created_at: ctx.now,
        staff_id: notice.staffId,
        org_id: notice.orgId,
        kind: notice.kind,
        dedupe: notice.dedupe,
        subject_kind: notice.subjectKind ?? null,
        subject_id: notice.subjectId ?? null,
        case_id: notice.caseId ?? null,
        next_try_at: ctx.now,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Active staff of an organisation with one of these roles. */
export async function listStaffWithRoles(
  ctx: Context,
  orgId: string,
  roles: readonly string[],
): Promise<readonly string[]> {
  const rows = await ctx.tx
    .selectFrom('app.staff as s')
    .innerJoin('app.staff_roles as r', 'r.staff_id', 's.id')
    .select('s.id')
    .distinct()
    .where('s.org_id', '=', orgId)
    .where('s.state', '=', 'active')
    .where('r.role', 'in', [...roles])
    .where('r.confirmed_at', 'is not', null)
    .where('r.ended_at', 'is', null)
    .execute()
  return rows.map((row) => row.id)
}

export type DueNotice = {
  readonly id: string
  readonly email: string
  readonly language: string
  readonly tries: number
}

/** Takes notices whose time has come; other processes skip them while this transaction lasts. */
export async function takeDueNotices(ctx: Context, limit: number): Promise<readonly DueNotice[]> {
  return ctx.tx
    .selectFrom('app.notices as n')
    .innerJoin('app.staff as s', 's.id', 'n.staff_id')
    .select(['n.id', 's.email', 's.language', 'n.tries'])
    .where('n.sent_at', 'is', null)
    .where('n.given_up_at', 'is', null)
    .where('n.next_try_at', '<=', ctx.now)
    .where('s.state', '=', 'active')
    .orderBy('n.next_try_at')
    .limit(limit)
    .forUpdate('n')
    .skipLocked()
    .execute()
}

export async function markSent(ctx: Context, id: string): Promise<void> {
  await ctx.tx.updateTable('app.notices').set({ sent_at: ctx.now }).where('id', '=', id).execute()
}

/** Tries again later, at most a day apart; after ten tries it stays on Today only. */
export async function markFailed(ctx: Context, notice: DueNotice): Promise<void> {
  const tries = notice.tries + 1
  const wait = Math.min(24 * 3600, 30 * 2 ** tries)
  await ctx.tx
    .updateTable('app.notices')
    .set({
      tries,
      next_try_at: new Date(ctx.now.getTime() + wait * 1000),
      given_up_at: tries >= 10 ? ctx.now : null,
    })
    .where('id', '=', notice.id)
    .execute()
}

/**
 * What I was told and have not opened, newest first, with the code of what it is about. A notice about a case or referral
 * that I may no longer read is left out; a report that went to another desk has no id here.
 */
export async function listMyNotices(ctx: StaffContext, limit: number) {
  return myNotices(ctx).where('n.seen_at', 'is', null).orderBy('n.created_at', 'desc').limit(limit).execute()
}

/** One of mine, also when it was opened before. */
export async function findMyNotice(ctx: StaffContext, id: string) {
  return myNotices(ctx).where('n.id', '=', id).executeTakeFirst()
}

export type MyNotice = Awaited<ReturnType<typeof listMyNotices>>[number]

function myNotices(ctx: StaffContext) {
  return ctx.tx
    .selectFrom('app.notices as n')
    .leftJoin('app.case_files as f', (join) =>
      join.onRef('f.case_id', '=', 'n.case_id').onRef('f.org_id', '=', 'n.org_id'),
    )
    .leftJoin('app.referrals as r', 'r.id', 'n.subject_id')
    .leftJoin('app.reports as p', (join) =>
      join.onRef('p.id', '=', 'n.subject_id').onRef('p.org_id', '=', 'n.org_id'),
    )
    .select(['n.id', 'n.created_at', 'n.kind', 'n.subject_kind'])
    .select(['f.code as case_code', 'r.code as referral_code', 'p.id as report_id'])
    .where('n.staff_id', '=', ctx.actor.staffId)
    .where((eb) =>
      eb.or([eb('n.case_id', 'is', null), eb('f.code', 'is not', null), eb('r.code', 'is not', null)]),
    )
}

/** It was opened; the first time counts. */
export async function markSeen(ctx: Context, id: string): Promise<void> {
  await ctx.tx
    .updateTable('app.notices')
    .set({ seen_at: ctx.now })
    .where('id', '=', id)
    .where('seen_at', 'is', null)
    .execute()
}
