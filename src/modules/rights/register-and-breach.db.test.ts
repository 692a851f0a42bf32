import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeTestPlatform, type TestPlatform } from '../../../test/support/platform.ts'
import { editBreach, holdCase, listBreaches, noteNotice, recordBreach } from './index.ts'
import { PROCESSING_MAP } from './processing-map.ts'

let world: TestPlatform
beforeAll(async () => {
  world = await makeTestPlatform()
})
afterAll(() => world.close())

describe('the register of processing', () => {
  it('has an entry of the register for every table, with a rule that exists', async () => {
    const tables = (
      await world.root(
        "select c.relname as name from pg_class c where c.relnamespace = 'app'::regnamespace and c.relkind in ('r', 'p') order by 1",
      )
    ).map((row) => String(row['name']))
    expect(tables.filter((table) => !(table in PROCESSING_MAP))).toEqual([])
    expect(Object.keys(PROCESSING_MAP).filter((table) => !tables.includes(table))).toEqual([])
    const rules = new Set(
      (await world.root('select kind from app.retention_rules')).map((row) => row['kind']),
    )
    expect(Object.values(PROCESSING_MAP).filter((each) => !rules.has(each.rule))).toEqual([])
  })
})

describe('a breach', () => {
  it('records a breach with 3×24 hours and no notice before its contents are complete', async () => {
    const officer = await world.as('data-protection-officer', 'jhb')
    const boss = await world.as('supervisor', 'jhb')
    const id = await world.staff(officer, (ctx) =>
      recordBreach(ctx, {
        foundAt: ctx.now,
        people: 4,
        words: { what: 'Laptop hilang', dataKinds: '', measures: '' },
      }),
    )
    const [breach] = await world.staff(officer, listBreaches)
    expect(breach?.missing).toEqual(['dataKinds', 'measures'])
    expect(breach!.noticeDueAt.getTime() - breach!.foundAt.getTime()).toBe(72 * 3600_000)
    await expect(world.staff(officer, (ctx) => noteNotice(ctx, id, 'authority'))).rejects.toThrow(
      'breach.incomplete',
    )
    expect(await world.staff(boss, listBreaches)).toEqual([])
  })
  it('is completed until the first notice, and not after it', async () => {
    const officer = await world.as('data-protection-officer', 'jhb')
    const words = { what: 'Surat salah kirim', dataKinds: '', measures: '' }
    const id = await world.staff(officer, (ctx) =>
      recordBreach(ctx, { foundAt: ctx.now, people: null, words }),
    )
    const full = { what: 'Surat salah kirim', dataKinds: 'nama', measures: 'Surat diambil kembali.' }
    const edit = (seen: number) =>
      world.staff(officer, (ctx) => editBreach(ctx, id, { seen, people: 2, words: full }))
    await edit(1)
    await expect(edit(1)).rejects.toMatchObject({ code: 'breach.changed-meanwhile' })
    const [breach] = (await world.staff(officer, listBreaches)).filter((each) => each.id === id)
    expect(breach).toMatchObject({ people: 2, words: full, missing: [] })
    await world.staff(officer, (ctx) => noteNotice(ctx, id, 'persons'))
    await expect(edit(3)).rejects.toMatchObject({ code: 'breach.noticed' })
  })
})

describe('a legal hold', () => {
  it('answers the same whether the code is a case or not, and gives no case back', async () => {
    const officer = await world.as('data-protection-officer', 'jhb')
    await world.staff(officer, (ctx) =>
      holdCase(ctx, { code: 'JHB-2026-9999', reason: 'court', until: null }),
    )
    const held = await world.root('select case_id from app.legal_holds where case_code = $1', [
      'JHB-2026-9999',
    ])
    expect(held).toEqual([{ case_id: null }])
    await expect(
      world.staff(officer, (ctx) => ctx.tx.selectFrom('app.legal_holds').select('case_id').execute()),
    ).rejects.toThrow('permission denied')
  })
})
