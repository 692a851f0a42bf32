// What leaves the rooms of the bodies: the fields of a duty that visitors read, and counts by one rule.
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { toldCount } from '#src/domain/statistics/told-count.ts'
import { loadAgreements } from '#src/modules/agreements/index.ts'
import { runAs, type Actor } from '#src/platform/db/context.ts'
import { makeTestPlatform, type TestPlatform } from '../support/platform.ts'

let world: TestPlatform
beforeAll(async () => {
  world = await makeTestPlatform()
  await loadAgreements(world.platform)
})
afterAll(() => world.close())

const ask = async (actor: Actor, statement: string): Promise<readonly unknown[] | string> =>
  runAs(world.platform, actor, async (ctx) => (await sql.raw(statement).execute(ctx.tx)).rows).catch(
    (error: { readonly code?: string }) => error.code ?? 'unknown',
  )
const VISITOR: Actor = { kind: 'public' }

describe('a duty of an agreement', () => {
  it('tells a visitor what it says and how it stands, never who answers for it here and when it is checked', async () => {
    const [whole] = await world.root(
      `select count(*)::int as n from app.agreement_items where kind = 'duty' and content ? 'responsible' and content ? 'checkOn'`,
    )
    expect(whole?.['n']).toBeGreaterThan(0)
    const told = (await ask(VISITOR, 'select told from app.agreement_items')) as readonly {
      readonly told: Readonly<Record<string, unknown>>
    }[]
    expect(told.length).toBeGreaterThan(0)
    for (const row of told)
      expect(Object.keys(row.told).toSorted()).toEqual([
        'article',
        'citation',
        'confidence',
        'owedBy',
        'owedTo',
        'state',
        'url',
        'whatEn',
        'whatId',
      ])
  })

  it.each(['content', 'due_on', 'note', 'made_by', 'org_id', 'reference_key', 'version', '*'])(
    'keeps its %s from a visitor',
    async (column) => {
      expect(await ask(VISITOR, `select ${column} from app.agreement_items`)).toBe('42501')
    },
  )

  it('has nothing told of a meeting, a breach or a cost, for nobody', async () => {
    const [row] = await world.root(
      `select count(*)::int as n from app.agreement_items where kind <> 'duty' and told is not null`,
    )
    expect(row?.['n']).toBe(0)
  })
})

describe('a count over several bodies', () => {
  it('is rounded by one function, the same in the database and in the program', async () => {
    const rows = await world.root(
      'select n::int as n, app.told_of_body(n)::int as told from generate_series(0, 40) n',
    )
    for (const row of rows) expect(row['told']).toBe(toldCount([Number(row['n'])]) ?? 0)
    const counting = await world.root(
      `select proname from pg_proc where pronamespace = 'app'::regnamespace and proname ~ '^count_' and prosrc ~ 'told_of_body'`,
    )
    expect(counting.map((row) => row['proname'])).toEqual(
      expect.arrayContaining(['count_gap_cases', 'count_competence_findings']),
    )
    expect(await ask(VISITOR, 'select app.told_of_body(7)')).toBe('42501')
  })

  it('tells of the findings of two bodies each one rounded, and none below five', async () => {
    const put = (org: 'jhb' | 'hkg', count: number) =>
      world.root(
        `insert into app.competence_findings (id, org_id, need, place, kind, state)
         select gen_random_uuid(), $1, 'wages', 'abroad', 'hole', 'open' from generate_series(1, $2::int)`,
        [world.orgs[org], count],
      )
    const analyst = await world.as('analyst', 'jhb')
    const told = async () => {
      const rows = (await ask(
        analyst,
        `select found::int as found from app.count_competence_findings() where need = 'wages'`,
      )) as readonly { readonly found: number | null }[]
      return rows.map((row) => row.found)
    }
    await put('jhb', 4)
    await put('hkg', 4)
    expect(await told()).toEqual([null])
    await put('jhb', 3)
    expect(await told()).toEqual([toldCount([7, 4])])
    await put('hkg', 2)
    expect(await told()).toEqual([toldCount([7, 6])])
  })
})
