/** The comparison and the table of comments as files to take away. */
import type { ComparedClause } from '#src/domain/clauses/compare-texts.ts'
import type { DiffPart } from '#src/domain/clauses/word-diff.ts'
import type { Paper } from '#src/domain/letters/letter.ts'
import { makeDocx } from '#src/platform/documents/docx.ts'
import { makePdf } from '#src/platform/documents/pdf.ts'
import { writeWorkbook } from '#src/platform/spreadsheet/write-workbook.ts'
import type { Texts } from '#src/texts/texts.ts'
import type { Lang } from '#src/web/ui/href.ts'
import { labelOf } from './clause-parts.tsx'
import { countRows, type SideView } from './compare-page.tsx'
import type { CommentView } from './clause-page.tsx'

export const FILE_TYPES = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
} as const

type Reader = { readonly lang: Lang; readonly t: Texts }
export type ComparedTexts = {
  readonly left: SideView
  readonly right: SideView
  readonly rows: readonly ComparedClause[]
}

export async function comparedFile(
  reader: Reader,
  format: 'docx' | 'pdf',
  compared: ComparedTexts,
  madeAt: Date,
): Promise<Uint8Array<ArrayBuffer>> {
  const paper = comparedPaper(reader, compared)
  return new Uint8Array(await (format === 'docx' ? makeDocx(paper) : makePdf(paper, madeAt)))
}

/** Words mark what went and what came, since a print has no colours and a screen reader none either. */
function comparedPaper({ lang, t }: Reader, { left, right, rows }: ComparedTexts): Paper {
  const words = t.kerjaKlausul
  const side = (row: ComparedClause, which: 'left' | 'right'): string => {
    const clause = row[which]
    if (clause === undefined) return words.notHere
    return `${labelOf({ t }, clause)}\n${row.parts.map((part) => marked(part, which)).join('')}`
  }
  const marked = (part: DiffPart, which: 'left' | 'right'): string => {
    if (part.kind === 'same' || part.text.trim() === '')
      return part.kind === 'gone' && which === 'right' ? '' : part.text
    if (part.kind === 'gone') return which === 'left' ? words.goneMark(part.text) : ''
    return which === 'right' ? words.newMark(part.text) : ''
  }
  return {
    language: lang,
    from: 'Payung',
    title: words.compare,
    facts: [
      { label: words.left, text: left.title },
      { label: words.right, text: right.title },
    ],
    to: [],
    blocks: [
      {
        kind: 'paragraph',
        text: words.summary(
          countRows(rows, 'same'),
          countRows(rows, 'changed'),
          countRows(rows, 'only-left'),
          countRows(rows, 'only-right'),
        ),
      },
      {
        kind: 'table',
        caption: words.compare,
        head: [words.state, left.title, right.title],
        rows: rows.map((row) => [words.rowStates[row.state], side(row, 'left'), side(row, 'right')]),
        widths: [0.16, 0.42, 0.42],
        amounts: [],
      },
    ],
    footer: words.paperFoot,
  }
}

function matrixRows({ t }: Reader, comments: readonly CommentView[]) {
  const words = t.kerjaKlausul
  return [
    [words.number, words.clause, words.version, words.body, words.comment, words.state, words.answer],
    ...comments.map((comment, index) => [
      String(index + 1),
      comment.label,
      String(comment.number),
      comment.body,
      comment.comment,
      words.states[comment.state],
      comment.answer,
    ]),
  ]
}

export async function matrixFile(
  reader: Reader,
  format: 'xlsx' | 'docx',
  title: string,
  comments: readonly CommentView[],
): Promise<Uint8Array<ArrayBuffer>> {
  const words = reader.t.kerjaKlausul
  const [head = [], ...rows] = matrixRows(reader, comments)
  if (format === 'xlsx')
    return new Uint8Array(await writeWorkbook([{ name: words.matrix.slice(0, 31), rows: [head, ...rows] }]))
  return new Uint8Array(
    await makeDocx({
      language: reader.lang,
      from: 'Payung',
      title: `${words.matrix}: ${title}`,
      facts: [],
      to: [],
      blocks: [
        {
          kind: 'table',
          caption: words.matrix,
          head,
          rows,
          widths: [0.06, 0.12, 0.08, 0.14, 0.26, 0.12, 0.22],
          amounts: [],
        },
      ],
      footer: title,
    }),
  )
}

export function fileResponse(
  bytes: Uint8Array<ArrayBuffer>,
  format: keyof typeof FILE_TYPES,
  name: string,
): Response {
  return new Response(bytes, {
    headers: {
      'content-type': FILE_TYPES[format],
      'content-disposition': `attachment; filename="${name}.${format}"`,
      'content-security-policy': "sandbox; default-src 'none'",
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    },
  })
}
