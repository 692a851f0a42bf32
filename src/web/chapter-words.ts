/** The words of one chapter of the rulebook, in the reader's language. */
import type { QuestionName } from '#src/domain/rulebook/conclusion.ts'
import { loadRulebookTexts } from '#src/platform/rulebook.ts'
import type { Lang } from '#src/web/ui/href.ts'

export type ChapterWords = {
  /** A code of the answer in words, such as `line` and `wages`, or `why` and `not-read`. */
  readonly label: (kind: string, code: string) => string
  readonly rule: (id: string) => string
}

type Labels = Readonly<Record<string, Readonly<Record<string, Readonly<Record<Lang, string>>>>>>

export function chapterWords(question: QuestionName, lang: Lang): ChapterWords {
  const chapter = loadRulebookTexts().chapters.find((each) => each.question === question)
  const labels = chapter?.tables['labels'] as Labels | undefined
  const rules = new Map(chapter?.rules.map((each) => [each.id, each.says[lang]]))
  return {
    label: (kind, code) => labels?.[kind]?.[code]?.[lang] ?? code,
    rule: (id) => rules.get(id) ?? id,
  }
}
