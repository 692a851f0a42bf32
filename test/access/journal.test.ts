import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sealChain, verifyChain } from '#src/platform/audit/chain-queries.ts'
import { writeAudit, writeJournal } from '#src/platform/audit/journal-queries.ts'
import { runAs } from '#src/platform/db/context.ts'
import { makeTestPlatform, type TestPlatform } from '../support/platform.ts'

describe('journal', () => {
  let world: TestPlatform
  beforeAll(async () => {
    world = await makeTestPlatform()
  })
  afterAll(() => world.close())

  const seal = (): Promise<number> =>
    runAs(world.platform, { kind: 'job', name: 'seal' }, (ctx) => sealChain(ctx, 'journal'))
  const verify = () => runAs(world.platform, { kind: 'keeper' }, (ctx) => verifyChain(ctx, 'journal'))
  const entry = {
    verb: 'case.opened',
    subjectKind: 'case',
    subjectId: '01900000-0000-7000-8000-000000000001',
    details: { b: 'x', a: ['1', '2'] },
  } as const

  async function writeSome(count: number): Promise<void> {
    const officer = await world.as('caseworker', 'jhb')
    for (let i = 0; i < count; i++) await world.staff(officer, (ctx) => writeJournal(ctx, entry))
  }

  it('proves an untouched chain', async () => {
    await writeSome(5)
    expect(await seal()).toBe(5)
    expect(await verify()).toEqual({ entries: 5, faults: [] })
  })

  it('refuses a change without a journal entry', async () => {
    const admin = await world.hire('jhb', ['installation-admin'])
    await expect(
      world.staff(admin, (ctx) =>
        ctx.tx.updateTable('app.organisations').set({ name_en: 'Other' }).where('slug', '=', 'ngo').execute(),
      ),
    ).rejects.toThrow(/without a journal entry/)
  })

  it('lets nobody change or remove an entry, not even the jobs', async () => {
    const officer = await world.as('supervisor', 'jhb')
    for (const actor of [officer, { kind: 'job', name: 'x' } as const, { kind: 'public' } as const])
      await expect(
        runAs(world.platform, actor, (ctx) => ctx.tx.deleteFrom('app.journal').execute()),
      ).rejects.toMatchObject({ code: '42501' })
  })

  it('finds a changed row', async () => {
    await world.root(
      `update app.journal set verb = 'case.closed' where id = (select entry_id from app.chain_links where chain = 'journal' and seq = 3)`,
    )
    expect((await verify()).faults.map((fault) => fault.kind)).toEqual(['changed'])
    await world.root(`update app.journal set verb = 'case.opened' where verb = 'case.closed'`)
    expect((await verify()).faults).toEqual([])
  })

  it('finds a removed row', async () => {
    await world.root(
      `delete from app.journal where id = (select entry_id from app.chain_links where chain = 'journal' and seq = 2)`,
    )
    expect((await verify()).faults.map((fault) => fault.kind)).toEqual(['removed'])
  })

  it('finds a row that was slipped in, sealed or not', async () => {
    await world.root(
      `insert into app.journal (id, created_at, actor_kind, verb, subject_kind, subject_id, request_id, mac)
       values (gen_random_uuid(), $1, 'staff', 'case.opened', 'case', gen_random_uuid(), 'x', '\\x00')`,
      [world.time.now],
    )
    expect((await verify()).faults.map((fault) => fault.kind)).toContain('inserted')
    await seal()
    expect((await verify()).faults.map((fault) => fault.kind)).toContain('inserted')
  })

  it('chains reads too', async () => {
    const officer = await world.as('caseworker', 'jhb')
    await world.staff(officer, (ctx) =>
      writeAudit(ctx, { verb: 'case.read', subjectKind: 'case', subjectId: entry.subjectId }),
    )
    await runAs(world.platform, { kind: 'job', name: 'seal' }, (ctx) => sealChain(ctx, 'audit'))
    expect(await runAs(world.platform, { kind: 'keeper' }, (ctx) => verifyChain(ctx, 'audit'))).toEqual({
      entries: 1,
      faults: [],
    })
  })
})
