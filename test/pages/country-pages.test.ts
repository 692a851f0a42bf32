import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Hono } from 'hono'
import { makeApp } from '#src/web/app.ts'
import { makeTestPlatform, type TestPlatform } from '../support/platform.ts'

let world: TestPlatform
let app: Hono
beforeAll(async () => {
  world = await makeTestPlatform()
  app = makeApp(world.platform)
})
afterAll(() => world.close())

async function open(path: string): Promise<{ status: number; text: string; type: string | null }> {
  const response = await app.request(path)
  return {
    status: response.status,
    text: (await response.text()).replaceAll('\u00a0', ' '),
    type: response.headers.get('content-type'),
  }
}

it('opens the list, a country and its corridor in both languages', async () => {
  for (const path of ['/negara', '/negara/sa', '/negara/SA', '/negara/sa/koridor', '/negara/daftar'])
    for (const prefix of ['', '/en']) expect((await open(prefix + path)).status, prefix + path).toBe(200)
  expect((await open('/en/negara/sa')).text).toContain('May I work there?')
})

it('answers an unknown country with the list of those that have a page', async () => {
  for (const path of ['/negara/zz', '/negara/indonesia', '/en/negara/zz', '/negara/zz/koridor']) {
    const { status, text } = await open(path)
    expect(status, path).toBe(404)
    expect(text, path).toMatch(/href="(\/en)?\/negara\/hk"/)
  }
})

it('reads the law of the day that the address names, and of today for what is no day', async () => {
  expect((await open('/negara/hk?tanggal=2025-09-01')).text).toContain('4.990 Dolar Hong Kong')
  expect((await open('/negara/hk?tanggal=2025-10-01')).text).toContain('5.100 Dolar Hong Kong')
  for (const nonsense of ['2025-02-31', 'kemarin', ''])
    expect((await open(`/negara/hk?tanggal=${nonsense}`)).text).not.toContain('Ini yang kami ketahui untuk')
})

it('filters the register, refuses what is no region or page, and gives it as a table', async () => {
  const africa = await open('/negara/daftar?kawasan=africa')
  expect(africa.text).toContain('Mesir')
  expect(africa.text).not.toContain('Suriname')
  expect((await open('/negara/daftar?kawasan=atlantis')).status).toBe(404)
  expect((await open('/negara/daftar?hal=99')).status).toBe(404)
  const table = await open('/negara/daftar.csv')
  expect(table.status).toBe(200)
  expect(table.type).toContain('text/csv')
  expect(table.text).toContain('payung')
})
