/** Each thing that was asked, by the rules of the day it was asked. */
import { earliestDay, latestDay } from '../../kernel/partial-date.ts'
import { answered, knownOf } from '../facts/facts-kit.ts'
import type { Gather } from '../gather.ts'
import { chapterOn, citationIn, parameterIn, type Chapter, type Rulebook } from '../rulebook.ts'

/** `may-be`: a rule that was read lets it fall on the worker. `unclear`: ask first; never a yes. */
export type MayCharge = 'may-not' | 'may-be' | 'unclear'

// A type and not an interface: only types may stand where JSON is expected.
export type Sum = { readonly amount: number; readonly currency: string }

export type JudgedItem = {
  readonly item: string
  readonly chargedBy: string | null
  readonly mayCharge: MayCharge
  /** Rules of the chapter that say why, the first one first. */
  readonly because: readonly string[]
  /** Who is expected to bear it; secondary. */
  readonly bearers: readonly string[]
  readonly disputed: boolean
  readonly crime: 'perhaps' | 'not-seen'
  readonly overHostCap: 'yes' | 'no' | 'unclear' | 'no-cap'
  readonly amount: Sum | null
  readonly paid: 'yes' | 'no' | 'unknown'
  readonly receipt: 'yes' | 'no' | 'unknown'
}

interface ItemRow {
  readonly item: string
  readonly kind: 'placement' | 'own-need' | 'extra' | 'no-basis' | 'not-listed'
  readonly exempt: boolean
  readonly bearers: readonly string[]
}

type Asked = NonNullable<NonNullable<Gather['facts']['cost']>['items']>[number]

interface Verdict {
  readonly mayCharge: MayCharge
  readonly because: readonly string[]
}

export function judgeItems(g: Gather, rulebook: Rulebook): readonly JudgedItem[] {
  const asked = g.facts.cost?.items ?? []
  return asked.map((each, at) => judge(g, rulebook, each, at)).sort((a, b) => compare(key(a), key(b)))
}

function judge(g: Gather, rulebook: Rulebook, asked: Asked, at: number): JudgedItem {
  const item = knownOf(asked.item) ?? 'other'
  const row = rowOf(g, item)
  const path = `cost.items.${at}`
  const { mayCharge, because } = verdictFor(g, rulebook, asked, row, path)
  const chargedBy = knownOf(asked.chargedBy) ?? null
  const crime = answered(asked.borneByEmployer) === 'yes'
  if (crime) g.fire('cost.crime', `${path}.borneByEmployer`)
  const day = dayOf(g, rulebook, asked)
  if (chargedBy === 'sponsor-or-broker')
    g.fireOn(day, 'cost.individual-placing', `${path}.chargedBy`, `${path}.on`)
  const disputed = because.some((rule) => rule === 'cost.absolute-unclear' || rule === 'cost.shift-2025')
  if (mayCharge === 'may-not' && !crime) g.oppose('cost.penalty-gap', `${path}.item`)
  return {
    item,
    chargedBy,
    mayCharge,
    because,
    bearers: mayCharge === 'may-not' ? row.bearers : [],
    disputed,
    crime: crime || chargedBy === 'sponsor-or-broker' ? 'perhaps' : 'not-seen',
    overHostCap: overHostCap(g, day, asked, path),
    amount: knownOf(asked.amount) ?? null,
    paid: answered(asked.paid) ?? 'unknown',
    receipt: answered(asked.receipt) ?? 'unknown',
  }
}

/** The chapter of the last day on which it may have been asked; without a date that of the day of the question. */
function dayOf(g: Gather, rulebook: Rulebook, asked: Asked): Chapter {
  const on = knownOf(asked.on)
  return on === undefined ? g.chapter : chapterOn(rulebook, g.chapter.question, latestDay(on))
}

/** Both ends of an inexact day must agree; else the answer is unclear. */
function verdictFor(g: Gather, rulebook: Rulebook, asked: Asked, row: ItemRow, path: string): Verdict {
  const on = knownOf(asked.on)
  const days = on === undefined ? [g.asOf] : [earliestDay(on), latestDay(on)]
  const chapters = days.map((day) => chapterOn(rulebook, g.chapter.question, day))
  const verdicts = chapters.map((chapter) => verdictOn(g, chapter, row))
  const [first, last] = [verdicts[0], verdicts.at(-1)]
  if (first === undefined || last === undefined) return { mayCharge: 'unclear', because: [] }
  verdicts.forEach(({ because }, each) => {
    const day = chapters[each] ?? g.chapter
    for (const rule of because) g.fireOn(day, rule, `${path}.item`, `${path}.on`, 'work.occupation')
  })
  if (first.mayCharge === last.mayCharge) return last
  const because = [...new Set([...first.because, ...last.because, 'cost.day-unclear'])]
  g.fire('cost.day-unclear', `${path}.on`)
  g.lack(`${path}.on`)
  return { mayCharge: 'unclear', because }
}

