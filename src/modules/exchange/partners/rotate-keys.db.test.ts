import { afterAll, beforeAll, expect, it } from 'vitest'
import { makeTestPlatform, type TestPlatform } from '../../../../test/support/platform.ts'
import { rotateOwnKeys } from '../index.ts'

let world: TestPlatform
beforeAll(async () => {
  world = await makeTestPlatform()
})
afterAll(() => world.close())

it('the administrator of the installation changes its keys, one generation at a time, and nobody else does', async () => {
  const admin = await world.as('installation-admin', 'pusat')
  expect(await world.staff(admin, rotateOwnKeys)).toBe(1)
  expect(await world.staff(admin, rotateOwnKeys)).toBe(2)
  const rows = await world.root(
    `select generation, retired_at is null as live from app.exchange_keys order by 1`,
    [],
  )
  expect(rows).toMatchObject([{ live: false }, { live: true }])
  const other = await world.as('organisation-admin', 'pusat')
  await expect(world.staff(other, rotateOwnKeys)).rejects.toThrow()
})
