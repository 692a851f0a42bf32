import { expect, it } from 'vitest'
import { openToken, sealToken } from './sealed-token.ts'

const use = { key: new Uint8Array(32).fill(7), purpose: 'uji', now: new Date('2026-11-20T04:00:00Z') }
const later = (minutes: number) => ({ ...use, now: new Date(use.now.getTime() + minutes * 60_000) })

it('opens what it sealed until its time is over', () => {
  const token = sealToken(use, { a: 1 }, 1800)
  expect(openToken(later(30), token)).toEqual({ a: 1 })
  expect(openToken(later(31), token)).toBeUndefined()
})

it('shows nothing of its content and never looks the same twice', () => {
  const [one, two] = [sealToken(use, 'rahasia', 60), sealToken(use, 'rahasia', 60)]
  expect(one).not.toBe(two)
  expect(Buffer.from(one, 'base64url').toString('latin1')).not.toContain('rahasia')
})

it('opens for no other purpose, under no other key, and not when changed', () => {
  const token = sealToken(use, 'x', 60)
  expect(openToken({ ...use, purpose: 'lain' }, token)).toBeUndefined()
  expect(openToken({ ...use, key: new Uint8Array(32) }, token)).toBeUndefined()
  expect(openToken(use, `${token.slice(0, -2)}AA`)).toBeUndefined()
  expect(openToken(use, '')).toBeUndefined()
})
