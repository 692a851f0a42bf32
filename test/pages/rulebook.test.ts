import { brotliDecompressSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Hono } from 'hono'
import { loadRulebookTexts } from '#src/platform/rulebook.ts'
import { aturan } from '#src/texts/id/aturan.ts'
import { makeApp } from '#src/web/app.ts'
import { makeTestPlatform, type TestPlatform } from '../support/platform.ts'

const BUDGET = 14_336
let world: TestPlatform
let app: Hono
beforeAll(async () => {
  world = await makeTestPlatform()
  app = makeApp(world.platform)
})
afterAll(() => world.close())

async function open(path: string): Promise<{ status: number; bytes: number; html: string }> {
  const response = await app.request(path, { headers: { 'accept-encoding': 'br' } })
  const body = Buffer.from(await response.arrayBuffer())
  const packed = response.headers.get('content-encoding') === 'br'
  return {
    status: response.status,
    bytes: body.length + 600,
    html: packed ? brotliDecompressSync(body).toString() : body.toString(),
  }
}

/** The page with all that it loads, as on a first visit; heads of the answers are counted generously. */
async function firstVisit(path: string): Promise<{ bytes: number; html: string }> {
  const { bytes, html } = await open(path)
  let sum = bytes
  for (const [, asset] of html.matchAll(/<(?:link rel="stylesheet"|script)[^>]*?(?:href|src)="(\/[^"]+)"/g))
    sum += (await open(asset!)).bytes
  return { bytes: sum, html }
}

/** Every page of one question, by its own links. */
async function pagesFrom(path: string): Promise<readonly { bytes: number; html: string }[]> {
  const page = await firstVisit(path)
  const next = /href="([^"]+\?hal=\d+)">(?:Berikutnya|Next)</.exec(page.html)?.[1]
  return next === undefined ? [page] : [page, ...(await pagesFrom(next))]
}

describe('the rulebook to read', () => {
  it('lists every question', async () => {
    const { html } = await firstVisit('/aturan')
    for (const { question } of loadRulebookTexts().chapters)
      expect(html).toContain(`href="/aturan/${question}"`)
  })

  it.each(['', '/en'])(
    'shows every rule and every amount of every question within the budget, at %s/aturan',
    async (lang) => {
      for (const chapter of loadRulebookTexts().chapters) {
        const pages = await pagesFrom(`${lang}/aturan/${chapter.question}`)
        const all = pages.map((page) => page.html).join('')
        const heavy = pages.filter((page) => page.bytes > BUDGET).map((page) => page.bytes)
        expect([chapter.question, heavy]).toEqual([chapter.question, []])
        const shown = [...chapter.rules, ...chapter.parameters].filter(
          ({ id }) => !all.includes(`<li id="${id}">`),
        )
        expect([chapter.question, shown]).toEqual([chapter.question, []])
        for (const page of pages) expect(page.html.match(/<h1/g)).toHaveLength(1)
      }
    },
  )

  it('names every unit in Indonesian, except the letters of a currency', () => {
    const units = loadRulebookTexts().chapters.flatMap((each) => each.parameters.map(({ unit }) => unit))
    const bare = units.filter((unit) => unit !== 'share' && !/^[A-Z]{3}$/.test(unit))
    expect(bare.filter((unit) => aturan.unit[unit] === undefined)).toEqual([])
  })

  it('also reads as one page for each question', async () => {
    for (const { question, rules, parameters } of loadRulebookTexts().chapters) {
      const { html } = await open(`/aturan/${question}?hal=semua`)
      expect([question, html.match(/<li id="/g)?.length]).toEqual([
        question,
        rules.length + parameters.length,
      ])
    }
  })

  it('says since when, who says so and what nobody has verified', async () => {
    const { html } = await firstVisit('/aturan/trafficking')
    expect(html).toContain('UU 21/2007, Pasal 1 angka 1')
    expect(html).toContain('sejak 19 April 2007')
    const amounts = (await pagesFrom('/aturan/social-security')).map((page) => page.html).join('')
    const held = loadRulebookTexts().chapters.find((each) => each.question === 'social-security')!
    const versions = held.parameters.flatMap((each) => each.versions)
    if (versions.some((version) => version.amount === null)) expect(amounts).toContain('Belum ada angka.')
    if (versions.some((version) => version.confidence === 'unverified'))
      expect(amounts).toContain('belum diverifikasi')
  })

  it.each([
    '/aturan/unknown',
    '/aturan/trafficking?hal=0',
    '/aturan/trafficking?hal=99',
    '/aturan/trafficking?hal=x',
  ])('knows no page %s', async (path) => {
    expect((await open(path)).status).toBe(404)
  })
})
