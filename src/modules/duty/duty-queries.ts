import type { Context, StaffContext } from '#src/platform/db/context.ts'

export type DutySubject = { readonly kind: 'report' | 'referral'; readonly id: string }

/** Who is on call now, first on the list first. */
export async function listOnDuty(ctx: Context, orgId: string): Promise<readonly string[]> {
  const rows = await ctx.tx
    .selectFrom('app.duty_shifts as d')
    .innerJoin('app.staff as s', 's.id', 'd.staff_id')
    .select(['d.staff_id', 'd.rank', 'd.starts_at'])
    .where('d.org_id', '=', orgId)
    .where('d.ended_at', 'is', null)
    .where('d.starts_at', '<=', ctx.now)
    .where('d.ends_at', '>', ctx.now)
    .where('s.state', '=', 'active')
    .orderBy('d.rank')
    .orderBy('d.starts_at')
    .execute()
  return [...new Set(rows.map((row) => row.staff_id))]
}

export async function listAlerted(
  ctx: Context,
  subject: DutySubject,
  orgId: string,
): Promise<readonly string[]> {
  const rows = await ctx.tx
    .selectFrom('app.duty_alerts')
    .select('staff_id')
    .where('subject_id', '=', subject.id)
    .where('org_id', '=', orgId)
    .execute()
  return rows.map((row) => row.staff_id)
}

export async function insertAlerts(
  ctx: Context,
  alerts: readonly {
    readonly subject: DutySubject
    readonly orgId: string
    readonly staffId: string
    readonly step: number
    readonly passOnAt: Date
  }[],
): Promise<void> {
  if (alerts.length === 0) return
  await ctx.tx
    .insertInto('app.duty_alerts')
    .values(
      alerts.map((alert) => ({
        id: ctx.newId(),
        created_at: ctx.now,
        org_id: alert.orgId,
        subject_kind: alert.subject.kind,
        subject_id: alert.subject.id,
        staff_id: alert.staffId,
        step: alert.step,
        pass_on_at: alert.passOnAt,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export type WaitingAlert = {
  readonly id: string
  readonly org_id: string
  readonly subject_kind: string
  readonly subject_id: string
  readonly step: number
}

/** Alerts that nobody opened in time; other processes skip them while this transaction lasts. */
export async function takeOverdueAlerts(ctx: Context, limit: number): Promise<readonly WaitingAlert[]> {
  return ctx.tx
    .selectFrom('app.duty_alerts')
    .select(['id', 'org_id', 'subject_kind', 'subject_id', 'step'])
    .where('opened_at', 'is', null)
    .where('passed_at', 'is', null)
    .where('pass_on_at', '<=', ctx.now)
    .orderBy('pass_on_at')
    .limit(limit)
    .forUpdate()
    .skipLocked()
    .execute()
}

export async function markPassedOn(ctx: Context, id: string): Promise<void> {
  await ctx.tx.updateTable('app.duty_alerts').set({ passed_at: ctx.now }).where('id', '=', id).execute()
}

/** Somebody opened it: nobody else is woken. */
export async function markAlertsOpened(ctx: Context, subjectId: string): Promise<void> {
  await ctx.tx
    .updateTable('app.duty_alerts')
    .set({ opened_at: ctx.now })
    .where('subject_id', '=', subjectId)
    .where('opened_at', 'is', null)
    .execute()
}

export type NewShift = {
  readonly staffId: string
  readonly startsAt: Date
  readonly endsAt: Date
  readonly rank: number
}

export async function insertShift(
  ctx: Context,
  orgId: string,
  madeBy: string,
  shift: NewShift,
): Promise<string> {
  const id = ctx.newId()
  await ctx.tx
    .insertInto('app.duty_shifts')
    .values({
      id,
      created_at: ctx.now,
      org_id: orgId,
      staff_id: shift.staffId,
      starts_at: shift.startsAt,
      ends_at: shift.endsAt,
      rank: shift.rank,
      made_by: madeBy,
    })
    .execute()
  return id
}

export async function endShift(ctx: Context, id: string): Promise<boolean> {
  const result = await ctx.tx
    .updateTable('app.duty_shifts')
    .set({ ended_at: ctx.now })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return Number(result.numUpdatedRows) === 1
}

/** The list from now on, for the organisation's page. */
export async function listShifts(ctx: Context, orgId: string) {
  return ctx.tx
    .selectFrom('app.duty_shifts as d')
    .innerJoin('app.staff as s', 's.id', 'd.staff_id')
    .select(['d.id', 'd.staff_id', 's.display_name', 'd.starts_at', 'd.ends_at', 'd.rank'])
    .where('d.org_id', '=', orgId)
    .where('d.ended_at', 'is', null)
    .where('d.ends_at', '>', ctx.now)
    .orderBy('d.starts_at')
    .orderBy('d.rank')
    .limit(200)
    .execute()
}

/** What in danger was put before this person and nobody opened; the oldest first. */
export async function listMyAlerts(ctx: StaffContext) {
  return ctx.tx
    .selectFrom('app.duty_alerts')
    .select(['id', 'created_at', 'subject_kind', 'subject_id', 'step', 'pass_on_at', 'passed_at'])
    .where('staff_id', '=', ctx.actor.staffId)
    .where('opened_at', 'is', null)
    .orderBy('created_at')
    .limit(50)
    .execute()
}

/** Active colleagues who may be on call: those who read what is in danger. */
export async function listCallable(
  ctx: Context,
  orgId: string,
): Promise<readonly { readonly id: string; readonly name: string }[]> {
  const rows = await ctx.tx
    .selectFrom('app.staff as s')
    .innerJoin('app.staff_roles as r', 'r.staff_id', 's.id')
    .select(['s.id', 's.display_name'])
    .distinct()
    .where('s.org_id', '=', orgId)
    .where('s.state', '=', 'active')
    .where('r.role', 'in', ['intake-officer', 'caseworker', 'supervisor'])
    .where('r.confirmed_at', 'is not', null)
    .where('r.ended_at', 'is', null)
    .orderBy('s.display_name')
    .execute()
  return rows.map((row) => ({ id: row.id, name: row.display_name }))
}
