import { describe, expect, it } from 'vitest'
import { blockWords, type Blockable } from './block-words.ts'

const of = (said: Partial<Blockable>): Blockable => ({
  names: [],
  birth: '',
  places: [],
  numbers: [],
  documents: [],
  ...said,
})
const meets = (a: Partial<Blockable>, b: Partial<Blockable>): boolean => {
  const stored = new Set(blockWords(of(b), 'stored'))
  return blockWords(of(a), 'asked').some((word) => stored.has(word))
}

describe('records that are compared at all', () => {
  it('meet by sound with a year, one year beside it, a place or a second sound', () => {
    expect(
      meets({ names: ['Rosmawaty Julianti'], birth: '1994' }, { names: ['Rosmawati'], birth: '1995-03-12' }),
    ).toBe(true)
    expect(
      meets(
        { names: ['Rosmawaty'], places: ['Kab. Blitar'] },
        { names: ['Rosmawati'], places: ['Kabupaten Blitar'] },
      ),
    ).toBe(true)
    expect(meets({ names: ['Sri Rosmawaty'] }, { names: ['Rosmawati Sri Lestari'] })).toBe(true)
    expect(meets({ names: ['Sulastriningrum'] }, { names: ['Sulastri Ningrum'] })).toBe(true)
  })

  it('meet by a date, its day and month swapped, the date inside a NIK, or a number', () => {
    expect(meets({ names: ['A'], birth: '1990-05-02' }, { names: ['B'], birth: '1990-02-05' })).toBe(true)
    expect(meets({ birth: '1992-07-17' }, { documents: ['3505015707920001'] })).toBe(true)
    expect(meets({ documents: ['b 765 4321'] }, { documents: ['B7654321'] })).toBe(true)
    expect(meets({ numbers: ['+44 7700 900123'] }, { numbers: ['447700900123'] })).toBe(true)
  })

  it('do not meet by one name alone', () => {
    expect(meets({ names: ['Siti'] }, { names: ['Siti Aminah'] })).toBe(false)
    expect(blockWords(of({}), 'asked')).toEqual([])
  })
})
