import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addNote, addTimelineEntry, listSharedFacts } from '#src/modules/cases/index.ts'
import { contentDigest, decideReferral, openReferral } from '#src/modules/referrals/index.ts'
import { makeTwoInstallations, type TwoInstallations } from '../support/two-installations.ts'
import { act, offerAcross, receivedAt, sentAt, takeConsentBack } from './across.ts'

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

  it('shows the same seal on both sides, so that two people can read it to each other', async () => {
    const sent = await offerAcross(both)
    await both.settle()
    const officer = await both.b.as('intake-officer', 'jatim')
    const { id } = await receivedAt(both, sent)
    const opened = await both.b.staff(officer, (ctx) => openReferral(ctx, id))
    expect(contentDigest(opened.pack!)).toBe(contentDigest(sent.pack))
  })

  it('brings a further need of the same case into the same case there, with an owner and an answer of its own', async () => {
    const first = await offerAcross(both)
    const second = await offerAcross(both, { on: first })
    await both.settle()
    await act(both, first, { action: 'accept' })
    await act(both, second, { action: 'reject', reason: 'mandate' })
    await both.settle()
    const cases = await both.b.root('select distinct case_id from app.referrals where id = any ($1)', [
      [(await receivedAt(both, first)).id, (await receivedAt(both, second)).id],
    ])
    expect(cases).toHaveLength(1)
    expect((await sentAt(both, first)).state).toBe('accepted')
    expect((await sentAt(both, second)).state).toBe('rejected')
  })

  it('keeps one timeline of shared facts while the hand-over lives, and private notes at home', async () => {
    const sent = await offerAcross(both)
    await both.settle()
    await act(both, sent, { action: 'accept' })
    await both.settle()
    const { id } = await receivedAt(both, sent)
    const there = await both.b.as('intake-officer', 'jatim')
    const here = await both.a.as('caseworker', 'jhb')
    const [row] = await both.b.root(
      'select c.code from app.cases c join app.referrals r on r.case_id = c.id where r.id = $1',
      [id],
    )
    const fact = (code: string, referralId: string, text: string) => ({
      code,
      date: '2026-11~',
      dateWords: '',
      text,
      source: 'officer-observed',
      certainty: 'likely',
      referralId,
    })
    await both.a.staff(here, (ctx) =>
      addTimelineEntry(ctx, fact(sent.code, sent.referralId, 'Sudah di tempat aman.')),
    )
    await both.b.staff(there, async (ctx) => {
      await addTimelineEntry(ctx, fact(String(row!['code']), id, 'Keluarga sudah ditemui.'))
      await addNote(ctx, { code: String(row!['code']), noteClass: 'general', text: 'CATATAN-RUMAH' })
    })
    await both.settle()
    const atA = await both.a.staff(here, (ctx) => listSharedFacts(ctx, [sent.referralId]))
    const atB = await both.b.staff(there, (ctx) => listSharedFacts(ctx, [id]))
    const texts = ['Keluarga sudah ditemui.', 'Sudah di tempat aman.']
    expect(atA.map((each) => each.words.text).toSorted()).toEqual(texts)
    expect(atB.map((each) => each.words.text).toSorted()).toEqual(texts)
    expect(atB.find((each) => each.words.text === texts[1])).toMatchObject({
      orgId: await both.bodyOf(both.b, 'jhb'),
      certainty: 'likely',
      words: { date: '2026-11~' },
    })
    expect(
      await both.a.root(`select 1 from app.notes where org_id = $1`, [await both.bodyOf(both.a, 'jatim')]),
    ).toEqual([])
    await takeConsentBack(both, sent)
    await both.settle()
    await both.a.root('update app.referrals set stopped_at = null where id = $1', [sent.referralId])
    await both.a.staff(here, (ctx) => addTimelineEntry(ctx, fact(sent.code, sent.referralId, 'TERLAMBAT')))
    await both.settle()
    expect(
      (await both.b.staff(there, (ctx) => listSharedFacts(ctx, [id]))).map((each) => each.words.text),
    ).not.toContain('TERLAMBAT')
  })
})
