import { readXlsx } from 'hucre/xlsx'
import { parseCsv } from 'hucre/csv'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Hono } from 'hono'
import type { Role } from '#src/domain/disclosure/roles.ts'
import { loadNorms } from '#src/platform/norms.ts'
import { DATA_COLUMNS } from '#src/web/comparison-data.ts'
import { FINDING_COLUMNS } from '#src/web/comparison-findings.ts'
import { makeApp } from '#src/web/app.ts'
import { lawHref } from '#src/web/ui/law-href.ts'
import { makeTestPlatform, type TestPlatform } from '../support/platform.ts'
import { readPdfText } from '../support/read-documents.ts'

let world: TestPlatform
let app: Hono
beforeAll(async () => {
  world = await makeTestPlatform()
  app = makeApp(world.platform)
})
afterAll(() => world.close())

const read = async (path: string): Promise<string> => (await app.request(path)).text()
const statusOf = async (path: string): Promise<number> => (await app.request(path)).status

async function as(role: Role, path: string): Promise<Response> {
  const cookie = await world.cookieOf(await world.as(role, 'jhb'))
  return app.request(path, { headers: { cookie } })
}
async function taken(role: Role, path: string): Promise<Uint8Array> {
  const response = await as(role, path)
  expect([path, response.status]).toEqual([path, 200])
  return new Uint8Array(await response.arrayBuffer())
}

describe('the public table of rules', () => {
  it('leads from the index to every need and every corridor', async () => {
    const index = await read('/harmonisasi')
    const links = [...index.matchAll(/href="(\/harmonisasi\?[^"]+)"/g)].map((match) => match[1] ?? '')
    expect(links).toHaveLength(33 + 7)
    for (const link of links) expect([link, await statusOf(link)]).toEqual([link, 200])
  })

  it('says in words what a cell is, why, and by which article', async () => {
    const html = await read('/harmonisasi?kebutuhan=placement-cost')
    expect(html).toContain('Bertentangan')
    expect(html).toContain(
      'Hukum Indonesia melarang biaya itu. Hong Kong mengizinkan agen memungut sampai 10%.',
    )
    expect(html).toContain(`href="${lawHref('id-uu-18-2017', 'Pasal 30 ayat (1)')}"`)
    expect(html).toContain('Diam tidak pernah berarti boleh.')
    expect(html).toContain('satu pembaca')
  })

  it('follows the day and the workers that are asked for, and takes no day that is none', async () => {
    const before = await read('/harmonisasi?kebutuhan=minimum-wage&tanggal=2016-01-01')
    expect(before).toContain('Berlaku pada 1 Januari 2016.')
    expect(before).not.toContain('RM1.500')
    expect(await read('/harmonisasi?kebutuhan=minimum-wage&pekerja=pabrik')).toContain(
      'Untuk: Pekerja pabrik.',
    )
    expect(await read('/harmonisasi?kebutuhan=minimum-wage&tanggal=2026-02-30')).toContain(
      'Tanggal tidak terbaca',
    )
  })

  it('answers 404 for a need, a corridor, a cell or a rule that is none', async () => {
    for (const path of ['?kebutuhan=x', '?koridor=x', '/isi/x/my', '/isi/minimum-age/x', '/norma/x'])
      expect([path, await statusOf(`/harmonisasi${path}`)]).toEqual([path, 404])
  })

  it('shows every rule by itself, and says of one from memory that nobody verified it', async () => {
    for (const { id, confidence } of loadNorms()) {
      const html = await read(`/harmonisasi/norma/${id}`)
      expect([id, html.includes('Jangan dipakai sebagai dasar.')]).toEqual([id, confidence === 'unverified'])
    }
  })

  it('shows no telephone number that nobody checked, on no page and in no file', async () => {
    for (const path of [
      '/harmonisasi?kebutuhan=complaint-channel',
      '/harmonisasi/isi/complaint-channel/sa',
      '/harmonisasi/norma/sa-channel',
      '/harmonisasi/norma/hk-channel',
      '/harmonisasi.csv',
      '/harmonisasi.json',
    ]) {
      const text = await read(path)
      expect([path, text.includes('19911'), text.includes('2157 9537')]).toEqual([path, false, false])
    }
    expect(await read('/harmonisasi/norma/sa-channel')).toContain('(nomor belum diperiksa)')
  })

  it('gives the whole table away: every cell, with licence, day and what the codes mean', async () => {
    const rows = parseCsv(await read('/harmonisasi.csv'))
    expect(rows[0]).toEqual([...DATA_COLUMNS])
    expect(new Set(rows.slice(1).map((row) => [row[0], row[2]].join(' '))).size).toBe(33 * 17)
    const json = (await (await app.request('/en/harmonisasi.json')).json()) as Readonly<
      Record<string, unknown>
    >
    expect(json).toMatchObject({ on: world.time.now.toISOString().slice(0, 10), sector: 'all' })
    expect(json['licence']).toContain('compilation')
    expect(Object.keys(json['verdicts'] as object)).toHaveLength(6)
    expect(json['note']).toBe('Silent never means allowed.')
  })
})

