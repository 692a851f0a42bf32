// Bodies that work together: a member without a file learns codes and never a name, and whoever is no member learns nothing at all.
import type { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createRequest } from '#src/modules/mutual-assistance/index.ts'
import { addItem, bringCase, decide, openTaskForce, planConference } from '#src/modules/task-force/index.ts'
import { openTrack } from '#src/modules/tracks/index.ts'
import { makeApp } from '#src/web/app.ts'
import type { StaffActor } from '#src/platform/db/context.ts'
import { makeProgram, signInNameOf } from '../support/api-world.ts'
import { makeTestPlatform, type TestPlatform } from '../support/platform.ts'
import { makeReferableCase, type ReferableCase } from '../support/referral-world.ts'
import { makeTaskForce } from '../support/task-force-world.ts'

let world: TestPlatform
let app: Hono
let made: ReferableCase
let member: StaffActor
let stranger: StaffActor
let trackId: string
let requestId: string
let taskForceId: string
let conferenceId: string
let itemId: string
let decisionId: string
const NOTHING = '01a0901c-6e46-7d05-8d4a-4541d1479999'

beforeAll(async () => {
  world = await makeTestPlatform()
  app = makeApp(world.platform)
  const officer = await world.as('caseworker', 'jhb')
  const boss = await world.as('supervisor', 'jhb')
  const secretary = await world.as('task-force-member', 'jhb')
  member = await world.hire('pusat', ['caseworker', 'task-force-member'])
  stranger = await world.hire('hkg', ['caseworker', 'supervisor', 'task-force-member'])
  made = await makeReferableCase(world, officer)
  taskForceId = await makeTaskForce(world, 'jhb', ['pusat'])
  trackId = await world.staff(officer, (ctx) =>
    openTrack(ctx, { code: made.code, kind: 'criminal', place: 'abroad' }),
  )
  requestId = await world.staff(officer, (ctx) =>
    createRequest(ctx, {
      code: made.code,
      kind: 'police',
      channel: 'interpol',
      applicant: 'police',
      country: 'MY',
      trackId,
      asked: '',
      what: 'Cari Sulastri Rekaan',
      items: {},
    }),
  )
  await world.staff(boss, (ctx) =>
    bringCase(ctx, {
      code: made.code,
      taskForceId,
      ground: 'child',
      facts: ['child-concerned'],
      why: 'Sulastri Rekaan masih anak.',
    }),
  )
  await world.staff(secretary, async (ctx) => {
    conferenceId = await planConference(ctx, {
      taskForceId,
      at: new Date('2026-12-01T02:00:00Z'),
      place: 'Daring',
      note: '',
    })
    const entryId = (await openTaskForce(ctx, taskForceId)).entries[0]!.id
    const at = { taskForceId, id: conferenceId }
    itemId = await addItem(ctx, { ...at, kind: 'case', entryId, findingId: '', topic: 'Siapa memimpin' })
    decisionId = await decide(ctx, {
      ...at,
      itemId,
      version: 1,
      orgId: world.orgs.pusat,
      dueOn: '2026-11-10',
      text: 'Cari juru bahasa.',
    })
  })
})
afterAll(() => world.close())

async function get(actor: StaffActor, path: string) {
  const headers = { cookie: await world.cookieOf(actor), 'sec-fetch-site': 'same-origin' }
  const response = await app.request(path, { headers })
  return { status: response.status, text: await response.text() }
}

const ofTaskForce = (id: string): readonly string[] => [
  `/kerja/satgas/${id}`,
  `/kerja/satgas/${id}/anggota`,
  `/kerja/satgas/${id}/laporan`,
  `/kerja/satgas/${id}/laporan.pdf`,
  `/kerja/satgas/${id}/rapat/${conferenceId}`,
  `/kerja/satgas/${id}/rapat/${conferenceId}/butir/${itemId}`,
]

describe('a member body without a file', () => {
  it('reads code, owner, track and date on every page, and no name and no word of the case', async () => {
    const pages = [
      ...ofTaskForce(taskForceId).filter((path) => !/anggota|pdf/.test(path)),
      '/kerja',
      '/kerja/satgas',
    ]
    const seen = await Promise.all(
      [...pages, `/kerja/satgas/tugas/${decisionId}`].map((path) => get(member, path)),
    )
    expect(seen.map(({ status }) => status)).toEqual(seen.map(() => 200))
    const all = seen.map(({ text }) => text).join('')
    expect(all).toContain(made.code)
    expect(all).toContain('KJRI Uji Johor')
    expect(all).not.toMatch(/Sulastri|Rekaan Jati|masih anak|Gaji empat bulan/)
    // A code it may not open is no link.
    expect(all).not.toContain(`/kerja/kasus/${made.code}`)
  })

  it('opens neither the case nor its tracks nor its requests', async () => {
    for (const rest of ['', '/jalur', `/jalur/${trackId}`, '/satgas'])
      expect((await get(member, `/kerja/kasus/${made.code}${rest}`)).status).toBe(404)
    expect((await get(member, `/kerja/mla/${requestId}`)).status).toBe(404)
  })

  it('gets its late task on Today, marked as our own target', async () => {
    const { text } = await get(member, '/kerja?saring=lewat')
    expect(text).toContain('Cari juru bahasa.')
  })
})

