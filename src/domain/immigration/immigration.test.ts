import { describe, expect, it } from 'vitest'
import { known, unknown } from '../kernel/answer.ts'
import { parsePartialDate } from '../kernel/partial-date.ts'
import { INDICATOR_PATHS } from '../rulebook/facts/indicator-names.ts'
import { GROUND_CODES, GROUNDS, groundOf } from './grounds.ts'
import { DESK_QUESTIONS, type DeskAnswers } from './interview.ts'
import { DESK_STEPS, suggestSteps, type DeskFacts } from './next-steps.ts'
import { childAfter, childhoodAt, DESK_SIGNS, SIGNS_STATES, signsAfter, signsOf } from './signs.ts'
import { makeSlipCode, parseSlipCode, SLIP_CODE_BYTES } from './slip-code.ts'
import { ACT_NEEDS, decideWriting, type GroundWritten } from './written-act.ts'

const ANSWERED = Object.fromEntries(DESK_QUESTIONS.map((question) => [question, known('Ya.')])) as DeskAnswers
const facts = (differs: Partial<DeskFacts> = {}): DeskFacts => ({
  interview: { answers: ANSWERED, company: 'alone', interpreter: 'not-needed', language: 'id' },
  signs: 'none-seen',
  child: 'adult',
  hits: 0,
  referral: 'none',
  ...differs,
})

describe('the grounds of the law', () => {
  it('are a closed list, each with an article that was not verified', () => {
    expect(GROUNDS.map(({ code }) => code)).toEqual([...GROUND_CODES])
    for (const ground of GROUNDS)
      for (const basis of ground.basis)
        expect([basis.instrument, basis.certainty]).toEqual(['UU 6/2011', 'unverified'])
  })

  it('do not offer penyelidikan, which the Constitutional Court took away', () => {
    expect(GROUND_CODES.some((code) => code.includes('penyelidikan'))).toBe(false)
    expect(groundOf('investigator-asked')?.struck).toEqual({
      word: 'penyelidikan',
      by: 'Putusan MK 40/PUU-IX/2011',
    })
  })
})

describe('the interview', () => {
  it('asks at most twelve questions and never for origin, sex, religion or ethnicity', () => {
    expect(DESK_QUESTIONS.length).toBeLessThanOrEqual(12)
    for (const question of DESK_QUESTIONS)
      expect(question).not.toMatch(/origin|province|village|sex|gender|religion|ethnic|tribe|nationality/)
  })
})

describe('the signs', () => {
  it('are a part of the screening indicators', () => {
    for (const sign of DESK_SIGNS) expect(INDICATOR_PATHS).toContain(sign)
  })

  it('stay unclear while one was not asked about', () => {
    const all = Object.fromEntries(DESK_SIGNS.map((sign) => [sign, 'not-seen' as const]))
    expect(signsOf(all, 'adult')).toBe('none-seen')
    for (const sign of DESK_SIGNS) {
      expect(signsOf({ ...all, [sign]: 'not-asked' }, 'adult')).toBe('unclear')
      expect(signsOf({ ...all, [sign]: 'unclear' }, 'adult')).toBe('unclear')
      expect(signsOf({ ...all, [sign]: 'seen' }, 'adult')).toBe('seen')
    }
    expect(signsOf(all, 'perhaps')).toBe('seen')
  })

  it('never go back once one was seen', () => {
    for (const now of SIGNS_STATES) expect(signsAfter('seen', now)).toBe('seen')
    expect(signsAfter('unclear', 'none-seen')).toBe('none-seen')
  })

  it('take half a date and a false age as perhaps a child', () => {
    const born = (text: string) => childhoodAt(parsePartialDate(text), undefined, '2026-11-21')
    expect([born('2010'), born('2008'), born('1990')]).toEqual(['child', 'perhaps', 'adult'])
    expect(childhoodAt(parsePartialDate('1990'), 16, '2026-11-21')).toBe('perhaps')
    expect(childhoodAt(undefined, undefined, '2026-11-21')).toBe('unknown')
    expect([childAfter('child', 'adult'), childAfter('perhaps', 'child')]).toEqual(['child', 'child'])
  })
})

