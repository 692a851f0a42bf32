// Reads the learned costs of edits. A wrong file stops the start.
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import type { EditWeights } from '#src/domain/linkage/names/edit-weights.ts'

const FILE = new URL('../../seeds/reference/linkage/weights.json', import.meta.url)
const Cost = z.number().positive()
const Weights = z.strictObject({
  origin: z.string().min(1),
  retrieved: z.iso.date(),
  licence: z.string().min(1),
  note: z.string().min(1),
  weights: z.strictObject({
    swap: z.record(z.string().regex(/^[a-z]{2}$/), Cost),
    drop: z.record(z.string().regex(/^[a-z]$/), Cost),
    double: Cost,
    turn: Cost,
    otherSwap: Cost,
    otherDrop: Cost,
    first: Cost,
  }),
})

/** What one edit of a name costs, with its origin in the file. */
export function loadEditWeights(): EditWeights {
  return Weights.parse(JSON.parse(readFileSync(FILE, 'utf8'))).weights
}
