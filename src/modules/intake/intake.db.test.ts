import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runAs, type StaffActor } from '#src/platform/db/context.ts'
import { blankReport, type ReportDraft } from '#src/domain/reports/report.ts'
import { known } from '#src/domain/kernel/answer.ts'
import { newIdempotencyKey, receiveReport, reporterActor } from '#src/modules/reports/index.ts'
import { readCase } from '#src/modules/cases/index.ts'
import { makeTestPlatform, type TestPlatform } from '../../../test/support/platform.ts'
import {
  closeAsNotACase,
  closeInBulk,
  joinReportToCase,
  listInbox,
  moveReport,
  moveSilentReports,
  openCaseFromReport,
  openReport,
  takeReport,
  triageReport,
  undoBulkClosing,
} from './index.ts'

let world: TestPlatform
let intake: StaffActor
const HOUR = 3600_000

beforeAll(async () => {
  world = await makeTestPlatform()
  intake = await world.as('intake-officer', 'jhb')
})
afterAll(() => world.close())

async function report(
  facts: Partial<ReportDraft> = {},
  arrival: 'normal' | 'crowd' = 'normal',
): Promise<string> {
  const key = newIdempotencyKey()
  const draft: ReportDraft = {
    ...blankReport({ channel: 'web', language: 'id' }),
    place: known({ country: 'MY' }),
    ...facts,
  }
  const received = await runAs(world.platform, reporterActor(world.platform, key), (ctx) =>
    receiveReport(ctx, draft, key, arrival),
  )
  return received.reportId
}
const inbox = () =>
  world.staff(intake, (ctx) => listInbox(ctx, { filter: 'all', sort: 'danger', offset: 0, limit: 50 }))
const job = () => runAs(world.platform, { kind: 'job', name: 'intake.desk-clock' }, moveSilentReports)

