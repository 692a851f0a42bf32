// What others' exchanges are known to get wrong, one scenario each. Sources: the public threads of SORMAS-Project, the code and
// change log of oscar-web, and the README of OpenFn's bridge between Primero and proGres.
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { runExchange } from '#src/modules/exchange/index.ts'
import {
  acknowledgeStop,
  openReferral,
  runReferralClocks,
  widenReferral,
} from '#src/modules/referrals/index.ts'
import { runAs } from '#src/platform/db/context.ts'
import { NotFoundError } from '#src/platform/errors.ts'
import { runJobs } from '../support/run-jobs.ts'
import { makeTwoInstallations, type TwoInstallations } from '../support/two-installations.ts'
import {
  act,
  countsAt,
  deliveries,
  offerAcross,
  receivedAt,
  sentAt,
  takeConsentBack,
  type Sent,
} from './across.ts'

const HOUR = 3600_000

describe('what others get wrong between installations', () => {
  let both: TwoInstallations
  beforeAll(async () => {
    both = await makeTwoInstallations()
    await both.a.as('supervisor', 'jhb')
    await both.b.as('supervisor', 'jatim')
  })
  afterAll(() => both.close())
  afterEach(() => {
    both.a.line.fate = () => 'pass'
    both.b.line.fate = () => 'pass'
  })

  const cut = (): void => {
    both.a.line.fate = () => 'cut'
    both.b.line.fate = () => 'cut'
  }
  const mend = async (): Promise<void> => {
    both.a.line.fate = () => 'pass'
    both.b.line.fate = () => 'pass'
    both.advance(2 * HOUR)
    await both.settle()
  }
  const seenAtB = async (sent: Sent) => {
    const officer = await both.b.as('intake-officer', 'jatim')
    const { id } = await receivedAt(both, sent)
    return both.b.staff(officer, (ctx) => openReferral(ctx, id))
  }
  const notices = async (where: 'a' | 'b', kind: string): Promise<number> =>
    (await both[where].root('select 1 from app.notices where kind = $1', [kind])).length
  /** Exactly one of the two sides owns the need, and both say the same. */
  const oneOwner = async (sent: Sent, owner: 'jhb' | 'jatim'): Promise<void> => {
    const [here, there] = [await sentAt(both, sent), await receivedAt(both, sent)]
    expect(here.owner).toBe(owner === 'jhb' ? both.a.orgs.jhb : await both.bodyOf(both.a, 'jatim'))
    expect(there.owner).toBe(owner === 'jatim' ? both.b.orgs.jatim : await both.bodyOf(both.b, 'jhb'))
  }

  it('SORMAS #4107: handing over a reduced package leaves an owner, and a receiver who can read', async () => {
    const sent = await offerAcross(both, { chosen: ['needs'] })
    await both.settle()
    await act(both, sent, { action: 'accept' })
    await both.settle()
    await oneOwner(sent, 'jatim')
    expect((await seenAtB(sent)).pack!.items.map((each) => each.item)).toEqual(['needs'])
  })

  it('SORMAS #6639: what was shared can be widened later, and handed over', async () => {
    const sent = await offerAcross(both, { chosen: ['needs'] })
    await both.settle()
    await act(both, sent, { action: 'accept' })
    await both.settle()
    const officer = await both.a.as('caseworker', 'jhb')
    await both.a.staff(officer, (ctx) =>
      widenReferral(ctx, {
        referralId: sent.referralId,
        sendables: [
          { item: 'needs', lines: [{ text: 'Uang kembali' }] },
          { item: 'name', lines: [{ text: 'Sulastri Rekaan' }] },
        ],
        chosen: ['needs', 'name'],
      }),
    )
    await both.settle()
    const opened = await seenAtB(sent)
    expect(opened.pack!.items.map((each) => each.item).toSorted()).toEqual(['name', 'needs'])
    expect(opened.referral.state).toBe('accepted')
    expect((await deliveries(both.a, sent)).at(-1)).toEqual({
      kind: 'referral.widened',
      state: 'acknowledged',
      answer: 'applied',
    })
  })

  it('SORMAS #6640: the receiver sees what was previewed, to the letter, and nothing that stayed at home', async () => {
    const sent = await offerAcross(both, { chosen: ['needs', 'story'] })
    await both.settle()
    const opened = await seenAtB(sent)
    expect(opened.pack).toEqual(sent.pack)
    expect(JSON.stringify(opened.pack)).not.toContain('Sulastri')
    const copied = await both.b.root(
      `select (select count(*)::int from app.persons) as persons, (select count(*)::int from app.notes) as notes,
         (select count(*)::int from app.evidence) as evidence`,
    )
    expect(copied).toEqual([{ persons: 0, notes: 0, evidence: 0 }])
  })

  it('SORMAS #6684, #11073: limits and marks travel with the data', async () => {
    const sent = await offerAcross(both)
    await both.settle()
    const opened = await seenAtB(sent)
    expect(opened.pack).toMatchObject({
      until: sent.pack.until,
      came: sent.pack.came,
      handling: ['Jangan menelepon siang hari.'],
    })
    expect(opened.pack!.items.find((each) => each.item === 'story')!.lines[0]!.certainty).toBe('likely')
    const [there] = await both.a.root('select expires_at from app.referrals where id = $1', [sent.referralId])
    expect(opened.referral.expires_at).toEqual(there!['expires_at'])
    await both.b.root(`update app.referrals set expires_at = $1 where id = $2`, [
      both.b.time.now,
      opened.referral.id,
    ])
    expect((await seenAtB(sent)).pack).toBeUndefined()
  })

  it('SORMAS #9527, #10135: the same hand-over sent, resent and restored is one case there', async () => {
    const before = await countsAt(both.b)
    both.b.line.fate = (passing) => (passing.method === 'POST' ? 'twice' : 'pass')
    const sent = await offerAcross(both)
    await both.settle()
    // A restored back-up of A forgets that it was told.
    await both.a.root(
      `update app.exchange_messages m set state = 'waiting', next_try_at = $1 from app.exchange_threads t
       where t.id = m.thread_id and t.remote_ref = $2 and m.sealed is not null`,
      [both.a.time.now, sent.referralId],
    )
    await both.settle()
    const after = await countsAt(both.b)
    expect(after['cases']).toBe(before['cases']! + 1)
    expect(after['needs']).toBe(before['needs']! + 1)
  })

  it('OSCaR: two bodies never both have the need, whoever answers first and whichever line is cut', async () => {
    const sent = await offerAcross(both)
    await both.settle()
    cut()
    // B accepts while A, who cannot hear it, calls the offer back and gives the need to another body.
    await act(both, sent, { action: 'accept' })
    await act(both, sent, { at: 'a', action: 'cancel', reason: 'wrong-body' })
    await runExchange(both.a.platform)
    await runExchange(both.b.platform)
    expect((await sentAt(both, sent)).owner).toBe(both.a.orgs.jhb)
    await mend()
    await oneOwner(sent, 'jhb')
    expect((await receivedAt(both, sent)).state).toBe('cancelled')
    expect(await deliveries(both.b, sent)).toContainEqual({
      kind: 'referral.state',
      state: 'acknowledged',
      answer: 'state-moved-on',
    })
    expect(await notices('b', 'partner-refused')).toBeGreaterThan(0)
    expect((await seenAtB(sent)).pack).toBeUndefined()
  })

  it('OSCaR: a second and a third referral of the same person fit', async () => {
    const first = await offerAcross(both)
    await both.settle()
    await act(both, first, { action: 'reject', reason: 'capacity' })
    await both.settle()
    expect((await sentAt(both, first)).state).toBe('rejected')
    const second = await offerAcross(both, { to: 'disnaker', mayShare: { 'labour-office': 'yes' } })
    const third = await offerAcross(both)
    await both.settle()
    await act(both, second, { action: 'accept', to: 'disnaker' })
    await act(both, third, { action: 'accept' })
    await both.settle()
    expect((await sentAt(both, second)).state).toBe('accepted')
    expect((await sentAt(both, third)).state).toBe('accepted')
  })

  it('Primero bridge: a withdrawal is told, closes the package at once, and is answered by machine and by people', async () => {
    const sent = await offerAcross(both)
    await both.settle()
    await act(both, sent, { action: 'accept' })
    await both.settle()
    await takeConsentBack(both, sent)
    await both.settle()
    const there = await receivedAt(both, sent)
    expect(there.stopped).toBe(true)
    expect((await seenAtB(sent)).pack).toBeUndefined()
    expect(await notices('b', 'consent-withdrawn')).toBeGreaterThan(0)
    expect(await deliveries(both.a, sent)).toContainEqual({
      kind: 'consent.withdrawn',
      state: 'acknowledged',
      answer: 'applied',
    })
    expect((await sentAt(both, sent)).acknowledged).toBe(false)
    const officer = await both.b.as('intake-officer', 'jatim')
    await both.b.staff(officer, (ctx) => acknowledgeStop(ctx, there.id))
    await both.settle()
    expect(await sentAt(both, sent)).toMatchObject({ acknowledged: true, state: 'failed' })
    await oneOwner(sent, 'jhb')
    // Nothing new goes there without a new word of the person.
    await expect(offerAgain(sent)).rejects.toMatchObject({ code: 'referral.no-consent' })
  })

  const offerAgain = async (sent: Sent): Promise<unknown> => {
    const officer = await both.a.as('caseworker', 'jhb')
    return both.a.staff(officer, (ctx) =>
      widenReferral(ctx, {
        referralId: sent.referralId,
        sendables: [{ item: 'needs', lines: [{ text: 'Uang kembali' }] }],
        chosen: ['needs'],
      }),
    )
  }

  it('Primero bridge: a partner that does not answer a withdrawal is somebody’s work here before two days are over', async () => {
    const sent = await offerAcross(both)
    await both.settle()
    await act(both, sent, { action: 'accept' })
    await both.settle()
    cut()
    await takeConsentBack(both, sent)
    for (let hours = 0; hours < 26; hours += 2) {
      both.a.time.advance(2 * HOUR)
      both.b.time.advance(2 * HOUR)
      await runExchangeOf('a')
    }
    expect(await notices('a', 'withdrawal-unacknowledged')).toBeGreaterThan(0)
    expect((await receivedAt(both, sent)).stopped).toBe(false)
    await mend()
    expect((await receivedAt(both, sent)).stopped).toBe(true)
  })

  const runExchangeOf = async (side: 'a' | 'b'): Promise<void> => {
    await runJobs(both[side])
    await runExchange(both[side].platform)
  }

  it('Primero bridge: a refused and an unanswered referral both end on both sides', async () => {
    const refused = await offerAcross(both)
    await both.settle()
    await act(both, refused, { action: 'reject', reason: 'mandate', words: 'Bukan kewenangan kami.' })
    await both.settle()
    expect(await sentAt(both, refused)).toMatchObject({ state: 'rejected' })
    await oneOwner(refused, 'jhb')
    const silent = await offerAcross(both, { urgency: 'darurat' })
    await both.settle()
    both.advance(3 * HOUR)
    for (const each of [both.a, both.b])
      await runAs(each.platform, { kind: 'job', name: 'test' }, runReferralClocks)
    await both.settle()
    expect((await sentAt(both, silent)).state).toBe('cancelled')
    expect((await receivedAt(both, silent)).state).toBe('cancelled')
    await oneOwner(silent, 'jhb')
  })

  it('keeps what came from elsewhere to the body it came to', async () => {
    const sent = await offerAcross(both)
    await both.settle()
    const { id } = await receivedAt(both, sent)
    const other = await both.b.as('supervisor', 'disnaker')
    await expect(both.b.staff(other, (ctx) => openReferral(ctx, id))).rejects.toBeInstanceOf(NotFoundError)
    const [row] = await both.b.root(
      'select encode(package_sealed, $2) as held from app.referrals where id = $1',
      [id, 'escape'],
    )
    expect(String(row!['held'])).not.toContain('Sulastri')
    expect(await both.b.root('select 1 from app.exchange_received where sealed is not null')).toEqual([])
  })
})
