import { afterAll, beforeAll, expect, it } from 'vitest'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { urlOf } from '#src/platform/db/embedded.ts'
import { copyDatabase, type TestDatabase } from '../../test/support/database.ts'
import { runCommandLine } from './cli.ts'

const WORDS = [
  'admin',
  'create',
  '--name',
  'Pengelola Uji',
  '--sign-in',
  'pengelola',
  '--email',
  'pengelola@example.test',
  '--organisation',
  'Badan Uji',
]

let database: TestDatabase
let folder: string
beforeAll(async () => {
  database = await copyDatabase()
  folder = mkdtempSync(join(tmpdir(), 'payung-cli-'))
  writeFileSync(join(folder, 'secret'), Buffer.from(database.secret).toString('base64url'))
})
afterAll(async () => {
  await database.drop()
  rmSync(folder, { recursive: true, force: true })
})

async function run(
  words: readonly string[],
): Promise<{ readonly code: number; readonly out: string; readonly err: string }> {
  const out: string[] = []
  const err: string[] = []
  const env = {
    PAYUNG_DATA: folder,
    PAYUNG_ENV: 'test',
    DATABASE_URL: urlOf(database.owner),
    PAYUNG_URL: 'https://payung.example',
  }
  const io = {
    out: (line: string) => void out.push(line),
    err: (line: string) => void err.push(line),
    progress: () => undefined,
    env,
    stdin: () => Promise.resolve(''),
  }
  return { code: await runCommandLine(words, io), out: out.join('\n'), err: err.join('\n') }
}

it('makes the first administrator once and prints the link', async () => {
  const made = await run(WORDS)
  expect(made.err).toBe('')
  expect(made.code).toBe(0)
  expect(made.out).toMatch(/https:\/\/payung\.example\/petugas\/pasang\/[\w-]{43}$/)
  const again = await run(WORDS)
  expect(again.code).toBe(1)
  expect(again.err).toContain('There is an administrator already')
})

it('says which words are missing or wrong', async () => {
  expect((await run(['admin', 'create', '--name', 'x'])).code).toBe(2)
})
