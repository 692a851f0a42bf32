import { brotliDecompressSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadRelease } from '#src/modules/law/index.ts'
import { loadLaw } from '#src/platform/law/law-files.ts'
import { shippedLawFiles, useLawFiles } from '#src/platform/law/law-source.ts'
import { makeApp } from '#src/web/app.ts'
import { lawHref } from '#src/web/ui/law-href.ts'
import { makeTestPlatform, type TestPlatform } from '../support/platform.ts'

const BUDGET = 14_336

let world: TestPlatform
let app: ReturnType<typeof makeApp>
let style = 0
beforeAll(async () => {
  world = await makeTestPlatform({ demo: true })
  await loadRelease(world.platform)
  app = makeApp(world.platform)
  const html = await (await app.request('/hukum')).text()
  for (const [, path] of html.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)) style += await weigh(path!)
})
afterAll(async () => {
  useLawFiles(shippedLawFiles())
  await world.close()
})

async function weigh(path: string): Promise<number> {
  const response = await app.request(path, { headers: { 'accept-encoding': 'br' } })
  const head = [...response.headers].reduce((sum, [name, value]) => sum + name.length + value.length + 4, 19)
  return head + (await response.arrayBuffer()).byteLength
}
const open = async (path: string) => {
  const response = await app.request(path)
  return { status: response.status, html: await response.text(), to: response.headers.get('location') }
}

describe('the law library for everybody', () => {
  it('opens every article, and nothing is heavier than 14 KB', async () => {
    const { articles, instruments } = loadLaw()
    const paths = new Set(['/hukum', '/hukum/salah-kaprah', '/hukum/tidak-ditemukan', '/hukum?q=upah'])
    for (const { id } of instruments) paths.add(lawHref(id))
    for (const { instrument, article } of articles) paths.add(lawHref(instrument, article))
    const wrong: string[] = []
    for (const path of paths) {
      const response = await app.request(path, { headers: { 'accept-encoding': 'br' } })
      const bytes = Buffer.from(await response.arrayBuffer())
      if (response.status !== 200) wrong.push(`${path} answers ${response.status}`)
      else if (bytes.length + style + 600 > BUDGET) wrong.push(`${path} weighs ${bytes.length + style + 600}`)
      else if (!brotliDecompressSync(bytes).toString().includes('</html>')) wrong.push(`${path} is cut`)
    }
    expect(wrong).toEqual([])
  })

  it('leads former and other names to the one page, and a note to its line', async () => {
    expect((await open('/hukum/UU%2018%2F2017')).to).toBe('/hukum/id-uu-18-2017')
    expect((await open('/hukum/id-hk-practice')).to).toBe('/hukum/tidak-ditemukan#id-hk-practice')
    expect((await open('/en/hukum/id-uu-18-2017/30-1')).html).toContain('placement cost')
  })

  it('says nothing of what it does not hold', async () => {
    for (const path of ['/hukum/uu-999', '/hukum/id-uu-18-2017/pasal-9999', '/hukum/%3Cscript%3E'])
      expect((await open(path)).status).toBe(404)
  })

  it('finds in both languages, by State, by topic and by day', async () => {
    expect((await open('/hukum?q=biaya+penempatan')).html).toContain('biaya')
    expect((await open('/en/hukum?q=placement+cost')).html).toContain('cost')
    expect((await open('/hukum?negara=KR&jenis=instrument')).html).toContain('kr-')
    const before = (await open('/hukum?q=KUHP+455&tanggal=2026-01-01')).html
    const after = (await open('/hukum?q=KUHP+455&tanggal=2026-01-02')).html
    expect(before).not.toContain('<li><a href="/hukum/id-uu-1-2023/455"')
    expect(after).toContain('<li><a href="/hukum/id-uu-1-2023/455"')
    const last = loadLaw().errata.at(-1)!.id
    expect((await open(`/hukum/salah-kaprah?butir=${last}`)).html).toContain(`<li id="${last}">`)
    expect((await open('/hukum?tanggal=2026-02-30')).status).toBe(422)
    expect((await open('/hukum?q=zzzxqy')).html).toContain('bukan berarti boleh')
    expect((await open('/hukum?q=%27%29%3B--&hal=0')).status).toBe(200)
  })

  it('gives the whole library as data, with its release, its day and its licence', async () => {
    const json = JSON.parse((await open('/hukum.json')).html) as Record<string, unknown[]> & {
      readonly headers: Record<string, { readonly licence: string; readonly retrieved: string }>
    }
    expect(json['articles']).toHaveLength(loadLaw().articles.length)
    expect(json['release']).not.toBe('')
    for (const { licence, retrieved } of Object.values(json.headers)) {
      expect(licence).not.toBe('')
      expect(retrieved).toMatch(/^\d{4}-\d{2}-\d{2}$/)
    }
    const csv = await open('/hukum.csv')
    const { articles, instruments } = loadLaw()
    expect(csv.html.split('\r\n')).toHaveLength(articles.length + instruments.length + 2)
    expect((await open('/hukum')).html).toContain('href="/hukum.json"')
  })

  it('marks what nobody verified, and never calls a note an agreement', async () => {
    const notes = (await open('/hukum/tidak-ditemukan')).html
    expect(notes).toContain('Ini bukan aturan dan bukan perjanjian.')
    const unverified = loadLaw().articles.find((each) => each.confidence === 'unverified')!
    expect((await open(lawHref(unverified.instrument, unverified.article))).html).toContain(
      'belum diverifikasi',
    )
  })
})
