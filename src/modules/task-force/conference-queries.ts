import { sql } from 'kysely'
import type {
  Attendance,
  CancelledBecause,
  ConferenceState,
  DecisionState,
  ItemKind,
} from '#src/domain/task-force/codes.ts'
import type { StaffContext } from '#src/platform/db/context.ts'

export type ConferenceRow = {
  readonly id: string
  readonly task_force_id: string
  readonly held_at: Date
  readonly state: ConferenceState
  readonly cancelled_because: CancelledBecause | null
  readonly key_id: string
  readonly sealed: Buffer
  readonly version: number
  readonly items: number
}

export async function selectConferences(
  ctx: StaffContext,
  asked: { readonly taskForceId: string; readonly id?: string },
): Promise<readonly ConferenceRow[]> {
  const { rows } = await sql<ConferenceRow>`
    select c.id, c.task_force_id, c.held_at, c.state, c.cancelled_because, c.key_id, c.sealed, c.version,
           (select count(*) from app.conference_items i where i.conference_id = c.id)::int as items
    from app.conferences c
    where c.task_force_id = ${asked.taskForceId} and (${asked.id ?? null}::uuid is null or c.id = ${asked.id ?? null}::uuid)
    order by c.held_at desc, c.id limit 100`.execute(ctx.tx)
  return rows
}

export async function insertConference(
  ctx: StaffContext,
  row: {
    readonly id: string
    readonly taskForceId: string
    readonly at: Date
    readonly keyId: string
    readonly sealed: Buffer
    readonly bodies: readonly string[]
  },
): Promise<void> {
  await ctx.tx
    .insertInto('app.conferences')
    .values({
      id: row.id,
      created_at: ctx.now,
      task_force_id: row.taskForceId,
      org_id: ctx.actor.orgId,
      by_staff: ctx.actor.staffId,
      held_at: row.at,
      key_id: row.keyId,
      sealed: row.sealed,
    })
    .execute()
  await ctx.tx
    .insertInto('app.conference_bodies')
    .values(row.bodies.map((body) => ({ conference_id: row.id, org_id: body, created_at: ctx.now })))
    .execute()
}

