import { describe, expect, it } from 'vitest'
import { runCommandLine } from './cli.ts'
import type { Io } from './command.ts'

function listen(env: Record<string, string> = {}): {
  readonly io: Io
  readonly out: string[]
  readonly err: string[]
} {
  const out: string[] = []
  const err: string[] = []
  return {
    out,
    err,
    io: {
      out: (line) => void out.push(line),
      err: (line) => void err.push(line),
      progress: () => undefined,
      env,
      stdin: () => Promise.resolve(''),
    },
  }
}

describe('payung', () => {
  it('explains itself', async () => {
    const heard = listen()
    expect(await runCommandLine(['help'], heard.io)).toBe(0)
    for (const name of ['admin create', 'keys create', 'backup', 'restore', 'verify', 'demo code'])
      expect(heard.out.join('\n')).toContain(`payung ${name}`)
  })

  it('says what it does not know, with the code for wrong words', async () => {
    const heard = listen()
    expect(await runCommandLine(['constructor'], heard.io)).toBe(2)
    expect(heard.err[0]).toContain('does not know: constructor')
    expect(await runCommandLine([], heard.io)).toBe(2)
    expect(await runCommandLine(['admin', 'create'], heard.io)).toBe(2)
  })

  it('says in one sentence what a setting lacks', async () => {
    const heard = listen({ PAYUNG_ENV: 'nonsense' })
    expect(await runCommandLine(['demo', 'code', 'x'], heard.io)).toBe(1)
    expect(heard.err[0]).toContain('PAYUNG_ENV')
  })

  it('gives no demonstration code in production', async () => {
    const env = {
      PAYUNG_ENV: 'production',
      PAYUNG_MASTER_KEY_FILE: 'x',
      PAYUNG_SECRET_FILE: 'y',
      PAYUNG_URL: 'https://payung.example',
    }
    const heard = listen(env)
    expect(await runCommandLine(['demo', 'code', 'x'], heard.io)).toBe(1)
    expect(heard.out).toEqual([])
  })
})
