import type { CompanyCheck } from '#src/modules/companies/index.ts'
import type { Conclusion } from '#src/domain/rulebook/conclusion.ts'
import type { OfferAnswer } from '#src/domain/rulebook/offer/offer.ts'
import { Icon } from '#src/web/ui/icons.tsx'
import { Notice } from '#src/web/ui/public/form-parts.tsx'
import type { PageFrame } from '#src/web/ui/public/layout.tsx'
import { CompanyAnswer } from './company-answer.tsx'
import { sentenceOf } from './rulebook-words.ts'

type Props = PageFrame & {
  readonly conclusion: Conclusion<OfferAnswer>
  readonly company?: CompanyCheck
}

/** The title never says safe, whatever was answered. */
export function TawaranResult({ lang, t, demo, conclusion, company }: Props) {
  const words = t.bantuDiri.tawaran
  const { answer } = conclusion
  if (typeof answer === 'string')
    return (
      <>
        <h1>{words.lookout['ask-first']}</h1>
        <p class="lead">{t.bantuDiri.notEnough}</p>
        {company && <CompanyAnswer lang={lang} t={t} demo={demo} check={company} />}
      </>
    )
  return (
    <>
      <h1>{words.lookout[answer.lookout]}</h1>
      <p class="lead">{sentenceOf(lang, 'never-safe')}</p>
      {answer.signs.length > 0 && (
        <>
          <h2>{words.signs}</h2>
          <ul class="ticks">
            {answer.signs.map(({ sign, strength }) => (
              <li>
                <Icon name={strength === 'strong' ? 'larang' : 'tanya'} className="no" />
                <span>{sentenceOf(lang, sign)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {company && <CompanyAnswer lang={lang} t={t} demo={demo} check={company} />}
      <Notice kind="care" icon="info" title={words.waitTitle}>
        <p>{words.waitText}</p>
      </Notice>
    </>
  )
}
