// Reads what the public country pages say (seeds/reference/law/country-pages.json): the same headings for every
// destination, each statement with its source, its confidence and its days. An empty heading means that nothing is known.
import { z } from 'zod'
import { AGREEMENT_STATES, PLACEMENT_STATES } from '#src/domain/law/country-page.ts'
import { isArticleForm } from '#src/domain/rulebook/article-form.ts'
import { SECTORS } from '#src/domain/harmonisation/sectors.ts'
import { citationFault } from '#src/domain/law/citation-faults.ts'
import { loadNorms } from '../norms.ts'
import { loadReference } from '../reference.ts'
import { Confidence, Header, Sentence, Source } from '../rulebook.ts'
import { loadStandardSteps } from '../standard-steps.ts'
import { loadHarmonisation } from './harmonisation-files.ts'
import { loadLaw } from './law-files.ts'
import { lawFile, oncePerRelease } from './law-source.ts'

const Iso = z.string().regex(/^[A-Z]{2}$/)
const Day = z.iso.date()
const AsOf = z.string().regex(/^\d{4}(-\d{2}){0,2}$/)
const Sourced = {
  says: Sentence,
  source: Source,
  confidence: Confidence,
  /** The day of the source itself; null where it has none. */
  asOf: AsOf.nullable(),
}
const Window = {
  validFrom: Day.nullable(),
  /** The first day it no longer holds. */
  validUntil: Day.nullable(),
}

const NormStatement = z.strictObject({
  kind: z.literal('norm'),
  norm: z.string().min(1),
  /** Without words of its own the plain sentence of the standard steps stands here, or the duty of the norm. */
  says: Sentence.optional(),
  /** Behind the sentence stands the amount of the norm, never a copy of it. */
  amount: z.literal('shown').optional(),
})
const Note = z.strictObject({
  kind: z.literal('note'),
  ...Sourced,
  ...Window,
  law: z
    .strictObject({ instrument: z.string().min(1), article: z.string().refine(isArticleForm) })
    .optional(),
})
const Statement = z.discriminatedUnion('kind', [NormStatement, Note])

const CountryPage = z.strictObject({
  iso: Iso,
  /** The last day on which a source was read. Nobody has called or written to check. */
  lastRead: Day,
  /** The work for which the short table of the corridor is drawn: a rule for others says nothing here. */
  corridorSector: z.enum(SECTORS),
  placement: z.strictObject({ state: z.enum(PLACEMENT_STATES), since: Day.nullable(), ...Sourced }),
  work: z.array(Statement),
  agreement: z.array(
    z.strictObject({
      instrument: z.string().min(1),
      state: z.enum(AGREEMENT_STATES),
      ...Sourced,
      ...Window,
    }),
  ),
  channel: z.array(Statement),
  wage: z.array(Statement),
  passport: z.array(Statement),
  complaint: z.array(Statement),
  steps: z.array(Statement),
  cautions: z.array(Statement),
  lines: z.array(z.string()),
})

const File = z.strictObject({
  header: Header,
  /** Practical advice before the first step of the law. */
  firstSteps: z.array(Sentence).min(1),
  homeSteps: z.array(Statement).min(1),
  homeLaw: z.array(Statement).min(1),
  corridorNeeds: z.array(z.string()).min(1),
  countries: z.array(CountryPage),
})

export type CountryStatement = Readonly<z.infer<typeof Statement>>
export type CountryPageData = Readonly<z.infer<typeof CountryPage>>
export type CountryAgreement = CountryPageData['agreement'][number]
export type CountryPages = Readonly<Omit<z.infer<typeof File>, 'header'>>

/** The headings that hold statements, in the order of the page. */
export const STATEMENT_HEADINGS = [
  'work',
  'channel',
  'wage',
  'passport',
  'complaint',
  'steps',
  'cautions',
] as const

const HIDDEN_KEYS: ReadonlySet<string> = new Set(['source', 'lines'])

/** Read once for each release. Throws with every fault when the data is wrong. */
export const loadCountryPages: () => CountryPages = oncePerRelease(() =>
  readCountryPages(lawFile('law/country-pages.json')),
)

