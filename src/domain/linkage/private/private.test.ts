import { describe, expect, it } from 'vitest'
import { editCost, editTable } from '../names/edit-weights.ts'
import { FAR } from '../names/token-book.ts'
import { makeBooks, tableOf, type PersonRecord } from '../person-table.ts'
import { pairLevels } from '../model/levels.ts'
import { loadEditWeights } from '#src/platform/linkage-weights.ts'
import { keyedCodes } from '#src/platform/linkage-hash.ts'
import { alignByFrequency } from './attack.ts'
import { compareEncoded } from './compare-encoded.ts'
import { encodeRow, saltRecord, type EncodedRecord } from './encode.ts'
import { candidatePairs, firstRound, MOST_SHARING } from './first-round.ts'
import { spellingsOf } from './spellings.ts'

const edits = editTable(loadEditWeights())
const { hash, saltingFor } = keyedCodes(new Uint8Array(32).fill(7))

const person = (record: Partial<PersonRecord>): PersonRecord => ({
  name: '',
  sex: '',
  birth: '',
  places: [],
  district: '',
  village: '',
  passport: '',
  nik: '',
  phone: '',
  ...record,
})

/** Each side with books of its own, as two agencies have. */
function both(left: PersonRecord, right: PersonRecord) {
  const shared = makeBooks(edits)
  const [a, b] = [tableOf([left], shared), tableOf([right], shared)]
  const clear = pairLevels(shared, a, 0, b, 0)
  const encode = (record: PersonRecord, salt: string): EncodedRecord => {
    const books = makeBooks(edits)
    return saltRecord(encodeRow(hash, books, tableOf([record], books), 0), saltingFor(salt))
  }
  return { clear, codes: compareEncoded(encode(left, 'p'), encode(right, 'p')), encode }
}

const meet = (a: string, b: string): number => {
  const others = spellingsOf(edits, b)
  return Math.min(...[...spellingsOf(edits, a)].map(([text, cost]) => cost + (others.get(text) ?? Infinity)))
}

describe('spellings that meet', () => {
  it.each([
    ['azis', 'aziz'],
    ['prasetyo', 'prasetya'],
    ['samsul', 'syamsul'],
    ['samsuddin', 'samsudin'],
    ['jasman', 'djasman'],
    ['taufiq', 'taufik'],
    ['munah', 'munha'],
    ['bambang', 'pambang'],
  ])('cost as much as one edit does in clear: %s, %s', (a, b) => {
    expect(meet(a, b)).toBeCloseTo(editCost(edits, a, b, FAR), 6)
    expect(meet(b, a)).toBeCloseTo(meet(a, b), 6)
  })

  it('never meet for less than the clear text asks', () => {
    const words = [
      'siti',
      'sitti',
      'aminah',
      'minah',
      'sumarni',
      'sumarno',
      'marni',
      'dewi',
      'devi',
      'widi',
      'joko',
      'djoko',
    ]
    for (const a of words)
      for (const b of words) {
        const cost = meet(a, b)
        if (cost !== Infinity) expect(cost).toBeGreaterThanOrEqual(editCost(edits, a, b, 99) - 1e-9)
      }
  })
})

