/** Who counted, what came out, and how a second officer's count differs: two people, the same total, or the difference. */
import type { WagesAnswer } from '#src/domain/rulebook/wages/wages-answer.ts'
import type { ClaimValues } from '#src/modules/cases/index.ts'

export type CountedTotal = {
  readonly basis: string
  readonly currency: string
  readonly decimals: number
  readonly min: number
  readonly max: number
  /** The least in whole rupiah, where the sheet has a rate with its day. */
  readonly rupiah?: number
}

export type Count = {
  readonly staffId: string
  readonly name: string
  /** An instant as ISO text. */
  readonly at: string
  readonly check: string
  readonly totals: readonly CountedTotal[]
}

export type Difference = {
  readonly basis: string
  readonly first: CountedTotal | undefined
  readonly second: CountedTotal | undefined
}

/** The crew of a vessel has a total of its own beside the scenarios. */
export const CREW_BASIS = 'crew'

export function countOf(answer: WagesAnswer, who: Pick<Count, 'staffId' | 'name' | 'at'>): Count {
  const scenarios = answer.scenarios.flatMap(({ basis, currency, decimals, total, rupiah }) => {
    if (total === null) return []
    const inRupiah = rupiah === null ? {} : { rupiah: rupiah.min }
    return [{ basis, currency: currency ?? '', decimals, min: total.min, max: total.max, ...inRupiah }]
  })
  const crew = (answer.crew?.group ?? []).map(({ currency, total }) => ({
    basis: CREW_BASIS,
    currency,
    decimals: answer.scenarios[0]?.decimals ?? 2,
    min: total.min,
    max: total.max,
  }))
  return { ...who, check: answer.check, totals: [...scenarios, ...crew] }
}

/** Empty when both say the same. */
export function differencesOf(first: Count, second: Count): readonly Difference[] {
  const keys = [...new Set([...first.totals, ...second.totals].map(keyOf))]
  return keys.flatMap((key) => {
    const one = first.totals.find((each) => keyOf(each) === key)
    const other = second.totals.find((each) => keyOf(each) === key)
    if (one?.min === other?.min && one?.max === other?.max) return []
    return [{ basis: (one ?? other)?.basis ?? '', first: one, second: other }]
  })
}

function keyOf({ basis, currency }: CountedTotal): string {
  return `${basis} ${currency}`
}

/** The counts stand in the kept sheet beside what was typed. */
export function countIn(values: ClaimValues, place: 'first' | 'second'): Count | undefined {
  const text = values[`${place}Count`]?.[0]
  return text === undefined ? undefined : (JSON.parse(text) as Count)
}

/**
 * What is kept. Who counts first, or again for themselves, writes the sheet anew; a colleague adds a second count and
 * leaves the first sheet as it was.
 */
export function keptValues(before: ClaimValues | undefined, typed: ClaimValues, mine: Count): ClaimValues {
  const first = before === undefined ? undefined : countIn(before, 'first')
  if (before !== undefined && first !== undefined && first.staffId !== mine.staffId)
    return { ...before, secondCount: [JSON.stringify(mine)] }
  return { ...typed, ...agreedOf(mine), firstCount: [JSON.stringify(mine)] }
}

/** The sum that the restitution sheet begins with: the least of what was agreed. */
function agreedOf({ totals }: Count): ClaimValues {
  const agreed = totals.find((each) => each.basis === 'agreed')
  if (agreed === undefined) return {}
  const { min, decimals, currency, rupiah } = agreed
  return {
    ...(rupiah === undefined ? {} : { agreedRupiah: [String(rupiah)] }),
    agreedTotal: [(min / 10 ** decimals).toFixed(decimals)],
    agreedCurrency: [currency],
  }
}

/** What was typed, without the counts. */
export function typedIn(values: ClaimValues): ClaimValues {
  const {
    firstCount: _first,
    secondCount: _second,
    agreedTotal: _total,
    agreedCurrency: _currency,
    agreedRupiah: _rupiah,
    ...rest
  } = values
  return rest
}
