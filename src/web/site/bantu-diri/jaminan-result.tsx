import type { Conclusion } from '#src/domain/rulebook/conclusion.ts'
import type { Benefit } from '#src/domain/rulebook/social-security/benefits.ts'
import type { SocialSecurityAnswer } from '#src/domain/rulebook/social-security/social-security.ts'
import { Icon } from '#src/web/ui/icons.tsx'
import { Notice } from '#src/web/ui/public/form-parts.tsx'
import type { PageFrame } from '#src/web/ui/public/layout.tsx'
import { amountWords, labelIn, moneyWords, sentenceOf } from './rulebook-words.ts'

type Props = PageFrame & { readonly conclusion: Conclusion<SocialSecurityAnswer> }
type AnswerProps = PageFrame & { readonly answer: SocialSecurityAnswer }

export function JaminanResult({ conclusion, ...frame }: Props) {
  const words = frame.t.bantuDiri.jaminan
  const { answer } = conclusion
  if (typeof answer === 'string')
    return (
      <>
        <h1>{words.standing.unclear}</h1>
        <p class="lead">{frame.t.bantuDiri.notEnough}</p>
      </>
    )
  return (
    <>
      <h1>{words.standing[answer.standing]}</h1>
      <Benefits {...frame} answer={answer} />
      <Claim {...frame} answer={answer} />
      <Without {...frame} answer={answer} />
      <Contribution {...frame} answer={answer} />
      {answer.conflicts.map((rule) => (
        <Notice kind="care" icon="info" title={words.conflict}>
          <p>{sentenceOf(frame.lang, rule)}</p>
        </Notice>
      ))}
      <p class="small">{words.bpjsDecides}</p>
    </>
  )
}

function Benefits({ lang, t, answer }: AnswerProps) {
  const words = t.bantuDiri.jaminan
  if (answer.benefits.length === 0) return <></>
  return (
    <>
      <h2>{words.benefits}</h2>
      <ul class="ticks">
        {answer.benefits.map((each) => (
          <li>
            <Icon name={each.holds === 'yes' ? 'centang' : 'tanya'} />
            <span>
              {sentenceOf(lang, `benefit.${each.benefit}`)} <strong>{amountOf(each)}</strong>
              {each.holds === 'perhaps' && <span class="cite">{words.perhaps}</span>}
            </span>
          </li>
        ))}
      </ul>
    </>
  )

  function amountOf({ amount, confidence, kind, reason }: Benefit): string {
    if (amount !== null) return amountWords(lang, t, amount, confidence)
    if (kind === 'in-kind' || kind === 'accumulated') return words.notASum
    return reason === undefined ? words.amountNotRead : `${words.amountNotRead} ${reason[lang]}`
  }
}

function Claim({ lang, t, answer }: AnswerProps) {
  const words = t.bantuDiri.jaminan
  const { claim } = answer
  if (claim === null) return <></>
  return (
    <>
      <h2>{words.papers}</h2>
      {claim.papersRead === 'no' && <p class="small">{words.papersUsual}</p>}
      <ul class="rows">
        {claim.papers.map(({ document }) => (
          <li>{labelIn('social-security', 'documents', 'document', document, lang)}</li>
        ))}
      </ul>
      <p>
        {claim.years === null ? words.limitUnknown : words.limit(claim.years)}{' '}
        <span class="cite">{t.bantuDiri.notVerified}</span>
      </p>
    </>
  )
}

function Without({ lang, t, answer }: AnswerProps) {
  if (answer.without.length === 0) return <></>
  return (
    <>
      <h2>{t.bantuDiri.jaminan.without}</h2>
      <ul class="ticks">
        {answer.without.map((rule) => (
          <li>
            <Icon name="lanjut" />
            <span>{sentenceOf(lang, rule)}</span>
          </li>
        ))}
      </ul>
    </>
  )
}

function Contribution({ lang, t, answer }: AnswerProps) {
  const { total, months } = answer.contribution
  if (total === null || months === null) return <></>
  return <p>{t.bantuDiri.jaminan.contribution(months, moneyWords(lang, 'IDR', total))}</p>
}
