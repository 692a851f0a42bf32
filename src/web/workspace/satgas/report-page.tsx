/** The draft of the quarterly report, always marked as one that a person must check. */
import type { QuarterReport } from '#src/modules/task-force/index.ts'
import { Button, ButtonLink, Notice, Select, TextField } from '#src/web/ui/staff/form.tsx'
import { at, type StaffFrame } from '#src/web/ui/staff/frame.ts'
import { Head, StaffPage } from '#src/web/ui/staff/shell.tsx'
import { CellName, Table } from '#src/web/ui/staff/table.tsx'
import { sectionsOf, type ReportSection } from './report-words.ts'
import { SATGAS, satgasHref } from './satgas-words.ts'

export function ReportPage({
  frame,
  report,
}: {
  readonly frame: StaffFrame
  readonly report: QuarterReport
}) {
  const words = frame.t.kerjaSatgas
  const { quarter, taskForce } = report
  const path = `${taskForce.id}/laporan`
  const query = `?tahun=${quarter.year}&triwulan=${quarter.quarter}`
  const form = { values: { tahun: String(quarter.year), triwulan: String(quarter.quarter) }, problems: [] }
  return (
    <StaffPage frame={frame} current="task-force" title={words.report}>
      <Head
        title={`${words.report}, ${words.quarter(quarter.quarter, quarter.year)}`}
        crumbs={
          <>
            <a href={at(frame, SATGAS)}>{words.title}</a>
            {' / '}
            <a href={satgasHref(frame, taskForce.id)}>{taskForce.name}</a>
          </>
        }
      >
        <ButtonLink href={satgasHref(frame, `${path}.pdf${query}`)}>PDF</ButtonLink>
        <ButtonLink href={satgasHref(frame, `${path}.docx${query}`)}>DOCX</ButtonLink>
      </Head>
      <div class="body">
        <Notice kind="care" lead={words.draft} />
        <p class="small">
          {words.smallNote} {words.standNote}
        </p>
        {sectionsOf(frame, report).map((section) => (
          <Section words={words.nothing} section={section} />
        ))}
        <form method="get" action={satgasHref(frame, path)} class="stack panel">
          <h2>{words.show}</h2>
          <Select
            form={form}
            name="triwulan"
            label={words.quarterField}
            options={['1', '2', '3', '4'].map((value) => ({ value, label: value }))}
          />
          <TextField form={form} name="tahun" label={words.yearField} inputmode="numeric" size={6} />
          <p class="buttons">
            <Button>{words.show}</Button>
          </p>
        </form>
      </div>
    </StaffPage>
  )
}

function Section({ section, words }: { readonly section: ReportSection; readonly words: string }) {
  return (
    <section class="stack">
      <h2>{section.title}</h2>
      {section.rows.length === 0 ? (
        <p class="small">{words}</p>
      ) : (
        <Table caption={section.title} columns={section.head.map((label) => ({ label }))}>
          {section.rows.map(([first, ...rest]) => (
            <tr>
              <th scope="row">{first}</th>
              {rest.map((cell, index) => (
                <td>
                  <CellName of={section.head[index + 1] ?? ''} />
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </Table>
      )}
    </section>
  )
}
