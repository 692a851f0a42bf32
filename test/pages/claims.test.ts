// Claim sheets of a case: who may open and keep them, what is kept, and what another body learns of them.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Hono } from 'hono'
import {
  addNewPerson,
  createCase,
  findClaimSheet,
  protectCase,
  readCase,
  UNKNOWN_ROLE_FIELDS,
} from '#src/modules/cases/index.ts'
import { blankPerson, NO_MARKS } from '#src/modules/people/index.ts'
import type { StaffActor } from '#src/platform/db/context.ts'
import { textsFor } from '#src/texts/texts.ts'
import { makeApp } from '#src/web/app.ts'
import { makeTestPlatform, type TestPlatform } from '../support/platform.ts'

const words = textsFor('id').kerjaKlaim
let world: TestPlatform
let app: Hono
let officer: StaffActor
let code = ''

beforeAll(async () => {
  world = await makeTestPlatform()
  app = makeApp(world.platform)
  officer = await world.hire('jhb', ['caseworker'])
  code = await aCase()
})
afterAll(() => world.close())

async function aCase(): Promise<string> {
  return world.staff(officer, async (ctx) => {
    const { code: own } = await createCase(ctx, {
      urgency: 'sedang',
      types: ['TPPO'],
      country: 'MY',
      district: null,
      phase: 'during',
      touchesChild: false,
      summary: 'ringkasan',
    })
    await addNewPerson(ctx, {
      code: own,
      roles: ['deceased'],
      fields: { ...UNKNOWN_ROLE_FIELDS, category: 'worker', socialSecurity: 'member' },
      facts: blankPerson(['Karman Rekaan']),
      marks: NO_MARKS,
    })
    return own
  })
}

type Answer = { readonly status: number; readonly text: string; readonly to: string | null }
type Sheet = 'bpjs' | 'biaya'
const pathOf = (of: string, sheet: Sheet): string => `/kerja/kasus/${of}/${sheet}`

async function get(actor: StaffActor, path: string): Promise<Answer> {
  const response = await app.request(path, { headers: { cookie: await world.cookieOf(actor) } })
  return { status: response.status, text: await response.text(), to: null }
}

async function post(
  actor: StaffActor,
  path: string,
  fields: Readonly<Record<string, string>>,
): Promise<Answer> {
  const response = await app.request(path, {
    method: 'POST',
    body: new URLSearchParams(fields).toString(),
    headers: {
      cookie: await world.cookieOf(actor),
      'content-type': 'application/x-www-form-urlencoded',
      'sec-fetch-site': 'same-origin',
    },
  })
  return { status: response.status, text: await response.text(), to: response.headers.get('location') }
}

const DEATH = {
  version: '0',
  kategori: 'worker',
  tahap: 'during',
  anggota: 'member',
  kejadian: 'death',
  tanggal: '2026-10',
  sebab: 'work-accident',
  'surat-insurance-card': 'yes',
  'surat-identity-heir': 'yes',
  'surat-heir-letter': 'no',
}

