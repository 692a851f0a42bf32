import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CONSENT_ANSWERS, CONSENT_ITEMS, type ConsentAnswer } from '../cases/codes.ts'
import { READER_KINDS } from '../reports/report.ts'
import {
  consentAnswer,
  consentsFromReport,
  isKeptFrom,
  itemsFor,
  mayShareWith,
  withdrawalOfAll,
  type Consent,
  type ConsentScope,
  type Reader,
} from './consent.ts'
import { buildPackage, itemsToAsk } from './package.ts'
import {
  areCompatible,
  decideRoleGrant,
  may,
  PERMISSIONS,
  READING_ROLES,
  ROLE_PERMISSIONS,
  ROLES,
} from './roles.ts'

const mission: Reader = { bodyId: 'kbri-x', kind: 'mission' }
const everyone: ConsentScope = { kind: 'everyone' }
const missions: ConsentScope = { kind: 'readers', of: 'mission' }
const thisBody: ConsentScope = { kind: 'body', bodyId: 'kbri-x' }
const day = (number: number) => new Date(Date.UTC(2026, 0, number))
const none = new Set<string>()
const said = (
  scope: ConsentScope,
  answer: ConsentAnswer,
  on: number,
  more: Partial<Consent> = {},
): Consent => ({
  item: 'name',
  scope,
  answer,
  givenBy: 'person',
  at: day(on),
  ...more,
})
const ask = (consents: readonly Consent[], suspects: ReadonlySet<string> = none) =>
  consentAnswer({ consents, item: 'name', reader: mission, at: day(20), suspects })

describe('consent', () => {
  it.each([
    ['nothing said', [], 'not-asked'],
    ['a yes to missions', [said(missions, 'yes', 1)], 'yes'],
    ['a yes taken back', [said(missions, 'yes', 1), said(missions, 'no', 2)], 'no'],
    ['a no, later a yes', [said(missions, 'no', 1), said(missions, 'yes', 2)], 'yes'],
    ['yes and no at the same moment', [said(missions, 'yes', 1), said(missions, 'no', 1)], 'no'],
    ['a narrow no is not undone by a broad yes', [said(thisBody, 'no', 1), said(everyone, 'yes', 2)], 'no'],
    [
      'a broad no is undone by a later narrow yes',
      [said(everyone, 'no', 1), said(thisBody, 'yes', 2)],
      'yes',
    ],
    ['a later broad no closes a narrow yes', [said(thisBody, 'yes', 1), said(everyone, 'no', 2)], 'no'],
    ['"don\'t know" is not yes', [said(missions, 'does-not-know', 1)], 'does-not-know'],
    [
      '"don\'t know" after a yes takes it back',
      [said(missions, 'yes', 1), said(missions, 'does-not-know', 2)],
      'does-not-know',
    ],
    ['a yes that ended', [said(missions, 'yes', 1, { until: day(10) })], 'not-asked'],
    ['a yes said in the future', [said(missions, 'yes', 25)], 'not-asked'],
    ['a yes to police', [said({ kind: 'readers', of: 'police' }, 'yes', 1)], 'not-asked'],
  ] as [string, Consent[], ConsentAnswer][])('reads %s', (_, consents, answer) => {
    expect(ask(consents)).toBe(answer)
  })

  it('does not count a guardian who is suspected', () => {
    const guardian = [said(missions, 'yes', 1, { givenBy: 'guardian', giverId: 'p1' })]
    expect(ask(guardian)).toBe('yes')
    expect(ask(guardian, new Set(['p1']))).toBe('not-asked')
  })

  it('takes the answers of the report kind by kind', () => {
    const consents = consentsFromReport(
      { mission: 'yes', police: 'no', family: 'not-asked' },
      ['name'],
      day(1),
    )
    expect(ask(consents)).toBe('yes')
    const question = { consents, item: 'name', at: day(20), suspects: none } as const
    expect(mayShareWith({ ...question, reader: { bodyId: 'x', kind: 'police' } })).toBe(false)
    expect(mayShareWith({ ...question, reader: { bodyId: 'x', kind: 'family' } })).toBe(false)
  })

  it('keeps it from whom the reporter named', () => {
    expect(isKeptFrom([{ kind: 'this-mission' }], mission)).toBe(true)
    expect(isKeptFrom([{ kind: 'this-mission', bodyId: 'kbri-y' }], mission)).toBe(false)
    expect(isKeptFrom([{ kind: 'my-village' }], mission)).toBe(false)
  })
})

const scopes = fc.oneof(
  fc.constant(everyone),
  fc.constantFrom(...READER_KINDS).map((of): ConsentScope => ({ kind: 'readers', of })),
  fc.constantFrom('kbri-x', 'other').map((bodyId): ConsentScope => ({ kind: 'body', bodyId })),
)
const consents = fc.array(
  fc.record({
    item: fc.constantFrom(...CONSENT_ITEMS.slice(0, 4)),
    scope: scopes,
    answer: fc.constantFrom(...CONSENT_ANSWERS),
    givenBy: fc.constant('person' as const),
    at: fc.integer({ min: 1, max: 19 }).map(day),
  }),
  { maxLength: 12 },
)

