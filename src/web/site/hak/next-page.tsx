/** What happens after a report: two plain questions, then the standard steps. Answers travel in the form alone. */
import { WHAT_HAPPENED, type WhatHappened } from '#src/domain/reports/report.ts'
import type { OfficeView, StepView } from '#src/web/standard-steps-view.ts'
import { href } from '#src/web/ui/href.ts'
import { Icon } from '#src/web/ui/icons.tsx'
import {
  Choice,
  ErrorSummary,
  Group,
  HiddenFields,
  SelectField,
  type Option,
} from '#src/web/ui/public/form-parts.tsx'
import { PublicPage, type PageFrame } from '#src/web/ui/public/layout.tsx'
import { ICON_OF } from '../lapor/questions/question-what.tsx'
import { LawDetails } from './law-details.tsx'

export type PlainProblem = Exclude<WhatHappened, 'lain'>
export const PLAIN_PROBLEMS = WHAT_HAPPENED.filter((each): each is PlainProblem => each !== 'lain')
export const NEXT_PATH = '/sesudah-lapor'
const COUNTRY_UNKNOWN = ''

export type NextQuestionProps = PageFrame & {
  readonly problem?: 'missing'
  readonly chosen?: PlainProblem
}

export function NextWhatPage({ lang, t, demo, problem, chosen }: NextQuestionProps) {
  const words = t.langkahKasus.next
  const wrong = problem === undefined ? undefined : words.chooseWhat
  return (
    <PublicPage
      lang={lang}
      t={t}
      demo={demo}
      title={t.situs.titles.form}
      path={NEXT_PATH}
      hasProblems={wrong !== undefined}
    >
      <a class="back" href={href(lang, '/')}>
        <Icon name="kembali" />
        {t.situs.back}
      </a>
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <ErrorSummary
        title={t.situs.problemTitle}
        problems={wrong === undefined ? [] : [{ field: 'apa', message: wrong }]}
      />
      <form method="post" action={href(lang, NEXT_PATH)}>
        <p class="small">{words.step(1)}</p>
        <Group id="apa" legend={<h2>{words.what}</h2>} {...(wrong !== undefined && { problem: wrong })}>
          <div class="choices tiles">
            {PLAIN_PROBLEMS.map((code) => (
              <Choice
                type="radio"
                name="apa"
                option={{ value: code, label: t.lapor.what.choices[code] }}
                checked={code === chosen}
                icon={ICON_OF[code]}
              />
            ))}
          </div>
        </Group>
        <div class="buttons">
          <button class="button" name="go" value="country">
            {t.situs.next}
          </button>
        </div>
      </form>
    </PublicPage>
  )
}

export type NextCountryProps = PageFrame & {
  readonly what: PlainProblem
  readonly countries: readonly Option[]
}

export function NextCountryPage({ lang, t, demo, what, countries }: NextCountryProps) {
  const words = t.langkahKasus.next
  const unknown = { value: COUNTRY_UNKNOWN, label: words.unknown }
  return (
    <PublicPage lang={lang} t={t} demo={demo} title={t.situs.titles.form}>
      <form method="post" action={href(lang, NEXT_PATH)}>
        <HiddenFields fields={[['apa', what]]} />
        <h1>{words.country}</h1>
        <p class="small">{words.step(2)}</p>
        <SelectField
          id="negara"
          name="negara"
          label={words.country}
          value={COUNTRY_UNKNOWN}
          options={[unknown, ...countries]}
        />
        <div class="buttons row">
          <button class="button" name="go" value="steps">
            {words.show}
          </button>
          <button class="button quiet" name="go" value="what">
            {words.change}
          </button>
        </div>
      </form>
    </PublicPage>
  )
}

export type NextStepsProps = PageFrame & {
  readonly what: PlainProblem
  readonly steps: readonly StepView[]
  /** Missing when it is not known or at sea. */
  readonly country?: { readonly name: string; readonly abroad: 'abroad' | 'home' }
  readonly offices: readonly OfficeView[]
}

export function NextStepsPage(props: NextStepsProps) {
  const { lang, t, demo, what, steps, country, offices } = props
  const words = t.langkahKasus.next
  const checked = offices.length > 0 || steps.some((step) => step.differences.length > 0)
  return (
    <PublicPage lang={lang} t={t} demo={demo} title={t.situs.titles.page}>
      <form method="post" action={href(lang, NEXT_PATH)}>
        <HiddenFields fields={[['apa', what]]} />
        <button class="back" name="go" value="what">
          <Icon name="kembali" />
          {words.change}
        </button>
      </form>
      <h1>{t.lapor.what.choices[what]}</h1>
      <p class="lead">
        {country && `${words.in(country.name)} `}
        {words.order}
      </p>
      {country?.abroad === 'abroad' && !checked && <p>{words.notChecked}</p>}
      <h2>{words.result}</h2>
      <ol class="rules">
        {steps.map((step) => (
          <Step t={t} step={step} />
        ))}
      </ol>
      {offices.length > 0 && <Offices t={t} offices={offices} />}
      <p class="small">{words.silent}</p>
      <div class="buttons row">
        <a class="button" href={href(lang, '/lapor')}>
          {words.report}
        </a>
        <a class="button quiet" href={href(lang, '/hak')}>
          {words.rights}
        </a>
      </div>
    </PublicPage>
  )
}

function Step({ t, step }: { readonly t: PageFrame['t']; readonly step: StepView }) {
  const words = t.langkahKasus.next
  return (
    <li>
      <h3>{step.who}</h3>
      <p>{step.says}</p>
      <p class="small">
        {words.paper}: {step.paper ?? words.noPaper}.
      </p>
      <p class="small">
        {words.due}: {step.due}
      </p>
      {step.differences.length > 0 && (
        <>
          <strong>{words.there}</strong>
          <ul class="plain">
            {step.differences.map((each) => (
              <li>
                {each.for !== undefined && `${each.for}: `}
                {each.says}
              </li>
            ))}
          </ul>
        </>
      )}
      <LawDetails t={t} law={[...step.law, ...step.differences.flatMap((each) => each.law)]} />
    </li>
  )
}

function Offices({ t, offices }: { readonly t: PageFrame['t']; readonly offices: readonly OfficeView[] }) {
  const words = t.langkahKasus.next
  return (
    <>
      <h2>{words.offices}</h2>
      <ul class="rules">
        {offices.map((office) => (
          <li>
            <strong>{office.name}</strong>
            <p>{office.for}</p>
            <p class="small">{words.officeSource(office.source)}</p>
          </li>
        ))}
      </ul>
    </>
  )
}
