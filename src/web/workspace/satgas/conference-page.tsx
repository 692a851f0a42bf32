/** A case conference: agenda in order, who came by body, minutes, decisions that become tasks. */
import { ATTENDANCES, CANCELLED_BECAUSE, ITEM_KINDS, MEMBER_PARTS } from '#src/domain/task-force/codes.ts'
import type {
  Decision,
  Item,
  MemberRow,
  OpenedConference,
  TaskForceRow,
} from '#src/modules/task-force/index.ts'
import { formatInstant } from '#src/texts/dates.ts'
import {
  Button,
  ErrorSummary,
  Hidden,
  Notice,
  Select,
  TextArea,
  TextField,
  type Option,
} from '#src/web/ui/staff/form.tsx'
import { at, type FormState, type StaffFrame } from '#src/web/ui/staff/frame.ts'
import { StateTag } from '#src/web/ui/staff/marks.tsx'
import { Head, StaffPage } from '#src/web/ui/staff/shell.tsx'
import { Decisions } from './board-page.tsx'
import { day, DECISION_TONE, isLateDecision, SATGAS, satgasHref } from './satgas-words.ts'

export type ConferenceView = OpenedConference & {
  readonly findings: readonly Option[]
  readonly form: FormState
}
type Props = { readonly frame: StaffFrame; readonly view: ConferenceView }

const optionsIn = <T extends string>(
  codes: readonly T[],
  words: Readonly<Record<T, string>>,
): readonly Option[] => codes.map((value) => ({ value, label: words[value] }))

function path(frame: StaffFrame, view: ConferenceView, rest = ''): string {
  return satgasHref(frame, `${view.taskForce.id}/rapat/${view.conference.id}${rest}`)
}

function Crumbs({ frame, taskForce }: { readonly frame: StaffFrame; readonly taskForce: TaskForceRow }) {
  return (
    <>
      <a href={at(frame, SATGAS)}>{frame.t.kerjaSatgas.title}</a>
      {' / '}
      <a href={satgasHref(frame, taskForce.id)}>{taskForce.name}</a>
    </>
  )
}

export function ConferencePage({ frame, view }: Props) {
  const words = frame.t.kerjaSatgas
  const { conference } = view
  const title = words.conference(formatInstant(conference.held_at, frame.zone, frame.lang))
  const runs = view.runs === 'runs'
  return (
    <StaffPage frame={frame} current="task-force" title={title} form={view.form}>
      <Head
        title={title}
        crumbs={<Crumbs frame={frame} taskForce={view.taskForce} />}
        context={[conference.words?.place, conference.words?.note].filter(Boolean).join('. ')}
        tags={
          <StateTag
            tone={conference.state === 'held' ? 'done' : conference.state === 'planned' ? 'run' : 'stop'}
          >
            {words.conferenceState[conference.state]}
          </StateTag>
        }
      />
      <div class="body">
        <ErrorSummary frame={frame} form={view.form} />
        {conference.cancelled_because && (
          <Notice kind="plain" lead={words.cancelled[conference.cancelled_because]} />
        )}
        <Agenda frame={frame} view={view} />
        <Decisions frame={frame} decisions={view.decisions} />
        {conference.state === 'planned' && <AddItem frame={frame} view={view} />}
        <Attendance frame={frame} view={view} />
        {runs && conference.state === 'planned' && <End frame={frame} view={view} />}
      </div>
    </StaffPage>
  )
}

