// Reads the learned costs of edits. A wrong file stops the start.
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { editTable, type EditWeights } from '#src/domain/linkage/names/edit-weights.ts'
import type { Standing } from '#src/domain/linkage/standing.ts'

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

const STANDING = new URL('../../seeds/reference/linkage/standing.json', import.meta.url)
const Weight = z.number()
const Counts = z.record(z.string().min(1), z.int().positive())
const StandingFile = z.strictObject({
  origin: z.string().min(1),
  retrieved: z.iso.date(),
  licence: z.string().min(1),
  note: z.string().min(1),
  model: z.strictObject({
    version: z.string().min(1),
    weights: z.strictObject({
      name: z.array(Weight),
      birth: z.array(Weight),
      place: z.array(Weight),
      sex: z.array(Weight),
      passport: z.array(Weight),
      phone: z.array(Weight),
      nik: z.array(Weight),
    }),
    found: Weight.positive(),
    conflicting: Weight.positive(),
    regionChance: Weight.positive(),
    rightSize: z.int().positive(),
  }),
  names: Counts,
  places: Counts,
})

let standing: Standing | undefined

/** The weights under which one new contact is compared with the persons of a desk; read once. */
export function loadStanding(): Standing {
  if (standing === undefined) {
    const { model, names, places } = StandingFile.parse(JSON.parse(readFileSync(STANDING, 'utf8')))
    standing = { model, names, places, edits: editTable(loadEditWeights()) }
  }
  return standing
}
