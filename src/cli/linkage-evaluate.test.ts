import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import type { ScoreRow } from '#src/domain/linkage/evaluate/score.ts'
import { runCommandLine } from './cli.ts'
import type { Io } from './command.ts'

const FIXTURE = join(import.meta.dirname, '../../test/fixtures/linkage')
const TASKS = [
  ['pengaduan', 'paspor'],
  ['deportasi', 'paspor'],
  ['penempatan', 'paspor'],
  ['pengaduan', 'penempatan'],
] as const

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
  const code = await runCommandLine(['linkage', 'evaluate', ...args], io)
  return { code, out: out.join('\n'), err: err.join('\n') }
}

describe('payung linkage evaluate', () => {
  it('gives every group of every task as a list, with one chosen row each', async () => {
    const { code, out } = await run(FIXTURE, '--json')
    expect(code).toBe(0)
    const rows = JSON.parse(out) as ScoreRow[]
    for (const [left, right] of TASKS)
      for (const group of ['all', 'one-word-names', 'conflicting-identity']) {
        const own = rows.filter((row) => row.left === left && row.right === right && row.group === group)
        expect(own.length).toBeGreaterThan(5)
        expect(own.filter((row) => row.chosen).length).toBe(1)
      }
    const deported = rows.filter((row) => row.left === 'deportasi' && row.group === 'conflicting-identity')
    for (const row of deported) expect([row.precision, row.recall, row.f1]).toEqual([null, null, null])
  })

  it('reaches on invented persons what it promises', async () => {
    const rows = JSON.parse((await run(FIXTURE, '--json')).out) as ScoreRow[]
    const chosen = (left: string, right: string, group: string): ScoreRow | undefined =>
      rows.find((row) => row.left === left && row.right === right && row.group === group && row.chosen)
    expect(chosen('pengaduan', 'paspor', 'all')?.f1).toBeGreaterThanOrEqual(0.88)
    expect(chosen('pengaduan', 'paspor', 'one-word-names')?.recall).toBeGreaterThanOrEqual(0.82)
    expect(chosen('deportasi', 'paspor', 'all')?.f1).toBeGreaterThanOrEqual(0.95)
    expect(chosen('penempatan', 'paspor', 'all')?.f1).toBeGreaterThanOrEqual(0.99)
    expect(chosen('penempatan', 'paspor', 'conflicting-identity')).toMatchObject({ precision: 1, recall: 1 })
  })

  it('gives the second verdict by the letter too: every pair in which at least one record is false', async () => {
    const rows = JSON.parse((await run(FIXTURE, '--json')).out) as ScoreRow[]
    const conflicts = rows.filter((row) => row.group === 'conflicting-identity')
    expect(conflicts.every((row) => row.atLeastOneFalse !== undefined)).toBe(true)
    expect(
      rows.some((row) => row.group !== 'conflicting-identity' && row.atLeastOneFalse !== undefined),
    ).toBe(false)
    for (const row of conflicts) expect(row.atLeastOneFalse!.recall ?? 0).toBeLessThanOrEqual(row.recall ?? 0)
    expect((await run(FIXTURE)).out).toMatch(/Counted in: precision \d\.\d{4}, recall \d\.\d{4}\./)
  })

  it('prints a table that says which cut is its own', async () => {
    const { code, out } = await run(FIXTURE)
    expect(code).toBe(0)
    expect(out).toContain('pengaduan > paspor')
    expect(out).toMatch(/^\* all +0\.\d\d/m)
    expect(out).toContain('chosen without the truth')
  })

  it('never looks at the truth to choose: another truth leaves every cut as it was', async () => {
    const folder = copy()
    const truth = readFileSync(join(folder, 'truth.csv'), 'utf8').split('\n')
    const swapped = truth.map((line, at) =>
      at === 0 ? line : line.replace(/^([^,]*,[^,]*),\d+,/, (_, start: string) => `${start},${at % 50},`),
    )
    writeFileSync(join(folder, 'truth.csv'), swapped.join('\n'))
    const cuts = (text: string): readonly unknown[] =>
      (JSON.parse(text) as ScoreRow[])
        .filter((row) => row.chosen)
        .map(({ left, right, group, threshold }) => [left, right, group, threshold])
    expect(cuts((await run(folder, '--json')).out)).toEqual(cuts((await run(FIXTURE, '--json')).out))
  })
})

const base = mkdtempSync(join(tmpdir(), 'payung-linkage-'))
let copies = 0
const copy = (): string => {
  const folder = join(base, String(copies++))
  cpSync(FIXTURE, folder, { recursive: true })
  return folder
}
afterAll(() => {
  rmSync(base, { recursive: true, force: true })
})

describe('a folder that cannot be scored', () => {
  let folder = ''
  beforeEach(() => {
    folder = copy()
  })
  const change = (file: string, edit: (text: string) => string): void => {
    const path = join(folder, file)
    writeFileSync(path, edit(readFileSync(path, 'utf8')))
  }

  it('is asked for', async () => {
    expect((await run()).code).toBe(2)
    expect((await run(FIXTURE, FIXTURE)).code).toBe(2)
    expect((await run(FIXTURE, '--yaml')).code).toBe(2)
  })

  it.each(['pengaduan', 'deportasi', 'penempatan', 'paspor', 'truth'])('lacks %s', async (name) => {
    rmSync(join(folder, `${name}.csv`))
    const { code, err, out } = await run(folder)
    expect([code, out]).toEqual([1, ''])
    expect(err).toContain(`${name}.csv is not there`)
  })

  it('has a file without a column, and is told which', async () => {
    change('paspor.csv', (text) => text.replace('no_paspor', 'nomor'))
    expect((await run(folder)).err).toBe('paspor.csv lacks the column no_paspor.')
  })

  it('has a row with too few cells, and is told where', async () => {
    change('deportasi.csv', (text) => text.replace(/\n[^\n]*\n/, '\nDEP-1,SITI\n'))
    expect((await run(folder)).err).toBe('deportasi.csv, row 2, has 2 cells where the heading has 7.')
  })

  it('has the same record twice', async () => {
    change('paspor.csv', (text) => text + text.split('\n')[1]!)
    expect((await run(folder)).err).toContain('repeats the rec_id')
  })

  it('has a record without a truth', async () => {
    change('truth.csv', (text) => text.replace(/^PAS-.*\n/m, ''))
    expect((await run(folder)).err).toContain('that truth.csv does not know')
  })

  it('has an empty file', async () => {
    change('paspor.csv', () => '')
    expect((await run(folder)).err).toMatch(/^paspor\.csv/)
    change('paspor.csv', () => 'rec_id,nama,jk,tempat_lahir,tgl_lahir,no_paspor\n')
    expect((await run(folder)).err).toBe('paspor.csv has no rows.')
  })

  it('has a file that is no text, or a quotation mark that never ends', async () => {
    writeFileSync(join(folder, 'paspor.csv'), Uint8Array.from([0xff, 0xfe, 0xc0, 0x80]))
    expect((await run(folder)).err).toContain('no text in UTF-8')
    writeFileSync(join(folder, 'paspor.csv'), 'rec_id,nama\n1,"x\n')
    expect((await run(folder)).err).toContain('never ends')
  })
})
