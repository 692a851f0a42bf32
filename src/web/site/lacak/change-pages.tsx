/** Three pages between the status page and a change: contact, who may know, and withdrawal, which says what it does. */
import { CONTACT_WAYS, type SafeContact } from '#src/domain/reports/report.ts'
import { CONSENT_ANSWERS } from '#src/domain/cases/codes.ts'
import type { Child } from 'hono/jsx'
import { href } from '#src/web/ui/href.ts'
import {
  Choice,
  Choices,
  ErrorSummary,
  Group,
  HiddenFields,
  SelectField,
  TextArea,
  TextField,
} from '#src/web/ui/public/form-parts.tsx'
import { PublicPage, type PageFrame } from '#src/web/ui/public/layout.tsx'
import { Ticks } from '#src/web/ui/public/lists.tsx'
import type { ReaderChoice } from '#src/web/ui/public/status-view.tsx'

type ChangeFrame = PageFrame & { readonly proof: string }

type ShellProps = ChangeFrame & {
  readonly go: string
  readonly button: string
  readonly grave?: true
  readonly problem?: { readonly field: string; readonly message: string }
  readonly children: Child
}

/** Cancel posts too: the status page has no address of its own. */
function Shell({ lang, t, demo, proof, go, button, grave, problem, children }: ShellProps) {
  return (
    <PublicPage lang={lang} t={t} demo={demo} title={t.situs.titles.form} hasProblems={problem !== undefined}>
      <ErrorSummary title={t.situs.problemTitle} problems={problem === undefined ? [] : [problem]} />
      <form method="post" action={href(lang, '/lacak')}>
        <HiddenFields fields={[['proof', proof]]} />
        {children}
        <div class="buttons row">
          <button class={grave ? 'button grave' : 'button'} name="go" value={go}>
            {button}
          </button>
          <button class="button quiet" name="go" value="open">
            {t.lacak.cancel}
          </button>
        </div>
      </form>
    </PublicPage>
  )
}

export type ContactPageProps = ChangeFrame & {
  /** Only the ways: the number itself is never shown back on this page. */
  readonly ways: SafeContact['ways']
  readonly typed?: { readonly value: string; readonly hours: string; readonly doNotCall: boolean }
  readonly problem?: 'contact-missing' | 'email-malformed'
}

export function ContactPage(props: ContactPageProps) {
  const { t, ways, typed } = props
  const words = t.lapor.contact
  const message = props.problem === undefined ? undefined : t.lapor.problems[props.problem]()
  return (
    <Shell
      {...props}
      go="contact-save"
      button={t.lacak.save}
      problem={message === undefined ? undefined : { field: 'safeContact.value', message }}
    >
      <Group id="safeContact.ways" legend={<h1>{t.lacak.contactTitle}</h1>} hint={t.lacak.contactLead}>
        <Choices
          type="checkbox"
          name="safeContact.ways"
          chosen={ways}
          options={CONTACT_WAYS.toReversed().map((value) => ({ value, label: words.ways[value] }))}
        />
      </Group>
      <TextField
        id="safeContact.value"
        name="safeContact.value"
        label={words.value}
        hint={words.valueHint}
        value={typed?.value}
        problem={message}
        maxlength={120}
      />
      <div class="choices or">
        <Choice
          type="checkbox"
          name="safeContact.callRule"
          option={{ value: 'do-not-call', label: words.doNotCall }}
          checked={typed?.doNotCall ?? false}
        />
      </div>
      <TextField
        id="safeContact.hours"
        name="safeContact.hours"
        label={words.hours}
        hint={words.hoursHint}
        value={typed?.hours}
        maxlength={200}
      />
    </Shell>
  )
}

export type ConsentPageProps = ChangeFrame & { readonly readers: readonly ReaderChoice[] }

/** One question for each kind of reader; "ask me first" is what stands there when nothing was asked yet. */
export function ConsentPage(props: ConsentPageProps) {
  const { t, readers } = props
  const options = CONSENT_ANSWERS.map((value) => ({ value, label: t.lacak.consentAnswers[value] }))
  return (
    <Shell {...props} go="consent-save" button={t.lacak.save}>
      <h1>{t.lacak.consentTitle}</h1>
      <p class="lead">{t.lacak.consentLead}</p>
      {readers.map(({ kind, answer }) => (
        <SelectField
          id={`mayShare.${kind}`}
          name={`mayShare.${kind}`}
          label={t.lapor.share.readers[kind]}
          value={answer}
          options={options}
        />
      ))}
    </Shell>
  )
}

export type WithdrawPageProps = ChangeFrame

export function WithdrawPage(props: WithdrawPageProps) {
  const { t } = props
  return (
    <Shell {...props} go="withdraw-confirm" button={t.lacak.withdrawConfirm} grave>
      <h1>{t.lacak.withdrawTitle}</h1>
      <p class="lead">{t.lacak.withdrawLead}</p>
      <Ticks yes={t.lacak.withdrawHappens} no={t.lacak.withdrawNot} />
      <div class="choices or">
        <Choice
          type="checkbox"
          name="stopReport"
          option={{ value: 'yes', label: t.lacak.withdrawStop }}
          checked={false}
        />
      </div>
      <TextArea id="withdrawWhy" name="withdrawWhy" label={t.lacak.withdrawWhy} />
    </Shell>
  )
}