export async function updateConference(
  ctx: StaffContext,
  at: { readonly id: string; readonly version: number },
  change: { readonly state: ConferenceState; readonly cancelled_because: CancelledBecause | null },
): Promise<boolean> {
  const done = await ctx.tx
    .updateTable('app.conferences')
    .set({ ...change, version: at.version + 1 })
    .where('id', '=', at.id)
    .where('version', '=', at.version)
    .where('state', '=', 'planned')
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

export type AttendanceRow = {
  readonly org_id: string
  readonly name: string
  readonly attendance: Attendance
}

export async function selectAttendance(
  ctx: StaffContext,
  conferenceId: string,
): Promise<readonly AttendanceRow[]> {
  const { rows } = await sql<AttendanceRow>`
    select b.org_id, o.short_name as name, b.attendance from app.conference_bodies b
      join app.organisations o on o.id = b.org_id
    where b.conference_id = ${conferenceId} order by o.short_name`.execute(ctx.tx)
  return rows
}

export async function setAttendance(
  ctx: StaffContext,
  at: { readonly conferenceId: string; readonly orgId: string },
  attendance: Attendance,
): Promise<void> {
  await ctx.tx
    .updateTable('app.conference_bodies')
    .set({ attendance })
    .where('conference_id', '=', at.conferenceId)
    .where('org_id', '=', at.orgId)
    .execute()
}

export type ItemRow = {
  readonly id: string
  readonly position: number
  readonly kind: ItemKind
  readonly entry_id: string | null
  readonly finding_id: string | null
  readonly by_name: string
  readonly key_id: string
  readonly topic_sealed: Buffer
  readonly minutes_sealed: Buffer | null
  readonly version: number
}

export async function selectItems(ctx: StaffContext, conferenceId: string): Promise<readonly ItemRow[]> {
  const { rows } = await sql<ItemRow>`
    select i.id, i.position, i.kind, i.entry_id, i.finding_id, o.short_name as by_name, i.key_id, i.topic_sealed,
           i.minutes_sealed, i.version
    from app.conference_items i join app.organisations o on o.id = i.org_id
    where i.conference_id = ${conferenceId} order by i.position, i.id limit 100`.execute(ctx.tx)
  return rows
}

export async function insertItem(
  ctx: StaffContext,
  row: {
    readonly id: string
    readonly conferenceId: string
    readonly kind: ItemKind
    readonly entryId: string | null
    readonly findingId: string | null
    readonly keyId: string
    readonly topic: Buffer
    readonly position: number
  },
): Promise<void> {
  await ctx.tx
    .insertInto('app.conference_items')
    .values({
      id: row.id,
      created_at: ctx.now,
      conference_id: row.conferenceId,
      org_id: ctx.actor.orgId,
      by_staff: ctx.actor.staffId,
      position: row.position,
      kind: row.kind,
      entry_id: row.entryId,
      finding_id: row.findingId,
      key_id: row.keyId,
      topic_sealed: row.topic,
    })
    .execute()
}

export async function updateItem(
  ctx: StaffContext,
  at: { readonly id: string; readonly version: number },
  change: { readonly minutes_sealed?: Buffer; readonly position?: number },
): Promise<boolean> {
  const done = await ctx.tx
    .updateTable('app.conference_items')
    .set({ ...change, version: at.version + 1 })
    .where('id', '=', at.id)
    .where('version', '=', at.version)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

export type DecisionRow = {
  readonly id: string
  readonly created_at: Date
  readonly task_force_id: string
  readonly task_force: string
  readonly item_id: string
  readonly org_id: string
  readonly body: string
  readonly due_on: string
  readonly state: DecisionState
  readonly answered_on: string | null
  readonly entry_id: string | null
  readonly key_id: string
  readonly sealed: Buffer
  readonly outcome_sealed: Buffer | null
  readonly version: number
}

export type DecisionQuestion = {
  readonly taskForceId?: string
  readonly conferenceId?: string
  readonly id?: string
  /** Open ones of this body. */
  readonly openOf?: string
}

/** Decisions, the open and the oldest day first. */
export async function selectDecisions(
  ctx: StaffContext,
  asked: DecisionQuestion,
): Promise<readonly DecisionRow[]> {
  const or = (value: string | undefined) => value ?? null
  const { rows } = await sql<DecisionRow>`
    select d.id, d.created_at, d.task_force_id, f.name as task_force, d.item_id, d.org_id, o.short_name as body,
           to_char(d.due_on, 'YYYY-MM-DD') as due_on, d.state,
           to_char(d.answered_at at time zone 'UTC', 'YYYY-MM-DD') as answered_on, i.entry_id, d.key_id, d.sealed,
           d.outcome_sealed, d.version
    from app.task_force_decisions d join app.task_forces f on f.id = d.task_force_id
      join app.organisations o on o.id = d.org_id left join app.conference_items i on i.id = d.item_id
    where (${or(asked.taskForceId)}::uuid is null or d.task_force_id = ${or(asked.taskForceId)}::uuid)
      and (${or(asked.conferenceId)}::uuid is null or i.conference_id = ${or(asked.conferenceId)}::uuid)
      and (${or(asked.id)}::uuid is null or d.id = ${or(asked.id)}::uuid)
      and (${or(asked.openOf)}::uuid is null or (d.org_id = ${or(asked.openOf)}::uuid and d.state = 'open'))
    order by d.state <> 'open', d.due_on, d.id limit 500`.execute(ctx.tx)
  return rows
}

export async function mayTake(ctx: StaffContext, itemId: string, orgId: string): Promise<boolean> {
  const { rows } = await sql<{
    may: boolean
  }>`select app.may_take_decision(${itemId}, ${orgId}) as may`.execute(ctx.tx)
  return rows[0]?.may === true
}

export async function insertDecision(
  ctx: StaffContext,
  row: {
    readonly id: string
    readonly taskForceId: string
    readonly itemId: string
    readonly orgId: string
    readonly dueOn: string
    readonly keyId: string
    readonly sealed: Buffer
  },
): Promise<void> {
  await ctx.tx
    .insertInto('app.task_force_decisions')
    .values({
      id: row.id,
      created_at: ctx.now,
      task_force_id: row.taskForceId,
      item_id: row.itemId,
      org_id: row.orgId,
      by_org: ctx.actor.orgId,
      by_staff: ctx.actor.staffId,
      due_on: row.dueOn,
      key_id: row.keyId,
      sealed: row.sealed,
    })
    .execute()
}

export async function updateDecision(
  ctx: StaffContext,
  at: { readonly id: string; readonly version: number },
  answer: { readonly state: DecisionState; readonly outcome: Buffer | null },
): Promise<boolean> {
  const done = await ctx.tx
    .updateTable('app.task_force_decisions')
    .set({
      state: answer.state,
      outcome_sealed: answer.outcome,
      answered_at: ctx.now,
      answered_by: ctx.actor.staffId,
      version: at.version + 1,
    })
    .where('id', '=', at.id)
    .where('version', '=', at.version)
    .where('state', '=', 'open')
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}
