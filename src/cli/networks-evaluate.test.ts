import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import type { NetworkScore } from '#src/domain/networks/evaluate/score.ts'
import { runCommandLine } from './cli.ts'
import type { Io } from './command.ts'

const FIXTURE = join(import.meta.dirname, '../../test/fixtures/networks')

async function run(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const out: string[] = []
  const err: string[] = []
  const io: Io = {
    out: (line) => void out.push(line),
    err: (line) => void err.push(line),
    progress: () => undefined,
    env: {},
    stdin: () => Promise.resolve(''),
  }
  const code = await runCommandLine(['networks', 'evaluate', ...args], io)
  return { code, out: out.join('\n'), err: err.join('\n') }
}

const base = mkdtempSync(join(tmpdir(), 'payung-networks-'))
let copies = 0
function copyWith(file: 'mentions.csv' | 'truth.csv', edit: (text: string) => string): string {
  const folder = join(base, String(copies++))
  cpSync(FIXTURE, folder, { recursive: true })
  writeFileSync(join(folder, file), edit(readFileSync(join(folder, file), 'utf8')))
  return folder
}
afterAll(() => {
  rmSync(base, { recursive: true, force: true })
})

describe('payung networks evaluate', () => {
  it('gives precision, recall and f1 over pairs of files as one object', async () => {
    const { code, out } = await run(FIXTURE, '--json')
    expect(code).toBe(0)
    const score = JSON.parse(out) as NetworkScore
    expect(score.precision).toBe(1)
    expect(score.recall).toBeGreaterThan(0.65)
    expect(score.f1).toBeGreaterThan(0.8)
    expect(score.largest_false_group).toBe(0)
  })

  it('prints the same as words', async () => {
    const { out } = await run(FIXTURE)
    expect(out).toMatch(/^precision +recall +f1/)
    expect(out).toContain('found without the truth')
  })

  it('never looks at the truth to choose: with another truth it finds the same pairs', async () => {
    const other = copyWith('truth.csv', (text) => text.replaceAll(/,S-\d+/g, ','))
    const before = JSON.parse((await run(FIXTURE, '--json')).out) as NetworkScore
    const after = JSON.parse((await run(other, '--json')).out) as NetworkScore
    expect([after.pairs_found, after.groups_found]).toEqual([before.pairs_found, before.groups_found])
    expect([after.pairs_true, after.recall]).toEqual([0, null])
  })

  it('reads line ends of Windows and a kind that it does not know', async () => {
    const folder = copyWith('mentions.csv', (text) =>
      text.replaceAll('\n', '\r\n').replace(',pnr,', ',telex,'),
    )
    expect((await run(folder)).code).toBe(0)
  })

  it.each([
    ['mentions.csv', (text: string) => text.replace('role', 'peran'), 'mentions.csv lacks the column role.'],
    ['mentions.csv', (text: string) => `${text}K-1,NGO\n`, 'has 2 cells where the heading has 6.'],
    ['truth.csv', (text: string) => text + text.split('\n')[1]!, 'repeats the case_id'],
    ['truth.csv', (text: string) => text.split('\n').slice(0, 2).join('\n'), 'truth.csv does not know'],
    ['truth.csv', () => '', 'truth.csv is empty.'],
    ['mentions.csv', (text: string) => `${text}"`, 'never ends'],
  ] as const)('says of %s what is wrong with it', async (file, edit, sentence) => {
    const { code, err, out } = await run(copyWith(file, edit))
    expect([code, out]).toEqual([1, ''])
    expect(err).toContain(sentence)
  })

  it('asks for one folder', async () => {
    expect((await run()).code).toBe(2)
    expect((await run(FIXTURE, '--yaml')).code).toBe(2)
    expect((await run(join(base, 'nowhere'))).err).toContain('is not there')
  })
})
