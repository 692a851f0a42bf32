import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Hono } from 'hono'
import { runAs, type StaffActor } from '#src/platform/db/context.ts'
import { blankReport, type ReportDraft } from '#src/domain/reports/report.ts'
import { known } from '#src/domain/kernel/answer.ts'
import { newIdempotencyKey, receiveReport, reporterActor } from '#src/modules/reports/index.ts'
import { createCase } from '#src/modules/cases/index.ts'
import { makeApp } from '#src/web/app.ts'
import { makeTestPlatform, type TestPlatform } from '../support/platform.ts'

let world: TestPlatform
let app: Hono
let officer: StaffActor
let boss: StaffActor

beforeAll(async () => {
  world = await makeTestPlatform()
  app = makeApp(world.platform)
  officer = await world.hire('jhb', ['intake-officer', 'caseworker'])
  boss = await world.as('supervisor', 'jhb')
})
afterAll(() => world.close())

async function get(
  actor: StaffActor,
  path: string,
): Promise<{ readonly status: number; readonly text: string }> {
  const response = await app.request(path, { headers: { cookie: await world.cookieOf(actor) } })
  return { status: response.status, text: await response.text() }
}

async function post(
  actor: StaffActor,
  path: string,
  fields: Readonly<Record<string, string | readonly string[]>> = {},
) {
  const body = new URLSearchParams(
    Object.entries(fields).flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value]] : value.map((each) => [name, each]),
    ),
  )
  const headers = {
    cookie: await world.cookieOf(actor),
    'content-type': 'application/x-www-form-urlencoded',
    'sec-fetch-site': 'same-origin',
  }
  const response = await app.request(path, { method: 'POST', body: body.toString(), headers })
  return { status: response.status, to: response.headers.get('location') ?? '', text: await response.text() }
}

async function report(facts: Partial<ReportDraft> = {}): Promise<string> {
  const key = newIdempotencyKey()
  const draft: ReportDraft = {
    ...blankReport({ channel: 'web', language: 'id' }),
    place: known({ country: 'MY' }),
    ...facts,
  }
  return (
    await runAs(world.platform, reporterActor(world.platform, key), (ctx) => receiveReport(ctx, draft, key))
  ).reportId
}
const START = {
  urgency: 'sedang',
  types: ['UNPAID_WAGES'],
  country: 'MY',
  district: null,
  phase: 'during',
  touchesChild: false,
  summary: '',
} as const
const aCase = () => world.staff(officer, (ctx) => createCase(ctx, START))

