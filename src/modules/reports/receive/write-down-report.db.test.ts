import { afterAll, beforeAll, expect, it } from 'vitest'
import { known } from '#src/domain/kernel/answer.ts'
import { blankReport, type ReportDraft } from '#src/domain/reports/report.ts'
import type { DoorTiming } from '#src/platform/limits/slow-door.ts'
import { makeTestPlatform, type TestPlatform } from '../../../../test/support/platform.ts'
import {
  followReport,
  newIdempotencyKey,
  readFollowPageForCaller,
  writeDownReport,
  type ReceivedReport,
  type SpokenChannel,
} from '../index.ts'
import { runAs } from '#src/platform/db/context.ts'
import { codeHashOf } from '../follow/open-with-code.ts'

const QUICK: DoorTiming = {
  floorMs: 40,
  freeMisses: 3,
  stepMs: 20,
  longestMs: 80,
  windowSeconds: 900,
  mostWaiting: 20,
}

let world: TestPlatform
beforeAll(async () => {
  world = await makeTestPlatform()
})
afterAll(() => world.close())

type Spoken = ReportDraft & { readonly channel: SpokenChannel }
const told = (facts: Partial<ReportDraft> = {}): Spoken => ({
  ...blankReport({ channel: 'phone', language: 'id' }),
  ...facts,
  channel: 'phone',
})

async function writeDown(
  org: 'jhb' | 'ngo',
  draft: Spoken,
  key = newIdempotencyKey(),
): Promise<ReceivedReport> {
  return world.staff(await world.as('intake-officer', org), (ctx) => writeDownReport(ctx, draft, key))
}
const rowOf = async (id: string): Promise<Record<string, unknown>> =>
  (await world.root('select * from app.reports where id = $1', [id]))[0]!

it('keeps what a caller tells with the office that was called, and says who wrote it down', async () => {
  const officer = await world.as('intake-officer', 'jhb')
  const received = await writeDown('jhb', told({ story: 'Dikunci', mayShare: { police: 'no' } }))
  expect(await rowOf(received.reportId)).toMatchObject({
    org_id: world.orgs.jhb,
    written_by_staff: officer.staffId,
    channel: 'phone',
  })
  expect(
    await world.root('select distinct by_staff from app.consents where report_id = $1', [received.reportId]),
  ).toEqual([{ by_staff: officer.staffId }])
})

it('gives it to the body that the caller names, with code and answers, and the office that was called then sees nothing', async () => {
  const received = await writeDown(
    'ngo',
    told({
      place: known({ country: 'HK' }),
      deskChoice: known('mission'),
      mayShare: { organisation: 'yes' },
    }),
  )
  expect(await rowOf(received.reportId)).toMatchObject({ org_id: world.orgs.hkg })
  const seen = await world.staff(await world.as('supervisor', 'ngo'), (ctx) =>
    ctx.tx.selectFrom('app.reports').select('id').execute(),
  )
  expect(seen.map((row) => row.id)).not.toContain(received.reportId)
  const view = await world.staff(await world.as('intake-officer', 'ngo'), (ctx) =>
    readFollowPageForCaller(ctx, { ...spoken(received), lang: 'id', timing: QUICK }),
  )
  expect(view?.steps[0]?.state).toBe('done')
})

it('gives the same code when the officer sends the form twice', async () => {
  const key = newIdempotencyKey()
  const [first, again] = [await writeDown('jhb', told(), key), await writeDown('jhb', told(), key)]
  expect(again).toEqual({ ...first, arrival: 'again' })
})

it('lets a member of staff make no further code for a report, also not for one he wrote down', async () => {
  const received = await writeDown('jhb', told())
  const officer = await world.as('intake-officer', 'jhb')
  const insert = (holder: string) =>
    world.staff(officer, (ctx) =>
      ctx.tx
        .insertInto('app.report_codes')
        .values({
          code_hash: Buffer.alloc(32, holder.length),
          created_at: ctx.now,
          report_id: received.reportId,
          holder,
        })
        .execute(),
    )
  await expect(insert('second')).rejects.toMatchObject({ code: '42501' })
  await expect(insert('first')).rejects.toMatchObject({ code: '23505' })
})

const spoken = (received: ReceivedReport) => ({
  words: received.code.words.join(', '),
  pin: received.code.pin,
})

it('reads to a caller exactly the page that the caller would see', async () => {
  const received = await writeDown(
    'jhb',
    told({ safeContact: known({ ways: ['sms'], value: '+44 7700 900555', callRule: 'do-not-call' }) }),
  )
  const view = await world.staff(await world.as('intake-officer', 'jhb'), (ctx) =>
    readFollowPageForCaller(ctx, { ...spoken(received), lang: 'id', timing: QUICK }),
  )
  const codeHash = codeHashOf(world.platform, spoken(received).words, spoken(received).pin)
  const own = await runAs(world.platform, { kind: 'public', codeHash }, (ctx) => followReport(ctx, 'id'))
  expect(view).toEqual(own)
  expect(JSON.stringify(view)).not.toContain('900555')
})

it('tells a caller without the code nothing, after the same time, and records the try without a word of it', async () => {
  const received = await writeDown('jhb', told())
  const officer = await world.as('intake-officer', 'hkg')
  const tries = [
    { words: 'satu dua tiga', pin: '1' },
    { ...spoken(received), pin: received.code.pin === '000000' ? '000001' : '000000' },
    { words: 'abc def ghi jkl mno', pin: '123456' },
  ]
  for (const said of tries) {
    const before = performance.now()
    const view = await world.staff(officer, (ctx) =>
      readFollowPageForCaller(ctx, { ...said, lang: 'id', timing: QUICK }),
    )
    expect(view).toBeUndefined()
    expect(performance.now() - before).toBeGreaterThanOrEqual(QUICK.floorMs - 2)
  }
  const audit = await world.root(
    "select details, subject_id, report_id from app.audit_log where verb = 'report.read-to-caller' and actor_id = $1",
    [officer.staffId],
  )
  expect(audit).toEqual(tries.map(() => ({ details: { found: 'no' }, subject_id: null, report_id: null })))
})
