import { sql } from 'kysely'
import type { Context } from '#src/platform/db/context.ts'

export type DemoBody = {
  readonly id: string
  readonly slug: string
  readonly staff: readonly { readonly id: string; readonly roles: readonly string[] }[]
}

/** Agreements of any body: the demonstration was filled before. */
export async function hasAgreements(ctx: Context): Promise<boolean> {
  const row = await ctx.tx.selectFrom('app.sharing_agreements').select('id').limit(1).executeTakeFirst()
  return row !== undefined
}

/** The bodies of the demonstration with their staff and the roles that count now. */
export async function findDemoBodies(ctx: Context): Promise<readonly DemoBody[]> {
  const { rows } = await sql<DemoBody>`
    select o.id, o.slug, coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'roles', s.roles) order by s.name)
             filter (where s.id is not null), '[]') as staff
    from app.organisations o
    left join (
      select s.id, s.org_id, s.sign_in_name as name, array_agg(r.role order by r.role) as roles
      from app.staff s join app.staff_roles r on r.staff_id = s.id
      where r.ended_at is null and (r.confirmed_at is not null or r.first_set_up) group by s.id) s on s.org_id = o.id
    where o.demo group by o.id, o.slug order by o.slug`.execute(ctx.tx)
  return rows
}
