import type { Conclusion } from '#src/domain/rulebook/conclusion.ts'
import type { DepartureAnswer } from '#src/domain/rulebook/departure-documents/departure-documents.ts'
import type { OfferAnswer } from '#src/domain/rulebook/offer/offer.ts'
import type { PlacementCostAnswer } from '#src/domain/rulebook/placement-cost/placement-cost.ts'
import type { SocialSecurityAnswer } from '#src/domain/rulebook/social-security/social-security.ts'
import { href } from '#src/web/ui/href.ts'
import { Icon } from '#src/web/ui/icons.tsx'
import { HiddenFields } from '#src/web/ui/public/form-parts.tsx'
import { PublicPage, type PageFrame } from '#src/web/ui/public/layout.tsx'
import { hiddenFor, type Answers, type Guide } from './guide.ts'
import type { WagesAnswer } from '#src/domain/rulebook/wages/wages-answer.ts'
import { BiayaResult } from './biaya-result.tsx'
import { GajiResult } from './gaji-result.tsx'
import { JaminanResult } from './jaminan-result.tsx'
import { LangkahResult } from './langkah-result.tsx'
import { LawList } from './law.tsx'
import type { CompanyCheck } from '#src/modules/companies/index.ts'
import { TawaranResult } from './tawaran-result.tsx'

export type GuideResultPageProps = PageFrame & {
  readonly guide: Guide
  readonly answers: Answers
  readonly conclusion: Conclusion
  /** The company that was named, in the list in force. */
  readonly company?: CompanyCheck
}

const MOST_RULES = 8

export function GuideResultPage(props: GuideResultPageProps) {
  const { lang, t, demo, guide, answers, conclusion } = props
  return (
    <PublicPage lang={lang} t={t} demo={demo} title={t.situs.titles.page}>
      <form method="post" action={href(lang, `/${guide.name}`)} id="f">
        <HiddenFields fields={[['step', String(guide.steps.length)], ...hiddenFor(answers, [])]} />
        <button class="back" name="go" value="back">
          <Icon name="kembali" />
          {t.bantuDiri.change}
        </button>
      </form>
      <Result {...props} />
      <div class="buttons">
        <a class="button quiet" href={href(lang, '/lapor')}>
          {t.bantuDiri.report}
        </a>
      </div>
      <LawList lang={lang} t={t} entries={conclusion.fired.slice(0, MOST_RULES)} />
      <p class="small">{t.bantuDiri.nothingKept}</p>
    </PublicPage>
  )
}

/** Each guide asks one question of the rulebook, so its name says what kind of answer stands in the conclusion. */
function Result({ lang, t, demo, guide, answers, conclusion, company }: GuideResultPageProps) {
  const frame = { lang, t }
  switch (guide.name) {
    case 'biaya':
      return (
        <BiayaResult
          {...frame}
          answers={answers}
          conclusion={conclusion as Conclusion<PlacementCostAnswer>}
        />
      )
    case 'tawaran':
      return (
        <TawaranResult
          {...frame}
          demo={demo}
          conclusion={conclusion as Conclusion<OfferAnswer>}
          {...(company && { company })}
        />
      )
    case 'gaji':
      return <GajiResult {...frame} conclusion={conclusion as Conclusion<WagesAnswer>} />
    case 'langkah':
      return <LangkahResult {...frame} conclusion={conclusion as Conclusion<DepartureAnswer>} />
    case 'jaminan':
      return <JaminanResult {...frame} conclusion={conclusion as Conclusion<SocialSecurityAnswer>} />
  }
}
