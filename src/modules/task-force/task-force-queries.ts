import { sql } from 'kysely'
import type { MemberPart, TaskForceLevel } from '#src/domain/task-force/codes.ts'
import type { StaffContext } from '#src/platform/db/context.ts'

export type TaskForceRow = {
  readonly id: string
  readonly level: TaskForceLevel
  readonly name: string
  readonly basis: string
  readonly source: string
  readonly source_on: string
  readonly part: MemberPart | null
}

/** The task forces of my body. */
export async function selectTaskForces(ctx: StaffContext): Promise<readonly TaskForceRow[]> {
  const { rows } = await sql<TaskForceRow>`
    select f.id, f.level, f.name, f.basis, f.source, to_char(f.source_on, 'YYYY-MM-DD') as source_on,
           app.task_force_part(f.id) as part
    from app.task_forces f order by f.level = 'national' desc, f.name, f.id limit 100`.execute(ctx.tx)
  return rows
}

export type MemberRow = {
  readonly org_id: string
  readonly name: string
  readonly kind: string
  readonly part: MemberPart
  readonly since: string
  readonly until: string | null
}

export async function selectMembers(ctx: StaffContext, taskForceId: string): Promise<readonly MemberRow[]> {
  const { rows } = await sql<MemberRow>`
    select m.org_id, o.short_name as name, o.kind, m.part, to_char(m.since, 'YYYY-MM-DD') as since,
           to_char(m.until, 'YYYY-MM-DD') as until
    from app.task_force_members m join app.organisations o on o.id = m.org_id
    where m.task_force_id = ${taskForceId}
    order by m.until is not null, array_position(array['chair', 'secretariat', 'member'], m.part), o.short_name`.execute(
    ctx.tx,
  )
  return rows
}

export async function insertTaskForce(ctx: StaffContext, row: Omit<TaskForceRow, 'part'>): Promise<void> {
  await ctx.tx
    .insertInto('app.task_forces')
    .values({ ...row, created_at: ctx.now, org_id: ctx.actor.orgId, by_staff: ctx.actor.staffId })
    .execute()
}

/** A body that was a member before is one again, with the part it has now. */
export async function insertMember(
  ctx: StaffContext,
  row: {
    readonly taskForceId: string
    readonly orgId: string
    readonly part: MemberPart
    readonly since: string
  },
): Promise<boolean> {
  const done = await ctx.tx
    .insertInto('app.task_force_members')
    .values({
      task_force_id: row.taskForceId,
      org_id: row.orgId,
      created_at: ctx.now,
      by_staff: ctx.actor.staffId,
      part: row.part,
      since: row.since,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return done.numInsertedOrUpdatedRows === 1n
}

export async function setMember(
  ctx: StaffContext,
  at: { readonly taskForceId: string; readonly orgId: string },
  change: { readonly part?: MemberPart; readonly until: string | null },
): Promise<boolean> {
  const done = await ctx.tx
    .updateTable('app.task_force_members')
    .set(change)
    .where('task_force_id', '=', at.taskForceId)
    .where('org_id', '=', at.orgId)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

export type EntryRow = {
  readonly id: string
  readonly code: string
  readonly urgency: string
  readonly lead_org: string
  readonly lead_name: string
  readonly org_id: string
  readonly by_name: string
  readonly created_at: Date
  readonly basis: 'consent' | 'guardian' | 'exception'
  readonly own_file: boolean
}

/** The cases before a task force as this member may see them: codes only. */
export async function selectEntries(ctx: StaffContext, taskForceId: string): Promise<readonly EntryRow[]> {
  const { rows } = await sql<EntryRow>`
    select l.*, o.short_name as lead_name, b.short_name as by_name
    from app.task_force_list(${taskForceId}) l
      join app.organisations o on o.id = l.lead_org join app.organisations b on b.id = l.org_id
    order by array_position(array['darurat', 'tinggi', 'sedang', 'rendah'], l.urgency), l.created_at, l.id`.execute(
    ctx.tx,
  )
  return rows
}

export type WorkRow = {
  readonly entry_id: string
  readonly line: 'need' | 'track'
  readonly kind: string
  readonly place: string | null
  readonly owner_org: string
  readonly owner_name: string
  readonly state: string
  readonly next_on: string | null
  readonly blocker: string | null
}

/** Who leads which need and which track of those cases. */
export async function selectWork(ctx: StaffContext, taskForceId: string): Promise<readonly WorkRow[]> {
  const { rows } = await sql<WorkRow>`
    select w.entry_id, w.line, w.kind, w.place, w.owner_org, o.short_name as owner_name, w.state,
           to_char(w.next_on, 'YYYY-MM-DD') as next_on, w.blocker
    from app.task_force_work(${taskForceId}) w join app.organisations o on o.id = w.owner_org
    order by w.line, w.kind, w.place, w.next_on`.execute(ctx.tx)
  return rows
}

export type BroughtRow = {
  readonly id: string
  readonly task_force_id: string
  readonly name: string
  readonly created_at: Date
  readonly basis: EntryRow['basis']
  readonly ground: string | null
  readonly readers: readonly string[]
  readonly ended_at: Date | null
  readonly ended_because: string | null
  readonly shows: boolean
  readonly version: number
}

/** Before which task forces my body brought this case. */
export async function selectBrought(ctx: StaffContext, caseId: string): Promise<readonly BroughtRow[]> {
  const { rows } = await sql<BroughtRow>`
    select e.id, e.task_force_id, f.name, e.created_at, e.basis, e.exception_ground as ground,
           array(select o.short_name from app.organisations o where o.id = any (e.readers) order by 1) as readers,
           e.ended_at, e.ended_because, app.task_force_shows(e.id) as shows, e.version
    from app.task_force_cases e join app.task_forces f on f.id = e.task_force_id
    where e.case_id = ${caseId} order by e.created_at desc limit 50`.execute(ctx.tx)
  return rows
}

export async function insertEntry(
  ctx: StaffContext,
  row: {
    readonly id: string
    readonly taskForceId: string
    readonly caseId: string
    readonly basis: EntryRow['basis']
    readonly ground: 'cannot-be-asked-and-in-danger' | 'child' | 'law-obliges' | null
    readonly readers: readonly string[]
    readonly until: Date | null
    readonly keyId: string
    readonly sealed: Buffer
  },
): Promise<boolean> {
  const done = await ctx.tx
    .insertInto('app.task_force_cases')
    .values({
      id: row.id,
      created_at: ctx.now,
      task_force_id: row.taskForceId,
      case_id: row.caseId,
      org_id: ctx.actor.orgId,
      by_staff: ctx.actor.staffId,
      basis: row.basis,
      exception_ground: row.ground,
      readers: [...row.readers],
      until: row.until,
      key_id: row.keyId,
      sealed: row.sealed,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return done.numInsertedOrUpdatedRows === 1n
}

export async function endEntry(
  ctx: StaffContext,
  at: { readonly id: string; readonly version: number },
  because: 'done' | 'withdrawn' | 'not-needed',
): Promise<boolean> {
  const done = await ctx.tx
    .updateTable('app.task_force_cases')
    .set({ ended_at: ctx.now, ended_because: because, version: at.version + 1 })
    .where('id', '=', at.id)
    .where('version', '=', at.version)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}
