import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadEditWeights } from '#src/platform/linkage-weights.ts'
import { makeSounds } from './blocking.ts'
import { linkTables, type Link } from './link.ts'
import { comparePairs } from './model/candidates.ts'
import { levelOf, pairLevels } from './model/levels.ts'
import { conflictChance, fieldWeight, weighPair, type LinkModel } from './model/model.ts'
import { trainModel } from './model/train.ts'
import { editCost, editTable } from './names/edit-weights.ts'
import { makeBooks, tableOf, type PersonRecord } from './person-table.ts'
import { explainPair } from './waterfall.ts'

const EDITS = editTable(loadEditWeights())
const WORDS = [
  'sukarti',
  'soekarti',
  'muhammad',
  'ridwan',
  'siti',
  'aminah',
  'amina',
  'joko',
  'wati',
  'ekawati',
]
const word = fc.constantFrom(...WORDS)
const anyWord = fc.string({
  unit: fc.constantFrom(...'abdeghiklmnorstuwyz'.split('')),
  minLength: 1,
  maxLength: 12,
})
const name = fc
  .tuple(
    fc.array(fc.oneof(word, anyWord), { minLength: 1, maxLength: 4 }),
    fc.option(word, { nil: undefined }),
  )
  .map(([given, father]) => given.join(' ') + (father === undefined ? '' : ` bin ${father}`))

const EMPTY: PersonRecord = {
  name: 'sukarti',
  sex: '',
  birth: '',
  places: [],
  district: '',
  village: '',
  passport: '',
  nik: '',
  phone: '',
}
const person = (fields: Partial<PersonRecord>): PersonRecord => ({ ...EMPTY, ...fields })

