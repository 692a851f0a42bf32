import type { Context } from '#src/platform/db/context.ts'

export type FoundMention = Awaited<ReturnType<typeof listAliveMentions>>[number]

/**
 * All mentions that count today, for the job that looks for what is the same. What a protected case says stays in it: nobody
 * learns by a link that such a case exists.
 */
export async function listAliveMentions(ctx: Context) {
  return ctx.tx
    .selectFrom('app.network_mentions as m')
    .select([
      'm.id',
      'm.org_id',
      'm.case_id',
      'm.report_id',
      'm.kind',
      'm.role',
      'm.token',
      'm.part_token',
      'm.word_tokens',
      'm.said_on',
      'm.created_at',
      'm.state',
      'm.expires_at',
    ])
    .where('m.state', '<>', 'refuted')
    .where('m.expires_at', '>', ctx.now)
    .where('m.kind', '<>', 'modus')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('app.case_files as f')
            .select('f.case_id')
            .whereRef('f.case_id', '=', 'm.case_id')
            .where('f.protected', '=', true),
        ),
      ),
    )
    .orderBy('m.id')
    .execute()
}

/** The group of each mention in the last run, so that a group keeps its address. */
export async function listFormerGroups(ctx: Context): Promise<ReadonlyMap<string, string>> {
  const rows = await ctx.tx
    .selectFrom('app.network_links')
    .select(['group_id', 'left_mention', 'right_mention'])
    .execute()
  return new Map(
    rows.flatMap((row) => [
      [row.left_mention, row.group_id],
      [row.right_mention, row.group_id],
    ]),
  )
}

export type NewGroup = {
  readonly id: string
  readonly leadOrg: string
  readonly orgs: readonly string[]
  readonly files: number
  readonly bridges: number
  readonly expiresAt: Date
  readonly links: readonly NewLink[]
}
export type NewLink = {
  readonly joinNo: number
  readonly evidence: string
  readonly strength: 'strong' | 'weak'
  readonly left: LinkSide
  readonly right: LinkSide
  readonly expiresAt: Date
}
export type LinkSide = { readonly mention: FoundMention; readonly no: number }

const AT_ONCE = 500

/** What was found before is gone: an expired or refuted mention leaves no link behind. */
export async function replaceGroups(ctx: Context, groups: readonly NewGroup[]): Promise<void> {
  await ctx.tx.deleteFrom('app.network_links').execute()
  await ctx.tx.deleteFrom('app.network_groups').execute()
  for (let at = 0; at < groups.length; at += AT_ONCE)
    await ctx.tx
      .insertInto('app.network_groups')
      .values(
        groups.slice(at, at + AT_ONCE).map((group) => ({
          id: group.id,
          created_at: ctx.now,
          found_at: ctx.now,
          lead_org: group.leadOrg,
          orgs: [...group.orgs],
          files: group.files,
          bridges: group.bridges,
          expires_at: group.expiresAt,
        })),
      )
      .execute()
  const links = groups.flatMap((group) => group.links.map((link) => rowOf(ctx, group.id, link)))
  for (let at = 0; at < links.length; at += AT_ONCE)
    await ctx.tx
      .insertInto('app.network_links')
      .values(links.slice(at, at + AT_ONCE))
      .execute()
}

function rowOf(
  ctx: Context,
  groupId: string,
  { joinNo, evidence, strength, left, right, expiresAt }: NewLink,
) {
  return {
    id: ctx.newId(),
    created_at: ctx.now,
    group_id: groupId,
    join_no: joinNo,
    evidence,
    strength,
    left_mention: left.mention.id,
    right_mention: right.mention.id,
    left_no: left.no,
    right_no: right.no,
    left_org: left.mention.org_id,
    right_org: right.mention.org_id,
    left_state: left.mention.state,
    right_state: right.mention.state,
    left_day: left.mention.said_on,
    right_day: right.mention.said_on,
    expires_at: expiresAt,
  }
}

/** Mentions that nobody renewed for half a year after their end. */
export async function deleteLongEnded(ctx: Context, endedBefore: Date): Promise<number> {
  const done = await ctx.tx
    .deleteFrom('app.network_mentions')
    .where('expires_at', '<', endedBefore)
    .executeTakeFirst()
  return Number(done.numDeletedRows)
}
