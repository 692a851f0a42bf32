import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadRelease } from '#src/modules/law/index.ts'
import { loadLaw } from '#src/platform/law/law-files.ts'
import { shippedLawFiles, useLawFiles } from '#src/platform/law/law-source.ts'
import { makeApp } from '#src/web/app.ts'
import { makeTestPlatform, type TestPlatform } from '../support/platform.ts'

let world: TestPlatform
let app: ReturnType<typeof makeApp>
beforeAll(async () => {
  world = await makeTestPlatform()
  await loadRelease(world.platform)
  app = makeApp(world.platform)
})
afterAll(async () => {
  useLawFiles(shippedLawFiles())
  await world.close()
})

async function ask(path: string, from = '198.51.100.7') {
  const response = await app.request(`/api/v1/law${path}`, { headers: { 'x-forwarded-for': from } })
  return { status: response.status, body: (await response.json()) as Record<string, unknown> }
}
const placesIn = (body: Record<string, unknown>, list: string) =>
  (body[list] as readonly { readonly page: string }[]).map((each) => each.page)

describe('the law library for programs', () => {
  it('lists every law page by page, each once, with the address that people read', async () => {
    const first = (await ask('/instruments')).body
    const seen: string[] = []
    for (let page = 1; page <= Number(first['pages']); page++)
      seen.push(...placesIn((await ask(`/instruments?page=${page}`)).body, 'instruments'))
    expect(seen).toEqual(loadLaw().instruments.map((each) => `/hukum/${each.id}`))
    expect(first['release']).not.toBe('')
  })

  it('gives a law by any of its names, with its standings and sources', async () => {
    const { body } = await ask('/instruments/UU%20No.%2018%20Tahun%202017')
    expect(body).toMatchObject({ id: 'id-uu-18-2017', page: '/hukum/id-uu-18-2017' })
    const treaty = (await ask('/instruments/ICRMW')).body
    expect((treaty['status'] as readonly unknown[]).length).toBeGreaterThan(3)
    expect((await ask('/instruments/uu-999')).status).toBe(404)
  })

  it('resolves a citation and refuses one that it does not hold', async () => {
    const found = await ask('/articles?instrument=UU%2018%2F2017&article=Pasal%2030%20ayat%20(1)')
    expect(placesIn(found.body, 'articles')).toEqual(['/hukum/id-uu-18-2017/30-1'])
    expect((await ask('/articles?instrument=UU%2018%2F2017&article=Pasal%20999')).status).toBe(422)
    expect((await ask('/articles?instrument=id-uu-18-2017')).body['total']).toBeGreaterThan(100)
  })

  it('searches as /hukum does, by day too', async () => {
    const typo = (await ask('/search?q=resitusi')).body
    expect(typo).toMatchObject({ how: 'read-otherwise', read: 'restitusi' })
    const places = async (on: string) =>
      placesIn((await ask(`/search?q=KUHP%20455&on=${on}&kind=article`)).body, 'hits')
    expect(await places('2026-01-01')).not.toContain('/hukum/id-uu-1-2023/455')
    expect(await places('2026-01-02')).toContain('/hukum/id-uu-1-2023/455')
    expect((await ask('/search?q=x&on=2026-02-30')).status).toBe(422)
    expect((await ask('/search')).status).toBe(422)
  })

  it('slows a program that asks too much', async () => {
    let last = 200
    for (let i = 0; i < 302 && last === 200; i++)
      last = (await ask('/instruments?page=1', '198.51.100.99')).status
    expect(last).toBe(429)
  })
})
