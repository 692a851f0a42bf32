import { expect, it } from 'vitest'
import { known, unknown } from '#src/domain/kernel/answer.ts'
import type { SafeContact } from '#src/domain/reports/report.ts'
import { newsAddress } from './news-address.ts'

const contact = (facts: Partial<SafeContact>) => ({
  language: 'id' as const,
  safeContact: known<SafeContact>({ ways: ['email'], callRule: 'do-not-call', ...facts }),
})

it('writes only to whoever asked for it, by the way and in the hours called safe', () => {
  expect(newsAddress(contact({ value: 'nama@contoh.test (adik saya)', hours: 'Minggu' }))).toEqual({
    way: 'email',
    address: 'nama@contoh.test',
    hours: 'Minggu',
    language: 'id',
  })
  expect(newsAddress(contact({ ways: ['sms'], value: 'nama@contoh.test' }))).toBeUndefined()
  expect(newsAddress(contact({ value: '+44 7700 900111' }))).toBeUndefined()
  expect(newsAddress({ language: 'id', safeContact: unknown('not-asked') })).toBeUndefined()
})
