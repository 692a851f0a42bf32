import { CONTACT_WAYS, REPORTER_RELATIONS } from '#src/domain/reports/report.ts'
import { Choice, Choices, Group, problemOf, SelectField, TextField } from '#src/web/ui/public/form-parts.tsx'
import { CONTACT_UNKNOWN, REPORT_FIELDS, textOf, type ReportField, type ReportFieldRule } from '../fields.ts'
import type { QuestionProps } from './question.ts'

/** Being left alone stands first: it is the safest answer on a phone that others look at. */
const WAYS = [
  'this-page-only',
  ...CONTACT_WAYS.filter((way) => way !== 'this-page-only'),
  CONTACT_UNKNOWN,
] as const

export function QuestionContact(props: QuestionProps) {
  const { t, form } = props
  const words = t.lapor.contact
  return (
    <>
      <Group id="safeContact.ways" legend={<h1>{words.title}</h1>} hint={words.hint}>
        <Choices
          type="checkbox"
          name="safeContact.ways"
          chosen={form['safeContact.ways']}
          options={WAYS.map((value) => ({ value, label: words.ways[value] }))}
        />
      </Group>
      <Words {...props} name="safeContact.value" label={words.value} hint={words.valueHint} />
      <div class="choices or">
        <Choice
          type="checkbox"
          name="safeContact.callRule"
          option={{ value: 'do-not-call', label: words.doNotCall }}
          checked={form['safeContact.callRule'].length > 0}
        />
      </div>
      <Words {...props} name="safeContact.hours" label={words.hours} hint={words.hoursHint} />
      <Words {...props} name="safeContact.language" label={words.language} hint={words.languageHint} />
      <Names {...props} />
    </>
  )
}

function Names(props: QuestionProps) {
  const { t, form } = props
  const words = t.lapor.contact
  const own = (textOf(form, 'about') || 'myself') === 'myself'
  return (
    <Group id="who" legend={<h2>{words.whoTitle}</h2>} hint={words.whoHint}>
      <Words {...props} name="reporterName" label={words.myName} />
      {!own && (
        <>
          <SelectField
            id="reporterRelation"
            name="reporterRelation"
            label={words.relation}
            value={textOf(form, 'reporterRelation')}
            options={[
              { value: '', label: words.chooseRelation },
              ...REPORTER_RELATIONS.filter((relation) => relation !== 'self').map((value) => ({
                value,
                label: words.relations[value],
              })),
            ]}
          />
          <Words {...props} name="names" label={words.theirNames} hint={words.theirNamesHint} />
        </>
      )}
    </Group>
  )
}

type WordsProps = QuestionProps & {
  readonly name: Extract<ReportField, `safeContact.${string}` | 'names' | 'reporterName'>
  readonly label: string
  readonly hint?: string
}

function Words({ form, fieldProblems, name, label, hint }: WordsProps) {
  const rule: ReportFieldRule = REPORT_FIELDS[name]
  return (
    <TextField
      id={name}
      name={name}
      label={label}
      hint={hint}
      value={textOf(form, name)}
      problem={problemOf(fieldProblems, name)}
      maxlength={rule.longest}
    />
  )
}
