/**
 * Which desk owns a report from its first second: the body that the reporter picked, else the one that answers for the
 * place, else a head office. Never one that the reporter named as one who must not see it.
 */
import { valueOf } from '#src/domain/kernel/answer.ts'
import type { DeskChoice, KeepFromKind, Place, ReportDraft } from '#src/domain/reports/report.ts'
import type { Coverage, Desk } from './desk-queries.ts'

export type DeskWish = Pick<ReportDraft, 'deskChoice' | 'keepFrom' | 'place'>

export type ChosenDesk = {
  readonly desk: Desk
  readonly why: 'picked' | 'place' | 'head-office'
  /** Every body that takes reports and must not see this one. */
  readonly keptFromOrgs: readonly string[]
}

/** Bodies that own a report because of its place alone; the others only when the reporter picks them. */
const BY_PLACE = ['mission', 'bp3mi', 'p4mi', 'kp2mi', 'kemlu']
const HEAD_OFFICES = ['kp2mi', 'kemlu']

const CHOSEN_KINDS: Readonly<Record<Exclude<DeskChoice, 'you-choose'>, readonly string[]>> = {
  mission: ['mission'],
  'protection-ministry': ['kp2mi', 'bp3mi', 'p4mi'],
  'labour-office': ['disnaker', 'disnaker-district', 'disnaker-province'],
  organisation: ['ngo', 'union', 'legal-aid'],
  police: ['polri'],
  'head-office': HEAD_OFFICES,
}

const KEPT_KINDS: Readonly<Record<KeepFromKind, readonly string[]>> = {
  'my-village': ['pemdes'],
  'my-agency': ['p3mi'],
  'my-employer': [],
  'this-mission': ['mission'],
  'local-labour-office': ['disnaker', 'disnaker-district', 'disnaker-province'],
  'protection-ministry': ['kp2mi', 'bp3mi', 'p4mi'],
  police: ['polri'],
  'my-family': [],
  organisation: ['ngo', 'union', 'legal-aid'],
  other: [],
}

/** Undefined only where no body is left that may see it. */
export function pickDesk(desks: readonly Desk[], wish: DeskWish): ChosenDesk | undefined {
  const place = valueOf(wish.place)
  const keptFromOrgs = desks.filter((desk) => isKeptFrom(desk, wish.keepFrom, place)).map((desk) => desk.id)
  const open = desks.filter((desk) => !keptFromOrgs.includes(desk.id))
  const picked = pickedDesk(open, valueOf(wish.deskChoice), place)
  if (picked) return { desk: picked, why: 'picked', keptFromOrgs }
  const near = bestFor(
    open.filter((desk) => BY_PLACE.includes(desk.kind) && !HEAD_OFFICES.includes(desk.kind)),
    place,
  )
  if (near) return { desk: near, why: 'place', keptFromOrgs }
  const head = headOffice(open, place)
  return head && { desk: head, why: 'head-office', keptFromOrgs }
}

/** A mission is kept out where it answers for the place, or everywhere when the place is not known: better one too many. */
function isKeptFrom(desk: Desk, keepFrom: ReportDraft['keepFrom'], place: Place | undefined): boolean {
  return keepFrom.some((kept) => {
    if (kept.bodyId !== undefined) return kept.bodyId === desk.id
    if (!KEPT_KINDS[kept.kind].includes(desk.kind)) return false
    const country = place?.country
    return (
      kept.kind !== 'this-mission' ||
      country === undefined ||
      desk.covers.some((covered) => covered.country === country)
    )
  })
}

function pickedDesk(
  open: readonly Desk[],
  choice: DeskChoice | undefined,
  place: Place | undefined,
): Desk | undefined {
  if (choice === undefined || choice === 'you-choose') return undefined
  if (choice === 'head-office') return headOffice(open, place)
  const kinds = CHOSEN_KINDS[choice]
  const able = open.filter((desk) => kinds.includes(desk.kind))
  // A mission of another country cannot help; an organisation or a ministry passes it on.
  return bestFor(able, place) ?? (choice === 'mission' ? undefined : able.toSorted(byKind(kinds))[0])
}

function headOffice(open: readonly Desk[], place: Place | undefined): Desk | undefined {
  const heads = open.filter((desk) => HEAD_OFFICES.includes(desk.kind))
  return (
    bestFor(heads, place) ??
    heads.toSorted(byKind(HEAD_OFFICES))[0] ??
    open.find((desk) => BY_PLACE.includes(desk.kind)) ??
    open[0]
  )
}

function byKind(kinds: readonly string[]): (a: Desk, b: Desk) => number {
  return (a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind) || (a.slug < b.slug ? -1 : 1)
}

/** The desk whose coverage fits closest: the longest district code, then the lowest rank. */
function bestFor(desks: readonly Desk[], place: Place | undefined): Desk | undefined {
  const fits = desks.flatMap((desk) =>
    desk.covers
      .filter((covered) => covers(covered, place))
      .map((covered) => ({ desk, closeness: covered.district?.length ?? 0, rank: covered.rank })),
  )
  return fits.toSorted(
    (a, b) => b.closeness - a.closeness || a.rank - b.rank || (a.desk.slug < b.desk.slug ? -1 : 1),
  )[0]?.desk
}

function covers(covered: Coverage, place: Place | undefined): boolean {
  if (place?.country === undefined || covered.country !== place.country) return false
  return covered.district === null || (place.region ?? '').startsWith(covered.district)
}
