import { describe, expect, it } from 'vitest'
import { concludeWages } from '#src/domain/rulebook/wages/wages.ts'
import { loadRulebook } from '#src/platform/rulebook.ts'
import { chapterWords } from '#src/web/chapter-words.ts'
import { aFrame } from '#src/web/ui/staff/frame.fixture.ts'
import { factsIn, fieldOf, numberIn } from './wage-facts.ts'
import { WagePage } from './wage-page.tsx'
import { formWith, wagePages } from './wage.fixture.tsx'

const TYPED = {
  currency: 'myr',
  from: '2014-01-01',
  until: '2021-06-30',
  agreed: '700',
  sector: 'domestic-work',
  contract: 'no',
  paidWorker: '1.500,50',
}

describe('what an officer types on the wage sheet', () => {
  it.each([
    ['1.500', 1500],
    ['1500', 1500],
    ['1.500,50', 1500.5],
    ['1500.5', 1500.5],
    ['1 500', 1500],
    ['-3', -3],
    ['seribu', Number.NaN],
  ])('reads %s', (text, value) => {
    expect(numberIn(text)).toBe(value)
  })

  it('leaves out what is empty, and takes the country of the case', () => {
    const read = factsIn(formWith(TYPED), 'MY')
    expect(read).toEqual({
      kind: 'facts',
      facts: {
        migration: { destination: 'MY' },
        work: { sector: 'domestic-work' },
        contract: { exists: 'no' },
        wages: {
          currency: 'MYR',
          from: '2014-01-01',
          until: '2021-06-30',
          agreedMonthly: { amount: 700, currency: 'MYR' },
          payments: [{ amount: { amount: 1500.5, currency: 'MYR' }, to: 'worker' }],
          deductions: [],
        },
      },
    })
  })

  it.each([
    [{ ...TYPED, until: '2021-02-30' }, 'until'],
    [{ ...TYPED, agreed: '-1' }, 'agreed'],
    [{ ...TYPED, months: 'lima' }, 'months'],
    [{ ...TYPED, currency: '' }, 'currency'],
  ])('points a fault at its field', (typed, field) => {
    const read = factsIn(formWith(typed), 'MY')
    expect(read.kind === 'faults' && read.faults.map((each) => fieldOf(each.field))).toContain(field)
  })
})

describe.each(['id', 'en'] as const)('the wage sheet in %s', (lang) => {
  it('shows the lines, the total, the check code and the comparison by month', () => {
    const read = factsIn(formWith(TYPED), 'MY')
    if (read.kind === 'faults') throw new Error(JSON.stringify(read.faults))
    const conclusion = concludeWages(read.facts, loadRulebook(), '2021-07-01')
    const frame = aFrame(lang)
    const words = chapterWords('wages', lang)
    const form = { values: TYPED, problems: [] }
    const view = { code: 'JHB-2026-0001', form, countries: [], words, version: 0 }
    const found = { conclusion, compared: 'same' as const }
    const html = `${WagePage({ frame, view: { ...view, found } }) as unknown as string}`
    if (typeof conclusion.answer === 'string') throw new Error('not counted')
    expect(html).toContain(conclusion.answer.check)
    expect(html).toContain(lang === 'id' ? 'MYR\u00a061.499,50' : 'MYR\u00a061,499.50')
    expect(html).toContain(lang === 'id' ? 'MYR\u00a0918,81' : 'MYR\u00a0918.81')
    expect(html).toContain(frame.t.kerjaUpah.same)
    expect(html).not.toMatch(/undefined|NaN|\[object|=&gt;/)
  })

  it('shows the crew one by one, the group, and a second count with its difference', () => {
    const frame = aFrame(lang)
    const pages = wagePages(frame)
    const texts = frame.t.kerjaUpah
    const html = String(pages['wages-counted'])
    for (const words of [
      'A1',
      'Rini W.',
      'Budi S.',
      texts.group,
      texts.crewMissing.monthly,
      texts.otherTotal,
    ])
      expect(html).toContain(words)
    expect(html).toContain(lang === 'id' ? 'USD\u00a045,00' : 'USD\u00a045.00')
    expect(html).toContain(texts.mode['no-contract'])
    expect(String(pages['wages-agreed'])).toContain(texts.sameTotal)
    expect(String(pages['wages'])).toContain(texts.blind)
    expect(html).not.toMatch(/undefined|NaN|\[object|=&gt;/)
  })
})
