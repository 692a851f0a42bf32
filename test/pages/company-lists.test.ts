// The list of placement companies by its pages: upload, columns, preview, use, set aside; what hostile files get.
import { writeXlsx } from 'hucre/xlsx'
import type { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Role } from '#src/domain/disclosure/roles.ts'
import { makeApp } from '#src/web/app.ts'
import { makeTestPlatform, type TestPlatform } from '../support/platform.ts'

const ROOM = '/kerja/direktori/p3mi'
const CSV =
  'Nama P3MI;No. SIP3MI;Status;Masa berlaku\r\n"PT Contoh Satu";X/1;Aktif;31/12/2027\r\nPT Contoh Dua;=1+1;Aktif;\r\n'

let world: TestPlatform
let app: Hono
beforeAll(async () => {
  world = await makeTestPlatform()
  app = makeApp(world.platform)
})
afterAll(() => world.close())

async function as(role: Role, path: string, body?: BodyInit): Promise<Response> {
  const cookie = await world.cookieOf(await world.as(role, 'jhb'))
  return app.request(path, {
    headers: { cookie, 'sec-fetch-site': 'same-origin' },
    ...(body !== undefined && { method: 'POST', body }),
  })
}

const admin = (path: string, body?: BodyInit): Promise<Response> => as('installation-admin', path, body)

function upload(content: BlobPart, name = 'daftar.csv'): Promise<Response> {
  const form = new FormData()
  form.set('file', new File([content], name))
  return admin(`${ROOM}/impor`, form)
}

const pathOf = (response: Response): string => {
  const { pathname, search } = new URL(response.headers.get('location') ?? '', 'http://x')
  return `${pathname}${search}`
}
const SAID = {
  name: '0',
  licence: '1',
  state: '2',
  validUntil: '3',
  everyState: '',
  headerRow: '1',
  source: 'Daftar uji',
  asOf: '2026-11-10',
}
const form = (fields: Readonly<Record<string, string>>): URLSearchParams => new URLSearchParams(fields)
const check = async (name: string): Promise<string> =>
  (await app.request('/p3mi', { method: 'POST', body: form({ nama: name }) })).text()

