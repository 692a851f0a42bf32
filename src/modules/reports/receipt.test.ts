import { expect, it } from 'vitest'
import type { Platform } from '#src/platform/platform.ts'
import { makeReceipt, readReceipt } from './receipt.ts'

const platform = { keys: { receipts: new Uint8Array(32).fill(3) } } as unknown as Pick<Platform, 'keys'>
const facts = {
  at: new Date('2026-11-20T04:00:00Z'),
  bodyId: '019a9f00-0000-7000-8000-000000000001',
  reportId: '019a9f00-0000-7000-8000-00000000000f',
}

it('says when and which body, to anybody who checks it', () => {
  const receipt = makeReceipt(platform, facts)
  expect(
    readReceipt(platform, {
      number: ` ${receipt.number} `,
      signature: `${receipt.signature.slice(0, 40)}\n${receipt.signature.slice(40)}`,
    }),
  ).toEqual({ at: facts.at, bodyId: facts.bodyId })
})

it('does not tell which report it belongs to, and two of the same report differ', () => {
  const [one, two] = [makeReceipt(platform, facts), makeReceipt(platform, facts)]
  expect(one.number).not.toBe(two.number)
  expect(Buffer.from(one.number, 'base64url').toString('hex')).not.toContain(
    facts.reportId.replaceAll('-', ''),
  )
})

it('refuses a changed one, one of another installation, and noise', () => {
  const receipt = makeReceipt(platform, facts)
  const changed = Buffer.from(receipt.number, 'base64url')
  changed[5] = (changed[5] ?? 0) ^ 1
  expect(readReceipt(platform, { ...receipt, number: changed.toString('base64url') })).toBeUndefined()
  expect(
    readReceipt({ keys: { receipts: new Uint8Array(32) } } as unknown as Pick<Platform, 'keys'>, receipt),
  ).toBeUndefined()
  expect(readReceipt(platform, { number: 'abc', signature: '' })).toBeUndefined()
})
