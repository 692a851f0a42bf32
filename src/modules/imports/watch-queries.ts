/** What the jobs see of old lists: which run was cut, who answers for it, which file's day has come. */
import type { Context } from '#src/platform/db/context.ts'

export type Runner = { readonly staffId: string; readonly orgId: string; readonly roles: readonly string[] }

/** Who answers for a run, with the roles of today; no roles when the account is closed. */
export async function findRunner(ctx: Context, id: string): Promise<Runner | undefined> {
  const row = await ctx.tx
    .selectFrom('app.list_imports as i')
    .innerJoin('app.staff as s', 's.id', 'i.staff_id')
    .select(['i.staff_id', 'i.org_id', 's.state'])
    .where('i.id', '=', id)
    .where('i.state', '=', 'running')
    .executeTakeFirst()
  if (!row) return undefined
  const roles = await ctx.tx
    .selectFrom('app.staff_roles')
    .select('role')
    .where('staff_id', '=', row.staff_id)
    .where('org_id', '=', row.org_id)
    .where('confirmed_at', 'is not', null)
    .where('ended_at', 'is', null)
    .execute()
  return {
    staffId: row.staff_id,
    orgId: row.org_id,
    roles: row.state === 'active' ? roles.map(({ role }) => role) : [],
  }
}

/** Runs that have not moved since. */
export async function listCutRuns(ctx: Context, since: Date): Promise<readonly string[]> {
  const rows = await ctx.tx
    .selectFrom('app.list_imports')
    .select('id')
    .where('state', '=', 'running')
    .where('moved_at', '<', since)
    .limit(10)
    .execute()
  return rows.map(({ id }) => id)
}

type Gone = { readonly id: string; readonly org_id: string }

/** Files whose day has come: the bytes and what was said of the columns go, a draft goes whole. */
export async function forgetFiles(ctx: Context): Promise<readonly Gone[]> {
  const drafts = await ctx.tx
    .deleteFrom('app.list_imports')
    .where('state', '=', 'draft')
    .where('forget_at', '<=', ctx.now)
    .returning(['id', 'org_id'])
    .execute()
  const files = await ctx.tx
    .updateTable('app.list_imports')
    .set({ file_sealed: null, mapping_sealed: null })
    .where('state', 'in', ['stopped', 'done', 'undone'])
    .where('file_sealed', 'is not', null)
    .where('forget_at', '<=', ctx.now)
    .returning(['id', 'org_id'])
    .execute()
  return [...drafts, ...files]
}
