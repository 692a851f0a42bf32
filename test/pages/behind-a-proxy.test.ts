import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Config } from '#src/config.ts'
import { makeApp } from '#src/web/app.ts'
import { makeTestPlatform, type TestPlatform } from '../support/platform.ts'
import { giveCredentials, TEST_PASSWORD } from '../support/sign-in.ts'

const TLS = { url: 'https://payung.example', trustProxy: true }

let worlds: readonly TestPlatform[]
beforeAll(async () => {
  const settings: readonly Partial<Config>[] = [TLS, { trustProxy: false }]
  worlds = await Promise.all(settings.map((config) => makeTestPlatform(config)))
})
afterAll(() => Promise.all(worlds.map((world) => world.close())))

type Headers = Readonly<Record<string, string>>

function post(world: TestPlatform, path: string, fields: Headers, headers: Headers = {}): Promise<Response> {
  const app = makeApp(world.platform)
  const body = new URLSearchParams(fields)
  return Promise.resolve(app.request(path, { method: 'POST', body, headers }))
}
const hidden = (html: string, name: string): string =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? ''

/** The keyed values under which visitors were counted while signing in. */
async function visitorsOf(world: TestPlatform, addresses: readonly string[]): Promise<number> {
  await world.root('delete from app.rate_hits')
  for (const address of addresses)
    await post(world, '/petugas', { name: 'tidak.ada', password: 'salah' }, { 'x-forwarded-for': address })
  const [row] = await world.root(
    "select count(distinct visitor)::int as n from app.rate_hits where kind = 'sign-in.visitor'",
  )
  return Number(row!['n'])
}

describe('behind a proxy that ends TLS', () => {
  it('gives the session in a cookie for this host and TLS alone, and asks browsers to stay with TLS', async () => {
    const world = worlds[0]!
    const person = await giveCredentials(world, await world.as('caseworker', 'jhb'))
    const first = await post(world, '/petugas', { name: person.name, password: TEST_PASSWORD })
    const second = await post(world, '/petugas/langkah-kedua', {
      ticket: hidden(await first.text(), 'ticket'),
      code: person.code(),
    })
    expect(second.status).toBe(303)
    expect(second.headers.get('set-cookie')).toMatch(
      /^__Host-payung=[^;]+; Path=\/; HttpOnly; Secure; SameSite=Strict$/,
    )
    expect(second.headers.get('strict-transport-security')).toBe('max-age=31536000')
  })

  it('never sends anybody to an address without TLS', async () => {
    const shown = await makeApp(worlds[0]!.platform).request('/', {
      headers: { 'x-forwarded-proto': 'http' },
    })
    expect(shown.status).toBe(200)
    expect(await shown.text()).not.toMatch(/(href|action)="http:/)
  })

  it('counts visitors by the address that the proxy adds last, and IPv6 by its network', async () => {
    const [trusting] = worlds
    expect(await visitorsOf(trusting!, ['198.51.100.1', '198.51.100.2'])).toBe(2)
    expect(await visitorsOf(trusting!, ['203.0.113.9, 198.51.100.1', '203.0.113.8, 198.51.100.1'])).toBe(1)
    expect(await visitorsOf(trusting!, ['2001:db8:1:2::1', '2001:db8:1:2:ffff::9'])).toBe(1)
  })
})

describe('without a trusted proxy', () => {
  it('does not believe what a visitor writes about the own address or TLS', async () => {
    const world = worlds[1]!
    expect(await visitorsOf(world, ['198.51.100.1', '198.51.100.2'])).toBe(1)
    const shown = await makeApp(world.platform).request('/', { headers: { 'x-forwarded-proto': 'https' } })
    expect(shown.headers.get('strict-transport-security')).toBeNull()
  })
})
