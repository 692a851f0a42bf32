import { brotliDecompressSync } from 'node:zlib'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { makeApp } from '#src/web/app.ts'
import { codeOn, sendReport, visitSite, type Filling, type Shown } from '../support/public-form.ts'
import { makeTestPlatform, type TestPlatform } from '../support/platform.ts'

const BUDGET = 14_336

let world: TestPlatform
let app: ReturnType<typeof makeApp>
beforeAll(async () => {
  world = await makeTestPlatform({ demo: true })
  app = makeApp(world.platform)
})
afterAll(() => world.close())

const BROTLI = { 'accept-encoding': 'br' }

/** Bytes of what goes over the wire, head included, as a server of HTTP/1.1 writes it. */
async function weigh(response: Response): Promise<{ readonly bytes: number; readonly html: string }> {
  const body = Buffer.from(await response.arrayBuffer())
  const head = [...response.headers].reduce(
    (sum, [name, value]) => sum + name.length + value.length + 4,
    'HTTP/1.1 200 OK'.length + 4,
  )
  const html =
    response.headers.get('content-encoding') === 'br'
      ? brotliDecompressSync(body).toString()
      : body.toString()
  return { bytes: head + body.length, html }
}

/** The page and everything of ours that it loads, on a first visit. */
async function firstVisit(page: Response): Promise<number> {
  const { bytes, html } = await weigh(page)
  const loads = new Set(
    [...html.matchAll(/<(?:link rel="stylesheet"|script|img)[^>]*?(?:href|src)="(\/[^"]+)"/g)].map(
      (match) => match[1]!,
    ),
  )
  let sum = bytes
  for (const path of loads) sum += (await weigh(await app.request(path, { headers: BROTLI }))).bytes
  expect(html.includes('data:text') || /(?:src|href)="https?:/.test(html)).toBe(false)
  return sum
}

const post = (path: string, fields: Filling): Promise<Response> => {
  const body = new FormData()
  for (const [name, value] of fields) body.append(name, value)
  return Promise.resolve(app.request(path, { method: 'POST', body, headers: BROTLI }))
}

it.each([
  '/',
  '/en',
  '/bahaya',
  '/bahaya?negara=SA',
  '/bahaya?negara=HK',
  '/lapor',
  '/en/lapor',
  '/lacak',
  '/keluarga',
  '/info',
  '/tentang',
  '/aman',
  '/keluhan',
  '/keluar',
  '/tanda-terima',
  '/layanan',
  '/usulan',
  '/usulan?hal=2',
  '/usulan?hal=3',
  '/en/usulan',
  '/usulan/hambatan',
  '/en/usulan/hambatan?hal=2',
  '/harmonisasi',
  '/harmonisasi?kebutuhan=victim-status&pekerja=semua',
  '/en/harmonisasi?koridor=malaysia&kelompok=social-security',
  '/tidak-ada',
])('%s weighs at most 14,336 bytes on a first visit', async (path) => {
  expect(await firstVisit(await app.request(path, { headers: BROTLI }))).toBeLessThanOrEqual(BUDGET)
})

it.each(['/lapor', '/en/lapor'])(
  'each of the five questions of %s fits, with answers carried and danger shown',
  async (path) => {
    const visit = visitSite(app)
    let shown: Shown = await visit.open(path)
    const answers: Readonly<Record<string, Filling>> = {
      what: [
        ['what', 'gaji'],
        ['what', 'kunci'],
        ['story', 'Gaji saya tujuh bulan belum dibayar, saya dikunci di kamar. '.repeat(5)],
        ['about', 'myself'],
      ],
      where: [
        ['place.country', 'MY'],
        ['place.words', 'Muar, dekat masjid besar'],
      ],
      danger: [['danger', 'now']],
      contact: [
        ['safeContact.ways', 'whatsapp'],
        ['safeContact.value', '+44 7700 900123'],
        ['names', 'Sutinah'],
      ],
    }
    for (const step of ['what', 'where', 'danger', 'contact']) {
      const fields: Filling = [...shown.hidden('skip'), ...answers[step]!, ['go', 'next']]
      const weight = await firstVisit(await post(path, fields))
      expect([step, weight <= BUDGET ? 'fits' : weight]).toEqual([step, 'fits'])
      shown = await visit.post(path, fields)
    }
  },
)

it('the page with the code and the status page fit', async () => {
  const visit = visitSite(app)
  const stored = await sendReport(visit, { danger: [['danger', 'now']], where: [['place.country', 'MY']] })
  expect(
    await firstVisit(await post('/lapor', [...stored.hidden('second'), ['go', 'second']])),
  ).toBeLessThanOrEqual(BUDGET)
  const code = codeOn(stored.html)
  expect(
    await firstVisit(
      await post('/lacak', [
        ['words', code.words],
        ['pin', code.pin],
        ['go', 'open'],
      ]),
    ),
  ).toBeLessThanOrEqual(BUDGET)
  const status = await visit.post('/lacak', [
    ['words', code.words],
    ['pin', code.pin],
    ['go', 'open'],
  ])
  for (const go of ['contact', 'consent', 'withdraw'])
    expect(await firstVisit(await post('/lacak', [...status.hidden(go), ['go', go]]))).toBeLessThanOrEqual(
      BUDGET,
    )
})

it('every public page works without a cookie, loads nothing from elsewhere, and only the numbers may be kept by the browser', async () => {
  for (const path of ['/', '/lapor', '/lacak', '/keluarga', '/tentang', '/tanda-terima']) {
    const response = await app.request(path)
    expect(response.headers.get('set-cookie')).toBeNull()
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'")
  }
  expect((await app.request('/bahaya?negara=SA')).headers.get('cache-control')).toContain('max-age')
})

it('shows as certain no number that nobody checked, and of unchecked ones exactly two, each marked and dated', async () => {
  for (const country of ['MY', 'SA', 'HK', 'TW', 'AE']) {
    const html = await (await app.request(`/bahaya?negara=${country}`)).text()
    const unverified = html.match(/class="unverified"/g) ?? []
    expect([country, unverified.length]).toEqual([country, 2])
    expect(html.match(/href="tel:/g)).toHaveLength(2)
    expect(html.match(/belum diverifikasi/g)!.length).toBeGreaterThanOrEqual(2)
  }
  const nowhere = await (await app.request('/bahaya?negara=ZZ')).text()
  expect(nowhere).not.toContain('href="tel:')
})

it('answers an unknown address with a page that leads on', async () => {
  const response = await app.request('/tidak-ada')
  expect(response.status).toBe(404)
  expect(await response.text()).toContain('href="/lapor"')
  const english = await app.request('/en/nowhere')
  expect(await english.text()).toContain('<html lang="en">')
})
