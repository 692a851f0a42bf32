/**
 * The least pay that the law or an agreement of the place sets, as far as it was read. Some floors bind month by
 * month, others bind the contract and stay as they were on the day it was signed.
 */
import { addDays, earliestDay, type PlainDate } from '../../kernel/partial-date.ts'
import type { Citation, Entry, UsedFact } from '../conclusion.ts'
import { answered, knownOf } from '../facts/facts-kit.ts'
import type { Facts } from '../facts/facts.ts'
import { citationOf, oncePerChapter, type Chapter, type ParameterVersion } from '../rulebook.ts'
import { changesOf, heldOn } from '../window.ts'
import { minorOf, mulDiv, scaled, type Range } from './money.ts'
import { PARTS, partsOf, type Days, type Span } from './span.ts'

export const WORK_GROUPS = ['domestic', 'sea', 'other'] as const
export type WorkGroup = (typeof WORK_GROUPS)[number]

export const NO_FLOOR = [
  'law-sets-none',
  'not-read',
  'place-unknown',
  'work-unknown',
  'hours-unknown',
] as const
export type NoFloor = (typeof NO_FLOOR)[number]

interface FloorRow {
  readonly place: string
  readonly group: WorkGroup | 'all'
  /** A rule that says the law is silent, or a parameter with its amounts (a rule of the same name cites it). */
  readonly silent?: string
  readonly parameter?: string
  readonly currency?: string
  readonly binds?: 'contract' | 'month'
  readonly per?: 'month' | 'hour'
}

export type Floor =
  | {
      readonly kind: 'amount'
      readonly currency: string
      readonly wages: Range
      /** Time within the claim for which no amount was read, in thirtieths of a month. */
      readonly notCovered: Range
      /** One amount for the whole time; null when it changed on the way. */
      readonly monthly: number | null
      readonly fired: readonly Entry[]
      readonly contractDayMissing: 'missing' | 'known'
    }
  | { readonly kind: 'none'; readonly why: NoFloor; readonly fired: readonly Entry[] }

const DOMESTIC: readonly string[] = [
  'housekeeper',
  'babysitter',
  'elder-carer',
  'family-cook',
  'family-driver',
  'gardener',
  'child-carer',
]

/** Undefined when the facts do not say what work it was. */
export function workGroupOf({ person, work, migration }: Facts): WorkGroup | undefined {
  const occupation = knownOf(work?.occupation)
  const sector = knownOf(work?.sector)
  const category = knownOf(person?.category)
  if (occupation === 'migrant-fisher' || occupation === 'seafarer') return 'sea'
  if (category === 'seafarer' || category === 'fisher') return 'sea'
  if (sector === 'sea-fishing' || sector === 'shipping') return 'sea'
  if (sector === 'domestic-work' || (occupation !== undefined && DOMESTIC.includes(occupation)))
    return 'domestic'
  const household = answered(work?.liveIn) === 'yes' || migration?.employerKind === 'individual-or-household'
  if (sector === 'care') return household ? 'domestic' : undefined
  if (sector !== undefined && sector !== 'other') return 'other'
  return occupation === undefined || occupation === 'other' ? undefined : 'other'
}

interface ReadFloors {
  readonly rows: readonly FloorRow[]
  readonly amounts: ReadonlyMap<string, readonly ParameterVersion[]>
  readonly citations: ReadonlyMap<string, readonly Citation[]>
}

const floorsOf = oncePerChapter((chapter): ReadFloors => ({
  rows: chapter.text.tables['floors'] as readonly FloorRow[],
  amounts: new Map(chapter.text.parameters.map((each) => [each.id, each.versions])),
  citations: new Map(chapter.text.rules.map((each) => [each.id, each.versions.map(citationOf)])),
}))

export function floorFor(facts: Facts, chapter: Chapter, span: Span, asOf: PlainDate): Floor {
  const place = knownOf(facts.migration?.destination)
  if (place === undefined) return none('place-unknown')
  const group = workGroupOf(facts)
  const { rows, citations } = floorsOf(chapter)
  const here = rows.filter((row) => row.place === place)
  const row = here.find((each) => each.group === 'all' || each.group === group)
  const used: readonly UsedFact[] = [
    { fact: 'migration.destination', value: place },
    { fact: 'work.sector', value: group ?? 'unknown' },
  ]
  if (row === undefined) return none(group === undefined && here.length > 0 ? 'work-unknown' : 'not-read')
  if (row.silent !== undefined)
    return none('law-sets-none', citedOn(citations.get(row.silent), row.silent, asOf, used))
  return amountOf(facts, chapter, row, { span, asOf, used })
}

interface Asked {
  readonly span: Span
  readonly asOf: PlainDate
  readonly used: readonly UsedFact[]
}

