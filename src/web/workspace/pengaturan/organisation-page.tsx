/** Bodies that work in this installation; only its administrator adds one. */
import { Button, ErrorSummary, Radios, TextArea, TextField } from '#src/web/ui/staff/form.tsx'
import type { FormState, StaffFrame } from '#src/web/ui/staff/frame.ts'
import { StateTag } from '#src/web/ui/staff/marks.tsx'
import { StaffPage } from '#src/web/ui/staff/shell.tsx'
import { Table } from '#src/web/ui/staff/table.tsx'
import { at } from '#src/web/ui/staff/frame.ts'
import { SettingsHead, settingsPath } from './settings-page.tsx'

export type OrganisationsView = {
  readonly rows: readonly {
    readonly id: string
    readonly name: string
    readonly kind: string
    readonly takesReports: 'yes' | 'no'
    readonly state: 'active' | 'inactive'
  }[]
  /** Fields: slug, kind, nameId, nameEn, shortName, codePrefix, timeZone, country, takesReports, coverage. */
  readonly form: FormState
}

function NewOrganisation({ frame, form }: { readonly frame: StaffFrame; readonly form: FormState }) {
  const words = frame.t.kerjaAkun.organisation
  return (
    <form method="post" action={settingsPath(frame, 'organisations')} class="panel">
      <h2>{words.add}</h2>
      <div class="grid2">
        <TextField form={form} name="nameId" label={words.nameId} />
        <TextField form={form} name="nameEn" label={words.nameEn} />
        <TextField form={form} name="shortName" label={words.shortName} />
        <TextField form={form} name="kind" label={words.kind} />
        <TextField form={form} name="slug" label={words.slug} hint={words.slugHint} />
        <TextField
          form={form}
          name="codePrefix"
          label={words.codePrefix}
          hint={words.codePrefixHint}
          size={6}
        />
        <TextField form={form} name="timeZone" label={words.timeZone} hint={words.timeZoneHint} />
        <TextField form={form} name="country" label={words.country} hint={words.countryHint} size={3} />
      </div>
      <Radios
        form={form}
        name="takesReports"
        label={words.takesReports}
        options={[
          { value: 'yes', label: frame.t.kerjaUmum.yes },
          { value: 'no', label: frame.t.kerjaUmum.no },
        ]}
      />
      <TextArea form={form} name="coverage" label={words.coverage} hint={words.coverageHint} />
      <p class="buttons">
        <Button kind="main">{words.submit}</Button>
      </p>
    </form>
  )
}

export function OrganisationsPage({
  frame,
  view,
}: {
  readonly frame: StaffFrame
  readonly view: OrganisationsView
}) {
  const words = frame.t.kerjaAkun.organisation
  const title = frame.t.kerjaPengaturan.sections.organisations
  return (
    <StaffPage frame={frame} current="settings" title={title} form={view.form}>
      <SettingsHead frame={frame} section="organisations" />
      <div class="body full">
        <ErrorSummary frame={frame} form={view.form} />
        <Table
          caption={title}
          columns={[
            { label: words.shortName },
            { label: words.kind },
            { label: words.takesReports },
            { label: words.active, quiet: 'quiet' },
          ]}
        >
          {view.rows.map((row) => (
            <tr>
              <th scope="row">
                <a href={at(frame, `/kerja/pengaturan/akun?organisasi=${row.id}`)}>{row.name}</a>
              </th>
              <td>{row.kind}</td>
              <td>{frame.t.kerjaUmum[row.takesReports]}</td>
              <td>
                <StateTag tone={row.state === 'active' ? 'done' : 'plain'}>{words[row.state]}</StateTag>
              </td>
            </tr>
          ))}
        </Table>
        <NewOrganisation frame={frame} form={view.form} />
      </div>
    </StaffPage>
  )
}
