import { sql } from 'kysely'
import type { Context } from '#src/platform/db/context.ts'

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

export async function listMyNotices(ctx: Context, limit: number) {
  return ctx.tx
    .selectFrom('app.notices')
    .select(['id', 'created_at', 'kind', 'subject_kind', 'subject_id', 'case_id', 'seen_at'])
    .orderBy('created_at', 'desc')
    .limit(limit)
    .execute()
}

export async function markSeen(ctx: Context, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await ctx.tx
    .updateTable('app.notices')
    .set({ seen_at: sql`coalesce(seen_at, ${ctx.now})` })
    .where('id', 'in', [...ids])
    .execute()
}
