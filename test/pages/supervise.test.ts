// What a supervisor sees of the team's work, and what the readers of restricted notes may open.
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Hono } from 'hono'
import { runAs, type StaffActor } from '#src/platform/db/context.ts'
import { known } from '#src/domain/kernel/answer.ts'
import { blankReport, type ReportDraft } from '#src/domain/reports/report.ts'
import { addNote, createCase, handOverWork } from '#src/modules/cases/index.ts'
import { listDesksFor, openCaseFromReport, openReport, takeReport } from '#src/modules/intake/index.ts'
import {
  addAttachment,
  followReport,
  newIdempotencyKey,
  receiveReport,
  reporterActor,
} from '#src/modules/reports/index.ts'
import { inspectFile } from '#src/platform/files/inspect-file.ts'
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

async function get(actor: StaffActor, path: string) {
  const response = await app.request(path, { headers: { cookie: await world.cookieOf(actor) } })
  return { status: response.status, text: await response.text() }
}

async function post(actor: StaffActor, path: string, fields: Readonly<Record<string, string>>) {
  const headers = {
    cookie: await world.cookieOf(actor),
    'content-type': 'application/x-www-form-urlencoded',
    'sec-fetch-site': 'same-origin',
  }
  const body = new URLSearchParams(fields).toString()
  return (await app.request(path, { method: 'POST', body, headers })).status
}

const aCase = async (): Promise<string> =>
  (
    await world.staff(officer, (ctx) =>
      createCase(ctx, {
        urgency: 'sedang',
        types: [],
        country: 'MY',
        district: null,
        phase: 'during',
        touchesChild: false,
        summary: '',
      }),
    )
  ).code

it('shows the supervisor who read what, by case and by officer; a caseworker gets no such page', async () => {
  const code = await aCase()
  await get(officer, `/kerja/kasus/${code}/catatan`)
  await get(officer, `/kerja/kasus/${code}/cetak`)
  const ofCase = await get(boss, `/kerja/pengaturan/audit?kasus=${code}`)
  expect(ofCase.text).toContain(`${code}, Catatan`)
  expect(ofCase.text).toContain('mencetak')
  const printed = await get(boss, `/kerja/pengaturan/audit?kasus=${code}&perbuatan=printed`)
  expect(printed.text).not.toContain(`${code}, Catatan`)
  expect((await get(boss, `/kerja/pengaturan/audit?petugas=${officer.staffId}`)).text).toContain(code)
  expect((await get(officer, '/kerja/pengaturan/audit')).status).toBe(403)
  const auditor = await world.as('auditor', 'jhb')
  const read = await get(auditor, '/kerja/pengaturan/audit')
  expect(read.status).toBe(200)
  expect(read.text).not.toContain(code)
})

it('keeps reasons sealed and shows them to the supervisor alone', async () => {
  const id = await report({ names: ['Suparmi'] })
  expect(await post(officer, `/kerja/masuk/${id}/nomor`, { numberWhy: 'nyawa terancam malam ini' })).toBe(200)
  expect(await post(officer, `/kerja/masuk/${id}/nomor`, { numberWhy: '' })).toBe(422)
  expect((await get(boss, '/kerja/beban')).text).toContain('nyawa terancam malam ini')
  expect((await get(officer, '/kerja/beban')).status).toBe(403)
  const rows = await world.root('select kind, sealed from app.decision_reasons where report_id = $1', [id])
  expect(rows).toHaveLength(1)
  expect(String(rows[0]?.['sealed'])).not.toContain('nyawa')
})

it('does not suggest again a likeness that an officer found to be another person', async () => {
  const facts = { names: ['Wulan Kedasih'], village: known('Wonotepus') }
  const earlier = await report(facts)
  const id = await report(facts)
  const before = await world.staff(officer, (ctx) => openReport(ctx, id))
  const other = before.similar.find((each) => each.id === earlier)
  expect(other).toBeDefined()
  expect(await post(officer, `/kerja/masuk/${id}/beda`, { lain: earlier })).toBe(303)
  const after = await world.staff(officer, (ctx) => openReport(ctx, id))
  expect(after.similar.map((each) => each.id)).not.toContain(earlier)
})

it('hands taken reports over with the cases of an absent officer', async () => {
  const absent = await world.hire('jhb', ['intake-officer'])
  const id = await report()
  await world.staff(absent, (ctx) => takeReport(ctx, id))
  await world.staff(boss, (ctx) =>
    handOverWork(ctx, { from: absent.staffId, to: officer.staffId, which: 'all', reason: 'sakit' }),
  )
  expect(await world.root('select taken_by from app.reports where id = $1', [id])).toEqual([
    { taken_by: officer.staffId },
  ])
})

it('hands over only what is urgent when asked, reports too', async () => {
  const absent = await world.hire('jhb', ['intake-officer', 'caseworker'])
  const urgent = await report({ danger: known('now') })
  const calm = await report()
  for (const id of [urgent, calm]) await world.staff(absent, (ctx) => takeReport(ctx, id))
  const order = { from: absent.staffId, to: officer.staffId, which: 'urgent', why: 'cuti' }
  expect(await post(boss, '/kerja/beban/serahkan', order)).toBe(303)
  const holders = await world.root('select id, taken_by from app.reports where id = any ($1)', [
    [urgent, calm],
  ])
  expect(holders).toContainEqual({ id: urgent, taken_by: officer.staffId })
  expect(holders).toContainEqual({ id: calm, taken_by: absent.staffId })
})

