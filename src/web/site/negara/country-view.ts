/** What a country page shows on one day: sentences, amounts and where each stands. */
import type { CorridorCell, CorridorNeed } from '#src/domain/law/country-page.ts'
import type { LawCertainty } from '#src/domain/law/article-ref.ts'
import type { PlainDate } from '#src/domain/kernel/partial-date.ts'
import {
  loadCountryPages,
  normOf,
  type CountryAgreement,
  type CountryPageData,
  type CountryStatement,
  type LawNorm,
} from '#src/platform/law/country-pages.ts'
import { loadNorms } from '#src/platform/norms.ts'
import { loadReference } from '#src/platform/reference.ts'
import { loadStandardSteps } from '#src/platform/standard-steps.ts'
import type { Texts } from '#src/texts/texts.ts'
import type { Lang } from '#src/web/ui/href.ts'
import { lawHref } from '#src/web/ui/law-href.ts'
import { plainDate } from '#src/web/ui/when.ts'
import { instrumentShort, moneyWords } from '../bantu-diri/rulebook-words.ts'

/** The reader and the day for which the law is read. */
export type CountryReader = { readonly lang: Lang; readonly t: Texts; readonly day: PlainDate }

export type LawLink = { readonly label: string; readonly path: `/${string}` }

export type BasisView = {
  readonly law?: LawLink
  /** The title of the source, without its address: a public page names no foreign address. */
  readonly source: string
  readonly days: readonly string[]
  readonly sure: LawCertainty
}
export type FactView = { readonly says: string; readonly amount?: string; readonly basis: BasisView }
export type AgreementView = FactView & { readonly state: CountryAgreement['state'] }
export type OfficeView = { readonly name: string; readonly for: string; readonly basis: BasisView }
export type MissionView = { readonly name: string; readonly sure: LawCertainty }

export type CountryView = {
  readonly iso: string
  readonly name: string
  readonly placement: { readonly state: CountryPageData['placement']['state']; readonly fact: FactView }
  readonly work: readonly FactView[]
  readonly agreement: readonly AgreementView[]
  readonly channel: readonly FactView[]
  readonly wage: readonly FactView[]
  readonly passport: readonly FactView[]
  readonly complaint: readonly FactView[]
  readonly offices: readonly OfficeView[]
  /** Whether an office is only a telephone line that nobody has checked. */
  readonly line: 'not-shown' | 'none'
  readonly missions: readonly MissionView[]
  readonly firstSteps: readonly string[]
  readonly steps: readonly FactView[]
  readonly cautions: readonly FactView[]
  readonly lastRead: PlainDate
}

/** Undefined for a country without a page. Codes are read in either case. */
export function countryView(reader: CountryReader, code: string): CountryView | undefined {
  const pages = loadCountryPages()
  const data = pages.countries.find((each) => each.iso === code.toUpperCase())
  const country = loadReference().countries.find((each) => each.iso === data?.iso)
  if (data === undefined || country === undefined) return undefined
  const facts = (statements: readonly CountryStatement[]) => factsOn(reader, statements)
  return {
    iso: data.iso,
    name: country.name[reader.lang],
    placement: placementOn(reader, data),
    work: facts(data.work),
    agreement: agreementsOn(reader, data),
    channel: facts(data.channel),
    wage: facts(data.wage),
    passport: facts(data.passport),
    complaint: facts(data.complaint),
    offices: officesOf(reader, data),
    line: data.lines.length > 0 ? 'not-shown' : 'none',
    missions: country.missions.map((each) => ({ name: `${each.type} ${each.city}`, sure: each.confidence })),
    firstSteps: pages.firstSteps.map((each) => each[reader.lang]),
    steps: facts(data.steps),
    cautions: facts(data.cautions),
    lastRead: data.lastRead,
  }
}

/** The countries that have a page, in the order of the data. */
export function countriesWithPage(lang: Lang): readonly { readonly iso: string; readonly name: string }[] {
  const { countries } = loadReference()
  return loadCountryPages().countries.map(({ iso }) => ({
    iso,
    name: countries.find((each) => each.iso === iso)?.name[lang] ?? iso,
  }))
}

/** The statements in force on the reader's day. */
export function factsOn(reader: CountryReader, statements: readonly CountryStatement[]): readonly FactView[] {
  return statements.flatMap((each) => {
    if (each.kind === 'norm') {
      const norm = normOf(each.norm)
      return norm !== undefined && isInForce(norm, reader.day) ? [normFact(reader, each, norm)] : []
    }
    if (!isInForce(each, reader.day)) return []
    const law = each.law && linkTo(each.law.instrument, each.law.article)
    return [
      {
        says: each.says[reader.lang],
        basis: { ...sourcedBasis(reader, each), ...(law && { law }) },
      },
    ]
  })
}

type Dated = { readonly validFrom: string | null; readonly validUntil: string | null }

/** A start that nobody read does not hide a statement; its end does. */
export function isInForce({ validFrom, validUntil }: Dated, day: PlainDate): boolean {
  return (validFrom === null || validFrom <= day) && (validUntil === null || day < validUntil)
}

function placementOn(reader: CountryReader, { placement }: CountryPageData): CountryView['placement'] {
  const before = placement.since !== null && reader.day < placement.since
  const days = placement.since === null ? [] : [since(reader, placement.since)]
  const basis = { ...sourcedBasis(reader, placement), days }
  if (before) return { state: 'unknown', fact: { says: reader.t.negara.unknownNote, basis } }
  return { state: placement.state, fact: { says: placement.says[reader.lang], basis } }
}

