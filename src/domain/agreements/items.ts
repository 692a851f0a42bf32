/** Duties, meetings, breaches and costs of an agreement: one table of fields for each, that forms and checks both read. */
import { LAW_CERTAINTIES } from '../law/article-ref.ts'
import { articlePaths } from '../law/article-path.ts'
import { liesAfter, parsePartialDate, type PartialDate, type PlainDate } from '../kernel/partial-date.ts'
import { AGREEMENT_ACTORS, DUTY_STATES } from './codes.ts'
import { amountOf } from './costs.ts'
import { stepsOutOfOrder, type BreachDates, type BreachStep } from './reaction.ts'

export const ITEM_KINDS = ['duty', 'meeting', 'breach', 'cost'] as const
export type ItemKind = (typeof ITEM_KINDS)[number]

export type FieldShape =
  | { readonly kind: 'line' | 'text' | 'url' | 'article' | 'amount' | 'currency' }
  /** A day as known: a year, a month, a day, "about"; `past` for what has happened. */
  | { readonly kind: 'when'; readonly past?: 'past' }
  /** A day of the calendar, for what comes. */
  | { readonly kind: 'day' }
  | { readonly kind: 'code'; readonly codes: readonly string[] }
export type FieldRule = FieldShape & { readonly need?: 'required' }

const SOURCE = {
  citation: { kind: 'line', need: 'required' },
  url: { kind: 'url' },
  confidence: { kind: 'code', codes: LAW_CERTAINTIES, need: 'required' },
} as const satisfies Readonly<Record<string, FieldRule>>

export const ITEM_FIELDS = {
  duty: {
    whatId: { kind: 'text', need: 'required' },
    whatEn: { kind: 'text' },
    owedBy: { kind: 'code', codes: AGREEMENT_ACTORS, need: 'required' },
    owedTo: { kind: 'code', codes: AGREEMENT_ACTORS, need: 'required' },
    article: { kind: 'article' },
    responsible: { kind: 'code', codes: AGREEMENT_ACTORS, need: 'required' },
    responsibleName: { kind: 'line' },
    checkOn: { kind: 'day', need: 'required' },
    state: { kind: 'code', codes: DUTY_STATES, need: 'required' },
    ...SOURCE,
  },
  meeting: {
    on: { kind: 'when', need: 'required' },
    place: { kind: 'line' },
    who: { kind: 'line', need: 'required' },
    agendaId: { kind: 'text', need: 'required' },
    agendaEn: { kind: 'text' },
    outcomeId: { kind: 'text' },
    outcomeEn: { kind: 'text' },
    nextOn: { kind: 'day' },
    ...SOURCE,
  },
  breach: {
    whatId: { kind: 'text', need: 'required' },
    whatEn: { kind: 'text' },
    evidenceOn: { kind: 'when', past: 'past' },
    breach: { kind: 'when', past: 'past' },
    noticed: { kind: 'when', past: 'past' },
    protested: { kind: 'when', past: 'past' },
    answered: { kind: 'when', past: 'past' },
    mended: { kind: 'when', past: 'past' },
    reactionId: { kind: 'text' },
    reactionEn: { kind: 'text' },
    ...SOURCE,
  },
  cost: {
    itemId: { kind: 'line', need: 'required' },
    itemEn: { kind: 'line' },
    amount: { kind: 'amount', need: 'required' },
    currency: { kind: 'currency', need: 'required' },
    on: { kind: 'when', need: 'required', past: 'past' },
    payer: { kind: 'line', need: 'required' },
    ...SOURCE,
  },
} as const satisfies Readonly<Record<ItemKind, Readonly<Record<string, FieldRule>>>>

export type ItemField<K extends ItemKind> = keyof (typeof ITEM_FIELDS)[K] & string
/** Every field of its kind, checked; null where nothing was said. */
export type ItemContent<K extends ItemKind = ItemKind> = Readonly<Record<ItemField<K>, string | null>>
/** A duty as visitors read it: without who is responsible here and when it is checked. */
export type ToldDuty = Omit<ItemContent<'duty'>, 'responsible' | 'responsibleName' | 'checkOn'>

