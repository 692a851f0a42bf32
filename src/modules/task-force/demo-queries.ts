import { sql } from 'kysely'
import type { Context } from '#src/platform/db/context.ts'

/** The people and bodies of the demonstration that meet; undefined where it is not there, or where something was done already. */
export async function findDemoCast(ctx: Context, signIns: readonly string[]) {
  const { rows: begun } = await sql`
    select 1 from app.task_forces union all select 1 from app.tracks limit 1`.execute(ctx.tx)
  if (begun.length > 0) return undefined
  const { rows } = await sql<{ name: string; id: string; org_id: string; roles: string[] }>`
    select s.sign_in_name as name, s.id, s.org_id,
           array(select r.role from app.staff_roles r where r.staff_id = s.id and r.ended_at is null) as roles
    from app.staff s join app.organisations o on o.id = s.org_id and o.demo
    where s.sign_in_name = any (${signIns}::text[]) and s.state = 'active'`.execute(ctx.tx)
  return rows.length === signIns.length ? rows : undefined
}

/** Open cases that a body leads, trafficking first. */
export async function findDemoCases(ctx: Context, orgId: string, most: number): Promise<readonly string[]> {
  const { rows } = await sql<{ code: string }>`
    select f.code from app.case_files f
    where f.org_id = ${orgId} and f.is_lead and f.state = 'active' and f.case_state = 'open' and not f.protected
      and f.country = 'MY'
    order by 'TRAFFICKING' = any (f.case_types) desc, f.touched_at desc, f.code limit ${most}`.execute(ctx.tx)
  return rows.map((row) => row.code)
}