describe('disclosure', () => {
  const items = CONSENT_ITEMS.map((item) => ({ item, content: `content of ${item}` }))
  const request = { items, reader: mission, at: day(20), suspects: none, exceptionItems: [] }

  it('never grows when something is refused or withdrawn', () => {
    fc.assert(
      fc.property(consents, scopes, (list, scope) => {
        const before = itemsFor({ ...request, consents: list })
        const less = itemsFor({ ...request, consents: [...list, said(scope, 'no', 20)] })
        for (const item of less) expect(before.has(item)).toBe(true)
        expect(
          itemsFor({ ...request, consents: [...list, ...withdrawalOfAll(day(20), 'person')] }).size,
        ).toBe(0)
      }),
    )
  })

  it('does not depend on the order in which consents are read', () => {
    fc.assert(
      fc.property(consents, (list) => {
        const turned = itemsFor({ ...request, consents: [...list].reverse() })
        expect([...turned].sort()).toEqual([...itemsFor({ ...request, consents: list })].sort())
      }),
    )
  })

  it('shows the receiver what was allowed and no trace of the rest', () => {
    fc.assert(
      fc.property(consents, (list) => {
        const built = buildPackage({ ...request, consents: list })
        const allowed = itemsFor({ ...request, consents: list })
        expect(built.items.map((each) => each.item)).toEqual(
          CONSENT_ITEMS.filter((item) => allowed.has(item)),
        )
        expect(built.came).toBe('with-consent')
        expect(Object.keys(built)).toEqual(['items', 'came'])
      }),
    )
  })

  it('says when a part came without consent', () => {
    const built = buildPackage({ ...request, consents: [], exceptionItems: ['whereabouts', 'needs'] })
    expect(built.items.map((each) => each.item)).toEqual(['whereabouts', 'needs'])
    expect(built.came).toBe('without-consent')
  })

  it('knows what could still be asked, and does not ask again after a no', () => {
    const list = [said(missions, 'no', 1), said(missions, 'yes', 1, { item: 'needs' })]
    const open = itemsToAsk({ ...request, consents: list })
    expect(open).not.toContain('name')
    expect(open).not.toContain('needs')
    expect(open).toContain('story')
  })
})

describe('roles', () => {
  const readings = [
    'report.read',
    'case.read',
    'case.list',
    'evidence.read',
    'note.read-care',
    'note.read-legal',
    'case.break-glass',
    'rights.handle',
  ] as const

  it('let no administrator, auditor or analyst read a case', () => {
    for (const role of ['organisation-admin', 'installation-admin', 'auditor', 'analyst'] as const) {
      for (const permission of readings) expect(may([role], permission), `${role} ${permission}`).toBe(false)
    }
  })

  it('open restricted notes only to their own readers', () => {
    for (const role of ROLES) {
      expect(may([role], 'note.read-care')).toBe(role === 'restricted-reader-care')
      expect(may([role], 'note.read-legal')).toBe(role === 'restricted-reader-legal')
    }
  })

  it('give every permission to somebody, and nothing twice', () => {
    const given = Object.values(ROLE_PERMISSIONS).flat()
    expect(PERMISSIONS.filter((permission) => !given.includes(permission))).toEqual([])
    for (const role of ROLES) expect(new Set(ROLE_PERMISSIONS[role]).size).toBe(ROLE_PERMISSIONS[role].length)
  })

  it('never put keys and reading in one hand', () => {
    for (const reader of READING_ROLES) {
      for (const holder of ['organisation-admin', 'installation-admin', 'auditor'] as const) {
        expect(areCompatible([holder, reader])).toBe(false)
        const grant = { role: reader, to: 'a', rolesHeld: [holder], proposedBy: 'b', confirmedBy: 'c' }
        expect(decideRoleGrant(grant)).toEqual({ kind: 'refused', code: 'incompatible' })
      }
    }
    expect(areCompatible(['supervisor', 'restricted-reader-care'])).toBe(true)
  })

  it('need two other people for a reading role', () => {
    const grant = { role: 'caseworker', to: 'a', rolesHeld: [], proposedBy: 'b' } as const
    expect(decideRoleGrant({ ...grant, proposedBy: 'a' })).toMatchObject({ code: 'to-oneself' })
    expect(decideRoleGrant(grant)).toMatchObject({ code: 'second-person-needed' })
    expect(decideRoleGrant({ ...grant, confirmedBy: 'b' })).toMatchObject({ code: 'second-person-needed' })
    expect(decideRoleGrant({ ...grant, confirmedBy: 'a' })).toMatchObject({ code: 'to-oneself' })
    expect(decideRoleGrant({ ...grant, confirmedBy: 'c' })).toEqual({ kind: 'granted' })
    expect(decideRoleGrant({ ...grant, role: 'analyst' })).toEqual({ kind: 'granted' })
  })
})