describe('the rooms of case work', () => {
  it('answer with one heading each, in both languages', async () => {
    const { code } = await aCase()
    const tabs = [
      '',
      '/orang',
      '/kronologi',
      '/kebutuhan',
      '/bukti',
      '/perantara',
      '/rujukan',
      '/catatan',
      '/persetujuan',
      '/tugas',
      '/pesan',
      '/dokumen',
      '/ubah',
      '/tutup',
      '/cetak',
    ]
    const paths = [
      '/kerja',
      '/kerja/masuk',
      '/kerja/kasus',
      '/kerja/cari?q=siti',
      '/kerja/bagian/bahaya',
      ...tabs.map((tab) => `/kerja/kasus/${code}${tab}`),
    ]
    for (const path of paths.flatMap((each) => [each, `/en${each}`])) {
      const { status, text } = await get(officer, path)
      expect([path, status]).toEqual([path, 200])
      if (!path.includes('bagian')) expect([path, text.match(/<h1/g)?.length]).toEqual([path, 1])
    }
    for (const path of ['/kerja', '/kerja/beban', '/kerja/kasus/darurat', `/kerja/kasus/${code}/ubah`])
      expect([path, (await get(boss, path)).status]).toEqual([path, 200])
    expect((await get(officer, '/kerja/beban')).status).toBe(403)
  })

  it('take a report, open a case from it and show it on Today', async () => {
    const id = await report({ danger: known('now'), names: ['Suparmi'], story: 'Saya dikunci dan dipukul' })
    expect((await get(officer, '/kerja')).text).toContain(id)
    expect((await get(officer, `/kerja/masuk/${id}`)).text).toContain('<mark>')
    expect((await post(officer, `/kerja/masuk/${id}/ambil`)).to).toBe(`/kerja/masuk/${id}?kabar=diambil`)
    const second = await world.hire('jhb', ['intake-officer'])
    expect((await post(second, `/kerja/masuk/${id}/ambil`)).status).toBe(409)
    const opened = await post(officer, `/kerja/masuk/${id}/kasus`, {
      urgency: 'tinggi',
      types: ['CONFINEMENT'],
      urgencyWhy: '',
    })
    expect(opened.status).toBe(422)
    const made = await post(officer, `/kerja/masuk/${id}/kasus`, {
      urgency: 'tinggi',
      types: ['CONFINEMENT'],
      urgencyWhy: 'sudah dengan polisi',
    })
    expect(made.to).toMatch(/^\/kerja\/kasus\/JHB-2026-\d{4}\?kabar=dibuka$/)
    expect((await get(officer, made.to)).text).toContain('Suparmi')
    expect((await post(officer, `/kerja/masuk/${id}/kasus`)).status).toBe(409)
  })

  it('keep what was typed when something is wrong', async () => {
    const { code } = await aCase()
    const wrong = await post(officer, `/kerja/kasus/${code}/kronologi`, {
      date: 'kemarin',
      text: 'Berangkat dari pelabuhan',
      source: 'family',
      certainty: 'likely',
    })
    expect(wrong.status).toBe(422)
    expect(wrong.text).toContain('Berangkat dari pelabuhan')
    expect(wrong.text).toContain('Tanggal belum terbaca')
    expect(
      (
        await post(officer, `/kerja/kasus/${code}/kronologi`, {
          date: '2019-04~',
          text: 'Berangkat dari pelabuhan',
          source: 'family',
          certainty: 'likely',
        })
      ).status,
    ).toBe(303)
    expect((await get(officer, `/kerja/kasus/${code}/kronologi`)).text).toContain('Berangkat dari pelabuhan')
  })

  it('take every kind of item of a case', async () => {
    const { code } = await aCase()
    const posts: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
      ['/orang', { names: 'Wartini\nTini', roles: 'concerned', born: '1996~', category: 'worker' }],
      ['/kebutuhan', { kind: 'wages', urgency: 'sedang', label: 'Gaji 7 bulan' }],
      ['/perantara', { name: 'PT Contoh', kind: 'p3mi', where: '', note: '' }],
      ['/catatan', { class: 'general', text: 'sudah dihubungi' }],
      ['/bukti', { title: 'Kontrak', kind: 'contract', from: 'keluarga', original: 'keluarga' }],
      ['/persetujuan', { item: 'story', reader: 'police', answer: 'yes', how: 'spoken' }],
      ['/tugas', { title: 'Kunjungi', due: '2026-12-01T09:00', owner: officer.staffId }],
    ]
    for (const [path, fields] of posts)
      expect([path, (await post(officer, `/kerja/kasus/${code}${path}`, fields)).status]).toEqual([path, 303])
    expect((await post(officer, `/kerja/kasus/${code}/pesan`, { text: 'apa kabar' })).status).toBe(409)
    const { text } = await get(officer, `/kerja/kasus/${code}/cetak`)
    for (const words of ['Wartini', 'Gaji 7 bulan', 'PT Contoh', 'Kontrak']) expect(text).toContain(words)
  })

  it('show both versions when two people change the wish, and keep both on demand', async () => {
    const { code } = await aCase()
    const wish = (words: string) =>
      post(officer, `/kerja/kasus/${code}/keinginan`, {
        version: '1',
        wish: words,
        wishLanguage: 'id',
        readBack: 'ya',
      })
    expect((await wish('Ingin pulang')).status).toBe(303)
    const clash = await wish('Ingin tetap bekerja')
    expect(clash.status).toBe(409)
    for (const words of ['Ingin pulang', 'Ingin tetap bekerja', 'Simpan keduanya'])
      expect(clash.text).toContain(words)
    expect(
      (
        await post(officer, `/kerja/kasus/${code}/versi`, {
          field: 'wish',
          typed: 'Ingin tetap bekerja',
          pakai: 'keduanya',
        })
      ).status,
    ).toBe(303)
    const { text } = await get(officer, `/kerja/kasus/${code}`)
    expect(text).toContain('Ingin pulang')
    expect(text).toContain('Ingin tetap bekerja')
  })

  it('answer alike for a case that is protected and one that does not exist, and open in an emergency', async () => {
    const { code } = await aCase()
    expect(
      (await post(boss, `/kerja/kasus/${code}/lindungi`, { version: '1', because: 'insider' })).to,
    ).toContain('terlindung')
    const hidden = await get(officer, `/kerja/kasus/${code}`)
    const nothing = await get(officer, '/kerja/kasus/JHB-2026-9999')
    expect([hidden.status, nothing.status]).toEqual([404, 404])
    expect(hidden.text.replaceAll(code, '')).toBe(nothing.text.replaceAll('JHB-2026-9999', ''))
    expect(
      (
        await post(officer, '/kerja/kasus/darurat', {
          code: 'JHB-2026-9999',
          reason: 'ancaman di penampungan malam ini',
        })
      ).status,
    ).toBe(404)
    expect(
      (await post(officer, '/kerja/kasus/darurat', { code, reason: 'ancaman di penampungan malam ini' })).to,
    ).toContain(code)
    expect((await get(officer, `/kerja/kasus/${code}`)).status).toBe(200)
    expect((await get(boss, '/kerja/kasus/darurat')).text).toContain('ancaman di penampungan')
  })

  it('gather several cases in one incident', async () => {
    const [first, second] = [await aCase(), await aCase()]
    expect(
      (
        await post(officer, `/kerja/kasus/${first.code}/kejadian`, {
          version: '1',
          name: 'Razia pabrik',
          happened: '2026-11~',
        })
      ).status,
    ).toBe(303)
    const id =
      /kejadian\/([0-9a-f-]{36})/.exec((await get(officer, `/kerja/kasus/${first.code}`)).text)?.[1] ?? ''
    expect(
      (await post(officer, `/kerja/kasus/${second.code}/kejadian`, { version: '1', incident: id })).status,
    ).toBe(303)
    const { text } = await get(officer, `/kerja/kasus/kejadian/${id}`)
    for (const words of ['Razia pabrik', first.code, second.code]) expect(text).toContain(words)
    expect((await get(await world.as('caseworker', 'hkg'), `/kerja/kasus/kejadian/${id}`)).status).toBe(404)
  })

  it('close several reports at once and undo it', async () => {
    const ids = [await report(), await report()]
    const closed = await post(officer, '/kerja/masuk/tutup-banyak', { id: ids, outcome: 'junk' })
    expect(closed.status).toBe(200)
    const undo = /\/kerja\/masuk\/tutup-banyak\/[0-9a-f-]{36}\/batal/.exec(closed.text)?.[0] ?? ''
    expect((await post(officer, undo)).to).toBe('/kerja/masuk?kabar=kembali')
  })

  it('write a report down for a caller, read it back and read the follow page aloud', async () => {
    const { text } = await get(officer, '/kerja/catat')
    const key = /name="key" value="([^"]+)"/.exec(text)?.[1] ?? ''
    const fields = {
      key,
      channel: 'phone',
      about: 'myself',
      what: 'gaji',
      story: 'Gaji saya tujuh bulan tidak dibayar',
      'place.country': 'MY',
      danger: 'no',
    }
    const back = await post(officer, '/kerja/catat', { ...fields, aksi: 'susun' })
    expect(back.status).toBe(200)
    expect(back.text).toContain('Gaji saya tujuh bulan tidak dibayar.')
    const wrong = await post(officer, '/kerja/catat', { ...fields, born: 'dulu', aksi: 'simpan' })
    expect(wrong.status).toBe(422)
    expect(wrong.text).toContain('Gaji saya tujuh bulan')
    const taken = await post(officer, '/kerja/catat', { ...fields, aksi: 'simpan' })
    const [words = '', pin = ''] = [
      ...taken.text.matchAll(/<strong>([a-z]+(?:, [a-z]+){4}|\d(?: \d){5})<\/strong>/g),
    ].map((match) => match[1])
    expect([words.split(', ').length, pin.length]).toEqual([5, 11])
    const page = await post(officer, '/kerja/catat/dengan-kode', {
      code: words.replaceAll(',', ''),
      pin: pin.replaceAll(' ', ''),
    })
    expect(page.text).toContain('Diterima.')
    expect(page.text).not.toContain('tujuh bulan')
    const ticket = /name="ticket" value="([^"]+)"/.exec(page.text)?.[1] ?? ''
    expect(
      (await post(officer, '/kerja/catat/dengan-kode/pesan', { ticket, text: 'Nomor saya ganti' })).text,
    ).toContain('Nomor saya ganti')
  })
})
