/** The wage sheet: a form, and under it the sheet in up to four scenarios. Printed as it stands; nothing is stored. */
import type { Conclusion, Entry } from '#src/domain/rulebook/conclusion.ts'
import type { WagesAnswer } from '#src/domain/rulebook/wages/wages-answer.ts'
import {
  Button,
  ErrorSummary,
  Notice,
  optionsOf,
  Select,
  TextField,
  type Option,
} from '#src/web/ui/staff/form.tsx'
import type { FormState, StaffFrame } from '#src/web/ui/staff/frame.ts'
import { Head, StaffPage } from '#src/web/ui/staff/shell.tsx'
import { casePath } from '../case-head.tsx'
import { WageSheets } from './wage-sheets.tsx'
import type { WageWords } from './wage-words.ts'

export type WagePageView = {
  readonly code: string
  readonly form: FormState
  readonly countries: readonly Option[]
  readonly found?: {
    readonly conclusion: Conclusion<WagesAnswer>
    readonly words: WageWords
    readonly compared: 'same' | 'different' | 'alone'
  }
}

type Props = { readonly frame: StaffFrame; readonly view: WagePageView }

function Amounts({ frame, view: { form, countries } }: Props) {
  const words = frame.t.kerjaUpah
  const choice = optionsOf({ unknown: words.unknown, yes: words.yes, no: words.no })
  const field = (name: string, label: string, hint?: string) => (
    <TextField form={form} name={name} label={label} {...(hint ? { hint } : {})} />
  )
  return (
    <>
      <fieldset class="grid2">
        <legend>{words.time}</legend>
        {field('from', words.from, words.dateHint)}
        {field('until', words.until)}
        {field('months', words.months)}
        <Select form={form} name="place" label={words.place} options={countries} empty="" />
        <Select
          form={form}
          name="sector"
          label={words.sector}
          options={optionsOf(frame.t.kerjaKode.sector)}
          empty=""
        />
        <Select form={form} name="contract" label={words.contract} options={choice} />
        {field('signedOn', words.signedOn)}
      </fieldset>
      <fieldset class="grid2">
        <legend>{words.pay}</legend>
        {field('currency', words.currency, words.currencyHint)}
        {field('promised', words.promised)}
        {field('agreed', words.agreed)}
        {field('market', words.market)}
        {field('marketSource', words.marketSource)}
      </fieldset>
      <fieldset class="grid2">
        <legend>{words.received}</legend>
        {field('paidWorker', words.paidWorker)}
        {field('paidOther', words.paidOther)}
        {field('deductedLawful', words.deductedLawful)}
        {field('deductedUnclear', words.deductedUnclear)}
      </fieldset>
      <fieldset class="grid2">
        <legend>{words.more}</legend>
        {field('restDays', words.restDays)}
        {field('overtimeHours', words.overtimeHours)}
        {field('overtimeHourly', words.overtimeHourly)}
        {field('leaveDays', words.leaveDays)}
        <Select form={form} name="foodGiven" label={words.foodGiven} options={choice} />
        {field('endPayments', words.endPayments)}
        {field('counterClaim', words.counterClaim)}
        {field('rate', words.rate)}
        {field('rateOn', words.rateOn)}
        {field('rateSource', words.rateSource)}
      </fieldset>
    </>
  )
}

function Entries(props: {
  readonly frame: StaffFrame
  readonly title: string
  readonly entries: readonly Entry[]
  readonly words: WageWords
}) {
  if (props.entries.length === 0) return null
  const { notVerified } = props.frame.t.kerjaUpah
  return (
    <section>
      <h3>{props.title}</h3>
      <ul>
        {props.entries.map(({ rule, citation }) => (
          <li>
            {props.words.rule(rule)}{' '}
            <small>
              {props.words.instrument(citation.instrument)}
              {citation.article === '-' ? '' : `, ${citation.article}`}
              {citation.confidence === 'unverified' ? ` (${notVerified})` : ''}
            </small>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Found({
  frame,
  found,
}: {
  readonly frame: StaffFrame
  readonly found: NonNullable<WagePageView['found']>
}) {
  const words = frame.t.kerjaUpah
  const { conclusion, compared } = found
  const { answer } = conclusion
  return (
    <section class="panel" aria-label={words.sheet}>
      <h2>{words.sheet}</h2>
      {compared === 'same' && <Notice kind="good" lead={words.same} role="status" />}
      {compared === 'different' && <Notice kind="care" lead={words.different} role="status" />}
      {typeof answer === 'string' ? (
        <p>{words.notEnough}</p>
      ) : (
        <WageSheets frame={frame} answer={answer} words={found.words} />
      )}
      <Entries frame={frame} title={words.rules} entries={conclusion.fired} words={found.words} />
      <Entries frame={frame} title={words.opposed} entries={conclusion.against} words={found.words} />
      {conclusion.nextQuestions.length > 0 && (
        <section>
          <h3>{words.ask}</h3>
          <ul>
            {conclusion.nextQuestions.map((each) => (
              <li>{each[frame.lang]}</li>
            ))}
          </ul>
        </section>
      )}
      <p>{words.byHand}</p>
    </section>
  )
}

export function WagePage({ frame, view }: Props) {
  const words = frame.t.kerjaUpah
  return (
    <StaffPage frame={frame} current="cases" title={words.title} form={view.form}>
      <Head
        title={words.title}
        crumbs={
          <a href={casePath(frame, view.code)} class="code">
            {view.code}
          </a>
        }
        context={words.about}
      />
      <div class="body">
        <ErrorSummary frame={frame} form={view.form} />
        {view.found && <Found frame={frame} found={view.found} />}
        <form method="post" action={casePath(frame, view.code, '/upah')} class="stack">
          <Amounts frame={frame} view={view} />
          <fieldset>
            <legend>{words.again}</legend>
            <TextField form={view.form} name="check" label={words.check} hint={words.againHint} />
          </fieldset>
          <p class="buttons">
            <Button kind="main">{words.count}</Button>
          </p>
        </form>
      </div>
    </StaffPage>
  )
}
