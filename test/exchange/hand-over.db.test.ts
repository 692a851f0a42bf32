import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { decideReferral, openReferral } from '#src/modules/referrals/index.ts'
import { makeTwoInstallations, type TwoInstallations } from '../support/two-installations.ts'
import { offerAcross, receivedAt, sentAt } from './across.ts'

describe('a hand-over between two installations', () => {
  let both: TwoInstallations
  beforeAll(async () => {
    both = await makeTwoInstallations()
  })
  afterAll(() => both.close())

  it('reaches the other body whole, is accepted there, and the sender sees that', async () => {
    const sent = await offerAcross(both)
    await both.settle()
    const got = await receivedAt(both, sent)
    expect(got.state).toBe('requested')
    const officer = await both.b.as('intake-officer', 'jatim')
    const opened = await both.b.staff(officer, (ctx) => openReferral(ctx, got.id))
    expect(opened.pack).toEqual(sent.pack)
    await both.b.staff(officer, (ctx) =>
      decideReferral(ctx, { referralId: got.id, version: opened.referral.version, action: 'accept' }),
    )
    await both.settle()
    const there = await sentAt(both, sent)
    expect(there.state).toBe('accepted')
    expect(there.owner).toBe(await both.bodyOf(both.a, 'jatim'))
    const states = await both.a.root('select kind, state from app.exchange_messages order by created_at')
    expect(states.filter((row) => row['kind'] !== 'exchange.acknowledged')).toEqual([
      { kind: 'referral.offered', state: 'acknowledged' },
    ])
  })
})
