/** The report form: one question a page, everything may be skipped, earlier answers travel in hidden fields. */
import { href } from '#src/web/ui/href.ts'
import { Icon } from '#src/web/ui/icons.tsx'
import { ErrorSummary, HiddenFields, type Carried } from '#src/web/ui/public/form-parts.tsx'
import { PublicPage } from '#src/web/ui/public/layout.tsx'
import type { Texts } from '#src/texts/texts.ts'
import type { FormProblem } from './check-step.ts'
import { DangerNotice } from './danger-notice.tsx'
import { carriedAnswers, REPORT_STEPS, textOf, type ReportStep } from './fields.ts'
import type { LaporPageProps, QuestionProps } from './questions/question.ts'
import { QuestionContact } from './questions/question-contact.tsx'
import { QuestionDanger } from './questions/question-danger.tsx'
import { QuestionShare } from './questions/question-share.tsx'
import { QuestionWhat } from './questions/question-what.tsx'
import { QuestionWhere } from './questions/question-where.tsx'

const QUESTIONS = {
  what: QuestionWhat,
  where: QuestionWhere,
  danger: QuestionDanger,
  contact: QuestionContact,
  share: QuestionShare,
} as const satisfies Record<ReportStep, (props: QuestionProps) => unknown>

export function LaporPage(props: LaporPageProps) {
  const { lang, t, demo, step, form, problems = [] } = props
  const number = REPORT_STEPS.indexOf(step) + 1
  const Question = QUESTIONS[step]
  const fieldProblems = problems.map((problem) => ({ field: problem.field, message: sentence(t, problem) }))
  return (
    <PublicPage
      lang={lang}
      t={t}
      demo={demo}
      title={t.situs.titles.step(number)}
      path={step === 'what' && isBlank(props) ? '/lapor' : undefined}
      hasProblems={problems.length > 0}
    >
      {/* Enter must go on, not back: a browser takes the first submit button of the form. */}
      <button class="hidden" form="f" name="go" value="next" tabindex={-1} aria-hidden="true">
        {t.lapor.hiddenNext}
      </button>
      <BackControl {...props} />
      <p class="small">{t.lapor.step(number)}</p>
      <div class="progress" aria-hidden="true">
        {REPORT_STEPS.map((_, index) => (
          <i class={index < number ? 'on' : undefined} />
        ))}
      </div>
      <ErrorSummary title={t.situs.problemTitle} problems={fieldProblems} />
      {step !== 'danger' && number > 3 && textOf(form, 'danger') === 'now' && (
        <DangerNotice {...props} country={textOf(form, 'place.country')} />
      )}
      <form method="post" action={href(lang, '/lapor')} id="f">
        <HiddenFields fields={hidden(props)} />
        <Question {...props} fieldProblems={fieldProblems} />
        <div class="buttons row">
          <button class="button" name="go" value="next">
            {step === 'share' ? t.lapor.share.send : t.situs.next}
          </button>
          <button class="button quiet" name="go" value="skip">
            {step === 'share' ? t.lapor.share.skip : t.situs.skipQuestion}
          </button>
        </div>
      </form>
    </PublicPage>
  )
}

/** Back is a submit button, so that nothing typed is lost; on the first question it is the way home. */
function BackControl({ lang, t, step }: LaporPageProps) {
  if (step === 'what')
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

function hidden({ form, step, requestKey }: LaporPageProps): Carried {
  return [['key', requestKey], ['step', step], ...carriedAnswers(form, step)]
}

/** The other language is offered only while there is nothing to lose by going there. */
function isBlank({ form, step }: LaporPageProps): boolean {
  return carriedAnswers(form, step).length === 0
}

function sentence(t: Texts, { code, longest = 0 }: FormProblem): string {
  return t.lapor.problems[code](longest)
}