describe('the BPJS sheet', () => {
  it('starts from what the case says, and stores nothing by being opened', async () => {
    const { status, text } = await get(officer, pathOf(code, 'bpjs'))
    expect(status).toBe(200)
    expect(text).toContain('Karman Rekaan')
    expect(text).toContain(words.notKept)
    expect(text).toMatch(/<option value="member" selected/)
    expect(text).toMatch(/<option value="death" selected/)
    expect(await world.root('select 1 from app.claim_sheets')).toEqual([])
  })

  it('is opened as the case is: written in the audit log', async () => {
    await get(officer, pathOf(code, 'bpjs'))
    const [opened] = await world.root(
      `select details from app.audit_log where verb = 'case.opened' order by created_at desc, id desc limit 1`,
    )
    expect(opened?.['details']).toEqual({ purpose: 'work', part: 'social-security' })
  })

  it('keeps the papers with the case, sealed, and shows them again', async () => {
    const saved = await post(officer, pathOf(code, 'bpjs'), DEATH)
    expect([saved.status, saved.to]).toEqual([303, `/kerja/kasus/${code}/bpjs?kabar=disimpan`])
    const { text } = await get(officer, pathOf(code, 'bpjs'))
    expect(text).toContain(words.bpjs.counted(2, 7))
    expect(text).toContain(words.bpjs.standing.covered)
    const rows = await world.root(`select question, version, sealed::text as sealed from app.claim_sheets`)
    expect(rows).toHaveLength(1)
    expect(rows[0]).toMatchObject({ question: 'social-security', version: 1 })
    expect(String(rows[0]?.['sealed'])).not.toContain(Buffer.from('heir-letter').toString('hex'))
    const journal = await world.root(`select details from app.journal where verb = 'claim-sheet.kept'`)
    expect(journal).toEqual([{ details: { question: 'social-security' } }])
  })

  it('keeps a tick of a paper that another event does not ask for', async () => {
    await post(officer, pathOf(code, 'bpjs'), {
      version: '1',
      anggota: 'member',
      kejadian: 'illness',
      'surat-medical-report': 'yes',
    })
    await world.staff(officer, async (ctx) => {
      const { row } = await readCase(ctx, code, 'work')
      const sheet = await findClaimSheet(ctx, row.id, 'social-security')
      expect(sheet?.values).toMatchObject({
        kejadian: ['illness'],
        'surat-medical-report': ['yes'],
        'surat-identity-heir': ['yes'],
      })
    })
  })

  it('shows both versions when a colleague saved first, and takes the second on purpose', async () => {
    const colleague = await world.hire('jhb', ['caseworker'])
    const stale = await post(colleague, pathOf(code, 'bpjs'), { ...DEATH, version: '1' })
    expect(stale.status).toBe(409)
    expect(stale.text).toContain(words.conflict)
    expect(stale.text).toContain('illness')
    expect(stale.text).toContain('name="version" value="2"')
    expect((await post(colleague, pathOf(code, 'bpjs'), { ...DEATH, version: '2' })).status).toBe(303)
  })

  it.each([
    ['tanggal', '2026-02-30', words.fault['impossible-date']],
    ['bulan', '-3', words.fault['negative-amount']],
    ['anak', 'dua', words.fault['not-a-number']],
    ['anggota', 'ya', words.fault['general']],
    ['orang', '00000000-0000-0000-0000-000000000000', words.fault['pick']],
  ])('says at %s what is wrong with %s and saves nothing', async (field, value, message) => {
    const before = await world.root('select version from app.claim_sheets')
    const wrong = await post(officer, pathOf(code, 'bpjs'), { ...DEATH, version: '3', [field]: value })
    expect(wrong.status).toBe(422)
    expect(wrong.text).toContain(`id="${field}-salah"`)
    expect(wrong.text).toContain(message)
    expect(await world.root('select version from app.claim_sheets')).toEqual(before)
  })
})

const COSTS = {
  version: '0',
  negara: 'MY',
  pekerjaan: 'housekeeper',
  'jenis-1': 'agency-fee',
  'jumlah-1': '6.000.000',
  'uang-1': 'IDR',
  'tanggal-1': '2024-03',
  'oleh-1': 'p3mi',
  'bayar-1': 'yes',
  'bukti-1': 'no',
  'jenis-2': 'passport-first',
  'jumlah-2': '350000',
  'uang-2': 'IDR',
  kembali: '1000000',
  'uang-kembali': 'IDR',
}

