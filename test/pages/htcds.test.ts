// HTCDS 2.0 by its pages: what goes out is looked at first, what comes in is judged first, and one button decides for all of it.
import { readXlsx } from 'hucre/xlsx'
import type { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { Role } from '#src/domain/disclosure/roles.ts'
import { createCase, addNewPerson, recordConsent, UNKNOWN_ROLE_FIELDS } from '#src/modules/cases/index.ts'
import { writeHtcdsWorkbook } from '#src/modules/htcds/index.ts'
import { blankPerson, NO_MARKS } from '#src/modules/people/index.ts'
import { makeApp } from '#src/web/app.ts'
import { makeTestPlatform, type TestPlatform } from '../support/platform.ts'

const ROOM = '/kerja/ekspor-impor/htcds'

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
const boss = (path: string, body?: BodyInit) => as('supervisor', path, body)
const form = (fields: Readonly<Record<string, string>>) => new URLSearchParams(fields)
const pathOf = (response: Response): string =>
  new URL(response.headers.get('location') ?? '', 'http://x').pathname

function upload(content: BlobPart, more: Readonly<Record<string, string>> = {}): Promise<Response> {
  const sent = new FormData()
  sent.set('file', new File([content], 'kasus.dat'))
  for (const [name, value] of Object.entries({ source: 'Yayasan Contoh', certainty: 'possible', ...more }))
    sent.set(name, value)
  return boss(`${ROOM}/impor`, sent)
}

const SUTINAH = {
  values: { prs_FirstName: 'Sutinah', prs_MailingCity: 'Jalan Melati 3', cas_Status: 'Active' },
  others: {},
  extensions: [],
  repeats: [],
} as const

describe('taking a file over, page by page', () => {
  it('asks which row is true, then takes over, then takes back', async () => {
    const bytes = await writeHtcdsWorkbook([SUTINAH], 'multi-select', {
      address: 'as-shipped',
      numberedRows: 1000,
    })
    const place = pathOf(await upload(new Uint8Array(bytes)))
    const asked = await (await boss(place)).text()
    expect(asked).toContain('Baris mana yang benar?')
    expect(asked).toContain('Jalan Melati 3')
    expect(asked).not.toContain('Ambil semua')
    await boss(`${place}/jawab`, form({ trueRow: 'labels' }))
    const ready = await (await boss(place)).text()
    expect(ready).toContain('1 kasus akan dibuat')
    expect(ready).toContain('Payung tidak memutuskan siapa korban.')
    const seen = /name="seen" value="(\d+)"/.exec(ready)?.[1] ?? ''
    expect((await boss(`${place}/pakai`, form({ seen: '1' }))).status).toBe(409)
    expect((await boss(`${place}/pakai`, form({ seen }))).status).toBe(303)
    const done = await (await boss(place)).text()
    const code = /JHB-\d{4}-\d{4}/.exec(done)?.[0] ?? ''
    expect((await boss(`/kerja/kasus/${code}`)).status).toBe(200)
    expect((await boss(`${place}/batal`, form({}))).status).toBe(303)
    expect(await (await boss(place)).text()).toContain('Impor ini dibatalkan.')
    expect((await boss(`/kerja/kasus/${code}`)).status).toBe(404)
  })

  it('names each wrong value by column and row, in Indonesian and in English', async () => {
    const csv = 'prs_FirstName,prs_Birthdate,con_Consent\nSari,03/04/2019,mungkin\n'
    const place = pathOf(await upload(csv))
    const text = await (await boss(place)).text()
    expect(text).toContain('2 nilai salah')
    expect(text).toMatch(/B2<\/strong>[^]*Tanggal ini bisa dibaca dua cara/)
    expect(text).toMatch(/C2<\/strong>[^]*Tulis TRUE atau FALSE/)
    expect(text).not.toContain('Ambil semua')
    expect(await (await boss(`/en${place}`)).text()).toContain('This date can be read in two ways.')
  })

  it.each([
    ['', 'Berkas ini kosong.'],
    ['{', 'JSON ini tidak bisa dibaca.'],
    ['<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>', 'XML ini tidak bisa dibaca.'],
    [new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]), 'Berkas ini bukan tabel yang bisa dibaca.'],
  ])('refuses what is no file of it (%#)', async (content, said) => {
    const answer = await upload(content)
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain(said)
  })

  it('says so when the table is of something else, and when nothing names its origin', async () => {
    const place = pathOf(await upload('Nama,Alamat\nSari,Desa\n'))
    expect(await (await boss(place)).text()).toContain('Berkas ini bukan HTCDS.')
    const nameless = await upload('prs_FirstName,prs_Gender\nSari,Feminine\n', { source: '' })
    expect(nameless.status).toBe(422)
  })

  it('is for supervisors alone', async () => {
    expect((await as('caseworker', ROOM)).status).toBe(403)
    expect((await as('auditor', `${ROOM}/ekspor?penerima=kind:police`)).status).toBe(403)
    expect((await as('caseworker', `${ROOM}/unduh`, form({}))).status).toBe(403)
  })
})

