/** Bringing a case before a task force: who would see it, what the person said about each, and on which ground. */
import { EXCEPTION_GROUNDS } from '#src/domain/referrals/exception.ts'
import { ENTRY_ENDINGS } from '#src/domain/task-force/codes.ts'
import type { BringingView } from '#src/modules/task-force/index.ts'
import {
  Button,
  Checkboxes,
  ErrorSummary,
  Notice,
  optionsOf,
  Select,
  TextArea,
} from '#src/web/ui/staff/form.tsx'
import type { FormState, StaffFrame } from '#src/web/ui/staff/frame.ts'
import { StateTag, When } from '#src/web/ui/staff/marks.tsx'
import { Head, StaffPage } from '#src/web/ui/staff/shell.tsx'
import { Table } from '#src/web/ui/staff/table.tsx'
import { casePath } from '../kasus/case-head.tsx'

export type BringView = Pick<BringingView, 'taskForces' | 'brought'> & {
  readonly code: string
  readonly form: FormState
  readonly mayBring?: 'may-bring'
  /** Without consent: only for who may review exceptions. */
  readonly mayExcept?: 'may-except'
}
type Props = { readonly frame: StaffFrame; readonly view: BringView }

export function BringPage({ frame, view }: Props) {
  const words = frame.t.kerjaSatgas
  return (
    <StaffPage frame={frame} current="cases" title={words.bring} form={view.form}>
      <Head
        title={words.bring}
        crumbs={
          <a href={casePath(frame, view.code)} class="code">
            {view.code}
          </a>
        }
        context={words.bringHint}
      />
      <div class="body">
        <ErrorSummary frame={frame} form={view.form} />
        <Brought frame={frame} view={view} />
        {view.mayBring ? (
          <>
            <Reach frame={frame} view={view} />
            <Bring frame={frame} view={view} />
          </>
        ) : (
          <Notice kind="plain" icon="info" lead={words.notLead} />
        )}
      </div>
    </StaffPage>
  )
}

function Reach({ frame, view }: Props) {
  const words = frame.t.kerjaSatgas
  return (
    <section class="stack">
      <h2>{words.reach}</h2>
      <p class="small">
        {words.reachHint} <a href={casePath(frame, view.code, '/persetujuan')}>{words.askConsent}</a>
      </p>
      {view.taskForces.length === 0 && <p>{words.none}</p>}
      {view.taskForces.map((taskForce) => (
        <Table
          caption={taskForce.name}
          columns={[{ label: taskForce.name }, { label: words.saidField }]}
          kind="matrix"
        >
          {taskForce.reach.map((each) => (
            <tr>
              <th scope="row">{each.name}</th>
              <td>
                <StateTag tone={each.said === 'yes' ? 'done' : each.said === 'not-asked' ? 'plain' : 'stop'}>
                  {words.said[each.said]}
                </StateTag>
              </td>
            </tr>
          ))}
        </Table>
      ))}
    </section>
  )
}

function Bring({ frame, view }: Props) {
  const words = frame.t.kerjaSatgas
  const there = new Set(view.brought.flatMap((each) => (each.ended_at ? [] : [each.task_force_id])))
  const others = view.taskForces.filter(({ id }) => !there.has(id))
  if (others.length === 0) return null
  return (
    <form method="post" action={casePath(frame, view.code, '/satgas')} class="stack panel">
      <h2>{words.bring}</h2>
      <Select
        form={view.form}
        name="taskForce"
        label={words.taskForceField}
        options={others.map(({ id, name }) => ({ value: id, label: name }))}
      />
      {view.mayExcept && (
        <>
          <Select
            form={view.form}
            name="ground"
            label={words.groundField}
            hint={words.groundHint}
            options={EXCEPTION_GROUNDS.map((value) => ({ value, label: words.ground[value] }))}
            empty={words.onConsent}
          />
          <Checkboxes
            form={view.form}
            name="facts"
            label={words.factsField}
            options={optionsOf(words.fact)}
          />
        </>
      )}
      <TextArea form={view.form} name="why" label={words.whyField} rows={3} />
      <p class="buttons">
        <Button kind="main" name="do" value="bring">
          {words.bringButton}
        </Button>
      </p>
    </form>
  )
}

function Brought({ frame, view }: Props) {
  const words = frame.t.kerjaSatgas
  if (view.brought.length === 0) return null
  const open = view.brought.filter((each) => each.ended_at === null)
  return (
    <section class="stack">
      <h2>{words.brought}</h2>
      <ul class="rows">
        {view.brought.map((each) => (
          <li>
            <StateTag tone={each.ended_at ? 'done' : each.shows ? 'run' : 'stop'}>
              {each.ended_because
                ? words.ended(words.ending[each.ended_because as keyof typeof words.ending])
                : each.shows
                  ? words.shows
                  : words.hidden}
            </StateTag>
            <div>
              <h3>{each.name}</h3>
              <p class="under">
                {words.basis[each.basis]}
                {each.ground && `: ${words.ground[each.ground as keyof typeof words.ground]}`}.{' '}
                {words.readers(each.readers.join(', '))}. <When frame={frame} at={each.created_at} />
              </p>
            </div>
          </li>
        ))}
      </ul>
      {view.mayBring && open.length > 0 && (
        <form method="post" action={casePath(frame, view.code, '/satgas')} class="stack panel">
          <h3>{words.takeOut}</h3>
          <Select
            form={view.form}
            name="entry"
            label={words.taskForceField}
            options={open.map((each) => ({ value: `${each.id} ${each.version}`, label: each.name }))}
          />
          <Select
            form={view.form}
            name="because"
            label={words.becauseField}
            options={ENTRY_ENDINGS.map((value) => ({ value, label: words.ending[value] }))}
          />
          <p class="buttons">
            <Button name="do" value="take-out">
              {words.takeOut}
            </Button>
          </p>
        </form>
      )}
    </section>
  )
}
