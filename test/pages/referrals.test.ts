// The referral room over HTTP: choose, preview, send; receive, decide, see each step; withdraw and stop.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Hono } from 'hono'
import { runAs, type StaffActor } from '#src/platform/db/context.ts'
import { followReport, reporterActor, withdrawConsent } from '#src/modules/reports/index.ts'
import { makeApp } from '#src/web/app.ts'
import { makeTestPlatform, type TestPlatform } from '../support/platform.ts'
import { makeReferableCase, type ReferableCase, type Wanted } from '../support/referral-world.ts'
import { runJobs } from '../support/run-jobs.ts'

let world: TestPlatform
let app: Hono
let sender: StaffActor
let chief: StaffActor
let receiver: StaffActor

beforeAll(async () => {
  world = await makeTestPlatform()
  app = makeApp(world.platform)
  sender = await world.hire('jhb', ['intake-officer', 'caseworker'])
  chief = await world.as('supervisor', 'jhb')
  receiver = await world.as('intake-officer', 'jatim')
})
afterAll(() => world.close())

type Fields = Readonly<Record<string, string | readonly string[]>>

async function get(actor: StaffActor, path: string) {
  const response = await app.request(path, { headers: { cookie: await world.cookieOf(actor) } })
  return { status: response.status, text: await response.text() }
}

async function post(actor: StaffActor, path: string, fields: Fields = {}) {
  const body = new URLSearchParams(
    Object.entries(fields).flatMap(([name, value]) => [value].flat().map((each) => [name, each])),
  )
  const response = await app.request(path, {
    method: 'POST',
    body: body.toString(),
    headers: {
      cookie: await world.cookieOf(actor),
      'content-type': 'application/x-www-form-urlencoded',
      'sec-fetch-site': 'same-origin',
    },
  })
  return { status: response.status, to: response.headers.get('location') ?? '', text: await response.text() }
}

const make = (wanted: Wanted = {}): Promise<ReferableCase> => makeReferableCase(world, sender, wanted)

function asked(of: ReferableCase, more: Fields = {}): Fields {
  return {
    case: of.code,
    need: of.needId,
    body: world.orgs.jatim,
    ask: 'Uang kembali dari perekrut.',
    items: ['needs', 'name', 'money', 'story'],
    ...more,
  }
}