function agreementsOn(reader: CountryReader, { agreement }: CountryPageData): readonly AgreementView[] {
  return agreement
    .filter((each) => isInForce(each, reader.day))
    .map((each) => ({
      state: each.state,
      says: each.says[reader.lang],
      basis: { ...sourcedBasis(reader, each), law: linkTo(each.instrument, '-') },
    }))
}

function officesOf(reader: CountryReader, { iso, lines }: CountryPageData): readonly OfficeView[] {
  return loadStandardSteps()
    .offices.filter((each) => each.country === iso && !lines.includes(each.name))
    .map((each) => ({
      name: each.name,
      for: each.for[reader.lang],
      basis: { source: withoutAddress(each.source), days: [], sure: each.confidence },
    }))
}

function normFact(
  reader: CountryReader,
  { norm: id, says, amount }: Extract<CountryStatement, { kind: 'norm' }>,
  norm: LawNorm,
): FactView {
  const { lang } = reader
  const plain = loadStandardSteps().differences.find((each) => each.id === id)?.says
  const money = amount === 'shown' ? amountOf(reader, norm) : undefined
  return {
    says: (says ?? plain ?? norm.duty)[lang],
    ...(money !== undefined && { amount: money }),
    basis: {
      law: linkTo(norm.instrument, norm.article),
      source: withoutAddress(norm.source.citation),
      days: [
        ...(norm.validFrom === null ? [] : [since(reader, norm.validFrom)]),
        ...(norm.validUntil === null ? [] : [reader.t.negara.until(plainDate(lang, norm.validUntil))]),
      ],
      sure: norm.confidence,
    },
  }
}

/** "HKD 5.100 sebulan (sejak 30 September 2025)": never an amount without its day. */
function amountOf(reader: CountryReader, { parameter, validFrom }: LawNorm): string | undefined {
  const { lang, t } = reader
  const unit = /^([A-Z]{3}) per (month|hour)$/.exec(parameter?.unit ?? '')
  if (typeof parameter?.value !== 'number' || unit === null) return undefined
  const money = moneyWords(lang, unit[1] ?? '', parameter.value)
  const rate = unit[2] === 'hour' ? t.negara.perHour(money) : t.negara.perMonth(money)
  const day = validFrom ?? parameter.asOf
  return day === null ? rate : `${rate}, ${since(reader, day)}`
}

function since({ lang, t }: CountryReader, day: string): string {
  return t.negara.since(plainDate(lang, day))
}

type Sourced = {
  readonly source: { readonly citation: string }
  readonly confidence: LawCertainty
  readonly asOf: string | null
}

function sourcedBasis({ lang, t }: CountryReader, each: Sourced): BasisView {
  return {
    source: withoutAddress(each.source.citation),
    days: each.asOf === null ? [] : [t.negara.sourceDay(plainDate(lang, each.asOf))],
    sure: each.confidence,
  }
}

export function linkTo(instrument: string, article: string): LawLink {
  const short = instrumentShort(instrument)
  const place = article === '-' || article === 'whole' ? short : `${short}, ${article}`
  return { label: place, path: lawHref(instrument, article) }
}

function withoutAddress(source: string): string {
  return source.replaceAll(/ ?<[^>]*>|[;,]? *https?:\S+/g, '').trim()
}

export type CellView = {
  readonly state: CorridorCell
  readonly law: readonly LawLink[]
  readonly sure: LawCertainty
}
export type NeedRow = {
  readonly need: CorridorNeed
  readonly origin: CellView
  readonly between: CellView
  readonly destination: CellView
}
export type CorridorView = {
  readonly country: CountryView
  readonly rows: readonly NeedRow[]
  readonly homeSteps: readonly FactView[]
  readonly homeLaw: readonly FactView[]
}

export function corridorView(reader: CountryReader, code: string): CorridorView | undefined {
  const country = countryView(reader, code)
  if (country === undefined) return undefined
  const pages = loadCountryPages()
  const cell = (need: string, jurisdiction: string) => cellOf(reader, need, jurisdiction)
  return {
    country,
    rows: pages.corridorNeeds.map((need) => ({
      need,
      origin: cell(need, 'ID'),
      between: cell(need, `ID-${country.iso}`),
      destination: cell(need, country.iso),
    })),
    homeSteps: factsOn(reader, pages.homeSteps),
    homeLaw: factsOn(reader, pages.homeLaw),
  }
}

const MOST_CITATIONS = 2
/** The rules on seafarers and fishers are another matter than those of a country page. */
const AT_SEA = 'fishing/seafarers'

/** `silent` needs a text that was searched; where none was, nothing is known. */
function cellOf({ day }: CountryReader, need: string, jurisdiction: string): CellView {
  const norms = loadNorms().filter(
    (norm) =>
      norm.need === need &&
      norm.jurisdiction === jurisdiction &&
      norm.sector !== AT_SEA &&
      isInForce(norm, day),
  )
  const kinds = new Set(norms.map((norm) => norm.kind))
  const state = stateOf(kinds)
  const shown = norms
    .toSorted((a, b) => Number(a.kind === 'silent') - Number(b.kind === 'silent'))
    .slice(0, MOST_CITATIONS)
  const links = shown.map((norm) => linkTo(norm.instrument, norm.article))
  return {
    state,
    law: links.filter((link, at) => links.findIndex((each) => each.label === link.label) === at),
    sure: shown.some((norm) => norm.confidence === 'unverified')
      ? 'unverified'
      : shown.some((norm) => norm.confidence === 'secondary')
        ? 'secondary'
        : 'verified',
  }
}

function stateOf(kinds: ReadonlySet<LawNorm['kind']>): CorridorCell {
  if (kinds.has('conflict')) return 'conflict'
  if (kinds.has('norm')) return kinds.has('silent') ? 'partly' : 'says'
  return kinds.has('silent') ? 'silent' : 'unknown'
}
