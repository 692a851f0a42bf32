// The agreements over HTTP: officers read and drafters change them, everybody sees what is open, files read back whole.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Hono } from 'hono'
import type { StaffActor } from '#src/platform/db/context.ts'
import { bringInAgreements, loadAgreements, readAgreement } from '#src/modules/agreements/index.ts'
import { runAs } from '#src/platform/db/context.ts'
import { loadAgreementFile } from '#src/platform/law/agreement-files.ts'
import { readTable } from '#src/platform/spreadsheet/read-table.ts'
import { makeApp } from '#src/web/app.ts'
import { makeTestPlatform, type TestPlatform } from '../support/platform.ts'

const ROOM = '/kerja/perjanjian'
const OCS = 'id-my-mou-2022'
const BUDGET = 14_336

let world: TestPlatform
let app: Hono
let drafter: StaffActor
let officer: StaffActor

beforeAll(async () => {
  world = await makeTestPlatform()
  app = makeApp(world.platform)
  drafter = await world.hire('jhb', ['law-drafter'])
  officer = await world.hire('jhb', ['caseworker'])
  await loadAgreements(world.platform)
})
afterAll(() => world.close())

async function get(path: string, actor?: StaffActor) {
  const headers: Record<string, string> = actor === undefined ? {} : { cookie: await world.cookieOf(actor) }
  const response = await app.request(path, { headers })
  return {
    status: response.status,
    type: response.headers.get('content-type') ?? '',
    bytes: new Uint8Array(await response.arrayBuffer()),
    get text() {
      return new TextDecoder().decode(this.bytes)
    },
  }
}

async function post(actor: StaffActor, path: string, fields: readonly (readonly [string, string])[]) {
  const headers = {
    cookie: await world.cookieOf(actor),
    'content-type': 'application/x-www-form-urlencoded',
    'sec-fetch-site': 'same-origin',
  }
  const body = new URLSearchParams(fields.map(([name, value]) => [name, value])).toString()
  const response = await app.request(path, { method: 'POST', body, headers })
  return { status: response.status, to: response.headers.get('location') ?? '', text: await response.text() }
}

const FACTS: readonly (readonly [string, string])[] = [
  ['titleId', 'Nota kesepahaman contoh'],
  ['type', 'memorandum'],
  ['states', 'ID, SG'],
  ['bodies', ''],
  ['subjects', 'training'],
  ['form', 'training'],
  ['field', 'unclear'],
  ['model', 'unclear'],
  ['citation', 'Catatan contoh'],
  ['confidence', 'unverified'],
]
const START: readonly (readonly [string, string])[] = [
  ['to', 'talks'],
  ['on', '2025-03'],
  ['reason', 'Rapat pertama.'],
]
const DUTY: readonly (readonly [string, string])[] = [
  ['whatId', 'Melatih petugas.'],
  ['owedBy', 'both-parties'],
  ['owedTo', 'both-parties'],
  ['responsible', 'indonesia'],
  ['checkOn', '2020-01-10'],
  ['state', 'open'],
  ['citation', 'Catatan contoh'],
  ['confidence', 'unverified'],
]

