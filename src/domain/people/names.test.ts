import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { partialDateOf } from '../kernel/partial-date.ts'
import { likeness, WORTH_A_LOOK, type PersonTrace } from './likeness.ts'
import { nameKeys, placeKey } from './names.ts'

describe('name keys', () => {
  it.each([
    ['Mohamad Joesoef', 'Muhammad Yusuf'],
    ['Moh. Jusuf', 'MUHAMAD YUSUF'],
    ['Hj. Sitti Aminah binti Sulaiman', 'Siti Aminah Sulaiman'],
    ['Tjahja', 'Cahya'],
    ['Soeharti', 'Suharti'],
    ['Achmad Noer', 'Ahmad Nur'],
    ['Djoko', 'Joko'],
    ['Faridah', 'Parida'],
    ["Nur 'Aini", 'Noer Aini'],
    ['Almh. Rusmini', 'Rusmini'],
    ['Yulianti, Sri', 'Sri Yulianti'],
  ])('%s and %s fall together', (one, other) => {
    expect(nameKeys(one).sound).toBe(nameKeys(other).sound)
  })

  it.each([
    ['Rina', 'Rini'],
    ['Yanto', 'Yanti'],
    ['Suharti', 'Sumarti'],
  ])('%s and %s stay apart as keys', (one, other) => {
    expect(nameKeys(one).tokens).not.toEqual(nameKeys(other).tokens)
  })

  it('are the same for any case, spacing and order', () => {
    const parts = fc.array(fc.constantFrom('Siti', 'Rokayah', 'Moh.', 'Djumadi', 'Tuti', 'Nurhayati'), {
      minLength: 1,
      maxLength: 4,
    })
    fc.assert(
      fc.property(parts, (names) => {
        const sound = nameKeys(names.join(' ')).sound
        expect(nameKeys(names.join('  ').toUpperCase()).sound).toBe(sound)
        expect(nameKeys([...names].reverse().join(' ')).sound).toBe(sound)
      }),
    )
  })

  it('make nothing of an empty name', () => {
    expect(nameKeys(' - ').tokens).toEqual([])
  })

  it('know a village by its own name', () => {
    expect(placeKey('Desa Soekamadjoe, Kec. Tanjung')).toBe(placeKey('Sukamaju Tanjung'))
  })
})

const trace = (facts: Partial<PersonTrace>): PersonTrace => ({ names: [], ...facts })

describe('likeness', () => {
  it.each([
    [
      'same name and village',
      trace({ names: ['Moh. Rusdi'], village: 'Desa Karangrejo' }),
      trace({ names: ['Muhammad Rusdi'], village: 'Karangredjo' }),
      true,
    ],
    [
      'a false age does not part them',
      trace({ names: ['Sumiyati Lestari'], village: 'Labuan', born: partialDateOf('1994') }),
      trace({ names: ['Sumijati Lestari'], village: 'Labuan', born: partialDateOf('1987') }),
      true,
    ],
    [
      'same number, other name',
      trace({ names: ['Ani'], numbers: ['447700900123'] }),
      trace({ names: ['Tuti'], numbers: ['447700900123'] }),
      true,
    ],
    ['only a common name', trace({ names: ['Siti'] }), trace({ names: ['Sitti'] }), false],
    [
      'only the country',
      trace({ names: ['Ani'], country: 'MY' }),
      trace({ names: ['Tuti'], country: 'MY' }),
      false,
    ],
    [
      'a mother and her daughter',
      trace({ names: ['Sumiyati'], village: 'Labuan', born: partialDateOf('1965') }),
      trace({ names: ['Sumiyati'], village: 'Labuan', born: partialDateOf('1990') }),
      false,
    ],
  ])('weighs %s', (_, a, b, worth) => {
    expect(likeness(a, b).score >= WORTH_A_LOOK).toBe(worth)
  })

  it('is the same both ways, and full of reasons', () => {
    const traces = fc.record({
      names: fc.array(fc.constantFrom('Siti Aminah', 'Sitti Amina', 'Rusdi', 'Moh Rusdi', 'Tuti'), {
        maxLength: 2,
      }),
      village: fc.option(fc.constantFrom('Labuan', 'Desa Labuan', 'Sumber'), { nil: undefined }),
      country: fc.option(fc.constantFrom('MY', 'SA'), { nil: undefined }),
      born: fc.option(fc.constantFrom('1990', '1991~', '1960').map(partialDateOf), { nil: undefined }),
    })
    fc.assert(
      fc.property(traces, traces, (a, b) => {
        const one = likeness(a, b)
        expect(likeness(b, a)).toEqual(one)
        expect(one.score).toBeGreaterThanOrEqual(0)
        expect(one.score).toBeLessThanOrEqual(100)
        if (one.score > 0) expect(one.reasons.length).toBeGreaterThan(0)
      }),
    )
  })
})
