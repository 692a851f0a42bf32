// Reads the delivered agreements and the forms, fields and models of cooperation. Every record is checked as if an officer
// had typed it, and the instrument and the articles it names must be in the law library.
import { z } from 'zod'
import {
  AGREEMENT_PURPOSES,
  AGREEMENT_SUBJECTS,
  AGREEMENT_TYPES,
  COOPERATION_FIELDS,
  COOPERATION_FORMS,
  COOPERATION_MODELS,
} from '#src/domain/agreements/codes.ts'
import { checkItem, ITEM_KINDS } from '#src/domain/agreements/items.ts'
import { STAGES, stagesAfter } from '#src/domain/agreements/pipeline.ts'
import { LAW_CERTAINTIES } from '#src/domain/law/article-ref.ts'
import { resolveCitation } from '#src/domain/law/resolve-citation.ts'
import { parsePartialDate } from '#src/domain/kernel/partial-date.ts'
import { loadLaw } from './law-files.ts'
import { lawFile, lawFiles, oncePerRelease, shippedLawFiles, withLawFiles } from './law-source.ts'

const NAME = 'law/agreements.json'
const Key = z.string().regex(/^[a-z0-9-]{2,80}$/)
const Words = z.string().min(1)
const Both = z.strictObject({ id: Words, en: Words })
const When = z.string().refine((text) => parsePartialDate(text) !== undefined, 'not a date')
const orUnclear = <const T extends readonly [string, ...string[]]>(codes: T) =>
  z.union([z.enum(codes), z.literal('unclear')])

const Step = z.strictObject({
  key: Key,
  stage: z.enum(STAGES),
  on: When.nullable(),
  reason: Both,
  citation: Words.nullable(),
})
const Item = z.strictObject({
  key: Key,
  kind: z.enum(ITEM_KINDS),
  content: z.record(z.string(), z.string().nullable()),
})
/** One agreement as a delivery tells it. */
export const AgreementRecord = z.strictObject({
  id: Key,
  title: Both,
  type: z.enum(AGREEMENT_TYPES),
  states: z.array(z.string().regex(/^[A-Z]{2}$/)),
  bodies: z.array(Words),
  subjects: z.array(z.enum(AGREEMENT_SUBJECTS)).min(1),
  purposes: z.array(z.enum(AGREEMENT_PURPOSES)),
  aim: Both.nullable(),
  stage: z.enum(STAGES),
  instrument: Key.nullable(),
  form: orUnclear(COOPERATION_FORMS),
  field: orUnclear(COOPERATION_FIELDS),
  model: orUnclear(COOPERATION_MODELS),
  citation: Words,
  url: z.url().nullable(),
  confidence: z.enum(LAW_CERTAINTIES),
  note: Both.nullable(),
  steps: z.array(Step).min(1),
  items: z.array(Item),
})
export type AgreementRecord = z.infer<typeof AgreementRecord>

const line = <const T extends readonly [string, ...string[]]>(codes: T) =>
  z
    .array(
      z.strictObject({
        code: z.enum(codes),
        name: Both,
        citation: Words,
        confidence: z.enum(LAW_CERTAINTIES),
      }),
    )
    .refine((lines) => lines.map(({ code }) => code).join() === codes.join(), 'not every code once, in order')
const AgreementsFile = z.strictObject({
  header: z.strictObject({ origin: Words, retrieved: z.iso.date(), licence: Words, note: Words }),
  forms: line(COOPERATION_FORMS),
  fields: line(COOPERATION_FIELDS),
  models: line(COOPERATION_MODELS),
  agreements: z.array(AgreementRecord),
})
export type AgreementFile = z.infer<typeof AgreementsFile>

/** Those in force; the delivered ones where a release from elsewhere does not carry them. Throws with every fault. */
export const loadAgreementFile: () => AgreementFile = oncePerRelease(() =>
  lawFiles().has(NAME) ? read() : withLawFiles(shippedLawFiles(), read),
)

function read(): AgreementFile {
  const result = AgreementsFile.safeParse(lawFile(NAME))
  if (!result.success) throw new Error(`${NAME}: ${z.prettifyError(result.error)}`)
  const faults = result.data.agreements.flatMap((each) =>
    faultsOfAgreement(each, result.data.header.retrieved).map((fault) => `${each.id}: ${fault}`),
  )
  if (faults.length > 0) throw new Error(`${NAME}:\n${faults.join('\n')}`)
  return result.data
}

/** What the shape alone does not refuse, in words for whoever wrote the file. */
export function faultsOfAgreement(record: AgreementRecord, today: string): readonly string[] {
  const faults: string[] = []
  if (record.states.length + record.bodies.length < 2) faults.push('has fewer than two parties')
  if (record.steps.at(-1)?.stage !== record.stage) faults.push('its last step is not its stage')
  for (const [at, { stage }] of record.steps.entries()) {
    const before = record.steps[at - 1]?.stage
    if (before !== undefined && stage !== 'unclear' && !stagesAfter(before).includes(stage))
      faults.push(`no step leads from ${before} to ${stage}`)
  }
  for (const list of [record.steps, record.items])
    if (new Set(list.map(({ key }) => key)).size < list.length) faults.push('has a key twice')
  for (const item of record.items) {
    const checked = checkItem(item.kind, item.content, today)
    if (checked.kind === 'wrong')
      faults.push(...checked.problems.map(({ path, code }) => `${item.key}.${path}: ${code}`))
    faults.push(...wrongCitation(record.instrument, item.content['article'] ?? null))
  }
  return [...faults, ...wrongCitation(record.instrument, null)]
}

function wrongCitation(instrument: string | null, article: string | null): readonly string[] {
  if (instrument === null) return article === null ? [] : [`${article} belongs to no instrument`]
  const found = resolveCitation(loadLaw(), { instrument, article: article ?? '-' })
  if (found.kind === 'instrument') return []
  return found.kind === 'statement' ? [`${instrument} is no agreement`] : [`${found.why}: ${found.what}`]
}