const date = fc
  .tuple(
    fc.integer({ min: 1970, max: 2005 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
  )
  .map(([y, m, d]) => `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`)
const anyPerson: fc.Arbitrary<PersonRecord> = fc.record({
  name,
  sex: fc.constantFrom('F', 'M', ''),
  birth: fc.oneof(date, fc.constantFrom('', '1988', '1990')),
  places: fc.constantFrom([], ['Malang'], ['Kab. Kediri'], ['Kediri', 'Malang']),
  district: fc.constantFrom('', 'Pujut', 'Praya'),
  village: fc.constantFrom('', 'Sukamaju', 'Mekar Sari'),
  passport: fc.constantFrom('', 'A1234567', 'A1234568', 'C9999999'),
  nik: fc.constantFrom('', '3507034101880001'),
  phone: fc.constantFrom('', '+44 7700 900001', '+44 7700 900002'),
})

/** A small population from which weights are learned. */
const GIVEN = [
  'agus',
  'budi',
  'citra',
  'dewi',
  'eko',
  'fitri',
  'gunawan',
  'hasan',
  'indah',
  'joko',
  'kartini',
  'lestari',
]
const people = (spelling: (text: string) => string): readonly PersonRecord[] =>
  GIVEN.flatMap((first, a) =>
    GIVEN.map((second, b) =>
      person({
        name: spelling(`${first} ${second}`),
        sex: a % 2 === 0 ? 'M' : 'F',
        birth: `${1970 + ((a * 12 + b) % 35)}-${String((b % 12) + 1).padStart(2, '0')}-${String(((a * 5 + b) % 28) + 1).padStart(2, '0')}`,
        places: [['Malang', 'Kediri', 'Blitar', 'Jember'][(a + b) % 4]!],
        passport: `B${String(1_000_000 + a * 12 + b)}`,
      }),
    ),
  )

const learned = (): { readonly model: LinkModel; readonly links: readonly Link[] } => {
  const books = makeBooks(EDITS)
  const left = tableOf(
    people((text) => text),
    books,
  )
  const right = tableOf(
    people((text) => text.replace('u', 'oe')),
    books,
  )
  return linkTables(books, left, right)
}
const { model, links } = learned()

function compare(a: PersonRecord, b: PersonRecord) {
  const books = makeBooks(EDITS)
  const left = tableOf([a], books)
  const right = tableOf([b], books)
  const { levels, score } = pairLevels(books, left, 0, right, 0)
  return { books, left, right, levels, score, ...weighPair(model, books, left, 0, right, 0, levels, score) }
}

describe('the distance of two words', () => {
  it('is nothing for the same word, and the same in both directions', () => {
    fc.assert(
      fc.property(anyWord, anyWord, (a, b) => {
        expect(editCost(EDITS, a, a, 99)).toBe(0)
        expect(editCost(EDITS, a, b, 99)).toBeCloseTo(editCost(EDITS, b, a, 99), 9)
        if (a !== b) expect(editCost(EDITS, a, b, 99)).toBeGreaterThan(0)
      }),
    )
  })

  it('is less for what is often miswritten than for what is not', () => {
    const cost = (a: string, b: string): number => editCost(EDITS, a, b, 99)
    expect(cost('azis', 'aziz')).toBeLessThan(cost('azis', 'azik'))
    expect(cost('santoso', 'santosa')).toBeLessThan(cost('santoso', 'santost'))
    expect(cost('arifudin', 'arifuddin')).toBeLessThan(cost('arifudin', 'arifugdin'))
    expect(cost('ahmad', 'achmad')).toBeLessThan(cost('ahmad', 'atmad'))
    expect(cost('wati', 'bati')).toBeGreaterThan(cost('tawi', 'tabi'))
  })
})

describe('two records', () => {
  it('weigh the same in both directions', () => {
    fc.assert(
      fc.property(anyPerson, anyPerson, (a, b) => {
        const there = compare(a, b)
        const back = compare(b, a)
        expect(there.score).toBeCloseTo(back.score, 4)
        for (const field of ['sex', 'passport', 'phone', 'nik'] as const)
          expect(levelOf(there.levels, field)).toBe(levelOf(back.levels, field))
      }),
    )
  })

  it('weigh the same in whatever order the given names stand', () => {
    fc.assert(
      fc.property(fc.uniqueArray(word, { minLength: 2, maxLength: 4 }), word, (given, other) => {
        const a = person({ name: given.join(' ') })
        const turned = person({ name: given.toReversed().join(' ') })
        const b = person({ name: `${given[0]} ${other}` })
        expect(compare(a, b).score).toBeCloseTo(compare(turned, b).score, 4)
      }),
    )
  })

  it('are never counted as different for what one of them does not say', () => {
    fc.assert(
      fc.property(anyPerson, anyPerson, (a, b) => {
        const silent = { ...b, birth: '', sex: '', places: [], passport: '', nik: '', phone: '' }
        const { levels } = compare({ ...a, nik: '' }, silent)
        for (const field of ['birth', 'place', 'sex', 'passport', 'phone', 'nik'] as const)
          expect(fieldWeight(model, field, levelOf(levels, field))).toBe(0)
      }),
    )
  })

  it('with one document and two birth dates always raise the second verdict', () => {
    fc.assert(
      fc.property(anyPerson, anyPerson, fc.integer({ min: 0, max: 5 }), (a, b, years) => {
        const left = { ...a, passport: 'A1234567', nik: '', birth: `${1960 + years}-02-03` }
        const right = { ...b, passport: 'A1234567', nik: '', birth: `${1978 + years}-11-26` }
        const { levels, score } = compare(left, right)
        expect(conflictChance(model, levels, score)).toBeGreaterThanOrEqual(0.5)
      }),
    )
  })

  it('with one telephone and another name and date raise it too', () => {
    const a = person({
      name: 'agus budi',
      birth: '1980-02-03',
      sex: 'M',
      places: ['Malang'],
      phone: '+44 7700 900001',
    })
    const b = person({
      name: 'siti aminah',
      birth: '1991-11-26',
      sex: 'M',
      places: ['Kediri'],
      phone: '+447700900001',
    })
    const { levels, score } = compare(a, b)
    expect(conflictChance(model, levels, score)).toBeGreaterThanOrEqual(0.5)
  })

  it('that agree raise no conflict over their passport', () => {
    const { levels, score } = compare(people((text) => text)[5]!, people((text) => text)[5]!)
    expect(conflictChance(model, levels, score)).toBeLessThan(0.05)
  })
})

describe('two files', () => {
  it('give the same answer twice', () => {
    expect(learned().links).toEqual(links)
  })

  it('find everybody in a file that was spelled otherwise', () => {
    const right = links.filter((link) => link.samePerson >= 0.5)
    expect(right.every((link) => link.left === link.right)).toBe(true)
    expect(right.length).toBe(GIVEN.length ** 2)
  })

  it('explain a number that has an agreeing holder, and do not call it a false identity', () => {
    const books = makeBooks(EDITS)
    const stranger = person({
      name: 'zulkifli',
      birth: '1960-03-09',
      sex: 'M',
      places: ['Bone'],
      passport: 'B1000005',
    })
    const left = tableOf(
      people((text) => text),
      books,
    )
    const right = tableOf([...people((text) => text), stranger], books)
    const found = linkTables(books, left, right).links.find(
      (link) => link.left === 5 && link.right === GIVEN.length ** 2,
    )
    expect(found).toMatchObject({ explained: true })
    expect(found?.conflict).toBeGreaterThanOrEqual(0.5)
  })

  it('learn without an empty file or an empty name stopping them', () => {
    const books = makeBooks(EDITS)
    const one = tableOf([person({ name: '' }), person({ name: '???' })], books)
    const pairs = comparePairs(books, makeSounds(), one, [0, 1], one)
    expect(trainModel(books, one, one, pairs).found).toBeGreaterThan(0)
    expect(linkTables(books, tableOf([], books), one).links).toEqual([])
  })
})

describe('the waterfall', () => {
  it('adds up to the weight of the pair and names every step', () => {
    fc.assert(
      fc.property(anyPerson, anyPerson, (a, b) => {
        const { books, left, right, identity, numbers } = compare(a, b)
        const steps = explainPair(model, books, left, 0, right, 0)
        expect(steps.reduce((sum, step) => sum + step.weight, 0)).toBeCloseTo(identity + numbers, 6)
        expect(steps.every((step) => step.code !== '')).toBe(true)
      }),
    )
  })

  it('has no step for what is missing', () => {
    const { books, left, right } = compare(person({}), person({}))
    expect(explainPair(model, books, left, 0, right, 0).map((step) => step.field)).toEqual(['name'])
  })
})