describe('a body that is no member', () => {
  it('gets on every address the same answer as for nothing', async () => {
    for (const [real, none] of [
      ...ofTaskForce(taskForceId).map((path) => [path, path.replaceAll(taskForceId, NOTHING)] as const),
      [`/kerja/satgas/tugas/${decisionId}`, `/kerja/satgas/tugas/${NOTHING}`],
      [`/kerja/mla/${requestId}`, `/kerja/mla/${NOTHING}`],
      [`/kerja/mla/${requestId}/ubah`, `/kerja/mla/${NOTHING}/ubah`],
      [`/kerja/kasus/${made.code}/jalur/${trackId}`, `/kerja/kasus/JHB-2026-9999/jalur/${NOTHING}`],
    ] as const) {
      const [theirs, nothing] = [await get(stranger, real), await get(stranger, none)]
      expect([real, theirs.status]).toEqual([real, 404])
      const same = (html: string): string => html.replaceAll(/[0-9a-f-]{36}|JHB-2026-\d{4}/g, 'X')
      expect(same(theirs.text)).toBe(same(nothing.text))
    }
  })

  it('sees no row of any of it in the database', async () => {
    const rows = await world.staff(stranger, async (ctx) => [
      await ctx.tx.selectFrom('app.task_forces').select('id').execute(),
      await ctx.tx.selectFrom('app.task_force_members').select('org_id').execute(),
      await ctx.tx.selectFrom('app.task_force_cases').select('id').execute(),
      await ctx.tx.selectFrom('app.conferences').select('id').execute(),
      await ctx.tx.selectFrom('app.conference_bodies').select('org_id').execute(),
      await ctx.tx.selectFrom('app.conference_items').select('id').execute(),
      await ctx.tx.selectFrom('app.task_force_decisions').select('id').execute(),
      await ctx.tx.selectFrom('app.tracks').select('id').execute(),
      await ctx.tx.selectFrom('app.track_steps').select('id').execute(),
      await ctx.tx.selectFrom('app.assistance_requests').select('id').execute(),
      await ctx.tx.selectFrom('app.assistance_steps').select('id').execute(),
    ])
    expect(rows.flat()).toEqual([])
    expect(await world.root('select 1 from app.task_force_decisions')).toHaveLength(1)
  })
})

describe('a program', () => {
  const call = async (token: string, path: string, body?: object) => {
    const response = await app.request(`/api/v1${path}`, {
      method: body ? 'POST' : 'GET',
      body: body ? JSON.stringify(body) : null,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    })
    return { status: response.status, text: await response.text() }
  }

  it('of the leading body reads its tracks and requests, without what they ask', async () => {
    const token = await makeProgram(world, 'jhb')
    const tracks = await call(token, `/cases/${made.code}/tracks`)
    expect([tracks.status, tracks.text]).toEqual([200, expect.stringContaining(trackId)])
    const requests = await call(token, '/assistance-requests')
    expect([requests.status, requests.text]).toEqual([200, expect.stringContaining(requestId)])
    expect(requests.text).not.toContain('Sulastri')
  })

  it('of a member reads codes and answers the task of its body by a colleague; one of a stranger reads nothing', async () => {
    const token = await makeProgram(world, 'pusat')
    expect((await call(token, '/task-forces')).text).toContain(taskForceId)
    const list = await call(token, `/task-forces/${taskForceId}/cases`)
    expect(list.text).toContain(made.code)
    expect(list.text).not.toMatch(/Sulastri/)
    expect((await call(token, `/cases/${made.code}/tracks`)).status).toBe(404)
    expect((await call(token, '/task-force-tasks')).text).toContain(decisionId)
    const officer = await signInNameOf(world, member)
    const answer = { officer, version: 1, state: 'done', outcome: 'Ada.' }
    const other = await makeProgram(world, 'hkg')
    expect((await call(other, '/task-forces')).text).toBe('{"items":[]}')
    expect((await call(other, `/task-forces/${taskForceId}/cases`)).status).toBe(404)
    const theirs = await signInNameOf(world, stranger)
    expect(
      (await call(other, `/task-force-tasks/${decisionId}/answer`, { ...answer, officer: theirs })).status,
    ).toBe(404)
    expect((await call(token, `/task-force-tasks/${decisionId}/answer`, answer)).status).toBe(200)
  })
})
