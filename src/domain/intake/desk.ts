/**
 * Which desk receives a report in its first second, and which is next when it is not taken in time? The body the
 * reporter picked, else the mission for the country, else at home the regional office of the protection ministry,
 * else the head office. Never one that the reporter named as one that must not see it.
 */
import { isKeptFrom } from '../disclosure/consent.ts'
import type { DeskChoice, KeepFrom, Place, ReaderKind } from '../reports/report.ts'

export const DESK_KINDS = [
  'mission',
  'regional-office',
  'head-office',
  'labour-office',
  'organisation',
  'police',
] as const
export type DeskKind = (typeof DESK_KINDS)[number]

export interface Desk {
  readonly deskId: string
  readonly bodyId: string
  readonly kind: DeskKind
  /** Countries (ISO, upper case) it works for; empty means every country. */
  readonly countries: readonly string[]
  /** Province or district codes it works for, matched from the front ("52" holds "5203"); empty means all. */
  readonly regions: readonly string[]
}

export interface DeskQuestion {
  readonly place: Place | undefined
  readonly choice: DeskChoice | undefined
  readonly keepFrom: readonly KeepFrom[]
  readonly desks: readonly Desk[]
}

const READER_OF_DESK: Readonly<Record<DeskKind, ReaderKind>> = {
  mission: 'mission',
  'regional-office': 'protection-ministry',
  'head-office': 'protection-ministry',
  'labour-office': 'labour-office',
  organisation: 'organisation',
  police: 'police',
}

const KINDS_OF_CHOICE: Readonly<Record<DeskChoice, readonly DeskKind[]>> = {
  mission: ['mission'],
  'protection-ministry': ['regional-office', 'head-office'],
  'labour-office': ['labour-office'],
  organisation: ['organisation'],
  police: ['police'],
  'head-office': ['head-office'],
  'you-choose': [],
}

// Police and local offices get a report only when the person picked them: a fear of them keeps people silent.
const LAST_RESORT: readonly DeskKind[] = ['head-office', 'organisation']

/**
 * Desks in order; the first owns the report. Empty only when the reporter excluded every desk that may receive it
 * unasked: the caller then tells the reporter so.
 */
export function deskFor(question: DeskQuestion): readonly Desk[] {
  const open = question.desks.filter((desk) => !isKeptFrom(question.keepFrom, readerOf(desk)))
  const covering = open.filter((desk) => covers(desk, question.place))
  const order = [
    ...ofKinds(covering, question.choice ? KINDS_OF_CHOICE[question.choice] : []),
    ...ofKinds(covering, isAbroad(question.place) ? ['mission'] : ['regional-office']),
    ...ofKinds(covering, LAST_RESORT),
    ...ofKinds(open, ['head-office']),
  ]
  return [...new Set(order)]
}

function readerOf(desk: Desk): { readonly bodyId: string; readonly kind: ReaderKind } {
  return { bodyId: desk.bodyId, kind: READER_OF_DESK[desk.kind] }
}

function isAbroad(place: Place | undefined): boolean {
  return place?.country !== undefined && place.country !== 'ID'
}

function covers(desk: Desk, place: Place | undefined): boolean {
  const country = place?.country
  if (desk.countries.length > 0 && (country === undefined || !desk.countries.includes(country))) return false
  if (desk.regions.length === 0 || country !== 'ID') return desk.regions.length === 0
  const region = place?.region
  return region !== undefined && desk.regions.some((code) => region.startsWith(code))
}

/** In order of the kinds, then narrow before wide, then by id, so that the answer never depends on the list's order. */
function ofKinds(desks: readonly Desk[], kinds: readonly DeskKind[]): readonly Desk[] {
  return kinds.flatMap((kind) => desks.filter((desk) => desk.kind === kind).sort(narrowFirst))
}

function narrowFirst(a: Desk, b: Desk): number {
  return reach(a) - reach(b) || (a.deskId < b.deskId ? -1 : 1)
}

function reach(desk: Desk): number {
  const longest = Math.max(0, ...desk.regions.map((code) => code.length))
  return (desk.countries.length === 0 ? 1000 : desk.countries.length * 10) + (10 - Math.min(longest, 9))
}
