/** One page, because a family often writes with a helper beside them: a name and a place are enough. */
import { REPORTER_RELATIONS } from '#src/domain/reports/report.ts'
import { href } from '#src/web/ui/href.ts'
import { Icon } from '#src/web/ui/icons.tsx'
import {
  Choices,
  ErrorSummary,
  Group,
  HiddenFields,
  problemOf,
  SelectField,
  TextArea,
  TextField,
  type FieldProblem,
  type Option,
} from '#src/web/ui/public/form-parts.tsx'
import { PublicPage, type PageFrame } from '#src/web/ui/public/layout.tsx'
import { Ticks } from '#src/web/ui/public/lists.tsx'
import { DangerNotice } from '../lapor/danger-notice.tsx'
import { COUNTRY_UNKNOWN, DANGER_ANSWERS } from '../lapor/fields.ts'
import {
  FAMILY_FIELDS,
  FAMILY_KEEP_FROM,
  FAMILY_WHAT,
  familyText,
  type FamilyField,
  type FamilyForm,
  type FamilyProblem,
} from './family-fields.ts'

export type KeluargaPageProps = PageFrame & {
  readonly form: FamilyForm
  /** Idempotency key of this report. */
  readonly requestKey: string
  readonly problems?: readonly FamilyProblem[]
  readonly countries: readonly Option[]
}

type PartProps = KeluargaPageProps & { readonly fieldProblems: readonly FieldProblem[] }

export function KeluargaPage(props: KeluargaPageProps) {
  const { lang, t, demo, requestKey, problems = [] } = props
  const fieldProblems = problems.map((problem) => ({
    field: problem.field,
    message: sentence(props, problem),
  }))
  const parts = { ...props, fieldProblems }
  return (
    <PublicPage
      lang={lang}
      t={t}
      demo={demo}
      title={t.situs.titles.form}
      path="/keluarga"
      hasProblems={problems.length > 0}
    >
      <a class="back" href={href(lang, '/')}>
        <Icon name="kembali" />
        {t.situs.back}
      </a>
      <ErrorSummary title={t.situs.problemTitle} problems={fieldProblems} />
      <h1>{t.keluarga.title}</h1>
      <p class="lead">{t.keluarga.lead}</p>
      <form method="post" action={href(lang, '/keluarga')}>
        <HiddenFields fields={[['key', requestKey]]} />
        <Person {...parts} />
        <Place {...parts} />
        <Story {...parts} />
        <You {...parts} />
        <KeepFrom {...parts} />
        <h2>{t.keluarga.toldTitle}</h2>
        <Ticks yes={t.keluarga.told} no={t.keluarga.toldNot} />
        <div class="buttons">
          <button class="button">{t.keluarga.send}</button>
        </div>
      </form>
    </PublicPage>
  )
}

function Person(props: PartProps) {
  const words = props.t.keluarga
  return (
    <Group id="who" legend={<h2>{words.personTitle}</h2>}>
      <Words {...props} name="names" label={words.names} hint={words.namesHint} />
      <Words {...props} name="village" label={words.village} />
      <Words {...props} name="born" label={words.born} hint={words.bornHint} />
      <Words {...props} name="departed" label={words.departed} hint={words.departedHint} />
      <Words {...props} name="recruiter" label={words.recruiter} hint={words.recruiterHint} />
      <Words {...props} name="employer" label={words.employer} />
    </Group>
  )
}

function Place(props: PartProps) {
  const { t, form, countries } = props
  const words = t.keluarga
  return (
    <Group id="place" legend={<h2>{words.placeTitle}</h2>}>
      <SelectField
        id="place.country"
        name="place.country"
        label={words.country}
        value={familyText(form, 'place.country')}
        options={[
          { value: '', label: words.chooseCountry },
          ...countries,
          { value: COUNTRY_UNKNOWN, label: t.situs.unknown },
        ]}
      />
      <Words {...props} name="place.words" label={words.words} />
      <Words {...props} name="lastContact" label={words.lastContact} hint={words.lastContactHint} />
    </Group>
  )
}

function Story(props: PartProps) {
  const { t, form, fieldProblems } = props
  const words = t.keluarga
  return (
    <>
      <Group id="what" legend={<h2>{words.whatTitle}</h2>}>
        <Choices
          type="checkbox"
          name="what"
          chosen={form.what}
          options={FAMILY_WHAT.map((value) => ({ value, label: words.what[value] }))}
        />
      </Group>
      <TextArea
        id="story"
        name="story"
        label={words.story}
        hint={words.storyHint}
        value={familyText(form, 'story')}
        problem={problemOf(fieldProblems, 'story')}
      />
      <Group id="danger" legend={<h2>{words.danger}</h2>}>
        <Choices
          type="radio"
          name="danger"
          chosen={form.danger}
          options={DANGER_ANSWERS.map((value) => ({ value, label: words.dangerAnswers[value] }))}
        />
      </Group>
      <DangerNotice
        lang={props.lang}
        t={t}
        country={familyText(form, 'place.country')}
        numbers={[]}
        className="if-now"
      />
    </>
  )
}

function You(props: PartProps) {
  const { t, form } = props
  const contact = t.lapor.contact
  return (
    <Group id="you" legend={<h2>{t.keluarga.youTitle}</h2>} hint={contact.whoHint}>
      <Words {...props} name="reporterName" label={contact.myName} />
      <SelectField
        id="reporterRelation"
        name="reporterRelation"
        label={contact.relation}
        value={familyText(form, 'reporterRelation')}
        options={[
          { value: '', label: contact.chooseRelation },
          ...REPORTER_RELATIONS.filter((relation) => relation !== 'self').map((value) => ({
            value,
            label: contact.relations[value],
          })),
        ]}
      />
      <Group
        id="safeContact.ways"
        legend={<strong class="title">{contact.title}</strong>}
        hint={contact.hint}
      >
        <Choices
          type="checkbox"
          name="safeContact.ways"
          chosen={form['safeContact.ways']}
          options={(['this-page-only', 'whatsapp', 'sms', 'phone', 'email'] as const).map((value) => ({
            value,
            label: contact.ways[value],
          }))}
        />
      </Group>
      <Words {...props} name="safeContact.value" label={contact.value} hint={contact.valueHint} />
      <Words {...props} name="safeContact.hours" label={contact.hours} hint={contact.hoursHint} />
    </Group>
  )
}

function KeepFrom({ t, form }: PartProps) {
  const words = t.lapor.share
  return (
    <Group id="keepFrom" legend={<h2>{words.keepFrom}</h2>} hint={words.keepFromHint}>
      <Choices
        type="checkbox"
        name="keepFrom"
        chosen={form.keepFrom}
        options={FAMILY_KEEP_FROM.map((value) => ({ value, label: t.keluarga.keepFrom[value] }))}
      />
    </Group>
  )
}

type WordsProps = PartProps & { readonly name: FamilyField; readonly label: string; readonly hint?: string }

function Words({ form, fieldProblems, name, label, hint }: WordsProps) {
  return (
    <TextField
      id={name}
      name={name}
      label={label}
      hint={hint}
      value={familyText(form, name)}
      problem={problemOf(fieldProblems, name)}
      maxlength={FAMILY_FIELDS[name].longest}
    />
  )
}

function sentence({ t }: KeluargaPageProps, problem: FamilyProblem): string {
  if (problem.code === 'too-long') return t.lapor.problems['too-long'](problem.longest)
  if (problem.code === 'contact-missing') return t.lapor.problems['contact-missing']()
  return t.keluarga.problems[problem.code]
}
