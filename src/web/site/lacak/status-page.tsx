/** A report as its reporter follows it. Every form posts to /lacak with the sealed proof; no cookie, no own address. */
import { href } from '#src/web/ui/href.ts'
import { Attachments, type AttachmentView, type FileProblem } from '#src/web/ui/public/attachments.tsx'
import {
  ErrorSummary,
  HiddenFields,
  Notice,
  TextArea,
  type FieldProblem,
} from '#src/web/ui/public/form-parts.tsx'
import { PublicPage, type PageFrame } from '#src/web/ui/public/layout.tsx'
import {
  StatusContact,
  StatusMessages,
  StatusReaders,
  StatusSteps,
  WithoutConsentNotice,
  type StatusSummary,
} from '#src/web/ui/public/status-view.tsx'
import type { Texts } from '#src/texts/texts.ts'

export const LONGEST_MESSAGE = 4000

export type SavedThing = keyof Texts['lacak']['saved']

export type StatusPageProps = PageFrame & {
  readonly zone: string
  /** The second holder sees no messages of the first, no contact, no choices, and cannot withdraw. */
  readonly holder: 'first' | 'second'
  readonly proof: string
  readonly status: StatusSummary
  /** What was just done, said once on top. */
  readonly saved?: SavedThing
  /** A message that could not be sent yet, kept. */
  readonly message?: { readonly text: string; readonly problem?: 'missing' | 'too-long' }
  readonly attachments: readonly AttachmentView[]
  readonly fileProblem?: FileProblem
  readonly megabytes: number
  readonly filesLeft: number
}

export function StatusPage(props: StatusPageProps) {
  const { lang, t, demo, zone, status, saved } = props
  const problems = statusProblems(props)
  const view = { lang, t, zone, status }
  return (
    <PublicPage lang={lang} t={t} demo={demo} title={t.situs.titles.news} hasProblems={problems.length > 0}>
      <ErrorSummary title={t.situs.problemTitle} problems={problems} />
      {saved !== undefined && <Notice icon="centang" title={t.lacak.saved[saved]} live />}
      <h1>{t.lacak.title}</h1>
      <StatusSteps {...view} />
      {status.searching !== undefined && (
        <Notice icon="info" title={t.lacak.searching.title}>
          {t.lacak.searching.text}
        </Notice>
      )}
      {/* One address for everybody: it tells nobody who looks over a shoulder what the report is about. */}
      <p>
        <a href={href(lang, '/sesudah-lapor')}>{t.situs.home.links.next}</a>
      </p>
      <Reopen {...props} />
      {props.holder === 'second' ? (
        <Notice icon="info" title={t.lacak.secondTitle}>
          {t.lacak.secondText} {t.lacak.secondLimits}
        </Notice>
      ) : (
        <WithoutConsent {...props} />
      )}
      <h2 id="pesan">{t.lacak.messages}</h2>
      {props.holder === 'second' && status.messages.length === 0 ? (
        <p>{t.lacak.noMessagesSecond}</p>
      ) : (
        <StatusMessages {...view} />
      )}
      <MessageForm {...props} />
      {props.holder === 'first' && <Choices {...props} />}
      <Attachments
        t={t}
        action={href(lang, '/lacak#berkas')}
        hidden={[['proof', props.proof]]}
        attachments={props.attachments}
        problem={props.fileProblem}
        megabytes={props.megabytes}
        filesLeft={props.filesLeft}
      />
    </PublicPage>
  )
}

function Proven({ lang, proof, children }: StatusPageProps & { readonly children?: unknown }) {
  return (
    <form method="post" action={href(lang, '/lacak')}>
      <HiddenFields fields={[['proof', proof]]} />
      {children}
    </form>
  )
}

function MessageForm(props: StatusPageProps) {
  const { t, message } = props
  return (
    <Proven {...props}>
      <TextArea
        id="message"
        name="message"
        label={t.lacak.write}
        hint={t.lacak.writeHint}
        value={message?.text}
        problem={messageProblem(props)}
      />
      <div class="buttons row">
        <button class="button" name="go" value="message">
          {t.situs.send}
        </button>
        {props.holder === 'second' && (
          <button class="button quiet" name="go" value="ask-contact">
            {t.lacak.askContact}
          </button>
        )}
      </div>
    </Proven>
  )
}

function Choices(props: StatusPageProps) {
  const { t, status } = props
  return (
    <>
      <h2>{t.lacak.safeContact}</h2>
      <StatusContact t={t} status={status} />
      <h2>{t.lacak.whoKnows}</h2>
      <StatusReaders t={t} status={status} />
      <Proven {...props}>
        <div class="buttons">
          <button class="button quiet" name="go" value="contact">
            {t.lacak.changeContact}
          </button>
          <button class="button quiet" name="go" value="consent">
            {t.lacak.changeConsent}
          </button>
          <button class="button quiet" name="go" value="second">
            {t.lacak.secondAgain}
          </button>
          <button class="button quiet" name="go" value="rights">
            {t.hak.open}
          </button>
          <button class="button grave" name="go" value="withdraw">
            {t.lacak.withdraw}
          </button>
        </div>
      </Proven>
    </>
  )
}

function WithoutConsent(props: StatusPageProps) {
  const { lang, t, zone, status } = props
  if (status.toldWithoutConsent.length === 0) return <></>
  return (
    <>
      <WithoutConsentNotice lang={lang} t={t} zone={zone} status={status} />
      <Proven {...props}>
        {status.toldWithoutConsent.map(({ id }) => (
          <input type="hidden" name="objectTo" value={id} />
        ))}
        <div class="buttons">
          <button class="button quiet" name="go" value="object">
            {t.lacak.sayNo}
          </button>
        </div>
      </Proven>
    </>
  )
}

function Reopen(props: StatusPageProps) {
  const { t, status, holder } = props
  const closed = status.steps.some((step) => step.result !== undefined)
  if (!closed || holder === 'second') return <></>
  return (
    <Proven {...props}>
      <h2>{t.lacak.reopenTitle}</h2>
      <p>{t.lacak.reopenText}</p>
      <TextArea id="reopenWhy" name="reopenWhy" label={t.lacak.reopenWhy} />
      <div class="buttons">
        <button class="button" name="go" value="reopen">
          {t.lacak.reopen}
        </button>
      </div>
    </Proven>
  )
}

function messageProblem({ t, message }: StatusPageProps): string | undefined {
  if (message?.problem === undefined) return undefined
  return message.problem === 'missing' ? t.lacak.messageMissing : t.lacak.messageTooLong(LONGEST_MESSAGE)
}

function statusProblems(props: StatusPageProps): readonly FieldProblem[] {
  const { t, fileProblem } = props
  const message = messageProblem(props)
  return [
    ...(message === undefined ? [] : [{ field: 'message', message }]),
    ...(fileProblem === undefined ? [] : [{ field: 'file', message: t.kode.fileProblems[fileProblem] }]),
  ]
}