describe('the fee claim', () => {
  it('keeps the costs and shows what to ask back, with the unclear cost left out', async () => {
    expect((await post(officer, pathOf(code, 'biaya'), COSTS)).status).toBe(303)
    const { text } = await get(officer, pathOf(code, 'biaya'))
    expect(text).toContain(words.biaya.verdicts['may-not'])
    expect(text).toContain(words.biaya.verdicts.unclear)
    expect(text).toContain('Rp\u00A05.000.000')
    expect(text).toContain('/dokumen/surat?jenis=refund&amp;dari=biaya&amp;uang=IDR')
  })

  it('fills the refund letter from the sheet, with the same total', async () => {
    const at = `/kerja/kasus/${code}/dokumen/surat`
    const filled = await get(officer, `${at}?jenis=refund&dari=biaya&uang=IDR`)
    expect(filled.status).toBe(200)
    expect(filled.text).toContain('value="6.000.000"')
    expect(filled.text).not.toContain('value="350000"')
    const made = await post(officer, at, {
      bahasa: 'id',
      jenis: 'refund',
      kepada: 'PT Contoh',
      'mata-uang': 'IDR',
      negara: 'MY',
      pekerjaan: 'housekeeper',
      'jenis-biaya-1': 'agency-fee',
      'jumlah-1': '6.000.000',
      'kapan-1': '2024-03',
      'sudah-kembali': '1000000',
      hari: '14',
      cara: 'lihat',
    })
    expect(made.status).toBe(200)
    expect(made.text).toContain('mengembalikan IDR 5.000.000,00')
  })

  it('fills a letter with nothing of another sheet', async () => {
    const other = await aCase()
    const { text } = await get(officer, `/kerja/kasus/${other}/dokumen/surat?jenis=refund&dari=biaya`)
    expect(text).not.toContain('6.000.000')
  })

  it.each([
    ['jumlah-1', '-5', words.fault['negative-amount']],
    ['jumlah-1', 'banyak', words.fault['not-a-number']],
    ['uang-1', 'rupiah', words.fault['not-a-currency']],
    ['tanggal-1', '2024-13', words.fault['impossible-date']],
    ['jenis-1', '', words.fault['kind']],
    ['agunan', 'kapal', words.fault['general']],
  ])('says at %s what is wrong with "%s" and saves nothing', async (field, value, message) => {
    const wrong = await post(officer, pathOf(code, 'biaya'), { ...COSTS, version: '1', [field]: value })
    expect(wrong.status).toBe(422)
    expect(wrong.text).toContain(`id="${field}-salah"`)
    expect(wrong.text).toContain(message)
    expect(
      await world.root(`select version from app.claim_sheets where question = 'placement-cost'`),
    ).toEqual([{ version: 1 }])
  })
})

describe.each(['bpjs', 'biaya'] as const)('the sheet %s', (sheet) => {
  it('is of no case for another body, and says the same as for a case that does not exist', async () => {
    const stranger = await world.as('caseworker', 'hkg')
    const nothing = code.replace(/\d{4}$/, '9999')
    const steady = (text: string): string => text.replaceAll(code, 'X').replaceAll(nothing, 'X')
    const [seen, none] = [
      await get(stranger, pathOf(code, sheet)),
      await get(stranger, pathOf(nothing, sheet)),
    ]
    expect(seen.status).toBe(404)
    expect(steady(seen.text)).toBe(steady(none.text))
    const [made, empty] = [
      await post(stranger, pathOf(code, sheet), { version: '0' }),
      await post(stranger, pathOf(nothing, sheet), { version: '0' }),
    ]
    expect(made.status).toBe(404)
    expect(steady(made.text)).toBe(steady(empty.text))
  })

  it('is not for roles without the permission, nor for colleagues outside a protected case', async () => {
    for (const role of ['analyst', 'auditor', 'organisation-admin'] as const) {
      const actor = await world.as(role, 'jhb')
      expect((await get(actor, pathOf(code, sheet))).status, role).toBe(403)
      expect((await post(actor, pathOf(code, sheet), { version: '0' })).status, role).toBe(403)
    }
    const hidden = await aCase()
    await world.staff(await world.as('supervisor', 'jhb'), async (ctx) => {
      const { version } = (await readCase(ctx, hidden, 'work')).row
      await protectCase(ctx, { code: hidden, version, because: 'insider', readers: [] })
    })
    const outsider = await world.hire('jhb', ['caseworker'])
    expect((await get(outsider, pathOf(hidden, sheet))).status).toBe(404)
    expect((await post(outsider, pathOf(hidden, sheet), { version: '0' })).status).toBe(404)
  })

  it('is read but not changed by who may only read the case', async () => {
    const reader = await world.hire('jhb', ['restricted-reader-legal'])
    const { status, text } = await get(reader, pathOf(code, sheet))
    expect(status).toBe(200)
    expect(text).not.toContain(words.save)
    expect((await post(reader, pathOf(code, sheet), { version: '0' })).status).toBe(403)
  })

  it('is the same address in English', async () => {
    const { status, text } = await get(officer, `/en${pathOf(code, sheet)}`)
    expect(status).toBe(200)
    expect(text).toContain(textsFor('en').kerjaKlaim[sheet].title)
  })
})
