import { parentPort, workerData } from 'node:worker_threads'
import { comparePart, type Register } from '../../src/domain/linkage/search.ts'
import type { PersonTable } from '../../src/domain/linkage/person-table.ts'

/** One half of a batch; the tables lie in memory that both threads see. */
export type Work = {
  readonly register: Register
  readonly left: PersonTable
  readonly from: number
  readonly to: number
  readonly mostRows: number
}

if (parentPort) {
  const { register, left, from, to, mostRows } = workerData as Work
  parentPort.postMessage(comparePart(register, left, from, to, mostRows))
}
