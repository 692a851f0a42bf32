import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runAs, type StaffActor } from '#src/platform/db/context.ts'
import { createClient, decideClient, findClientByToken } from '#src/modules/accounts/index.ts'
import { makeTestPlatform, type TestPlatform } from '../../../../test/support/platform.ts'

describe('programs', () => {
  let world: TestPlatform
  let admin: StaffActor
  let supervisor: StaffActor
  beforeAll(async () => {
    world = await makeTestPlatform()
    admin = await world.as('organisation-admin', 'jhb')
    supervisor = await world.as('supervisor', 'jhb')
  })
  afterAll(() => world.close())

  it('act at once where they read nobody, under their own name', async () => {
    const { token, waits } = await world.staff(admin, (ctx) =>
      createClient(ctx, { name: 'Papan angka', scopes: ['figures:read'] }),
    )
    expect(waits).toBe('for-nobody')
    expect(await findClientByToken(world.platform, token)).toMatchObject({
      kind: 'client',
      orgId: admin.orgId,
      roles: ['analyst'],
      scopes: ['figures:read'],
    })
    expect(await findClientByToken(world.platform, `${token}x`)).toBeUndefined()
  })

  it('wait for a second person where they read about people', async () => {
    const { id, token } = await world.staff(admin, (ctx) =>
      createClient(ctx, { name: 'Sistem mitra', scopes: ['cases:read'] }),
    )
    expect(await findClientByToken(world.platform, token)).toBeUndefined()
    await expect(
      world.staff(admin, (ctx) => decideClient(ctx, { id, verdict: 'confirm' })),
    ).rejects.toMatchObject({ code: 'client.second-person' })
    await world.staff(supervisor, (ctx) => decideClient(ctx, { id, verdict: 'confirm' }))
    expect(await findClientByToken(world.platform, token)).toMatchObject({ clientId: id })
    await world.staff(admin, (ctx) => decideClient(ctx, { id, verdict: 'end' }))
    expect(await findClientByToken(world.platform, token)).toBeUndefined()
  })

  it('are refused scopes that nobody knows', async () => {
    await expect(
      world.staff(admin, (ctx) => createClient(ctx, { name: 'Aneh', scopes: ['all:everything'] })),
    ).rejects.toMatchObject({ problems: [{ path: 'scopes' }] })
  })

  it('write under no person and read only their organisation', async () => {
    const { token } = await world.staff(admin, (ctx) =>
      createClient(ctx, { name: 'Papan', scopes: ['directory:read'] }),
    )
    const actor = await findClientByToken(world.platform, token)
    const rows = await runAs(world.platform, actor!, (ctx) =>
      ctx.tx.selectFrom('app.case_files').select('case_id').execute(),
    )
    expect(rows).toEqual([])
  })
})
