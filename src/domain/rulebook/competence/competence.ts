/**
 * Who must act, for each need? One body leads, others support, others are next in line; an officer chooses. Overlaps
 * and holes of the law are findings. The table is the one the referral rooms use.
 */
import { bodyNameOn } from '../../competence/bodies.ts'
import type { NeedPlace } from '../../competence/competence-row.ts'
import {
  proposeBodies,
  type CompetenceFacts,
  type CompetenceFinding,
  type ProposedBody,
} from '../../competence/competence.ts'
import { KNOWN_FINDINGS, type KnownFinding } from '../../competence/known-findings.ts'
import { ruleIdOf } from '../../competence/law-basis.ts'
import { COMPETENCE_TABLE } from '../../competence/competence-table.ts'
import { NEED_KINDS, type NeedKind } from '../../cases/codes.ts'
import type { PlainDate } from '../../kernel/partial-date.ts'
import type { ArticleRef } from '../../law/article-ref.ts'
import type { Conclusion } from '../conclusion.ts'
import { knownOf } from '../facts/facts-kit.ts'
import type { Facts } from '../facts/facts.ts'
import { gather, type Gather } from '../gather.ts'
import { citationIn, type Rulebook } from '../rulebook.ts'
import { personOf } from './person-kind.ts'

export type NamedBody = {
  readonly kind: string
  /** What it was called on the day of the event. */
  readonly name: string
}

export type NeedProposal = {
  readonly place: 'abroad' | 'home'
  readonly lead: NamedBody
  readonly nextInLine: readonly NamedBody[]
  readonly supporters: readonly NamedBody[]
  /** Rules of the chapter that cite the legal basis. */
  readonly basis: readonly string[]
}

export type NeedFinding = {
  readonly kind: 'overlap' | 'hole' | 'place-unknown'
  /** A rule that names it; null where the table itself shows it. */
  readonly rule: string | null
  readonly place: 'abroad' | 'home' | null
  readonly bodies: readonly NamedBody[]
}

export type NeedAnswer = {
  readonly need: NeedKind
  readonly proposals: readonly NeedProposal[]
  readonly findings: readonly NeedFinding[]
}

export type CompetenceAnswer = {
  readonly place: NeedPlace
  readonly phase: string
  readonly category: string
  readonly foreigner: string | null
  readonly needs: readonly NeedAnswer[]
}

/** Bodies whose name and task moved: the day of the event says which name, and on what it rests. */
const RENAMED: readonly string[] = ['kp2mi', 'bp3mi']
const RULE_OF = new Map<ArticleRef, string>(
  COMPETENCE_TABLE.flatMap((row) => row.basis.map((ref) => [ref, ruleIdOf(ref)] as const)),
)

export function concludeCompetence(
  facts: Facts,
  rulebook: Rulebook,
  asOf: PlainDate,
): Conclusion<CompetenceAnswer> {
  const all = gather('competence', facts, rulebook, asOf)
  const given = knownOf(facts.situation?.needs) ?? []
  const needs = NEED_KINDS.filter((need) => given.includes(need))
  const person = personOf(facts, asOf)
  lackFor(all, person, needs)
  if (needs.length === 0) return all.conclude<CompetenceAnswer>('not-enough-facts', ['caseworker'])
  const answers = needs.map((need) => answerFor(all, need, person))
  return all.conclude(
    {
      place: person.place,
      phase: person.phase,
      category: person.category,
      foreigner: person.foreigner ?? null,
      needs: answers,
    },
    ['caseworker'],
  )
}

function answerFor(all: Gather, need: NeedKind, person: CompetenceFacts): NeedAnswer {
  const found = proposeBodies(need, person, all.asOf)
  const proposals = found.proposals.map((each): NeedProposal => {
    const basis = each.basis.map((ref) => RULE_OF.get(ref) ?? ruleIdOf(ref))
    const inForce = basis.filter((rule) =>
      all.fire(rule, 'situation.needs', 'migration.place', 'migration.phase', 'person.category'),
    )
    const bodies = [each.lead, ...each.nextInLine, ...each.supporters]
    if (bodies.some((body) => RENAMED.includes(body.kind))) all.fire('name.protection-body', 'asOf')
    return {
      place: each.place,
      lead: plain(each.lead),
      nextInLine: each.nextInLine.map(plain),
      supporters: each.supporters.map(plain),
      basis: [...new Set(inForce)],
    }
  })
  return {
    need,
    proposals,
    findings: [...tableFindings(found.findings, all.asOf), ...lawFindings(all, need, person)],
  }
}

function plain({ kind, name }: ProposedBody): NamedBody {
  return { kind, name }
}

function tableFindings(findings: readonly CompetenceFinding[], on: PlainDate): readonly NeedFinding[] {
  return findings.map((each): NeedFinding => {
    const bodies = each.kind === 'overlap' ? namesOf(each.leads, on) : []
    return { kind: each.kind, rule: null, place: each.kind === 'hole' ? each.place : null, bodies }
  })
}

/** Overlaps and holes of the law, where their rule was in force; each also speaks against a simple answer. */
function lawFindings(all: Gather, need: NeedKind, person: CompetenceFacts): readonly NeedFinding[] {
  const places = person.place === 'unknown' ? (['abroad', 'home'] as const) : ([person.place] as const)
  return places.flatMap((place) =>
    KNOWN_FINDINGS.filter(
      (each) =>
        applies(each, need, person, place) &&
        isPlaced(each, all.facts) &&
        citationIn(all.chapter, each.rule) !== undefined,
    ).map((each): NeedFinding => {
      all.oppose(each.rule, 'situation.needs', 'person.category')
      return { kind: each.kind, rule: each.rule, place, bodies: namesOf(each.bodies, all.asOf) }
    }),
  )
}

function applies(
  finding: KnownFinding,
  need: NeedKind,
  { category, foreigner }: CompetenceFacts,
  place: 'abroad' | 'home',
): boolean {
  return (
    finding.needs.includes(need) &&
    finding.places.includes(place) &&
    (finding.categories === undefined || finding.categories.includes(category)) &&
    (finding.foreigners === undefined || (foreigner !== undefined && finding.foreigners.includes(foreigner)))
  )
}

function isPlaced({ placedBy }: KnownFinding, facts: Facts): boolean {
  return placedBy === undefined || facts.migration?.placementWay === placedBy
}

function namesOf(kinds: KnownFinding['bodies'], on: PlainDate): readonly NamedBody[] {
  return kinds.flatMap((kind) => {
    const name = bodyNameOn(kind, on)
    return name === undefined ? [] : [{ kind, name }]
  })
}

function lackFor(all: Gather, person: CompetenceFacts, needs: readonly NeedKind[]): void {
  if (needs.length === 0) all.lack('situation.needs')
  if (person.place === 'unknown') all.lack('migration.place')
  if (person.category === 'unknown') all.lack('person.category')
  if (person.phase === 'unknown') all.lack('migration.phase')
  if (person.category === 'foreigner' && person.asylum === undefined) all.lack('person.asksForAsylum')
}
