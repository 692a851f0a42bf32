// Reads what the comparer needs besides the norms: the needs and how their numbers are measured, the corridors, and what
// was judged of each pair of norms that the data lays beside each other. A wrong file stops the start.
import { z } from 'zod'
import type { Corridor } from '#src/domain/harmonisation/columns.ts'
import type { ComparedNeed } from '#src/domain/harmonisation/compare.ts'
import { PAIR_RELATIONS, type JudgedPair, type Measure } from '#src/domain/harmonisation/norm.ts'
import { isKnownSectorWords } from '#src/domain/harmonisation/sectors.ts'
import type { Norm } from '../norm-texts.ts'
import { loadNorms } from '../norms.ts'
import { lawFile, oncePerRelease } from './law-source.ts'

const Words = z.string().min(1)
const Both = z.strictObject({ id: Words, en: Words })
const Slug = z.string().regex(/^[a-z0-9-]+$/)
const Header = z.strictObject({ origin: Words, retrieved: z.iso.date(), licence: Words, note: Words })

const NeedsFile = z.strictObject({
  header: Header,
  groups: z.array(
    z.strictObject({
      code: Slug,
      name: Both,
      needs: z.array(
        z.strictObject({
          code: Words,
          slug: Slug,
          name: Both,
          c102Part: z
            .string()
            .regex(/^[IVX]+$/)
            .nullable(),
          measures: z.array(
            z.strictObject({
              code: Slug,
              name: Both,
              units: z.array(Words).min(1),
              better: z.enum(['higher', 'lower']),
              notFor: z.array(Slug),
            }),
          ),
        }),
      ),
    }),
  ),
})
const CorridorsFile = z.strictObject({
  header: Header,
  corridors: z.array(
    z.strictObject({
      id: Slug,
      origin: z.string().regex(/^[A-Z]{2}$/),
      destination: z.string().regex(/^[A-Z]{2}$/),
      name: Both,
      bilateral: z.array(Words).min(1),
      bilateralName: Both,
    }),
  ),
})
const PairsFile = z.strictObject({
  header: Header,
  pairs: z.array(
    z.strictObject({
      /** So that a second reader can confirm it as an edit of the law. */
      id: Slug,
      against: Slug,
      compared: Slug,
      relation: z.enum(PAIR_RELATIONS),
      reason: Both,
      firstReader: Words,
      secondReader: Words.nullable(),
    }),
  ),
})

const WordsFile = z.strictObject({
  header: Header,
  people: z.record(z.string(), Words),
  units: z.record(z.string(), Words),
  sectors: z.record(z.string(), Words),
  values: z.record(z.string(), Words),
})

export type NormWords = Omit<z.infer<typeof WordsFile>, 'header'>

type InBothTongues = { readonly id: string; readonly en: string }
export type NamedMeasure = Measure & { readonly name: InBothTongues }
export type Need = Omit<ComparedNeed, 'measures'> & {
  readonly slug: string
  readonly group: string
  readonly name: InBothTongues
  /** Part of ILO C102 whose branch this is. */
  readonly c102Part: string | null
  readonly measures: readonly NamedMeasure[]
}
export type NeedGroup = {
  readonly code: string
  readonly name: InBothTongues
  readonly needs: readonly Need[]
}
export type NamedCorridor = Corridor & {
  readonly name: InBothTongues
  readonly bilateralName: InBothTongues
}

export type Harmonisation = {
  readonly groups: readonly NeedGroup[]
  /** Every need, in the order of its groups. */
  readonly needs: readonly Need[]
  readonly corridors: readonly NamedCorridor[]
  readonly pairs: readonly (JudgedPair & { readonly id: string })[]
}

/** Read once for each release. Throws with every fault when the data is wrong. */
export const loadHarmonisation: () => Harmonisation = oncePerRelease(() => {
  const groups = read('needs', NeedsFile).groups.map((group) => ({
    ...group,
    needs: group.needs.map((need) => ({ ...need, group: group.code })),
  }))
  const all: Harmonisation = {
    groups,
    needs: groups.flatMap((group) => group.needs),
    corridors: read('corridors', CorridorsFile).corridors,
    pairs: read('pairs', PairsFile).pairs,
  }
  const faults = faultsOfHarmonisation(all, loadNorms())
  if (faults.length > 0) throw new Error(`the comparer's data is wrong:\n${faults.join('\n')}`)
  return all
})

/** The short words of the norms in Indonesian, by what stands in the data in English. */
export const normWords: () => NormWords = oncePerRelease(() => read('words', WordsFile))

/** Origin, licence and day of the norms themselves. */
export const normsHeader: () => z.infer<typeof Header> = oncePerRelease(
  () => z.object({ header: Header }).parse(lawFile('norms.json')).header,
)

/** Needs, pairs and corridors that lead nowhere, and norms that no need, column or sector takes in. */
export function faultsOfHarmonisation(all: Harmonisation, norms: readonly Norm[]): readonly string[] {
  const ids = new Set(norms.map((norm) => norm.id))
  const needs = new Set(all.needs.map((need) => need.code))
  const units = new Set(norms.map((norm) => norm.parameter?.unit))
  const jurisdictions = new Set(norms.map((norm) => norm.jurisdiction))
  const pairs = all.pairs.map((pair) => [pair.against, pair.compared].toSorted().join(' '))
  return [
    ...twice(all.needs.map((need) => need.slug)).map((slug) => `the need ${slug} stands twice`),
    ...twice(pairs).map((pair) => `${pair} is judged twice`),
    ...all.needs.flatMap((need) =>
      need.measures.flatMap((measure) => [
        ...measure.units.filter((unit) => !units.has(unit)).map((unit) => `no norm counts in ${unit}`),
        ...measure.notFor
          .filter((id) => !ids.has(id))
          .map((id) => `${need.code} leaves out the unknown ${id}`),
      ]),
    ),
    ...all.pairs
      .filter((pair) => pair.id !== `${pair.against}--${pair.compared}`)
      .map((pair) => `the pair ${pair.id} is not named by its norms`),
    ...all.pairs.flatMap((pair) =>
      [pair.against, pair.compared]
        .filter((id) => !ids.has(id))
        .map((id) => `a pair names the unknown ${id}`),
    ),
    ...all.corridors.flatMap((corridor) =>
      [corridor.origin, corridor.destination, ...corridor.bilateral]
        .filter((each) => !jurisdictions.has(each))
        .map((each) => `the corridor ${corridor.id} names ${each}, of which there is no norm`),
    ),
    ...norms.flatMap((norm) => [
      ...(needs.has(norm.need) ? [] : [`${norm.id} is about the unknown need ${norm.need}`]),
      ...(isKnownSectorWords(norm.sector) ? [] : [`${norm.id} is for unknown people: ${norm.sector}`]),
    ]),
  ]
}

function twice(all: readonly string[]): readonly string[] {
  return all.filter((each, at) => all.indexOf(each) !== at)
}

function read<T extends z.ZodType>(name: string, schema: T): z.infer<T> {
  const parsed = schema.safeParse(lawFile(`law/${name}.json`))
  if (!parsed.success) throw new Error(`${name}.json is wrong: ${z.prettifyError(parsed.error)}`)
  return parsed.data
}
