/** The refund letter of the cost guide, to print or to copy. Names stay dotted lines; the page keeps nothing. */
import type { RefundLetter } from '#src/domain/rulebook/placement-cost/refund-letter.ts'
import { href } from '#src/web/ui/href.ts'
import { Icon } from '#src/web/ui/icons.tsx'
import { HiddenFields, Notice } from '#src/web/ui/public/form-parts.tsx'
import { PublicPage, type PageFrame } from '#src/web/ui/public/layout.tsx'
import { hiddenFor, type Answers } from '../guide.ts'
import { copyText, lawWords, refundText, type RefundText } from './refund-text.ts'

export type RefundLetterPageProps = PageFrame & {
  readonly answers: Answers
  /** Name of the destination; empty when it was not said. */
  readonly country: string
  readonly letter: RefundLetter | undefined
}

export function RefundLetterPage(props: RefundLetterPageProps) {
  const { lang, t, demo, answers, letter } = props
  return (
    <PublicPage lang={lang} t={t} demo={demo} title={t.situs.titles.page}>
      <form method="post" action={href(lang, '/biaya')} id="f">
        <HiddenFields fields={[['step', '99'], ...hiddenFor(answers, [])]} />
        <button class="back" name="go" value="next">
          <Icon name="kembali" />
          {t.suratBiaya.back}
        </button>
      </form>
      {letter === undefined ? <Nothing {...props} /> : <Letter {...props} letter={letter} />}
      <p class="small tip">{t.bantuDiri.nothingKept}</p>
    </PublicPage>
  )
}

function Nothing({ lang, t }: RefundLetterPageProps) {
  const words = t.suratBiaya
  return (
    <>
      <h1>{words.nothing}</h1>
      <p class="lead">{words.nothingHint}</p>
      <div class="buttons">
        <a class="button" href={href(lang, '/biaya')}>
          {words.again}
        </a>
      </div>
    </>
  )
}

function Letter({ lang, t, letter, country }: RefundLetterPageProps & { readonly letter: RefundLetter }) {
  const frame = { lang, t }
  const words = t.suratBiaya
  const text = refundText(frame, letter, country)
  return (
    <>
      <article>
        <h1>{words.title}</h1>
        <Body t={t} text={text} />
      </article>
      <section class="tip">
        <h2>{words.before}</h2>
        <ol class="rows">
          {words.steps.map((step) => (
            <li>{step}</li>
          ))}
        </ol>
        {letter.doubt.length > 0 && (
          <Notice kind="care" icon="info" title={words.doubt}>
            {letter.doubt.map((entry) => (
              <p>{lawWords(frame, entry)}</p>
            ))}
          </Notice>
        )}
        <label class="title" for="salin">
          {words.copy}
        </label>
        <textarea id="salin" rows={14} readonly autocomplete="off">
          {copyText(frame, text)}
        </textarea>
      </section>
    </>
  )
}

function Body({ t, text }: { readonly t: PageFrame['t']; readonly text: RefundText }) {
  const words = t.suratBiaya
  return (
    <>
      <ul class="rows">
        {text.head.map((each) => (
          <Dotted line={each} />
        ))}
      </ul>
      <p>{text.intro.join(' ')}</p>
      <table>
        <caption class="hidden">{words.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{words.cost}</th>
            <th scope="col" class="sum">
              {words.amount}
            </th>
          </tr>
        </thead>
        <tbody>
          {text.rows.map(([cost, amount]) => (
            <tr>
              <th scope="row">{cost}</th>
              <td class="sum">{amount}</td>
            </tr>
          ))}
          {text.total !== undefined && (
            <tr>
              <th scope="row">{words.total}</th>
              <td class="sum">
                <strong>{text.total}</strong>
              </td>
            </tr>
          )}
        </tbody>
      </table>
      <p>{text.demand.join(' ')}</p>
      <ul class="rows">
        <Dotted line={text.until} />
      </ul>
      <h2>{words.law}</h2>
      <ul>
        {text.law.map((each) => (
          <li>{each}</li>
        ))}
      </ul>
      <p>{text.next}</p>
      <ul class="rows">
        <Dotted line={text.sign} />
      </ul>
    </>
  )
}

/** A screen reader hears the label, not the dots. */
function Dotted({ line: [label, dots] }: { readonly line: readonly [string, string] }) {
  return (
    <li>
      {label}: <span aria-hidden="true">{dots}</span>
    </li>
  )
}
