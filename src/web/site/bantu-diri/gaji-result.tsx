import type { Conclusion } from '#src/domain/rulebook/conclusion.ts'
import type { Scenario } from '#src/domain/rulebook/wages/scenarios.ts'
import type { WagesAnswer } from '#src/domain/rulebook/wages/wages-answer.ts'
import type { Texts } from '#src/texts/texts.ts'
import { Notice } from '#src/web/ui/public/form-parts.tsx'
import type { PageFrame } from '#src/web/ui/public/layout.tsx'
import type { Lang } from '#src/web/ui/href.ts'
import { moneyWords } from './rulebook-words.ts'

type Props = PageFrame & { readonly conclusion: Conclusion<WagesAnswer> }

/** No sum here is a target: every way of counting stands beside the others. */
export function GajiResult({ lang, t, conclusion }: Props) {
  const words = t.bantuDiri.gaji
  const { answer } = conclusion
  if (typeof answer === 'string')
    return (
      <>
        <h1>{words.none}</h1>
        <p class="lead">{t.bantuDiri.notEnough}</p>
      </>
    )
  return (
    <>
      <h1>{words.title}</h1>
      <p class="lead">{words.rough}</p>
      <dl>
        {answer.scenarios
          .filter((each) => each.total !== null)
          .map((each) => (
            <div>
              <dt>{words.bases[each.basis]}</dt>
              <dd>
                <strong>{sumOf(lang, t, each)}</strong>
              </dd>
            </div>
          ))}
      </dl>
      {answer.mode === 'no-contract' && <p>{words.noContract}</p>}
      {answer.limits.length > 0 && <p>{words.limits}</p>}
      <Notice kind="care" icon="info" title={words.keepTitle}>
        <p>{words.keepText}</p>
      </Notice>
    </>
  )
}

/** Amounts are counted in the smallest unit; people read the whole one. Without a known money only the number. */
function sumOf(lang: Lang, t: Texts, { total, currency, decimals }: Scenario): string {
  if (total === null) return t.bantuDiri.gaji.none
  const known = currency === null || currency === 'ZZZ' ? '' : currency
  const shown = (amount: number) => moneyWords(lang, known, Math.round(amount / 10 ** decimals)).trim()
  return total.min === total.max
    ? shown(total.min)
    : t.bantuDiri.gaji.between(shown(total.min), shown(total.max))
}
