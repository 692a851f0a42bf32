import { describe, expect, it } from 'vitest'
import { toldCount } from './told-count.ts'

describe('a count over several bodies', () => {
  it('is not told below five', () => {
    expect(toldCount([])).toBeUndefined()
    expect(toldCount([4])).toBeUndefined()
    expect(toldCount([4, 4, 4])).toBeUndefined()
    expect(toldCount([5])).toBe(5)
  })

  it('gives the small number of one body to no other, whatever that other adds or takes away', () => {
    for (const others of [[], [1], [4], [2, 3, 4]])
      for (let own = 0; own <= 30; own++) expect(toldCount([own, ...others])).toBe(toldCount([own]))
  })

  it('is never more than there are', () => {
    expect(toldCount([9, 12, 3])).toBe(15)
  })
})
