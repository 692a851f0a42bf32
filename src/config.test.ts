import { describe, expect, it } from 'vitest'
import { readConfig } from './config.ts'

const PRODUCTION = {
  PAYUNG_ENV: 'production',
  PAYUNG_MASTER_KEY_FILE: '/keys/master.json',
  PAYUNG_SECRET_FILE: '/keys/secret',
  PAYUNG_URL: 'https://payung.example/',
}

describe('the settings', () => {
  it('are enough when there are none', () => {
    expect(readConfig({})).toMatchObject({
      env: 'development',
      port: 3000,
      host: '127.0.0.1',
      url: 'http://localhost:3000',
      trustProxy: false,
      demo: true,
      databaseUrl: undefined,
    })
  })

  it('of production name every key and the address, and are open to the proxy', () => {
    expect(readConfig(PRODUCTION)).toMatchObject({
      masterKeyFile: '/keys/master.json',
      secretFile: '/keys/secret',
      url: 'https://payung.example',
      host: '0.0.0.0',
      demo: false,
    })
  })

  for (const name of ['PAYUNG_MASTER_KEY_FILE', 'PAYUNG_SECRET_FILE', 'PAYUNG_URL'])
    it(`of production refuse to go without ${name}`, () => {
      expect(() => readConfig({ ...PRODUCTION, [name]: '' })).toThrow(name)
    })

  it('of production refuse demonstration data', () => {
    expect(() => readConfig({ ...PRODUCTION, PAYUNG_DEMO: '1' })).toThrow('demonstration')
    expect(readConfig({ ...PRODUCTION, PAYUNG_DEMO: '0' }).demo).toBe(false)
  })

  it('refuse an environment and a port that do not exist', () => {
    expect(() => readConfig({ PAYUNG_ENV: 'prod' })).toThrow('PAYUNG_ENV')
    for (const PORT of ['http', '70000', '1.5', '-1']) expect(() => readConfig({ PORT })).toThrow('PORT')
  })

  it('trust a proxy only when told so', () => {
    for (const word of ['1', 'true', 'YES'])
      expect(readConfig({ PAYUNG_TRUST_PROXY: word }).trustProxy).toBe(true)
    for (const word of ['', '0', 'no'])
      expect(readConfig({ PAYUNG_TRUST_PROXY: word }).trustProxy).toBe(false)
  })
})
