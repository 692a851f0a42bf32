import { expect, it } from 'vitest'
import { decodeForm, valuesAt } from './decode-form.ts'

const decode = (...entries: readonly (readonly [string, unknown])[]) =>
  JSON.parse(JSON.stringify(decodeForm(entries)))

it('nests by dots', () => {
  expect(decode(['place.country', 'MY'], ['place.words', 'Johor'])).toEqual({
    place: { country: 'MY', words: 'Johor' },
  })
})

it('leaves out what is blank, because blank means not asked', () => {
  expect(decode(['story', '  '], ['danger', ''], ['name', ' Wati '])).toEqual({ name: 'Wati' })
})

it('makes a list of a name that comes several times and keeps its order', () => {
  expect(decode(['what', 'gaji'], ['what', 'kunci'], ['about', 'myself'])).toEqual({
    what: ['gaji', 'kunci'],
    about: 'myself',
  })
})

it('keeps the lines of a story', () => {
  expect(decode(['story', 'satu\r\ndua\r\n'])).toEqual({ story: 'satu\ndua' })
})

it('passes over files', () => {
  expect(decode(['photo', new Blob(['x'])], ['a', 'b'])).toEqual({ a: 'b' })
})

it('does not let a field name reach the prototype', () => {
  const tree = decodeForm([
    ['__proto__.admin', 'yes'],
    ['constructor', 'x'],
  ])
  expect(({} as Record<string, unknown>)['admin']).toBeUndefined()
  expect(valuesAt(tree, '__proto__.admin')).toEqual(['yes'])
  expect(valuesAt(decodeForm([]), 'constructor')).toEqual([])
})

it('ignores names that contradict each other, are empty or too deep', () => {
  expect(decode(['a', '1'], ['a.b', '2'], ['..', '3'], ['a.b.c.d.e', '4'])).toEqual({ a: '1' })
})

it('stops after more fields than any form has', () => {
  const many = Array.from({ length: 1000 }, (_, i) => [`f${i}`, 'x'] as const)
  expect(Object.keys(decodeForm(many))).toHaveLength(300)
})

it('gives the values under a dotted name as a list', () => {
  const tree = decodeForm([
    ['a.b', '1'],
    ['c', '2'],
    ['c', '3'],
  ])
  expect(valuesAt(tree, 'a.b')).toEqual(['1'])
  expect(valuesAt(tree, 'c')).toEqual(['2', '3'])
  expect(valuesAt(tree, 'a')).toEqual([])
  expect(valuesAt(tree, 'none')).toEqual([])
})
