import { sql } from 'kysely'
import type { OfficialTextState } from '#src/domain/law/official-text.ts'
import type { Context } from '#src/platform/db/context.ts'
import { InvalidInputError } from '#src/platform/errors.ts'

export type NewText = {
  readonly id: string
  readonly instrument: string
  readonly language: string
  readonly kind: string
  readonly source: string
  readonly url: string | null
  readonly retrievedOn: string
  readonly mediaType: string
  readonly bytes: Uint8Array
  readonly sha256: Uint8Array
  readonly originalSha256: Uint8Array
  readonly staffId: string
  readonly orgId: string
}

/** Throws InvalidInputError `law.text-twice` where the same file stands under the instrument already. */
export async function insertText(ctx: Context, text: NewText): Promise<void> {
  const there = await findSame(ctx, text.instrument, text.originalSha256)
  const twice = (): InvalidInputError => new InvalidInputError([{ path: 'file', code: 'law.text-twice' }])
  if (there) throw twice()
  try {
    await ctx.tx
      .insertInto('app.law_texts')
      .values({
        id: text.id,
        created_at: ctx.now,
        instrument: text.instrument,
        language: text.language,
        kind: text.kind,
        source: text.source,
        url: text.url,
        retrieved_on: text.retrievedOn,
        media_type: text.mediaType,
        size_bytes: text.bytes.length,
        sha256: Buffer.from(text.sha256),
        original_sha256: Buffer.from(text.originalSha256),
        bytes: Buffer.from(text.bytes),
        uploader: text.staffId,
        uploader_org: text.orgId,
      })
      .execute()
  } catch (error) {
    // Two people at once.
    if ((error as { readonly constraint?: string }).constraint === 'law_texts_same_idx') throw twice()
    throw error
  }
}

export async function findSame(ctx: Context, instrument: string, originalSha256: Uint8Array) {
  return ctx.tx
    .selectFrom('app.law_texts')
    .select('id')
    .where('instrument', '=', instrument)
    .where('original_sha256', '=', Buffer.from(originalSha256))
    .where('state', '<>', 'withdrawn')
    .executeTakeFirst()
}

/** For the public: what two people have read; never who they are, only their bodies. */
export async function listPublicTexts(ctx: Context, instrument: string) {
  return ctx.tx
    .selectFrom('app.law_texts as t')
    .innerJoin('app.organisations as uo', 'uo.id', 't.uploader_org')
    .innerJoin('app.organisations as ro', 'ro.id', 't.reader_org')
    .select([
      't.id',
      't.instrument',
      't.language',
      't.kind',
      't.source',
      't.url',
      sql<string>`t.retrieved_on::text`.as('retrieved_on'),
      't.media_type',
      't.size_bytes',
      't.read_at',
      'uo.name_id as first_body',
      'ro.name_id as second_body',
      sql<string>`encode(t.sha256, 'hex')`.as('sha256'),
    ])
    .where('t.instrument', '=', instrument)
    .where('t.state', '=', 'confirmed')
    .orderBy('t.read_at')
    .orderBy('t.id')
    .execute()
}

/** A confirmed text with its bytes, under this instrument only. */
export async function readPublicText(ctx: Context, instrument: string, id: string) {
  return ctx.tx
    .selectFrom('app.law_texts')
    .select(['id', 'instrument', 'language', 'media_type', 'bytes'])
    .where('id', '=', id)
    .where('instrument', '=', instrument)
    .where('state', '=', 'confirmed')
    .executeTakeFirst()
}

/** For staff, in any state. */
export async function readText(ctx: Context, id: string) {
  return ctx.tx
    .selectFrom('app.law_texts')
    .select(['id', 'instrument', 'language', 'media_type', 'bytes'])
    .where('id', '=', id)
    .executeTakeFirst()
}

