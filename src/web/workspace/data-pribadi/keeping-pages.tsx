/** Breach records with their notice, retention, legal holds, and the register of processing. */
import { formatInstant } from '#src/texts/dates.ts'
import {
  Button,
  ErrorSummary,
  Hidden,
  optionsOf,
  PostButton,
  Select,
  TextArea,
  TextField,
} from '#src/web/ui/staff/form.tsx'
import type { FormState, StaffFrame } from '#src/web/ui/staff/frame.ts'
import { Empty } from '#src/web/ui/staff/lists.tsx'
import { Clock, ClockSource, When, type ClockView } from '#src/web/ui/staff/marks.tsx'
import { StaffPage } from '#src/web/ui/staff/shell.tsx'
import { Table } from '#src/web/ui/staff/table.tsx'
import { SettingsHead, settingsPath } from '../pengaturan/settings-page.tsx'

type Props<View> = { readonly frame: StaffFrame; readonly view: View }

export type BreachRow = {
  readonly id: string
  readonly what: string
  readonly foundAt: Date
  readonly dataKinds: string
  readonly people: string
  readonly measures: string
  readonly clock?: ClockView
  readonly personsNoticedAt?: Date
  readonly authorityNoticedAt?: Date
  /** Names of what the notice must still contain. */
  readonly missing: readonly string[]
  /** Until the first notice went out: what was written, and the version that was seen. */
  readonly edit?: FormState
}

export type BreachView = {
  readonly rows: readonly BreachRow[]
  /** Fields: what, foundAt, dataKinds, people, measures. */
  readonly form: FormState
}

function BreachFields({ frame, form }: { readonly frame: StaffFrame; readonly form: FormState }) {
  const words = frame.t.kerjaPengaturan.breach
  return (
    <>
      <TextArea form={form} name="what" label={words.what} />
      <div class="grid2">
        <TextField form={form} name="dataKinds" label={words.dataKinds} />
        <TextField form={form} name="people" label={words.people} inputmode="numeric" />
      </div>
      <TextArea form={form} name="measures" label={words.measures} rows={2} />
    </>
  )
}

function BreachEdit({ frame, row }: { readonly frame: StaffFrame; readonly row: BreachRow }) {
  if (row.edit === undefined) return null
  const words = frame.t.hak.breach
  return (
    <details open={row.edit.problems.length > 0}>
      <summary>{words.edit}</summary>
      <form method="post" action={settingsPath(frame, 'breach', `/${row.id}`)} class="stack">
        <Hidden values={{ version: String(row.edit.values['version'] ?? '') }} />
        <BreachFields frame={frame} form={row.edit} />
        <p class="buttons">
          <Button>{frame.t.kerjaUmum.save}</Button>
        </p>
      </form>
    </details>
  )
}

function BreachCard({ frame, row }: { readonly frame: StaffFrame; readonly row: BreachRow }) {
  const words = frame.t.kerjaPengaturan.breach
  const more = frame.t.hak.breach
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
          {words.noticeClock}
          {row.clock && (
            <>
              <Clock frame={frame} clock={row.clock} />
              <ClockSource frame={frame} clock={row.clock} />
            </>
          )}
        </dd>
        {row.missing.length > 0 && (
          <>
            <dt>{more.checklist}</dt>
            <dd>{more.missing(row.missing.join(', '))}</dd>
          </>
        )}
        {(['persons', 'authority'] as const).map((whom) => {
          const at = whom === 'persons' ? row.personsNoticedAt : row.authorityNoticedAt
          return at === undefined ? null : (
            <>
              <dt>{more[whom]}</dt>
              <dd>{words.noticed(formatInstant(at, frame.zone, frame.lang))}</dd>
            </>
          )
        })}
      </dl>
      <BreachEdit frame={frame} row={row} />
      <div class="buttons">
        {row.personsNoticedAt === undefined && (
          <PostButton
            action={settingsPath(frame, 'breach', `/${row.id}/diberitahukan`)}
            hidden={{ whom: 'persons' }}
          >
            {more.markPersons}
          </PostButton>
        )}
        {row.authorityNoticedAt === undefined && (
          <PostButton
            action={settingsPath(frame, 'breach', `/${row.id}/diberitahukan`)}
            hidden={{ whom: 'authority' }}
          >
            {more.markAuthority}
          </PostButton>
        )}
      </div>
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
    readonly acts: string
    /** Code of the rule, for who decides about what is due. */
    readonly code: string
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
  readonly mayDecide?: 'may-decide'
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
            { label: words.acts },
            { label: words.due, align: 'num' },
          ]}
        >
          {view.kinds.map((kind) => (
            <tr>
              <th scope="row">{kind.kind}</th>
              <td>{kind.keep}</td>
              <td>{kind.basis}</td>
              <td>{kind.acts}</td>
              <td class="num">
                {kind.due}
                {kind.due > 0 && view.mayDecide && (
                  <div class="buttons">
                    {(['approved', 'kept'] as const).map((decision) => (
                      <PostButton
                        action={settingsPath(frame, 'retention', '/jatuh-tempo')}
                        hidden={{ kind: kind.code, decision }}
                        kind={decision === 'approved' ? 'grave' : 'plain'}
                      >
                        {decision === 'approved' ? frame.t.hak.keep.approve : frame.t.hak.keep.keepThem}
                        <span class="hidden">: {kind.kind}</span>
                      </PostButton>
                    ))}
                  </div>
                )}
              </td>
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
            <TextField form={view.form} name="case" label={words.case} hint={frame.t.hak.keep.holdHint} />
            <Select
              form={view.form}
              name="why"
              label={words.why}
              options={optionsOf(frame.t.hak.keep.reason)}
            />
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

export type RegisterView = {
  readonly rows: readonly {
    readonly table: string
    readonly comment: string
    readonly purpose: string
    readonly about: string
    readonly sealed: string
    readonly keep: string
  }[]
}

export function RegisterPage({ frame, view }: Props<RegisterView>) {
  const words = frame.t.hak.register
  return (
    <StaffPage frame={frame} current="settings" title={words.title}>
      <SettingsHead frame={frame} section="retention" title={words.title} />
      <div class="body full">
        <Table
          caption={words.title}
          columns={[
            { label: words.table },
            { label: words.holds },
            { label: words.purpose },
            { label: words.about },
            { label: words.sealed },
            { label: words.keep },
          ]}
        >
          {view.rows.map((row) => (
            <tr>
              <th scope="row" class="code">
                {row.table}
              </th>
              <td lang="en">{row.comment}</td>
              <td>{row.purpose}</td>
              <td>{row.about}</td>
              <td class="code">{row.sealed}</td>
              <td>{row.keep}</td>
            </tr>
          ))}
        </Table>
      </div>
    </StaffPage>
  )
}
