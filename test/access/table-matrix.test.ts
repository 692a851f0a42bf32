// Need to know in the database itself: every table × every role, by SQL made from the catalogue. Root proves that rows exist.
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ROLES, type Role } from '#src/domain/disclosure/roles.ts'
import { rolesOfScopes, SCOPES } from '#src/domain/disclosure/scopes.ts'
import { runAs, type Actor, type StaffActor } from '#src/platform/db/context.ts'
import { makeTestPlatform, type TestPlatform } from '../support/platform.ts'
import { furnish, refer, type OrgWorld } from '../support/sentinel-world.ts'
import { sealJournal } from '../support/api-world.ts'
import { APPEND_ONLY, EXPECTED, READERS, type Expectation } from './table-expectations.ts'

type Table = { readonly name: string; readonly columns: readonly string[]; readonly org: string | undefined }

let world: TestPlatform
let a: OrgWorld
let tables: readonly Table[]
const VISITOR: Actor = { kind: 'public' }

beforeAll(async () => {
  world = await makeTestPlatform()
  a = await furnish(world, 'jhb')
  await refer(world, a, 'hkg')
  await sealJournal(world)
  tables = await listTables()
})
afterAll(() => world.close())

async function listTables(): Promise<readonly Table[]> {
  const rows = await world.root(
    `select c.table_name as name, array_agg(c.column_name::text) as columns from information_schema.columns c
     join pg_tables t on t.schemaname = c.table_schema and t.tablename = c.table_name
     where c.table_schema = 'app' and c.is_generated = 'NEVER' group by 1 order by 1`,
  )
  return rows.map((row) => {
    const columns = row['columns'] as string[]
    const org = ['org_id', 'lead_org', 'opened_by_org', 'from_org'].find((name) => columns.includes(name))
    return { name: String(row['name']), columns, org }
  })
}

/** The rows of the furnished organisation, or all where a table belongs to none. */
const those = (table: Table): string => (table.org ? `where ${table.org} = '${a.officer.orgId}'` : '')

class TakenBack extends Error {}

/** How many rows it touches; 'denied'; or the code of another refusal. Nothing stays. */
async function tryTo(
  actor: Actor,
  statement: string,
  values: readonly string[] = [],
): Promise<number | string> {
  let touched = 0
  try {
    await runAs(world.platform, actor, async (ctx) => {
      const parts = statement.split('$1')
      const query =
        values[0] === undefined
          ? sql.raw(statement)
          : sql`${sql.raw(parts[0]!)}${values[0]}${sql.raw(parts[1]!)}`
      const done = await query.execute(ctx.tx)
      touched = Math.max(done.rows.length, Number(done.numAffectedRows ?? 0))
      throw new TakenBack()
    })
  } catch (error) {
    if (error instanceof TakenBack) return touched
    const code = (error as { readonly code?: string }).code ?? 'unknown'
    return code === '42501' ? 'denied' : code
  }
  return touched
}

const selected = (actor: Actor, table: Table): Promise<number | string> =>
  tryTo(actor, `select 1 from app.${table.name} ${those(table)}`)
const includes = (who: Expectation['own'] | undefined, role: Role): boolean =>
  who === 'staff' || (who?.includes(role) ?? false)

async function rowsOf(table: Table): Promise<number> {
  return Number((await world.root(`select count(*) as n from app.${table.name} ${those(table)}`))[0]!['n'])
}

/** One person with every reading role, and those who hold keys: nobody reaches further than these. */
async function strangers(): Promise<readonly (readonly [string, StaffActor])[]> {
  const readers = await world.hire('hkg', READERS)
  const others = ['analyst', 'auditor', 'data-protection-officer', 'organisation-admin'] as const
  return [
    ['a reader elsewhere', readers],
    ...(await Promise.all(
      others.map(async (role) => [`${role} elsewhere`, await world.as(role, 'hkg')] as const),
    )),
  ]
}

const keyHolders = (): Promise<readonly (readonly [string, StaffActor])[]> =>
  Promise.all(
    (['analyst', 'auditor', 'organisation-admin', 'installation-admin'] as const).map(
      async (role) => [`${role} of the same organisation`, await world.as(role, 'jhb')] as const,
    ),
  )

