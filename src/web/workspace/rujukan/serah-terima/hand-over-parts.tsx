/** Parts of the hand-over pages: who does what, the answers to each task, the timeline that both sides read. */
import { CERTAINTIES } from '#src/domain/cases/codes.ts'
import { TASK_ANSWERS, type TaskStanding } from '#src/domain/referrals/hand-over.ts'
import {
  Button,
  Hidden,
  optionsOf,
  Radios,
  Select,
  TextArea,
  TextField,
  type Option,
} from '#src/web/ui/staff/form.tsx'
import { at, type FormState, type StaffFrame } from '#src/web/ui/staff/frame.ts'
import { Clock, StateTag, When, type ClockView, type Tone } from '#src/web/ui/staff/marks.tsx'
import { CellName, Table } from '#src/web/ui/staff/table.tsx'

export type TaskView = {
  readonly code: string
  readonly need: string
  readonly asked?: string
  readonly standing: TaskStanding
  readonly owner: string
  /** What was not taken, with who holds it. */
  readonly rest?: string
  readonly reason?: string
  readonly clock?: ClockView
  readonly version: string
  readonly open?: 'open'
}

export type FactView = {
  readonly id: string
  readonly when: string
  readonly text: string
  readonly body: string
  readonly at: Date
  readonly corrects?: string
}

export type FactsView = {
  readonly entries: readonly FactView[]
  readonly state: 'running' | 'ended' | 'not-yet'
  /** Tasks that are alive, by their referral's code. */
  readonly tasks: readonly Option[]
  /** Where a fact is posted; undefined for who may not write. */
  readonly action?: string
}

const TONE: Record<TaskStanding, Tone> = {
  waiting: 'wait',
  taken: 'run',
  'taken-in-part': 'run',
  done: 'done',
  refused: 'stop',
  back: 'stop',
}

export function WhoDoesWhat(props: {
  readonly frame: StaffFrame
  readonly tasks: readonly TaskView[]
  readonly kept: readonly string[]
  readonly sender: string
}) {
  const { frame } = props
  const words = frame.t.kerjaBerbagi.handOver
  const { col } = words
  return (
    <section class="stack">
      <h2>{words.summary}</h2>
      <Table
        caption={words.summary}
        columns={[col.task, col.standing, col.owner, col.rest].map((label) => ({ label }))}
      >
        {props.tasks.map((task) => (
          <tr>
            <th scope="row">
              <a href={at(frame, `/kerja/rujukan/${task.code}`)}>{task.need}</a>
              <small class="code"> {task.code}</small>
            </th>
            <td>
              <CellName of={col.standing} />
              <StateTag tone={TONE[task.standing]}>{words.standing[task.standing]}</StateTag>{' '}
              {task.clock && <Clock frame={frame} clock={task.clock} />}{' '}
              {task.reason && <small>{task.reason}</small>}
            </td>
            <td>
              <CellName of={col.owner} />
              {task.owner}
            </td>
            <td>
              <CellName of={col.rest} />
              {task.rest ?? '–'}
            </td>
          </tr>
        ))}
        {props.kept.map((need) => (
          <tr>
            <th scope="row">{need}</th>
            <td>
              <CellName of={col.standing} />
              {words.stays}
            </td>
            <td>
              <CellName of={col.owner} />
              {props.sender}
            </td>
            <td>
              <CellName of={col.rest} />–
            </td>
          </tr>
        ))}
      </Table>
    </section>
  )
}

