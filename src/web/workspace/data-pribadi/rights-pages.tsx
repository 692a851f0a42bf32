/** The data-protection desk (UU 27/2022): what people ask, and the steps of those who answer. */
import type { Child } from 'hono/jsx'
import {
  Button,
  ErrorSummary,
  Notice,
  optionsOf,
  PostButton,
  Select,
  TextArea,
  TextField,
  type Option,
} from '#src/web/ui/staff/form.tsx'
import type { FormState, StaffFrame } from '#src/web/ui/staff/frame.ts'
import { Empty } from '#src/web/ui/staff/lists.tsx'
import { Clock, ClockSource, StateTag, When, type ClockView, type Tone } from '#src/web/ui/staff/marks.tsx'
import { StaffPage } from '#src/web/ui/staff/shell.tsx'
import { Table } from '#src/web/ui/staff/table.tsx'
import { SettingsHead, settingsPath } from '../pengaturan/settings-page.tsx'

export type RightKind = 'access' | 'correction' | 'withdrawal' | 'restriction' | 'erasure'
export type RightState = 'new' | 'working' | 'answered' | 'refused'

export type RightsRow = {
  readonly id: string
  readonly kind: RightKind
  /** How the asker stands to the data, without a name: "pelapor, lewat kode". */
  readonly from: string
  readonly receivedAt: Date
  readonly state: RightState
  readonly clock?: ClockView
}

export type RightsView = {
  readonly rows: readonly RightsRow[]
  /** For who may write a request down. Fields: case, kind, how, words. */
  readonly record?: FormState
}

type Props<View> = { readonly frame: StaffFrame; readonly view: View }

const RIGHT_TONE: Record<RightState, Tone> = {
  new: 'wait',
  working: 'run',
  answered: 'done',
  refused: 'stop',
}

export function RightsPage({ frame, view }: Props<RightsView>) {
  const words = frame.t.kerjaPengaturan.rights
  return (
    <StaffPage frame={frame} current="settings" title={frame.t.kerjaPengaturan.sections.rights}>
      <SettingsHead frame={frame} section="rights" />
      <div class="body full">
        {view.rows.length === 0 ? (
          <Empty title={words.none} />
        ) : (
          <Table
            caption={words.list}
            columns={[
              { label: words.kind },
              { label: words.from },
              { label: words.received },
              { label: words.state },
              { label: words.clock },
            ]}
          >
            {view.rows.map((row) => (
              <tr>
                <th scope="row">
                  <a href={settingsPath(frame, 'rights', `/${row.id}`)}>
                    {frame.t.kerjaKode.right[row.kind]}
                  </a>
                </th>
                <td>{row.from}</td>
                <td>
                  <When frame={frame} at={row.receivedAt} />
                </td>
                <td>
                  <StateTag tone={RIGHT_TONE[row.state]}>{words.states[row.state]}</StateTag>
                </td>
                <td>
                  {row.clock && (
                    <>
                      <Clock frame={frame} clock={row.clock} />{' '}
                      <small>
                        <ClockSource frame={frame} clock={row.clock} />
                      </small>
                    </>
                  )}
                </td>
              </tr>
            ))}
          </Table>
        )}
        {view.record && <Record frame={frame} form={view.record} />}
      </div>
    </StaffPage>
  )
}

function Record({ frame, form }: { readonly frame: StaffFrame; readonly form: FormState }) {
  const words = frame.t.hak.desk
  const { 'code-and-pin': _code, ...ways } = words.identified
  return (
    <form method="post" action={settingsPath(frame, 'rights')} class="panel">
      <h2>{words.record}</h2>
      <p class="small">{words.recordHint}</p>
      <div class="grid2">
        <TextField form={form} name="case" label={words.caseCode} />
        <Select form={form} name="kind" label={words.kind} options={optionsOf(frame.t.kerjaKode.right)} />
        <Select form={form} name="how" label={words.how} options={optionsOf(ways)} />
      </div>
      <TextArea form={form} name="words" label={frame.t.kerjaPengaturan.rights.words} rows={2} />
      <p class="buttons">
        <Button>{words.record}</Button>
      </p>
    </form>
  )
}

export type RightsItemView = RightsRow & {
  readonly words: string
  readonly identity: string
  readonly scope: readonly string[]
  readonly hold?: string
  readonly bodies: readonly string[]
  readonly version: string
  /** What the reader may do now; nothing for whoever only follows. */
  readonly may: readonly RightStep[]
  /** Where the work stands, in words. */
  readonly note?: string
  /** Persons of the case, only where one must be chosen. */
  readonly persons: readonly Option[]
  readonly bases: readonly Option[]
  /** Fields: answer, basis, person. Each step posts to …/data-pribadi/{id} with its name in `go`. */
  readonly form: FormState
}

