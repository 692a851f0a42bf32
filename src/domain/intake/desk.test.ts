import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DESK_CHOICES, KEEP_FROM_KINDS, type KeepFrom } from '../reports/report.ts'
import { isKeptFrom } from '../disclosure/consent.ts'
import { deskFor, type Desk } from './desk.ts'

const desk = (deskId: string, kind: Desk['kind'], countries: string[], regions: string[] = []): Desk => ({
  deskId,
  bodyId: `body-${deskId}`,
  kind,
  countries,
  regions,
})
const kualaLumpur = desk('kl', 'mission', ['MY'])
const riyadh = desk('riyadh', 'mission', ['SA'])
const mataram = desk('mataram', 'regional-office', ['ID'], ['52'])
const kupang = desk('kupang', 'regional-office', ['ID'], ['53'])
const head = desk('head', 'head-office', [])
const ngo = desk('ngo', 'organisation', ['ID', 'MY'])
const police = desk('police', 'police', ['ID'])
const desks = [police, ngo, head, kupang, mataram, riyadh, kualaLumpur]
const ids = (
  place: Parameters<typeof deskFor>[0]['place'],
  choice?: (typeof DESK_CHOICES)[number],
  keepFrom: KeepFrom[] = [],
) => deskFor({ place, choice, keepFrom, desks }).map((each) => each.deskId)

describe('the desk of a report', () => {
  it.each([
    ['abroad, no choice', { country: 'MY' }, undefined, [], ['kl', 'head', 'ngo']],
    ['abroad, an organisation picked', { country: 'MY' }, 'organisation', [], ['ngo', 'kl', 'head']],
    ['at home, by province', { country: 'ID', region: '5203' }, undefined, [], ['mataram', 'head', 'ngo']],
    [
      'at home, police picked',
      { country: 'ID', region: '5301' },
      'police',
      [],
      ['police', 'kupang', 'head', 'ngo'],
    ],
    ['nowhere known', undefined, undefined, [], ['head']],
    [
      'this embassy must not see it',
      { country: 'MY' },
      'mission',
      [{ kind: 'this-mission' }],
      ['head', 'ngo'],
    ],
    [
      'the ministry must not see it',
      { country: 'MY' },
      undefined,
      [{ kind: 'protection-ministry' }],
      ['kl', 'ngo'],
    ],
    [
      'one named body must not see it',
      { country: 'MY' },
      undefined,
      [{ kind: 'other', bodyId: 'body-kl' }],
      ['head', 'ngo'],
    ],
    ['a country without a mission', { country: 'XX' }, 'mission', [], ['head']],
  ] as [string, { country: string } | undefined, 'police' | undefined, KeepFrom[], string[]][])(
    'is chosen for: %s',
    (_, place, choice, keepFrom, order) => {
      expect(ids(place, choice, keepFrom)).toEqual(order)
    },
  )

  it('is never one that must not see it, never the police unasked, and does not depend on the order of the list', () => {
    const keep = fc.array(fc.constantFrom(...KEEP_FROM_KINDS).map((kind): KeepFrom => ({ kind })))
    const places = fc.constantFrom(
      undefined,
      { country: 'MY' },
      { country: 'ID', region: '5203' },
      { country: 'SA' },
    )
    fc.assert(
      fc.property(
        keep,
        places,
        fc.constantFrom(...DESK_CHOICES),
        fc.shuffledSubarray(desks, { minLength: 7 }),
        (keepFrom, place, choice, list) => {
          const order = deskFor({ place, choice, keepFrom, desks: list })
          expect(order).toEqual(deskFor({ place, choice, keepFrom, desks }))
          if (choice !== 'police') expect(order).not.toContain(police)
          for (const each of order) {
            const kind = {
              mission: 'mission',
              'regional-office': 'protection-ministry',
              'head-office': 'protection-ministry',
              'labour-office': 'labour-office',
              organisation: 'organisation',
              police: 'police',
            } as const
            expect(isKeptFrom(keepFrom, { bodyId: each.bodyId, kind: kind[each.kind] })).toBe(false)
          }
        },
      ),
    )
  })
})
