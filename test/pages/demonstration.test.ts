import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { readConfig } from '#src/config.ts'
import { DEMO_WORDS } from '#src/demonstration.ts'
import { sessionHash } from '#src/modules/accounts/index.ts'
import { loadDemonstration } from '#src/modules/demo/index.ts'
import { runAs } from '#src/platform/db/context.ts'
import { makePlatform, type Platform } from '#src/platform/platform.ts'
import { makeApp } from '#src/web/app.ts'
import { insertSession } from '../../src/modules/accounts/session-queries.ts'
import { copyDatabase, type TestDatabase } from '../support/database.ts'

const NOW = new Date('2026-11-20T04:17:00.000Z')
let database: TestDatabase
let platform: Platform
const token = randomBytes(32).toString('base64url')

beforeAll(async () => {
  database = await copyDatabase()
  platform = makePlatform({
    config: { ...readConfig({ PAYUNG_ENV: 'test', PAYUNG_DATA: '/nonexistent' }), demo: true },
    owner: database.owner,
    secrets: {
      master: { current: 1, keys: new Map([[1, new Uint8Array(32).fill(7)]]) },
      installation: database.secret,
    },
    clock: () => NOW,
  })
  const size = { cases: 120, waiting: 40 }
  await loadDemonstration({ platform, words: DEMO_WORDS }, () => undefined, size)
  const staff = await runAs(platform, { kind: 'keeper' }, (ctx) =>
    ctx.tx
      .selectFrom('app.staff')
      .select(['id', 'org_id'])
      .where('sign_in_name', '=', 'atasan')
      .executeTakeFirstOrThrow(),
  )
  await runAs(platform, { kind: 'gate', staffId: staff.id }, (ctx) =>
    insertSession(ctx, {
      idHash: sessionHash(token),
      staffId: staff.id,
      orgId: staff.org_id,
      factor: 'totp',
      expiresAt: new Date(NOW.getTime() + 12 * 3600_000),
    }),
  )
}, 60_000)
afterAll(async () => {
  await platform.database.close()
  await database.drop()
})

it('shows the supervisor of Johor every page with something on it', async () => {
  const app = makeApp(platform)
  const read = (path: string) => app.request(path, { headers: { cookie: `payung=${token}` } })
  const lists = ['masuk', 'kasus', 'rujukan'].map((room) => `/kerja/${room}`)
  const rooms = ['', '/beban', '/cari', '/direktori', '/catat', '/saya', '/pengaturan'].map(
    (room) => `/kerja${room}`,
  )
  for (const path of rooms) expect((await read(path)).status, path).toBe(200)
  for (const path of lists) {
    const page = await read(path)
    expect(page.status, path).toBe(200)
    const found = [...(await page.text()).matchAll(new RegExp(`href="(${path}/[\\w-]+)"`, 'g'))]
    const links = [...new Set(found.map((link) => link[1]!))]
    expect(links.length, path).toBeGreaterThan(2)
    for (const link of links.slice(0, 6)) expect((await read(link)).status, link).toBe(200)
  }
})