/** Throws a sentence that names every fault. */
export function readCountryPages(data: unknown): CountryPages {
  const read = File.safeParse(data)
  if (!read.success) throw new Error(`the country pages are wrong: ${z.prettifyError(read.error)}`)
  const { header: _header, ...pages } = read.data
  const faults = faultsOf(pages)
  if (faults.length > 0) throw new Error(`the country pages are wrong:\n${faults.join('\n')}`)
  return pages
}

/** What a schema cannot see: norms of another country, unknown instruments, offices and needs, telephone numbers. */
function faultsOf(pages: CountryPages): readonly string[] {
  const needs = new Set(loadHarmonisation().needs.map((need) => need.code))
  const isos = pages.countries.map((country) => country.iso)
  return [
    ...isos.filter((iso, at) => isos.indexOf(iso) !== at).map((iso) => `${iso} stands twice`),
    ...pages.countries.flatMap((country) => faultsOfCountry(country)),
    ...[...pages.homeSteps, ...pages.homeLaw].flatMap((each) => faultsOfStatement('ID', each)),
    ...pages.corridorNeeds
      .filter((need) => !needs.has(need))
      .map((need) => `the comparer has no need ${need}`),
    ...(/\+\d|\d{3}[ -]?\d{4}/.test(sentencesOf(pages)) ? ['a telephone number stands in a sentence'] : []),
  ]
}

/** Everything that a visitor reads: a source may carry digits in its address. */
function sentencesOf(pages: CountryPages): string {
  return JSON.stringify(pages, (key, value: unknown) => (HIDDEN_KEYS.has(key) ? undefined : value))
}

function faultsOfCountry(country: CountryPageData): readonly string[] {
  const { iso } = country
  const offices = loadStandardSteps().offices.filter((each) => each.country === iso)
  return [
    ...(loadReference().countries.some((each) => each.iso === iso) ? [] : [`${iso} has no reference entry`]),
    ...STATEMENT_HEADINGS.flatMap((heading) => country[heading]).flatMap((each) =>
      faultsOfStatement(iso, each),
    ),
    ...country.agreement.flatMap((each) => faultsOfCitation(iso, each.instrument, '-')),
    ...country.agreement
      .filter(isEmptyWindow)
      .map((each) => `${iso}: ${each.instrument} has an empty window`),
    ...country.lines
      .filter((name) => !offices.some((each) => each.name === name))
      .map((name) => `${iso} has no office ${name}`),
  ]
}

function faultsOfStatement(iso: string, each: CountryStatement): readonly string[] {
  if (each.kind === 'note') {
    return [
      ...(each.law === undefined ? [] : faultsOfCitation(iso, each.law.instrument, each.law.article)),
      ...(isEmptyWindow(each) ? [`${iso}: "${each.says.en}" has an empty window`] : []),
    ]
  }
  const norm = normOf(each.norm)
  if (norm === undefined) return [`${iso} quotes the unknown norm ${each.norm}`]
  const own = ['ID', iso, `ID-${iso}`].includes(norm.jurisdiction)
  return [
    ...(own ? [] : [`${iso} quotes ${each.norm}, a norm of ${norm.jurisdiction}`]),
    ...(each.amount === 'shown' && typeof norm.parameter?.value !== 'number'
      ? [`${iso}: ${each.norm} has no amount to show`]
      : []),
  ]
}

function faultsOfCitation(place: string, instrument: string, article: string): readonly string[] {
  const fault = citationFault(loadLaw(), { instrument, article }, place)
  return fault === undefined ? [] : [fault]
}

function isEmptyWindow({ validFrom, validUntil }: { validFrom: string | null; validUntil: string | null }) {
  return validFrom !== null && validUntil !== null && validUntil <= validFrom
}

export type LawNorm = ReturnType<typeof loadNorms>[number]

/** Undefined for an id that no norm has. */
export function normOf(id: string): LawNorm | undefined {
  return loadNorms().find((norm) => norm.id === id)
}