function Agenda({ frame, view }: Props) {
  const words = frame.t.kerjaSatgas
  return (
    <section class="stack">
      <h2>{words.agenda}</h2>
      <p class="small">{words.hiddenItems}</p>
      {view.items.length === 0 && <p>{words.noItems}</p>}
      <ol class="rows">
        {view.items.map((item, index) => (
          <li>
            <StateTag tone="plain">{words.itemKind[item.kind]}</StateTag>
            <div>
              <h3>
                <a href={path(frame, view, `/butir/${item.id}`)}>{item.topic}</a>{' '}
                {item.code && <span class="code">{item.code}</span>}
              </h3>
              <p class="under">
                {item.by_name}. {item.minutes === '' ? words.noMinutes : words.minutes}
              </p>
            </div>
            {view.runs === 'runs' && view.conference.state === 'planned' && index > 0 && (
              <form method="post" action={path(frame, view, `/butir/${item.id}`)}>
                <Hidden values={{ version: String(item.version) }} />
                <Button name="do" value="up">
                  {words.up}
                  <span class="hidden">: {item.topic}</span>
                </Button>
              </form>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}

function AddItem({ frame, view }: Props) {
  const words = frame.t.kerjaSatgas
  const { form } = view
  return (
    <form method="post" action={path(frame, view)} class="stack panel">
      <h2>{words.addItem}</h2>
      <Select
        form={form}
        name="kind"
        label={words.kindField}
        options={optionsIn(ITEM_KINDS, words.itemKind)}
      />
      <TextField form={form} name="topic" label={words.topicField} wide="wide" />
      <Select
        form={form}
        name="entry"
        label={words.entryField}
        options={view.entries.map(({ id, code }) => ({ value: id, label: code }))}
        empty="–"
      />
      <Select form={form} name="finding" label={words.findingField} options={view.findings} empty="–" />
      <p class="buttons">
        <Button name="do" value="item">
          {words.addItem}
        </Button>
      </p>
    </form>
  )
}

function Attendance({ frame, view }: Props) {
  const words = frame.t.kerjaSatgas
  const runs = view.runs === 'runs' && view.conference.state !== 'cancelled'
  if (!runs)
    return (
      <section class="stack">
        <h2>{words.col.attendance}</h2>
        <ul>
          {view.attendance.map((row) => (
            <li>
              {row.name}: {words.attendance[row.attendance]}
            </li>
          ))}
        </ul>
      </section>
    )
  const values = Object.fromEntries(view.attendance.map((row) => [`hadir.${row.org_id}`, row.attendance]))
  return (
    <form method="post" action={path(frame, view)} class="stack panel">
      <h2>{words.noteAttendance}</h2>
      <p class="small">{words.attendanceHint}</p>
      {view.attendance.map((row) => (
        <Select
          form={{ values, problems: [] }}
          name={`hadir.${row.org_id}`}
          label={row.name}
          options={optionsIn(ATTENDANCES, words.attendance)}
        />
      ))}
      <p class="buttons">
        <Button name="do" value="attendance">
          {words.save}
        </Button>
      </p>
    </form>
  )
}

function End({ frame, view }: Props) {
  const words = frame.t.kerjaSatgas
  return (
    <form method="post" action={path(frame, view)} class="stack panel">
      <h2>{words.heldButton}</h2>
      <Hidden values={{ version: String(view.conference.version) }} />
      <Select
        form={view.form}
        name="because"
        label={words.cancelField}
        options={optionsIn(CANCELLED_BECAUSE, words.cancelled)}
        empty="–"
      />
      <p class="buttons">
        <Button kind="main" name="do" value="held">
          {words.heldButton}
        </Button>
        <Button name="do" value="cancelled">
          {words.cancelButton}
        </Button>
      </p>
    </form>
  )
}

/** One item: its minutes and its decisions. */
export function ItemPage({ frame, view, item }: Props & { readonly item: Item }) {
  const words = frame.t.kerjaSatgas
  const runs = view.runs === 'runs' && view.conference.state !== 'cancelled'
  const action = path(frame, view, `/butir/${item.id}`)
  return (
    <StaffPage frame={frame} current="task-force" title={item.topic} form={view.form}>
      <Head
        title={item.topic}
        crumbs={
          <>
            <Crumbs frame={frame} taskForce={view.taskForce} />
            {' / '}
            <a href={path(frame, view)}>
              {words.conference(formatInstant(view.conference.held_at, frame.zone, frame.lang))}
            </a>
          </>
        }
        context={item.code}
        tags={<StateTag tone="plain">{words.itemKind[item.kind]}</StateTag>}
      />
      <div class="body">
        <ErrorSummary frame={frame} form={view.form} />
        {item.kind === 'conflict' && (
          <p>
            <a href={at(frame, '/kerja/pengaturan/kewenangan')}>{words.conflicts}</a>
          </p>
        )}
        <section class="stack">
          <h2>{words.minutes}</h2>
          <p class="quote">{item.minutes === '' ? words.noMinutes : item.minutes}</p>
        </section>
        <Decisions frame={frame} decisions={view.decisions.filter((each) => each.item_id === item.id)} />
        {runs && (
          <form method="post" action={action} class="stack panel">
            <h2>{words.minutes}</h2>
            <Hidden values={{ version: String(item.version) }} />
            <TextArea form={view.form} name="minutes" label={words.minutesField} rows={6} />
            <p class="buttons">
              <Button name="do" value="minutes">
                {words.save}
              </Button>
            </p>
          </form>
        )}
        {runs && <Decide frame={frame} view={view} action={action} version={item.version} />}
      </div>
    </StaffPage>
  )
}

function Decide({
  frame,
  view,
  action,
  version,
}: Props & { readonly action: string; readonly version: number }) {
  const words = frame.t.kerjaSatgas
  return (
    <form method="post" action={action} class="stack panel">
      <h2>{words.decide}</h2>
      <Hidden values={{ version: String(version) }} />
      <TextArea form={view.form} name="decision" label={words.decisionField} rows={2} />
      <Select
        form={view.form}
        name="body"
        label={words.bodyField}
        options={view.members.map(({ id, name }) => ({ value: id, label: name }))}
        empty="–"
      />
      <TextField form={view.form} name="dueOn" label={words.dueField} hint={words.dueHint} type="date" />
      <p class="buttons">
        <Button kind="main" name="do" value="decide">
          {words.decideButton}
        </Button>
      </p>
    </form>
  )
}

export type TaskView = {
  readonly task: Decision
  readonly form: FormState
  /** What this reader may say about it. */
  readonly answers: readonly ('done' | 'not-done' | 'set-aside')[]
}

export function TaskPage({ frame, view }: { readonly frame: StaffFrame; readonly view: TaskView }) {
  const words = frame.t.kerjaSatgas
  const { task } = view
  return (
    <StaffPage frame={frame} current="task-force" title={words.task} form={view.form}>
      <Head
        title={words.task}
        crumbs={<a href={at(frame, SATGAS)}>{words.title}</a>}
        context={task.task_force}
        tags={<StateTag tone={DECISION_TONE[task.state]}>{words.decisionState[task.state]}</StateTag>}
      />
      <div class="body">
        <ErrorSummary frame={frame} form={view.form} />
        <p class="quote">{task.text}</p>
        <p>
          {words.taskFor(task.body)}, {words.col.due} {day(frame, task.due_on)}{' '}
          {isLateDecision(frame, task) && <StateTag tone="stop">{words.late}</StateTag>}
        </p>
        <p class="small">{words.dueHint}</p>
        {task.outcome && <p class="quote">{task.outcome}</p>}
        {task.state === 'open' && view.answers.length > 0 && (
          <form method="post" action={satgasHref(frame, `tugas/${task.id}`)} class="stack panel">
            <h2>{words.answer}</h2>
            <Hidden values={{ version: String(task.version) }} />
            <Select
              form={view.form}
              name="state"
              label={words.stateField}
              options={view.answers.map((value) => ({ value, label: words.decisionState[value] }))}
            />
            <TextArea form={view.form} name="outcome" label={words.outcomeField} rows={3} />
            <p class="buttons">
              <Button kind="main">{words.save}</Button>
            </p>
          </form>
        )}
      </div>
    </StaffPage>
  )
}

export type MembersView = {
  readonly taskForce: TaskForceRow
  readonly members: readonly MemberRow[]
  readonly others: readonly Option[]
  readonly form: FormState
}

export function MembersPage({ frame, view }: { readonly frame: StaffFrame; readonly view: MembersView }) {
  const words = frame.t.kerjaSatgas
  const action = satgasHref(frame, `${view.taskForce.id}/anggota`)
  return (
    <StaffPage frame={frame} current="task-force" title={words.members} form={view.form}>
      <Head title={words.members} crumbs={<Crumbs frame={frame} taskForce={view.taskForce} />} />
      <div class="body">
        <ErrorSummary frame={frame} form={view.form} />
        <ul class="rows">
          {view.members.map((row) => (
            <li>
              <StateTag tone={row.until === null ? 'run' : 'done'}>{words.part[row.part]}</StateTag>
              <div>
                <h3>{row.name}</h3>
                <p class="under">
                  {words.col.since} {day(frame, row.since)}
                  {row.until && `, ${words.col.until} ${day(frame, row.until)}`}
                </p>
              </div>
              {row.until === null && (
                <form method="post" action={action}>
                  <Hidden values={{ body: row.org_id }} />
                  <Button name="do" value="end">
                    {words.endMember}
                    <span class="hidden">: {row.name}</span>
                  </Button>
                </form>
              )}
            </li>
          ))}
        </ul>
        <form method="post" action={action} class="stack panel">
          <h2>{words.addMember}</h2>
          <Select form={view.form} name="body" label={words.bodyField} options={view.others} empty="–" />
          <Select
            form={view.form}
            name="part"
            label={words.partField}
            options={optionsIn(MEMBER_PARTS, words.part).toReversed()}
          />
          <TextField form={view.form} name="since" label={words.sinceField} type="date" />
          <p class="buttons">
            <Button kind="main" name="do" value="add">
              {words.addMember}
            </Button>
          </p>
        </form>
      </div>
    </StaffPage>
  )
}
