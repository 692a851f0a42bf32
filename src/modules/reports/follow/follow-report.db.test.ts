import { afterAll, beforeAll, expect, it } from 'vitest'
import { blankReport } from '#src/domain/reports/report.ts'
import type { FollowView } from '#src/domain/reports/follow.ts'
import { known } from '#src/domain/kernel/answer.ts'
import { runAs, type Actor } from '#src/platform/db/context.ts'
import { newId } from '#src/platform/ids.ts'
import { makeTestPlatform, type TestPlatform } from '../../../../test/support/platform.ts'
import { followReport, newIdempotencyKey, objectToSharing, receiveReport, reporterActor } from '../index.ts'

let world: TestPlatform
beforeAll(async () => {
  world = await makeTestPlatform()
})
afterAll(() => world.close())

const follow = (holder: Actor, lang: 'id' | 'en' = 'id'): Promise<FollowView | undefined> =>
  runAs(world.platform, holder, (ctx) => followReport(ctx, lang))

/** A report of which the desk has made a case with one need that is offered to another body. */
async function handled(joinedAs: 'concerned' | 'other', basis: 'consent' | 'exception' = 'consent') {
  const key = newIdempotencyKey()
  const holder = reporterActor(world.platform, key)
  const draft = {
    ...blankReport({ channel: 'web', language: 'id' }),
    place: known({ country: 'MY' }),
    story: 'Cerita',
  }
  const { reportId } = await runAs(world.platform, holder, (ctx) => receiveReport(ctx, draft, key))
  const { now } = world.time
  const [caseId, needId, referralId, keyId] = [newId(now), newId(now), newId(now), newId(now)]
  const staff = await world.as('caseworker', 'jhb')
  const { jhb, jatim } = world.orgs
  await world.root(
    `insert into app.data_keys (id, subject_kind, subject_id, wrapped, master_version) values ($1, 'case', $2, '\\x00', 1)`,
    [keyId, caseId],
  )
  await world.root(
    `insert into app.cases (id, created_at, code, lead_org, urgency, key_id, next_news_at) values ($1, $2, $3, $4, 'sedang', $5, $6)`,
    [caseId, now, `JHB-${caseId.slice(-8)}`, jhb, keyId, new Date(now.getTime() + 86_400_000)],
  )
  await world.root(
    `insert into app.needs (id, created_at, case_id, kind, state, owner_org, opened_by_org, urgency) values ($1, $2, $3, 'wages', 'offered', $4, $4, 'sedang')`,
    [needId, now, caseId, jhb],
  )
  await world.root(
    `insert into app.referrals (id, created_at, code, case_id, need_id, from_org, to_org, by_staff, urgency, remind_at, escalate_at, due_at, consent_basis, exception_ground, key_id, package_sealed, package_digest)
     values ($1, $2, $3, $4, $5, $6, $7, $8, 'sedang', $2, $2, $9, $10, $11, $12, '\\x00', '\\x00')`,
    [
      referralId,
      now,
      `R-${referralId.slice(-8)}`,
      caseId,
      needId,
      jhb,
      jatim,
      staff.staffId,
      new Date(now.getTime() + 3 * 86_400_000),
      basis,
      basis === 'exception' ? 'child' : null,
      keyId,
    ],
  )
  await world.root(
    `update app.reports set state = 'in-case', case_id = $2, joined_as = $3, taken_at = $4, opened_at = $4, taken_by = $5 where id = $1`,
    [reportId, caseId, joinedAs, now, staff.staffId],
  )
  const codeHash = (holder as { codeHash: Uint8Array }).codeHash
  return { holder: { kind: 'public', codeHash } as Actor, reportId, caseId, needId, referralId }
}

it('tells the person concerned which bodies handle it, who is waited for, and the next date', async () => {
  const { holder } = await handled('concerned')
  const view = await follow(holder)
  const step = view?.steps.find((each) => each.code === 'handled')
  expect(step?.bodies).toEqual(['KJRI Uji Johor'])
  expect(step?.waiting).toMatchObject([{ body: 'BP3MI Uji Timur', ifSilent: 'next-body' }])
  expect(view?.nextNews).toEqual(new Date(world.time.now.getTime() + 86_400_000))
  expect((await follow(holder, 'en'))?.steps.find((each) => each.code === 'handled')?.bodies).toEqual([
    'KJRI Uji Johor (EN)',
  ])
})

it('tells whoever reported for somebody else that it is being handled, and nothing more, also in the database', async () => {
  const { holder } = await handled('other')
  expect((await follow(holder))?.steps.find((each) => each.code === 'handled')).toEqual({
    code: 'handled',
    state: 'now',
  })
  for (const table of ['app.cases', 'app.needs', 'app.referrals'] as const)
    expect(
      await runAs(world.platform, holder, (ctx) => ctx.tx.selectFrom(table).select('id').execute()),
    ).toEqual([])
})

it('follows the case by itself: another body takes the need, then the case closes', async () => {
  const { holder, needId, referralId, caseId } = await handled('concerned')
  await world.root(`update app.referrals set state = 'accepted' where id = $1`, [referralId])
  await world.root(`update app.needs set owner_org = $2, state = 'in-progress' where id = $1`, [
    needId,
    world.orgs.jatim,
  ])
  const taken = await follow(holder)
  expect(taken?.steps.find((each) => each.code === 'handled')).toMatchObject({
    bodies: ['BP3MI Uji Timur'],
    waiting: [],
  })
  expect(taken?.readers).toContainEqual({ kind: 'protection-ministry', answer: 'not-asked', told: true })
  await world.root(
    `update app.cases set state = 'closed', closed_at = $2, closed_because = 'own-word', closed_result = 'achieved' where id = $1`,
    [caseId, world.time.now],
  )
  expect((await follow(holder))?.steps.at(-1)).toMatchObject({ state: 'done', result: 'achieved' })
})

it('names a body that was told without consent only when that is safe, and takes a no', async () => {
  const { holder, needId, referralId, reportId } = await handled('concerned', 'exception')
  await world.root(`update app.needs set owner_org = $2, state = 'in-progress' where id = $1`, [
    needId,
    world.orgs.jatim,
  ])
  const before = JSON.stringify(await follow(holder))
  expect(before).not.toContain('BP3MI')
  await world.root(`update app.referrals set person_told_at = $2 where id = $1`, [referralId, world.time.now])
  expect((await follow(holder))?.toldWithoutConsent).toMatchObject([
    { id: referralId, body: 'BP3MI Uji Timur', ground: 'child' },
  ])
  await runAs(world.platform, holder, (ctx) => objectToSharing(ctx, [referralId]))
  expect(
    await world.root(`select distinct reader_org, answer from app.consents where report_id = $1`, [reportId]),
  ).toEqual([{ reader_org: world.orgs.jatim, answer: 'no' }])
})

it('stops following when the key of the report is destroyed, without an error', async () => {
  const { holder, reportId } = await handled('concerned')
  await world.root(`update app.data_keys set wrapped = null, destroyed_at = now() where subject_id = $1`, [
    reportId,
  ])
  const view = await follow(holder)
  expect(view?.steps[0]?.state).toBe('done')
  expect(view?.contact.ways).toEqual([])
})
