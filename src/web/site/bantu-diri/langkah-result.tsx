import type { StepDue, StepNow } from '#src/domain/rulebook/steps/standard-steps.ts'
import type { Texts } from '#src/texts/texts.ts'
import type { Lang } from '#src/web/ui/href.ts'
import { Icon } from '#src/web/ui/icons.tsx'
import type { PageFrame } from '#src/web/ui/public/layout.tsx'

export function LangkahResult({ lang, t, steps }: PageFrame & { readonly steps: readonly StepNow[] }) {
  const words = t.bantuDiri.langkah
  return (
    <>
      <h1>{words.title}</h1>
      <p class="lead">{steps.length === 0 ? t.bantuDiri.notEnough : words.order}</p>
      <ul class="ticks">
        {steps.map((step) => (
          <li>
            <Icon name="lanjut" />
            <span>
              {step.says[lang]}
              {step.paper !== null && <span class="cite">{words.paper(step.paper[lang])}</span>}
              <span class="cite">{dueWords(lang, t, step.due)}</span>
              {step.differences.slice(0, 1).map((each) => (
                <span class="cite">
                  {words.here} {each.says[lang]}
                  {each.citation.confidence !== 'verified' &&
                    ` (${t.bantuDiri.confidence[each.citation.confidence]})`}
                </span>
              ))}
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}

function dueWords(lang: Lang, t: Texts, due: StepDue): string {
  const words = t.bantuDiri.langkah
  switch (due.kind) {
    case 'law':
      return words.law(due.amount, words.units[due.unit], due.after[lang])
    case 'internal':
      return words.internal(due.amount, words.units[due.unit])
    case 'internal-by-urgency':
      return words.byUrgency
    case 'law-is-silent':
      return words.silent
    case 'not-checked':
      return words.notChecked
  }
}
