// Letters of a case: who may make them, what they may carry, what stays behind in the records.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Hono } from 'hono'
import { LETTER_KINDS } from '#src/domain/letters/letter.ts'
import { known } from '#src/domain/kernel/answer.ts'
import {
  addEvidence,
  addNewPerson,
  addNote,
  addTimelineEntry,
  createCase,
  protectCase,
  readCase,
  UNKNOWN_ROLE_FIELDS,
} from '#src/modules/cases/index.ts'
import { blankPerson, NO_MARKS } from '#src/modules/people/index.ts'
import type { StaffActor } from '#src/platform/db/context.ts'
import { makeApp } from '#src/web/app.ts'
import { makeTestPlatform, type TestPlatform } from '../support/platform.ts'
import { readDocxText, readPdfText } from '../support/read-documents.ts'
import { furnish, refer } from '../support/sentinel-world.ts'

const SECRETS = [
  'RAHASIA-UMUM',
  'RAHASIA-PSIKOLOG',
  'RAHASIA-HUKUM',
  '+44 7700 900',
  'Alamat Sembunyi',
  'Visum',
]
let world: TestPlatform
let app: Hono
let officer: StaffActor
let reader: StaffActor
let code = ''

beforeAll(async () => {
  world = await makeTestPlatform()
  app = makeApp(world.platform)
  officer = await world.hire('jhb', ['caseworker'])
  reader = await world.hire('jhb', ['caseworker', 'restricted-reader-care', 'restricted-reader-legal'])
  await world.root(
    `insert into app.directory_bodies (id, created_at, slug, kind, name_id, name_en, source_citation, confidence)
     values (gen_random_uuid(), now(), 'rumah-uji', 'shelter', 'Rumah Rekaan Melati', 'Melati Invented House', 'uji', 'unverified')`,
  )
  code = await aCase()
})
afterAll(() => world.close())

async function aCase(): Promise<string> {
  const made = await world.staff(officer, async (ctx) => {
    const start = { urgency: 'sedang', types: ['TPPO'], country: 'MY', district: null } as const
    const { code: own } = await createCase(ctx, {
      ...start,
      phase: 'during',
      touchesChild: false,
      summary: 'ringkasan',
    })
    await addNewPerson(ctx, {
      code: own,
      roles: ['concerned'],
      fields: UNKNOWN_ROLE_FIELDS,
      facts: {
        ...blankPerson(['Suparmi Rekaan']),
        numbers: ['+44 7700 900123'],
        address: known('Alamat Sembunyi 7'),
        village: known('Sukamaju'),
      },
      marks: NO_MARKS,
    })
    const event = { code: own, dateWords: '', certainty: 'likely', source: 'concerned-person' } as const
    await addTimelineEntry(ctx, { ...event, date: '2019-04~', text: 'Berangkat lewat Batam.' })
    await addTimelineEntry(ctx, { ...event, date: '2020', text: 'Tinggal di rumah rekaan melati.' })
    await addEvidence(ctx, { code: own, title: 'Visum', kind: 'medical-paper', from: '', original: '' })
    await addNote(ctx, { code: own, noteClass: 'general', text: 'RAHASIA-UMUM' })
    return own
  })
  await world.staff(reader, async (ctx) => {
    await addNote(ctx, { code: made, noteClass: 'restricted-care', text: 'RAHASIA-PSIKOLOG' })
    await addNote(ctx, { code: made, noteClass: 'restricted-legal', text: 'RAHASIA-HUKUM' })
  })
  return made
}

async function get(
  actor: StaffActor,
  path: string,
): Promise<{ readonly status: number; readonly text: string }> {
  const response = await app.request(path, { headers: { cookie: await world.cookieOf(actor) } })
  return { status: response.status, text: await response.text() }
}

type Fields = Readonly<Record<string, string | readonly string[]>>

