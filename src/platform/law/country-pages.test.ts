import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { loadCountryPages, readCountryPages, STATEMENT_HEADINGS } from './country-pages.ts'

type Free = { [key: string]: Free & Free[] }
const FILE = new URL('../../../seeds/reference/law/country-pages.json', import.meta.url)

function broken(change: (data: Free) => void): () => unknown {
  const data = JSON.parse(readFileSync(FILE, 'utf8')) as Free
  change(data)
  return () => readCountryPages(data)
}
function first(data: Free, heading: string): Record<string, unknown> {
  const found = data['countries']?.[0]?.[heading]?.[0]
  if (found === undefined) throw new Error(`the first country has nothing under ${heading}`)
  return found
}

describe('the country pages', () => {
  it('tell of the eleven destinations', () => {
    expect(loadCountryPages().countries.map((each) => each.iso)).toEqual([
      'MY',
      'HK',
      'TW',
      'SA',
      'SG',
      'KR',
      'JP',
      'AE',
      'KW',
      'JO',
      'BN',
    ])
  })

  it('say what is announced and not confirmed as just that', () => {
    const saudi = loadCountryPages().countries.find((each) => each.iso === 'SA')
    expect(saudi?.placement.state).toBe('closed-for-household-work')
    expect(saudi?.agreement.every((each) => each.state === 'announced')).toBe(true)
  })

  it('keep every sentence short enough for a person with primary education', () => {
    const { countries, firstSteps, homeSteps, homeLaw } = loadCountryPages()
    const own = [
      ...countries.flatMap((each) => STATEMENT_HEADINGS.flatMap((name) => each[name])),
      ...homeSteps,
      ...homeLaw,
    ]
    const says = [
      ...own.flatMap((each) => (each.says === undefined ? [] : [each.says])),
      ...countries.flatMap((each) => [
        each.placement.says,
        ...each.agreement.map(({ says: words }) => words),
      ]),
      ...firstSteps,
    ]
    for (const sentence of says.flatMap((each) => [...each.id.split('. '), ...each.en.split('. ')]))
      expect(sentence.split(' ').length, sentence).toBeLessThanOrEqual(14)
  })
})

describe('a wrong file', () => {
  it('stops the start when a norm is unknown or belongs to another country', () => {
    expect(broken((data) => void (first(data, 'passport')['norm'] = 'no-such-norm'))).toThrow(
      'MY quotes the unknown norm no-such-norm',
    )
    expect(broken((data) => void (first(data, 'passport')['norm'] = 'hk-passport'))).toThrow(
      'MY quotes hk-passport, a norm of HK',
    )
  })

  it('stops the start when a source is missing or empty', () => {
    expect(broken((data) => void delete first(data, 'work')['source'])).toThrow('source')
    expect(broken((data) => void (first(data, 'work')['source'] = { citation: '', url: null }))).toThrow(
      'citation',
    )
  })

  it('stops the start when a heading is missing, an agreement unknown or an amount is none', () => {
    expect(broken((data) => void delete data['countries']?.[0]?.['passport'])).toThrow('passport')
    expect(broken((data) => void (first(data, 'agreement')['instrument'] = 'id-zz-1'))).toThrow(
      'the library has no instrument id-zz-1',
    )
    expect(broken((data) => void (first(data, 'passport')['amount'] = 'shown'))).toThrow(
      'has no amount to show',
    )
  })

  it('stops the start when a telephone number was written into a sentence', () => {
    expect(
      broken((data) => void (first(data, 'work')['says'] = { id: 'Telepon +44 7700 900123', en: 'Call' })),
    ).toThrow('a telephone number stands')
  })
})
