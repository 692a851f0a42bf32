// Reads the norms of the destinations, agreements and conventions (seeds/reference/norms.json): who must do what, by
// which article, since when, and how sure we are. "Silent" says that a text was searched and says nothing; it never
// means allowed.
import { z } from 'zod'
import { isArticleForm } from '#src/domain/rulebook/article-form.ts'
import { lawFile, oncePerRelease } from './law/law-source.ts'
import { CONFIDENCES } from './reference.ts'

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
  /** Who read it in its source; `payung-project` for those who compiled the list. */
  firstReader: z.string().min(1),
  /** `null`: nobody has read it a second time. */
  secondReader: z.string().min(1).nullable(),
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

/** The norms as they stand in the file, each in its own form. What they say of each other is checked in `norms.ts`. */
export const readNorms: () => readonly Norm[] = oncePerRelease(() => {
  const found = File.safeParse(lawFile('norms.json'))
  if (!found.success) throw new Error(`the norms are wrong: ${z.prettifyError(found.error)}`)
  return found.data.norms
})
