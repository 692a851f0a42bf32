/** Audit (who read what) and protected cases: opening in an emergency, and its review. */
import type { ReadAction } from '#src/modules/cases/index.ts'
import { formatInstant } from '#src/texts/dates.ts'
import {
  Button,
  ButtonLink,
  ErrorSummary,
  Notice,
  optionsOf,
  Select,
  TextArea,
  TextField,
  type Option,
} from '#src/web/ui/staff/form.tsx'
import { at, type FormState, type StaffFrame } from '#src/web/ui/staff/frame.ts'
import { Empty, Paging, type PagingView } from '#src/web/ui/staff/lists.tsx'
import { When } from '#src/web/ui/staff/marks.tsx'
import { Head, StaffPage } from '#src/web/ui/staff/shell.tsx'
import { Table } from '#src/web/ui/staff/table.tsx'
import { SettingsHead, settingsPath } from './settings-page.tsx'

export type AuditRow = {
  readonly at: Date
  readonly who: string
  readonly action: ReadAction
  /** A code, never a name: "JHB-2026-0412, Catatan". */
  readonly what: string
  readonly purpose?: string
}

export type AuditView = {
  readonly rows: readonly AuditRow[]
  readonly paging: PagingView
  readonly people: readonly Option[]
  /** Fields of the GET form: petugas, kasus, perbuatan. */
  readonly form: FormState
  /** Absent where nobody checked the chain for this page. */
  readonly chain?:
    { readonly state: 'good'; readonly at: Date } | { readonly state: 'bad'; readonly where: string }
  readonly exportHref?: string
}

type Props<View> = { readonly frame: StaffFrame; readonly view: View }

function ChainNotice({ frame, view }: Props<AuditView>) {
  const words = frame.t.kerjaPengaturan.audit
  if (view.chain === undefined) return null
  return view.chain.state === 'good' ? (
    <Notice kind="good" lead={words.chain}>
      {words.chainGood(formatInstant(view.chain.at, frame.zone, frame.lang))}
    </Notice>
  ) : (
    <Notice kind="danger" lead={words.chain} role="alert">
      {words.chainBad(view.chain.where)}
    </Notice>
  )
}

export function AuditPage({ frame, view }: Props<AuditView>) {
  const words = frame.t.kerjaPengaturan.audit
  const any = frame.t.kerjaKasus.any
  return (
    <StaffPage frame={frame} current="settings" title={frame.t.kerjaPengaturan.sections.audit}>
      <SettingsHead frame={frame} section="audit" />
      <div class="body full">
        <ChainNotice frame={frame} view={view} />
        <form action={settingsPath(frame, 'audit')} class="panel">
          <div class="grid2">
            <Select
              form={view.form}
              name="petugas"
              label={words.filterWho}
              options={view.people}
              empty={any}
            />
            <TextField form={view.form} name="kasus" label={words.filterCase} />
            <Select
              form={view.form}
              name="perbuatan"
              label={words.filterAction}
              options={optionsOf(frame.t.kerjaKode.readAction)}
              empty={any}
            />
          </div>
          <p class="buttons">
            <Button>{words.show}</Button>
            {view.exportHref && <ButtonLink href={view.exportHref}>{words.export}</ButtonLink>}
          </p>
        </form>
        {view.rows.length === 0 ? (
          <Empty title={words.none} />
        ) : (
          <Table
            caption={frame.t.kerjaPengaturan.sections.audit}
            columns={[
              { label: words.when },
              { label: words.who },
              { label: words.action },
              { label: words.what },
              { label: words.purpose },
            ]}
          >
            {view.rows.map((row) => (
              <tr>
                <th scope="row">
                  <When frame={frame} at={row.at} />
                </th>
                <td>{row.who}</td>
                <td>{frame.t.kerjaKode.readAction[row.action]}</td>
                <td>{row.what}</td>
                <td>{row.purpose ?? ''}</td>
              </tr>
            ))}
          </Table>
        )}
      </div>
      {view.rows.length > 0 && <Paging frame={frame} paging={view.paging} />}
    </StaffPage>
  )
}

/** Only for a reader who already may know that the case exists; others get the plain "not found" page. */
export type ProtectedCaseView = {
  readonly code: string
  readonly accessHours: number
  /** Fields: why, danger. Posts to /kerja/kasus/{code}/darurat. */
  readonly form: FormState
}

export function ProtectedCasePage({ frame, view }: Props<ProtectedCaseView>) {
  const words = frame.t.kerjaPengaturan.protect
  return (
    <StaffPage frame={frame} current="cases" title={words.title} form={view.form}>
      <Head title={words.title} crumbs={<span class="code">{view.code}</span>} context={words.intro} />
      <div class="body">
        <ErrorSummary frame={frame} form={view.form} />
        <form method="post" action={at(frame, `/kerja/kasus/${view.code}/darurat`)} class="panel">
          <h2>{words.emergency}</h2>
          <Notice kind="care" lead={words.emergencyHint}>
            {words.hours(view.accessHours)}
          </Notice>
          <TextArea form={view.form} name="why" label={words.why} rows={2} />
          <TextArea form={view.form} name="danger" label={words.danger} rows={2} />
          <p class="buttons">
            <Button kind="grave">{words.open}</Button>
          </p>
        </form>
      </div>
    </StaffPage>
  )
}

export type EmergencyOpening = {
  readonly id: string
  readonly code: string
  readonly by: string
  readonly at: Date
  readonly why: string
}

/** Openings that wait for a review; posts `hasil` and `note` to …/terlindung/{id}. */
export type ProtectedReviewsView = { readonly openings: readonly EmergencyOpening[] }

function Review({ frame, opening }: { readonly frame: StaffFrame; readonly opening: EmergencyOpening }) {
  const words = frame.t.kerjaPengaturan.protect
  return (
    <form method="post" action={settingsPath(frame, 'protected', `/${opening.id}`)} class="panel">
      <h2 class="code">{opening.code}</h2>
      <dl class="answers">
        <dt>{words.by}</dt>
        <dd>{opening.by}</dd>
        <dt>{words.at}</dt>
        <dd>
          <When frame={frame} at={opening.at} />
        </dd>
        <dt>{words.why}</dt>
        <dd>{opening.why}</dd>
      </dl>
      <div class="field">
        <label for={`note-${opening.id}`}>{words.note}</label>
        <input id={`note-${opening.id}`} name="note" class="wide" autocomplete="off" />
      </div>
      <p class="buttons">
        <Button name="hasil" value="benar" kind="main">
          {words.right}
        </Button>
        <Button name="hasil" value="salah" kind="grave">
          {words.wrong}
        </Button>
      </p>
    </form>
  )
}

export function ProtectedReviewsPage({ frame, view }: Props<ProtectedReviewsView>) {
  const words = frame.t.kerjaPengaturan.protect
  return (
    <StaffPage frame={frame} current="settings" title={frame.t.kerjaPengaturan.sections.protected}>
      <SettingsHead frame={frame} section="protected" />
      <div class="body">
        {view.openings.length === 0 ? (
          <Empty title={words.noReviews} />
        ) : (
          view.openings.map((opening) => <Review frame={frame} opening={opening} />)
        )}
      </div>
    </StaffPage>
  )
}
