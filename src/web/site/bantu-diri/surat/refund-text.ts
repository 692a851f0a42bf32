/** The letter as lines of text: the page shows them, and the same lines can be copied. */
import type { Entry } from '#src/domain/rulebook/conclusion.ts'
import type { RefundLetter } from '#src/domain/rulebook/placement-cost/refund-letter.ts'
import type { PageFrame } from '#src/web/ui/public/layout.tsx'
import { citationWords } from '#src/web/citation-words.ts'
import { labelIn, moneyWords, sentenceOf } from '../rulebook-words.ts'

/** To be filled in by hand. */
export const DOTS = '.'.repeat(36)

export type RefundText = {
  /** Before the costs: place, recipient, sender, as label and dotted line. */
  readonly head: readonly (readonly [label: string, dots: string])[]
  readonly intro: readonly string[]
  readonly rows: readonly (readonly [cost: string, amount: string])[]
  readonly total: string | undefined
  readonly demand: readonly string[]
  readonly until: readonly [label: string, dots: string]
  readonly law: readonly string[]
  readonly next: string
  readonly sign: readonly [label: string, dots: string]
}

export function refundText({ lang, t }: PageFrame, letter: RefundLetter, country: string): RefundText {
  const words = t.suratBiaya
  const money = (amount: number) => moneyWords(lang, letter.currency, amount)
  const sum = letter.demand === null ? undefined : money(letter.demand)
  return {
    head: [
      [words.place, DOTS],
      [words.to, DOTS],
      [words.address, DOTS],
      [words.from, DOTS],
      [words.address, DOTS],
    ],
    intro: [words.intro(country), words.mayNot],
    rows: letter.items.map(({ item, amount }) => [
      labelIn('placement-cost', 'items', 'item', item, lang),
      amount === null ? DOTS.slice(0, 18) : money(amount.amount),
    ]),
    total: sum,
    demand: [
      letter.paid === 'yes' ? words.paid : `${words.paidUnknown} ${DOTS.slice(0, 18)}`,
      sum === undefined ? words.demandOpen : words.demand(sum),
      ...(sum !== undefined && letter.open === 'open' ? [words.more] : []),
    ],
    until: [words.until, DOTS],
    law: letter.law.map((entry) => lawWords({ lang, t }, entry)),
    next: words.next,
    sign: [words.sign, DOTS],
  }
}

/** A rule with its place; what nobody verified says so. */
export function lawWords({ lang, t }: PageFrame, { rule, citation }: Entry): string {
  return `${sentenceOf(lang, rule)} ${citationWords(t, citation)}.`
}

export function copyText({ t }: PageFrame, text: RefundText): string {
  const words = t.suratBiaya
  const line = ([label, value]: readonly [string, string]) => `${label}: ${value}`
  return [
    words.title,
    '',
    ...text.head.map(line),
    '',
    ...text.intro,
    ...text.rows.map(([cost, amount]) => `- ${cost}: ${amount}`),
    ...(text.total === undefined ? [] : [`${words.total}: ${text.total}`]),
    '',
    ...text.demand,
    line(text.until),
    '',
    `${words.law}:`,
    ...text.law.map((each) => `- ${each}`),
    '',
    text.next,
    '',
    line(text.sign),
  ].join('\n')
}
