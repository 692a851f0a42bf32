import { sql } from 'kysely'
import type { WrittenKind, WrittenRole } from '#src/domain/networks/written.ts'
import type { Context, StaffContext } from '#src/platform/db/context.ts'
import type { DataKey } from '#src/platform/crypto/vault.ts'
import type { Tokens } from './tokens.ts'

export type NewMention = {
  readonly id: string
  readonly file: FileId
  readonly kind: WrittenKind
  readonly role: WrittenRole
  readonly saidOn: Date | undefined
  readonly tokens: Tokens
  readonly key: DataKey
  readonly valueSealed: Buffer
  readonly sourceSealed: Buffer
  readonly expiresAt: Date
}

/** Where it is said: in a case or in a tip. */
export type FileId = { readonly caseId: string } | { readonly reportId: string }

export async function insertMention(ctx: StaffContext, mention: NewMention): Promise<void> {
  await ctx.tx
    .insertInto('app.network_mentions')
    .values({
      id: mention.id,
      created_at: ctx.now,
      org_id: ctx.actor.orgId,
      ...('caseId' in mention.file ? { case_id: mention.file.caseId } : { report_id: mention.file.reportId }),
      role: mention.role,
      kind: mention.kind,
      token: mention.tokens.token,
      part_token: mention.tokens.part ?? null,
      word_tokens: [...mention.tokens.words],
      said_on: mention.saidOn ?? null,
      by_staff: ctx.actor.staffId,
      key_id: mention.key.id,
      value_sealed: mention.valueSealed,
      source_sealed: mention.sourceSealed,
      expires_at: mention.expiresAt,
    })
    .execute()
}

export type MentionRow = NonNullable<Awaited<ReturnType<typeof findMentionRow>>>

const mentions = (ctx: Context) =>
  ctx.tx
    .selectFrom('app.network_mentions as m')
    .leftJoin('app.cases as c', 'c.id', 'm.case_id')
    .leftJoin('app.organisations as o', 'o.id', 'm.org_id')
    .select([
      'm.id',
      'm.created_at',
      'm.org_id',
      'm.case_id',
      'm.report_id',
      'm.kind',
      'm.role',
      'm.said_on',
      'm.by_staff',
      'm.key_id',
      'm.value_sealed',
      'm.source_sealed',
      'm.state',
      'm.checked_by',
      'm.confirmed_by',
      'm.expires_at',
      'm.version',
      'c.code as case_code',
      'o.name_id as org_name',
    ])

export async function findMentionRow(ctx: Context, id: string) {
  return mentions(ctx).where('m.id', '=', id).executeTakeFirst()
}

/** Those whose time is over are gone from every list; who wrote them may renew them by their address. */
export async function listMentionRows(
  ctx: StaffContext,
  asked: {
    readonly kind?: string | undefined
    readonly state?: string | undefined
    readonly ids?: readonly string[]
    readonly limit: number
    readonly offset: number
  },
) {
  let query = mentions(ctx).where('m.expires_at', '>', ctx.now).orderBy('m.id', 'desc')
  if (asked.ids) query = query.where('m.id', 'in', [...asked.ids])
  else query = query.where('m.org_id', '=', ctx.actor.orgId)
  if (asked.kind !== undefined) query = query.where('m.kind', '=', asked.kind)
  if (asked.state !== undefined) query = query.where('m.state', '=', asked.state)
  return query.limit(asked.limit).offset(asked.offset).execute()
}

export async function updateMention(
  ctx: StaffContext,
  id: string,
  version: number,
  set: {
    readonly state?: string
    readonly checked_by?: string
    readonly confirmed_by?: string
    readonly expires_at: Date
  },
): Promise<boolean> {
  const done = await ctx.tx
    .updateTable('app.network_mentions')
    .set({ ...set, version: sql`version + 1` })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

export async function findCaseId(ctx: Context, code: string): Promise<string | undefined> {
  const row = await ctx.tx.selectFrom('app.cases').select('id').where('code', '=', code).executeTakeFirst()
  return row?.id
}

export async function seesReport(ctx: Context, id: string): Promise<boolean> {
  const row = await ctx.tx.selectFrom('app.reports').select('id').where('id', '=', id).executeTakeFirst()
  return row !== undefined
}
