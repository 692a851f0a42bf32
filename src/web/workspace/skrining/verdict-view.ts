/** A conclusion of the rulebook, made ready for the page: reasons, what is missing, questions, where it is written. */
import type { Conclusion, Entry } from '#src/domain/rulebook/conclusion.ts'
import type { RuleText } from '#src/domain/rulebook/rulebook.ts'
import { partOf, type SheetPart } from '#src/domain/screening/sheet.ts'
import { loadRulebookTexts } from '#src/platform/rulebook.ts'
import type { StaffFrame } from '#src/web/ui/staff/frame.ts'

export type ElementName = 'act' | 'means' | 'purpose'
export type VerdictView = {
  readonly answer: 'yes' | 'no' | 'unclear' | 'not-enough-facts'
  readonly elements: Readonly<Record<ElementName, 'met' | 'not-met' | 'not-known'>>
  readonly supports: readonly string[]
  readonly against: readonly string[]
  readonly child: readonly string[]
  readonly ilo11: readonly string[]
  readonly missing: readonly string[]
  readonly missingMore: number
  readonly next: readonly string[]
  readonly consentCite: string | undefined
  readonly cites: readonly { readonly article: string; readonly sure: 'sure' | 'unverified' }[]
}

const MOST = 6
const CHILD_RULES = ['palermo.child-without-means', 'uu21.child-means-not-lifted']
/** A single indicator stands beside its sentences on the left; here it would only be a long list. */
const SINGLE = /^ilo-ec\.(?!table|dimension)/

let rules: ReadonlyMap<string, RuleText> | undefined

function ruleText(id: string): RuleText | undefined {
  rules ??= new Map(
    loadRulebookTexts()
      .chapters.filter((chapter) => chapter.question === 'trafficking')
      .flatMap((chapter) => chapter.rules.map((rule) => [rule.id, rule] as const)),
  )
  return rules.get(id)
}

/** The words of one question of the sheet. */
export function questionLabel(frame: Pick<StaffFrame, 't' | 'lang'>, path: string): string {
  const words = frame.t.kerjaSkrining
  const name = path.slice(path.lastIndexOf('.') + 1)
  const part: SheetPart = partOf(path)
  if (part === 'act' || part === 'means' || part === 'purpose' || part === 'besides')
    return (words[part] as Readonly<Record<string, string>>)[name] ?? path
  return ruleText(`ilo-ec.${part}.${name}`)?.says[frame.lang].replace(/\.$/, '') ?? path
}

export function verdictOf(frame: StaffFrame, conclusion: Conclusion): VerdictView {
  const says = (entries: readonly Entry[], wanted: (rule: string) => boolean): readonly string[] => [
    ...new Set(
      entries.flatMap(({ rule }) => (wanted(rule) ? [ruleText(rule)?.says[frame.lang] ?? rule] : [])),
    ),
  ]
  const reason = (rule: string): boolean =>
    !SINGLE.test(rule) && !rule.startsWith('ilo11.') && !CHILD_RULES.includes(rule)
  const missing = conclusion.missing.map((fact) => missingLabel(frame, fact))
  const both = [...conclusion.fired, ...conclusion.against]
  return {
    answer: answerIn(conclusion),
    elements: {
      act: met(conclusion, 'act'),
      means: met(conclusion, 'means'),
      purpose: met(conclusion, 'purpose'),
    },
    supports: says(conclusion.fired, reason),
    against: says(conclusion.against, reason),
    child: says(both, (rule) => CHILD_RULES.includes(rule)),
    ilo11: says(conclusion.fired, (rule) => rule.startsWith('ilo11.')).map((words) =>
      words.replace(/ \(.*$/, ''),
    ),
    missing: missing.slice(0, MOST),
    missingMore: Math.max(0, missing.length - MOST),
    next: conclusion.nextQuestions.map((question) => question[frame.lang]),
    consentCite: citeOf(conclusion.fired.find((entry) => entry.rule === 'uu21.consent-no-defence')),
    cites: citesOf(both.filter((entry) => reason(entry.rule))),
  }
}

function answerIn(conclusion: Conclusion): VerdictView['answer'] {
  const { answer } = conclusion
  return answer === 'yes' || answer === 'no' || answer === 'not-enough-facts' ? answer : 'unclear'
}

function met(conclusion: Conclusion, name: ElementName): 'met' | 'not-met' | 'not-known' {
  if (conclusion.fired.some((entry) => entry.rule === `uu21.${name}`)) return 'met'
  return conclusion.missing.includes(`elements.${name}`) ? 'not-known' : 'not-met'
}

function missingLabel(frame: StaffFrame, fact: string): string {
  const words = frame.t.kerjaSkrining
  const element = fact.replace('elements.', '')
  if (element === 'act' || element === 'means' || element === 'purpose') return words.element[element]
  return words.missingFact[fact] ?? questionLabel(frame, fact)
}

function citeOf(entry: Entry | undefined): string | undefined {
  if (entry === undefined) return undefined
  const { instrument, article } = entry.citation
  const short = loadRulebookTexts().instruments.find((each) => each.id === instrument)?.short ?? instrument
  return article === '-' ? short : `${short} ${article.replace('Pasal', 'Ps')}`
}

function citesOf(entries: readonly Entry[]): VerdictView['cites'] {
  const found = new Map<string, VerdictView['cites'][number]>()
  for (const entry of entries) {
    const article = citeOf(entry) ?? ''
    const sure = entry.citation.confidence === 'unverified' ? 'unverified' : 'sure'
    if (!found.has(article)) found.set(article, { article, sure })
  }
  return [...found.values()]
}
