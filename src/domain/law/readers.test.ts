import { expect, it } from 'vitest'
import { signedBy, withReaders } from './readers.ts'

const READ = { first: 'Badan A', second: 'Badan B', on: '2026-12-01' }

it('writes both bodies into an entry that has a place for them, and nowhere else', () => {
  expect(withReaders({ id: 'a', firstReader: 'x', secondReader: null }, READ)).toEqual({
    id: 'a',
    firstReader: 'Badan A',
    secondReader: 'Badan B',
  })
  expect(withReaders({ id: 'a', checkedBy: null, checkedOn: null }, READ)).toEqual({
    id: 'a',
    checkedBy: 'Badan A; Badan B',
    checkedOn: '2026-12-01',
  })
  expect(withReaders({ id: 'a' }, READ)).toEqual({ id: 'a' })
  expect(withReaders(null, READ)).toBeNull()
})

it('leaves a text of a newer delivery with the readers that it names', () => {
  const entry = { id: 'a', firstReader: 'x', secondReader: 'y' }
  expect(withReaders(entry, { ...READ, first: null })).toEqual(entry)
})

it('lets one body sign what it read, which is not yet two readers', () => {
  expect(signedBy({ id: 'a', firstReader: 'x', secondReader: 'y' }, 'Badan A', READ.on)).toEqual({
    id: 'a',
    firstReader: 'Badan A',
    secondReader: null,
  })
  expect(signedBy({ id: 'a' }, 'Badan A', READ.on)).toBeUndefined()
})
