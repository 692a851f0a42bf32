/** The data-protection desk (UU 27/2022), breach records with their notice, retention and legal holds. */
import { formatInstant } from '#src/texts/dates.ts'
import {
  Button,
  ButtonLink,
  ErrorSummary,
  Notice,
  PostButton,
  TextArea,
  TextField,
} from '#src/web/ui/staff/form.tsx'
import type { FormState, StaffFrame } from '#src/web/ui/staff/frame.ts'
import { Empty } from '#src/web/ui/staff/lists.tsx'
import { Clock, ClockSource, StateTag, When, type ClockView, type Tone } from '#src/web/ui/staff/marks.tsx'
import { StaffPage } from '#src/web/ui/staff/shell.tsx'
import { Table } from '#src/web/ui/staff/table.tsx'
import { SettingsHead, settingsPath } from './settings-page.tsx'

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

export type RightsView = { readonly rows: readonly RightsRow[] }

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
      </div>
    </StaffPage>
  )
}

export type RightsItemView = RightsRow & {
  readonly words: string
  readonly identity: string
  readonly held: readonly { readonly where: string; readonly what: string; readonly since: Date }[]
  readonly hold?: string
  readonly bodies: readonly string[]
  readonly exportHref?: string
  readonly version: string
  /** Fields: answer, basis. Posts to …/data-pribadi/{id} with `hasil` = lakukan or tolak. */
  readonly form: FormState
}

export function RightsItemPage({ frame, view }: Props<RightsItemView>) {
  const words = frame.t.kerjaPengaturan.rights
  const title = words.item(frame.t.kerjaKode.right[view.kind])
  return (
    <StaffPage frame={frame} current="settings" title={title} form={view.form}>
      <SettingsHead frame={frame} section="rights" title={title} />
      <div class="body">
        <ErrorSummary frame={frame} form={view.form} />
        {view.clock && (
          <p class="line">
            <Clock frame={frame} clock={view.clock} />
            <small>
              <ClockSource frame={frame} clock={view.clock} />
            </small>
          </p>
        )}
        {view.hold && (
          <Notice kind="care" lead={words.hold}>
            {words.holdText(view.hold)}
          </Notice>
        )}
        <dl class="answers">
          <dt>{words.words}</dt>
          <dd class="quote">“{view.words}”</dd>
          <dt>{words.identity}</dt>
          <dd>{view.identity}</dd>
          <dt>{words.bodies}</dt>
          <dd>{view.bodies.length === 0 ? frame.t.kerjaUmum.nobody : view.bodies.join(', ')}</dd>
        </dl>
        <section class="stack">
          <h2>{words.held}</h2>
          <Table
            caption={words.held}
            columns={[{ label: words.heldWhere }, { label: words.heldWhat }, { label: words.heldSince }]}
          >
            {view.held.map((line) => (
              <tr>
                <th scope="row">{line.where}</th>
                <td>{line.what}</td>
                <td>
                  <When frame={frame} at={line.since} />
                </td>
              </tr>
            ))}
          </Table>
          {view.exportHref && (
            <p class="buttons">
              <ButtonLink href={view.exportHref}>{words.export}</ButtonLink>
            </p>
          )}
        </section>
        <form method="post" action={settingsPath(frame, 'rights', `/${view.id}`)} class="panel">
          <input type="hidden" name="version" value={view.version} />
          <TextArea form={view.form} name="answer" label={words.answer} hint={words.answerHint} />
          <TextField form={view.form} name="basis" label={words.basis} />
          <p class="buttons">
            <Button kind="main" name="hasil" value="lakukan">
              {words.approve}
            </Button>
            <Button kind="grave" name="hasil" value="tolak">
              {words.refuse}
            </Button>
          </p>
        </form>
      </div>
    </StaffPage>
  )
}

export type BreachRow = {
  readonly id: string
  readonly what: string
  readonly foundAt: Date
  readonly dataKinds: string
  readonly people: string
  readonly measures: string
  readonly clock?: ClockView
  readonly noticedAt?: Date
}

export type BreachView = {
  readonly rows: readonly BreachRow[]
  /** Fields: what, foundAt, dataKinds, people, measures. */
  readonly form: FormState
}

function BreachCard({ frame, row }: { readonly frame: StaffFrame; readonly row: BreachRow }) {
  const words = frame.t.kerjaPengaturan.breach
  return (
    <article class="panel">
      <h2>{row.what}</h2>
      <dl class="answers">
        <dt>{words.foundAt}</dt>
        <dd>
          <When frame={frame} at={row.foundAt} />
        </dd>
        <dt>{words.dataKinds}</dt>
        <dd>{row.dataKinds}</dd>
        <dt>{words.people}</dt>
        <dd>{row.people}</dd>
        <dt>{words.measures}</dt>
        <dd>{row.measures}</dd>
        <dt>{words.notice}</dt>
        <dd class="line">
          {row.noticedAt
            ? words.noticed(formatInstant(row.noticedAt, frame.zone, frame.lang))
            : words.noticeClock}
          {row.clock && (
            <>
              <Clock frame={frame} clock={row.clock} />
              <ClockSource frame={frame} clock={row.clock} />
            </>
          )}
        </dd>
      </dl>
      {row.noticedAt === undefined && (
        <PostButton action={settingsPath(frame, 'breach', `/${row.id}/diberitahukan`)}>
          {words.markNoticed}
        </PostButton>
      )}
    </article>
  )
}

