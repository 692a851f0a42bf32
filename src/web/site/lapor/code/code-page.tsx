/**
 * The page after a report is stored: the code, shown once. Every form on it posts to /lapor with the sealed proof;
 * a page that comes back without `code` shows everything but the code.
 */
import { href } from '#src/web/ui/href.ts'
import { Icon } from '#src/web/ui/icons.tsx'
import { Attachments, type AttachmentView, type FileProblem } from '#src/web/ui/public/attachments.tsx'
import {
  ErrorSummary,
  HiddenFields,
  Notice,
  TextField,
  type FieldProblem,
} from '#src/web/ui/public/form-parts.tsx'
import { PublicPage, type PageFrame } from '#src/web/ui/public/layout.tsx'
import { Ticks, type CheckedNumber } from '#src/web/ui/public/lists.tsx'
import { CodeCard, pinAsPrice, PrintCard, type CodeView } from './code-card.tsx'
import { DangerNotice } from '../danger-notice.tsx'
import { ReceiptOffer, type ReceiptView } from './receipt-offer.tsx'

/** What was typed again: not yet, right, or wrong in one part; `skipped` hides the form. */
export type Retype =
  | { readonly state: 'open' | 'right' | 'skipped' }
  | { readonly state: 'wrong'; readonly words: string; readonly wrong: readonly ('words' | 'pin')[] }

export type CodePageProps = PageFrame & {
  /** Left out where it must not be shown again. */
  readonly code?: CodeView
  /** Sealed hidden token that proves possession for 30 minutes. */
  readonly proof: string
  /** Until when an officer reads it, in words with the zone, such as "hari ini pukul 23.14 WIB". */
  readonly readBy: string
  /** The kind of desk in plain words, such as "konsulat Indonesia"; never a person or an address. */
  readonly desk?: string
  readonly retype: Retype
  readonly second?: CodeView
  readonly receipt?: ReceiptView
  readonly attachments: readonly AttachmentView[]
  readonly fileProblem?: FileProblem
  readonly megabytes: number
  readonly filesLeft: number
  /** Given when the report says "in danger now". */
  readonly danger?: { readonly country: string; readonly numbers: readonly CheckedNumber[] }
}

export function CodePage(props: CodePageProps) {
  const { lang, t, demo, code, danger } = props
  const problems = codeProblems(props)
  return (
    <PublicPage
      lang={lang}
      t={t}
      demo={demo}
      title={t.situs.titles.code}
      className="card-only"
      hasProblems={problems.length > 0}
    >
      <ErrorSummary title={t.situs.problemTitle} problems={problems} />
      {props.retype.state === 'right' && <Notice icon="centang" title={t.kode.retypeRight} live />}
      <h1>{code === undefined ? t.kode.titleAgain : t.kode.title}</h1>
      <p class="lead">
        <strong>{t.kode.readBy(props.readBy)}</strong>
        {props.desk !== undefined && ` ${t.kode.readByDesk(props.desk)}`}
      </p>
      {danger !== undefined && <DangerNotice lang={lang} t={t} {...danger} />}
      {code !== undefined && <CodeParts {...props} code={code} />}
      <SecondCode {...props} />
      <ReceiptOffer lang={lang} t={t} proof={props.proof} receipt={props.receipt} />
      <Attachments
        t={t}
        action={href(lang, '/lapor#berkas')}
        hidden={[['proof', props.proof]]}
        attachments={props.attachments}
        problem={props.fileProblem}
        megabytes={props.megabytes}
        filesLeft={props.filesLeft}
      />
      <p class="lead after">{t.kode.done}</p>
      <p>
        <a href={href(lang, '/lacak')}>{t.kode.follow}</a>
      </p>
      {code !== undefined && <PrintCard code={code} title={t.kode.shopping} />}
    </PublicPage>
  )
}

function CodeParts(props: CodePageProps & { readonly code: CodeView }) {
  const { t, code } = props
  return (
    <>
      <h2>{t.kode.yourCode}</h2>
      <CodeCard code={code} pinLabel={t.kode.pin} />
      <p class="hint">
        {t.kode.onceOnly} {t.kode.noReset}
      </p>
      <h2>{t.kode.keepTitle}</h2>
      <Ticks
        yes={[
          t.kode.keepAsList(pinAsPrice(code.pin)),
          t.kode.keepAsSong(code.words.join(', ')),
          t.kode.keepWithOther,
        ]}
        no={[t.kode.keepNot]}
      />
      <p class="small after">{t.kode.printHint}</p>
      <div class="buttons" data-print hidden>
        <button class="button quiet" type="button">
          <Icon name="cetak" />
          {t.kode.print}
        </button>
      </div>
      <RetypeForm {...props} />
    </>
  )
}

function RetypeForm({ lang, t, proof, retype }: CodePageProps) {
  if (retype.state === 'skipped' || retype.state === 'right') return <></>
  const wrong = retype.state === 'wrong' ? retype.wrong : []
  return (
    <form method="post" action={href(lang, '/lapor')}>
      <h2>{t.kode.retypeTitle}</h2>
      <p class="hint">{t.kode.retypeHint}</p>
      <HiddenFields fields={[['proof', proof]]} />
      <TextField
        id="again.words"
        name="again.words"
        label={t.kode.retypeWords}
        value={retype.state === 'wrong' ? retype.words : undefined}
        problem={wrong.includes('words') ? t.kode.retypeWrongWords : undefined}
      />
      <TextField
        id="again.pin"
        name="again.pin"
        label={t.kode.retypePin}
        numeric
        problem={wrong.includes('pin') ? t.kode.retypeWrongPin : undefined}
      />
      <div class="buttons row">
        <button class="button" name="go" value="again">
          {t.kode.retypeSend}
        </button>
        <button class="button quiet" name="go" value="again-skip">
          {t.kode.retypeSkip}
        </button>
      </div>
    </form>
  )
}

function SecondCode({ lang, t, proof, second }: CodePageProps) {
  return (
    <section id="kedua">
      <h2>{t.kode.secondTitle}</h2>
      {second === undefined ? (
        <form method="post" action={href(lang, '/lapor#kedua')}>
          <HiddenFields fields={[['proof', proof]]} />
          <Ticks yes={[t.kode.secondText]} no={[t.kode.secondNot]} />
          <div class="buttons">
            <button class="button quiet" name="go" value="second">
              {t.kode.secondMake}
            </button>
          </div>
        </form>
      ) : (
        <>
          <CodeCard code={second} pinLabel={t.kode.pin} />
          <p class="hint">{t.kode.secondGive}</p>
        </>
      )}
    </section>
  )
}

function codeProblems({ t, retype, fileProblem }: CodePageProps): readonly FieldProblem[] {
  const problems: FieldProblem[] = []
  if (retype.state === 'wrong') {
    if (retype.wrong.includes('words'))
      problems.push({ field: 'again.words', message: t.kode.retypeWrongWords })
    if (retype.wrong.includes('pin')) problems.push({ field: 'again.pin', message: t.kode.retypeWrongPin })
  }
  if (fileProblem !== undefined) problems.push({ field: 'file', message: t.kode.fileProblems[fileProblem] })
  return problems
}