describe('the next steps', () => {
  it('are to ask, to talk again or to refer, and nothing else', () => {
    expect(DESK_STEPS).toEqual(['ask', 'second-interview', 'refer'])
    expect(suggestSteps(facts())).toEqual([])
  })

  it('make a reported hit a question, whatever their number', () => {
    for (const hits of [1, 7])
      expect(suggestSteps(facts({ hits }))).toEqual([
        { step: 'ask', because: [expect.objectContaining({ reason: 'reported-hit' })] },
      ])
  })

  it('name what was not asked, and who was near', () => {
    const answers = { ...ANSWERED, wish: unknown('not-asked'), debt: unknown('will-not-say') }
    const steps = suggestSteps(
      facts({ interview: { answers, company: 'not-alone', interpreter: 'none', language: 'jv' } }),
    )
    expect(steps[0]!.because[0]).toMatchObject({ reason: 'not-asked-yet', questions: ['wish'] })
    expect(steps[1]!.because.map(({ reason }) => reason)).toEqual(['not-alone', 'no-interpreter'])
  })

  it('propose a referral with a sign, until one was offered', () => {
    expect(
      suggestSteps(facts({ signs: 'seen', child: 'child' }))[0]!.because.map(({ reason }) => reason),
    ).toEqual(['child', 'sign-seen'])
    expect(suggestSteps(facts({ signs: 'seen', referral: 'offered' }))).toEqual([])
  })

  it('carry no number, rank or score', () => {
    const shown = JSON.stringify(suggestSteps(facts({ signs: 'seen', hits: 3, child: 'perhaps' })))
    expect(shown).not.toMatch(/score|rank|weight|percent|:\d/)
  })
})

describe('a reason that an officer writes', () => {
  const written = (differs: Partial<GroundWritten> = {}): GroundWritten => ({
    ground: 'prevention-list',
    reason: 'Nama ada di daftar, dicek.',
    proof: 'Nomor daftar 12',
    place: 'Loket 3',
    signs: 'none-seen',
    referral: 'none',
    unclearBecause: undefined,
    ...differs,
  })

  it('never comes before a referral where a sign was seen, on any ground', () => {
    for (const ground of GROUND_CODES) {
      expect(decideWriting(written({ ground, signs: 'seen' }))).toEqual({
        kind: 'not-yet',
        missing: ['referral'],
      })
      expect(decideWriting(written({ ground, signs: 'seen', referral: 'offered' })).kind).toBe(
        'may-be-written',
      )
    }
  })

  it('says what is missing, all of it', () => {
    const nothing = written({ ground: undefined, reason: '', proof: '', place: '', signs: 'unclear' })
    expect(decideWriting(nothing)).toEqual({
      kind: 'not-yet',
      missing: ACT_NEEDS.filter((need) => need !== 'referral'),
    })
  })
})

describe('the code of a slip', () => {
  const bytes = (seed: number) =>
    Uint8Array.from({ length: SLIP_CODE_BYTES }, (_, at) => (at * 37 + seed) % 240)

  it('is read back however it was spoken', () => {
    for (let seed = 0; seed < 200; seed += 1) {
      const code = makeSlipCode(bytes(seed))
      expect(parseSlipCode(code.toLowerCase().replaceAll('-', ' . '))).toBe(code)
    }
  })

  it('shows one wrong letter', () => {
    const code = makeSlipCode(bytes(3))
    for (const [at, letter] of [...code].entries())
      if (letter !== '-')
        expect(
          parseSlipCode(code.slice(0, at) + (letter === 'Z' ? 'Y' : 'Z') + code.slice(at + 1)),
        ).toBeUndefined()
  })

  it('is refused when it cannot be one', () => {
    for (const text of ['', '-', 'x'.repeat(10_000), '<script>', 'AAAA-AAAA-AA', "'; drop table"])
      expect(parseSlipCode(text)).toBeUndefined()
    expect(() => makeSlipCode(new Uint8Array(SLIP_CODE_BYTES).fill(255))).toThrow()
  })
})
