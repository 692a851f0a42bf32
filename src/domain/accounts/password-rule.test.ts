import { describe, expect, it } from 'vitest'
import { checkPassword } from './password-rule.ts'

describe('checkPassword', () => {
  it.each([
    ['pendek', 'password.too-short'],
    ['x'.repeat(257), 'password.too-long'],
    ['password12345', 'password.common'],
    ['Indonesia2026', 'password.common'],
    ['kata sandi 12', 'password.common'],
    ['123456789012', 'password.common'],
    ['aaaaaaaabbbb', 'password.common'],
    ['qwertyuiopas', 'password.common'],
    ['wulandari2026', 'password.holds-name'],
  ])('refuses %s as %s', (password, code) => {
    expect(checkPassword(password, ['Sri Wulandari', 'sri.jhb'])).toBe(code)
  })

  it.each(['kopi tubruk di beranda', 'sungai-lambat-77-tiang', 'petugas malam membaca buku tebal'])(
    'takes %s',
    (password) => {
      expect(checkPassword(password, ['Sri Wulandari'])).toBeUndefined()
    },
  )

  it('passes over parts of names that are too short to matter', () => {
    expect(checkPassword('srikaya dan nangka', ['Sri'])).toBeUndefined()
  })
})
