import { describe, expect, it } from 'vitest'
import { decodeForm } from '#src/web/middleware/decode-form.ts'
import { checkStep } from './check-step.ts'
import { draftFromForm, namesIn } from './draft-from-form.ts'
import { BLANK_FORM, carriedAnswers, neighbourStep, readReportForm, skipStep } from './fields.ts'

const form = (...entries: readonly (readonly [string, string])[]) => readReportForm(decodeForm(entries))
const draft = (...entries: readonly (readonly [string, string])[]) => draftFromForm(form(...entries), 'id')

describe('reading the form', () => {
  it('drops codes that the form does not offer', () => {
    expect(form(['what', 'gaji'], ['what', 'bohong'], ['danger', 'maybe'])).toMatchObject({
      what: ['gaji'],
      danger: [],
    })
  })

  it('carries the answers of the other steps, and what was skipped', () => {
    const answered = form(['what', 'gaji'], ['danger', 'now'], ['skipped', 'where'])
    expect(carriedAnswers(answered, 'danger')).toEqual([
      ['what', 'gaji'],
      ['skipped', 'where'],
    ])
  })

  it('takes away what stood in a skipped step and remembers the skip', () => {
    const skipped = skipStep(form(['story', 'x'], ['what', 'gaji'], ['danger', 'now']), 'what')
    expect(skipped).toMatchObject({ what: [], story: [], danger: ['now'], skipped: ['what'] })
  })

  it('answers a question again that was skipped before', () => {
    expect(carriedAnswers(form(['skipped', 'where']), 'where')).toEqual([])
  })

  it('knows the question before and after, and both ends', () => {
    expect(neighbourStep('what', 'next')).toBe('where')
    expect(neighbourStep('what', 'back')).toBeUndefined()
    expect(neighbourStep('share', 'next')).toBeUndefined()
  })
})

describe('checking a step', () => {
  it('asks for nothing: a blank form passes every step', () => {
    for (const step of ['what', 'where', 'danger', 'contact', 'share'] as const)
      expect(checkStep(BLANK_FORM, step)).toEqual([])
  })

  it('wants a number where a number is counted', () => {
    expect(checkStep(form(['peopleCount', 'tiga']), 'what')).toEqual([
      { field: 'peopleCount', code: 'not-a-count' },
    ])
  })

  it('wants to know where to reach whoever asks to be reached', () => {
    expect(checkStep(form(['safeContact.ways', 'phone']), 'contact')).toEqual([
      { field: 'safeContact.value', code: 'contact-missing' },
    ])
    expect(checkStep(form(['safeContact.ways', 'this-page-only']), 'contact')).toEqual([])
  })

  it('says how long a text may be and cuts nothing', () => {
    const long = form(['story', 'a'.repeat(9000)])
    expect(checkStep(long, 'what')).toEqual([{ field: 'story', code: 'too-long', longest: 8000 }])
    expect(long.story[0]).toHaveLength(9000)
  })
})

describe('making a report of it', () => {
  it('keeps blank, skipped and "do not know" apart', () => {
    expect(draft().danger).toEqual({ known: false, why: 'not-asked' })
    expect(draft(['skipped', 'danger']).danger).toEqual({ known: false, why: 'will-not-say' })
    expect(draft(['danger', 'unknown']).danger).toEqual({ known: false, why: 'does-not-know' })
    expect(draft(['place.country', 'unknown']).place).toEqual({ known: false, why: 'does-not-know' })
  })

  it('keeps not knowing how to be reached apart from every way of reaching', () => {
    expect(draft(['safeContact.ways', 'unknown']).safeContact).toEqual({ known: false, why: 'does-not-know' })
    expect(draft(['safeContact.ways', 'unknown'], ['safeContact.hours', 'malam']).safeContact).toEqual({
      known: true,
      value: { ways: [], hours: 'malam', callRule: 'do-not-call' },
    })
    expect(checkStep(form(['safeContact.ways', 'unknown']), 'contact')).toEqual([])
  })

  it('turns nothing but a ticked reader into a yes', () => {
    expect(draft(['share', 'chosen'], ['shareWith', 'mission']).mayShare).toEqual({ mission: 'yes' })
    expect(draft(['share', 'ask-first'], ['shareWith', 'mission']).mayShare).toEqual({})
    expect(draft(['shareWith', 'police']).mayShare).toEqual({})
    expect(draft(['share', 'no']).mayShare).toMatchObject({ police: 'no', family: 'no' })
    expect(draft(['share', 'unknown']).mayShare).toMatchObject({ mission: 'does-not-know' })
  })

  it('allows a call only where the person chose one and did not forbid it', () => {
    const rule = (...entries: readonly (readonly [string, string])[]) => {
      const contact = draft(['safeContact.value', '+44 7700 900123'], ...entries).safeContact
      return contact.known ? contact.value.callRule : undefined
    }
    expect(rule(['safeContact.ways', 'phone'])).toBe('may-call')
    expect(rule(['safeContact.ways', 'phone'], ['safeContact.callRule', 'do-not-call'])).toBe('do-not-call')
    expect(rule(['safeContact.ways', 'sms'])).toBe('do-not-call')
    expect(rule()).toBe('do-not-call')
  })

  it('takes a report about oneself as one person, and does not guess who many are', () => {
    expect(draft(['about', 'myself']).peopleCount).toEqual({ known: true, value: 1 })
    expect(draft(['about', 'group']).peopleCount).toEqual({ known: false, why: 'not-asked' })
    expect(draft(['about', 'group'], ['peopleCount', '12']).peopleCount).toEqual({ known: true, value: 12 })
  })

  it('reads several names between commas and on lines', () => {
    expect(namesIn('Wati, Siti\n Wati binti Amat ;')).toEqual(['Wati', 'Siti', 'Wati binti Amat'])
  })

  it('keeps a place at sea in words, without a country', () => {
    expect(draft(['place.country', 'sea'], ['place.words', 'kapal contoh']).place).toEqual({
      known: true,
      value: { words: 'di laut: kapal contoh' },
    })
  })
})