describe('the comparer of the workspace', () => {
  it('opens for readers of the law and for nobody else', async () => {
    expect((await as('caseworker', '/kerja/banding')).status).toBe(200)
    expect((await app.request('/kerja/banding')).status).not.toBe(200)
  })

  it('compares between countries, up and down, against each other, and over time', async () => {
    const grid = await (await as('caseworker', '/kerja/banding?negara=singapura&kelompok=rest')).text()
    expect(grid).toContain('Koridor Singapura')
    expect(grid).not.toContain('Koridor Malaysia')
    const down = await (await as('caseworker', '/kerja/banding?cara=menegak&negara=malaysia')).text()
    expect(down).toContain('Aturan pelaksana Malaysia')
    const within = await (await as('caseworker', '/kerja/banding?cara=dalam')).text()
    expect(within).toContain('Di dalam satu negara')
    expect(within).toContain('“Pekerja Migran Indonesia tidak dapat dibebani biaya penempatan”'.slice(1, 40))
    const time = await (
      await as(
        'caseworker',
        '/kerja/banding?cara=waktu&negara=arab-saudi&sejak=2024-01-01&tanggal=2026-01-01',
      )
    ).text()
    expect(time).toContain('Hari libur tiap minggu, Arab Saudi')
  })

  it('gives the table as XLSX that opens again with the same cells', async () => {
    const bytes = await taken('caseworker', '/kerja/banding/unduh/xlsx?negara=malaysia&kelompok=cost')
    const { sheets } = await readXlsx(bytes)
    expect(sheets.map((sheet) => sheet.name)).toEqual(['Tabel', 'Aturan', 'Keterangan'])
    const [head, first] = sheets[0]?.rows ?? []
    expect(head).toEqual(['Kebutuhan', 'PBB dan ILO', 'ASEAN', 'Indonesia', 'Nota RI–Malaysia', 'Malaysia'])
    expect(first?.[0]).toBe('Bebas biaya penempatan')
    expect(first?.[5]).toContain('Bertentangan\n')
    expect(first?.[5]).toContain('Act 246')
    expect(sheets[2]?.rows.flat().join(' ')).toContain('own compilation')
  })

  it('gives it as PDF, CSV and JSON too, and records each export', async () => {
    const pdf = await taken('caseworker', '/kerja/banding/unduh/pdf?negara=malaysia&kelompok=cost')
    expect(readPdfText(Buffer.from(pdf))).toContain('Diam tidak pernah berarti boleh.')
    const csv = new TextDecoder().decode(
      await taken('caseworker', '/kerja/banding/unduh/csv?negara=malaysia'),
    )
    expect(parseCsv(csv).length).toBeGreaterThan(33 * 5)
    const json = new TextDecoder().decode(await taken('caseworker', '/kerja/banding/unduh/json?cara=menegak'))
    expect((JSON.parse(json) as { readonly mode: string }).mode).toBe('down')
    expect((await as('caseworker', '/kerja/banding/unduh/exe')).status).toBe(404)
    const rows = await world.root("select details from app.audit_log where verb = 'law-table.exported'")
    expect(rows.map((row) => (row['details'] as { readonly format: string }).format)).toEqual(
      expect.arrayContaining(['xlsx', 'pdf', 'csv', 'json']),
    )
  })

  it.each([
    ['cara=dalam', 'conflicts', 'Pertentangan'],
    ['cara=waktu&negara=arab-saudi&sejak=2024-01-01&tanggal=2026-01-01', 'changes', 'Perubahan'],
  ])('gives what the screen lists in every file too: %s', async (query, list, sheet) => {
    const html = await (await as('caseworker', `/kerja/banding?${query}`)).text()
    const shown = [...html.matchAll(/<article class="sidebyside">(.*?)<\/article>/gs)].map(([whole]) => whole)
    expect(shown.length).toBeGreaterThan(0)
    const file = async (form: string) => taken('caseworker', `/kerja/banding/unduh/${form}?${query}`)
    const json = JSON.parse(new TextDecoder().decode(await file('json'))) as Record<string, unknown>
    const rows = json[list] as readonly Readonly<Record<string, string>>[]
    const escaped = (text: string) =>
      text
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        .replaceAll('"', '&quot;')
        .replaceAll("'", '&#39;')
    // The rules of each finding, in the order of the page, are those that its article links to.
    const rulesShown = shown.map((article) =>
      [...article.matchAll(/harmonisasi\/norma\/([^"]+)"/g)].map((match) => match[1]),
    )
    const rulesGiven = shown.map((_, at) =>
      rows.filter((row) => row['number'] === String(at + 1) && row['rule'] !== '').map((row) => row['rule']),
    )
    expect(rulesGiven).toEqual(rulesShown)
    expect(new Set(rows.map((row) => row['number'])).size).toBe(shown.length)
    for (const row of rows) {
      const article = shown[Number(row['number']) - 1] ?? ''
      expect(article).toContain(escaped(row['need_name'] ?? ''))
      expect(article).toContain(row['verdict_name'])
    }
    const csv = parseCsv(new TextDecoder().decode(await file('csv')))
    expect(csv[0]).toEqual([...FINDING_COLUMNS])
    expect(csv.slice(1).map((row) => [row[1], row[12]])).toEqual(
      rows.map((row) => [row['number'], row['rule']]),
    )
    const { sheets } = await readXlsx(await file('xlsx'))
    expect(sheets.map((each) => each.name)).toEqual([sheet, 'Tabel', 'Aturan', 'Keterangan'])
    expect(sheets[0]?.rows.slice(1).map((row) => String(row[0]))).toEqual(rows.map((row) => row['number']))
    const pdf = readPdfText(Buffer.from(await file('pdf')))
    expect(pdf).toContain(`${sheet}: ${shown.length}`)
  })
})
