// The sheets on restitution and pay that a body keeps with its file: filled in, counted, kept, counted again by a colleague.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Hono } from 'hono'
import type { StaffActor } from '#src/platform/db/context.ts'
import { addEvidence, createCase } from '#src/modules/cases/index.ts'
import { makeApp } from '#src/web/app.ts'
import { makeTestPlatform, type TestPlatform } from '../support/platform.ts'

let world: TestPlatform
let app: Hono
let officer: StaffActor
let colleague: StaffActor
let outsider: StaffActor
let code: string

beforeAll(async () => {
  world = await makeTestPlatform()
  app = makeApp(world.platform)
  officer = await world.hire('jhb', ['caseworker'])
  colleague = await world.hire('jhb', ['caseworker'])
  outsider = await world.hire('hkg', ['caseworker'])
  code = await world.staff(officer, async (ctx) => {
    const made = await createCase(ctx, {
      urgency: 'sedang',
      types: ['TPPO'],
      country: 'MY',
      district: null,
      phase: 'during',
      touchesChild: false,
      summary: '',
    })
    const piece = { code: made.code, from: '', original: '' }
    await addEvidence(ctx, { ...piece, title: 'Slip gaji 2019', kind: 'payment-proof' })
    await addEvidence(ctx, { ...piece, title: 'Visum rahasia', kind: 'medical-paper' })
    return made.code
  })
})
afterAll(() => world.close())

type Fields = Readonly<Record<string, string | readonly string[]>>

async function get(actor: StaffActor, path: string) {
  const response = await app.request(path, { headers: { cookie: await world.cookieOf(actor) } })
  return { status: response.status, text: await response.text() }
}

async function post(actor: StaffActor, path: string, fields: Fields) {
  const pairs = Object.entries(fields).flatMap(([name, value]) => [value].flat().map((each) => [name, each]))
  const response = await app.request(path, {
    method: 'POST',
    body: new URLSearchParams(pairs).toString(),
    headers: {
      cookie: await world.cookieOf(actor),
      'content-type': 'application/x-www-form-urlencoded',
      'sec-fetch-site': 'same-origin',
    },
  })
  return { status: response.status, text: await response.text() }
}

describe('the restitution sheet of a case', () => {
  const path = () => `/kerja/kasus/${code}/restitusi`
  const SHEET: Fields = {
    victim: 'yes',
    currency: 'IDR',
    'sum-suffering': '10.000.000',
    'proven-suffering': 'no',
    calculated: '10.000.000',
    claimed: '8.000.000',
    'why-calculated-claimed': ['no-proof', 'not-claimed'],
    judgmentToldOn: '2026-11-01',
  }

  it('is reached from the case, offers its evidence, and names no paper about health', async () => {
    const tab = await get(officer, `/kerja/kasus/${code}/dokumen`)
    expect(tab.text).toContain(path())
    const blank = await get(officer, path())
    expect(blank.text).toContain('Slip gaji 2019')
    expect(blank.text).not.toContain('Visum rahasia')
  })

  it('is counted without being kept, and kept when asked', async () => {
    const counted = await post(officer, path(), { ...SHEET, version: '0' })
    expect([counted.status, counted.text.includes('IDR\u00a02.000.000 (20 persen)')]).toEqual([200, true])
    expect((await get(officer, path())).text).not.toContain('10.000.000')
    const kept = await post(officer, path(), { ...SHEET, version: '0', do: 'keep' })
    expect(kept.status).toBe(200)
    const again = await get(colleague, path())
    expect(again.text).toContain('Tidak ada bukti; Tidak diminta')
    expect(again.text).toContain('name="version" value="1"')
  })

  it('is not overwritten by who saw an older one, and shows the field of a fault', async () => {
    const stale = await post(colleague, path(), { ...SHEET, calculated: '1', version: '0', do: 'keep' })
    expect([stale.status, stale.text.includes('Rekan Anda sudah menyimpan')]).toEqual([409, true])
    const wrong = await post(officer, path(), { ...SHEET, paid: 'banyak', version: '1', do: 'keep' })
    expect([wrong.status, wrong.text.includes('Tulis angka saja.')]).toEqual([422, true])
  })

  it('does not exist for another body', async () => {
    expect((await get(outsider, path())).status).toBe(404)
    expect((await post(outsider, path(), { ...SHEET, version: '0', do: 'keep' })).status).toBe(404)
  })
})

describe('the wage sheet of a case', () => {
  const path = () => `/kerja/kasus/${code}/upah`
  const SHEET: Fields = {
    currency: 'MYR',
    from: '2020-01-01',
    until: '2020-03-31',
    agreed: '700',
    contract: 'no',
  }

  it('is counted blind by a second officer, who then sees who counted first and that both agree', async () => {
    const kept = await post(officer, path(), { ...SHEET, version: '0', do: 'keep' })
    expect([kept.status, kept.text.includes('Kedua: belum ada.')]).toEqual([200, true])
    const blind = await get(colleague, path())
    expect(blind.text).toContain('Angka pertama terlihat setelah Anda menghitung.')
    expect(blind.text).not.toContain('2.100,00')
    const same = await post(colleague, path(), { ...SHEET, version: '1', do: 'keep' })
    expect(same.text).toContain('Kedua petugas mendapat jumlah yang sama.')
    expect((await get(officer, path())).text).toContain('Kedua petugas mendapat jumlah yang sama.')
  })

  it('shows the difference of another count, and keeps the first sheet', async () => {
    const other = await post(colleague, path(), { ...SHEET, 'pay-1-amount': '100', version: '2', do: 'keep' })
    expect(other.text).toContain('Jumlahnya berbeda.')
    expect(other.text).toContain('MYR\u00a0100,00')
    const first = await get(officer, path())
    expect(first.text).toContain('MYR\u00a02.100,00')
    expect(first.text).not.toContain('name="pay-1-amount" type="text" value="100"')
  })

  it('gives its sum to a restitution sheet that nobody has begun', async () => {
    const fresh = await world.staff(officer, (ctx) =>
      createCase(ctx, {
        urgency: 'sedang',
        types: ['TPPO'],
        country: 'MY',
        district: null,
        phase: 'during',
        touchesChild: false,
        summary: '',
      }),
    )
    const at = `/kerja/kasus/${fresh.code}`
    await post(officer, `${at}/upah`, { ...SHEET, version: '0', do: 'keep' })
    const own = await get(officer, `${at}/restitusi`)
    expect(own.text).toContain('Lembar upah kasus ini: paling sedikit MYR\u00a02.100.')
    expect(own.text).not.toContain('value="2100')
    const rate = { rate: '3500', rateOn: '2026-11-01', rateSource: 'BI' }
    await post(officer, `${at}/upah`, { ...SHEET, ...rate, version: '1', do: 'keep' })
    expect((await get(officer, `${at}/restitusi`)).text).toContain('value="7350000"')
  })
})