describe('sending out, page by page', () => {
  it('shows the loss before the download, and sends what was allowed', async () => {
    await world.staff(await world.as('supervisor', 'jhb'), async (ctx) => {
      const { code } = await createCase(ctx, {
        urgency: 'tinggi',
        types: ['TPPO', 'CONFINEMENT'],
        country: 'MY',
        district: null,
        phase: 'during',
        touchesChild: false,
        summary: '',
      })
      await addNewPerson(ctx, {
        code,
        roles: ['concerned'],
        fields: UNKNOWN_ROLE_FIELDS,
        facts: { ...blankPerson(['=Rahmawati']), numbers: ['+447700900321'] },
        marks: NO_MARKS,
      })
      for (const item of ['that-i-reported', 'name', 'story'])
        await recordConsent(ctx, {
          code,
          item,
          readerKind: 'police',
          answer: 'yes',
          givenBy: 'self',
          how: 'spoken',
          language: 'id',
        })
    })
    const asked = {
      penerima: 'kind:police',
      bentuk: 'multi-select',
      saring: 'org',
      jenis: 'TPPO',
      negara: '',
    }
    const look = await (await boss(`${ROOM}/ekspor?${form(asked).toString()}`)).text()
    expect(look).toContain('1 orang akan ada dalam berkas.')
    expect(look).toContain('Dilarang keluar atau dikurung: tidak ada kodenya.')
    expect(look).not.toContain('+447700900321')
    const file = await boss(`${ROOM}/unduh`, form(asked))
    expect(file.headers.get('cache-control')).toBe('no-store')
    const { sheets } = await readXlsx(new Uint8Array(await file.arrayBuffer()))
    expect(sheets.map(({ name }) => name)).toEqual(['HTCDS', 'validation', 'Yang hilang'])
    const rows = sheets[0]!.rows.map((row) => row.map(String))
    expect(rows[0]?.[19]).toBe('vic_TraffickinStatusDecisionMakingOrg')
    expect(rows[2]).toContain('=Rahmawati')
    expect(rows.flat()).not.toContain('+447700900321')
    expect(sheets[2]!.rows.flat().map(String)).toContain('Methods of Control (vic_MethodsOfControl)')
    const csv = await (await boss(`${ROOM}/unduh`, form({ ...asked, bentuk: 'xform' }))).text()
    expect(csv).toContain("'=Rahmawati")
  })

  it('refuses a receiver that is nobody', async () => {
    expect((await boss(`${ROOM}/ekspor?penerima=siapa`)).status).toBe(422)
    expect((await boss(`${ROOM}/unduh`, form({ penerima: 'siapa' }))).status).toBe(422)
  })
})

describe('for everybody', () => {
  it('publishes the schema and the table of other names', async () => {
    const schema = (await (await app.request('/skema/htcds-2.0.json')).json()) as Parameters<
      typeof z.fromJSONSchema
    >[0]
    const validator = z.fromJSONSchema(schema)
    expect(
      validator.safeParse({ standard: 'HTCDS', version: '2.0', records: [{ prs_Gender: 'Feminine' }] })
        .success,
    ).toBe(true)
    expect(
      validator.safeParse({ standard: 'HTCDS', version: '2.0', records: [{ prs_Gender: 'F' }] }).success,
    ).toBe(false)
    const aliases = await (await app.request('/skema/htcds-2.0-alias.json')).text()
    expect(aliases).toContain('vic_TraffickinStatusDecisionMakingOrg')
  })
})