export type ItemProblem = { readonly path: string; readonly code: string }
export type CheckedItem<K extends ItemKind> =
  | { readonly kind: 'fine'; readonly content: ItemContent<K> }
  | { readonly kind: 'wrong'; readonly problems: readonly ItemProblem[] }

export function fieldsOf(kind: ItemKind): readonly (readonly [string, FieldRule])[] {
  return Object.entries(ITEM_FIELDS[kind])
}

/** Checks what was typed or delivered. A day in the past may not lie after `today`. */
export function checkItem<K extends ItemKind>(
  kind: K,
  given: Readonly<Record<string, string | null | undefined>>,
  today: PlainDate,
): CheckedItem<K> {
  const problems: ItemProblem[] = []
  const content: Record<string, string | null> = {}
  for (const [name, rule] of fieldsOf(kind)) {
    const text = (given[name] ?? '').trim()
    const value = text === '' ? null : valueOf(rule, text, today)
    if (text === '' && rule.need) problems.push({ path: name, code: 'text.missing' })
    else if (value !== null && value.kind === 'wrong') problems.push({ path: name, code: value.code })
    content[name] = value?.kind === 'fine' ? value.text : null
  }
  if (kind === 'breach')
    problems.push(
      ...stepsOutOfOrder(breachDates(content)).map((path) => ({ path, code: 'breach.out-of-order' })),
    )
  return problems.length > 0
    ? { kind: 'wrong', problems }
    : { kind: 'fine', content: content as ItemContent<K> }
}

type Value =
  { readonly kind: 'fine'; readonly text: string } | { readonly kind: 'wrong'; readonly code: string }
const fine = (text: string): Value => ({ kind: 'fine', text })
const wrong = (code: string): Value => ({ kind: 'wrong', code })

const LONGEST_LINE = 300
const LONGEST_TEXT = 4000

function valueOf(rule: FieldRule, text: string, today: PlainDate): Value {
  switch (rule.kind) {
    case 'line':
      return text.length > LONGEST_LINE ? wrong('text.too-long') : fine(text)
    case 'text':
      return text.length > LONGEST_TEXT ? wrong('text.too-long') : fine(text)
    case 'url':
      return /^https?:\/\/[^\s<>"]{3,500}$/.test(text) ? fine(text) : wrong('url.wrong')
    case 'article':
      return text.length <= LONGEST_LINE && articlePaths(text) !== undefined
        ? fine(text)
        : wrong('article.wrong')
    case 'amount': {
      const amount = amountOf(text)
      return amount === undefined ? wrong('amount.wrong') : fine(amount)
    }
    case 'currency':
      return /^[A-Za-z]{3}$/.test(text) ? fine(text.toUpperCase()) : wrong('currency.wrong')
    case 'code':
      return rule.codes.includes(text) ? fine(text) : wrong('code.wrong')
    case 'day':
      return text.length === 10 && parsePartialDate(text) !== undefined ? fine(text) : wrong('date.wrong')
    case 'when': {
      const date = parsePartialDate(text)
      if (date === undefined) return wrong('date.wrong')
      return rule.past && liesAfter(date, today) ? wrong('date.future') : fine(date)
    }
  }
}

export function breachDates(content: Readonly<Partial<Record<BreachStep, string | null>>>): BreachDates {
  const at = (step: BreachStep): PartialDate | null => {
    const text = content[step]
    return text === null || text === undefined ? null : (parsePartialDate(text) ?? null)
  }
  return {
    breach: at('breach'),
    noticed: at('noticed'),
    protested: at('protested'),
    answered: at('answered'),
    mended: at('mended'),
  }
}

/** The day this comes back to somebody's desk; a kept duty is looked at again, too. */
export function dueDayOf(kind: ItemKind, content: Readonly<Record<string, string | null>>): PlainDate | null {
  if (kind === 'duty') return content['checkOn'] ?? null
  return kind === 'meeting' ? (content['nextOn'] ?? null) : null
}