function amountOf(facts: Facts, chapter: Chapter, row: FloorRow, { span, asOf, used }: Asked): Floor {
  const { amounts, citations } = floorsOf(chapter)
  const id = row.parameter ?? ''
  const versions = amounts.get(id) ?? []
  const hours = knownOf(facts.work?.hoursPerWeek)
  if (row.per === 'hour' && hours === undefined) return none('hours-unknown')
  const signed = row.binds === 'contract' ? knownOf(facts.contract?.signedOn) : undefined
  const day = signed === undefined ? asOf : earliestDay(signed)
  const currency = row.currency ?? ''
  const monthlyOf = (version: ParameterVersion) =>
    version.amount === null
      ? undefined
      : monthlyMinor(version.amount, currency, row.per === 'hour' ? hours : undefined)
  const byMonth = row.binds !== 'contract' && span.shortest !== undefined && span.longest !== undefined
  const pieces = byMonth
    ? { min: piecesOf(versions, span.shortest), max: piecesOf(versions, span.longest) }
    : wholeAt(versions, day, span)
  const usedVersions = versions.filter((version) =>
    [...pieces.min, ...pieces.max].some((piece) => piece.version === version && piece.parts > 0),
  )
  const monthly = usedVersions.map(monthlyOf)
  const counted = { min: total(pieces.min, monthlyOf), max: total(pieces.max, monthlyOf) }
  const facts_ = signed === undefined ? used : [...used, { fact: 'contract.signedOn', value: signed }]
  const fired = usedVersions.flatMap((version) => citedOn(citations.get(id), id, firstDayOf(version), facts_))
  if (monthly.every((each) => each === undefined)) return none('not-read', fired)
  return {
    kind: 'amount',
    currency,
    wages: { min: counted.min.amount, max: counted.max.amount },
    notCovered: { min: counted.min.open, max: counted.max.open },
    monthly: new Set(monthly).size === 1 ? (monthly[0] ?? null) : null,
    fired,
    contractDayMissing: row.binds === 'contract' && signed === undefined ? 'missing' : 'known',
  }
}

interface Piece {
  readonly version: ParameterVersion | undefined
  readonly parts: number
}

/** The time cut where the amount changes; the pieces add up to the whole. */
function piecesOf(versions: readonly ParameterVersion[], days: Days | undefined): readonly Piece[] {
  if (days === undefined || days.until < days.from) return []
  const after = addDays(days.until, 1)
  const cuts = versions.flatMap(changesOf).filter((cut) => cut > days.from && cut < after)
  const edges = [...new Set([days.from, ...cuts, after])].sort()
  return edges.slice(0, -1).map((start, at) => ({
    version: versionOn(versions, start),
    parts: upTo(days.from, edges[at + 1] ?? after) - upTo(days.from, start),
  }))
}

function upTo(from: PlainDate, end: PlainDate): number {
  return partsOf({ from, until: addDays(end, -1) })
}

function wholeAt(versions: readonly ParameterVersion[], day: PlainDate, span: Span) {
  const version = versionOn(versions, day)
  return { min: [{ version, parts: span.parts.min }], max: [{ version, parts: span.parts.max }] }
}

function total(
  pieces: readonly Piece[],
  monthlyOf: (version: ParameterVersion) => number | undefined,
): { readonly amount: number; readonly open: number } {
  let amount = 0
  let open = 0
  for (const { version, parts } of pieces) {
    const monthly = version === undefined ? undefined : monthlyOf(version)
    if (monthly === undefined) open += parts
    else amount += mulDiv(monthly, parts, PARTS)
  }
  return { amount, open }
}

/** A month has 30 of the 7-day weeks' days; hours are those that were usual. */
function monthlyMinor(amount: number, currency: string, hoursPerWeek: number | undefined): number {
  const minor = minorOf({ amount, currency })
  return hoursPerWeek === undefined ? minor : mulDiv(minor, scaled(hoursPerWeek, 2) * PARTS, 7 * 100)
}

export function versionOn<V extends Citation>(versions: readonly V[], day: PlainDate): V | undefined {
  return versions.find((each) => heldOn(each, day))
}

/** A day on which the version certainly held. */
function firstDayOf({ validFrom }: Citation): PlainDate {
  return validFrom ?? '0000-01-01'
}

function citedOn(
  versions: readonly Citation[] | undefined,
  rule: string,
  day: PlainDate,
  facts: readonly UsedFact[],
): readonly Entry[] {
  const citation = versionOn(versions ?? [], day)
  return citation === undefined ? [] : [{ rule, facts, citation }]
}

function none(why: NoFloor, fired: readonly Entry[] = []): Floor {
  return { kind: 'none', why, fired }
}
