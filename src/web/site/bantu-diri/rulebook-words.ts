/** Sentences of the rulebook's rules, parameters and tables, by language. */
import type { LawCertainty } from '#src/domain/law/article-ref.ts'
import { loadRulebook, loadRulebookTexts } from '#src/platform/rulebook.ts'
import type { Texts } from '#src/texts/texts.ts'
import type { Lang } from '#src/web/ui/href.ts'

let sentences: ReadonlyMap<string, Readonly<Record<Lang, string>>> | undefined

/** Throws for a rule that no chapter has: a program error. */
export function sentenceOf(lang: Lang, rule: string): string {
  sentences ??= new Map(
    loadRulebookTexts().chapters.flatMap(({ rules }) => rules.map(({ id, says }) => [id, says] as const)),
  )
  const says = sentences.get(rule)
  if (says === undefined) throw new Error(`no chapter has the rule ${rule}`)
  return says[lang]
}

export function instrumentShort(id: string): string {
  return loadRulebook().instruments.get(id)?.short ?? id
}

/** A label in a table of a chapter, such as the papers of a claim. */
export function labelIn(chapter: string, table: string, key: string, code: string, lang: Lang): string {
  const found = loadRulebookTexts().chapters.find(({ question }) => question === chapter)
  const rows = found?.tables[table] as
    | readonly (Readonly<Record<string, unknown>> & { readonly says: Readonly<Record<Lang, string>> })[]
    | undefined
  return rows?.find((row) => row[key] === code)?.says[lang] ?? code
}

export function moneyWords(lang: Lang, currency: string, amount: number): string {
  const written = new Intl.NumberFormat(lang === 'id' ? 'id-ID' : 'en-GB').format(amount)
  return `${currency === 'IDR' ? 'Rp' : currency}\u00a0${written}`
}

/** An amount that nobody has checked is never shown alone. */
export function amountWords(lang: Lang, t: Texts, amount: number, confidence: LawCertainty): string {
  const money = moneyWords(lang, 'IDR', amount)
  return confidence === 'verified' ? money : `${money} (${t.bantuDiri.notVerified})`
}