describe('intake', () => {
  it('shows danger first, and a flood last within its urgency', async () => {
    const flood = await report({ what: ['gaji'] }, 'crowd')
    const plain = await report({ what: ['gaji'] })
    const danger = await report({ danger: known('now') })
    const { items } = await inbox()
    expect(items.map((item) => item.id).slice(0, 1)).toEqual([danger])
    expect(items.findIndex((item) => item.id === plain)).toBeLessThan(
      items.findIndex((item) => item.id === flood),
    )
    const seen = await world.root(`select count(*)::int as n from app.audit_log where verb = 'inbox.listed'`)
    expect(seen[0]?.['n']).toBeGreaterThan(0)
  })

  it('hides a report from every other desk, also by its id', async () => {
    const id = await report()
    const stranger = await world.as('supervisor', 'hkg')
    await expect(world.staff(stranger, (ctx) => openReport(ctx, id))).rejects.toMatchObject({
      code: 'report.not-found',
    })
    const admin = await world.as('organisation-admin', 'jhb')
    await expect(world.staff(admin, (ctx) => openReport(ctx, id))).rejects.toMatchObject({
      code: 'report.not-found',
    })
  })

  it('opens with suggestions and their reasons, marks the first opening and records each', async () => {
    const id = await report({ story: 'Saya dikunci di rumah majikan dan dipukul', what: ['kunci', 'pukul'] })
    const opened = await world.staff(intake, (ctx) => openReport(ctx, id))
    expect(opened.triage.urgency).toBe('darurat')
    expect(opened.triage.highlights.length).toBeGreaterThan(0)
    const [row] = await world.root('select opened_at from app.reports where id = $1', [id])
    expect(row?.['opened_at']).not.toBeNull()
    const [audit] = await world.root(
      `select count(*)::int as n from app.audit_log where verb = 'report.opened' and report_id = $1`,
      [id],
    )
    expect(audit?.['n']).toBe(1)
  })

  it('gives a report to one of two officers at once and tells the other who has it', async () => {
    const id = await report()
    const second = await world.hire('jhb', ['intake-officer'])
    const both = await Promise.all([
      world.staff(intake, (ctx) => takeReport(ctx, id)),
      world.staff(second, (ctx) => takeReport(ctx, id)),
    ])
    expect(both.map((each) => each.kind).toSorted()).toEqual(['already', 'taken'])
  })

  it('wants a reason when the urgency differs from the suggestion, and refuses a version that is old', async () => {
    const id = await report({ danger: known('now') })
    const set = (reason: string, version: number) =>
      world.staff(intake, (ctx) =>
        triageReport(ctx, { reportId: id, version, urgency: 'sedang', types: ['UNPAID_WAGES'], reason }),
      )
    await expect(set('', 1)).rejects.toMatchObject({ problems: [{ path: 'urgencyWhy' }] })
    await set('sudah aman', 1)
    await expect(set('lagi', 1)).rejects.toMatchObject({ name: 'StaleVersionError' })
  })

  it('finds an earlier report of the same person with its reasons, and not one that shares a common name alone', async () => {
    const facts = { names: ['Suparmi'], village: known('Sukamaju'), recruiter: known('Bu Rahma') }
    await report(facts)
    await report({ names: ['Suparmi'] })
    const id = await report({ ...facts, names: ['Soeparmi', 'Suparmi'] })
    const { similar } = await world.staff(intake, (ctx) => openReport(ctx, id))
    expect(similar).toHaveLength(1)
    expect(similar[0]?.because).toEqual(expect.arrayContaining(['name', 'village', 'recruiter']))
    expect(similar[0]?.rows.find((row) => row.fact === 'village')?.equal).toBe('equal')
  })

  it('opens a case with the persons that the report names; a second opening is refused', async () => {
    const id = await report({
      names: ['Wartini'],
      about: 'someone-else',
      reporterName: known('Darsih'),
      reporterRelation: known('sibling'),
    })
    const made = await world.staff(intake, (ctx) => openCaseFromReport(ctx, { reportId: id }))
    expect(made.code).toMatch(/^JHB-2026-\d{4}$/)
    const file = await world.staff(intake, (ctx) => readCase(ctx, made.code, 'work'))
    expect(file.persons.map((each) => each.person?.facts?.names[0])).toEqual(['Wartini', 'Darsih'])
    expect(file.reports[0]?.joined_as).toBe('other')
    await expect(
      world.staff(intake, (ctx) => openCaseFromReport(ctx, { reportId: id })),
    ).rejects.toMatchObject({ code: 'report.already-in-case' })
    const again = await report({ names: ['Wartini'] })
    await world.staff(intake, (ctx) =>
      joinReportToCase(ctx, { reportId: again, code: made.code, joinedAs: 'concerned' }),
    )
    expect((await world.staff(intake, (ctx) => readCase(ctx, made.code, 'work'))).reports).toHaveLength(2)
  })

  it('closes junk in bulk, never what is in danger and unopened, and takes it back', async () => {
    const junk = [await report(), await report()]
    const danger = await report({ danger: known('now') })
    const done = await world.staff(intake, (ctx) => closeInBulk(ctx, [...junk, danger], 'junk'))
    expect(done).toMatchObject({ closed: 2, skipped: 1 })
    await expect(world.staff(intake, (ctx) => closeAsNotACase(ctx, danger, 'junk'))).rejects.toMatchObject({
      code: 'report.close.not-opened',
    })
    expect(await world.staff(intake, (ctx) => undoBulkClosing(ctx, done.bulkId))).toBe(2)
    const rows = await world.root('select state from app.reports where id = any($1)', [junk])
    expect(rows.every((row) => row['state'] === 'waiting')).toBe(true)
  })

  it('moves to another desk with all that hangs on it, and never to a body that the reporter named', async () => {
    const id = await report({ names: ['Sulastri'], keepFrom: [{ kind: 'protection-ministry' }] })
    await expect(
      world.staff(intake, (ctx) =>
        moveReport(ctx, { reportId: id, target: world.orgs.pusat, reason: 'bukan wilayah kami' }),
      ),
    ).rejects.toMatchObject({ code: 'report.move.kept-from' })
    await world.staff(intake, (ctx) =>
      moveReport(ctx, { reportId: id, target: world.orgs.ngo, reason: 'minta pendamping' }),
    )
    await expect(world.staff(intake, (ctx) => openReport(ctx, id))).rejects.toMatchObject({
      code: 'report.not-found',
    })
    const theirs = await world.as('intake-officer', 'ngo')
    const opened = await world.staff(theirs, (ctx) => openReport(ctx, id))
    expect(opened.movedFrom?.from).toBe('KJRI Uji Johor')
    const [row] = await world.root(
      'select count(*)::int as n from app.search_tokens where subject_id = $1 and org_id <> $2',
      [id, world.orgs.ngo],
    )
    expect(row?.['n']).toBe(0)
  })

  it('sends what nobody took to the next desk, in two processes at once only one step, and both desks see it', async () => {
    const id = await report({ danger: known('now') })
    world.time.advance(HOUR + 1000)
    await Promise.all([job(), job()])
    const [row] = await world.root('select org_id, moved_count, respond_by from app.reports where id = $1', [
      id,
    ])
    expect(row).toMatchObject({ org_id: world.orgs.kemlu, moved_count: 1 })
    expect(row?.['respond_by']).toEqual(new Date(world.time.now.getTime() + HOUR))
    expect((await inbox()).lost.map((each) => each.report_id)).toContain(id)
    const next = await world.as('intake-officer', 'kemlu')
    expect((await world.staff(next, (ctx) => openReport(ctx, id))).movedFrom?.from).toBe('KJRI Uji Johor')
  })

  it('never moves a silent report to a body that the reporter named', async () => {
    const id = await report({ danger: known('now'), keepFrom: [{ kind: 'other', bodyId: world.orgs.kemlu }] })
    world.time.advance(HOUR + 1000)
    await job()
    const [row] = await world.root('select org_id from app.reports where id = $1', [id])
    expect(row?.['org_id']).toBe(world.orgs.pusat)
  })
})
