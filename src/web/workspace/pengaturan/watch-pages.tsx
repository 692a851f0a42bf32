/** Who read what. */
import type { ReadAction } from '#src/modules/cases/index.ts'
import { formatInstant } from '#src/texts/dates.ts'
import {
  Button,
  ButtonLink,
  Notice,
  optionsOf,
  Select,
  TextField,
  type Option,
} from '#src/web/ui/staff/form.tsx'
import type { FormState, StaffFrame } from '#src/web/ui/staff/frame.ts'
import { Empty, Paging, type PagingView } from '#src/web/ui/staff/lists.tsx'
import { When } from '#src/web/ui/staff/marks.tsx'
import { StaffPage } from '#src/web/ui/staff/shell.tsx'
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
