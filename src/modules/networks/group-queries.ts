import { sql } from 'kysely'
import type { Context, StaffContext } from '#src/platform/db/context.ts'

export async function listGroupRows(
  ctx: StaffContext,
  asked: { readonly limit: number; readonly offset: number },
) {
  return groups(ctx).limit(asked.limit).offset(asked.offset).execute()
}

export async function findGroupRow(ctx: StaffContext, id: string) {
  return groups(ctx).where('g.id', '=', id).executeTakeFirst()
}

const groups = (ctx: StaffContext) =>
  ctx.tx
    .selectFrom('app.network_groups as g')
    .innerJoin('app.organisations as o', 'o.id', 'g.lead_org')
    .select([
      'g.id',
      'g.found_at',
      'g.lead_org',
      'o.name_id as lead_name',
      'g.files',
      'g.bridges',
      'g.expires_at',
    ])
    .where('g.expires_at', '>', ctx.now)
    .orderBy('g.files', 'desc')
    .orderBy('g.id')

/** Only links that count today. */
export async function listLinkRows(ctx: StaffContext, groupIds: readonly string[]) {
  if (groupIds.length === 0) return []
  return ctx.tx
    .selectFrom('app.network_links as l')
    .innerJoin('app.organisations as lo', 'lo.id', 'l.left_org')
    .innerJoin('app.organisations as ro', 'ro.id', 'l.right_org')
    .select([
      'l.id',
      'l.group_id',
      'l.join_no',
      'l.evidence',
      'l.strength',
      'l.left_mention',
      'l.right_mention',
      'l.left_no',
      'l.right_no',
      'l.left_org',
      'l.right_org',
      'lo.name_id as left_name',
      'ro.name_id as right_name',
      'l.left_state',
      'l.right_state',
      'l.left_day',
      'l.right_day',
      'l.expires_at',
    ])
    .where('l.group_id', 'in', [...groupIds])
    .where('l.expires_at', '>', ctx.now)
    .orderBy('l.id')
    .execute()
}

export async function listAskRows(ctx: StaffContext) {
  return ctx.tx
    .selectFrom('app.network_asks as a')
    .innerJoin('app.organisations as f', 'f.id', 'a.from_org')
    .innerJoin('app.organisations as t', 't.id', 'a.to_org')
    .select([
      'a.id',
      'a.created_at',
      'a.group_id',
      'a.mention_id',
      'a.from_org',
      'a.to_org',
      'f.name_id as from_name',
      't.name_id as to_name',
      'a.state',
      'a.answered_at',
      'a.until',
      'a.version',
    ])
    .where('a.until', '>', ctx.now)
    .orderBy('a.id', 'desc')
    .limit(200)
    .execute()
}

export async function insertAsk(
  ctx: StaffContext,
  ask: {
    readonly id: string
    readonly groupId: string
    readonly mentionId: string
    readonly toOrg: string
    readonly until: Date
  },
): Promise<void> {
  await ctx.tx
    .insertInto('app.network_asks')
    .values({
      id: ask.id,
      created_at: ctx.now,
      group_id: ask.groupId,
      mention_id: ask.mentionId,
      from_org: ctx.actor.orgId,
      to_org: ask.toOrg,
      by_staff: ctx.actor.staffId,
      until: ask.until,
    })
    .execute()
}

export async function updateAsk(
  ctx: StaffContext,
  id: string,
  version: number,
  set: { readonly state: 'given' | 'refused'; readonly until: Date },
): Promise<boolean> {
  const done = await ctx.tx
    .updateTable('app.network_asks')
    .set({ ...set, answered_by: ctx.actor.staffId, answered_at: ctx.now, version: sql`version + 1` })
    .where('id', '=', id)
    .where('version', '=', version)
    .where('state', '=', 'open')
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

export async function hasAsked(ctx: Context, mentionId: string, orgId: string): Promise<boolean> {
  const row = await ctx.tx
    .selectFrom('app.network_asks')
    .select('id')
    .where('mention_id', '=', mentionId)
    .where('from_org', '=', orgId)
    .executeTakeFirst()
  return row !== undefined
}
