// Reads the norms of the destinations, agreements and conventions (seeds/reference/norms.json): who must do what, by
// which article, since when, and how sure we are. "Silent" says that a text was searched and says nothing; it never
// means allowed.
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { isArticleForm } from '#src/domain/rulebook/article-form.ts'
import { CONFIDENCES } from './reference.ts'
import { loadRulebook } from './rulebook.ts'

const FILE = new URL('../../seeds/reference/norms.json', import.meta.url)
const Confidence = z.enum(CONFIDENCES)
const PlainDate = z.iso.date()

const Norm = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  kind: z.enum(['norm', 'silent', 'conflict']),
  need: z.string().min(1),
  level: z.enum([
    'destination-national',
    'implementing',
    'international',
    'origin-national',
    'bilateral',
    'regional',
  ]),
  jurisdiction: z.string().min(2),
  bearer: z.string().nullable(),
  beneficiary: z.string().nullable(),
  modality: z.enum(['must', 'must-not', 'may', 'right', 'none']),
  duty: z.strictObject({ id: z.string().min(1), en: z.string().min(1) }),
  parameter: z
    .strictObject({
      value: z.union([z.number(), z.string()]).nullable(),
      unit: z.string().nullable(),
      asOf: z.string().nullable(),
    })
    .nullable(),
  phases: z.array(z.enum(['before', 'during', 'after'])).min(1),
  sector: z.string().min(1),
  undocumented: z.enum(['yes', 'no', 'unknown', 'disputed']),
  instrument: z.string().min(1),
  article: z.string().refine(isArticleForm),
  quote: z.string().nullable(),
  validFrom: PlainDate.nullable(),
  /** The first day it no longer holds. */
  validUntil: PlainDate.nullable(),
  datesConfidence: Confidence.nullable(),
  source: z.strictObject({ citation: z.string().min(1), url: z.string().nullable() }),
  confidence: Confidence,
  notes: z.string().nullable(),
  compareWith: z.array(z.string()),
})
export type Norm = Readonly<z.infer<typeof Norm>>

const File = z.strictObject({
  header: z.strictObject({
    origin: z.string(),
    retrieved: PlainDate,
    licence: z.string(),
    note: z.string(),
  }),
  norms: z.array(Norm),
})

let loaded: readonly Norm[] | undefined

/** Read once. Throws with every fault when the data is wrong. */
export function loadNorms(): readonly Norm[] {
  if (loaded === undefined) {
    const read = File.safeParse(JSON.parse(readFileSync(FILE, 'utf8')))
    if (!read.success) throw new Error(`the norms are wrong: ${z.prettifyError(read.error)}`)
    const { norms } = read.data
    const faults = faultsOfNorms(norms)
    if (faults.length > 0) throw new Error(`the norms are wrong:\n${faults.join('\n')}`)
    loaded = norms
  }
  return loaded
}

/** What a schema alone does not see: unknown instruments, empty windows, comparisons that lead nowhere. */
export function faultsOfNorms(norms: readonly Norm[]): readonly string[] {
  const { instruments } = loadRulebook()
  const ids = new Set(norms.map((norm) => norm.id))
  return norms.flatMap((norm) => [
    ...(instruments.has(norm.instrument) ? [] : [`${norm.id} cites the unknown ${norm.instrument}`]),
    ...(norm.validFrom !== null && norm.validUntil !== null && norm.validUntil <= norm.validFrom
      ? [`${norm.id} has an empty window`]
      : []),
    ...(norm.parameter === null || norm.parameter.value !== null || norm.notes !== null
      ? []
      : [`${norm.id} has an empty amount without a reason`]),
    ...(norm.article === '-' && norm.confidence === 'verified' && norm.notes === null
      ? [`${norm.id} names no place in the text`]
      : []),
    ...norm.compareWith
      .filter((id) => !ids.has(id))
      .map((id) => `${norm.id} is compared with ${id}, which is none`),
    ...(norms.filter((each) => each.id === norm.id).length > 1 ? [`${norm.id} stands twice`] : []),
  ])
}
