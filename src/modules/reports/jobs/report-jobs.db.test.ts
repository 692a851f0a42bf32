import { afterAll, beforeAll, expect, it } from 'vitest'
import { known } from '#src/domain/kernel/answer.ts'
import { blankReport, type ReportDraft } from '#src/domain/reports/report.ts'
import { runAs, type Actor } from '#src/platform/db/context.ts'
import { makeTestPlatform, type TestPlatform } from '../../../../test/support/platform.ts'
import {
  newIdempotencyKey,
  receiveReport,
  reporterActor,
  takeInReportJob,
  tellDeskJob,
  writeToDesk,
  type Arrival,
} from '../index.ts'

let world: TestPlatform
beforeAll(async () => {
  world = await makeTestPlatform()
  await world.as('intake-officer', 'jhb')
  await world.as('supervisor', 'jhb')
})
afterAll(() => world.close())

async function send(
  facts: Partial<ReportDraft>,
  arrival: Arrival = 'normal',
): Promise<{ readonly id: string; readonly holder: Actor }> {
  const key = newIdempotencyKey()
  const holder = reporterActor(world.platform, key)
  const draft = {
    ...blankReport({ channel: 'web', language: 'id' }),
    place: known({ country: 'MY' }),
    ...facts,
  }
  const { reportId } = await runAs(world.platform, holder, (ctx) => receiveReport(ctx, draft, key, arrival))
  return { id: reportId, holder }
}
const noticesOf = (id: string): Promise<Record<string, unknown>[]> =>
  world.root('select kind, org_id, staff_id from app.notices where subject_id = $1', [id])

it('wakes somebody for a report in danger, once, however often the job runs', async () => {
  const { id } = await send({ danger: known('now') })
  await takeInReportJob.handle(world.platform, { reportId: id })
  const told = await noticesOf(id)
  expect(told.length).toBeGreaterThan(0)
  expect(
    told.every((notice) => notice['kind'] === 'danger-waits' && notice['org_id'] === world.orgs.jhb),
  ).toBe(true)
  await takeInReportJob.handle(world.platform, { reportId: id })
  expect(await noticesOf(id)).toHaveLength(told.length)
})

it('tells the desk once an hour that ordinary reports wait', async () => {
  const first = await send({ danger: known('no') })
  const second = await send({ danger: known('no') })
  for (const { id } of [first, second]) await takeInReportJob.handle(world.platform, { reportId: id })
  expect((await noticesOf(first.id)).map((notice) => notice['kind'])).toContain('report-arrived')
  expect(await noticesOf(second.id)).toEqual([])
})

it('lets a crowd ring for danger once in ten minutes, never not at all', async () => {
  const crowd = [await send({ danger: known('now') }, 'crowd'), await send({ danger: known('now') }, 'crowd')]
  for (const { id } of crowd) await takeInReportJob.handle(world.platform, { reportId: id })
  expect((await noticesOf(crowd[0]!.id)).map((notice) => notice['kind'])).toContain('danger-waits')
  expect(await noticesOf(crowd[1]!.id)).toEqual([])
})

it('tells the officer who took the report of a message, else those who take reports', async () => {
  const { id, holder } = await send({})
  await runAs(world.platform, holder, (ctx) => writeToDesk(ctx, 'Halo'))
  const [message] = await world.root('select id from app.messages where report_id = $1', [id])
  await tellDeskJob.handle(world.platform, { messageId: String(message!['id']) })
  expect((await noticesOf(id)).map((notice) => notice['kind'])).toEqual([
    'message-arrived',
    'message-arrived',
  ])
  const officer = await world.as('intake-officer', 'jhb')
  await world.root("update app.reports set state = 'taken', taken_by = $2, taken_at = now() where id = $1", [
    id,
    officer.staffId,
  ])
  await runAs(world.platform, holder, (ctx) => writeToDesk(ctx, 'Lagi'))
  const [second] = await world.root('select id from app.messages where report_id = $1 and id <> $2', [
    id,
    message!['id'],
  ])
  await tellDeskJob.handle(world.platform, { messageId: String(second!['id']) })
  expect((await noticesOf(id)).filter((notice) => notice['staff_id'] === officer.staffId)).toHaveLength(2)
  expect(await noticesOf(id)).toHaveLength(3)
})
