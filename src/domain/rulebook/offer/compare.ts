/**
 * The terms beside the law of the destination. Pay floors and rest days are read from the chapter of the wage claim,
 * so that no amount stands in two places. Where the law is silent the answer is `silent`, never “allowed”.
 */
import { latestDay } from '../../kernel/partial-date.ts'
import type { LawCertainty } from '../../law/article-ref.ts'
import { yesNoAt } from '../fact-at.ts'
import { knownOf } from '../facts/facts-kit.ts'
import type { Gather } from '../gather.ts'
import { chapterOn, citationIn, parameterIn, type Chapter, type Rulebook } from '../rulebook.ts'
import { workGroupOf, type WorkGroup } from '../wages/floor.ts'

export type Comparison = {
  readonly topic: 'pay' | 'rest' | 'leave' | 'hours' | 'passport'
  /** Rule of the chapter `offer`, or of `wages` for pay and rest. */
  readonly rule: string
  readonly state: 'meets' | 'below' | 'unclear' | 'silent'
  /** What the law asks; null when it is no number or was not read. */
  readonly law: number | null
  readonly confidence: LawCertainty
}

interface NormRow {
  readonly rule: string
  readonly place: string
  readonly group: WorkGroup | 'all'
  readonly topic: 'leave' | 'hours' | 'passport'
  readonly how: 'at-least' | 'at-most' | 'own-hands' | 'silent'
  readonly parameter?: string
}

interface FloorRow {
  readonly place: string
  readonly group?: string
  readonly groups?: readonly string[]
  readonly parameter?: string
  readonly silent?: string
  readonly currency?: string
  readonly per?: string
  readonly binds?: string
}

interface RestRow {
  readonly place: string
  readonly groups: readonly string[]
  readonly rule: string
}

export function compareWithLaw(g: Gather, rulebook: Rulebook): readonly Comparison[] {
  const place = knownOf(g.facts.offer?.country) ?? knownOf(g.facts.migration?.destination)
  const group = groupOf(g)
  if (place === undefined) g.lack('offer.country')
  if (group === undefined) g.lack('work.occupation')
  if (place === undefined || group === undefined) return []
  const rows = (g.chapter.text.tables['norms'] as readonly NormRow[]).filter(
    (row) => (row.place === place || row.place === '*') && (row.group === group || row.group === 'all'),
  )
  return [
    ...payOf(g, rulebook, place, group),
    ...restOf(g, rulebook, place, group),
    ...rows.flatMap((row) => normOf(g, row)),
  ]
}

function groupOf(g: Gather): WorkGroup | undefined {
  const occupation = knownOf(g.facts.work?.occupation) ?? knownOf(g.facts.offer?.occupation)
  return workGroupOf(
    occupation === undefined ? g.facts : { ...g.facts, work: { ...g.facts.work, occupation } },
  )
}

/** Where the floor binds by the day of the contract, a signed contract selects it. */
function payOf(g: Gather, rulebook: Rulebook, place: string, group: WorkGroup): readonly Comparison[] {
  const today = chapterOn(rulebook, 'wages', g.asOf)
  const row = (today.text.tables['floors'] as readonly FloorRow[]).find(
    (each) => each.place === place && matches(each, group),
  )
  if (row === undefined) return []
  if (row.silent !== undefined)
    return said(g, today, row.silent, { topic: 'pay', state: 'silent', law: null })
  const signed = knownOf(g.facts.contract?.signedOn)
  const chapter =
    row.binds === 'contract' && signed !== undefined ? chapterOn(rulebook, 'wages', latestDay(signed)) : today
  const id = row.parameter ?? ''
  const law = parameterIn(chapter, id)?.amount ?? null
  const pay = knownOf(g.facts.contract?.monthlyPay) ?? knownOf(g.facts.offer?.monthlyPay)
  const comparable = law !== null && pay !== undefined && pay.currency === row.currency && row.per === 'month'
  const state = comparable ? (pay.amount >= law ? 'meets' : 'below') : 'unclear'
  return said(g, chapter, id, { topic: 'pay', state, law })
}

function matches(row: FloorRow, group: WorkGroup): boolean {
  return row.groups?.includes(group) ?? (row.group === 'all' || row.group === group)
}

function restOf(g: Gather, rulebook: Rulebook, place: string, group: WorkGroup): readonly Comparison[] {
  const chapter = chapterOn(rulebook, 'wages', g.asOf)
  const row = (chapter.text.tables['rest'] as readonly RestRow[]).find(
    (each) => each.place === place && matches(each, group),
  )
  if (row === undefined) return []
  const given = yesNoAt(g.facts, 'contract.weeklyRestDay')
  const states = { yes: 'meets', no: 'below' } as const
  return said(g, chapter, row.rule, {
    topic: 'rest',
    state: given === undefined ? 'unclear' : states[given],
    law: null,
  })
}

function normOf(g: Gather, row: NormRow): readonly Comparison[] {
  const law = row.parameter === undefined ? null : (parameterIn(g.chapter, row.parameter)?.amount ?? null)
  return said(g, g.chapter, row.rule, { topic: row.topic, state: stateOf(g, row, law), law })
}

function stateOf(g: Gather, row: NormRow, law: number | null): Comparison['state'] {
  if (row.how === 'silent') return 'silent'
  if (row.how === 'own-hands') {
    const holder = knownOf(g.facts.contract?.passportHolder)
    const kept = yesNoAt(g.facts, 'contract.passportKeptByWorker') ?? yesNoOf(holder)
    if (kept === undefined) return 'unclear'
    return kept === 'yes' ? 'meets' : 'below'
  }
  const { annualLeaveDays, hoursPerDay } = g.facts.contract ?? {}
  const given = knownOf(row.topic === 'leave' ? annualLeaveDays : hoursPerDay)
  if (given === undefined || law === null) return 'unclear'
  const good = row.how === 'at-least' ? given >= law : given <= law
  return good ? 'meets' : 'below'
}

function yesNoOf(holder: string | undefined): 'yes' | 'no' | undefined {
  if (holder === undefined) return undefined
  return holder === 'self' ? 'yes' : 'no'
}

function said(
  g: Gather,
  chapter: Chapter,
  rule: string,
  found: Pick<Comparison, 'topic' | 'state' | 'law'>,
): readonly Comparison[] {
  const citation = citationIn(chapter, rule)
  if (citation === undefined) return []
  g.fireOn(chapter, rule, 'offer.country', 'contract.monthlyPay', 'offer.monthlyPay')
  return [{ ...found, rule, confidence: citation.confidence }]
}