export async function listTextFiles(
  ctx: Context,
  {
    states,
    limit,
    offset,
  }: { readonly states: readonly OfficialTextState[]; readonly limit: number; readonly offset: number },
) {
  return textRows(ctx)
    .where('t.state', 'in', [...states])
    .orderBy('t.created_at', 'desc')
    .orderBy('t.id', 'desc')
    .limit(limit)
    .offset(offset)
    .execute()
}

export async function findTextFile(ctx: Context, id: string) {
  return textRows(ctx).where('t.id', '=', id).executeTakeFirst()
}

function textRows(ctx: Context) {
  return ctx.tx
    .selectFrom('app.law_texts as t')
    .leftJoin('app.staff as u', 'u.id', 't.uploader')
    .leftJoin('app.staff as r', 'r.id', 't.reader')
    .innerJoin('app.organisations as uo', 'uo.id', 't.uploader_org')
    .leftJoin('app.organisations as ro', 'ro.id', 't.reader_org')
    .select([
      't.id',
      't.created_at',
      't.instrument',
      't.language',
      't.kind',
      't.source',
      't.url',
      sql<string>`t.retrieved_on::text`.as('retrieved_on'),
      't.media_type',
      't.size_bytes',
      't.state',
      't.uploader',
      't.read_at',
      't.withdrawn_at',
      't.reason',
      't.version',
      'u.display_name as uploader_name',
      'uo.name_id as uploader_body',
      'r.display_name as reader_name',
      'ro.name_id as reader_body',
      sql<string>`encode(t.sha256, 'hex')`.as('sha256'),
    ])
}

/** False when somebody else decided first. */
export async function confirmProposed(
  ctx: Context,
  { id, version }: TextSeen,
  reader: { readonly staffId: string; readonly orgId: string },
): Promise<boolean> {
  const done = await ctx.tx
    .updateTable('app.law_texts')
    .set({
      state: 'confirmed',
      reader: reader.staffId,
      reader_org: reader.orgId,
      read_at: ctx.now,
      version: version + 1,
    })
    .where('id', '=', id)
    .where('version', '=', version)
    .where('state', '=', 'proposed')
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

export type TextSeen = { readonly id: string; readonly version: number }

/** False when somebody else decided first. */
export async function withdrawStanding(
  ctx: Context,
  { id, version }: TextSeen,
  { staffId, reason }: { readonly staffId: string; readonly reason: string },
): Promise<boolean> {
  const done = await ctx.tx
    .updateTable('app.law_texts')
    .set({
      state: 'withdrawn',
      withdrawn_by: staffId,
      withdrawn_at: ctx.now,
      reason,
      version: version + 1,
    })
    .where('id', '=', id)
    .where('version', '=', version)
    .where('state', 'in', ['proposed', 'confirmed'])
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

/** All confirmed texts with their bytes, the smallest first: as many as fit go along with a release. */
export async function listForExport(ctx: Context) {
  return ctx.tx
    .selectFrom('app.law_texts')
    .select([
      'id',
      'instrument',
      'language',
      'kind',
      'source',
      'url',
      'media_type',
      'size_bytes',
      sql<string>`retrieved_on::text`.as('retrieved_on'),
      sql<string>`encode(sha256, 'hex')`.as('sha256'),
    ])
    .where('state', '=', 'confirmed')
    .orderBy('size_bytes')
    .orderBy('id')
    .execute()
}

/** Two drafters of the demonstration, and whether any text stands already. */
export async function demoReaders(ctx: Context) {
  const there = await ctx.tx.selectFrom('app.law_texts').select('id').limit(1).executeTakeFirst()
  const drafters = await ctx.tx
    .selectFrom('app.staff_roles as r')
    .innerJoin('app.staff as s', 's.id', 'r.staff_id')
    .select(['s.id', 's.org_id'])
    .where('r.role', '=', 'law-drafter')
    .orderBy('s.sign_in_name', 'desc')
    .limit(2)
    .execute()
  return { there: there !== undefined, drafters }
}
