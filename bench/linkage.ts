/**
 * The same person again: one new person against a register, and two registers against each other, with the whole
 * scoring. The baseline is Levenshtein of the plain names of the same pairs, the simplest thing that works.
 */
import { Worker } from 'node:worker_threads'
import { indexTable, makeSounds, updateSounds } from '../src/domain/linkage/blocking.ts'
import { comparePairs } from '../src/domain/linkage/model/candidates.ts'
import { trainModel } from '../src/domain/linkage/model/train.ts'
import { editTable } from '../src/domain/linkage/names/edit-weights.ts'
import { clearHubs, makeBooks, type PersonTable } from '../src/domain/linkage/person-table.ts'
import {
  findPerson,
  hearRivals,
  makeRegisterFinder,
  type BatchPart,
  type Register,
} from '../src/domain/linkage/search.ts'
import { loadEditWeights } from '../src/platform/linkage-weights.ts'
import type { Work } from './linkage/batch-worker.ts'
import { makeRegisters, placementOf, type Registers } from './linkage/million.ts'
import type { Row } from './server.ts'

const THREADS = 2
const MOST_ROWS = 10
const TRAINING_ROWS = 4_000
const LOOKUPS = 2_000
const MOST_MEMORY = 2_000
const SECONDS = 60
const MILLISECONDS = 50

const shared = (bytes: number): SharedArrayBuffer => new SharedArrayBuffer(bytes)

export async function benchLinkage(size: number): Promise<readonly Row[]> {
  const books = makeBooks(editTable(loadEditWeights()))
  const made = makeRegisters(size, books, shared)
  const batch = await runBatch(made, books)
  const wide = indexTable(batch.register.sounds, made.right, 'wide', shared)
  const register = { ...batch.register, index: wide }
  const times = lookUps(made, register)
  const plain = levenshteinPerSecond(made)
  const count = size.toLocaleString('en')
  const p95 = times[Math.floor(times.length * 0.95)]!
  const perSecond = batch.compared / batch.scoreSeconds
  const goal = SECONDS * Math.max(1, size / 1_000_000)
  return [
    {
      what: `one new person against ${count} records`,
      measured: `p50 ${times[Math.floor(times.length / 2)]!.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms`,
      baseline: `goal ${MILLISECONDS} ms at p95`,
      ratio: (p95 / MILLISECONDS).toFixed(2),
      goal: '≤ 1.00',
      reached: p95 <= MILLISECONDS,
    },
    {
      what: `${count} × ${count} records linked: read, indexed, learned, scored (precision ${batch.precision.toFixed(4)}, recall ${batch.recall.toFixed(4)})`,
      measured: `${batch.seconds.toFixed(1)} s (reading ${made.readSeconds.toFixed(1)} s), ${batch.megabytes.toFixed(0)} MB`,
      baseline: `goal ${goal} s, ${MOST_MEMORY} MB`,
      ratio: (batch.seconds / goal).toFixed(2),
      goal: '≤ 1.00',
      reached: batch.seconds <= goal && batch.megabytes <= MOST_MEMORY,
    },
    {
      what: `pairs scored with all fields a second, two threads (${(batch.compared / size).toFixed(0)} a record)`,
      measured: Math.round(perSecond).toLocaleString('en'),
      baseline: `Levenshtein of the names alone, one thread: ${Math.round(plain).toLocaleString('en')}`,
      ratio: `${(perSecond / plain).toFixed(2)} ×`,
      goal: '≥ 300,000 a second',
      reached: perSecond >= 300_000,
    },
  ]
}

type Batch = {
  readonly register: Register
  readonly seconds: number
  readonly scoreSeconds: number
  readonly compared: number
  readonly megabytes: number
  readonly precision: number
  readonly recall: number
}

async function runBatch(
  { left, right, readSeconds, shift }: Registers,
  books: Register['books'],
): Promise<Batch> {
  const started = performance.now()
  clearHubs(left)
  clearHubs(right)
  const sounds = makeSounds()
  updateSounds(sounds, books)
  const index = indexTable(sounds, right, 'narrow', shared)
  const pairs = comparePairs(books, sounds, left, spread(left.size, TRAINING_ROWS), right, index)
  const model = trainModel(books, left, right, pairs)
  const register: Register = { books, sounds, table: right, index, model }
  const scoring = performance.now()
  const parts = await Promise.all(
    Array.from({ length: THREADS }, (_, at) =>
      partInThread({
        register,
        left,
        from: Math.floor((left.size * at) / THREADS),
        to: Math.floor((left.size * (at + 1)) / THREADS),
        mostRows: MOST_ROWS,
      }),
    ),
  )
  const scoreSeconds = (performance.now() - scoring) / 1000
  const chances = hearRivals(
    parts.map((part) => part.kept),
    left.size,
    right.size,
  )
  const seconds = (performance.now() - started) / 1000 + readSeconds
  const megabytes = process.memoryUsage().rss / 1e6
  const compared = parts.reduce((sum, part) => sum + part.compared, 0)
  return { register, seconds, scoreSeconds, compared, megabytes, ...quality(parts, chances, left, shift) }
}

function partInThread(work: Work): Promise<BatchPart> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('linkage/batch-worker.ts', import.meta.url), { workerData: work })
    worker.once('message', resolve)
    worker.once('error', reject)
  })
}

function* spread(size: number, count: number): Generator<number> {
  const step = Math.max(1, Math.floor(size / count))
  for (let at = 0; at < size; at += step) yield at
}

const EVEN = 0.5

function quality(
  parts: readonly BatchPart[],
  chances: readonly Float64Array[],
  left: PersonTable,
  shift: number,
): { readonly precision: number; readonly recall: number } {
  let found = 0
  let right = 0
  parts.forEach(({ kept }, at) => {
    chances[at]!.forEach((chance, k) => {
      if (chance < EVEN) return
      found++
      if (kept.left[k]! - shift === kept.right[k]!) right++
    })
  })
  return { precision: right / found, recall: right / (left.size - shift) }
}

/** Sorted times in milliseconds of looking up persons that the register has and persons that it has not. */
function lookUps({ left }: Registers, register: Register): readonly number[] {
  const finder = makeRegisterFinder(register)
  const times: number[] = []
  for (const id of spread(left.size, LOOKUPS)) {
    const record = placementOf(id)
    const started = performance.now()
    findPerson(register, finder, record)
    times.push(performance.now() - started)
  }
  return times.toSorted((a, b) => a - b)
}

const PLAIN_PAIRS = 200_000

function levenshteinPerSecond(made: Registers): number {
  const names = Array.from({ length: 400 }, (_, at) => placementOf(at * 3 + made.shift).name)
  let pairs = 0
  let sum = 0
  const started = performance.now()
  while (pairs < PLAIN_PAIRS) {
    sum += levenshtein(names[pairs % names.length]!, names[(pairs * 7 + 1) % names.length]!)
    pairs++
  }
  if (sum < 0) throw new Error('A distance is never negative.')
  return pairs / ((performance.now() - started) / 1000)
}

/** The plain one, two rows. */
function levenshtein(a: string, b: string): number {
  let before = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++)
      row.push(Math.min(before[j]! + 1, row[j - 1]! + 1, before[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)))
    before = row
  }
  return before[b.length]!
}
