import { sql, type Expression, type SqlBool } from 'kysely'
import type { Context } from '#src/platform/db/context.ts'

export const ENTRY_KINDS = ['body', 'mission', 'service', 'shelter', 'emergency'] as const
export type EntryKind = (typeof ENTRY_KINDS)[number]
export const DIRECTORY_FILTERS = ['all', ...ENTRY_KINDS, 'stale', 'proposed'] as const
export type DirectoryFilter = (typeof DIRECTORY_FILTERS)[number]

export type ListQuery = {
  readonly filter: DirectoryFilter
  /** Part of a name, or the countries whose name matched. */
  readonly words: string
  readonly countries: readonly string[]
  readonly offset: number
  readonly limit: number
}

const STALE = sql<SqlBool>`exists (select 1 from app.directory_contacts c where c.body_id = b.id and c.ended_at is null
  and c.type in ('phone', 'whatsapp', 'freephone') and (c.valid_until is null or c.valid_until <= app.clock()))`
const PROPOSED = sql<SqlBool>`(b.state = 'draft' or exists (select 1 from app.directory_changes g where g.body_id = b.id and g.state = 'waiting')
  or exists (select 1 from app.directory_edits e where e.body_id = b.id and e.state = 'waiting')
  or exists (select 1 from app.directory_services s where s.body_id = b.id and s.state = 'draft'))`

function conditionOf(filter: DirectoryFilter): Expression<SqlBool> {
  if (filter === 'all') return sql<SqlBool>`true`
  if (filter === 'stale') return STALE
  return filter === 'proposed' ? PROPOSED : sql<SqlBool>`b.kind = ${filter}`
}

const open = (ctx: Context) =>
  ctx.tx
    .selectFrom('app.directory_bodies as b')
    .where('b.ended_at', 'is', null)
    .where('b.state', 'in', ['live', 'draft'])

export async function listEntries(ctx: Context, query: ListQuery) {
  const words = `%${query.words.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`
  const found = open(ctx)
    .where(conditionOf(query.filter))
    .where((row) =>
      row.or([
        row('b.name_id', 'ilike', words),
        row('b.name_en', 'ilike', words),
        row.exists(
          row
            .selectFrom('app.directory_coverage as v')
            .select('v.id')
            .whereRef('v.body_id', '=', 'b.id')
            .where('v.country', 'in', query.countries.length > 0 ? [...query.countries] : ['--']),
        ),
      ]),
    )
  const rows = await found
    .select(['b.id', 'b.kind', 'b.name_id', 'b.name_en', 'b.state'])
    .orderBy('b.kind')
    .orderBy('b.name_id')
    .limit(query.limit)
    .offset(query.offset)
    .execute()
  const total = await found.select(({ fn }) => fn.countAll<string>().as('count')).executeTakeFirstOrThrow()
  return { rows, total: Number(total.count) }
}

export async function countEntries(ctx: Context): Promise<Readonly<Record<DirectoryFilter, number>>> {
  const row = await open(ctx)
    .select(
      DIRECTORY_FILTERS.map((filter) =>
        sql<string>`count(*) filter (where ${conditionOf(filter)})`.as(filter),
      ),
    )
    .executeTakeFirstOrThrow()
  return Object.fromEntries(DIRECTORY_FILTERS.map((filter) => [filter, Number(row[filter])])) as Record<
    DirectoryFilter,
    number
  >
}

export async function listCoverage(ctx: Context, bodyIds: readonly string[]) {
  if (bodyIds.length === 0) return []
  return ctx.tx
    .selectFrom('app.directory_coverage')
    .select(['body_id', 'country', 'district'])
    .where('body_id', 'in', [...bodyIds])
    .orderBy('country')
    .execute()
}

export async function listContacts(ctx: Context, bodyIds: readonly string[]) {
  if (bodyIds.length === 0) return []
  return ctx.tx
    .selectFrom('app.directory_contacts')
    .select([
      ...(['id', 'body_id', 'type', 'value', 'note', 'note_en', 'source_citation', 'source_url'] as const),
      ...(['source_date', 'confidence', 'checked_at', 'valid_until'] as const),
    ])
    .where('body_id', 'in', [...bodyIds])
    .where('ended_at', 'is', null)
    .orderBy(sql`valid_until desc nulls last`)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
}
export type ContactRow = Awaited<ReturnType<typeof listContacts>>[number]

export async function findEntry(ctx: Context, id: string) {
  return ctx.tx
    .selectFrom('app.directory_bodies')
    .select(['id', 'kind', 'form', 'name_id', 'name_en', 'note', 'state', 'proposed_by', 'version'])
    .select(['source_citation', 'source_url'])
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .where('state', 'in', ['live', 'draft'])
    .executeTakeFirst()
}

export async function listServices(ctx: Context, bodyIds: readonly string[]) {
  if (bodyIds.length === 0) return []
  return ctx.tx
    .selectFrom('app.directory_services')
    .select(['id', 'body_id', 'name_id', 'name_en', 'for_whom', 'languages', 'cost', 'documents', 'hours'])
    .select(['secret_place', 'meeting_point', 'how_brought', 'state'])
    .where('body_id', 'in', [...bodyIds])
    .where('ended_at', 'is', null)
    .where('state', 'in', ['live', 'draft'])
    .orderBy('created_at')
    .execute()
}
export type ServiceRow = Awaited<ReturnType<typeof listServices>>[number]

/** Colleagues are named; of another body only the body is. */
export async function listWaitingChanges(ctx: Context, bodyId: string) {
  return ctx.tx
    .selectFrom('app.directory_changes as g')
    .leftJoin('app.staff as s', 's.id', 'g.proposed_by')
    .leftJoin('app.organisations as o', 'o.id', 'g.proposed_org')
    .select(['g.id', 'g.created_at', 'g.action', 'g.type', 'g.before_value', 'g.after_value', 'g.source'])
    .select(['g.source_date', 'g.how_checked', 'g.from_reference', 'g.proposed_by'])
    .select(['s.display_name', 'o.short_name'])
    .where('g.body_id', '=', bodyId)
    .where('g.state', '=', 'waiting')
    .orderBy('g.created_at')
    .execute()
}
export type WaitingChange = Awaited<ReturnType<typeof listWaitingChanges>>[number]

/** Live bodies that answer for a place, wherever row security lets the reader see them. */
export async function listCovering(
  ctx: Context,
  place: { readonly country: string; readonly district?: string },
) {
  return (
    ctx.tx
      .selectFrom('app.directory_bodies as b')
      .innerJoin('app.directory_coverage as v', 'v.body_id', 'b.id')
      .select(['b.id', 'b.slug', 'b.kind', 'b.form', 'b.name_id', 'b.name_en'])
      .where('b.ended_at', 'is', null)
      .where('b.state', '=', 'live')
      .where((row) =>
        row.or([
          row('v.country', '=', place.country),
          row.and([row('v.country', '=', '*'), sql<SqlBool>`${place.country} <> 'ID'`]),
        ]),
      )
      .where((row) =>
        row.or([row('v.district', 'is', null), sql<SqlBool>`${place.district ?? ''} like v.district || '%'`]),
      )
      // The mission first: it is who answers for a citizen abroad.
      .orderBy(sql`b.kind <> 'mission'`)
      .orderBy('b.kind')
      .orderBy('b.name_id')
      .execute()
  )
}