describe('every table', () => {
  it('is protected and stands in the expectations', async () => {
    const bare = await world.root(
      `select relname from pg_class where relnamespace = 'app'::regnamespace and relkind = 'r'
       and not (relrowsecurity and relforcerowsecurity)`,
    )
    expect(bare).toEqual([])
    expect(tables.map((table) => table.name).filter((name) => !(name in EXPECTED))).toEqual([])
  })

  it.each(ROLES)('shows a %s what the expectations say, here and elsewhere', async (role) => {
    const wrong: string[] = []
    const [own, other] = [await world.as(role, 'jhb'), await world.as(role, 'hkg')]
    for (const table of tables) {
      const rows = await rowsOf(table)
      const expected = EXPECTED[table.name] ?? { own: [] }
      for (const [where, actor, may] of [
        ['own', own, includes(expected.own, role)],
        [
          'elsewhere',
          other,
          table.org === undefined ? includes(expected.own, role) : includes(expected.elsewhere, role),
        ],
      ] as const) {
        const seen = await selected(actor, table)
        if (!may && seen !== 0 && seen !== 'denied')
          wrong.push(`${table.name} ${where}: sees ${seen} of ${rows}`)
        if (where === 'own' && may && rows > 0 && seen === 'denied')
          wrong.push(`${table.name} ${where}: denied`)
      }
    }
    expect(wrong).toEqual([])
  })

  it('shows a visitor without a code, and the gate, nothing that is about anybody', async () => {
    const wrong: string[] = []
    for (const table of tables) {
      const seen = await selected(VISITOR, table)
      if (EXPECTED[table.name]?.visitor !== 'sees' && seen !== 0 && seen !== 'denied')
        wrong.push(`${table.name}: ${seen}`)
      const atGate = await selected({ kind: 'gate' }, table)
      const isPublic = ['organisations', 'desk_coverage'].includes(table.name)
      if (!isPublic && atGate !== 0 && atGate !== 'denied') wrong.push(`${table.name} at the gate: ${atGate}`)
    }
    expect(wrong).toEqual([])
  })

  it('lets nobody take rows away but who is named', async () => {
    const wrong: string[] = []
    const others = [...(await strangers()), ...(await keyHolders()), ['a visitor', VISITOR] as const]
    for (const table of tables)
      for (const [who, actor] of others) {
        const allowed =
          EXPECTED[table.name]?.deletedBy?.includes('installation-admin') && who.startsWith('installation')
        const gone = await tryTo(actor, `delete from app.${table.name} ${those(table)}`)
        if (!allowed && gone !== 0 && gone !== 'denied')
          wrong.push(`${who} deletes from ${table.name}: ${gone}`)
      }
    expect(wrong).toEqual([])
  })

  it('lets nobody write into the rooms of another organisation', async () => {
    const wrong: string[] = []
    let cloned = 0
    const others = [...(await strangers()), ['a visitor', VISITOR] as const]
    for (const table of tables.filter((each) => each.org && !APPEND_ONLY.includes(each.name))) {
      const [row] = await world.root(
        `select to_jsonb(t) as row from app.${table.name} t ${those(table)} limit 1`,
      )
      const columns = table.columns.map((name) => `"${name}"`).join(', ')
      for (const [who, actor] of others) {
        for (const column of table.columns) {
          const changed = await tryTo(
            actor,
            `update app.${table.name} set "${column}" = "${column}" ${those(table)}`,
          )
          const answers = table.name === 'referrals' && who === 'a reader elsewhere'
          if (!answers && changed !== 0 && changed !== 'denied')
            wrong.push(`${who} changes ${table.name}.${column}: ${changed}`)
          if (changed === 'denied' && column === 'id') break
        }
        if (!row) continue
        const copy = JSON.stringify({
          ...(row['row'] as object),
          ...('id' in (row['row'] as object) && { id: crypto.randomUUID() }),
        })
        const put = await tryTo(
          actor,
          `insert into app.${table.name} (${columns}) select ${columns} from jsonb_populate_record(null::app.${table.name}, $1::jsonb)`,
          [copy],
        )
        cloned += 1
        if (put !== 'denied') wrong.push(`${who} puts into ${table.name}: ${put}`)
      }
    }
    expect(wrong).toEqual([])
    expect(cloned).toBeGreaterThan(50)
  }, 120_000)

  it('hides a protected case in every table from everybody who is not named, and from programs', async () => {
    const wrong: string[] = []
    const program = {
      kind: 'client',
      clientId: a.caseId,
      orgId: a.officer.orgId,
      roles: rolesOfScopes(SCOPES),
      scopes: SCOPES,
    } as const
    const all = await world.hire('jhb', READERS)
    for (const table of tables) {
      const column = ['case_id', ...(table.name === 'cases' ? ['id'] : [])].find((name) =>
        table.columns.includes(name),
      )
      // Supervisors see who opened what, and who was named: ids, never a word.
      if (column === undefined || ['protected_readers', 'audit_log'].includes(table.name)) continue
      const about = `select 1 from app.${table.name} where ${column} = '${a.protectedId}'`
      const there = Number((await world.root(`select count(*) as n from (${about}) x`))[0]!['n'])
      for (const [who, actor] of [
        ['a colleague', all],
        ['a program', program],
      ] as const) {
        const seen = await tryTo(actor, about)
        if (seen !== 0 && seen !== 'denied') wrong.push(`${who} sees ${seen} of ${there} in ${table.name}`)
      }
      const named = await tryTo(a.boss, about)
      const mustSee = ['cases', 'case_files', 'notes', 'reports', 'attachments', 'case_persons'].includes(
        table.name,
      )
      if (mustSee && (there === 0 || named !== there))
        wrong.push(`the named one sees ${named} of ${there} in ${table.name}`)
    }
    expect(wrong).toEqual([])
  })

  it('opens restricted notes to their class and their writer only', async () => {
    const notes = async (...roles: readonly Role[]): Promise<number | string> =>
      tryTo(await world.hire('jhb', roles), `select 1 from app.notes where case_id = '${a.caseId}'`)
    expect(await notes('caseworker')).toBe(1)
    expect(await notes('supervisor')).toBe(1)
    expect(await notes('caseworker', 'restricted-reader-care')).toBe(2)
    expect(await notes('caseworker', 'restricted-reader-legal')).toBe(2)
    expect(await tryTo(a.officer, `select 1 from app.notes where case_id = '${a.caseId}'`)).toBe(3)
  })
})
