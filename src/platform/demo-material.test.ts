import { describe, expect, it } from 'vitest'
import { CASE_TYPES } from '#src/domain/cases/case-types.ts'
import * as codes from '#src/domain/cases/codes.ts'
import { URGENCIES } from '#src/domain/cases/urgency.ts'
import { makeDemoWorld } from '#src/domain/demo/make-demo-world.ts'
import { ROLES } from '#src/domain/disclosure/roles.ts'
import { REFERRAL_STATUSES } from '#src/domain/referrals/lifecycle.ts'
import { loadDemoMaterial } from './demo-material.ts'
import { loadReference } from './reference.ts'

const until = new Date('2026-11-21T02:00:00Z')
const material = loadDemoMaterial(loadReference())
const wish = { seed: 'payung', cases: 440, waiting: 80, until }
const world = makeDemoWorld(material, wish)
const people = world.cases.flatMap((each) => each.people)
const referrals = world.cases.flatMap((each) => each.referrals)
const reports = [...world.cases.map((each) => each.report), ...world.waiting]

function missing(all: readonly string[], used: readonly (string | undefined)[]): readonly string[] {
  return all.filter((code) => !used.includes(code))
}

describe('the demonstration', () => {
  it('is the same each time it is made', () => {
    expect(JSON.stringify(makeDemoWorld(material, wish))).toBe(JSON.stringify(world))
  })

  it('is another one for another seed', () => {
    expect(JSON.stringify(makeDemoWorld(material, { ...wish, seed: 'lain' }))).not.toBe(JSON.stringify(world))
  })

  it('has 440 cases over two years, 80 reports that wait, and some of these in danger', () => {
    expect(world.cases).toHaveLength(440)
    expect(world.waiting).toHaveLength(80)
    expect(new Set(world.cases.map((each) => each.openedAt.getUTCFullYear())).size).toBe(3)
    const danger = world.waiting.filter(
      (each) => each.draft.danger.known && each.draft.danger.value === 'now',
    )
    expect(danger.length).toBeGreaterThan(8)
  })

  it('marks every organisation as a demonstration and gives each its people', () => {
    expect(world.organisations.length).toBeGreaterThanOrEqual(12)
    for (const body of world.organisations) {
      expect(body.name.id).toContain('(demo)')
      expect(
        world.staff.some((staff) => staff.organisation === body.key),
        body.key,
      ).toBe(true)
      if (body.kind !== 'pemdes')
        expect(world.duties.some((duty) => duty.organisation === body.key)).toBe(true)
    }
  })

  it('shows every role with a short sign-in', () => {
    expect(world.staff.length).toBeGreaterThanOrEqual(40)
    expect(
      missing(
        ROLES,
        world.staff.filter((staff) => staff.firstChoice).flatMap((staff) => staff.roles),
      ),
    ).toEqual([])
    expect(new Set(world.staff.map((staff) => staff.signIn)).size).toBe(world.staff.length)
  })

  it('uses each code at least once', () => {
    const { cases } = world
    const closings = cases.flatMap((each) => (each.closing === undefined ? [] : [each.closing]))
    const used: readonly (readonly [readonly string[], readonly (string | undefined)[]])[] = [
      [CASE_TYPES, cases.flatMap((each) => each.types)],
      [URGENCIES, cases.map((each) => each.urgency)],
      [codes.PHASES, people.map((each) => each.phase)],
      [codes.PERSON_CATEGORIES, people.map((each) => each.category)],
      [codes.PLACEMENT_WAYS, people.map((each) => each.placement)],
      [codes.SECTORS, people.map((each) => each.sector)],
      [codes.DOCUMENT_STATUSES, people.map((each) => each.documents)],
      [codes.SOCIAL_SECURITY_STATUSES, people.map((each) => each.socialSecurity)],
      [codes.PERSON_ROLES, people.flatMap((each) => each.roles)],
      [codes.NEED_KINDS, cases.flatMap((each) => each.needs.map((need) => need.kind))],
      [codes.INTERMEDIARY_KINDS, cases.flatMap((each) => each.chain.map((link) => link.kind))],
      [codes.CERTAINTIES, cases.flatMap((each) => each.events.map((event) => event.certainty))],
      [codes.SOURCE_KINDS, cases.flatMap((each) => each.events.map((event) => event.source))],
      [codes.NOTE_CLASSES, cases.flatMap((each) => each.notes.map((note) => note.class))],
      [codes.EVIDENCE_KINDS, cases.flatMap((each) => each.evidence.map((piece) => piece.kind))],
      [codes.CONSENT_ITEMS, cases.flatMap((each) => each.consents.map((consent) => consent.item))],
      [codes.CONSENT_ANSWERS, cases.flatMap((each) => each.consents.map((consent) => consent.answer))],
      [codes.CLOSING_REASONS, closings.map((each) => each.reason)],
      [codes.CLOSING_BASES, closings.map((each) => each.basis)],
      [codes.AGENCY_CLOSING_REASONS, cases.map((each) => each.agencyClosing?.reason)],
      [codes.CONTACT_OUTCOMES, world.contacts.map((each) => each.outcome)],
      [REFERRAL_STATUSES, referrals.map((each) => each.state)],
      [['MY', 'HK', 'TW', 'SA', 'SG', 'KR', 'JP', 'AE', 'BN', 'ID'], cases.map((each) => each.country)],
    ]
    for (const [all, some] of used) expect(missing(all, some)).toEqual([])
  })

  it('holds no telephone number that could reach somebody, and no paper number of a real shape', () => {
    const text = JSON.stringify([world.people, reports, world.cases])
    const numbers = text.match(/\+\d[\d ]{7,}/g) ?? []
    expect(numbers.length).toBeGreaterThan(100)
    for (const number of numbers) expect(number.trim()).toMatch(/^\+44 7700 900\d{3}$/)
    expect(text).not.toMatch(/\b(0\d{9,}|\d{16}|[A-Z]\d{7})\b/)
  })

  it('never lets anything happen after its end, except what is still due', () => {
    for (const each of world.cases) {
      const moments = [
        each.openedAt,
        each.lastTouchedAt,
        each.closing?.at,
        ...each.referrals.map((one) => one.endedAt),
      ]
      for (const moment of moments) if (moment !== undefined) expect(moment <= until, each.key).toBe(true)
      expect(each.report.receivedAt <= each.openedAt, each.key).toBe(true)
      if (each.closing) expect(each.closing.at > each.openedAt, each.key).toBe(true)
    }
  })

  it('keeps every name inside: people, staff, bodies, needs', () => {
    const persons = new Set(world.people.map((person) => person.key))
    const staff = new Set(world.staff.map((each) => each.key))
    const bodies = new Set(world.organisations.map((each) => each.key))
    expect(persons.size).toBe(world.people.length)
    for (const person of people) expect(persons.has(person.person)).toBe(true)
    for (const each of world.cases) {
      expect(staff.has(each.officer)).toBe(true)
      for (const one of each.referrals) {
        expect(bodies.has(one.to)).toBe(true)
        expect(one.to).not.toBe(one.from)
        expect(each.needs.some((need) => need.key === one.need)).toBe(true)
      }
    }
  })

  it('has people in two cases, incidents with several cases, protected cases, contradictions and reopened ones', () => {
    expect(new Set(people.map((each) => each.person)).size).toBeLessThan(people.length)
    for (const incident of world.incidents) expect(incident.cases.length, incident.key).toBeGreaterThan(2)
    expect(world.incidents).toHaveLength(material.lines.incidents.length)
    const { cases } = world
    expect(cases.filter((each) => each.protection).length).toBeGreaterThan(10)
    expect(cases.filter((each) => each.events.some((event) => event.contradicts)).length).toBeGreaterThan(30)
    expect(cases.filter((each) => each.closing?.reopenedAt).length).toBeGreaterThan(2)
    expect(cases.filter((each) => each.referrals.some((one) => one.withoutConsent)).length).toBeGreaterThan(5)
  })

  it('tells different stories', () => {
    expect(material.stories.length).toBeGreaterThanOrEqual(60)
    const texts = reports.map((each) => each.draft.story)
    expect(new Set(texts).size).toBeGreaterThan(texts.length * 0.85)
    for (const text of texts) expect(text).not.toMatch(/[{}[\]|]|undefined/)
  })

  it('lets every body answer for something: own cases, reports or referrals', () => {
    const busy = [...world.cases.map((each) => each.organisation), ...referrals.map((each) => each.to)]
    expect(
      missing(
        world.organisations.map((each) => each.key),
        busy,
      ),
    ).toEqual([])
  })
})