async function post(actor: StaffActor, at: string, fields: Fields) {
  const pairs = Object.entries(fields).flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value]] : value.map((each) => [name, each]),
  )
  const response = await app.request(at, {
    method: 'POST',
    body: new URLSearchParams(pairs).toString(),
    headers: {
      cookie: await world.cookieOf(actor),
      'content-type': 'application/x-www-form-urlencoded',
      'sec-fetch-site': 'same-origin',
    },
  })
  const bytes = Buffer.from(await response.arrayBuffer())
  return { status: response.status, headers: response.headers, bytes, text: bytes.toString('utf8') }
}

const pathOf = (of: string): string => `/kerja/kasus/${of}/dokumen/surat`

async function whole(lang: 'id' | 'en'): Promise<Fields> {
  const file = await world.staff(officer, (ctx) => readCase(ctx, code, 'work'))
  return {
    bahasa: lang,
    kejadian: file.timeline.map((entry) => entry.id),
    sebut: ['other-names', 'born', 'village', 'documents'],
    bagian: ['chain', 'evidence'],
    kepada: 'Kantor Contoh',
    'kuasa-nama': 'Rini',
    wewenang: 'get-papers',
    tujuan: 'visit',
    'mata-uang': 'MYR',
    'biaya-1': 'Pelatihan',
    'jumlah-1': '100',
    'upah-sepakat': '1000',
    dari: '2022-01-01',
    sampai: '2022-02-28',
  }
}

const KINDS = LETTER_KINDS.filter((kind) => kind !== 'referral')

