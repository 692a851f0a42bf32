import { describe, expect, it } from 'vitest'
import { tokensFor, type Findable } from './search-tokens.ts'

const KEY = new Uint8Array(32).fill(7)
const shared = (a: Findable, b: Findable): readonly string[] => {
  const there = new Set(tokensFor(KEY, b).map((each) => `${each.kind} ${each.token.toString('hex')}`))
  return [
    ...new Set(
      tokensFor(KEY, a)
        .filter((each) => there.has(`${each.kind} ${each.token.toString('hex')}`))
        .map((each) => each.kind),
    ),
  ].toSorted()
}

describe('search tokens', () => {
  it('find a name whatever its case, accents and order of words', () => {
    expect(shared({ names: ['Siti Aminah'] }, { names: ['aminah SITI'] })).toContain('name')
  })
  it('find a name by its sound when it is spelt the old way', () => {
    expect(shared({ names: ['Soeparmi'] }, { names: ['Suparmi'] })).toEqual(['sound'])
  })
  it('read two ways of writing one number as one', () => {
    expect(shared({ numbers: ['+44 7700 900123'] }, { numbers: ['+447700900123'] })).toEqual(['number'])
  })
  it('never confuse a village with a name', () => {
    expect(shared({ names: ['Sukamaju'] }, { villages: ['Desa Sukamaju'] })).toEqual([])
    expect(shared({ villages: ['Sukamaju'] }, { villages: ['Desa Sukamaju'] })).toEqual(['village'])
  })
  it('say nothing without the key', () => {
    const [one] = tokensFor(KEY, { names: ['Siti'] })
    const [other] = tokensFor(new Uint8Array(32).fill(8), { names: ['Siti'] })
    expect(one?.token.equals(other?.token ?? Buffer.alloc(0))).toBe(false)
    expect(one?.token.toString('utf8')).not.toContain('siti')
  })
})
