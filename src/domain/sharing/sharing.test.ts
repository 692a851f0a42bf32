import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CONSENT_ITEMS } from '../cases/codes.ts'
import {
  accept,
  acceptPart,
  acknowledge,
  canRead,
  endOffer,
  giveBack,
  isWithin,
  offer,
  openSharing,
  owing,
  widen,
  withdraw,
  type Limits,
  type Sharing,
  type Step,
} from './sharing.ts'

const DAY = 24 * 3600_000
const START = new Date('2026-11-20T00:00:00Z')
const PARTIES = ['asal', 'b', 'c', 'd'] as const
const ITEMS = CONSENT_ITEMS.slice(0, 5)

const limits = fc.record({
  items: fc.uniqueArray(fc.constantFrom(...ITEMS), { minLength: 1 }),
  purpose: fc.constant('wages'),
  until: fc.integer({ min: 1, max: 30 }).map((days) => new Date(START.getTime() + days * DAY)),
})
const party = fc.constantFrom(...PARTIES)

type Move = (sharing: Sharing) => Step
const move: fc.Arbitrary<Move> = fc.oneof(
  fc.tuple(party, party, limits).map(
    ([by, to, given]): Move =>
      (s) =>
        offer(s, { by, to, limits: given }),
  ),
  party.map(
    (by): Move =>
      (s) =>
        accept(s, by),
  ),
  party.map(
    (by): Move =>
      (s) =>
        acceptPart(s, by).taken,
  ),
  party.map(
    (by): Move =>
      (s) =>
        endOffer(s, by),
  ),
  party.map(
    (by): Move =>
      (s) =>
        giveBack(s, by),
  ),
  fc.tuple(party, party, limits).map(
    ([by, to, given]): Move =>
      (s) =>
        widen(s, { by, to, limits: given }),
  ),
  party.map(
    (from): Move =>
      (s) =>
        withdraw(s, from),
  ),
  party.map(
    (by): Move =>
      (s) =>
        acknowledge(s, by, START),
  ),
)

/** Every state on the way, the refused moves left out. */
function walk(moves: readonly Move[]): readonly Sharing[] {
  const states = [openSharing('asal')]
  for (const each of moves) {
    const step = each(states.at(-1)!)
    if (step.kind === 'done') states.push(step.sharing)
  }
  return states
}

const journeys = fc.array(move, { maxLength: 40 }).map(walk)

function done(step: Step): Sharing {
  if (step.kind === 'refused') throw new Error(step.code)
  return step.sharing
}

describe('sharing a need', () => {
  it('always has exactly one owner, who may hold it', () => {
    fc.assert(
      fc.property(journeys, (states) => {
        for (const state of states) {
          expect(PARTIES).toContain(state.owner)
          const holds =
            state.owner === state.origin ||
            state.grants.some((grant) => grant.to === state.owner && grant.state === 'taken')
          expect(holds).toBe(true)
        }
      }),
    )
  })

  it('lets a receiver read exactly what it was given, until the day it was given for', () => {
    fc.assert(
      fc.property(journeys, (states) => {
        for (const state of states)
          for (const grant of state.grants.filter(
            (each) => each.state === 'offered' || each.state === 'taken',
          ))
            for (const item of grant.limits.items) {
              const before = new Date(grant.limits.until.getTime() - 1)
              expect(canRead(state, grant.to, item, before)).toBe(true)
              if (
                state.grants.filter((each) => each.to === grant.to).length === 1 &&
                grant.to !== state.origin
              )
                expect(canRead(state, grant.to, item, grant.limits.until)).toBe(false)
            }
      }),
    )
  })

  it('carries limits with the data: nobody gives on more than it holds, or for longer', () => {
    fc.assert(
      fc.property(journeys, (states) => {
        for (const state of states)
          for (const grant of state.grants.filter(
            (each) => each.from !== state.origin && (each.state === 'offered' || each.state === 'taken'),
          ))
            expect(
              state.grants.some(
                (held) =>
                  held.to === grant.from && held.state !== 'offered' && isWithin(grant.limits, held.limits),
              ),
            ).toBe(true)
      }),
    )
  })

  it('closes what was withdrawn to the receiver and to everybody after it, and keeps the debt until each has answered', () => {
    fc.assert(
      fc.property(journeys, fc.constantFrom('b', 'c', 'd'), (states, from) => {
        const before = states.at(-1)!
        const step = withdraw(before, from)
        if (step.kind === 'refused') return
        const after = step.sharing
        for (const item of ITEMS) expect(canRead(after, from, item, START)).toBe(false)
        expect(owing(after)).toContain(from)
        let settled = after
        for (const each of owing(after)) settled = done(acknowledge(settled, each, START))
        expect(owing(settled)).toEqual([])
        expect(after.owner).not.toBe(from)
      }),
    )
  })

  it('never has two open offers: a second body cannot accept what another was asked', () => {
    fc.assert(
      fc.property(journeys, (states) => {
        for (const state of states) {
          expect(state.grants.filter((grant) => grant.state === 'offered').length).toBeLessThanOrEqual(1)
          expect(PARTIES.filter((each) => accept(state, each).kind === 'done').length).toBeLessThanOrEqual(1)
        }
      }),
    )
  })

  const few: Limits = {
    items: ITEMS.slice(0, 2),
    purpose: 'wages',
    until: new Date(START.getTime() + 5 * DAY),
  }
  const more: Limits = { ...few, items: ITEMS.slice(0, 3) }

  it('can be widened later, and handed over later', () => {
    const taken = done(accept(done(offer(openSharing('asal'), { by: 'asal', to: 'b', limits: few })), 'b'))
    expect(canRead(taken, 'b', ITEMS[2]!, START)).toBe(false)
    const wider = done(widen(taken, { by: 'asal', to: 'b', limits: more }))
    expect(canRead(wider, 'b', ITEMS[2]!, START)).toBe(true)
    const on = done(accept(done(offer(wider, { by: 'b', to: 'c', limits: few })), 'c'))
    expect(on.owner).toBe('c')
    expect(offer(taken, { by: 'b', to: 'c', limits: more })).toEqual({
      kind: 'refused',
      code: 'wider-than-received',
    })
  })

  it('leaves the rest of a part with the one who asked, as a need of its own', () => {
    const asked = done(offer(openSharing('asal'), { by: 'asal', to: 'b', limits: few }))
    const { taken, rest } = acceptPart(asked, 'b')
    expect(done(taken).owner).toBe('b')
    expect(rest?.owner).toBe('asal')
    expect(done(offer(rest!, { by: 'asal', to: 'c', limits: few })).owner).toBe('asal')
  })
})
