// Today: who is on call sees it first, both supervisors see changed roles, and what one was told stands there until opened.
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Hono } from 'hono'
import { runAs, type Actor, type StaffActor } from '#src/platform/db/context.ts'
import { known } from '#src/domain/kernel/answer.ts'
import { blankReport, type ReportDraft } from '#src/domain/reports/report.ts'
import { requestRole } from '#src/modules/accounts/index.ts'
import { createCase } from '#src/modules/cases/index.ts'
import { alertDuty, planShift } from '#src/modules/duty/index.ts'
import { listMyNotices, tellStaff, type NewNotice } from '#src/modules/notices/index.ts'
import { newIdempotencyKey, receiveReport, reporterActor } from '#src/modules/reports/index.ts'
import { makeApp } from '#src/web/app.ts'
import { makeTestPlatform, type TestPlatform } from '../support/platform.ts'

const JOB: Actor = { kind: 'job', name: 'test' }
const HOUR = 3600_000

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

async function get(actor: StaffActor, path: string) {
  const response = await app.request(path, { headers: { cookie: await world.cookieOf(actor) } })
  return {
    status: response.status,
    to: response.headers.get('location') ?? '',
    text: await response.text(),
  }
}

async function inDanger(): Promise<string> {
  const key = newIdempotencyKey()
  const draft: ReportDraft = {
    ...blankReport({ channel: 'web', language: 'id' }),
    place: known({ country: 'MY' }),
    danger: known('now'),
  }
  return (
    await runAs(world.platform, reporterActor(world.platform, key), (ctx) => receiveReport(ctx, draft, key))
  ).reportId
}

const START = {
  urgency: 'sedang',
  types: [],
  country: 'MY',
  district: null,
  phase: 'during',
  touchesChild: false,
  summary: '',
} as const
const aCase = () => world.staff(officer, (ctx) => createCase(ctx, START))

const tell = (notice: Omit<NewNotice, 'staffId' | 'orgId'>, to = officer) =>
  runAs(world.platform, JOB, (ctx) => tellStaff(ctx, { staffId: to.staffId, orgId: to.orgId, ...notice }))

it('puts what somebody is on call for before everything else, for that person alone', async () => {
  const first = await inDanger()
  world.time.advance(60_000)
  const second = await inDanger()
  await world.staff(boss, (ctx) =>
    planShift(ctx, {
      staffId: officer.staffId,
      startsAt: new Date(world.time.now.getTime() - HOUR),
      endsAt: new Date(world.time.now.getTime() + HOUR),
      rank: 1,
    }),
  )
  const order = (text: string) => text.indexOf(second) - text.indexOf(first)
  const colleague = await world.hire('jhb', ['intake-officer'])
  expect(order((await get(colleague, '/kerja')).text)).toBeGreaterThan(0)
  await runAs(world.platform, JOB, (ctx) => alertDuty(ctx, officer.orgId, { kind: 'report', id: second }))
  expect(order((await get(officer, '/kerja')).text)).toBeLessThan(0)
  expect(order((await get(officer, '/kerja/bagian/bahaya')).text)).toBeLessThan(0)
  expect(order((await get(colleague, '/kerja')).text)).toBeGreaterThan(0)
})

it('shows a changed role to the supervisors of both bodies and to no third one', async () => {
  const installation = await world.as('installation-admin', 'pusat')
  const receiver = await world.hire('jhb', [])
  await world.staff(installation, (ctx) =>
    requestRole(ctx, { staffId: receiver.staffId, role: 'restricted-reader-care' }),
  )
  const role = 'pembaca catatan perawatan'
  const own = (await get(boss, '/kerja')).text
  expect(own).toContain(role)
  const [person] = await world.root('select display_name from app.staff where id = $1', [receiver.staffId])
  expect(own).toContain(String(person?.['display_name']))
  expect((await get(await world.as('supervisor', 'pusat'), '/kerja')).text).toContain(role)
  expect((await get(await world.as('supervisor', 'hkg'), '/kerja')).text).not.toContain(role)
  expect((await get(officer, '/kerja')).text).not.toContain(role)
})

it('shows what I was told with a link, until I open it', async () => {
  const { code } = await aCase()
  const [row] = await world.root('select id from app.cases where code = $1', [code])
  const caseId = String(row?.['id'])
  const ofCase = { subjectKind: 'case', subjectId: caseId, caseId }
  await tell({ kind: 'message-arrived', dedupe: 'a', ...ofCase })
  await tell({ kind: 'consent-withdrawn', dedupe: 'b', ...ofCase })
  await tell({ kind: 'reopened', dedupe: 'c', ...ofCase })
  const words = {
    'message-arrived': ['Pelapor menulis pesan atau mengirim berkas', '/pesan'],
    'consent-withdrawn': ['Persetujuan dicabut', '/persetujuan'],
    reopened: ['Orang itu minta kasus dibuka lagi', ''],
  } as const
  for (const notice of await world.staff(officer, (ctx) => listMyNotices(ctx, 10))) {
    const known = words[notice.kind as keyof typeof words]
    if (!known) continue
    const [title, tab] = known
    expect((await get(officer, '/kerja')).text).toContain(title)
    const path = `/kerja/kabar/${notice.id}`
    expect(await get(boss, path)).toMatchObject({ status: 404 })
    expect(await get(officer, path)).toMatchObject({ status: 303, to: `/kerja/kasus/${code}${tab}` })
    expect((await get(officer, '/kerja')).text).not.toContain(title)
    expect(await get(officer, path)).toMatchObject({ status: 303 })
  }
})

it('says nothing of a case that I may no longer open', async () => {
  const { code } = await aCase()
  const [row] = await world.root('select id from app.cases where code = $1', [code])
  const caseId = String(row?.['id'])
  await tell({ kind: 'reopened', dedupe: 'd', subjectKind: 'case', subjectId: caseId, caseId })
  expect((await get(officer, '/kerja')).text).toContain(code)
  await world.root("update app.cases set protected = true, protected_because = 'other' where id = $1", [
    caseId,
  ])
  await world.root('update app.case_files set protected = true where case_id = $1', [caseId])
  const after = (await get(officer, '/kerja')).text
  expect(after).not.toContain(code)
  expect(after).not.toContain('Orang itu minta kasus dibuka lagi')
})

it('never says that nobody is in danger where a filter leaves the danger out', async () => {
  await inDanger()
  for (const filter of ['lewat', 'tunggu', 'minggu', 'jam'])
    for (const path of [`/kerja?saring=${filter}`, `/kerja/bagian/bahaya?saring=${filter}`]) {
      const { text } = await get(officer, path)
      expect(text).not.toContain('Tidak ada yang dalam bahaya')
      expect(text).toMatch(/\d+ hal bahaya tidak tampil di saringan ini\./)
    }
  // A body without any danger: the filter says nothing of it either.
  const other = await world.hire('hkg', ['caseworker'])
  expect((await get(other, '/kerja')).text).toContain('Tidak ada yang dalam bahaya')
  const filtered = (await get(other, '/kerja?saring=lewat')).text
  expect(filtered).not.toContain('bahaya tidak tampil')
  expect(filtered).not.toContain('Tidak ada yang dalam bahaya')
  expect(filtered).not.toContain('Tidak ada tugas untuk hari ini')
})
