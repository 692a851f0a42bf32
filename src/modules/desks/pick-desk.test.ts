import { expect, it } from 'vitest'
import { known, unknown } from '#src/domain/kernel/answer.ts'
import type { Desk } from './desk-queries.ts'
import { keptFromKinds, pickDesk, type DeskWish } from './pick-desk.ts'

const desk = (id: string, kind: string, ...covers: readonly (readonly [string, string?])[]): Desk => ({
  id,
  slug: id,
  kind,
  nameId: id,
  nameEn: id,
  country: 'ID',
  timeZone: 'Asia/Jakarta',
  demo: false,
  covers: covers.map(([country, district], at) => ({ country, district: district ?? null, rank: at + 1 })),
})
const DESKS = [
  desk('pusat', 'kp2mi', ['ID']),
  desk('jhb', 'mission', ['MY']),
  desk('jatim', 'bp3mi', ['ID', '35']),
  desk('ntb', 'bp3mi', ['ID', '52']),
  desk('teduh', 'ngo', ['ID'], ['MY']),
  desk('polda', 'polri', ['ID', '52']),
]
const wish = (facts: Partial<DeskWish>): DeskWish => ({
  deskChoice: unknown('not-asked'),
  place: unknown('not-asked'),
  keepFrom: [],
  ...facts,
})
const chosen = (facts: Partial<DeskWish>): string => {
  const picked = pickDesk(DESKS, wish(facts))
  return picked ? `${picked.desk.id} ${picked.why}` : 'none'
}

it('goes by place: the mission abroad, the regional office at home, else the head office', () => {
  expect(chosen({ place: known({ country: 'MY' }) })).toBe('jhb place')
  expect(chosen({ place: known({ country: 'ID', region: '52.03' }) })).toBe('ntb place')
  expect(chosen({ place: known({ country: 'ID' }) })).toBe('pusat head-office')
  expect(chosen({})).toBe('pusat head-office')
})

it('goes to the police or an organisation only when the reporter picked them', () => {
  expect(chosen({ place: known({ country: 'ID', region: '52' }), deskChoice: known('police') })).toBe(
    'polda picked',
  )
  expect(chosen({ place: known({ country: 'MY' }), deskChoice: known('organisation') })).toBe('teduh picked')
})

it('never goes to a body that the reporter named, whatever was picked', () => {
  const place = known({ country: 'MY' })
  expect(chosen({ place, keepFrom: [{ kind: 'this-mission' }], deskChoice: known('mission') })).not.toMatch(
    /^jhb/,
  )
  expect(chosen({ place, keepFrom: [{ kind: 'other', bodyId: 'jhb' }] })).not.toMatch(/^jhb/)
  const all = pickDesk(
    DESKS,
    wish({
      keepFrom: [
        { kind: 'this-mission' },
        { kind: 'protection-ministry' },
        { kind: 'organisation' },
        { kind: 'police' },
      ],
    }),
  )
  expect(all).toBeUndefined()
})

it('keeps whole kinds of bodies away from later referrals', () => {
  expect(keptFromKinds([{ kind: 'my-village' }, { kind: 'my-agency' }])).toEqual(['pemdes', 'p3mi'])
  expect(keptFromKinds([{ kind: 'police', bodyId: 'polda' }])).toEqual([])
})