describe('a pair compared from codes', () => {
  it.each<[string, Partial<PersonRecord>, Partial<PersonRecord>]>([
    ['the same date', { birth: '1984-07-03' }, { birth: '1984-07-03' }],
    ['a default day', { birth: '1984-01-01' }, { birth: '1984-01-01' }],
    ['day and month turned', { birth: '1984-07-03' }, { birth: '1984-03-07' }],
    ['one digit', { birth: '1984-07-03' }, { birth: '1989-07-03' }],
    ['another day', { birth: '1984-07-03' }, { birth: '1984-07-29' }],
    ['another month', { birth: '1984-07-03' }, { birth: '1984-12-03' }],
    ['another year', { birth: '1984-07-03' }, { birth: '1996-07-03' }],
    ['only the year', { birth: '1984' }, { birth: '1984-07-03' }],
    ['the year beside', { birth: '1984' }, { birth: '1985-07-03' }],
    ['two dates', { birth: '1984-07-03' }, { birth: '1991-12-20' }],
    ['no date', { birth: '' }, { birth: '1991-12-20' }],
    ['the date inside a NIK', { birth: '1984-07-03', nik: '3509305812720054' }, { birth: '1972-12-18' }],
    ['one sign of a passport', { passport: 'B6768971' }, { passport: 'B6768917' }],
    ['two signs of a passport', { passport: 'B6768971' }, { passport: 'B6711971' }],
    ['one telephone', { phone: '+62 812-9629-6405' }, { phone: '0812 9629 6405' }],
    ['a NIK', { nik: '3509305812720054' }, { nik: '3509305812720055' }],
    [
      'places',
      { places: ['Malang'], village: 'Sumber Dem', district: 'Wonosari' },
      { places: ['Kab. Malang'], village: 'Sumberdem', district: 'Dampit' },
    ],
    ['another region', { places: ['Malang'] }, { places: ['Belu'] }],
    ['sex', { sex: 'F' }, { sex: 'M' }],
  ])('has the levels that the clear text has: %s', (_, left, right) => {
    const { clear, codes } = both(person(left), person(right))
    expect(codes.levels).toBe(clear.levels)
  })

  it('reads joined, turned, misspelt and father-bearing names as the clear text does, to half a unit', () => {
    for (const [a, b] of [
      ['Siti Aminah', 'Aminah Sitti'],
      ['Nining Isnaeni', 'Niningisnaeni'],
      ['Sumarni binti Karto', 'Marni'],
      ['Muhammad Azis', 'Moh Aziz'],
      ['Dewi Lestari', 'Joko Susilo'],
    ] as const) {
      const { clear, codes } = both(person({ name: a }), person({ name: b }))
      expect(Math.abs(codes.score - clear.score)).toBeLessThanOrEqual(1.5)
    }
  })

  it('shares no code with the same record salted for another pair, and none without the key', () => {
    const record = person({
      name: 'Siti Aminah',
      birth: '1984-07-03',
      passport: 'B6768971',
      places: ['Malang'],
    })
    const { encode } = both(record, record)
    const codesOf = (text: EncodedRecord): readonly string[] =>
      text.tokens.flatMap(({ spellings }) => [...spellings.keys()])
    const first = new Set(codesOf(encode(record, 'pair 1 1')))
    expect(codesOf(encode(record, 'pair 1 2')).some((code) => first.has(code))).toBe(false)
    const books = makeBooks(edits)
    const other = keyedCodes(new Uint8Array(32).fill(8))
    expect(
      codesOf(encodeRow(other.hash, books, tableOf([record], books), 0)).some((code) => first.has(code)),
    ).toBe(false)
    expect(JSON.stringify([...first]).toLowerCase()).not.toContain('aminah')
  })
})

describe('the first round', () => {
  it('finds one person under two spellings by tokens, and holds back what many share', () => {
    const books = makeBooks(edits)
    const crowd = Array.from({ length: MOST_SHARING + 1 }, () => person({ name: 'Siti Nur', birth: '1990' }))
    const table = tableOf([person({ name: 'Wagiyem binti Parto', birth: '1984-07-03' }), ...crowd], books)
    const theirs = makeBooks(edits)
    const right = tableOf(
      [person({ name: 'Wagiyem', birth: '1984-07-03' }), person({ name: 'Siti Nur', birth: '1990' })],
      theirs,
    )
    const left = firstRound(hash, books, table)
    expect(candidatePairs(left, firstRound(hash, theirs, right))).toEqual([{ left: 0, right: 0 }])
    expect(left[1]!.mixed).toEqual([])
  })
})

describe('the attack by frequency', () => {
  it('names people where words are hashed one by one, so that it proves something where it fails', () => {
    const facts = [
      ['siti', 'a'],
      ['siti', 'b'],
      ['siti', 'a'],
      ['joko', 'b'],
      ['siti', 'a', 'rare'],
    ]
    const tokens = facts.map((record) => record.map(hash))
    const guesses = alignByFrequency(tokens, facts)
    expect(guesses.filter((guess, at) => guess === at).length).toBeGreaterThan(0)
  })
})