it('keeps why an officer changed the urgency, moved a report or handed over sealed for the supervisor', async () => {
  const id = await report()
  await world.staff(officer, (ctx) => takeReport(ctx, id))
  const triage = { urgency: 'tinggi', types: 'UNPAID_WAGES', urgencyWhy: 'majikan memegang paspor' }
  expect(await post(officer, `/kerja/masuk/${id}/kasus`, triage)).toBe(303)
  const moved = await report()
  const [desk] = await world.staff(officer, (ctx) => listDesksFor(ctx, moved))
  const move = { desk: desk?.id ?? '', deskWhy: 'desanya di wilayah mereka' }
  expect(await post(officer, `/kerja/masuk/${moved}/alih`, move)).toBe(303)
  const absent = await world.hire('jhb', ['caseworker'])
  const order = { from: absent.staffId, to: officer.staffId, which: 'all', why: 'melahirkan' }
  expect(await post(boss, '/kerja/beban/serahkan', order)).toBe(303)
  const seen = (await get(boss, '/kerja/beban')).text
  const words = [triage.urgencyWhy, move.deskWhy, order.why]
  for (const why of words) expect(seen).toContain(why)
  const other = await world.as('supervisor', 'hkg')
  for (const why of words) expect((await get(other, '/kerja/beban')).text).not.toContain(why)
  for (const path of ['/kerja/beban', '/kerja/pengaturan/audit'])
    expect((await get(officer, path)).status).toBe(403)
  const kept = await world.root("select encode(sealed, 'escape') as sealed from app.decision_reasons")
  for (const row of kept) for (const why of words) expect(row['sealed']).not.toContain(why)
})

it('opens cases and their restricted notes to a reader of such notes, who writes nothing', async () => {
  const code = await aCase()
  const counsel = await world.hire('jhb', ['restricted-reader-legal'])
  await world.staff(officer, (ctx) =>
    addNote(ctx, { code, noteClass: 'restricted-legal', text: 'Strategi sidang' }),
  )
  await world.staff(officer, (ctx) =>
    addNote(ctx, { code, noteClass: 'restricted-care', text: 'Susah tidur' }),
  )
  const notes = await get(counsel, `/kerja/kasus/${code}/catatan`)
  expect(notes.text).toContain('Strategi sidang')
  expect(notes.text).not.toContain('Susah tidur')
  expect(await post(counsel, `/kerja/kasus/${code}/catatan`, { text: 'x', class: 'general' })).toBe(403)
})

it('prints the notes that the reader may open and no others', async () => {
  const code = await aCase()
  await world.staff(officer, (ctx) => addNote(ctx, { code, noteClass: 'general', text: 'Bicara pelan' }))
  await world.staff(officer, (ctx) =>
    addNote(ctx, { code, noteClass: 'restricted-care', text: 'Susah tidur' }),
  )
  const colleague = await world.hire('jhb', ['caseworker'])
  const printed = await get(colleague, `/kerja/kasus/${code}/cetak`)
  expect(printed.text).toContain('Bicara pelan')
  expect(printed.text).not.toContain('Susah tidur')
})

it('names the body that opened the case to the person before any need is written down', async () => {
  const key = newIdempotencyKey()
  const holder = reporterActor(world.platform, key)
  const draft: ReportDraft = {
    ...blankReport({ channel: 'web', language: 'id' }),
    place: known({ country: 'MY' }),
  }
  const { reportId } = await runAs(world.platform, holder, (ctx) => receiveReport(ctx, draft, key))
  await world.staff(officer, (ctx) => takeReport(ctx, reportId))
  await world.staff(officer, (ctx) => openCaseFromReport(ctx, { reportId }))
  const page = await runAs(world.platform, holder, (ctx) => followReport(ctx, 'id'))
  const handled = page?.steps.find((step) => step.code === 'handled')
  const [lead] = await world.root('select name_id from app.organisations where id = $1', [officer.orgId])
  expect(handled).toMatchObject({ bodies: [lead?.['name_id']] })
})

it('makes what the reporter sent evidence in one step', async () => {
  const key = newIdempotencyKey()
  const holder = reporterActor(world.platform, key)
  const draft = blankReport({ channel: 'web', language: 'id' })
  const { reportId } = await runAs(world.platform, holder, (ctx) =>
    receiveReport(ctx, { ...draft, place: known({ country: 'MY' }) }, key),
  )
  const file = await inspectFile(new TextEncoder().encode('%PDF-1.7\n%%EOF'))
  if (file.kind === 'refused') throw new Error(file.why)
  await runAs(world.platform, holder, (ctx) => addAttachment(ctx, file, 'kontrak.pdf'))
  await world.staff(officer, (ctx) => takeReport(ctx, reportId))
  const { code } = await world.staff(officer, (ctx) => openCaseFromReport(ctx, { reportId }))
  const path = `/kerja/kasus/${code}/bukti`
  const { text } = await get(officer, path)
  const attachment = /name="attachment" value="([^"]+)"/.exec(text)?.[1] ?? ''
  const fields = { attachment, title: 'Perjanjian', kind: 'contract', from: 'pelapor', original: '' }
  expect(await post(officer, path, fields)).toBe(303)
  const after = await get(officer, path)
  expect(after.text).toContain('Perjanjian')
  expect(after.text).not.toContain('name="attachment"')
})
