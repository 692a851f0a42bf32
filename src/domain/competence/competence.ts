/**
 * Who is competent for this need? Proposes the body that leads, who supports and who is next in line, each with
 * the articles. An officer chooses. Where two rows name different leads it is an overlap, where none does a hole;
 * both are findings for the register of obstacles, not errors.
 */
import type { NeedKind, PersonCategory, Phase } from '../cases/codes.ts'
import type { PlainDate } from '../kernel/partial-date.ts'
import type { ArticleRef } from '../law/article-ref.ts'
import { bodyNameOn, type BodyKind } from './bodies.ts'
import type { CompetenceRow, ForeignerKind, NeedPlace } from './competence-row.ts'
import { COMPETENCE_TABLE } from './competence-table.ts'

export interface CompetenceFacts {
  readonly place: NeedPlace
  readonly phase: Phase
  readonly category: PersonCategory
  /** Of a foreigner in Indonesia, where it is known. */
  readonly foreigner?: ForeignerKind
  /** Whether that person asks for protection from the own state; missing means nobody knows. */
  readonly asylum?: 'asks' | 'does-not-ask'
}

export interface ProposedBody {
  readonly kind: BodyKind
  /** What it was called on that day. */
  readonly name: string
}

export interface Proposal {
  readonly place: 'abroad' | 'home'
  readonly lead: ProposedBody
  readonly nextInLine: readonly ProposedBody[]
  readonly supporters: readonly ProposedBody[]
  readonly basis: readonly ArticleRef[]
}

export type CompetenceFinding =
  | { readonly kind: 'overlap'; readonly leads: readonly BodyKind[] }
  | { readonly kind: 'hole'; readonly place: 'abroad' | 'home' }
  | { readonly kind: 'place-unknown' }

export interface Competence {
  readonly proposals: readonly Proposal[]
  readonly findings: readonly CompetenceFinding[]
}

/** With an unknown place both are proposed, abroad first, and the unknown is a finding. */
export function proposeBodies(need: NeedKind, facts: CompetenceFacts, on: PlainDate): Competence {
  if (facts.place !== 'unknown') return inPlace(need, facts, facts.place, on)
  const both = (['abroad', 'home'] as const).map((place) => inPlace(need, facts, place, on))
  return {
    proposals: both.flatMap((each) => each.proposals),
    findings: [{ kind: 'place-unknown' }, ...both.flatMap((each) => each.findings)],
  }
}

/** The bodies to offer the need to, in order, for `afterOfferEnds`. */
export function offerOrder(competence: Competence): readonly BodyKind[] {
  return [
    ...new Set(
      competence.proposals.flatMap((each) => [each.lead, ...each.nextInLine]).map((each) => each.kind),
    ),
  ]
}

function inPlace(
  need: NeedKind,
  facts: CompetenceFacts,
  place: 'abroad' | 'home',
  on: PlainDate,
): Competence {
  const rows = narrowest(COMPETENCE_TABLE.filter((row) => fits(row, need, facts, place)))
  const proposals = rows.flatMap((row) => proposalFrom(row, place, { facts, on }))
  if (proposals.length === 0) return { proposals: [], findings: [{ kind: 'hole', place }] }
  const leads = [...new Set(proposals.map((each) => each.lead.kind))]
  return { proposals, findings: leads.length > 1 ? [{ kind: 'overlap', leads }] : [] }
}

function fits(row: CompetenceRow, need: NeedKind, facts: CompetenceFacts, place: 'abroad' | 'home'): boolean {
  return (
    row.needs.includes(need) &&
    row.places.includes(place) &&
    (row.phases === undefined || row.phases.includes(facts.phase)) &&
    (row.categories === undefined || row.categories.includes(facts.category)) &&
    (row.foreigners === undefined ||
      (facts.foreigner !== undefined && row.foreigners.includes(facts.foreigner)))
  )
}

function narrowest(rows: readonly CompetenceRow[]): readonly CompetenceRow[] {
  const most = Math.max(0, ...rows.map(narrowness))
  return rows.filter((row) => narrowness(row) === most)
}

function narrowness(row: CompetenceRow): number {
  return (row.phases ? 1 : 0) + (row.categories ? 1 : 0) + (row.foreigners ? 1 : 0)
}

function proposalFrom(
  row: CompetenceRow,
  place: 'abroad' | 'home',
  { facts, on }: { readonly facts: CompetenceFacts; readonly on: PlainDate },
): readonly Proposal[] {
  const may = (kinds: readonly BodyKind[]) => kinds.filter((kind) => mayBeTold(kind, facts))
  const [lead, ...nextInLine] = named(may(row.leads), on)
  if (lead === undefined) return []
  return [{ place, lead, nextInLine, supporters: named(may(row.supporters), on), basis: row.basis }]
}

/** The embassy of a person who may have fled from that state learns nothing until it is known that they did not. */
function mayBeTold(kind: BodyKind, { asylum }: CompetenceFacts): boolean {
  return kind !== 'home-embassy' || asylum === 'does-not-ask'
}

function named(kinds: readonly BodyKind[], on: PlainDate): readonly ProposedBody[] {
  return kinds.flatMap((kind) => {
    const name = bodyNameOn(kind, on)
    return name === undefined ? [] : [{ kind, name }]
  })
}
