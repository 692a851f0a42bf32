import { sql } from 'kysely'
import type { ReleaseFiles } from '#src/domain/law/release.ts'
import type { Context } from '#src/platform/db/context.ts'
import type { IndexRow } from './index-rows.ts'

/** Two processes that start together, or two people who release at once, go one after the other. */
export async function waitForRelease(ctx: Context): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('payung.law.release'))`.execute(ctx.tx)
}

export async function currentRelease(ctx: Context) {
  return ctx.tx
    .selectFrom('app.law_current as c')
    .innerJoin('app.law_releases as r', 'r.id', 'c.release_id')
    .select(['r.id', 'r.label', 'r.origin', 'r.content_hash', 'r.base_id', 'c.since', 'c.version'])
    .executeTakeFirst()
}

const SHOWN = [
  'r.id',
  'r.created_at',
  'r.label',
  'r.origin',
  'r.content_hash',
  'r.base_id',
  'r.before_id',
  'r.note',
] as const

export async function listReleases(ctx: Context) {
  return ctx.tx
    .selectFrom('app.law_releases as r')
    .leftJoin('app.staff as s', 's.id', 'r.made_by')
    .select([...SHOWN, 's.display_name as maker'])
    .orderBy('r.created_at', 'desc')
    .orderBy('r.id', 'desc')
    .execute()
}

export async function findRelease(ctx: Context, id: string) {
  return ctx.tx.selectFrom('app.law_releases as r').select(SHOWN).where('r.id', '=', id).executeTakeFirst()
}

/** Files that this installation saw before as a base. */
export async function findBase(ctx: Context, hash: string) {
  return ctx.tx
    .selectFrom('app.law_releases')
    .select(['id'])
    .where('content_hash', '=', hash)
    .where('base_id', 'is', null)
    .executeTakeFirst()
}

/** The whole files; undefined when there is no such release. */
export async function readReleaseFiles(ctx: Context, id: string): Promise<ReleaseFiles | undefined> {
  const row = await ctx.tx
    .selectFrom('app.law_releases')
    .select('files')
    .where('id', '=', id)
    .executeTakeFirst()
  return row ? new Map(Object.entries(row.files as Record<string, never>)) : undefined
}

export async function isLabelTaken(ctx: Context, label: string): Promise<boolean> {
  const row = await ctx.tx
    .selectFrom('app.law_releases')
    .select('id')
    .where('label', '=', label)
    .executeTakeFirst()
  return row !== undefined
}

export type NewRelease = {
  readonly id: string
  readonly label: string
  readonly origin: 'shipped' | 'imported' | 'upgraded' | 'made-here'
  readonly hash: string
  readonly files: ReleaseFiles
  readonly baseId: string | null
  readonly beforeId: string | null
  readonly madeBy: string | null
  readonly note: string | null
}

export async function insertRelease(ctx: Context, release: NewRelease): Promise<void> {
  await ctx.tx
    .insertInto('app.law_releases')
    .values({
      id: release.id,
      created_at: ctx.now,
      label: release.label,
      origin: release.origin,
      content_hash: release.hash,
      files: JSON.stringify(Object.fromEntries(release.files)),
      base_id: release.baseId,
      before_id: release.beforeId,
      made_by: release.madeBy,
      note: release.note,
    })
    .execute()
}

/** `seen`: the version of the row that the maker looked at; false when another release came in between. */
export async function putInForce(
  ctx: Context,
  releaseId: string,
  seen: number | undefined,
  staffId: string | null,
): Promise<boolean> {
  if (seen === undefined) {
    await ctx.tx
      .insertInto('app.law_current')
      .values({ id: 1, release_id: releaseId, since: ctx.now, by_staff: staffId })
      .execute()
    return true
  }
  const done = await ctx.tx
    .updateTable('app.law_current')
    .set({ release_id: releaseId, since: ctx.now, by_staff: staffId, version: seen + 1 })
    .where('version', '=', seen)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

const ROWS_AT_ONCE = 500

export async function replaceIndex(ctx: Context, rows: readonly IndexRow[]): Promise<void> {
  await ctx.tx.deleteFrom('app.law_index').execute()
  for (let at = 0; at < rows.length; at += ROWS_AT_ONCE)
    await ctx.tx
      .insertInto('app.law_index')
      .values(
        rows.slice(at, at + ROWS_AT_ONCE).map((row) => ({
          place: row.place,
          kind: row.kind,
          instrument: row.instrument,
          article: row.article,
          level: row.level,
          states: [...row.states],
          topics: [...row.topics],
          title_id: row.title.id,
          title_en: row.title.en,
          body_id: row.body.id,
          body_en: row.body.en,
          confidence: row.confidence,
          valid_from: row.validFrom,
          valid_until: row.validUntil,
          start_known: row.validFrom !== null,
        })),
      )
      .execute()
}
