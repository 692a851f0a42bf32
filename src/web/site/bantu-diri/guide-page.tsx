/** One question of a guide. Back and skip are buttons, so that nothing answered is lost. */
import { href } from '#src/web/ui/href.ts'
import { Icon } from '#src/web/ui/icons.tsx'
import {
  Choices,
  ErrorSummary,
  Group,
  HiddenFields,
  problemOf,
  SelectField,
  TextField,
  type FieldProblem,
  type Option,
} from '#src/web/ui/public/form-parts.tsx'
import { PublicPage, type PageFrame } from '#src/web/ui/public/layout.tsx'
import { fieldsOf, hiddenFor, LONGEST_TEXT, optionsOf, wordsOf, type Answers, type Guide } from './guide.ts'

export type GuidePageProps = PageFrame & {
  readonly guide: Guide
  readonly step: number
  readonly answers: Answers
  readonly countries: readonly Option[]
  /** Fields that hold no number. */
  readonly wrong?: readonly string[]
}

export function GuidePage(props: GuidePageProps) {
  const { lang, t, demo, guide, answers, wrong = [] } = props
  const path = `/${guide.name}` as const
  const words = t.bantuDiri
  const number = props.step + 1
  const step = guide.steps[props.step]
  if (step === undefined) throw new Error(`${guide.name} has no step ${props.step}`)
  const fields = fieldsOf(t, guide, step, answers)
  const own = fields.map((each) => each.value)
  // Sixteen amounts may stand on one page: each problem says which.
  const problems = wrong.map((field) => {
    const label = fields.find((each) => each.value === field)?.label
    if (field === 'tahun-minta') return { field, message: words.biaya.badYear }
    if (field === 'bulan-minta') return { field, message: words.biaya.badMonth }
    return {
      field,
      message: words.notANumber(label, step.id === 'lama' || step.id === 'bulan' ? 24 : 1_500_000),
    }
  })
  const blank = props.step === 0 && Object.keys(answers).length === 0
  return (
    <PublicPage
      lang={lang}
      t={t}
      demo={demo}
      title={t.situs.titles.form}
      path={blank ? path : undefined}
      hasProblems={problems.length > 0}
    >
      {/* Enter must go on, not back: a browser takes the first submit button of the form. */}
      <button class="hidden" form="f" name="go" value="next" tabindex={-1} aria-hidden="true">
        {t.situs.next}
      </button>
      <Back {...props} />
      <p class="small">{words.step(number, guide.steps.length)}</p>
      <ErrorSummary title={t.situs.problemTitle} problems={problems} />
      <form method="post" action={href(lang, path)} id="f">
        <HiddenFields fields={[['step', String(props.step)], ...hiddenFor(answers, own)]} />
        <Question {...props} problems={problems} />
        <div class="buttons row">
          <button class="button" name="go" value="next">
            {t.situs.next}
          </button>
          <button class="button quiet" name="go" value="skip">
            {t.situs.skipQuestion}
          </button>
        </div>
      </form>
      {props.step === 0 && <p class="small">{words[guide.name].lead}</p>}
      <p class="small">{words.nothingKept}</p>
    </PublicPage>
  )
}

function Back({ lang, t, step }: GuidePageProps) {
  if (step === 0)
    return (
      <a class="back" href={href(lang, '/')}>
        <Icon name="kembali" />
        {t.situs.back}
      </a>
    )
  return (
    <button class="back" form="f" name="go" value="back">
      <Icon name="kembali" />
      {t.situs.back}
    </button>
  )
}

function Question(props: GuidePageProps & { readonly problems: readonly FieldProblem[] }) {
  const { t, guide, answers, problems } = props
  const step = guide.steps[props.step]
  if (step === undefined) return <></>
  const words = wordsOf(t, guide, step)
  const hint = words.hint === '' ? undefined : words.hint
  const title = <h1>{words.ask}</h1>
  if (step.kind === 'country')
    return (
      <>
        {title}
        <SelectField
          id={step.id}
          name={step.id}
          label={t.bantuDiri.country}
          hint={hint}
          value={answers[step.id]?.[0]}
          options={[{ value: '', label: t.lapor.where.choose }, ...props.countries]}
        />
      </>
    )
  if (step.kind === 'text')
    return (
      <>
        {title}
        <TextField
          id={step.id}
          name={step.id}
          label={t.bantuDiri.nameLabel}
          hint={hint}
          maxlength={LONGEST_TEXT}
          value={answers[step.id]?.[0]}
        />
      </>
    )
  if (step.kind === 'numbers' || step.kind === 'amounts')
    return (
      <>
        {title}
        {hint !== undefined && <p class="hint">{hint}</p>}
        {fieldsOf(t, guide, step, answers).map(({ value, label }) => (
          <TextField
            id={value}
            name={value}
            label={label}
            numeric
            maxlength={20}
            value={answers[value]?.[0]}
            problem={problemOf(problems, value)}
          />
        ))}
      </>
    )
  return (
    <Group id={step.id} legend={title} hint={hint}>
      <Choices
        type={step.kind === 'one' ? 'radio' : 'checkbox'}
        name={step.id}
        chosen={answers[step.id] ?? []}
        options={optionsOf(words)}
      />
    </Group>
  )
}
