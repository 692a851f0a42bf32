import type { Texts } from '#src/texts/texts.ts'
import type { LawWords } from '#src/web/standard-steps-view.ts'

/** The legal basis stands behind a word, so that the sentence stays plain. */
export function LawDetails({ t, law }: { readonly t: Texts; readonly law: LawWords }) {
  return (
    <details>
      <summary>{t.langkahKasus.law}</summary>
      <p class="small">{law.length === 0 ? t.langkahKasus.noLaw : law.join('; ')}</p>
    </details>
  )
}