describe('the room of the agreements', () => {
  it('lists them in both languages, filters by country and says where none was found', async () => {
    const id = await get(ROOM, officer)
    expect(id.status).toBe(200)
    expect(id.text).toContain('One Channel System')
    expect(id.text).toContain('Perjanjian Indonesia dan Singapura tentang pekerja migran tidak ditemukan.')
    expect(id.text).not.toContain(`${ROOM}/baru`)
    expect((await get(`/en${ROOM}?negara=KR`, officer)).text).toContain('2 agreements')
    const none = await get(`/en${ROOM}?negara=HK`, officer)
    expect(none.text).toContain('0 agreements')
    expect(none.text).toContain('No agreement between Indonesia and Hong Kong')
    expect((await get(ROOM)).status).not.toBe(200)
  })

  it('opens every tab of a record, its calendar, the forms of cooperation and the page to print', async () => {
    const tabs = ['', '/tugas', '/pertemuan', '/pelanggaran', '/biaya', '/riwayat', '/cetak']
    for (const lang of ['', '/en'])
      for (const path of [...tabs.map((tab) => `${ROOM}/${OCS}${tab}`), `${ROOM}/kalender`, `${ROOM}/bentuk`])
        expect([path, (await get(`${lang}${path}`, officer)).status]).toEqual([path, 200])
    const breach = await get(`${ROOM}/${OCS}/pelanggaran`, officer)
    expect(breach.text).toContain('5 hari')
    expect(breach.text).toContain('tidak diketahui')
    const forms = (await get(`/en${ROOM}/bentuk`, officer)).text
    for (const { name } of loadAgreementFile().models) expect(forms).toContain(name.en)
    expect((await get(`${ROOM}/tidak-ada`, officer)).status).toBe(404)
  })

  it('lets a drafter make a record, with every mistake told at its field and nothing typed lost', async () => {
    const wrong = await post(drafter, `${ROOM}/baru`, [
      ...FACTS.filter(([name]) => name !== 'states'),
      ['states', 'ID'],
      ['instrument', 'id-sg-practice'],
      ['to', 'talks'],
      ['on', '2030'],
      ['reason', ''],
    ])
    expect(wrong.status).toBe(422)
    for (const field of ['states', 'instrument', 'on', 'reason'])
      expect(wrong.text).toContain(`id="${field}-salah"`)
    expect(wrong.text).toContain('value="Nota kesepahaman contoh"')
    const made = await post(drafter, `${ROOM}/baru`, [...FACTS, ...START])
    expect(made.status).toBe(303)
    expect((await get(made.to, officer)).text).toContain('Nota kesepahaman contoh')
  })

  it('takes nothing from who may only read', async () => {
    expect((await get(`${ROOM}/baru`, officer)).status).toBe(403)
    expect((await post(officer, `${ROOM}/baru`, [...FACTS, ...START])).status).toBe(403)
    expect((await post(officer, `${ROOM}/${OCS}/langkah`, [['to', 'ended']])).status).toBe(403)
    expect((await post(officer, `${ROOM}/${OCS}/tugas/baru`, DUTY)).status).toBe(403)
  })

  it('adds a duty, shows it overdue in the calendar, changes it and strikes it out', async () => {
    const { to } = await post(drafter, `${ROOM}/baru`, [...FACTS, ...START])
    const path = to.split('?')[0]!
    expect((await post(drafter, `${path}/tugas/baru`, DUTY.slice(1))).status).toBe(422)
    expect((await post(drafter, `${path}/tugas/baru`, DUTY)).status).toBe(303)
    const calendar = (await get(`${ROOM}/kalender`, officer)).text
    expect(calendar.indexOf('Melatih petugas.')).toBeGreaterThan(calendar.indexOf('Sudah lewat'))
    expect(calendar.indexOf('Melatih petugas.')).toBeLessThan(calendar.indexOf('Dalam 30 hari'))
    const slug = path.split('/').at(-1)!
    const { items } = await world.staff(drafter, (ctx) => readAgreement(ctx, slug))
    const item = `${path}/tugas/${items[0]!.id}`
    const kept = [...DUTY.filter(([name]) => name !== 'state'), ['state', 'kept'] as const]
    expect((await get(item, drafter)).status).toBe(200)
    expect((await post(drafter, item, [...kept, ['version', '1']])).status).toBe(303)
    const late = await post(drafter, item, [...DUTY, ['version', '1']])
    expect(late.status).toBe(409)
    expect(late.text).toContain('Yang tersimpan sekarang')
    expect((await post(drafter, `${item}/coret`, [['version', '2']])).status).toBe(303)
    expect((await get(item, drafter)).status).toBe(404)
    expect((await get(`${path}/tugas`, officer)).text).toContain('<del>Melatih petugas.</del>')
  })

  it('records a step, refuses one that does not lead from here, and shows both of two edits', async () => {
    const { to } = await post(drafter, `${ROOM}/baru`, [...FACTS, ...START])
    const path = to.split('?')[0]!
    const step = (stage: string, version: string) =>
      post(drafter, `${path}/langkah`, [
        ['version', version],
        ['to', stage],
        ['on', '2025-06-01'],
        ['reason', 'Sumber: berita contoh.'],
      ])
    expect((await step('in-force', '1')).status).toBe(422)
    expect((await step('signed', '1')).status).toBe(303)
    expect((await step('ended', '1')).status).toBe(409)
    const late = await post(drafter, `${path}/ubah`, [...FACTS, ['titleEn', 'My own'], ['version', '1']])
    expect(late.status).toBe(409)
    expect(late.text).toContain('value="My own"')
    expect((await post(drafter, `${path}/ubah`, [...FACTS, ['version', '2']])).status).toBe(303)
  })

  it('shows what a newer delivery says otherwise, and keeps the local record when told so', async () => {
    const record = loadAgreementFile().agreements.find(({ id }) => id === 'id-kr-eps')!
    const page = await get(`${ROOM}/id-kr-eps/ubah`, drafter)
    expect(page.status).toBe(200)
    const fields = FACTS.filter(([name]) => !['titleId', 'states'].includes(name))
    const edited = await post(drafter, `${ROOM}/id-kr-eps/ubah`, [
      ...fields,
      ['titleId', 'EPS, diubah di sini'],
      ['states', 'ID KR'],
      ['isPublic', 'ya'],
      ['version', '1'],
    ])
    expect(edited.status).toBe(303)
    await runAs(world.platform, { kind: 'keeper' }, (ctx) =>
      bringInAgreements(ctx, { agreements: [{ ...record, citation: 'Sumber yang lebih baru' }] }),
    )
    const shown = (await get(`${ROOM}/id-kr-eps`, drafter)).text
    expect(shown).toContain('EPS, diubah di sini')
    expect(shown).toContain('Sumber yang lebih baru')
    const kept = await post(drafter, `${ROOM}/id-kr-eps/kiriman`, [
      ['pilih', 'keep'],
      ['version', '2'],
    ])
    expect(kept.status).toBe(303)
    const after = (await get(`${ROOM}/id-kr-eps`, drafter)).text
    expect(after).toContain('EPS, diubah di sini')
    expect(after).not.toContain('Sumber yang lebih baru')
  })

  it('gives files that read back with the same lines', async () => {
    const csv = await get(`${ROOM}/unduh.csv?negara=MY`, officer)
    expect(csv.type).toContain('text/csv')
    const lines = await readTable(csv.bytes)
    const xlsx = await get(`${ROOM}/unduh.xlsx?negara=MY`, officer)
    const sheet = await readTable(xlsx.bytes)
    if (lines.kind !== 'table' || sheet.kind !== 'table') throw new Error('no table')
    expect(sheet.rows).toEqual(lines.rows)
    expect(lines.rows.map(([slug]) => slug)).toEqual(
      expect.arrayContaining(['Kode', OCS, 'id-my-mou-2006', 'id-my-extradition-1974']),
    )
    expect(lines.rows.every((row) => row.length === lines.rows[0]!.length)).toBe(true)
  })
})

