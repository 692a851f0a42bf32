import { afterAll, beforeAll, expect, it } from 'vitest'
import { known, unknown } from '#src/domain/kernel/answer.ts'
import { blankReport, type ReportDraft } from '#src/domain/reports/report.ts'
import { runAs } from '#src/platform/db/context.ts'
import { makeTestPlatform, type TestPlatform } from '../../../../test/support/platform.ts'
import { newIdempotencyKey, receiveReport, reporterActor, type IdempotencyKey } from '../index.ts'

let world: TestPlatform
beforeAll(async () => {
  world = await makeTestPlatform()
})
afterAll(() => world.close())

const draftWith = (facts: Partial<ReportDraft> = {}): ReportDraft => ({
  ...blankReport({ channel: 'web', language: 'id' }),
  ...facts,
})

const send = (draft: ReportDraft, key: IdempotencyKey = newIdempotencyKey()) =>
  runAs(world.platform, reporterActor(world.platform, key), (ctx) => receiveReport(ctx, draft, key))

const rowOf = async (id: string): Promise<Record<string, unknown>> =>
  (await world.root('select * from app.reports where id = $1', [id]))[0]!
const count = async (table: string, id: string): Promise<number> =>
  Number((await world.root(`select count(*) as n from app.${table} where report_id = $1`, [id]))[0]!['n'])

it('stores a report with its code, desk, clock, consents, tokens, journal entry and job together', async () => {
  const draft = draftWith({
    names: ['Sutinah Rahayu'],
    place: known({ country: 'MY', words: 'Muar' }),
    danger: known('now'),
    mayShare: { police: 'no', organisation: 'yes' },
    village: known('Desa Suka Tirta'),
  })
  const received = await send(draft)
  const row = await rowOf(received.reportId)
  expect(row).toMatchObject({
    org_id: world.orgs.jhb,
    urgency: 'darurat',
    danger: 'now',
    country: 'MY',
    state: 'waiting',
    anonymous: false,
  })
  expect(received.respondBy.getTime() - world.time.now.getTime()).toBe(3600_000)
  expect(String(row['sealed'])).not.toContain('Sutinah')
  expect(await count('report_codes', received.reportId)).toBe(1)
  expect(await count('report_desks', received.reportId)).toBe(1)
  expect(await count('journal', received.reportId)).toBe(1)
  expect(
    await world.root(
      'select distinct reader_kind, answer from app.consents where report_id = $1 order by 1',
      [received.reportId],
    ),
  ).toEqual([
    { reader_kind: 'organisation', answer: 'yes' },
    { reader_kind: 'police', answer: 'no' },
  ])
  const tokens = await world.root(
    'select distinct kind from app.search_tokens where subject_id = $1 order by 1',
    [received.reportId],
  )
  expect(tokens.map((token) => token['kind'])).toEqual(['name', 'sound', 'village'])
  expect(
    await world.root(
      `select 1 from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
    where t.identifier = 'reports.take-in' and j.payload->>'reportId' = $1`,
      [received.reportId],
    ),
  ).toHaveLength(1)
})

it('gives the same code for the same key and stores one report', async () => {
  const key = newIdempotencyKey()
  const first = await send(draftWith({ danger: known('soon') }), key)
  const again = await send(draftWith({ danger: known('no') }), key)
  expect(again).toEqual({ ...first, arrival: 'again' })
  expect(
    await world.root('select 1 from app.report_codes where report_id = $1', [first.reportId]),
  ).toHaveLength(1)
})

it('stores one report when the same key comes ten times at once', async () => {
  const key = newIdempotencyKey()
  const answers = await Promise.all(Array.from({ length: 10 }, () => send(draftWith({ story: 'sama' }), key)))
  expect(new Set(answers.map((answer) => answer.reportId)).size).toBe(1)
  expect(answers.filter((answer) => answer.arrival === 'first')).toHaveLength(1)
  expect(new Set(answers.map((answer) => answer.code.pin)).size).toBe(1)
})

it('takes a report in which nothing was answered', async () => {
  const received = await send(draftWith())
  expect(await rowOf(received.reportId)).toMatchObject({
    org_id: world.orgs.pusat,
    anonymous: true,
    do_not_call: true,
    danger: 'unknown',
  })
})

it('leaves nothing behind when a later step fails', async () => {
  const key = newIdempotencyKey()
  const failing = runAs(world.platform, reporterActor(world.platform, key), async (ctx) => {
    await receiveReport(ctx, draftWith({ story: 'gagal' }), key)
    throw new Error('line lost')
  })
  await expect(failing).rejects.toThrow('line lost')
  const again = await send(draftWith({ story: 'gagal' }), key)
  expect(again.arrival).toBe('first')
})

it('never gives a report to a body that the reporter named', async () => {
  const place = known({ country: 'MY' })
  const kept = await send(draftWith({ place, keepFrom: [{ kind: 'this-mission' }] }))
  const row = await rowOf(kept.reportId)
  expect(row['org_id']).toBe(world.orgs.pusat)
  expect(row['kept_from_orgs']).toContain(world.orgs.jhb)
  expect(row['kept_from_kinds']).toEqual(['mission', 'labour-attache', 'kemlu'])
  const twice = await send(
    draftWith({ place, keepFrom: [{ kind: 'this-mission' }, { kind: 'protection-ministry' }] }),
  )
  expect((await rowOf(twice.reportId))['org_id']).toBe(world.orgs.ngo)
  const named = await send(
    draftWith({ place, keepFrom: [{ kind: 'other', bodyId: world.orgs.jhb }], deskChoice: known('mission') }),
  )
  expect((await rowOf(named.reportId))['org_id']).not.toBe(world.orgs.jhb)
})

it('obeys the body that the reporter picked, else the place, at home by district', async () => {
  const desk = async (facts: Partial<ReportDraft>) =>
    (await rowOf((await send(draftWith(facts))).reportId))['org_id']
  expect(await desk({ deskChoice: known('organisation'), place: known({ country: 'MY' }) })).toBe(
    world.orgs.ngo,
  )
  expect(await desk({ deskChoice: known('you-choose'), place: known({ country: 'HK' }) })).toBe(
    world.orgs.hkg,
  )
  expect(await desk({ place: known({ country: 'ID', region: '35.08' }) })).toBe(world.orgs.jatim)
  expect(await desk({ place: known({ country: 'ID', region: '11' }) })).toBe(world.orgs.pusat)
  expect(await desk({ place: known({ country: 'BR' }) })).toBe(world.orgs.kemlu)
  expect(await desk({ place: unknown('does-not-know'), deskChoice: known('mission') })).toBe(world.orgs.kemlu)
})

it('marks a crowd but takes every report of it', async () => {
  const key = newIdempotencyKey()
  const received = await runAs(world.platform, reporterActor(world.platform, key), (ctx) =>
    receiveReport(ctx, draftWith(), key, 'crowd'),
  )
  expect((await rowOf(received.reportId))['signals']).toContain('flood')
})
