import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { plainName } from '#src/domain/rulebook/offer/company-register.ts'
import { runAs, type StaffActor } from '#src/platform/db/context.ts'
import { makeTestPlatform, type TestPlatform } from '../../../test/support/platform.ts'
import {
  checkCompany,
  describeImport,
  importList,
  listRegisters,
  loadDemoList,
  previewImport,
  readImport,
  readRegisterInForce,
  readWholeRegister,
  searchRegister,
  setListAside,
  startImport,
} from './index.ts'
import { namedQuery, nearQuery } from './register-queries.ts'

const HEADINGS = ['Nama P3MI', 'No. SIP3MI', 'Status', 'Masa berlaku']
const FIRST = [
  HEADINGS,
  ['PT Contoh Satu', 'X/1', 'Aktif', '31/12/2027'],
  ['PT Contoh Dua', 'X/2', 'Aktif', '31/12/2027'],
]
const SECOND = [
  HEADINGS,
  ['PT Contoh Satu', 'X/1', 'Dicabut', '31/12/2027'],
  ['PT Contoh Tiga', 'X/3', 'Aktif', '31/12/2027'],
]
const MAPPING = { headerRow: 0, columns: { name: 0, licence: 1, state: 2, validUntil: 3 } }

describe('the lists of placement companies', () => {
  let world: TestPlatform
  let admin: StaffActor
  let other: StaffActor

  beforeAll(async () => {
    world = await makeTestPlatform()
    admin = await world.as('installation-admin', 'jhb')
    other = await world.hire('hkg', ['installation-admin'])
  })
  afterAll(() => world.close())

  const visitor = <T>(work: Parameters<typeof runAs<T>>[2]): Promise<T> =>
    runAs(world.platform, { kind: 'public' }, work)
  const draft = async (who: StaffActor, table: readonly (readonly string[])[], asOf: string) => {
    const id = await world.staff(who, (ctx) => startImport(ctx, table))
    await world.staff(who, (ctx) => describeImport(ctx, id, { mapping: MAPPING, source: 'Daftar uji', asOf }))
    return id
  }
  const bringIn = async (table: readonly (readonly string[])[], asOf: string) => {
    const id = await draft(admin, table, asOf)
    const { inForce } = await world.staff(admin, (ctx) => previewImport(ctx, id))
    return world.staff(admin, (ctx) => importList(ctx, id, inForce?.id))
  }
  const stateOf = async (name: string) => {
    const check = await visitor((ctx) => checkCompany(ctx, name))
    if (check.kind === 'no-list' || check.found === undefined) return check.kind
    return check.found.kind === 'found' ? check.found.standings[0].now : check.found.kind
  }
  const rowsThere = async () => {
    const [row] = await world.root(
      'select (select count(*)::int from app.companies) as companies, (select count(*)::int from app.company_registers) as registers',
    )
    return row
  }

  it('say that there is none before one was imported', async () => {
    expect(await visitor((ctx) => checkCompany(ctx, 'PT Contoh Satu'))).toEqual({ kind: 'no-list' })
  })

  it('take the invented list in once', async () => {
    await loadDemoList(world.platform)
    await loadDemoList(world.platform)
    const inForce = await visitor(readRegisterInForce)
    expect(inForce).toMatchObject({ asOf: '2026-11-01', kind: 'demonstration', companies: 6 })
    expect(await stateOf('contoh pelita utama')).toBe('expired')
    expect(await stateOf('Contoh Karya Mandir')).toBe('near')
    expect(await rowsThere()).toEqual({ companies: 6, registers: 1 })
  })

  it('show what an import would change, and are in force from the moment of the import', async () => {
    const id = await draft(admin, FIRST, '2026-11-10')
    const seen = await world.staff(admin, (ctx) => previewImport(ctx, id))
    expect(seen.differences?.added.length).toBe(2)
    expect(seen.differences?.gone.length).toBe(6)
    expect(await stateOf('Contoh Satu')).toBe('not-found')
    await world.staff(admin, (ctx) => importList(ctx, id, seen.inForce?.id))
    expect(await stateOf('Contoh Satu')).toBe('active')
    await expect(world.staff(admin, (ctx) => readImport(ctx, id))).rejects.toThrow('draft-not-found')
  })

  it('keep an older list as history and do not put it in force', async () => {
    await bringIn(SECOND, '2026-11-05')
    expect(await stateOf('Contoh Satu')).toBe('active')
    const rows = await world.staff(admin, listRegisters)
    expect(rows.map((row) => [row.asOf, row.state])).toEqual([
      ['2026-11-10', 'in-force'],
      ['2026-11-05', 'earlier'],
      ['2026-11-01', 'earlier'],
    ])
  })

  it('remember which heading was which field', async () => {
    const odd = [['A', 'Nama P3MI', 'No. SIP3MI', 'Status', 'Masa berlaku']]
    const id = await world.staff(admin, (ctx) => startImport(ctx, odd))
    const { mapping } = await world.staff(admin, (ctx) => readImport(ctx, id))
    expect(mapping.columns).toEqual({ name: 1, licence: 2, state: 3, validUntil: 4 })
  })

  it('refuse a day that has not come, a list without source and a column that nobody named', async () => {
    const id = await world.staff(admin, (ctx) => startImport(ctx, FIRST))
    const said = { mapping: { headerRow: 0, columns: { name: 0 } }, source: ' ', asOf: '2026-11-21' }
    await expect(world.staff(admin, (ctx) => describeImport(ctx, id, said))).rejects.toMatchObject({
      problems: ['source', 'asOf', 'licence', 'state'].map((path) => ({ path })),
    })
  })

  it('take nothing in when one cell is wrong', async () => {
    const before = await rowsThere()
    const id = await draft(admin, [...SECOND, ['PT Contoh Empat', 'X/4', 'mungkin', '']], '2026-11-12')
    const { read, inForce } = await world.staff(admin, (ctx) => previewImport(ctx, id))
    expect(read).toMatchObject({ kind: 'faults', faults: [{ row: 4, column: 'C', fault: 'state-unknown' }] })
    await expect(world.staff(admin, (ctx) => importList(ctx, id, inForce?.id))).rejects.toThrow(
      'not-readable',
    )
    expect(await rowsThere()).toEqual(before)
    expect((await world.staff(admin, (ctx) => readImport(ctx, id))).asOf).toBe('2026-11-12')
  })

  it('let only one of two imports at once pass; the other sees the new differences first', async () => {
    const [one, two] = [await draft(admin, SECOND, '2026-11-12'), await draft(other, FIRST, '2026-11-13')]
    const seen = (await visitor(readRegisterInForce))?.id
    const ends = await Promise.allSettled([
      world.staff(admin, (ctx) => importList(ctx, one, seen)),
      world.staff(other, (ctx) => importList(ctx, two, seen)),
    ])
    expect(ends.map((end) => end.status).toSorted()).toEqual(['fulfilled', 'rejected'])
    const lost = ends.find((end) => end.status === 'rejected')
    expect(lost?.reason).toMatchObject({ code: 'company-register.changed' })
    const [left] = await world.root('select count(*)::int as n from app.company_drafts')
    expect(left).toEqual({ n: 1 })
  })

  it('import one upload once, however often it is confirmed', async () => {
    const before = await rowsThere()
    const id = await draft(admin, FIRST, '2026-11-14')
    const seen = (await visitor(readRegisterInForce))?.id
    const ends = await Promise.allSettled(
      [1, 2, 3].map(() => world.staff(admin, (ctx) => importList(ctx, id, seen))),
    )
    expect(ends.filter((end) => end.status === 'fulfilled').length).toBe(1)
    expect(await rowsThere()).toMatchObject({ registers: Number(before?.['registers']) + 1 })
  })

  it('go back to the list before when one is set aside with its reason', async () => {
    const before = (await visitor(readRegisterInForce))?.id
    const wrong = await bringIn(SECOND, '2026-11-15')
    expect(await stateOf('Contoh Satu')).toBe('revoked')
    await expect(world.staff(admin, (ctx) => setListAside(ctx, wrong, ' '))).rejects.toMatchObject({
      problems: [{ path: 'reason' }],
    })
    await world.staff(other, (ctx) => setListAside(ctx, wrong, 'Berkas yang salah'))
    await expect(world.staff(admin, (ctx) => setListAside(ctx, wrong, 'Dua kali'))).rejects.toThrow(
      'not-found',
    )
    expect((await visitor(readRegisterInForce))?.id).toBe(before)
    const [row] = await world.staff(admin, listRegisters)
    expect(row).toMatchObject({ id: wrong, state: 'set-aside', reason: 'Berkas yang salah' })
    const shown = await visitor((ctx) => ctx.tx.selectFrom('app.company_registers').select('id').execute())
    expect(shown.map((each) => each.id)).not.toContain(wrong)
  })

  it('are searched by name and by licence, and exported whole', async () => {
    const id = (await visitor(readRegisterInForce))!.id
    const clerk = await world.as('caseworker', 'jhb')
    const search = (words: string) =>
      world.staff(clerk, async (ctx) => {
        const { standings } = await searchRegister(ctx, { id, words, page: 0 })
        return standings.map((each) => each.company.licence)
      })
    expect(await search('contoh')).toEqual(['X/2', 'X/1'])
    expect(await search('x/2')).toEqual(['X/2'])
    expect(await search('%')).toEqual([])
    expect((await world.staff(clerk, (ctx) => readWholeRegister(ctx, id))).companies.length).toBe(2)
  })

  it('are written by nobody but the keeper of the installation, and by no side door', async () => {
    const before = await rowsThere()
    world.time.advance(60_000)
    for (const role of ['supervisor', 'organisation-admin', 'auditor'] as const) {
      const actor = await world.as(role, 'jhb')
      await expect(world.staff(actor, (ctx) => startImport(ctx, FIRST))).rejects.toThrow('row-level security')
    }
    const id = (await visitor(readRegisterInForce))!.id
    const row = {
      id: crypto.randomUUID(),
      register_id: id,
      name: 'x',
      plain_name: 'x',
      grams: ['x'],
      licence: 'x',
      state: 'active',
    }
    for (const work of [
      () => world.staff(admin, (ctx) => ctx.tx.insertInto('app.companies').values(row).execute()),
      () => visitor((ctx) => ctx.tx.insertInto('app.companies').values(row).execute()),
      () => world.staff(admin, (ctx) => sql`update app.companies set state = 'active'`.execute(ctx.tx)),
      () => world.staff(admin, (ctx) => sql`delete from app.company_registers`.execute(ctx.tx)),
    ])
      await expect(work()).rejects.toMatchObject({ code: '42501' })
    expect(await rowsThere()).toEqual(before)
    const mine = await draft(admin, FIRST, '2026-11-16')
    await expect(world.staff(other, (ctx) => readImport(ctx, mine))).rejects.toThrow('draft-not-found')
  })

  it('look a name up through an index, however many lists there are', async () => {
    await world.root(
      `insert into app.company_registers (id, created_at, as_of, source, kind, companies)
       select ('00000000-0000-7000-8000-0000000000' || n)::uuid, now(), '2026-01-01', 'besar', 'demonstration', 2000 from generate_series(10, 49) n`,
    )
    await world.root(
      `insert into app.companies (id, register_id, name, plain_name, grams, licence, state)
       select gen_random_uuid(), ('00000000-0000-7000-8000-0000000000' || r)::uuid, w, w,
         array(select distinct substr('  ' || w || ' ', p, 3) from generate_series(1, length(w) + 1) p), 'L', 'active'
       from generate_series(10, 49) r, lateral (select md5(i::text) as w from generate_series(1, 2000) i) names`,
    )
    await world.root('analyze app.companies')
    const id = '00000000-0000-7000-8000-000000000010'
    const wanted = plainName('Contoh Bahari Sentosa')
    const plans = await visitor((ctx) =>
      Promise.all(
        [namedQuery(ctx, id, wanted), nearQuery(ctx, id, wanted)].map(async (query) => {
          const compiled = query.compile()
          const { rows } = await ctx.tx.executeQuery<Record<string, string>>({
            ...compiled,
            sql: `explain ${compiled.sql}`,
          })
          return rows.map((row) => row['QUERY PLAN']).join('\n')
        }),
      ),
    )
    for (const plan of plans) {
      expect(plan).toContain('companies_name_idx')
      expect(plan).not.toContain('Seq Scan on companies')
    }
  })
})
