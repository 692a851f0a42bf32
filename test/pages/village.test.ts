// The village officer: what was referred to the village in the consented scope, and nothing else.
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Hono } from 'hono'
import type { StaffActor } from '#src/platform/db/context.ts'
import { recordConsent } from '#src/modules/cases/index.ts'
import { offerReferral, prepareOffer, type OfferDraft } from '#src/modules/referrals/index.ts'
import { makeApp } from '#src/web/app.ts'
import { makeTestPlatform, type TestPlatform } from '../support/platform.ts'
import { makeReferableCase, type ReferableCase } from '../support/referral-world.ts'

let world: TestPlatform
let app: Hono
let officer: StaffActor
let village: StaffActor

beforeAll(async () => {
  world = await makeTestPlatform()
  app = makeApp(world.platform)
  officer = await world.hire('jhb', ['intake-officer', 'caseworker'])
  village = await world.as('village-officer', 'desa')
})
afterAll(() => world.close())

async function get(actor: StaffActor, path: string) {
  const response = await app.request(path, { headers: { cookie: await world.cookieOf(actor) } })
  return { status: response.status, text: await response.text() }
}

/** What the person allowed the village to know, and not one word more, goes to it. */
async function referToVillage(of: ReferableCase): Promise<string> {
  return world.staff(officer, async (ctx) => {
    await recordConsent(ctx, {
      code: of.code,
      item: 'needs',
      readerKind: 'village',
      answer: 'yes',
      givenBy: 'self',
      how: 'spoken',
      language: 'id',
    })
    const draft: OfferDraft = {
      caseId: of.caseId,
      caseCode: of.code,
      needId: of.needId,
      toOrg: world.orgs.desa,
      asked: 'Dampingi keluarga ke posko desa.',
      sendables: [{ item: 'needs', lines: [{ text: 'Keluarga perlu pendamping' }] }],
      chosen: ['needs'],
      handling: [],
      basis: [],
    }
    const { seen } = await prepareOffer(ctx, ctx.actor.orgId, draft)
    return (await offerReferral(ctx, draft, seen)).code
  })
}

it('reads what was referred to the village, and neither the case nor anything of another body', async () => {
  const referred = await makeReferableCase(world, officer)
  const other = await makeReferableCase(world, officer)
  const code = await referToVillage(referred)
  expect((await get(village, '/kerja')).text).toContain(code)
  const list = await get(village, '/kerja/rujukan')
  expect(list.status).toBe(200)
  expect(list.text).toContain(code)
  const sheet = await get(village, `/kerja/rujukan/${code}`)
  expect(sheet.text).toContain('Keluarga perlu pendamping')
  for (const hidden of ['Sulastri', 'Gaji empat bulan', 'RAHASIA-UMUM', 'Perekrut Rekaan', other.code])
    expect(sheet.text).not.toContain(hidden)
  for (const path of [
    `/kerja/kasus/${referred.code}`,
    '/kerja/kasus',
    '/kerja/masuk',
    '/kerja/cari?q=Sulastri',
  ])
    expect([path, (await get(village, path)).status]).toEqual([path, 403])
  const answer = await app.request(`/kerja/rujukan/${code}/terima`, {
    method: 'POST',
    headers: { cookie: await world.cookieOf(village), 'sec-fetch-site': 'same-origin' },
  })
  expect(answer.status).toBe(403)
})

it('sees nothing of what was referred to another village, nor what its own body refers', async () => {
  const code = await referToVillage(await makeReferableCase(world, officer))
  const elsewhere = await world.as('village-officer', 'jhb')
  expect((await get(elsewhere, `/kerja/rujukan/${code}`)).status).toBe(404)
  for (const path of ['/kerja', '/kerja/rujukan', '/kerja/rujukan?arah=keluar'])
    expect((await get(elsewhere, path)).text).not.toContain(code)
})
