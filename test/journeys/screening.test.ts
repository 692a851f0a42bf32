// An invented person as in the second story: recruited by a neighbour, no pay, locked in. Two screeners, one evidence.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Hono } from 'hono'
import { known } from '#src/domain/kernel/answer.ts'
import type { StaffActor } from '#src/platform/db/context.ts'
import {
  addEvidence,
  addNewPerson,
  addTimelineEntry,
  createCase,
  UNKNOWN_ROLE_FIELDS,
} from '#src/modules/cases/index.ts'
import { blankPerson, NO_MARKS } from '#src/modules/people/index.ts'
import { makeApp } from '#src/web/app.ts'
import { makeTestPlatform, type TestPlatform } from '../support/platform.ts'

let world: TestPlatform
let app: Hono
let rini: StaffActor
let andika: StaffActor
let base = ''
let code = ''

beforeAll(async () => {
  world = await makeTestPlatform()
  app = makeApp(world.platform)
  rini = await world.hire('jhb', ['caseworker'])
  andika = await world.hire('jhb', ['caseworker'])
  const person = await world.staff(rini, async (ctx) => {
    const made = await createCase(ctx, {
      urgency: 'tinggi',
      types: ['TPPO', 'UNPAID_WAGES'],
      country: 'MY',
      district: null,
      phase: 'during',
      touchesChild: false,
      summary: 'Saya dikunci kalau mereka pergi.',
    })
    code = made.code
    await addTimelineEntry(ctx, {
      code,
      date: '2019-04~',
      dateWords: '',
      text: 'Bu Tin jemput saya, naik bis ke Batam. Katanya gaji RM 900, libur Minggu.',
      source: 'family',
      certainty: 'likely',
    })
    await addEvidence(ctx, { code, title: 'Buku bank', kind: 'payment-proof', from: '', original: '' })
    return addNewPerson(ctx, {
      code,
      roles: ['concerned'],
      fields: UNKNOWN_ROLE_FIELDS,
      facts: { ...blankPerson(['Sumirah']), born: known('1994' as never) },
      marks: NO_MARKS,
    })
  })
  base = `/kerja/kasus/${code}/skrining/${person}`
})
afterAll(() => world.close())

async function get(actor: StaffActor, path: string): Promise<{ status: number; text: string }> {
  const response = await app.request(path, { headers: { cookie: await world.cookieOf(actor) } })
  return { status: response.status, text: await response.text() }
}

async function post(actor: StaffActor, path: string, fields: Readonly<Record<string, string>> = {}) {
  const response = await app.request(path, {
    method: 'POST',
    body: new URLSearchParams(fields).toString(),
    headers: {
      cookie: await world.cookieOf(actor),
      'content-type': 'application/x-www-form-urlencoded',
      'sec-fetch-site': 'same-origin',
    },
  })
  return { status: response.status, to: response.headers.get('location') ?? '', text: await response.text() }
}

async function version(actor: StaffActor): Promise<string> {
  return /name="version" value="(\d+)"/.exec((await get(actor, base)).text)?.[1] ?? ''
}

const ELEMENTS = ['elements.act.transport', 'elements.means.fraud', 'elements.purpose.forcedLabour'] as const
const OPINION = { outcome: 'yes', reason: 'Tiga unsur punya bukti.' }

