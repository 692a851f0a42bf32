import { REPORT_LIMITS } from '#src/domain/reports/report-rules.ts'
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
  type Option,
} from '#src/web/ui/public/form-parts.tsx'
import { PublicPage, type PageFrame } from '#src/web/ui/public/layout.tsx'
import { Ticks } from '#src/web/ui/public/lists.tsx'
import { DANGER_ANSWERS } from '../lapor/fields.ts'
import { INFO_CONCERNS, INFO_READERS, LONGEST_WHEN, type InfoForm, type InfoProblem } from './info-fields.ts'

export type InfoPageProps = PageFrame & {
  readonly form: InfoForm
  readonly requestKey: string
  readonly countries: readonly Option[]
  readonly problems?: readonly InfoProblem[]
}

export function InfoPage(props: InfoPageProps) {
  const { lang, t, demo, form } = props
  const words = t.info
  const problems = problemsOf(props)
  return (
    <PublicPage
      lang={lang}
      t={t}
      demo={demo}
      title={t.situs.titles.form}
      path="/info"
      hasProblems={problems.length > 0}
    >
      <a class="back" href={href(lang, '/')}>
        <Icon name="kembali" />
        {t.situs.back}
      </a>
      <ErrorSummary title={t.situs.problemTitle} problems={problems} />
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <form method="post" action={href(lang, '/info')}>
        <HiddenFields fields={[['key', props.requestKey]]} />
        <TextArea
          id="story"
          name="story"
          label={words.what}
          hint={words.whatHint}
          value={form.story}
          problem={problemOf(problems, 'story')}
        />
        <SelectField
          id="place.country"
          name="place.country"
          label={t.lapor.where.country}
          value={form.country}
          options={[{ value: '', label: t.lapor.where.choose }, ...props.countries]}
        />
        <TextField
          id="place.words"
          name="place.words"
          label={words.where}
          hint={words.whereHint}
          value={form.words}
          problem={problemOf(problems, 'place.words')}
          maxlength={REPORT_LIMITS['place.words']}
        />
        <TextField
          id="when"
          name="when"
          label={words.when}
          hint={words.whenHint}
          value={form.when}
          problem={problemOf(problems, 'when')}
          maxlength={LONGEST_WHEN}
        />
        <Group id="concerns" legend={<h2>{words.concerns}</h2>} hint={words.concernsHint}>
          <Choices
            type="checkbox"
            name="concerns"
            chosen={form.concerns}
            options={INFO_CONCERNS.map((value) => ({ value, label: words.concerned[value] }))}
          />
        </Group>
        <Group id="danger" legend={<h2>{words.danger}</h2>}>
          <Choices
            type="radio"
            name="danger"
            chosen={[form.danger]}
            options={DANGER_ANSWERS.map((value) => ({ value, label: t.lapor.danger[value] }))}
          />
        </Group>
        <Group id="reader" legend={<h2>{words.reader}</h2>}>
          <Choices
            type="radio"
            name="reader"
            chosen={[form.reader]}
            options={INFO_READERS.map((value) => ({ value, label: words.readers[value] }))}
          />
        </Group>
        <Ticks yes={words.can} no={words.cannot} />
        <div class="buttons">
          <button class="button">{t.situs.send}</button>
        </div>
      </form>
    </PublicPage>
  )
}

function problemsOf({ t, problems = [] }: InfoPageProps) {
  return problems.map(({ field, code }) => ({
    field,
    message:
      code === 'missing'
        ? t.info.whatMissing
        : t.lapor.problems['too-long'](field === 'when' ? LONGEST_WHEN : REPORT_LIMITS[field]),
  }))
}
