import { describe, expect, it } from 'vitest'
import { NEED_KINDS, PERSON_CATEGORIES, PHASES } from '../cases/codes.ts'
import { faultsOf } from '../law/dated-value.ts'
import { BODY_KINDS, BODY_NAMES, bodyNameOn } from './bodies.ts'
import { COMPETENCE_TABLE, KNOWN_HOLES } from './competence-table.ts'
import { offerOrder, proposeBodies, type CompetenceFacts } from './competence.ts'

const today = '2026-11-21'
const worker: CompetenceFacts = { place: 'abroad', phase: 'during', category: 'worker' }

describe('who is competent', () => {
  it.each([
    ['shelter abroad', 'shelter', worker, 'mission'],
    ['wages abroad', 'wages', worker, 'labour-attache'],
    ['wages of a fisher abroad', 'wages', { ...worker, category: 'fisher' }, 'mission'],
    ['a fee to get back at home', 'refund', { ...worker, place: 'home', phase: 'before' }, 'bp3mi'],
    ['an investigation at home', 'investigation', { ...worker, place: 'home' }, 'polri'],
    ['restitution', 'restitution', { ...worker, place: 'home', phase: 'after' }, 'lpsk'],
    [
      'social rehabilitation at home',
      'psychosocial',
      { ...worker, place: 'home', phase: 'after' },
      'kemensos',
    ],
    ['a claim for insurance', 'social-security', { ...worker, place: 'home' }, 'bpjs-tk'],
    [
      'a foreigner who wants to go home',
      'return-home',
      { ...worker, place: 'home', category: 'foreigner' },
      'iom',
    ],
    ['asylum', 'international-protection', { ...worker, place: 'home', category: 'foreigner' }, 'unhcr'],
  ] as const)('proposes for %s the body that leads', (_, need, facts, lead) => {
    const competence = proposeBodies(need, facts, today)
    expect(competence.proposals[0]?.lead.kind).toBe(lead)
    expect(competence.findings).toEqual([])
  })

  it('has an answer with a legal basis for every need, phase, category and place, except the holes it names', () => {
    const holes = new Set<string>()
    for (const need of NEED_KINDS) {
      for (const phase of PHASES) {
        for (const category of PERSON_CATEGORIES) {
          for (const place of ['abroad', 'home'] as const) {
            const { proposals, findings } = proposeBodies(need, { place, phase, category }, today)
            for (const each of proposals) expect(each.basis.length).toBeGreaterThan(0)
            for (const finding of findings) holes.add(`${finding.kind} ${need} ${place}`)
          }
        }
      }
    }
    expect([...holes].sort()).toEqual(KNOWN_HOLES.map((hole) => `hole ${hole.need} ${hole.place}`).sort())
  })

  it('proposes both places when the place is not known, and says so', () => {
    const competence = proposeBodies('shelter', { ...worker, place: 'unknown' }, today)
    expect(competence.proposals.map((each) => each.lead.kind)).toEqual(['mission', 'kemensos'])
    expect(competence.findings).toContainEqual({ kind: 'place-unknown' })
    expect(new Set(offerOrder(competence)).size).toBe(offerOrder(competence).length)
  })

  it('never lets a company lead or read a case', () => {
    for (const row of COMPETENCE_TABLE) expect([...row.leads, ...row.supporters]).not.toContain('p3mi')
  })

  it('names nobody twice in one row', () => {
    for (const row of COMPETENCE_TABLE) {
      const named = [...row.leads, ...row.supporters]
      expect(new Set(named).size, row.needs.join()).toBe(named.length)
    }
  })
})

describe('names of bodies', () => {
  it.each([
    ['2018-05-01', 'BNP2TKI'],
    ['2019-12-30', 'BNP2TKI'],
    ['2019-12-31', 'BP2MI'],
    ['2024-11-04', 'BP2MI'],
    ['2024-11-05', 'Kementerian P2MI / BP2MI'],
    [today, 'Kementerian P2MI / BP2MI'],
  ])('on %s the protection body is called %s', (on, name) => {
    expect(bodyNameOn('kp2mi', on)).toBe(name)
  })

  it('have no gap and no overlap, and all hold today', () => {
    for (const kind of BODY_KINDS) {
      expect(faultsOf(BODY_NAMES[kind]), kind).toEqual([])
      expect(bodyNameOn(kind, today)).toBeDefined()
    }
  })
})
