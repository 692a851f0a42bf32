import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Hono } from 'hono'
import { known } from '#src/domain/kernel/answer.ts'
import type { Role } from '#src/domain/disclosure/roles.ts'
import { blankReport } from '#src/domain/reports/report.ts'
import { loadDirectory } from '#src/modules/directory/index.ts'
import { createCase } from '#src/modules/cases/index.ts'
import { codeOfKey, newIdempotencyKey, receiveReport, reporterActor } from '#src/modules/reports/index.ts'
import { recordRequest } from '#src/modules/rights/index.ts'
import { runAs } from '#src/platform/db/context.ts'
import { makeApp } from '#src/web/app.ts'
import { makeTestPlatform, type TestPlatform } from '../support/platform.ts'

let world: TestPlatform
let app: Hono
beforeAll(async () => {
  world = await makeTestPlatform()
  await loadDirectory(world.platform)
  app = makeApp(world.platform)
})
afterAll(() => world.close())

async function as(role: Role, path: string, form?: Record<string, string>): Promise<Response> {
  const cookie = await world.cookieOf(await world.as(role, 'jhb'))
  return app.request(path, {
    headers: { cookie, 'sec-fetch-site': 'same-origin' },
    ...(form && { method: 'POST', body: new URLSearchParams(form) }),
  })
}

