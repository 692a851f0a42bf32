// Reads the standard steps, what countries do differently, what an embassy does, and the plain rights.
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { CASE_TYPES } from '#src/domain/cases/case-types.ts'
import { BODY_KINDS } from '#src/domain/competence/bodies.ts'
import { citationFaultsIn } from '#src/domain/law/citation-faults.ts'
import { faultsOfSteps } from '#src/domain/rulebook/steps/step-faults.ts'
import {
  STEP_PEOPLE,
  STEP_PHASES,
  STEP_TOPICS,
  STEP_UNITS,
  type StepBook,
} from '#src/domain/rulebook/steps/standard-steps.ts'
import { loadLaw } from './law/law-files.ts'
import { oncePerRelease } from './law/law-source.ts'
import { loadReference } from './reference.ts'
import { Citation, Confidence, Header, loadRulebookTexts, Sentence, Source } from './rulebook.ts'

const FOLDER = new URL('../../seeds/reference/rulebook/steps/', import.meta.url)

const Basis = z.array(Citation)
const Amount = { amount: z.int().positive(), unit: z.enum(STEP_UNITS) }
const Due = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('law'), ...Amount, after: Sentence, basis: Basis.min(1) }),
  z.strictObject({ kind: z.literal('internal'), ...Amount }),
  z.strictObject({ kind: z.literal('internal-by-urgency') }),
  z.strictObject({ kind: z.literal('law-is-silent') }),
  z.strictObject({ kind: z.literal('not-checked') }),
])
const Step = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  who: z.enum([...BODY_KINDS, ...STEP_PEOPLE]),
  phase: z.enum(STEP_PHASES),
  says: Sentence,
  paper: Sentence.nullable(),
  due: Due,
  basis: Basis,
  variesBy: z.array(z.enum(STEP_TOPICS)),
})
const Iso = z.string().regex(/^[A-Z]{2}$/)
const Difference = z.strictObject({
  id: z.string().min(1),
  country: Iso,
  topic: z.enum(STEP_TOPICS),
  for: Sentence.nullable(),
  says: Sentence,
  since: z.enum(['in-force', 'as-read']),
  citation: Citation,
})
const Office = z.strictObject({
  country: Iso,
  name: z.string().min(1),
  for: Sentence,
  source: Source.transform(({ citation, url }) => (url ? `${citation} <${url}>` : citation)),
  confidence: Confidence,
  seen: z.iso.date(),
})
const EmbassyRule = z.strictObject({ id: z.string().min(1), says: Sentence, basis: Basis.min(1) })
const Right = z.strictObject({
  id: z.string().min(1),
  phase: z.enum(['before', 'during', 'after']),
  title: Sentence,
  says: Sentence,
  basis: Basis.min(1),
})

const StepsFile = z.strictObject({ header: Header, steps: z.array(Step) })
const CaseTypesFile = z.strictObject({
  header: Header,
  caseTypes: z.record(z.enum(CASE_TYPES), z.array(z.string())),
})
const CountriesFile = z.strictObject({
  header: Header,
  differences: z.array(Difference),
  offices: z.array(Office),
})
const EmbassyFile = z.strictObject({
  header: Header,
  can: z.array(EmbassyRule),
  cannot: z.array(EmbassyRule),
})
const RightsFile = z.strictObject({ header: Header, rights: z.array(Right) })

/** Checked once for each release of the law that they cite. Throws with every fault when the data is wrong. */
export const loadStandardSteps: () => StepBook = oncePerRelease(() =>
  checkSteps({
    steps: read('steps', StepsFile).steps,
    caseTypes: read('case-types', CaseTypesFile).caseTypes,
    ...withoutHeader(read('countries', CountriesFile)),
    ...withoutHeader(read('embassy', EmbassyFile)),
    rights: read('rights', RightsFile).rights,
  }),
)

/** What a schema cannot see: codes that lead nowhere, case types without steps, citations that are not whole. */
export function checkSteps(book: StepBook): StepBook {
  const faults = [
    ...faultsOfSteps(book, {
      instruments: new Set(loadRulebookTexts().instruments.map((each) => each.id)),
      countries: new Set(loadReference().countryNames.map((each) => each.iso)),
    }),
    ...citationFaultsIn(loadLaw(), book, 'steps'),
  ]
  if (faults.length > 0) throw new Error(`the standard steps are wrong:\n${faults.join('\n')}`)
  return book
}

function withoutHeader<T extends { readonly header: unknown }>({ header: _header, ...rest }: T) {
  return rest
}

function read<S extends z.ZodType>(name: string, schema: S): z.infer<S> {
  const result = schema.safeParse(JSON.parse(readFileSync(new URL(`${name}.json`, FOLDER), 'utf8')))
  if (!result.success) throw new Error(`steps/${name}.json is wrong: ${z.prettifyError(result.error)}`)
  return result.data
}