/** Fields for each task: <code>.version, .answer, .part, .restWords, .reason, .words, .better. */
export function AnswerTasks(props: {
  readonly frame: StaffFrame
  readonly action: string
  readonly tasks: readonly TaskView[]
  readonly otherBodies: readonly Option[]
  readonly form: FormState
}) {
  const { frame, form } = props
  const words = frame.t.kerjaBerbagi.handOver
  const open = props.tasks.filter((task) => task.open)
  if (open.length === 0) return null
  return (
    <form method="post" action={props.action} class="stack" id="tasks">
      <h2>{words.answerTitle}</h2>
      <p class="hint">{words.answerHint}</p>
      {open.map((task) => (
        <fieldset class="panel stack">
          <legend>{task.need}</legend>
          <Hidden values={{ [`${task.code}.version`]: task.version }} />
          {task.asked && <p class="quote">{task.asked}</p>}
          <Radios
            form={form}
            name={`${task.code}.answer`}
            label={words.answerOf(task.need)}
            options={TASK_ANSWERS.map((value) => ({ value, label: words.answers[value] }))}
          />
          <details
            open={form.problems.some((each) => each.path.startsWith(`${task.code}.`)) ? true : undefined}
          >
            <summary>
              {words.answers['accept-part']} / {words.answers.reject}
            </summary>
            <TextField form={form} name={`${task.code}.part`} label={words.part} wide="wide" />
            <TextField form={form} name={`${task.code}.restWords`} label={words.rest} wide="wide" />
            <Select
              form={form}
              name={`${task.code}.reason`}
              label={frame.t.kerjaRujukan.refuseWhy}
              options={optionsOf(frame.t.kerjaRujukan.refuseReason)}
              empty={frame.t.kerjaUmum.choose}
            />
            <TextField form={form} name={`${task.code}.words`} label={words.why} wide="wide" />
            <Select
              form={form}
              name={`${task.code}.better`}
              label={frame.t.kerjaRujukan.better}
              options={props.otherBodies}
              empty={frame.t.kerjaUmum.unknown}
            />
          </details>
        </fieldset>
      ))}
      <p class="buttons">
        <Button kind="main">{words.save}</Button>
      </p>
    </form>
  )
}

/** Fields: task, date, text, certainty, corrects. */
export function SharedFacts(props: {
  readonly frame: StaffFrame
  readonly facts: FactsView
  readonly form: FormState
}) {
  const { frame, facts, form } = props
  const words = frame.t.kerjaBerbagi.sharedFacts
  const hint = { running: words.hint, ended: words.ended, 'not-yet': words.notYet }[facts.state]
  return (
    <section class="stack">
      <h2>{words.title}</h2>
      <p class="hint">{hint}</p>
      {facts.entries.length === 0 ? (
        <p class="small">{words.none}</p>
      ) : (
        <ol class="deadlines">
          {facts.entries.map((entry) => (
            <li>
              <strong>
                {entry.when && `${entry.when}: `}
                {entry.text}
              </strong>
              <small>
                {entry.corrects && `${words.correcting(entry.corrects)} `}
                {entry.body}, <When frame={frame} at={entry.at} />
              </small>
            </li>
          ))}
        </ol>
      )}
      {facts.action && facts.state === 'running' && (
        <form method="post" action={facts.action} class="panel stack">
          <h3>{words.add}</h3>
          {facts.tasks.length > 1 ? (
            <Select form={form} name="task" label={words.task} options={facts.tasks} />
          ) : (
            <Hidden values={{ task: facts.tasks[0]?.value ?? '' }} />
          )}
          <TextArea form={form} name="text" label={words.text} rows={2} />
          <div class="grid2">
            <TextField form={form} name="date" label={words.date} hint={words.dateHint} />
            <Select
              form={form}
              name="certainty"
              label={words.certainty}
              options={CERTAINTIES.map((value) => ({ value, label: frame.t.kerjaKode.certainty[value] }))}
            />
          </div>
          <Select
            form={form}
            name="corrects"
            label={words.corrects}
            options={facts.entries.map((entry) => ({ value: entry.id, label: entry.text.slice(0, 80) }))}
            empty={words.correctsNone}
          />
          <p class="buttons">
            <Button>{words.add}</Button>
          </p>
        </form>
      )}
    </section>
  )
}
