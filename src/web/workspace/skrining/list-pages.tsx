/** Open screenings of the own body, and the persons of one case who can be screened. One person at a time. */
import type { OpenScreening } from '#src/modules/screening/index.ts'
import { at, type StaffFrame } from '#src/web/ui/staff/frame.ts'
import { StateTag, When } from '#src/web/ui/staff/marks.tsx'
import { Head, StaffPage } from '#src/web/ui/staff/shell.tsx'
import { Table } from '#src/web/ui/staff/table.tsx'
import { screeningPath } from './screening-page.tsx'

type ListProps = { readonly frame: StaffFrame; readonly rows: readonly OpenScreening[] }

function OpenTable(
  props: ListProps & { readonly id: string; readonly title: string; readonly empty: string },
) {
  const { frame, rows, title } = props
  const words = frame.t.kerjaSkrining
  return (
    <section aria-labelledby={props.id}>
      <h2 id={props.id}>{title}</h2>
      {rows.length === 0 ? (
        <p>{props.empty}</p>
      ) : (
        <Table
          caption={title}
          columns={[
            { label: words.col.case },
            { label: words.col.person },
            { label: words.col.round, align: 'num' },
            { label: words.col.since },
            { label: words.col.first },
            { label: words.col.state },
          ]}
        >
          {rows.map((row) => (
            <tr>
              <th scope="row">
                <a href={screeningPath(frame, row)} class="code">
                  {row.code}
                </a>
              </th>
              <td>{row.person ?? words.nameless}</td>
              <td class="num">{row.round}</td>
              <td>
                <When frame={frame} at={row.since} />
              </td>
              <td>{row.first ?? '–'}</td>
              <td>
                <StateTag tone={row.state === 'second-opinion' ? 'wait' : 'run'}>
                  {stateWords(frame, row)}
                </StateTag>
              </td>
            </tr>
          ))}
        </Table>
      )}
    </section>
  )
}

function stateWords(frame: StaffFrame, row: OpenScreening): string {
  const words = frame.t.kerjaSkrining
  if (row.state === 'answering') return words.state.answering
  return row.forMe === 'mine' ? words.forYou : words.own
}

export function ScreeningListPage({ frame, rows }: ListProps) {
  const words = frame.t.kerjaSkrining
  const waiting = rows.filter((row) => row.state === 'second-opinion')
  const open = rows.filter((row) => row.state === 'answering')
  return (
    <StaffPage frame={frame} current="screening" title={words.listTitle}>
      <Head title={words.listTitle} context={words.listContext} />
      <div class="body full">
        <OpenTable
          frame={frame}
          rows={waiting}
          id="menunggu"
          title={words.waiting}
          empty={words.noneSecond}
        />
        <OpenTable frame={frame} rows={open} id="diisi" title={words.answering} empty={words.none} />
      </div>
    </StaffPage>
  )
}

export type CasePersonsView = {
  readonly code: string
  readonly persons: readonly { readonly personId: string; readonly name: string }[]
}

export function CasePersonsPage({
  frame,
  view,
}: {
  readonly frame: StaffFrame
  readonly view: CasePersonsView
}) {
  const words = frame.t.kerjaSkrining
  return (
    <StaffPage frame={frame} current="screening" title={`${words.listTitle} ${view.code}`}>
      <Head
        title={words.persons}
        crumbs={
          <a href={at(frame, `/kerja/kasus/${view.code}`)} class="code">
            {view.code}
          </a>
        }
        context={words.listContext}
      />
      <div class="body">
        {view.persons.length === 0 ? (
          <p>{words.noPersons}</p>
        ) : (
          <ul class="stack">
            {view.persons.map((person) => (
              <li>
                <a href={screeningPath(frame, { code: view.code, personId: person.personId })}>
                  {person.name}
                </a>
              </li>
            ))}
          </ul>
        )}
      </div>
    </StaffPage>
  )
}
