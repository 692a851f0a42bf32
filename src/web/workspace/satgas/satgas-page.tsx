/** The room of task forces: mine, the tasks of my body, and the way to requests between States. */
import { MEMBER_PARTS, runsTaskForce, TASK_FORCE_LEVELS } from '#src/domain/task-force/codes.ts'
import type { Decision, TaskForceRow } from '#src/modules/task-force/index.ts'
import { Button, ErrorSummary, Notice, Select, TextField } from '#src/web/ui/staff/form.tsx'
import { at, type FormState, type StaffFrame } from '#src/web/ui/staff/frame.ts'
import { StateTag } from '#src/web/ui/staff/marks.tsx'
import { Head, StaffPage } from '#src/web/ui/staff/shell.tsx'
import { day, isLateDecision, SATGAS, satgasHref } from './satgas-words.ts'

export type SatgasView = {
  readonly taskForces: readonly TaskForceRow[]
  readonly tasks: readonly Decision[]
  readonly form: FormState
  readonly mayRead?: 'may-read'
  readonly mayCreate?: 'may-create'
  readonly mayMla?: 'may-mla'
}
type Props = { readonly frame: StaffFrame; readonly view: SatgasView }

export function SatgasPage({ frame, view }: Props) {
  const words = frame.t.kerjaSatgas
  return (
    <StaffPage frame={frame} current="task-force" title={words.title} form={view.form}>
      <Head title={words.title} context={words.context} />
      <div class="body">
        <ErrorSummary frame={frame} form={view.form} />
        {view.taskForces.length === 0 && <Notice kind="plain" icon="info" lead={words.none} />}
        <ul class="rows">
          {view.taskForces.map((row) => (
            <TaskForceLine frame={frame} view={view} row={row} />
          ))}
          {view.mayMla && (
            <li>
              <span></span>
              <div>
                <h3>
                  <a href={at(frame, '/kerja/mla')}>{words.mla}</a>
                </h3>
                <p class="under">{words.mlaHint}</p>
              </div>
            </li>
          )}
        </ul>
        <Tasks frame={frame} tasks={view.tasks} />
        {view.mayCreate && <Create frame={frame} form={view.form} />}
      </div>
    </StaffPage>
  )
}

function TaskForceLine({ frame, view, row }: Props & { readonly row: TaskForceRow }) {
  const words = frame.t.kerjaSatgas
  return (
    <li>
      <StateTag tone="plain">{words.level[row.level]}</StateTag>
      <div>
        <h3>{view.mayRead ? <a href={satgasHref(frame, row.id)}>{row.name}</a> : row.name}</h3>
        <p class="under">
          {row.part && words.part[row.part]}. {words.source(row.source, day(frame, row.source_on))}
        </p>
      </div>
    </li>
  )
}

export function Tasks({ frame, tasks }: { readonly frame: StaffFrame; readonly tasks: readonly Decision[] }) {
  const words = frame.t.kerjaSatgas
  return (
    <section class="stack">
      <h2>{words.myTasks}</h2>
      {tasks.length === 0 && <p class="small">{words.noTasks}</p>}
      <ul class="rows">
        {tasks.map((task) => (
          <li>
            <StateTag tone={isLateDecision(frame, task) ? 'stop' : 'run'}>
              {isLateDecision(frame, task) ? words.late : words.decisionState.open}
            </StateTag>
            <div>
              <h3>
                <a href={satgasHref(frame, `tugas/${task.id}`)}>{task.text}</a>
              </h3>
              <p class="under">
                {words.col.due} {day(frame, task.due_on)}, {task.task_force}
              </p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Create({ frame, form }: { readonly frame: StaffFrame; readonly form: FormState }) {
  const words = frame.t.kerjaSatgas
  return (
    <form method="post" action={at(frame, SATGAS)} class="stack panel">
      <h2>{words.create}</h2>
      <p class="small">{words.createHint}</p>
      <Select
        form={form}
        name="level"
        label={words.levelField}
        options={TASK_FORCE_LEVELS.map((value) => ({ value, label: words.level[value] }))}
        empty="–"
      />
      <TextField form={form} name="name" label={words.nameField} wide="wide" />
      <TextField form={form} name="basis" label={words.basisField} hint={words.basisHint} wide="wide" />
      <TextField form={form} name="source" label={words.sourceField} wide="wide" />
      <TextField form={form} name="sourceOn" label={words.sourceOnField} type="date" />
      <Select
        form={form}
        name="part"
        label={words.partField}
        options={MEMBER_PARTS.filter(runsTaskForce).map((value) => ({ value, label: words.part[value] }))}
        empty="–"
      />
      <p class="buttons">
        <Button kind="main">{words.save}</Button>
      </p>
    </form>
  )
}
