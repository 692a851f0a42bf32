import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { loadRulebookTexts } from './rulebook.ts'
import { amountFromNorm, ruleFromNorm } from './norm-citations.ts'
import { readNorms } from './norm-texts.ts'

const norm = (id: string) => {
  const found = readNorms().find((each) => each.id === id)
  if (found === undefined) throw new Error(id)
  return found
}

describe('a version that names a norm', () => {
  it('takes its citation, its window and its amount', () => {
    const { instrument, article, source, confidence } = norm('kr-mw-2026')
    expect(amountFromNorm({ norm: 'kr-mw-2026' })).toEqual({
      instrument,
      article,
      source,
      confidence,
      amount: 10_320,
      norm: 'kr-mw-2026',
      validFrom: '2026-01-01',
      validUntil: '2027-01-01',
    })
  })

  it('says that the start was not read where the norm has none', () => {
    expect(ruleFromNorm({ norm: 'my-limit' })).toMatchObject({
      validFrom: null,
      startNotRead: { en: 'The day it came into force was not read in the text.' },
    })
  })

  it.each([
    ['hk-leave', 'first-number', 7],
    ['sg-eca-time', 'second-number', 6],
    ['my-ea-24-deduct', 'percent', 0.5],
    ['jp-lsa-37', 'percent-on-top', 1.25],
  ])('reads %s as %s', (id, take, amount) => {
    expect(amountFromNorm({ norm: id, take })).toMatchObject({ amount })
  })

  it('is nowhere called verified when the text names no place', () => {
    expect(norm('hk-passport')).toMatchObject({ article: '-', confidence: 'verified' })
    expect(ruleFromNorm({ norm: 'hk-passport' })).toMatchObject({ confidence: 'secondary' })
  })

  it('is refused for an unknown norm, an unknown reading, and an amount that the norm has already', () => {
    expect(() => ruleFromNorm({ norm: 'nowhere' })).toThrow('there is no norm nowhere')
    expect(() => amountFromNorm({ norm: 'hk-leave', take: 'third' })).toThrow('third')
    expect(() => amountFromNorm({ norm: 'kr-mw-2026', amount: 1 })).toThrow('may not repeat')
  })
})

describe('a version that agrees with a norm', () => {
  const { instrument, confidence, validFrom, validUntil } = norm('hk-maw-old')
  const own = { instrument, confidence, validFrom, validUntil, article: 'cl. 5', amount: 4990 }

  it('keeps its own place in the text', () => {
    expect(amountFromNorm({ agrees: 'hk-maw-old', ...own })).toEqual({ ...own, norm: 'hk-maw-old' })
  })

  it.each([{ amount: 4991 }, { validFrom: '2024-09-27' }, { confidence: 'unverified' }, { instrument: 'x' }])(
    'is refused with %j',
    (other) => {
      expect(() => amountFromNorm({ agrees: 'hk-maw-old', ...own, ...other })).toThrow('says otherwise')
    },
  )
})

describe('the chapters', () => {
  it('repeat no norm: what the offer compares with the law of a place stands in the norms', () => {
    const offer = loadRulebookTexts().chapters.find((each) => each.question === 'offer')
    const rows = offer?.tables['norms'] as readonly { readonly rule: string; readonly parameter?: string }[]
    for (const { rule, parameter } of rows) {
      const versions = [
        ...(offer?.rules.find((each) => each.id === rule)?.versions ?? []),
        ...(offer?.parameters.find((each) => each.id === parameter)?.versions ?? []),
      ]
      expect([rule, versions.map((each) => typeof each.norm)]).toEqual([rule, versions.map(() => 'string')])
    }
  })

  it('never write 1970-01-01 for a start that nobody read', () => {
    const folder = new URL('../../seeds/reference/', import.meta.url)
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
      file.endsWith('.json'),
    )
    for (const file of files)
      expect([file, readFileSync(new URL(file, folder), 'utf8').includes('1970-01-01')]).toEqual([
        file,
        false,
      ])
  })
})