function verdictOn(g: Gather, day: Chapter, row: ItemRow): Verdict {
  const inForce = (rule: string) => citationIn(day, rule) !== undefined
  if (inForce('cost.before-2017')) return { mayCharge: 'unclear', because: ['cost.before-2017'] }
  if (!inForce('cost.ban')) return { mayCharge: 'unclear', because: [] }
  if (row.kind === 'no-basis')
    return { mayCharge: 'may-not', because: ['cost.ban', 'cost.individual-placing'] }
  if (row.kind === 'not-listed') return { mayCharge: 'unclear', because: ['cost.not-listed'] }
  if (destinationOf(g) === 'MY' && isDomestic(g) === 'yes' && inForce('where.malaysia-domestic'))
    return { mayCharge: 'may-not', because: ['where.malaysia-domestic', 'cost.ban'] }
  if (destinationOf(g) === 'TW' && inForce('where.taiwan'))
    return { mayCharge: 'unclear', because: ['where.taiwan', 'cost.ban'] }
  return row.kind === 'placement' ? placementCost(g, inForce) : ownNeed(g, inForce, row)
}

type InForce = (rule: string) => boolean

/** Placement cost under any definition: banned by the law itself; what is disputed is said beside it. */
function placementCost(g: Gather, inForce: InForce): Verdict {
  if (exemptHere(g, inForce) === 'yes')
    return { mayCharge: 'may-not', because: ['cost.exempt-items', 'cost.ban'] }
  const doubt = inForce('cost.shift-2025') ? 'cost.shift-2025' : 'cost.absolute-unclear'
  return { mayCharge: 'may-not', because: ['cost.ban', doubt] }
}

function ownNeed(g: Gather, inForce: InForce, row: ItemRow): Verdict {
  if (inForce('cost.own-needs-2025')) return { mayCharge: 'unclear', because: ['cost.own-needs-2025'] }
  if (inForce('cost.own-needs-2020') && row.kind === 'own-need')
    return { mayCharge: 'may-be', because: ['cost.own-needs-2020'] }
  const exempt = exemptHere(g, inForce)
  if (exempt === 'yes') return { mayCharge: 'may-not', because: ['cost.exempt-items', 'cost.ban'] }
  return { mayCharge: 'unclear', because: ['cost.absolute-unclear'] }
}

/** The ten occupations of BP2MI 9/2020; in Hong Kong announced only from 2 August 2021. */
function exemptHere(g: Gather, inForce: InForce): 'yes' | 'no' | 'unclear' {
  if (!inForce('cost.exempt-items')) return 'no'
  if (destinationOf(g) === 'HK' && !inForce('where.hong-kong')) return 'unclear'
  const occupation = occupationOf(g)
  if (occupation === undefined) {
    g.lack('work.occupation')
    return 'unclear'
  }
  return (g.chapter.text.tables['exemptOccupations'] as readonly string[]).includes(occupation) ? 'yes' : 'no'
}

function isDomestic(g: Gather): 'yes' | 'no' | 'unclear' {
  const occupation = occupationOf(g)
  if (occupation === undefined) {
    g.lack('work.occupation')
    return 'unclear'
  }
  return (g.chapter.text.tables['domesticOccupations'] as readonly string[]).includes(occupation)
    ? 'yes'
    : 'no'
}

function occupationOf(g: Gather): string | undefined {
  return knownOf(g.facts.work?.occupation) ?? knownOf(g.facts.offer?.occupation)
}

function destinationOf(g: Gather): string | undefined {
  return knownOf(g.facts.migration?.destination) ?? knownOf(g.facts.offer?.country)
}

/** The destination's cap on what an agency may take, in months of pay. */
function overHostCap(g: Gather, day: Chapter, asked: Asked, path: string): JudgedItem['overHostCap'] {
  const country = destinationOf(g)
  const by = knownOf(asked.chargedBy)
  const host = `host.${country ?? ''}`
  if ((by !== undefined && by !== 'agency-abroad') || !g.chapter.text.rules.some((each) => each.id === host))
    return 'no-cap'
  // The country caps what an agency takes, and nobody said who took it.
  if (by === undefined) g.lack(`${path}.chargedBy`)
  if (by === undefined) return 'unclear'
  const id = `host-cap.${country ?? ''}`
  // A cap that is no sum of months, such as Taiwan's scale, is left to a person.
  if (!day.text.parameters.some((each) => each.id === id)) return 'unclear'
  const cap = parameterIn(day, id)?.amount ?? undefined
  const amount = knownOf(asked.amount)
  if (cap === undefined || amount === undefined) return 'unclear'
  if (cap === 0) return amount.amount > 0 ? 'yes' : 'no'
  const pay = knownOf(g.facts.cost?.monthlyPay)
  if (pay === undefined) g.lack('cost.monthlyPay')
  if (pay === undefined || pay.currency !== amount.currency) return 'unclear'
  return amount.amount > cap * pay.amount ? 'yes' : 'no'
}

function rowOf(g: Gather, item: string): ItemRow {
  const rows = g.chapter.text.tables['items'] as readonly ItemRow[]
  const found = rows.find((each) => each.item === item)
  if (found === undefined) throw new Error(`the chapter placement-cost does not list ${item}`)
  return found
}

function key(item: JudgedItem): string {
  const { amount } = item
  return JSON.stringify([
    item.item,
    amount?.currency ?? '',
    amount?.amount ?? 0,
    item.chargedBy,
    item.paid,
    item.receipt,
    item.mayCharge,
    item.crime,
  ])
}

function compare(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