describe('the letters of a case', () => {
  it('have a page for each kind, in both languages, that the case links to', async () => {
    expect((await get(officer, `/kerja/kasus/${code}/dokumen`)).text).toContain(`href="${pathOf(code)}"`)
    for (const kind of LETTER_KINDS)
      for (const prefix of ['', '/en']) {
        const { status, text } = await get(officer, `${prefix}${pathOf(code)}?jenis=${kind}`)
        expect(status).toBe(200)
        for (const secret of SECRETS) expect(text).not.toContain(secret)
      }
  })

  it.each(KINDS)(
    '%s: look, PDF and DOCX say the same and carry no secret, in both languages',
    async (kind) => {
      for (const lang of ['id', 'en'] as const) {
        const fields = { ...(await whole(lang)), jenis: kind }
        const look = await post(reader, pathOf(code), { ...fields, cara: 'lihat' })
        const pdf = await post(reader, pathOf(code), { ...fields, cara: 'pdf' })
        const docx = await post(reader, pathOf(code), { ...fields, cara: 'docx' })
        expect([look.status, pdf.status, docx.status]).toEqual([200, 200, 200])
        const texts = [look.text, readPdfText(pdf.bytes), readDocxText(docx.bytes)]
        for (const text of texts) {
          expect(text).toContain('Suparmi Rekaan')
          for (const secret of SECRETS) expect(text).not.toContain(secret)
        }
        for (const text of texts.slice(1)) expect(text).not.toMatch(/melati/i)
      }
    },
  )

  it('leave as files whose names and headers name nobody', async () => {
    const fields = { ...(await whole('id')), jenis: 'chronology' }
    const pdf = await post(officer, pathOf(code), { ...fields, cara: 'pdf' })
    expect(pdf.bytes.subarray(0, 5).toString()).toBe('%PDF-')
    expect(pdf.headers.get('content-disposition')).toMatch(
      /^attachment; filename="surat-\d{4}-\d\d-\d\d\.pdf"$/,
    )
    expect(pdf.headers.get('cache-control')).toBe('no-store')
    const docx = await post(officer, pathOf(code), { ...fields, cara: 'docx' })
    expect(docx.bytes.subarray(0, 2).toString()).toBe('PK')
    expect(docx.headers.get('content-type')).toContain('wordprocessingml')
  })

  it('say a safe house by no name', async () => {
    const pdf = await post(officer, pathOf(code), {
      ...(await whole('id')),
      jenis: 'chronology',
      cara: 'pdf',
    })
    expect(readPdfText(pdf.bytes)).toContain('Tinggal di [tempat aman].')
  })

  it('are written down as made: audit and journal, with the kind and never the words; a look is an opening only', async () => {
    const count = async (table: string): Promise<unknown[]> =>
      world.root(`select details from app.${table} where verb = 'letter.made' order by created_at, id`)
    const before = [await count('journal'), await count('audit_log')]
    const fields = { ...(await whole('en')), jenis: 'authority' }
    await post(officer, pathOf(code), { ...fields, cara: 'lihat' })
    expect([await count('journal'), await count('audit_log')]).toEqual(before)
    world.time.advance(60_000)
    await post(officer, pathOf(code), { ...fields, cara: 'docx' })
    for (const [index, table] of ['journal', 'audit_log'].entries()) {
      const rows = await count(table)
      expect(rows).toHaveLength(before[index]!.length + 1)
      expect(rows.at(-1)).toEqual({ details: { kind: 'authority', language: 'en', format: 'docx' } })
    }
    const opened = await world.root(
      `select details from app.audit_log where verb = 'case.opened' order by created_at desc, id desc limit 1`,
    )
    expect(opened[0]?.['details']).toEqual({ purpose: 'export', part: 'letter' })
  })

  it('keep what was typed when something is wrong, and say what', async () => {
    const fields = { ...(await whole('id')), jenis: 'refund', 'jumlah-1': 'lima', cara: 'pdf' }
    const { status, text } = await post(officer, pathOf(code), fields)
    expect(status).toBe(422)
    expect(text).toContain('Jumlah ini tidak bisa dibaca.')
    expect(text).toContain('value="lima"')
  })

  it('are of no case for another body, and say the same as for a case that does not exist', async () => {
    const stranger = await world.as('caseworker', 'hkg')
    const nothing = code.replace(/\d{4}$/, '9999')
    const steady = (text: string): string => text.replaceAll(code, 'X').replaceAll(nothing, 'X')
    const fields = { ...(await whole('id')), jenis: 'chronology', cara: 'pdf' }
    const [seen, none] = [await get(stranger, pathOf(code)), await get(stranger, pathOf(nothing))]
    expect(seen.status).toBe(404)
    expect(steady(seen.text)).toBe(steady(none.text))
    const [made, empty] = [
      await post(stranger, pathOf(code), fields),
      await post(stranger, pathOf(nothing), fields),
    ]
    expect(made.status).toBe(404)
    expect(steady(made.text)).toBe(steady(empty.text))
    expect(made.text).not.toContain('Suparmi')
  })

  it('are not for readers of notes, officers of other work, or colleagues outside a protected case', async () => {
    for (const role of ['restricted-reader-care', 'analyst', 'auditor'] as const)
      expect((await get(await world.as(role, 'jhb'), pathOf(code))).status).toBe(403)
    const hidden = await aCase()
    const boss = await world.as('supervisor', 'jhb')
    await world.staff(boss, async (ctx) => {
      const { version } = (await readCase(ctx, hidden, 'work')).row
      await protectCase(ctx, { code: hidden, version, because: 'insider', readers: [] })
    })
    expect((await get(await world.hire('jhb', ['caseworker']), pathOf(hidden))).status).toBe(404)
  })

  it('carry a referral exactly as its sheet, and no referral of another case', async () => {
    const own = await furnish(world, 'jhb')
    const sent = await refer(world, own, 'hkg')
    const fields = { bahasa: 'id', jenis: 'referral', rujukan: sent.code }
    const pdf = await post(own.officer, pathOf(own.caseCode), { ...fields, cara: 'pdf' })
    expect(pdf.status).toBe(200)
    const sheet = readPdfText(pdf.bytes)
    expect(sheet).toContain(sent.code)
    expect(sheet).toContain(own.caseCode)
    const other = await post(officer, pathOf(code), { ...fields, cara: 'pdf' })
    expect(other.status).toBe(422)
  })
})
