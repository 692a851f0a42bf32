/** The list of all bodies: codes, who leads which need, next date, blocker; what is past its date by body; members; conferences. */
import { runsTaskForce } from '#src/domain/task-force/codes.ts'
import {
  isLateWork,
  type Conference,
  type Decision,
  type EntryRow,
  type TaskForceBoard,
  type WorkRow,
} from '#src/modules/task-force/index.ts'
import { formatInstant } from '#src/texts/dates.ts'
import { Button, ButtonLink, ErrorSummary, TextField } from '#src/web/ui/staff/form.tsx'
import { at, type FormState, type StaffFrame } from '#src/web/ui/staff/frame.ts'
import { StateTag, UrgencyTag } from '#src/web/ui/staff/marks.tsx'
import { Head, StaffPage } from '#src/web/ui/staff/shell.tsx'
import { CellName, Table } from '#src/web/ui/staff/table.tsx'
import { isUrgency } from '#src/domain/cases/urgency.ts'
import {
  blockerWord,
  day,
  DECISION_TONE,
  isLateDecision,
  SATGAS,
  satgasHref,
  todayOf,
  workName,
  workState,
} from './satgas-words.ts'

export type BoardView = TaskForceBoard & {
  readonly conferences: readonly Conference[]
  readonly decisions: readonly Decision[]
  readonly form: FormState
  /** Cases can be opened from here by who works on cases. */
  readonly mayOpen?: 'may-open'
}
type Props = { readonly frame: StaffFrame; readonly view: BoardView }

export function BoardPage({ frame, view }: Props) {
  const words = frame.t.kerjaSatgas
  const { taskForce } = view
  return (
    <StaffPage frame={frame} current="task-force" title={taskForce.name} form={view.form}>
      <Head
        title={taskForce.name}
        crumbs={<a href={at(frame, SATGAS)}>{words.title}</a>}
        context={`${taskForce.basis}. ${words.source(taskForce.source, day(frame, taskForce.source_on))}`}
        tags={<StateTag tone="plain">{words.level[taskForce.level]}</StateTag>}
      >
        <ButtonLink href={satgasHref(frame, `${taskForce.id}/laporan`)}>{words.report}</ButtonLink>
        <ButtonLink href={at(frame, '/kerja/pengaturan/kewenangan')}>{words.conflicts}</ButtonLink>
      </Head>
      <div class="body">
        <ErrorSummary frame={frame} form={view.form} />
        <Cases frame={frame} view={view} />
        <Overdue frame={frame} view={view} />
        <Conferences frame={frame} view={view} />
        <Decisions frame={frame} decisions={view.decisions} />
        <Members frame={frame} view={view} />
      </div>
    </StaffPage>
  )
}

function Cases({ frame, view }: Props) {
  const words = frame.t.kerjaSatgas
  return (
    <section class="stack">
      <h2>{words.cases}</h2>
      <p class="small">
        {words.casesHint} {words.ourTarget}
      </p>
      {view.entries.length === 0 && <p>{words.noCases}</p>}
      {view.entries.map((entry) => (
        <Entry
          frame={frame}
          view={view}
          entry={entry}
          work={view.work.filter((row) => row.entry_id === entry.id)}
        />
      ))}
    </section>
  )
}

function Entry(props: Props & { readonly entry: EntryRow; readonly work: readonly WorkRow[] }) {
  const { frame, view, entry } = props
  const words = frame.t.kerjaSatgas
  const opens = entry.own_file && view.mayOpen
  return (
    <div class="stack">
      <h3>
        {opens ? (
          <a class="code" href={at(frame, `/kerja/kasus/${entry.code}`)}>
            {entry.code}
          </a>
        ) : (
          <span class="code">{entry.code}</span>
        )}{' '}
        {isUrgency(entry.urgency) && <UrgencyTag frame={frame} urgency={entry.urgency} />}
      </h3>
      <p class="small">
        {words.lead}: {entry.lead_name}. {words.basis[entry.basis]}, {words.broughtBy(entry.by_name)}.
        {entry.own_file && ` ${words.ownFile}.`}
      </p>
      {props.work.length > 0 && (
        <Table
          caption={entry.code}
          columns={[words.col.what, words.col.state, words.col.lead, words.col.next, words.col.blocker].map(
            (label) => ({ label }),
          )}
        >
          {props.work.map((row) => (
            <WorkLine frame={frame} row={row} />
          ))}
        </Table>
      )}
    </div>
  )
}

function WorkLine({ frame, row }: { readonly frame: StaffFrame; readonly row: WorkRow }) {
  const words = frame.t.kerjaSatgas
  return (
    <tr>
      <th scope="row">{workName(frame, row)}</th>
      <td>
        <CellName of={words.col.state} />
        {workState(frame, row)}
      </td>
      <td>
        <CellName of={words.col.lead} />
        {row.owner_name}
      </td>
      <td>
        <CellName of={words.col.next} />
        {row.next_on === null ? '–' : day(frame, row.next_on)}{' '}
        {isLateWork(row, todayOf(frame)) && <StateTag tone="stop">{words.late}</StateTag>}
      </td>
      <td>
        <CellName of={words.col.blocker} />
        {blockerWord(frame, row.blocker)}
      </td>
    </tr>
  )
}