describe('the directory’s pages', () => {
  it('take a proposal from one reader and the decision from another, and show the number to the public', async () => {
    const [mission] = await world.root("select id from app.directory_bodies where slug = 'kjri-johor-bahru'")
    const room = `/kerja/direktori/${String(mission!['id'])}`
    const list = await as('caseworker', '/kerja/direktori?saring=mission&q=malaysia')
    expect(await list.text()).toContain('KJRI Johor Bahru')
    const wrong = await as('caseworker', room, { way: 'phone', value: 'bukan nomor', source: '' })
    expect(wrong.status).toBe(422)
    expect(await wrong.text()).toContain('bukan nomor')
    const proposed = await as('caseworker', room, {
      contact: '',
      way: 'phone',
      value: '+44 7700 900321',
      source: 'Ditelepon hari ini',
      how: 'called',
    })
    expect(proposed.status).toBe(303)
    expect(await (await app.request('/bahaya?negara=MY')).text()).not.toContain('900321')
    const [change] = await world.root("select id from app.directory_changes where state = 'waiting'")
    const decision = { proposal: String(change!['id']), apa: 'contact', hasil: 'benar' }
    expect((await as('caseworker', `${room}/baca-kedua`, decision)).status).toBe(403)
    expect((await as('supervisor', `${room}/baca-kedua`, decision)).status).toBe(303)
    expect(await (await app.request('/bahaya?negara=MY')).text()).toContain('900321')
    expect(await (await app.request('/en/layanan?tempat=MY')).text()).toContain('900321')
  })

  it('show no unchecked number to the public but the two that are marked', async () => {
    const danger = await (await app.request('/bahaya?negara=SG')).text()
    expect([...danger.matchAll(/href="tel:([^"]+)"/g)].map((match) => match[1])).toEqual(['999', '08001000'])
    expect(danger).toContain('belum diverifikasi')
    expect(await (await app.request('/layanan?tempat=SG')).text()).not.toContain('href="tel:')
  })

  it('take a new body with its service, waiting for a second reader', async () => {
    const added = await as('supervisor', '/kerja/direktori', {
      kind: 'shelter',
      nameId: 'Rumah aman uji',
      nameEn: '',
      country: 'SG',
      source: 'Tahu sendiri',
    })
    const room = new URL(added.headers.get('location')!, 'http://x').pathname
    const service = {
      serviceName: 'Tempat tidur',
      serviceSource: 'Tahu sendiri',
      secret: 'ya',
      meeting: 'Di kantor',
      brought: 'Diantar',
    }
    expect((await as('supervisor', `${room}/layanan`, service)).status).toBe(303)
    const own = await (await as('supervisor', room)).text()
    expect(own).toContain('Usulan Anda sendiri')
    expect(await (await app.request('/layanan?tempat=SG')).text()).not.toContain('Rumah aman uji')
  })
})

describe('the data-protection desk’s pages', () => {
  it('take a request about a report that is no case yet, by the address of its page', async () => {
    const key = newIdempotencyKey()
    const draft = { ...blankReport({ channel: 'web', language: 'id' }), place: known({ country: 'MY' }) }
    const { reportId } = await runAs(world.platform, reporterActor(world.platform, key), (ctx) =>
      receiveReport(ctx, draft, key),
    )
    const room = '/kerja/pengaturan/data-pribadi'
    const prefilled = await as('intake-officer', `${room}?laporan=${reportId}`)
    expect(await prefilled.text()).toContain(`value="${reportId}"`)
    const asked = { case: `/kerja/masuk/${reportId}`, kind: 'access', how: 'known-to-desk', words: '' }
    expect((await as('intake-officer', room, asked)).status).toBe(303)
    const rows = await world.root('select report_id, via from app.rights_requests where report_id = $1', [
      reportId,
    ])
    expect(rows).toEqual([{ report_id: reportId, via: 'staff' }])
    const nothing = { ...asked, case: '/kerja/masuk/0190a0b0-0000-7000-8000-000000000001' }
    expect((await as('intake-officer', room, nothing)).status).toBe(422)
  })

  const ROOM = '/kerja/pengaturan/data-pribadi'

  it('open for those who answer and for those who prepare, and for nobody else', async () => {
    for (const path of [
      ROOM,
      '/kerja/pengaturan/kebocoran',
      '/kerja/pengaturan/simpan',
      '/kerja/pengaturan/simpan/daftar',
    ])
      expect([path, (await as('data-protection-officer', path)).status]).toEqual([path, 200])
    for (const path of [ROOM, '/kerja/pengaturan/kebocoran', '/kerja/pengaturan/simpan'])
      for (const role of ['analyst', 'organisation-admin', 'auditor'] as const)
        expect([path, role, (await as(role, path)).status]).toEqual([path, role, 403])
    expect(await (await as('auditor', '/kerja/pengaturan/simpan/daftar')).text()).toContain('rights_requests')
  })

  it('carry a request from the follow page to the download, with the officer reading nothing', async () => {
    const key = newIdempotencyKey()
    await runAs(world.platform, reporterActor(world.platform, key), (ctx) =>
      receiveReport(
        ctx,
        {
          ...blankReport({ channel: 'web', language: 'id' }),
          place: known({ country: 'MY' }),
          story: 'Paspor saya ditahan majikan',
        },
        key,
      ),
    )
    const code = codeOfKey(world.platform, key)
    const post = (form: Record<string, string>): Promise<Response> =>
      Promise.resolve(app.request('/lacak', { method: 'POST', body: new URLSearchParams(form) }))
    const proofIn = (page: string): string => /name="proof" value="([^"]+)"/.exec(page)![1]!
    const status = await (await post({ words: code.words.join(' '), pin: code.pin })).text()
    const rights = await (await post({ proof: proofIn(status), go: 'rights' })).text()
    expect((await post({ proof: proofIn(rights), go: 'rights-ask' })).status).toBe(422)
    const asked = await (
      await post({ proof: proofIn(rights), go: 'rights-ask', right: 'access', rightWords: 'Minta salinan' })
    ).text()
    expect(asked).toContain('Sedang dikerjakan')
    const [row] = await world.root("select id, version from app.rights_requests where via = 'follow-page'")
    const item = `${ROOM}/${String(row!['id'])}`
    const seen = await (await as('data-protection-officer', item)).text()
    expect(seen).toContain('Minta salinan')
    expect(seen).not.toContain('Paspor saya')
    expect((await as('data-protection-officer', item, { go: 'prepare', version: '1' })).status).toBe(404)
    expect((await as('caseworker', item, { go: 'prepare', version: '1' })).status).toBe(303)
    const answer = { go: 'answer', version: '2', answer: 'Salinan siap.' }
    expect((await as('data-protection-officer', item, answer)).status).toBe(303)
    const file = await post({ proof: proofIn(asked), go: `rights-file:${String(row!['id'])}` })
    expect(file.headers.get('content-disposition')).toContain('attachment')
    expect(await file.text()).toContain('Paspor saya ditahan majikan')
    const answered = await (await post({ proof: proofIn(asked), go: 'rights' })).text()
    expect(answered).toContain('Salinan siap.')
  })

  it('record a breach, a hold and what a caller asks', async () => {
    const breach = {
      what: 'Laptop hilang',
      foundAt: '2026-11-20T09:00',
      dataKinds: 'daftar tugas',
      people: '3',
      measures: 'sesi ditutup',
    }
    expect((await as('data-protection-officer', '/kerja/pengaturan/kebocoran', breach)).status).toBe(303)
    const [stored] = await world.root('select found_at from app.breach_records')
    expect(stored!['found_at']).toEqual(new Date('2026-11-20T01:00:00Z'))
    const worker = await world.as('caseworker', 'jhb')
    const made = await world.staff(worker, (ctx) =>
      createCase(ctx, {
        urgency: 'sedang',
        types: ['UNPAID_WAGES'],
        country: 'MY',
        district: null,
        phase: 'during',
        touchesChild: false,
        summary: '',
      }),
    )
    const asked = await as('caseworker', ROOM, {
      case: made.code,
      kind: 'erasure',
      how: 'document-shown',
      words: 'hapus',
    })
    expect(asked.status).toBe(303)
    expect(
      (await as('caseworker', ROOM, { case: 'QQQ-2026-0001', kind: 'erasure', how: 'document-shown' }))
        .status,
    ).toBe(422)
    expect(
      (
        await as('data-protection-officer', '/kerja/pengaturan/simpan', {
          case: made.code,
          why: 'court',
          until: '',
        })
      ).status,
    ).toBe(303)
    expect(await (await as('supervisor', '/kerja/pengaturan/simpan')).text()).toContain(made.code)
    const [request] = await world.root("select id from app.rights_requests where kind = 'erasure'")
    expect(await (await as('data-protection-officer', `${ROOM}/${String(request!['id'])}`)).text()).toContain(
      'perkara di pengadilan',
    )
    await expect(
      world.staff(worker, (ctx) =>
        recordRequest(ctx, { caseId: ctx.newId(), kind: 'access', words: '', identified: 'guardian' }),
      ),
    ).rejects.toThrow()
  })
})
