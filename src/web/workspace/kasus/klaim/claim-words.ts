/** What the rulebook says, in the reader's language, for the claim sheets. */
import type { LawCertainty } from '#src/domain/law/article-ref.ts'
import type { Citation, Conclusion, Entry, QuestionName } from '#src/domain/rulebook/conclusion.ts'
import { loadRulebookTexts } from '#src/platform/rulebook.ts'
import { formatPartialDate } from '#src/texts/dates.ts'
import { citeView } from '#src/web/workspace/cite-view.ts'
import type { Lang } from '#src/web/ui/href.ts'
import type { StaffFrame } from '#src/web/ui/staff/frame.ts'
import type { CiteView } from '#src/web/ui/staff/marks.tsx'

/** Rules of this service itself; never shown as a law. */
const OWN_RULES = 'payung-targets'

export type ClaimWords = {
  readonly rule: (id: string) => string
  /** A label in a table of the chapter, such as the papers of a claim. */
  readonly label: (table: string, key: string, code: string) => string
  /** Every code of a table, with its label. */
  readonly codes: (table: string, key: string) => Readonly<Record<string, string>>
  /** The law and how sure it is, with its address in the library. */
  readonly cite: (citation: Citation) => CiteView & { readonly href: string }
  readonly day: (day: string) => string
  readonly money: (amount: number, currency: string, confidence?: LawCertainty) => string
}

type Row = Readonly<Record<string, unknown>> & { readonly says: Readonly<Record<'id' | 'en', string>> }

/** Every code of a table of a chapter, with its label. */
export function labelsOf(lang: Lang, question: QuestionName, table: string, key: string) {
  const chapter = loadRulebookTexts().chapters.find((each) => each.question === question)
  const rows = (chapter?.tables[table] ?? []) as readonly Row[]
  return Object.fromEntries(rows.map((row) => [String(row[key]), row.says[lang]]))
}

export function claimWords(frame: StaffFrame, question: QuestionName): ClaimWords {
  const { lang, t } = frame
  const chapter = loadRulebookTexts().chapters.find((each) => each.question === question)
  const rules = new Map(chapter?.rules.map((each) => [each.id, each.says[lang]]))
  const codes = (table: string, key: string) => labelsOf(lang, question, table, key)
  return {
    rule: (id) => rules.get(id) ?? id,
    label: (table, key, code) => codes(table, key)[code] ?? code,
    codes,
    cite: (citation) => ({
      ...citeView(frame, citation),
      ...(citation.instrument === OWN_RULES && { article: t.kerjaKlaim.own }),
    }),
    day: (day) => formatPartialDate(day, lang),
    money: (amount, currency, confidence = 'verified') => {
      const digits = Number.isInteger(amount) ? 0 : 2
      const number = new Intl.NumberFormat(lang === 'id' ? 'id-ID' : 'en-GB', {
        minimumFractionDigits: digits,
        maximumFractionDigits: digits,
      }).format(amount)
      const words = `${currency === 'IDR' ? 'Rp' : currency}\u00A0${number}`
      return confidence === 'verified' ? words : `${words} (${t.langkahKasus.confidence[confidence]})`
    },
  }
}

/** The entry of a rule that fired or spoke against. */
export function entryOf(conclusion: Conclusion, rule: string): Entry | undefined {
  return [...conclusion.fired, ...conclusion.against].find((each) => each.rule === rule)
}