describe('the screening of one person', () => {
  it('begins from the case, with nothing answered', async () => {
    expect((await get(rini, `/kerja/kasus/${code}/skrining`)).text).toContain('Sumirah')
    expect((await get(rini, base)).text).toContain('belum pernah disaring')
    expect((await post(rini, `${base}/mulai`)).to).toContain(base)
    const { text } = await get(rini, base)
    expect(text).toContain('Fakta belum cukup')
    expect(text).toContain('Orang yang memutuskan')
  })

  it('links the sentences of the file to each answer, for and against', async () => {
    for (const path of ELEMENTS) {
      const form = await get(rini, `${base}/bukti?untuk=${path}`)
      expect(form.text).toContain('Kronologi')
      const key = /name="(t:[^"]+:2)"/.exec(form.text)?.[1] ?? ''
      const sent = await post(rini, `${base}/bukti`, {
        version: await version(rini),
        untuk: path,
        [key]: 'for',
      })
      expect([path, sent.status]).toEqual([path, 303])
    }
    const contra = { words: 'Dia ikut kami ke pasar.', by: 'Surat majikan', side: 'against' }
    await post(rini, `${base}/bukti`, { version: await version(rini), untuk: ELEMENTS[1], ...contra })
    const { text } = await get(rini, base)
    expect(text).toContain('Katanya gaji RM 900')
    expect(text).toMatch(/class="contra">[^<]*pasar/)
    expect(
      (await post(rini, `${base}/bukti`, { version: await version(rini), untuk: ELEMENTS[1] })).status,
    ).toBe(422)
    expect((await get(rini, `${base}/bukti?untuk=elements.act.everything`)).status).toBe(404)
  })

  it('proposes a yes out of the answers, and refuses a first opinion without a reason', async () => {
    const answers = Object.fromEntries(ELEMENTS.map((path) => [`jawab.${path}`, 'yes']))
    await post(rini, `${base}/jawab`, {
      version: await version(rini),
      bagian: 'hukum',
      happened: '2019-04~',
      'jawab.elements.consented': 'yes',
      ...answers,
    })
    const { text } = await get(rini, base)
    expect(text).toContain('Ada indikasi TPPO')
    expect(text).toContain('tidak menghapus TPPO')
    expect(
      (await post(rini, `${base}/simpulkan`, { version: await version(rini), outcome: 'yes' })).status,
    ).toBe(409)
    expect((await post(rini, `${base}/simpulkan`, { version: '1', ...OPINION })).text).toContain(
      'baru saja mengubah',
    )
    expect((await post(rini, `${base}/simpulkan`, { version: await version(rini), ...OPINION })).status).toBe(
      303,
    )
  })

  it('waits for another person, who must have read the evidence', async () => {
    const list = await get(andika, '/kerja/skrining')
    expect(list.text).toContain('Anda bisa menjawab')
    expect((await get(rini, '/kerja/skrining')).text).toContain('Jawaban pertama dari Anda')
    const own = await post(rini, `${base}/kedua`, {
      version: await version(andika),
      ...OPINION,
      evidence: 'ya',
    })
    expect([own.status, own.text.includes('harus dari orang lain')]).toEqual([409, true])
    const now = await version(andika)
    const blind = await post(andika, `${base}/kedua`, {
      version: now,
      outcome: 'no',
      reason: 'Ia bebas keluar.',
    })
    expect([blind.status, blind.text.includes('Baca dulu buktinya')]).toEqual([409, true])
    const fields = { version: now, outcome: 'no', reason: 'Ia bebas keluar.', evidence: 'ya' }
    expect((await post(andika, `${base}/kedua`, fields)).status).toBe(303)
    const { text } = await get(rini, base)
    expect(text).toContain('Dua orang berbeda pendapat')
    expect([text.includes('Tiga unsur punya bukti.'), text.includes('Ia bebas keluar.')]).toEqual([
      true,
      true,
    ])
  })

  it('goes on in a new version with what is known, and two agree there', async () => {
    await post(andika, `${base}/mulai`)
    const first = await post(andika, `${base}/simpulkan`, { version: await version(andika), ...OPINION })
    expect(first.status).toBe(303)
    const second = { version: await version(rini), ...OPINION, evidence: 'ya' }
    expect((await post(rini, `${base}/kedua`, second)).status).toBe(303)
    const agreed = await get(rini, base)
    expect(agreed.text).toContain('Kesimpulan dua orang')
    expect(agreed.text).toContain('Saring lagi')
    const old = await get(rini, `${base}?putaran=1`)
    expect(old.text).toContain('Ini versi lama')
    expect(old.text).not.toContain('<form method="post"')
    expect((await get(rini, `/en${base}?bagian=eksploitasi`)).text).toContain('Two people agree')
  })

  it('shows nothing of it to another body, and has no address for more than one person', async () => {
    const other = await world.as('caseworker', 'hkg')
    expect((await get(other, base)).status).toBe(404)
    expect((await get(other, '/kerja/skrining')).text).not.toContain(code)
    const { screeningRoutes } = await import('#src/web/workspace/skrining/screening-routes.tsx')
    const posts = screeningRoutes.filter((route) => route.method === 'post').map((route) => route.path)
    expect(posts.length).toBeGreaterThan(3)
    expect(posts.every((path) => path.startsWith('/kerja/kasus/:kode/skrining/:orang/'))).toBe(true)
  })
})