const hiddenIn = (html: string): Record<string, string> =>
  Object.fromEntries(
    [...html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map((match) => [
      match[1],
      match[2],
    ]),
  )

/** From the choice to the sent referral, as a person clicks it. */
async function send(of: ReferableCase, more: Fields = {}): Promise<string> {
  const preview = await post(sender, '/kerja/rujukan/pratinjau', asked(of, more))
  expect(preview.status, preview.text).toBe(200)
  const sent = await post(sender, '/kerja/rujukan', { ...hiddenIn(preview.text), read: 'ya' })
  expect(sent.status, sent.text).toBe(303)
  await runJobs(world)
  return decodeURIComponent(/rujukan\/([^?]+)/.exec(sent.to)![1]!)
}

const versionOf = async (code: string): Promise<string> =>
  String((await world.root('select version from app.referrals where code = $1', [code]))[0]?.['version'])
const rowOf = async (code: string) =>
  (await world.root('select * from app.referrals where code = $1', [code]))[0]!
const step = async (actor: StaffActor, code: string, verb: string, fields: Fields = {}) => {
  const result = await post(actor, `/kerja/rujukan/${code}/${verb}`, {
    version: await versionOf(code),
    ...fields,
  })
  await runJobs(world)
  return result
}
const noticesOf = (orgId: string, kind: string) =>
  world.root('select distinct subject_id from app.notices where org_id = $1 and kind = $2', [orgId, kind])

describe('offering a need', () => {
  it('proposes competent bodies with their basis, ours left out, and records what the law leaves open', async () => {
    const it = await make()
    const first = await get(sender, `/kerja/kasus/${it.code}/rujuk`)
    expect(first.text).toContain('Biaya Rekaan kembali')
    const shown = await get(sender, `/kerja/rujukan/baru?kasus=${it.code}&kebutuhan=${it.needId}`)
    expect(shown.status).toBe(200)
    expect(shown.text).toContain('BP3MI Uji Timur')
    expect(shown.text).toMatch(/UU 18\/2017 Ps /)
    expect(shown.text).not.toMatch(/name="lembaga"[^>]*value="[^"]*"[^>]*>\s*<span>KJRI Uji Johor/)
  })

  it('lets only what the person allows be ticked, and says what is missing', async () => {
    const it = await make()
    const chosen = await get(
      sender,
      `/kerja/rujukan/baru?kasus=${it.code}&kebutuhan=${it.needId}&lembaga=${world.orgs.jatim}`,
    )
    expect(chosen.text).toMatch(/value="needs" checked=""/)
    expect(chosen.text).toMatch(/value="money"[^>]*disabled=""/)
    expect(chosen.text).not.toContain('RAHASIA-UMUM')
    const empty = await post(sender, '/kerja/rujukan/pratinjau', {
      ...asked(it),
      ask: '',
      items: [],
    })
    expect(empty.status).toBe(422)
    expect(empty.text).toContain('Tulis apa yang diminta.')
    expect(empty.text).toContain('Centang sedikitnya satu isi.')
  })

  it('shows on the preview exactly what is sent: what is closed stays even when the form is forged', async () => {
    const it = await make()
    const preview = await post(
      sender,
      '/kerja/rujukan/pratinjau',
      asked(it, { items: ['needs', 'name', 'money'] }),
    )
    expect(preview.text).toContain('Sulastri Rekaan')
    expect(preview.text).not.toContain('Kuitansi Rekaan')
    expect(preview.text).not.toContain('Perekrut Rekaan')
    const unread = await post(sender, '/kerja/rujukan', hiddenIn(preview.text))
    expect(unread.status).toBe(422)
    expect(unread.text).toContain('Baca isi kiriman, lalu centang.')
    const sent = await post(sender, '/kerja/rujukan', { ...hiddenIn(preview.text), read: 'ya' })
    const code = /rujukan\/([^?]+)/.exec(sent.to)![1]!
    const sheet = (html: string): string =>
      /<dl class="answers">.*?<\/dl>/s.exec(html)![0].replace(/<(svg|use)[^>]*>/g, '')
    const received = await get(receiver, `/kerja/rujukan/${code}`)
    expect(sheet(received.text)).toBe(sheet(preview.text))
    const seal = (html: string): string => /Sidik isi: ([0-9a-f ]+)/.exec(html)![1]!
    expect(seal(received.text)).toBe(seal(preview.text))
    expect((await get(sender, `/kerja/rujukan/${code}`)).text).toContain(seal(preview.text))
  })

  it('shows the preview again when the case changed after it was read', async () => {
    const it = await make()
    const preview = await post(sender, '/kerja/rujukan/pratinjau', asked(it))
    const sent = await post(sender, '/kerja/rujukan', {
      ...hiddenIn(preview.text),
      seen: 'lain',
      read: 'ya',
    })
    expect(sent.status).toBe(409)
    expect(sent.text).toContain('Isi berubah sejak Anda melihatnya')
    expect(await world.root('select 1 from app.referrals where need_id = $1', [it.needId])).toEqual([])
  })

  it('asks for consent first, or for the whole exception; a second person reviews it', async () => {
    const it = await make({ mayShare: {}, need: 'safety-rescue', urgency: 'darurat' })
    const fields = asked(it, { body: world.orgs.kemlu, items: ['needs', 'name', 'story'] })
    const closed = await post(sender, '/kerja/rujukan/pratinjau', fields)
    expect(closed.status).toBe(422)
    expect(closed.text).toContain('Orang itu belum setuju')
    const half = await post(sender, '/kerja/rujukan/pratinjau', {
      ...fields,
      exceptionBasis: 'cannot-be-asked-and-in-danger',
      exceptionReason: 'Dikurung majikan.',
    })
    expect(half.text).toContain('Dasar pengecualian belum lengkap')
    const code = await send(it, {
      ...fields,
      exceptionBasis: 'cannot-be-asked-and-in-danger',
      facts: ['person-cannot-be-asked', 'life-body-or-liberty-in-danger'],
      exceptionReason: 'Dikurung majikan.',
    })
    const kemlu = await world.as('caseworker', 'kemlu')
    const received = await get(kemlu, `/kerja/rujukan/${code}`)
    expect(received.text).toContain('Tanpa persetujuan.')
    expect(received.text).not.toContain('Gaji empat bulan')
    expect((await get(sender, '/kerja/rujukan?saring=review')).text).not.toContain('Tinjauan (')
    expect((await get(chief, '/kerja/rujukan?arah=keluar&saring=review')).text).toContain(code)
    expect((await step(sender, code, 'tinjau', { hasil: 'benar' })).status).toBe(403)
    expect((await step(chief, code, 'tinjau', { hasil: 'benar' })).status).toBe(303)
    expect(await rowOf(code)).toMatchObject({ exception_review: 'upheld', state: 'received' })
    expect((await step(sender, code, 'diberitahu')).status).toBe(303)
    expect((await rowOf(code))['person_told_at']).not.toBeNull()
  })
})

describe('answering an offer', () => {
  it('shows the receiver the need in its list before it opens, records the page, and tells the sender each step', async () => {
    const it = await make()
    const code = await send(it)
    const list = await get(receiver, '/kerja/rujukan')
    expect(list.text).toContain(code)
    expect(list.text).toContain('Uang kembali')
    expect(
      await world.root(`select 1 from app.audit_log where verb = 'referral.listed' limit 1`),
    ).toHaveLength(1)
    await get(receiver, `/kerja/rujukan/${code}`)
    await runJobs(world)
    expect((await step(receiver, code, 'terima')).status).toBe(303)
    expect((await step(receiver, code, 'mulai')).status).toBe(303)
    const id = (await rowOf(code))['id']
    expect(await noticesOf(sender.orgId, 'referral-decided')).toContainEqual({ subject_id: id })
    const sent = await get(sender, `/kerja/rujukan/${code}`)
    expect(sent.text).toContain('Dibuka BP3MI Uji Timur')
    expect(sent.text).toContain('Dikerjakan')
    const own = await get(receiver, `/kerja/rujukan/${code}`)
    expect(own.text).toContain(`/kerja/kasus/${it.code}`)
    expect((await get(receiver, `/kerja/kasus/${it.code}`)).status).toBe(200)
    const done = await step(receiver, code, 'selesai', { result: 'Uang kembali seluruhnya.' })
    expect(done.status).toBe(303)
    expect(await world.root('select state from app.needs where id = $1', [it.needId])).toEqual([
      { state: 'met' },
    ])
  })

  it('keeps what was typed and says at the field what a refusal lacks', async () => {
    const code = await send(await make())
    await get(receiver, `/kerja/rujukan/${code}`)
    const bare = await step(receiver, code, 'tolak', { why: 'Penuh sampai Januari.' })
    expect(bare.status).toBe(422)
    expect(bare.text).toContain('Pilih alasan.')
    expect(bare.text).toContain('Penuh sampai Januari.')
    const refused = await step(receiver, code, 'tolak', {
      reason: 'capacity',
      why: 'Penuh sampai Januari.',
      better: world.orgs.pusat,
    })
    expect(refused.status).toBe(303)
    const sent = await get(sender, `/kerja/rujukan/${code}`)
    expect(sent.text).toContain('Penuh sampai Januari.')
    expect(sent.text).toContain('Kantor Pusat Uji')
    expect((await get(receiver, `/kerja/rujukan/${code}`)).text).toContain('Isi tidak lagi terbuka')
    expect(
      await world.root('select to_org from app.referrals where previous_referral = $1', [
        (await rowOf(code))['id'],
      ]),
    ).toEqual([{ to_org: world.orgs.pusat }])
  })

  it('splits a need and names the part that stays', async () => {
    const it = await make()
    const code = await send(it)
    await get(receiver, `/kerja/rujukan/${code}`)
    expect(
      (await step(receiver, code, 'sebagian', { part: 'Biaya pelatihan', rest: 'Biaya paspor' })).status,
    ).toBe(303)
    expect((await get(sender, `/kerja/rujukan/${code}`)).text).toContain('Tidak diterima: Biaya paspor')
    expect(await world.root('select state from app.needs where split_from = $1', [it.needId])).toEqual([
      { state: 'open' },
    ])
  })

  it('shows how it stands now to whoever comes second', async () => {
    const code = await send(await make())
    await get(receiver, `/kerja/rujukan/${code}`)
    const version = await versionOf(code)
    await step(receiver, code, 'terima')
    const late = await step(sender, code, 'batal', { version, cancelWhy: 'solved' })
    expect(late.status).toBe(409)
    expect(late.text).toContain('baru saja berubah')
    expect(await rowOf(code)).toMatchObject({ state: 'accepted' })
  })

  it('reminds once in twelve hours, raises once, and cancels with a reason', async () => {
    const code = await send(await make())
    expect((await step(sender, code, 'ingatkan')).status).toBe(303)
    expect((await step(sender, code, 'ingatkan')).status).toBe(409)
    world.time.advance(12 * 3600_000)
    expect((await step(sender, code, 'ingatkan')).status).toBe(303)
    expect((await step(sender, code, 'naik')).status).toBe(303)
    const id = (await rowOf(code))['id']
    expect(await noticesOf(world.orgs.jatim, 'referral-half-time')).toContainEqual({ subject_id: id })
    expect((await step(sender, code, 'batal')).status).toBe(422)
    expect((await step(sender, code, 'batal', { cancelWhy: 'solved' })).status).toBe(303)
    expect(await rowOf(code)).toMatchObject({ state: 'cancelled', ended_because: 'solved' })
  })
})

describe('the person', () => {
  const follow = (it: ReferableCase) =>
    runAs(world.platform, reporterActor(world.platform, it.key), (ctx) => followReport(ctx, 'id'))
  const handled = async (it: ReferableCase) =>
    (await follow(it))?.steps.find((each) => each.code === 'handled')

  it('sees by itself who is waited for and who took the need', async () => {
    const it = await make()
    const code = await send(it)
    expect((await handled(it))?.waiting?.map((each) => each.body)).toEqual(['BP3MI Uji Timur'])
    await get(receiver, `/kerja/rujukan/${code}`)
    await step(receiver, code, 'terima')
    const after = await handled(it)
    expect(after?.waiting ?? []).toEqual([])
    expect(after?.bodies).toContain('BP3MI Uji Timur')
  })

  it("reads no body's name where the report was about somebody else", async () => {
    const it = await make()
    const code = await send(it)
    await get(receiver, `/kerja/rujukan/${code}`)
    await step(receiver, code, 'terima')
    await world.root(`update app.reports set joined_as = 'other' where id = $1`, [it.reportId])
    expect(JSON.stringify(await follow(it))).not.toContain('BP3MI Uji Timur')
  })

  it('takes consent back: open offers are called back, who accepted must stop and say so, the sender is told', async () => {
    const it = await make()
    const open = await send(it)
    const other = await make()
    const taken = await send(other)
    await get(receiver, `/kerja/rujukan/${taken}`)
    await step(receiver, taken, 'terima')
    for (const each of [it, other])
      await runAs(world.platform, reporterActor(world.platform, each.key), (ctx) =>
        withdrawConsent(ctx, { report: 'goes-on', why: '' }),
      )
    await runJobs(world)
    expect(await rowOf(open)).toMatchObject({ state: 'cancelled', ended_because: 'consent-withdrawn' })
    expect(await world.root('select state from app.needs where id = $1', [it.needId])).toEqual([
      { state: 'open' },
    ])
    expect(await rowOf(taken)).toMatchObject({ state: 'accepted' })
    const stopped = await get(receiver, `/kerja/rujukan/${taken}`)
    expect(stopped.text).toContain('Persetujuan ditarik')
    expect(stopped.text).not.toContain('Sulastri Rekaan')
    expect((await step(receiver, taken, 'mulai')).status).toBe(409)
    const stopTask = `select done_at, due_at - created_at as span, org_id from app.tasks where kind = 'stop-using'`
    expect(await world.root(stopTask)).toMatchObject([{ done_at: null, org_id: world.orgs.jatim }])
    const { id } = await rowOf(taken)
    expect(await noticesOf(world.orgs.jatim, 'consent-withdrawn')).toContainEqual({ subject_id: id })
    expect(await noticesOf(world.orgs.jhb, 'consent-withdrawn')).toContainEqual({ subject_id: id })
    expect((await step(receiver, taken, 'berhenti')).status).toBe(303)
    expect((await world.root(stopTask))[0]?.['done_at']).not.toBeNull()
    expect(await rowOf(taken)).toMatchObject({ state: 'failed', ended_because: 'person-declined' })
    expect(await world.root('select owner_org, state from app.needs where id = $1', [other.needId])).toEqual([
      { owner_org: world.orgs.jhb, state: 'open' },
    ])
  })
})

describe('the duty list', () => {
  it('is planned by the supervisor on the clock of the house and shows who is on call', async () => {
    const path = '/kerja/pengaturan/jaga'
    const turn = { officer: sender.staffId, from: '2026-11-20T00:00', to: '2026-11-27T23:59', order: '1' }
    expect((await post(sender, path, turn)).status).toBe(403)
    const wrong = await post(chief, path, { ...turn, to: '2026-11-19T00:00' })
    expect(wrong.status).toBe(422)
    expect(wrong.text).toContain('Selesai harus sesudah mulai.')
    expect((await post(chief, path, turn)).status).toBe(303)
    const [row] = await world.root('select id, starts_at from app.duty_shifts where ended_at is null')
    // Midnight in Johor is four in the afternoon of the day before by universal time.
    expect((row!['starts_at'] as Date).toISOString()).toBe('2026-11-19T16:00:00.000Z')
    expect((await get(sender, path)).text).toContain('Sekarang bertugas')
    expect((await get(receiver, path)).text).toContain('Sekarang tidak ada yang bertugas')
    expect((await post(chief, `${path}/${String(row!['id'])}/hapus`)).status).toBe(303)
    expect((await get(chief, path)).text).toContain('Sekarang tidak ada yang bertugas')
  })
})
