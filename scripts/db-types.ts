// Regenerates src/platform/db/schema.generated.ts from a freshly migrated database; with --check it only compares.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmbedded } from '#src/platform/db/embedded.ts'
import { prepareDatabase } from '#src/platform/db/prepare.ts'

const TARGET = 'src/platform/db/schema.generated.ts'
const folder = mkdtempSync(join(tmpdir(), 'payung-types-'))
const check = process.argv.includes('--check')
const database = await startEmbedded({ folder, ownerPassword: 'types', settings: { fsync: 'off' } })
try {
  await prepareDatabase(database.connection, new Uint8Array(32))
  const out = check ? join(folder, 'schema.generated.ts') : TARGET
  const { host, user, password } = database.connection
  const url = `postgres://${user}:${password}@/payung?host=${encodeURIComponent(host)}`
  execFileSync(
    'kysely-codegen',
    [
      '--dialect',
      'postgres',
      '--url',
      url,
      '--include-pattern',
      'app.*',
      '--out-file',
      out,
      '--log-level',
      'error',
      '--type-only-imports',
    ],
    { stdio: 'inherit' },
  )
  execFileSync('prettier', ['--write', '--log-level', 'error', '--config', '.prettierrc.json', out], {
    stdio: 'inherit',
  })
  if (check && readFileSync(out, 'utf8') !== readFileSync(TARGET, 'utf8')) {
    console.error(`${TARGET} is stale; run npm run db:types`)
    process.exitCode = 1
  }
} finally {
  await database.stop()
  rmSync(folder, { recursive: true, force: true })
}