describe('the agreements for everybody', () => {
  it('say what is signed, since when and who owes what, in both languages', async () => {
    const id = (await get(`/perjanjian/${OCS}`)).text
    expect(id).toContain('Ditandatangani, sejak 1 April 2022')
    expect(id).toContain('Majikan dilarang menahan paspor')
    const en = (await get(`/en/perjanjian/${OCS}`)).text
    expect(en).toContain('Signed, since 1 April 2022')
    expect(en).toContain('The employer may not withhold the passport')
    expect((await get('/perjanjian/id-sa-2025')).text).toContain('Belum ditandatangani.')
    expect((await get('/perjanjian/tidak-ada')).status).toBe(404)
  })

  it('never show the log, the breaches, the costs or a record that is not open', async () => {
    const made = await post(drafter, `${ROOM}/baru`, [...FACTS, ...START])
    const slug = made.to.split('?')[0]!.split('/').at(-1)!
    expect((await get(`/perjanjian/${slug}`)).status).toBe(404)
    expect((await get('/perjanjian')).text).not.toContain('Nota kesepahaman contoh')
    const page = (await get(`/perjanjian/${OCS}`)).text
    expect(page).not.toMatch(/Sistem Maid Online \(SMO\)|Pernyataan bersama tentang|27 Juli 2022/)
  })

  it('tell of Hong Kong and Singapore that none was found, and list none', async () => {
    for (const [iso, country] of [
      ['HK', 'Hong Kong'],
      ['SG', 'Singapura'],
    ] as const) {
      const { text } = await get(`/perjanjian?negara=${iso}`)
      expect(text).toContain(`Perjanjian Indonesia dan ${country} tentang pekerja migran tidak ditemukan.`)
      expect(text).toContain('Belum ada perjanjian yang kami catat.')
    }
  })

  it('are linked from the library, the country and the table of rules', async () => {
    expect((await get('/hukum')).text).toContain('href="/perjanjian"')
    expect((await get('/negara/my')).text).toContain('href="/perjanjian?negara=MY"')
    expect((await get('/en/harmonisasi')).text).toContain('href="/en/perjanjian"')
  })

  it('weigh at most 14,336 bytes each with their style', async () => {
    const packed = async (path: string) =>
      (await (await app.request(path, { headers: { 'accept-encoding': 'br' } })).arrayBuffer()).byteLength
    const { text } = await get('/perjanjian')
    const loads = [...text.matchAll(/<(?:link rel="stylesheet" href|script src)="([^"]+)"/g)].map(
      ([, path]) => path!,
    )
    let shared = 0
    for (const path of loads) shared += await packed(path)
    const heavy: string[] = []
    for (const path of [
      '/perjanjian',
      ...loadAgreementFile().agreements.map(({ id }) => `/perjanjian/${id}`),
    ])
      for (const lang of ['', '/en']) {
        const weight = (await packed(`${lang}${path}`)) + shared + 600 * (1 + loads.length)
        if (weight > BUDGET) heavy.push(`${lang}${path} ${weight}`)
      }
    expect(heavy).toEqual([])
  })

  it('are open data: the same, without what is internal', async () => {
    const answer = JSON.parse((await get('/api/v1/agreements?country=my')).text) as {
      readonly agreements: readonly { readonly id: string; readonly duties: readonly unknown[] }[]
    }
    expect(answer.agreements.map(({ id }) => id)).toContain(OCS)
    expect(answer.agreements.find(({ id }) => id === OCS)?.duties).toHaveLength(14)
    expect(JSON.stringify(answer)).not.toMatch(/Maid Online \(SMO\)|Pernyataan bersama|checkOn|responsible/)
    expect(JSON.parse((await get('/api/v1/agreements?country=HK')).text)).toEqual({ agreements: [] })
  })
})
