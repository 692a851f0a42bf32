// Reads the first entries of the register of obstacles and the recommendations of the five papers
// (seeds/reference/law/gaps.json, recommendations.json). Their words stay in the files; what bodies do about them is kept
// in the database under the same name.
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { GAP_CODES, GAP_LAW_KINDS } from '#src/domain/advocacy/gap.ts'
import { PROPOSAL_STATES, PROPOSAL_TOPICS } from '#src/domain/advocacy/proposal.ts'
import { BODY_KINDS } from '#src/domain/competence/bodies.ts'
import { citationFault, citationFaultsIn } from '#src/domain/law/citation-faults.ts'
import { loadNorms } from '../norms.ts'
import { Confidence, Header, Source } from '../rulebook.ts'
import { loadLaw } from './law-files.ts'
import { lawFile, oncePerRelease } from './law-source.ts'

const Ref = z.string().regex(/^[a-z0-9-]+$/)
const Both = z.strictObject({ id: z.string().min(1), en: z.string().min(1) })
const Law = z.strictObject({
  kind: z.enum(GAP_LAW_KINDS),
  norm: z.string().nullable(),
  instrument: z.string().nullable(),
  article: z.string().nullable(),
  searched: Both.nullable(),
})
const ReferenceGapRecord = z.strictObject({
  id: Ref,
  code: z.enum(GAP_CODES),
  law: Law,
  owner: z.enum(BODY_KINDS).nullable(),
  title: Both,
  description: Both,
  source: Source,
  confidence: Confidence,
  /** Recommendations that would close it. */
  recommendations: z.array(Ref),
})
const RecommendationRecord = z.strictObject({
  id: Ref,
  topic: z.enum(PROPOSAL_TOPICS),
  paper: z.strictObject({
    number: z.string().regex(/^00[0-4]$/),
    name: z.string().min(1),
    place: z.string().min(1),
  }),
  title: Both,
  change: Both,
  toWhom: z.array(z.enum(BODY_KINDS)).min(1),
  basis: z.array(z.strictObject({ instrument: z.string(), article: z.string() })),
  norms: z.array(z.string()),
  /** Null: what became of it is not known. */
  state: z
    .strictObject({
      state: z.enum(PROPOSAL_STATES),
      says: Both,
      source: Source,
      confidence: Confidence,
      asOf: z.iso.date(),
    })
    .nullable(),
})
const GapsFile = z.strictObject({ header: Header, gaps: z.array(ReferenceGapRecord) })
const RecommendationsFile = z.strictObject({
  header: Header,
  recommendations: z.array(RecommendationRecord),
})

type WithUuid = {
  /** The id under which the database keeps what is done about it. */
  readonly uuid: string
}
export type ReferenceGap = Readonly<z.infer<typeof ReferenceGapRecord>> & WithUuid
export type Recommendation = Readonly<z.infer<typeof RecommendationRecord>> & WithUuid
export type AdvocacyFiles = {
  readonly gaps: readonly ReferenceGap[]
  readonly recommendations: readonly Recommendation[]
}

/** Read once for each release. Throws with every fault when the data is wrong. */
export const loadAdvocacy: () => AdvocacyFiles = oncePerRelease(() =>
  readAdvocacy(lawFile('law/gaps.json'), lawFile('law/recommendations.json')),
)

/** Throws a sentence that names every fault. */
export function readAdvocacy(gapsFile: unknown, recommendationsFile: unknown): AdvocacyFiles {
  const { gaps } = parsed('law/gaps.json', GapsFile, gapsFile)
  const { recommendations } = parsed('law/recommendations.json', RecommendationsFile, recommendationsFile)
  const faults = [...faultsOfGaps(gaps, recommendations), ...faultsOfRecommendations(recommendations)]
  if (faults.length > 0) throw new Error(`the register of obstacles is wrong:\n${faults.join('\n')}`)
  return {
    gaps: gaps.map((gap) => ({ ...gap, uuid: referenceId('gap', gap.id) })),
    recommendations: recommendations.map((each) => ({
      ...each,
      uuid: referenceId('recommendation', each.id),
    })),
  }
}

function parsed<S extends z.ZodType>(name: string, schema: S, data: unknown): z.infer<S> {
  const read = schema.safeParse(data)
  if (!read.success) throw new Error(`${name}: ${z.prettifyError(read.error)}`)
  return read.data
}

type GapRecord = z.infer<typeof ReferenceGapRecord>
type RecommendationRow = z.infer<typeof RecommendationRecord>

function faultsOfGaps(
  gaps: readonly GapRecord[],
  recommendations: readonly RecommendationRow[],
): readonly string[] {
  const known = new Set(recommendations.map((each) => each.id))
  return gaps.flatMap((gap) => [
    ...(gaps.filter((each) => each.id === gap.id).length > 1 ? [`gap ${gap.id} stands twice`] : []),
    ...faultsOfLaw(gap),
    ...gap.recommendations
      .filter((id) => !known.has(id))
      .map((id) => `gap ${gap.id} names ${id}, which is none`),
  ])
}

/** A norm that exists, a citation that resolves, or a silence that says where was searched. */
function faultsOfLaw({ id, law }: GapRecord): readonly string[] {
  const norm = law.norm === null ? undefined : loadNorms().find((each) => each.id === law.norm)
  if (law.norm !== null && norm === undefined) return [`gap ${id} names the norm ${law.norm}, which is none`]
  if (law.kind === 'norm') return norm === undefined ? [`gap ${id} names no norm`] : []
  if (law.kind === 'article') {
    if (law.instrument === null || law.article === null) return [`gap ${id} names no article`]
    return [
      citationFault(loadLaw(), { instrument: law.instrument, article: law.article }, `gap ${id}`) ?? [],
    ].flat()
  }
  if (norm !== undefined) return norm.kind === 'silent' ? [] : [`gap ${id} calls a norm that speaks silent`]
  return law.searched === null ? [`gap ${id} does not say where was searched`] : []
}

function faultsOfRecommendations(all: readonly RecommendationRow[]): readonly string[] {
  const norms = new Set(loadNorms().map((norm) => norm.id))
  return all.flatMap((each) => [
    ...(all.filter((other) => other.id === each.id).length > 1
      ? [`recommendation ${each.id} stands twice`]
      : []),
    ...citationFaultsIn(loadLaw(), each.basis, `recommendation ${each.id}`),
    ...each.norms
      .filter((id) => !norms.has(id))
      .map((id) => `recommendation ${each.id} names the norm ${id}, which is none`),
  ])
}

/** Always the same id for the same entry, so that links to it hold before and after somebody works on it. */
function referenceId(kind: 'gap' | 'recommendation', ref: string): string {
  const hex = createHash('sha256').update(`payung ${kind} ${ref}`).digest('hex')
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `7${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-')
}
