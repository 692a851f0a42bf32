/** The standard steps of the case's types and country, as a checklist; each can become a task. */
import { stepDueAt } from '#src/domain/rulebook/steps/step-due.ts'
import type { StandardStep } from '#src/domain/rulebook/steps/standard-steps.ts'
import { isCaseType } from '#src/domain/cases/case-types.ts'
import { isUrgency } from '#src/domain/cases/urgency.ts'
import { parsePartialDate, isExactDay } from '#src/domain/kernel/partial-date.ts'
import type { CaseFile, NewTask } from '#src/modules/cases/index.ts'
import { workPlaceOf } from '#src/modules/desks/index.ts'
import { InvalidInputError } from '#src/platform/errors.ts'
import { loadRulebook } from '#src/platform/rulebook.ts'
import { loadStandardSteps } from '#src/platform/standard-steps.ts'
import {
  stepTitle,
  stepView,
  stepViews,
  type CaseStepsView,
  type StepReader,
  type StepView,
} from '#src/web/standard-steps-view.ts'
import type { FormValues } from '#src/web/form-values.ts'
import type { StaffReq } from '#src/web/http.ts'
import { Button, Hidden, Notice } from '#src/web/ui/staff/form.tsx'
import type { StaffFrame } from '#src/web/ui/staff/frame.ts'
import { Table } from '#src/web/ui/staff/table.tsx'
import { countryName } from '../casework.ts'
import { casePath } from './case-head.tsx'
import type { CaseView } from './case-view.ts'

export function stepsOfCase(frame: StaffFrame, file: CaseFile): CaseStepsView {
  const { case_types: types, country } = file.row
  return {
    steps: stepViews(readerOf(frame), types.filter(isCaseType), country ?? undefined),
    ...(country !== null && { country: countryName(frame.lang, country, frame.t) }),
  }
}

type Props = {
  readonly frame: StaffFrame
  readonly view: CaseView
  readonly steps: CaseStepsView
  /** Titles of the case's tasks, open and done. */
  readonly taken: readonly string[]
}

export function CaseSteps({ frame, view, steps: { steps, country }, taken }: Props) {
  const words = frame.t.langkahKasus.staff
  return (
    <section class="stack" id="langkah">
      <h2>{words.title}</h2>
      <p class="hint">{steps.length === 0 ? words.noType : words.hint}</p>
      {steps.length > 0 && country === undefined && <Notice kind="plain" lead={words.noCountry} />}
      {steps.length > 0 && (
        <Table
          caption={words.title}
          columns={[{ label: words.step }, { label: words.dueAndLaw }, { label: words.make, quiet: 'quiet' }]}
        >
          {steps.map((step) => (
            <tr>
              <th scope="row">
                {stepTitle(step)}
                <small>
                  <br />
                  {words.paper}: {step.paper ?? frame.t.langkahKasus.next.noPaper}. {words.phase}:{' '}
                  {step.phase}.
                </small>
                <Differences frame={frame} step={step} country={country} />
              </th>
              <td>
                {step.due}
                <small>
                  <br />
                  {step.law.length === 0 ? frame.t.langkahKasus.noLaw : step.law.join('; ')}
                </small>
              </td>
              <td>
                <MakeTask frame={frame} view={view} step={step} taken={taken} />
              </td>
            </tr>
          ))}
        </Table>
      )}
    </section>
  )
}

function Differences(props: {
  readonly frame: StaffFrame
  readonly step: StepView
  readonly country: string | undefined
}) {
  const { frame, step, country } = props
  const words = frame.t.langkahKasus.staff
  if (country === undefined || step.varies === 'nowhere') return <></>
  if (step.differences.length === 0) return <small>{words.notChecked(country)}</small>
  return (
    <details>
      <summary>
        {words.there(country)} ({step.differences.length})
      </summary>
      <ul>
        {step.differences.map((each) => (
          <li>
            {each.for !== undefined && `${each.for}: `}
            {each.says} <small>{each.law.join('; ')}</small>
          </li>
        ))}
      </ul>
    </details>
  )
}

function MakeTask({ frame, view, step, taken }: Omit<Props, 'steps'> & { readonly step: StepView }) {
  const words = frame.t.langkahKasus.staff
  if (taken.includes(stepTitle(step))) return <small>{words.made}</small>
  if (!view.may.includes('add')) return <></>
  return (
    <form method="post" action={casePath(frame, view.head.code, '/tugas')} class="stack">
      <Hidden values={{ step: step.id, urgency: view.head.urgency }} />
      {step.after !== undefined && (
        <p>
          <label for={`since-${step.id}`}>{words.since(step.after)}</label>
          <input type="date" id={`since-${step.id}`} name="since" />
        </p>
      )}
      <Button>
        {words.make}
        <span class="hidden">: {stepTitle(step)}</span>
      </Button>
    </form>
  )
}

/** The task that a step becomes; its title, deadline and source come from the data, never from the form. */
export function taskOfStep(req: StaffReq, form: FormValues, code: string): NewTask {
  const id = form.one('step')
  const step = loadStandardSteps().steps.find((each) => each.id === id)
  const reader = readerOf({ lang: req.lang, t: req.t, now: req.platform.clock() })
  const shown = stepView(reader, id)
  const urgency = form.one('urgency')
  const since = parsePartialDate(form.one('since'))
  if (step === undefined || shown === undefined)
    throw new InvalidInputError([{ path: 'step', code: 'kind.unknown' }])
  if (!isUrgency(urgency)) throw new InvalidInputError([{ path: 'urgency', code: 'urgency.unknown' }])
  if (form.one('since') !== '' && (since === undefined || !isExactDay(since)))
    throw new InvalidInputError([{ path: 'due', code: 'date.not-understood' }])
  return {
    code,
    kind: 'other',
    title: stepTitle(shown),
    urgency,
    dueAt: stepDueAt(step.due, {
      now: req.platform.clock(),
      urgency,
      place: workPlaceOf(req.who.org),
      ...(since !== undefined && { since }),
    }),
    source: sourceOf(step),
  }
}

/** The article behind the deadline, as tasks name it; our own target where no law gives one. */
function sourceOf({ due }: StandardStep): string {
  const cited = due.kind === 'law' ? due.basis[0] : undefined
  if (cited === undefined) return 'internal-target'
  const short = loadRulebook().instruments.get(cited.instrument)?.short ?? cited.instrument
  return cited.article === '-' ? short : `${short}:${cited.article.replace(/^Pasal /, '')}`
}

function readerOf(frame: Pick<StaffFrame, 'lang' | 't' | 'now'>): StepReader {
  return { lang: frame.lang, t: frame.t, asOf: frame.now.toISOString().slice(0, 10) }
}
