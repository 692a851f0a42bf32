import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { runCommandLine } from '#src/cli/cli.ts'
import { readLinkageFolder } from '#src/cli/linkage-folder.ts'
import { TASKS } from '#src/domain/linkage/evaluate/files.ts'
import { editTable } from '#src/domain/linkage/names/edit-weights.ts'
import { attackTask } from '#src/domain/linkage/private/evaluate-encoded.ts'
import { keyedCodes } from '#src/platform/linkage-hash.ts'
import { loadEditWeights } from '#src/platform/linkage-weights.ts'
import { makeFolder } from '../../bench/linkage/make-folder.ts'

const FIXTURE = join(import.meta.dirname, '../fixtures/linkage')
const made = mkdtempSync(join(tmpdir(), 'payung-encoded-'))
afterAll(() => {
  rmSync(made, { recursive: true })
})

async function run(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const out: string[] = []
  const err: string[] = []
  const code = await runCommandLine(['linkage', 'encoded', ...args], {
    out: (line) => void out.push(line),
    err: (line) => void err.push(line),
    progress: () => undefined,
    env: {},
    stdin: () => Promise.resolve(''),
  })
  return { code, out: out.join('\n'), err: err.join('\n') }
}

describe('payung linkage encoded', () => {
  it('finds from codes what the clear text finds, to two hundredths', async () => {
    const { code, out } = await run(FIXTURE, '--json')
    expect(code).toBe(0)
    const rows = JSON.parse(out) as { f1_clear: number; f1_encoded: number }[]
    expect(rows).toHaveLength(TASKS.length)
    for (const { f1_clear: clear, f1_encoded: encoded } of rows) {
      expect(clear).toBeGreaterThan(0.9)
      expect(encoded).toBeGreaterThanOrEqual(clear - 0.02)
    }
  }, 120_000)

  it('says in one sentence what is wrong with a folder', async () => {
    expect(await run(join(made, 'nowhere'))).toMatchObject({ code: 1, out: '' })
    expect(await run()).toMatchObject({ code: 2 })
  })
})

describe('somebody without the key who aligns frequencies', () => {
  it('names fewer than one in a hundred records, even with the very file in clear, and more where words are hashed plainly', async () => {
    makeFolder(made, 4000, 31)
    const folder = await readLinkageFolder(made)
    const keyed = keyedCodes(new Uint8Array(32).fill(3))
    const edits = editTable(loadEditWeights())
    for (const task of TASKS.slice(0, 3)) {
      const attack = attackTask(edits, folder, task, keyed)
      expect(attack.sameFile).toBeLessThan(0.01)
      expect(attack.otherFile).toBeLessThan(0.01)
      expect(attack.plainFields).toBeGreaterThan(attack.sameFile)
    }
  }, 120_000)
})
