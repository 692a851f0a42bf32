/** The interview at the desk as one form: who, how, twelve questions, what was seen. It asks for nothing that is no sign. */
import { UNKNOWN_REASONS } from '#src/domain/kernel/answer.ts'
import {
  COMPANIES,
  DESK_QUESTIONS,
  INTERPRETERS,
  type DeskQuestion,
} from '#src/domain/immigration/interview.ts'
import { DESK_SIGNS, SIGN_ANSWERS } from '#src/domain/immigration/signs.ts'
import type { ZoneReading } from '#src/modules/immigration/index.ts'
import {
  Button,
  ErrorSummary,
  fieldId,
  Hidden,
  Notice,
  optionsOf,
  Radios,
  Select,
  TextArea,
  TextField,
} from '#src/web/ui/staff/form.tsx'
import { at, type FormState, type StaffFrame } from '#src/web/ui/staff/frame.ts'
import { StaffPage } from '#src/web/ui/staff/shell.tsx'
import { DESK, DeskHead } from './desk-head.tsx'

export type InterviewFormView = {
  readonly form: FormState
  readonly zone?: ZoneReading
  /** Set for another interview of the same traveller. */
  readonly again?: { readonly id: string; readonly version: number }
}

type Props = { readonly frame: StaffFrame; readonly view: InterviewFormView }

export function InterviewPage({ frame, view }: Props) {
  const words = frame.t.kerjaImigrasi
  const { form, again } = view
  const title = again ? words.form.again : words.form.title
  const action = again ? (`${DESK}/${again.id}/wawancara` as const) : (`${DESK}/baru` as const)
  return (
    <StaffPage frame={frame} current="immigration" title={title} form={form}>
      <DeskHead frame={frame} title={title} context={words.form.intro} />
      <div class="body">
        <ErrorSummary frame={frame} form={form} />
        {view.zone && <ZoneNotice frame={frame} zone={view.zone} />}
        <form method="post" action={at(frame, action)} class="stack">
          {again && <Hidden values={{ version: String(again.version), encounter: again.id }} />}
          <Notice kind="care" lead={words.form.never} />
          <Who frame={frame} view={view} />
          <How frame={frame} form={form} />
          <Questions frame={frame} form={form} />
          <Signs frame={frame} form={form} />
          <TextArea form={form} name="note" label={words.form.note} rows={2} />
          <p class="buttons">
            <Button kind="main" accesskey="s">
              {words.form.save}
            </Button>
          </p>
        </form>
      </div>
    </StaffPage>
  )
}

function ZoneNotice({ frame, zone }: { readonly frame: StaffFrame; readonly zone: ZoneReading }) {
  const words = frame.t.kerjaImigrasi.zone
  if (zone.kind === 'unreadable')
    return <Notice kind="danger" lead={words.unreadable[zone.code]} role="alert" />
  if (zone.problems.length === 0) return <Notice kind="good" lead={words.done} role="status" />
  return (
    <Notice kind="care" lead={words.wrong} role="status">
      <ul>
        {zone.problems.map(({ field, code }) => (
          <li>
            {words.field[field]}: {words.code[code]}
          </li>
        ))}
      </ul>
      {words.notGuilt}
    </Notice>
  )
}

function Who({ frame, view: { form } }: Props) {
  const words = frame.t.kerjaImigrasi.form
  return (
    <section class="stack">
      <h2>{words.who}</h2>
      <TextArea form={form} name="zone" label={words.zone} hint={words.zoneHint} rows={2} />
      <p class="buttons">
        <Button formaction={at(frame, `${DESK}/baca-zona`)}>{words.readZone}</Button>
      </p>
      <TextField form={form} name="traveller.name" label={words.name} wide="wide" />
      <TextField form={form} name="traveller.documentNumber" label={words.documentNumber} size={20} />
      <TextField form={form} name="traveller.issuer" label={words.issuer} hint={words.issuerHint} size={4} />
      <TextField form={form} name="traveller.expires" label={words.expires} hint={words.dateHint} size={14} />
      <TextField form={form} name="traveller.born" label={words.born} hint={words.dateHint} size={14} />
      <TextField form={form} name="traveller.years" label={words.years} inputmode="numeric" size={4} />
    </section>
  )
}

function How({ frame, form }: { readonly frame: StaffFrame; readonly form: FormState }) {
  const all = frame.t.kerjaImigrasi
  return (
    <section class="stack">
      <h2>{all.form.how}</h2>
      <Select
        form={form}
        name="language"
        label={all.form.language}
        options={optionsOf(all.languages)}
        empty="–"
      />
      <Radios
        form={form}
        name="interpreter"
        label={all.form.interpreter}
        options={INTERPRETERS.map((value) => ({ value, label: all.interpreter[value] }))}
        cols="cols"
      />
      <Radios
        form={form}
        name="company"
        label={all.form.company}
        options={COMPANIES.map((value) => ({ value, label: all.company[value] }))}
        cols="cols"
      />
      <TextField form={form} name="travelOn" label={all.form.travelOn} hint={all.form.dateHint} size={14} />
    </section>
  )
}

function Questions({ frame, form }: { readonly frame: StaffFrame; readonly form: FormState }) {
  const words = frame.t.kerjaImigrasi
  return (
    <section class="stack">
      <h2>{words.form.questions}</h2>
      <p class="hint">{words.form.questionsHint}</p>
      {DESK_QUESTIONS.map((question) => (
        <div class="stack tight-gap">
          <TextField form={form} name={`answers.${question}`} label={words.question[question]} wide="wide" />
          <WhyNot frame={frame} form={form} question={question} />
        </div>
      ))}
    </section>
  )
}

/** Two small boxes below an answer: does not know, or will not say. Neither ticked and no words: not asked. */
function WhyNot(props: {
  readonly frame: StaffFrame
  readonly form: FormState
  readonly question: DeskQuestion
}) {
  const words = props.frame.t.kerjaImigrasi
  const name = `why.${props.question}`
  return (
    <fieldset class="field choices cols">
      <legend class="hidden">{`${words.form.noAnswer}: ${words.question[props.question]}`}</legend>
      <div class="set">
        {UNKNOWN_REASONS.filter((reason) => reason !== 'not-asked').map((reason) => (
          <label>
            <input
              type="radio"
              id={`${fieldId(name)}-${reason}`}
              name={name}
              value={reason}
              checked={props.form.values[name] === reason || props.form.values[name]?.[0] === reason}
            />
            <span>{words.why[reason]}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

function Signs({ frame, form }: { readonly frame: StaffFrame; readonly form: FormState }) {
  const words = frame.t.kerjaImigrasi
  return (
    <section class="stack">
      <h2>{words.form.signs}</h2>
      <p class="hint">{words.form.signsHint}</p>
      {DESK_SIGNS.map((sign) => (
        <Radios
          form={form}
          name={`signs.${sign}`}
          label={words.sign[sign]}
          options={SIGN_ANSWERS.filter((answer) => answer !== 'not-asked').map((value) => ({
            value,
            label: words.signAnswer[value],
          }))}
          cols="cols"
        />
      ))}
    </section>
  )
}
