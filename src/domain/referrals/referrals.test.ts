import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CONSENT_ANSWERS, NEED_KINDS } from '../cases/codes.ts'
import { decideException, EXCEPTION_FACTS, EXCEPTION_GROUNDS, leastNeeded } from './exception.ts'
import {
  decideReferralAction,
  isEnded,
  isReasonGiven,
  isUnanswered,
  ownerOfNeed,
  REFERRAL_ACTIONS,
  REFERRAL_GUARDS,
  REFERRAL_PARTIES,
  REFERRAL_STATUSES,
  referralActionsFor,
  type ReferralStatus,
} from './lifecycle.ts'
import { afterOfferEnds, type Candidate } from './next-step.ts'

const all = new Set(REFERRAL_GUARDS)

describe('life of a referral', () => {
  it.each([
    ['requested', 'receive', 'receiver', 'received'],
    ['requested', 'accept', 'receiver', 'accepted'],
    ['received', 'accept-part', 'receiver', 'accepted'],
    ['received', 'reject', 'receiver', 'rejected'],
    ['received', 'end-unanswered', 'system', 'cancelled'],
    ['accepted', 'start', 'receiver', 'in-progress'],
    ['in-progress', 'hold', 'receiver', 'on-hold'],
    ['on-hold', 'resume', 'receiver', 'in-progress'],
    ['in-progress', 'complete', 'receiver', 'completed'],
    ['in-progress', 'fail', 'receiver', 'failed'],
    ['in-progress', 'cancel', 'sender', 'cancelled'],
  ] as const)('goes from %s by %s of the %s to %s', (from, action, by, to) => {
    expect(decideReferralAction({ from, action, by, met: all })).toEqual({
      kind: 'allowed',
      to,
      event: `referral.${action}`,
    })
  })

  it('refuses a rejection without a reason, and names what is missing', () => {
    const refused = decideReferralAction({
      from: 'received',
      action: 'reject',
      by: 'receiver',
      met: new Set(),
    })
    expect(refused).toEqual({ kind: 'refused', code: 'guard-not-met', missing: ['reason-given'] })
    expect(isReasonGiven('mandate', undefined)).toBe(true)
    expect(isReasonGiven('other', ' ')).toBe(false)
    expect(isReasonGiven('other', 'kantor tutup')).toBe(true)
  })

  it('lets nobody take a need that somebody else took', () => {
    const met = new Set(REFERRAL_GUARDS.filter((guard) => guard !== 'nobody-else-accepted'))
    for (const action of ['accept', 'accept-part'] as const) {
      expect(decideReferralAction({ from: 'received', action, by: 'receiver', met }).kind).toBe('refused')
    }
  })

  it('never lets the sender answer for the receiver', () => {
    for (const from of REFERRAL_STATUSES) {
      expect(referralActionsFor(from, 'sender').every((action) => action === 'cancel')).toBe(true)
    }
  })

  it('allows exactly what the table shows, for every state, action and party', () => {
    for (const from of REFERRAL_STATUSES) {
      for (const action of REFERRAL_ACTIONS) {
        for (const by of REFERRAL_PARTIES) {
          const allowed = decideReferralAction({ from, action, by, met: all }).kind === 'allowed'
          expect(allowed).toBe(referralActionsFor(from, by).includes(action))
        }
      }
    }
  })

  it('can always come to an end, and an end has no way on', () => {
    const reach = (from: ReferralStatus, seen = new Set<ReferralStatus>([from])): Set<ReferralStatus> => {
      for (const by of REFERRAL_PARTIES) {
        for (const action of referralActionsFor(from, by)) {
          const decision = decideReferralAction({ from, action, by, met: all })
          if (decision.kind === 'allowed' && !seen.has(decision.to)) reach(decision.to, seen.add(decision.to))
        }
      }
      return seen
    }
    expect(reach('requested').size).toBe(REFERRAL_STATUSES.length)
    for (const status of REFERRAL_STATUSES) expect([...reach(status)].some(isEnded)).toBe(true)
  })

  it('leaves the need with the sender until it is accepted, and gives it back when it is not done', () => {
    const withReceiver = REFERRAL_STATUSES.filter((status) => ownerOfNeed(status) === 'receiver')
    expect(withReceiver).toEqual(['accepted', 'in-progress', 'on-hold', 'completed'])
    expect(REFERRAL_STATUSES.filter(isUnanswered)).toEqual(['requested', 'received'])
  })
})

const candidate = (bodyId: string, consent: Candidate['consent'] = 'yes', keptFrom: 'yes' | 'no' = 'no') => ({
  bodyId,
  consent,
  keptFrom,
})
const none = new Set<string>()

