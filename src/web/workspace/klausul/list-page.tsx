import { formatInstant } from '#src/texts/dates.ts'
import { ButtonLink } from '#src/web/ui/staff/form.tsx'
import { at } from '#src/web/ui/staff/frame.ts'
import { Empty } from '#src/web/ui/staff/lists.tsx'
import { StaffPage } from '#src/web/ui/staff/shell.tsx'
import { CellName, Table } from '#src/web/ui/staff/table.tsx'
import { LawHead } from '../hukum/law-room.tsx'
import { CLAUSES, ClauseTabs, mayEdit, type Props } from './clause-parts.tsx'

export type TextRow = {
  readonly id: string
  readonly title: string
  readonly kind: string
  readonly language: string
  readonly version: number
  readonly body: string
  readonly createdAt: Date
}

export function TextsPage({ frame, view }: Props<{ readonly texts: readonly TextRow[] }>) {
  const words = frame.t.kerjaKlausul
  const named = (record: Readonly<Record<string, string>>, code: string) => record[code] ?? code
  return (
    <StaffPage frame={frame} current="law" title={frame.t.kerjaHukum.sections.clauses}>
      <LawHead frame={frame} section="clauses" />
      <ClauseTabs frame={frame} here="texts" />
      <div class="body full">
        <p class="hint">{words.open}</p>
        {mayEdit(frame) && (
          <p class="buttons">
            <ButtonLink href={at(frame, `${CLAUSES}/baru`)} kind="main">
              {words.newText}
            </ButtonLink>
          </p>
        )}
        {view.texts.length === 0 ? (
          <Empty title={words.none} />
        ) : (
          <Table
            caption={words.tabs.texts}
            columns={[
              { label: words.title },
              { label: words.kind },
              { label: words.body },
              { label: words.version },
              { label: words.kept },
            ]}
          >
            {view.texts.map((text) => (
              <tr>
                <th scope="row">
                  <a href={at(frame, `${CLAUSES}/${text.id}`)}>{text.title}</a>
                </th>
                <td>
                  <CellName of={words.kind} />
                  {named(words.kinds, text.kind)}, {named(words.languages, text.language)}
                </td>
                <td>
                  <CellName of={words.body} />
                  {text.body}
                </td>
                <td>
                  <CellName of={words.version} />
                  {text.version}
                </td>
                <td>
                  <CellName of={words.kept} />
                  {formatInstant(text.createdAt, frame.zone, frame.lang)}
                </td>
              </tr>
            ))}
          </Table>
        )}
      </div>
    </StaffPage>
  )
}
