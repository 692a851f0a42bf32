/** The classical table: who says what about which article, and what became of it. */
import { at } from '#src/web/ui/staff/frame.ts'
import { StaffPage } from '#src/web/ui/staff/shell.tsx'
import { CellName, Table } from '#src/web/ui/staff/table.tsx'
import { LawHead } from '../hukum/law-room.tsx'
import { CLAUSES, type Props } from './clause-parts.tsx'
import type { CommentView } from './clause-page.tsx'

export type MatrixView = {
  readonly text: { readonly id: string; readonly title: string }
  readonly comments: readonly CommentView[]
}

export function MatrixPage({ frame, view }: Props<MatrixView>) {
  const words = frame.t.kerjaKlausul
  const path = at(frame, `${CLAUSES}/${view.text.id}`)
  const title = `${words.matrix}: ${view.text.title}`
  return (
    <StaffPage frame={frame} current="law" title={title}>
      <LawHead frame={frame} section="clauses" title={title} />
      <div class="body full">
        <p>
          <a href={path}>{view.text.title}</a>
        </p>
        <p>
          {words.downloads}: <a href={`${path}/matriks/unduh/xlsx`}>XLSX</a> ·{' '}
          <a href={`${path}/matriks/unduh/docx`}>DOCX</a>
        </p>
        {view.comments.length === 0 ? (
          <p>{words.commentsNone}</p>
        ) : (
          <Table
            caption={words.matrix}
            columns={[
              { label: words.clause },
              { label: words.body },
              { label: words.comment },
              { label: words.state },
              { label: words.answer },
            ]}
          >
            {view.comments.map((comment) => (
              <tr>
                <th scope="row">
                  <a href={`${path}/pasal/${comment.clause}#t-${comment.id}`}>{comment.label}</a>
                  <br />
                  <small>{words.onVersion(comment.number)}</small>
                </th>
                <td>
                  <CellName of={words.body} />
                  {comment.body}
                </td>
                <td class="words">
                  <CellName of={words.comment} />
                  {comment.comment}
                </td>
                <td>
                  <CellName of={words.state} />
                  {words.states[comment.state]}
                </td>
                <td class="words">
                  <CellName of={words.answer} />
                  {comment.answer}
                </td>
              </tr>
            ))}
          </Table>
        )}
      </div>
    </StaffPage>
  )
}