function Overdue({ frame, view }: Props) {
  const words = frame.t.kerjaSatgas
  const late = view.work.filter((row) => isLateWork(row, todayOf(frame)))
  const open = view.decisions.filter((each) => each.state === 'open')
  const bodies = [...new Set([...late.map((row) => row.owner_name), ...open.map((each) => each.body)])]
  const count = (rows: readonly boolean[]): number => rows.filter(Boolean).length
  return (
    <section class="stack">
      <h2>{words.overdue}</h2>
      {bodies.length === 0 ? (
        <p class="small">{words.overdueNone}</p>
      ) : (
        <Table
          caption={words.overdue}
          columns={[
            { label: words.col.body },
            { label: words.col.late, align: 'num' },
            { label: words.col.tasks, align: 'num' },
            { label: words.col.lateTasks, align: 'num' },
          ]}
          kind="matrix"
        >
          {bodies.toSorted().map((body) => (
            <tr>
              <th scope="row">{body}</th>
              <td class="num">{count(late.map((row) => row.owner_name === body))}</td>
              <td class="num">{count(open.map((each) => each.body === body))}</td>
              <td class="num">
                {count(open.map((each) => each.body === body && isLateDecision(frame, each)))}
              </td>
            </tr>
          ))}
        </Table>
      )}
    </section>
  )
}

function Conferences({ frame, view }: Props) {
  const words = frame.t.kerjaSatgas
  return (
    <section class="stack">
      <h2>{words.conferences}</h2>
      {view.conferences.length === 0 && <p class="small">{words.noConferences}</p>}
      <ul class="rows">
        {view.conferences.map((each) => (
          <li>
            <StateTag tone={each.state === 'held' ? 'done' : each.state === 'planned' ? 'run' : 'stop'}>
              {words.conferenceState[each.state]}
            </StateTag>
            <div>
              <h3>
                <a href={satgasHref(frame, `${view.taskForce.id}/rapat/${each.id}`)}>
                  {words.conference(formatInstant(each.held_at, frame.zone, frame.lang))}
                </a>
              </h3>
              <p class="under">
                {each.words?.place} {words.col.items}: {each.items}
                {each.cancelled_because && `. ${words.cancelled[each.cancelled_because]}`}
              </p>
            </div>
          </li>
        ))}
      </ul>
      {runsTaskForce(view.taskForce.part) && (
        <form method="post" action={satgasHref(frame, `${view.taskForce.id}/rapat`)} class="stack panel">
          <h3>{words.plan}</h3>
          <TextField form={view.form} name="at" label={words.atField} type="datetime-local" />
          <TextField form={view.form} name="place" label={words.placeField} wide="wide" />
          <TextField form={view.form} name="note" label={words.noteField} wide="wide" />
          <p class="buttons">
            <Button>{words.plan}</Button>
          </p>
        </form>
      )}
    </section>
  )
}

export function Decisions(props: { readonly frame: StaffFrame; readonly decisions: readonly Decision[] }) {
  const { frame, decisions } = props
  const words = frame.t.kerjaSatgas
  return (
    <section class="stack">
      <h2>{words.decisions}</h2>
      {decisions.length === 0 && <p class="small">{words.noDecisions}</p>}
      <ul class="rows">
        {decisions.map((each) => (
          <li>
            <StateTag tone={DECISION_TONE[each.state]}>{words.decisionState[each.state]}</StateTag>
            <div>
              <h3>
                <a href={satgasHref(frame, `tugas/${each.id}`)}>{each.text}</a>{' '}
                {isLateDecision(frame, each) && <StateTag tone="stop">{words.late}</StateTag>}
              </h3>
              <p class="under">
                {words.taskFor(each.body)}, {words.col.due} {day(frame, each.due_on)}
                {each.answered_on && `, ${words.answered(day(frame, each.answered_on))}`}
                {each.outcome && `. ${each.outcome}`}
              </p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Members({ frame, view }: Props) {
  const words = frame.t.kerjaSatgas
  const { col } = words
  return (
    <section class="stack">
      <h2>{words.members}</h2>
      <Table
        caption={words.members}
        columns={[col.body, col.part, col.since, col.until].map((label) => ({ label }))}
      >
        {view.members.map((row) => (
          <tr>
            <th scope="row">{row.name}</th>
            <td>
              <CellName of={col.part} />
              {words.part[row.part]}
            </td>
            <td>
              <CellName of={col.since} />
              {day(frame, row.since)}
            </td>
            <td>
              <CellName of={col.until} />
              {row.until === null ? '–' : day(frame, row.until)}
            </td>
          </tr>
        ))}
      </Table>
      {runsTaskForce(view.taskForce.part) && (
        <p>
          <ButtonLink href={satgasHref(frame, `${view.taskForce.id}/anggota`)}>
            {words.changeMembers}
          </ButtonLink>
        </p>
      )}
    </section>
  )
}
