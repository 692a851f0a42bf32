/** The wage sheet: a form, and under it the sheet in up to four scenarios. Printed as it stands; kept only when asked. */
import type { Conclusion } from '#src/domain/rulebook/conclusion.ts'
import type { WagesAnswer } from '#src/domain/rulebook/wages/wages-answer.ts'
import { printScript } from '#src/web/ui/staff/assets.ts'
import {
  Button,
  ErrorSummary,
  Hidden,
  Notice,
  optionsOf,
  Select,
  TextField,
  type Option,
  PrintButton,
} from '#src/web/ui/staff/form.tsx'
import type { FormState, StaffFrame } from '#src/web/ui/staff/frame.ts'
import { Head, StaffPage } from '#src/web/ui/staff/shell.tsx'
import type { ChapterWords } from '#src/web/chapter-words.ts'
import { casePath } from '../case-head.tsx'
import { RuleEntries } from '../rule-entries.tsx'
import { WageRecount, type RecountView } from './wage-recount.tsx'
import { CrewRows, DeductionRows, PaymentRows } from './wage-row-fields.tsx'
import { WageSheets } from './wage-sheets.tsx'

export type WagePageView = {
  readonly code: string
  readonly form: FormState
  readonly countries: readonly Option[]
  readonly words: ChapterWords
  /** Of the sheet that the body keeps; 0 when none is kept. */
  readonly version: number
  readonly recount?: RecountView
  /** A colleague kept another sheet meanwhile. */
  readonly stale?: 'stale'
  readonly found?: {
    readonly conclusion: Conclusion<WagesAnswer>
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
      <PaymentRows frame={frame} form={form} />
      <DeductionRows frame={frame} form={form} />
      <CrewRows frame={frame} form={form} />
      <fieldset class="grid2">
        <legend>{words.more}</legend>
        {field('restDays', words.restDays)}
        {field('restDaysMonth', words.restDaysMonth)}
        {field('hoursPerWeek', words.hoursPerWeek)}
        {field('overtimeHours', words.overtimeHours)}
        {field('overtimeHoursMonth', words.overtimeHoursMonth)}
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

function Found({
  frame,
  found,
  chapter,
}: {
  readonly frame: StaffFrame
  readonly found: NonNullable<WagePageView['found']>
  readonly chapter: ChapterWords
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
        <WageSheets frame={frame} answer={answer} words={chapter} />
      )}
      <RuleEntries frame={frame} title={words.rules} entries={conclusion.fired} words={chapter} />
      <RuleEntries frame={frame} title={words.opposed} entries={conclusion.against} words={chapter} />
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
    <StaffPage
      frame={frame}
      current="cases"
      title={words.title}
      form={view.form}
      scripts={[printScript().path]}
    >
      <Head
        title={words.title}
        crumbs={
          <a href={casePath(frame, view.code)} class="code">
            {view.code}
          </a>
        }
        context={words.about}
      />
      <PrintButton label={frame.t.kerjaUmum.print} />
      <div class="body">
        <ErrorSummary frame={frame} form={view.form} />
        {view.stale && <Notice kind="care" lead={words.stale} role="alert" />}
        {view.recount && <WageRecount frame={frame} words={view.words} recount={view.recount} />}
        {view.found && <Found frame={frame} found={view.found} chapter={view.words} />}
        <form method="post" action={casePath(frame, view.code, '/upah')} class="stack">
          <Hidden values={{ version: String(view.version) }} />
          <Amounts frame={frame} view={view} />
          <fieldset>
            <legend>{words.again}</legend>
            <TextField form={view.form} name="check" label={words.check} hint={words.againHint} />
          </fieldset>
          <p class="buttons">
            <Button kind="main">{words.count}</Button>
            <Button name="do" value="keep">
              {words.keep}
            </Button>
          </p>
        </form>
      </div>
    </StaffPage>
  )
}
