import { afterAll, beforeAll, expect, it } from 'vitest'
import { SAMPLE_LIST } from '#src/domain/imports/sample-list.ts'
import { runList } from '#src/modules/imports/index.ts'
import { oldListWords } from '#src/texts/old-list-words.ts'
import { makeApp } from '#src/web/app.ts'
import { csvOf } from '#src/web/csv.ts'
import { makeTestPlatform, type TestPlatform } from '../support/platform.ts'

const ROOM = '/kerja/ekspor-impor/daftar-lama'

let world: TestPlatform
let app: ReturnType<typeof makeApp>
let cookie: string
beforeAll(async () => {
  world = await makeTestPlatform()
  app = makeApp(world.platform)
  cookie = await world.cookieOf(await world.hire('jhb', ['supervisor']))
})
afterAll(() => world.close())

const get = (path: string, as = cookie) => app.request(path, { headers: { cookie: as } })

async function send(path: string, fields: Readonly<Record<string, string | File>>): Promise<Response> {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) body.append(name, value)
  const headers = { cookie, origin: 'http://localhost:3000', 'sec-fetch-site': 'same-origin' }
  return app.request(path, { method: 'POST', body, headers })
}

const upload = (bytes: BlobPart) =>
  send(ROOM, { file: new File([bytes], 'daftar.csv'), source: 'Buku kasus 2019' })

/** The forms of the page as a person sends them untouched. */
async function next(at: string, to: string, more: Readonly<Record<string, string>> = {}): Promise<void> {
  const html = await (await get(at)).text()
  const form = html.slice(html.indexOf(`${at}/${to}"`), html.indexOf('</form>', html.indexOf(`${at}/${to}"`)))
  const seen = /name="seen" value="(\d+)"/.exec(form)?.[1] ?? ''
  const chosen = [...form.matchAll(/<select[^>]*name="([^"]+)"[\s\S]*?<\/select>/g)].map(
    ([all, name = '']) => [name, /<option value="([^"]*)" selected/.exec(all)?.[1] ?? ''] as const,
  )
  const answer = await send(`${at}/${to}`, { seen, ...Object.fromEntries(chosen), ...more })
  expect([to, answer.status]).toEqual([to, 303])
}

it('leads from the sample list to its cases and back, without a script', async () => {
  const answer = await upload(csvOf(SAMPLE_LIST))
  const at = answer.headers.get('location') ?? ''
  expect(at).toMatch(new RegExp(`^${ROOM}/[0-9a-f-]{36}$`))
  await next(at, 'lembar')
  await next(at, 'kolom')
  await next(at, 'kata')
  expect(await (await get(at)).text()).toContain('Contoh Wulandari')
  await next(at, 'mulai', { known: 'skip' })
  expect(await (await get(at)).text()).toContain('0 dari 5 baris')
  await runList(world.platform, at.slice(ROOM.length + 1), oldListWords())
  const done = await (await get(at)).text()
  expect(done.match(/JHB-2026-\d{4}<\/a>|JHB-2026-\d{4}\s*<\/a>/g)?.length).toBe(5)
  expect((await send(`${at}/batal`, {})).status).toBe(303)
  expect(await (await get(at)).text()).toContain('Semua kasusnya hilang')
  expect((await send(`${at}/batal`, {})).status).toBe(409)
})

it('refuses nothing, a program, an old workbook and a file of half a quotation beside the field, and stores nothing', async () => {
  const before = await world.root('select count(*) as n from app.list_imports')
  for (const bytes of ['', '\u007fELF\u0001\u0000', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 1]), 'a,"b']) {
    const answer = await upload(bytes)
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('id="file-salah"')
  }
  expect(await world.root('select count(*) as n from app.list_imports')).toEqual(before)
})

it('gives the rows with a mistake back as a file with the reason, and to no other role', async () => {
  const answer = await upload('No Kasus,Nama,NIK\nE/1,Contoh,123\nE/2,"=HYPERLINK(1)",belum ada')
  const at = answer.headers.get('location') ?? ''
  await next(at, 'lembar')
  await next(at, 'kolom')
  const csv = await (await get(`${at}/salah`)).text()
  expect(csv).toContain('E/1,Contoh,123')
  expect(csv).toContain('NIK berisi 16 angka')
  expect(csv).not.toContain('E/2')
  const officer = await world.cookieOf(await world.as('caseworker', 'jhb'))
  expect((await get(ROOM, officer)).status).toBe(403)
  const other = await world.cookieOf(await world.as('supervisor', 'hkg'))
  expect((await get(at, other)).status).toBe(404)
})
