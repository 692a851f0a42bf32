import { sql } from 'kysely'
import {
  gramsOf,
  plainName,
  type Company,
  type CompanyState,
} from '#src/domain/rulebook/offer/company-register.ts'
import type { PlainDate } from '#src/domain/kernel/partial-date.ts'
import type { Context } from '#src/platform/db/context.ts'

const registerColumns = [
  'id',
  'created_at',
  'source',
  'kind',
  'companies',
  sql<PlainDate>`as_of::text`.as('as_of'),
] as const

/** Imports and settings aside happen one after the other. */
export async function waitForRegisters(ctx: Context): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('payung.company-registers'))`.execute(ctx.tx)
}

/** The newest list whose day has come and that nobody set aside. */
export async function findInForce(ctx: Context, today: PlainDate) {
  return ctx.tx
    .selectFrom('app.company_registers')
    .select(registerColumns)
    .where('set_aside_at', 'is', null)
    .where(sql<boolean>`as_of <= ${today}::date`)
    .orderBy('as_of', 'desc')
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
}

export async function hasRegister(ctx: Context): Promise<boolean> {
  const row = await ctx.tx.selectFrom('app.company_registers').select('id').limit(1).executeTakeFirst()
  return row !== undefined
}

export async function listRegisterRows(ctx: Context) {
  return ctx.tx
    .selectFrom('app.company_registers')
    .select([...registerColumns, 'set_aside_at', 'set_aside_reason', 'imported_by', 'set_aside_by'])
    .orderBy('as_of', 'desc')
    .orderBy('created_at', 'desc')
    .limit(MOST_REGISTERS)
    .execute()
}
const MOST_REGISTERS = 200

export async function findRegister(ctx: Context, id: string) {
  return ctx.tx
    .selectFrom('app.company_registers')
    .select([...registerColumns, 'set_aside_at'])
    .where('id', '=', id)
    .executeTakeFirst()
}

/** The headings of the last import, to propose the same again. */
export async function findLastHeadings(ctx: Context) {
  const row = await ctx.tx
    .selectFrom('app.company_registers')
    .select('columns')
    .where('kind', '=', 'imported')
    .orderBy('created_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.columns
}

const companyColumns = [
  'name',
  'licence',
  'state',
  sql<PlainDate | null>`valid_until::text`.as('valid_until'),
] as const
type CompanyRow = {
  readonly name: string
  readonly licence: string
  readonly state: string
  readonly valid_until: PlainDate | null
}
const companyOf = (row: CompanyRow): Company => ({
  name: row.name,
  licence: row.licence,
  state: row.state as CompanyState,
  validUntil: row.valid_until,
})

/** Under this name, the longest licence first. */
export function namedQuery(ctx: Context, registerId: string, plain: string) {
  return ctx.tx
    .selectFrom('app.companies')
    .select(companyColumns)
    .where('register_id', '=', registerId)
    .where('plain_name', '=', plain)
    .orderBy(sql`valid_until desc nulls last`)
}

/** What shares pieces of the name, the most alike first; the rules of the domain decide which of them are near. */
export function nearQuery(ctx: Context, registerId: string, plain: string) {
  const grams = sql`${gramsOf(plain)}::text[]`
  return ctx.tx
    .selectFrom('app.companies')
    .select(companyColumns)
    .where('register_id', '=', registerId)
    .where(sql<boolean>`grams && ${grams}`)
    .orderBy(sql`(select count(*) from unnest(grams) g where g = any(${grams}))`, 'desc')
    .orderBy(sql`cardinality(grams)`)
    .orderBy('plain_name')
    .limit(MOST_CANDIDATES)
}
const MOST_CANDIDATES = 60

export async function listCandidates(
  ctx: Context,
  registerId: string,
  name: string,
): Promise<readonly Company[]> {
  const plain = plainName(name)
  const named = await namedQuery(ctx, registerId, plain).execute()
  const rows = named.length > 0 ? named : await nearQuery(ctx, registerId, plain).execute()
  return rows.map(companyOf)
}

export async function listCompanies(ctx: Context, registerId: string): Promise<readonly Company[]> {
  const rows = await ctx.tx
    .selectFrom('app.companies')
    .select(companyColumns)
    .where('register_id', '=', registerId)
    .orderBy('plain_name')
    .orderBy('licence')
    .execute()
  return rows.map(companyOf)
}

export async function searchCompanies(
  ctx: Context,
  registerId: string,
  asked: { readonly words: string; readonly offset: number; readonly limit: number },
): Promise<{ readonly total: number; readonly companies: readonly Company[] }> {
  const plain = plainName(asked.words)
  const licence = `%${asked.words.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`
  const found = ctx.tx
    .selectFrom('app.companies')
    .where('register_id', '=', registerId)
    .$if(asked.words !== '', (query) =>
      query.where((or) =>
        or.or([
          ...(plain === '' ? [] : [or('plain_name', 'like', `%${plain}%`)]),
          or('licence', 'ilike', licence),
        ]),
      ),
    )
  const { total } = await found
    .select((count) => count.fn.countAll<string>().as('total'))
    .executeTakeFirstOrThrow()
  const rows = await found
    .select(companyColumns)
    .orderBy('plain_name')
    .orderBy('licence')
    .offset(asked.offset)
    .limit(asked.limit)
    .execute()
  return { total: Number(total), companies: rows.map(companyOf) }
}

export type NewRegister = {
  readonly id: string
  readonly asOf: PlainDate
  readonly source: string
  readonly kind: 'demonstration' | 'imported'
  readonly headings: Readonly<Record<string, string>>
  readonly importedBy: string | null
  readonly companies: readonly Company[]
}

/** PostgreSQL takes 65,535 values in one statement. */
const ROWS_AT_ONCE = 2000

export async function insertRegister(ctx: Context, register: NewRegister): Promise<void> {
  await ctx.tx
    .insertInto('app.company_registers')
    .values({
      id: register.id,
      created_at: ctx.now,
      as_of: register.asOf,
      source: register.source,
      kind: register.kind,
      companies: register.companies.length,
      columns: JSON.stringify(register.headings),
      imported_by: register.importedBy,
    })
    .execute()
  for (let from = 0; from < register.companies.length; from += ROWS_AT_ONCE)
    await ctx.tx
      .insertInto('app.companies')
      .values(
        register.companies.slice(from, from + ROWS_AT_ONCE).map((each) => rowOf(ctx, register.id, each)),
      )
      .execute()
}

function rowOf(ctx: Context, registerId: string, company: Company) {
  const plain = plainName(company.name)
  return {
    id: ctx.newId(),
    register_id: registerId,
    name: company.name,
    plain_name: plain,
    grams: [...gramsOf(plain)],
    licence: company.licence,
    state: company.state,
    valid_until: company.validUntil,
  }
}

/** Says whether there was a list that nobody had set aside yet. */
export async function setRegisterAside(
  ctx: Context,
  id: string,
  { staffId, reason }: { readonly staffId: string; readonly reason: string },
): Promise<boolean> {
  const done = await ctx.tx
    .updateTable('app.company_registers')
    .set({ set_aside_at: ctx.now, set_aside_by: staffId, set_aside_reason: reason })
    .where('id', '=', id)
    .where('set_aside_at', 'is', null)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}
