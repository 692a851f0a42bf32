import { expect, it } from 'vitest'
import { newId } from './ids.ts'

it('gives names that sort by moment and, within one moment, by the order in which they were given', () => {
  const now = new Date('2026-11-21T00:00:00Z')
  const names = Array.from({ length: 20_000 }, () => newId(now))
  const later = newId(new Date(now.getTime() + 1))
  expect([...names, later].toSorted()).toEqual([...names, later])
  expect(new Set(names).size).toBe(names.length)
  for (const name of names.slice(0, 50))
    expect(name).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
})