export function BreachPage({ frame, view }: Props<BreachView>) {
  const words = frame.t.kerjaPengaturan.breach
  return (
    <StaffPage
      frame={frame}
      current="settings"
      title={frame.t.kerjaPengaturan.sections.breach}
      form={view.form}
    >
      <SettingsHead frame={frame} section="breach" />
      <div class="body">
        <ErrorSummary frame={frame} form={view.form} />
        {view.rows.length === 0 ? (
          <Empty title={words.none} />
        ) : (
          view.rows.map((row) => <BreachCard frame={frame} row={row} />)
        )}
        <form method="post" action={settingsPath(frame, 'breach')} class="panel">
          <h2>{words.add}</h2>
          <TextArea form={view.form} name="what" label={words.what} />
          <div class="grid2">
            <TextField form={view.form} name="foundAt" label={words.foundAt} type="datetime-local" />
            <TextField form={view.form} name="dataKinds" label={words.dataKinds} />
            <TextField form={view.form} name="people" label={words.people} inputmode="numeric" />
          </div>
          <TextArea form={view.form} name="measures" label={words.measures} rows={2} />
          <p class="buttons">
            <Button kind="main">{words.submit}</Button>
          </p>
        </form>
      </div>
    </StaffPage>
  )
}

export type RetentionView = {
  readonly kinds: readonly {
    readonly kind: string
    readonly keep: string
    readonly basis: string
    readonly due: number
  }[]
  readonly holds: readonly {
    readonly id: string
    readonly caseCode: string
    readonly why: string
    readonly until: string
    readonly by: string
  }[]
  readonly registerHref?: string
  /** Fields: case, why, until. */
  readonly form: FormState
}

function Holds({ frame, view }: Props<RetentionView>) {
  const words = frame.t.kerjaPengaturan.retention
  if (view.holds.length === 0) return <Empty title={words.noHolds} />
  return (
    <Table
      caption={words.holds}
      columns={[
        { label: words.case },
        { label: words.why },
        { label: words.until },
        { label: words.by },
        { label: words.release, quiet: 'quiet' },
      ]}
    >
      {view.holds.map((hold) => (
        <tr>
          <th scope="row" class="code">
            {hold.caseCode}
          </th>
          <td>{hold.why}</td>
          <td>{hold.until}</td>
          <td>{hold.by}</td>
          <td>
            <PostButton action={settingsPath(frame, 'retention', `/${hold.id}/lepas`)} kind="bare">
              {words.release}
              <span class="hidden">: {hold.caseCode}</span>
            </PostButton>
          </td>
        </tr>
      ))}
    </Table>
  )
}

export function RetentionPage({ frame, view }: Props<RetentionView>) {
  const words = frame.t.kerjaPengaturan.retention
  return (
    <StaffPage
      frame={frame}
      current="settings"
      title={frame.t.kerjaPengaturan.sections.retention}
      form={view.form}
    >
      <SettingsHead frame={frame} section="retention" />
      <div class="body">
        <ErrorSummary frame={frame} form={view.form} />
        <Table
          caption={frame.t.kerjaPengaturan.sections.retention}
          columns={[
            { label: words.kind },
            { label: words.keep },
            { label: words.basis },
            { label: words.due, align: 'num' },
          ]}
        >
          {view.kinds.map((kind) => (
            <tr>
              <th scope="row">{kind.kind}</th>
              <td>{kind.keep}</td>
              <td>{kind.basis}</td>
              <td class="num">{kind.due}</td>
            </tr>
          ))}
        </Table>
        <section class="stack">
          <h2>{words.holds}</h2>
          <Holds frame={frame} view={view} />
        </section>
        <form method="post" action={settingsPath(frame, 'retention')} class="panel">
          <h2>{words.add}</h2>
          <div class="grid2">
            <TextField form={view.form} name="case" label={words.case} />
            <TextField form={view.form} name="why" label={words.why} />
            <TextField form={view.form} name="until" label={words.until} type="date" />
          </div>
          <p class="buttons">
            <Button>{words.submit}</Button>
          </p>
        </form>
        {view.registerHref && (
          <p>
            <a href={view.registerHref}>{words.register}</a> <small>{words.registerHint}</small>
          </p>
        )}
      </div>
    </StaffPage>
  )
}