describe('the pages of the list of placement companies', () => {
  it('take a list from the upload to the public page, and name a wrong cell on the way', async () => {
    const uploaded = await upload(`\uFEFF${CSV}`)
    expect(uploaded.status).toBe(303)
    const draft = pathOf(uploaded)
    const columns = await (await admin(draft)).text()
    expect(columns).toContain('PT Contoh Satu')
    expect(columns).toMatch(/<option value="1" selected="">B: No\. SIP3MI/)
    const refused = await admin(draft, form({ ...SAID, source: '', asOf: '2026-12-01' }))
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain('Tanggal daftar belum tiba.')
    const wrong = await admin(pathOf(await admin(draft, form(SAID))))
    const said = await wrong.text()
    expect(said).toContain('Sel B3: berisi rumus')
    expect(said).not.toContain('Pakai daftar ini')
    expect((await admin(`${draft}/pakai`, form({ seen: '' }))).status).toBe(409)
    expect(await check('contoh satu')).toContain('Di sini belum ada daftar')
  })

  it('use a list only after the preview, and set it aside again with a reason', async () => {
    const draft = pathOf(await upload(CSV.replace('=1+1', 'X/2')))
    const preview = await (await admin(pathOf(await admin(draft, form(SAID))))).text()
    expect(preview).toContain('2 perusahaan, daftar per 10 Nov 2026.')
    expect(await check('contoh satu')).toContain('Di sini belum ada daftar')
    const used = await admin(`${draft}/pakai`, form({ seen: '' }))
    expect(used.status).toBe(303)
    expect((await admin(`${draft}/pakai`, form({ seen: '' }))).status).toBe(404)
    const found = await check('contoh satu')
    expect(found).toContain('Izin masih berlaku.')
    expect(found).toContain('Daftar per 10 November 2026. Sumber: Daftar uji.')
    expect(found).not.toContain('fiktif')
    const list = await (await as('caseworker', `${ROOM}?q=x%2F2`)).text()
    expect(list).toContain('PT Contoh Dua')
    expect(list).not.toContain('<th scope="row">PT Contoh Satu')
    expect(list).not.toContain('type="file"')
    const id = new URLSearchParams(pathOf(used).split('?')[1]).get('daftar') ?? ''
    const csv = await as('caseworker', `${ROOM}/${id}/csv`)
    expect(csv.headers.get('content-type')).toContain('text/csv')
    expect(await csv.text()).toContain('PT Contoh Satu,X/1,active,2027-12-31')
    expect((await as('supervisor', `${ROOM}/${id}/sisihkan`, form({ reason: 'Salah' }))).status).toBe(403)
    expect((await admin(`${ROOM}/${id}/sisihkan`, form({ reason: '' }))).status).toBe(422)
    expect((await admin(`${ROOM}/${id}/sisihkan`, form({ reason: 'Berkas salah' }))).status).toBe(303)
    expect(await check('contoh satu')).toContain('Di sini belum ada daftar')
    expect(await (await admin(ROOM)).text()).toContain('Berkas salah')
  })

  it('show both differences when another list came in force meanwhile', async () => {
    const bytes = await writeXlsx({
      sheets: [
        {
          name: 'Daftar',
          rows: [
            ['Nama P3MI', 'No. SIP3MI', 'Status', 'Masa berlaku'],
            ['PT Contoh Tiga', 'X/3', 'Aktif', new Date(Date.UTC(2027, 11, 31))],
          ],
        },
      ],
    })
    const draft = pathOf(await upload(Uint8Array.from(bytes), 'daftar.xlsx'))
    await admin(draft, form(SAID))
    const stale = await admin(`${draft}/pakai`, form({ seen: crypto.randomUUID() }))
    expect(stale.status).toBe(409)
    expect(await stale.text()).toContain('baru saja berganti')
    expect((await admin(`${draft}/pakai`, form({ seen: '' }))).status).toBe(303)
    expect(await check('PT Contoh Tiga')).toContain('Berlaku sampai 31 Desember 2027.')
  })

  it('refuse hostile and useless files beside the field, and store nothing of them', async () => {
    const tries: readonly (readonly [BlobPart, string])[] = [
      ['', 'kosong'],
      [new Uint8Array(50 * 1024 * 1024), 'terlalu besar'],
      [new Uint8Array(6 * 1024 * 1024), 'terlalu besar'],
      [Uint8Array.from([0x50, 0x4b, 3, 4, 1, 2, 3]), 'bukan CSV atau Excel'],
      [Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]), 'bukan CSV atau Excel'],
      [Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0]), 'Excel lama'],
      ['Nama;Izin\n"PT A;1\n', 'tanda kutip'],
    ]
    for (const [content, words] of tries) {
      const answer = await upload(content, 'daftar.xlsx')
      expect(answer.status, words).toBe(422)
      expect(await answer.text()).toContain(words)
    }
    expect((await admin(`${ROOM}/impor`, new FormData())).status).toBe(422)
    expect(await world.root('select count(*)::int as n from app.company_drafts')).toEqual([{ n: 0 }])
  })

  it('let nobody else import, and show a draft to nobody else', async () => {
    const draft = pathOf(await upload(CSV))
    for (const role of ['caseworker', 'supervisor', 'organisation-admin', 'auditor'] as const) {
      const body = new FormData()
      body.set('file', new File([CSV], 'daftar.csv'))
      expect((await as(role, `${ROOM}/impor`, body)).status, role).toBe(403)
      expect((await as(role, draft)).status, role).toBe(403)
    }
    expect((await app.request(ROOM)).status).toBe(401)
    const other = await world.hire('hkg', ['installation-admin'])
    const theirs = await app.request(draft, { headers: { cookie: await world.cookieOf(other) } })
    expect(theirs.status).toBe(404)
  })
})