describe('after an offer ends', () => {
  const ended = { how: 'rejected', tried: new Set(['a']), exceptionCovers: none } as const

  it.each([
    [
      'goes on by itself where consent covers the next',
      [candidate('a'), candidate('b')],
      { kind: 'offer', bodyId: 'b', cover: 'consent' },
    ],
    [
      'comes back with the question prepared',
      [candidate('a'), candidate('b', 'not-asked'), candidate('c')],
      { kind: 'ask-consent', bodyId: 'b' },
    ],
    [
      'passes over a body that must not see it',
      [candidate('a'), candidate('b', 'yes', 'yes'), candidate('c')],
      { kind: 'offer', bodyId: 'c', cover: 'consent' },
    ],
    [
      'passes over a body the person refused',
      [candidate('a'), candidate('b', 'no')],
      { kind: 'no-body-left' },
    ],
    ['comes back when nobody is left', [candidate('a')], { kind: 'no-body-left' }],
  ])('%s', (_, candidates, next) => {
    expect(afterOfferEnds({ ...ended, candidates })).toEqual(next)
  })

  it('goes on under an exception that covers the next body', () => {
    const candidates = [candidate('a'), candidate('b', 'not-asked')]
    const next = afterOfferEnds({ ...ended, how: 'silent', candidates, exceptionCovers: new Set(['b']) })
    expect(next).toEqual({ kind: 'offer', bodyId: 'b', cover: 'exception' })
  })

  it('leaves it to the sender who took the offer back', () => {
    const next = afterOfferEnds({ ...ended, how: 'cancelled', candidates: [candidate('b')] })
    expect(next).toEqual({ kind: 'sender-decides', bodyId: 'b' })
  })

  it('never sends to a body without a yes or an exception, nor twice, nor where it must not be seen', () => {
    const candidates = fc.array(
      fc.record({
        bodyId: fc.constantFrom('a', 'b', 'c', 'd'),
        consent: fc.constantFrom(...CONSENT_ANSWERS),
        keptFrom: fc.constantFrom('yes' as const, 'no' as const),
      }),
    )
    const bodies = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd')).map((ids) => new Set<string>(ids))
    fc.assert(
      fc.property(candidates, bodies, bodies, (list, tried, covers) => {
        const next = afterOfferEnds({ how: 'silent', candidates: list, tried, exceptionCovers: covers })
        if (next.kind !== 'offer') return
        expect(tried.has(next.bodyId)).toBe(false)
        const chosen = list.filter(
          (each) => each.bodyId === next.bodyId && each.keptFrom === 'no' && each.consent !== 'no',
        )
        expect(chosen.some((each) => each.consent === 'yes') || covers.has(next.bodyId)).toBe(true)
      }),
    )
  })
})

describe('sharing without consent', () => {
  const facts = new Set(EXCEPTION_FACTS)

  it('needs every fact of its ground and a written reason', () => {
    for (const ground of EXCEPTION_GROUNDS) {
      for (const fact of EXCEPTION_FACTS) {
        const less = new Set(EXCEPTION_FACTS.filter((each) => each !== fact))
        const decision = decideException({
          ground,
          facts: less,
          need: 'safety-rescue',
          personSaid: 'nothing',
        })
        if (decision.kind === 'refused') expect(decision.missing).toEqual([fact])
      }
      expect(
        decideException({ ground, facts: new Set(), need: 'safety-rescue', personSaid: 'nothing' }).kind,
      ).toBe('refused')
    }
  })

  it('does not overrule the no of a grown person who could be asked', () => {
    const request = { facts, need: 'medical', personSaid: 'no' } as const
    expect(decideException({ ...request, ground: 'cannot-be-asked-and-in-danger' })).toMatchObject({
      why: 'person-said-no',
    })
    expect(decideException({ ...request, ground: 'child' }).kind).toBe('allowed')
    expect(decideException({ ...request, ground: 'law-obliges' }).kind).toBe('allowed')
  })

  it('names the article and the duties that follow', () => {
    expect(
      decideException({ ground: 'law-obliges', facts, need: 'return-home', personSaid: 'nothing' }),
    ).toMatchObject({
      basis: [
        { instrument: 'UU 27/2022', article: '20(2)c' },
        { instrument: 'UU 21/2007', article: '54' },
      ],
      duties: ['mark-for-receiver', 'second-person-review', 'tell-person-when-safe'],
    })
  })

  it('never lets a story, a psychological, legal or money fact go, for any need', () => {
    for (const need of NEED_KINDS) {
      for (const item of [
        'story',
        'psychological',
        'legal',
        'money',
        'photos-and-recordings',
        'documents',
      ] as const) {
        expect(leastNeeded(need)).not.toContain(item)
      }
    }
    expect(leastNeeded('medical')).toContain('health')
    expect(leastNeeded('wages')).not.toContain('health')
  })
})