export const RIGHT_STEPS = ['prepare', 'answer', 'refuse', 'confirm', 'pause', 'resume', 'end'] as const
export type RightStep = (typeof RIGHT_STEPS)[number]

function StepForm(props: {
  readonly frame: StaffFrame
  readonly view: RightsItemView
  readonly title: string
  readonly children: Child
}) {
  return (
    <form method="post" action={settingsPath(props.frame, 'rights', `/${props.view.id}`)} class="panel">
      <h2>{props.title}</h2>
      <input type="hidden" name="version" value={props.view.version} />
      {props.children}
    </form>
  )
}

function Prepare({ frame, view }: Props<RightsItemView>) {
  const words = frame.t.hak.desk
  if (!view.may.includes('prepare')) return null
  return (
    <StepForm frame={frame} view={view} title={words.prepare}>
      <p>{words.prepareText[view.kind]}</p>
      {view.persons.length > 0 && (
        <Select form={view.form} name="person" label={words.which} options={view.persons} empty="" />
      )}
      <p class="buttons">
        <Button kind="main" name="go" value="prepare">
          {words.prepareButton}
        </Button>
      </p>
    </StepForm>
  )
}

function Decide({ frame, view }: Props<RightsItemView>) {
  const words = frame.t.kerjaPengaturan.rights
  if (!view.may.includes('refuse')) return null
  return (
    <StepForm frame={frame} view={view} title={frame.t.hak.desk.decide}>
      <TextArea form={view.form} name="answer" label={words.answer} hint={words.answerHint} />
      <Select form={view.form} name="basis" label={words.basis} options={view.bases} empty="" />
      <p class="buttons">
        {view.may.includes('answer') && (
          <Button kind="main" name="go" value="answer">
            {words.approve}
          </Button>
        )}
        <Button kind="grave" name="go" value="refuse">
          {words.refuse}
        </Button>
      </p>
    </StepForm>
  )
}

function Confirm({ frame, view }: Props<RightsItemView>) {
  const words = frame.t.hak.desk
  if (!view.may.includes('confirm')) return null
  return (
    <StepForm frame={frame} view={view} title={words.confirm}>
      <p>{words.confirmText}</p>
      <p class="buttons">
        <Button kind="grave" name="go" value="confirm">
          {words.confirmButton}
        </Button>
      </p>
    </StepForm>
  )
}

function SmallSteps({ frame, view }: Props<RightsItemView>) {
  const words = frame.t.hak.desk
  const steps = (['pause', 'resume', 'end'] as const).filter((step) => view.may.includes(step))
  const label = { pause: words.pause, resume: words.resume, end: words.endRestriction }
  return (
    <>
      {steps.map((step) => (
        <div>
          <PostButton
            action={settingsPath(frame, 'rights', `/${view.id}`)}
            hidden={{ version: view.version, go: step }}
          >
            {label[step]}
          </PostButton>
          {step === 'pause' && <p class="small">{words.pauseHint}</p>}
        </div>
      ))}
    </>
  )
}

export function RightsItemPage({ frame, view }: Props<RightsItemView>) {
  const words = frame.t.kerjaPengaturan.rights
  const title = words.item(frame.t.kerjaKode.right[view.kind])
  return (
    <StaffPage frame={frame} current="settings" title={title} form={view.form}>
      <SettingsHead frame={frame} section="rights" title={title} />
      <div class="body">
        <ErrorSummary frame={frame} form={view.form} />
        <p class="line">
          <StateTag tone={RIGHT_TONE[view.state]}>{words.states[view.state]}</StateTag>
          {view.clock && <Clock frame={frame} clock={view.clock} />}
          {view.clock && (
            <small>
              <ClockSource frame={frame} clock={view.clock} />
            </small>
          )}
        </p>
        {view.note && <p>{view.note}</p>}
        {view.hold && (
          <Notice kind="care" lead={words.hold}>
            {words.holdText(view.hold)}
          </Notice>
        )}
        <dl class="answers">
          <dt>{words.words}</dt>
          <dd class="quote">{view.words === '' ? '—' : `“${view.words}”`}</dd>
          <dt>{words.identity}</dt>
          <dd>{view.identity}</dd>
          <dt>{words.bodies}</dt>
          <dd>{view.bodies.length === 0 ? frame.t.kerjaUmum.nobody : view.bodies.join(', ')}</dd>
          {view.scope.length > 0 && (
            <>
              <dt>{frame.t.hak.desk.scope}</dt>
              <dd>{view.scope.join(', ')}</dd>
            </>
          )}
        </dl>
        <Prepare frame={frame} view={view} />
        <Decide frame={frame} view={view} />
        <Confirm frame={frame} view={view} />
        <SmallSteps frame={frame} view={view} />
      </div>
    </StaffPage>
  )
}
