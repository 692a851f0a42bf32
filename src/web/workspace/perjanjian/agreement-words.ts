/** What the pages and files of agreements share: names, parties, days and texts in the reader's language. */
import type { ItemKind } from '#src/domain/agreements/items.ts'
import type { Span } from '#src/domain/agreements/reaction.ts'
import type { AgreementFacts } from '#src/modules/agreements/index.ts'
import { formatPartialDate } from '#src/texts/dates.ts'
import type { Texts } from '#src/texts/texts.ts'
import type { Lang } from '#src/web/ui/href.ts'
import { countryName } from '../casework.ts'

export type Words = { readonly lang: Lang; readonly t: Texts }
export type Content = Readonly<Record<string, string | null>>

/** In the reader's language, else in the one that exists. */
export function inEither(lang: Lang, id: string | null | undefined, en: string | null | undefined): string {
  return (lang === 'en' ? (en ?? id) : (id ?? en)) ?? ''
}

export function titleOf({ lang }: Words, facts: Pick<AgreementFacts, 'titleId' | 'titleEn'>): string {
  return inEither(lang, facts.titleId, facts.titleEn)
}

export function partiesOf({ lang, t }: Words, facts: Pick<AgreementFacts, 'states' | 'bodies'>): string {
  return [...facts.states.map((iso) => countryName(lang, iso, t)), ...facts.bodies].join(', ')
}

export function subjectsOf({ t }: Words, subjects: readonly string[]): string {
  const words: Readonly<Record<string, string>> = t.perjanjian.subject
  return subjects.map((each) => words[each] ?? each).join(', ')
}

const MAIN: Readonly<Record<ItemKind, string>> = {
  duty: 'what',
  meeting: 'agenda',
  breach: 'what',
  cost: 'item',
}

/** The sentence that names an item. */
export function whatOf({ lang }: Words, kind: ItemKind, content: Content): string {
  return textOf(lang, content, MAIN[kind])
}

export function textOf(lang: Lang, content: Content, name: string): string {
  return inEither(lang, content[`${name}Id`], content[`${name}En`])
}

export function actorOf({ t }: Words, code: string | null | undefined): string {
  const words: Readonly<Record<string, string>> = t.perjanjian.actor
  return words[code ?? 'unclear'] ?? t.kerjaPerjanjian.unknown
}

export function dutyStateOf({ t }: Words, code: string | null | undefined): string {
  const words: Readonly<Record<string, string>> = t.perjanjian.dutyState
  return words[code ?? 'unclear'] ?? t.kerjaPerjanjian.unknown
}

/** A day as known, or that nobody knows it. */
export function dayOr({ lang, t }: Words, day: string | null | undefined): string {
  return day ? formatPartialDate(day, lang) : t.kerjaPerjanjian.dayUnknown
}

export function spanOf({ t }: Words, span: Span): string {
  return span.kind === 'unknown' ? t.kerjaPerjanjian.unknown : t.kerjaPerjanjian.days(span.least, span.most)
}

/** "1500000.50" → "1.500.000,50"; exact, without a detour over a floating number. */
export function amountIn(lang: Lang, amount: string): string {
  const [whole = '0', decimals] = amount.split('.')
  const [group, point] = lang === 'en' ? [',', '.'] : ['.', ',']
  const grouped = whole.replaceAll(/\B(?=(?:\d{3})+$)/g, group)
  return decimals === undefined ? grouped : `${grouped}${point}${decimals.padEnd(2, '0')}`
}
