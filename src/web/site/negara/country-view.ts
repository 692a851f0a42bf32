/** What a country page shows on one day: sentences, amounts and where each stands. */
import type { Cell, EntryRole } from '#src/domain/harmonisation/compare.ts'
import type { Verdict } from '#src/domain/harmonisation/decide.ts'
import type { Sector } from '#src/domain/harmonisation/sectors.ts'
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
import { loadHarmonisation, type NamedCorridor } from '#src/platform/law/harmonisation-files.ts'
import { loadReference } from '#src/platform/reference.ts'
import { loadStandardSteps } from '#src/platform/standard-steps.ts'
import type { Texts } from '#src/texts/texts.ts'
import { sectorWord, tableOf } from '#src/web/comparison.ts'
import type { Lang } from '#src/web/ui/href.ts'
import { lawPath } from '#src/web/law-path.ts'
import { plainDate } from '#src/web/ui/when.ts'
import { instrumentShort } from '../bantu-diri/rulebook-words.ts'

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
  { says, amount }: Extract<CountryStatement, { kind: 'norm' }>,
  norm: LawNorm,
): FactView {
  const { lang } = reader
  const money = amount === 'shown' ? amountOf(reader, norm) : undefined
  return {
    says: says?.[lang] ?? sentenceFor(reader, norm),
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

/** The plain sentence of the standard steps where there is one. */
function sentenceFor({ lang }: CountryReader, norm: LawNorm): string {
  const plain = loadStandardSteps().differences.find((each) => each.id === norm.id)?.says
  return (plain ?? norm.duty)[lang]
}

/** "5.100 Dolar Hong Kong sebulan, sejak 30 September 2025": never an amount without its day. */
function amountOf(reader: CountryReader, { parameter, validFrom }: LawNorm): string | undefined {
  const { lang, t } = reader
  const unit = /^([A-Z]{3}) per (month|hour)$/.exec(parameter?.unit ?? '')
  if (typeof parameter?.value !== 'number' || unit === null) return undefined
  const money = spokenMoney(lang, unit[1] ?? '', parameter.value)
  const rate = unit[2] === 'hour' ? t.negara.perHour(money) : t.negara.perMonth(money)
  const day = validFrom ?? parameter.asOf
  return day === null ? rate : `${rate}, ${since(reader, day)}`
}

/** "5.100 Dolar Hong Kong": a name that people say, not a code. */
function spokenMoney(lang: Lang, currency: string, amount: number): string {
  const number = new Intl.NumberFormat(lang === 'id' ? 'id-ID' : 'en-GB').format(amount)
  return `${number}\u00a0${new Intl.DisplayNames(lang, { type: 'currency' }).of(currency) ?? currency}`
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
  return { label: place, path: lawPath(instrument, article) }
}

function withoutAddress(source: string): string {
  return source.replaceAll(/ ?<[^>]*>|[;,]? *https?:\S+/g, '').trim()
}

export type RuleView = { readonly says: string; readonly law: LawLink }
export type CellView = {
  readonly verdict: Verdict
  /** What decides, and beside it what the text leaves out. */
  readonly rules: readonly RuleView[]
  readonly sure: LawCertainty | null
}
export type NeedRow = {
  readonly need: string
  readonly name: string
  readonly origin: CellView
  readonly between: CellView
  readonly destination: CellView
}
export type CorridorView = {
  readonly country: CountryView
  readonly sector: Sector
  readonly rows: readonly NeedRow[]
  /** The whole table, where the comparer has this corridor. */
  readonly table?: `/${string}`
  readonly homeSteps: readonly FactView[]
  readonly homeLaw: readonly FactView[]
}

const HOME = 'ID'

export function corridorView(reader: CountryReader, code: string): CorridorView | undefined {
  const country = countryView(reader, code)
  const pages = loadCountryPages()
  const data = pages.countries.find((each) => each.iso === country?.iso)
  if (country === undefined || data === undefined) return undefined
  const sector = data.corridorSector
  const known = loadHarmonisation().corridors.find((each) => each.destination === country.iso)
  return {
    country,
    sector,
    rows: rowsOf(reader, known ?? withoutAgreement(country), sector),
    ...(known !== undefined && { table: `/harmonisasi?koridor=${known.id}&pekerja=${sectorWord(sector)}` }),
    homeSteps: factsOn(reader, pages.homeSteps),
    homeLaw: factsOn(reader, pages.homeLaw),
  }
}

/** A corridor that the comparer has no agreement for. */
function withoutAgreement({ iso, name }: CountryView): NamedCorridor {
  const names = { id: name, en: name }
  return { id: iso, origin: HOME, destination: iso, bilateral: [], name: names, bilateralName: names }
}

/** The same verdicts as the whole table, held against the law of Indonesia. */
function rowsOf(reader: CountryReader, corridor: NamedCorridor, sector: Sector): readonly NeedRow[] {
  const all = loadHarmonisation().needs
  const needs = loadCountryPages().corridorNeeds.flatMap(
    (code) => all.find((need) => need.code === code) ?? [],
  )
  const choice = { mode: 'across', needs, on: reader.day, sector, phase: undefined } as const
  const { rows } = tableOf({ ...choice, corridors: [corridor], yardstick: HOME.toLowerCase() })
  const destination = corridor.destination.toLowerCase()
  return rows.map(({ need, cells }) => {
    const cellIn = (column: string) =>
      cellView(
        reader,
        cells.find((each) => each.column === column),
      )
    return {
      need,
      name: needs.find((each) => each.code === need)?.name[reader.lang] ?? need,
      origin: cellIn(HOME.toLowerCase()),
      between: cellIn(`${destination}-agreement`),
      destination: cellIn(destination),
    }
  })
}

function cellView(reader: CountryReader, cell: Cell<LawNorm> | undefined): CellView {
  if (cell === undefined) return { verdict: 'empty', rules: [], sure: null }
  const first = (role: EntryRole, count: number) =>
    cell.entries.filter((each) => each.role === role).slice(0, count)
  // A conflict is told by both of its sides.
  const shown = [...first('decides', cell.verdict === 'in-conflict' ? 2 : 1), ...first('silent', 1)]
  return {
    verdict: cell.verdict,
    rules: shown.map(({ norm }) => ({
      says: sentenceFor(reader, norm),
      law: linkTo(norm.instrument, norm.article),
    })),
    sure: cell.certainty,
  }
}
