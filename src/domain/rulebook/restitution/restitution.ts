/**
 * What may be asked of the offender, how far it has come, and which term runs? Heads of loss with their proof, the
 * way from calculated to paid with the reason of each loss, and the terms of UU 21/2007 and PP 7/2018.
 */
import type { PlainDate } from '../../kernel/partial-date.ts'
import type { Conclusion } from '../conclusion.ts'
import { answered, knownOf } from '../facts/facts-kit.ts'
import type { Facts } from '../facts/facts.ts'
import { gather, type Gather } from '../gather.ts'
import type { Rulebook } from '../rulebook.ts'
import { funnelOf, type Funnel } from './funnel.ts'
import { headsOf, type Head, type HeadOfLoss } from './heads.ts'
import { clocksOf, type RestitutionClock } from './payment-clocks.ts'

export const RIGHTS = ['yes', 'unclear', 'no-trafficking-case'] as const
export type Right = (typeof RIGHTS)[number]

export const WAYS = ['prosecutor-before-final', 'court-after-final', 'not-known'] as const
export type Way = (typeof WAYS)[number]

export type RestitutionAnswer = {
  /** The right under UU 21/2007 art 48. */
  readonly right: Right
  readonly way: Way
  readonly heads: readonly HeadOfLoss[]
  readonly funnel: Funnel | null
  readonly clocks: readonly RestitutionClock[]
}

/** Heads that UU 31/2014 art 7A names too; other loss stands in UU 21/2007 alone. */
const HEADS_OF_7A: readonly Head[] = ['lost-wealth-or-income', 'suffering', 'medical-or-psychological-care']

export function concludeRestitution(
  facts: Facts,
  rulebook: Rulebook,
  asOf: PlainDate,
): Conclusion<RestitutionAnswer> {
  const all = gather('restitution', facts, rulebook, asOf)
  const loss = facts.loss ?? {}
  const today = facts.clocks?.now?.slice(0, 10) ?? asOf
  const answer: RestitutionAnswer = {
    right: rightOf(facts),
    way: wayOf(facts),
    heads: headsOf(facts),
    funnel: funnelOf(loss),
    clocks: clocksOf(loss, all.chapter, rulebook, today),
  }
  fireRight(all, answer)
  fireHeads(all, answer.heads)
  fireClocks(all, answer)
  lackFor(all, answer)
  const anything =
    answer.heads.length > 0 || answer.funnel !== null || answer.clocks.length > 0 || answer.right === 'yes'
  return all.conclude(anything ? answer : 'not-enough-facts', ['lpsk', 'lawyer'])
}

function rightOf({ loss }: Facts): Right {
  const victim = answered(loss?.isVictimOfTrafficking)
  if (victim === undefined) return 'unclear'
  return victim === 'yes' ? 'yes' : 'no-trafficking-case'
}

/** Before the final judgment the prosecutor takes it into the demand; after it the court decides on request. */
function wayOf({ loss }: Facts): Way {
  if (knownOf(loss?.finalJudgmentOn) !== undefined) return 'court-after-final'
  return knownOf(loss?.policeReportOn) === undefined ? 'not-known' : 'prosecutor-before-final'
}

function fireRight(all: Gather, { right, way }: RestitutionAnswer): void {
  if (right === 'yes') {
    all.fire('right.victim', 'loss.isVictimOfTrafficking')
    all.fire('way.police-report', 'loss.policeReportOn')
  }
  if (right === 'no-trafficking-case') {
    all.oppose('right.victim', 'loss.isVictimOfTrafficking')
    all.fire('right.other-crimes', 'loss.isVictimOfTrafficking')
  }
  if (right !== 'unclear') all.fire('way.lpsk', 'loss.requestToLpskOn')
  if (way === 'prosecutor-before-final') all.fire('way.prosecutor', 'loss.policeReportOn')
  if (way === 'court-after-final') all.fire('way.court', 'loss.finalJudgmentOn')
  if (answered(all.facts.death?.died) === 'yes') all.fire('right.heirs', 'death.died')
}

function fireHeads(all: Gather, heads: readonly HeadOfLoss[]): void {
  for (const { head, proof } of heads) {
    all.fire(`head.${head}`, 'loss.heads')
    if (HEADS_OF_7A.includes(head)) all.fire(`head-7a.${head}`, 'loss.heads')
    else all.oppose('head-7a.not-named', 'loss.heads')
    if (proof !== 'proven') all.fire('proof.with-request', 'loss.heads')
    if (proof === 'not-proven') all.oppose('proof.none', 'loss.heads')
  }
}

const MISSED: readonly unknown[] = ['missed', 'met-late']

function fireClocks(all: Gather, { clocks, funnel }: RestitutionAnswer): void {
  for (const { rule, state } of clocks) {
    all.fire(rule, 'loss.finalJudgmentOn', 'loss.judgmentToldOn', 'loss.warnedOn', 'loss.requestToLpskOn')
    if (!MISSED.includes(state)) continue
    if (rule === 'clock.payment') all.fire('unpaid.tell-court', 'loss.judgmentToldOn')
    if (rule === 'clock.seizure') all.fire('unpaid.seizure', 'loss.warnedOn')
    if (rule === 'clock.performance') all.fire('unpaid.tell-prosecutor', 'loss.orderServedOn')
    if (rule === 'clock.lpsk-completion') all.oppose('request.taken-back', 'loss.requestCheckedOn')
  }
  const reasons = new Set(funnel?.steps.flatMap((each) => each.reasons))
  if (reasons.has('replaced-by-prison') || reasons.has('no-assets'))
    all.oppose('unpaid.prison', 'loss.reasons')
  if (knownOf(all.facts.loss?.paidOn) !== undefined) all.fire('paid.reported', 'loss.paidOn')
}

function lackFor(all: Gather, { right, heads, funnel }: RestitutionAnswer): void {
  const { loss } = all.facts
  if (right === 'unclear') all.lack('loss.isVictimOfTrafficking')
  if (right === 'no-trafficking-case') return
  if (heads.length === 0) all.lack('loss.heads')
  if (heads.some((each) => each.withoutSum > 0)) all.lack('loss.heads.amount')
  if (heads.some((each) => each.proof !== 'proven')) all.lack('loss.heads.evidence')
  if (knownOf(loss?.policeReportOn) === undefined) all.lack('loss.policeReportOn')
  if (knownOf(loss?.requestToLpskOn) === undefined) all.lack('loss.requestToLpskOn')
  for (const name of ['calculated', 'claimed', 'granted', 'paid'] as const)
    if (knownOf(loss?.[name]) === undefined) all.lack(`loss.${name}`)
  if (funnel?.steps.some((each) => each.findings.includes('loss-without-reason'))) all.lack('loss.reasons')
  if (knownOf(loss?.finalJudgmentOn) !== undefined && knownOf(loss?.judgmentToldOn) === undefined)
    all.lack('loss.judgmentToldOn')
}
