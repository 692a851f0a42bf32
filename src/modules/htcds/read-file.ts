/** A file that somebody sends, judged by its content: a workbook or a list, JSON, or the answers of a form as XML. */
import { readXml as parseAnswers } from 'hucre/xml'
import { fieldNamed } from '#src/domain/htcds/names.ts'
import { LARGEST_TABLE, readTable, type TableRefusal } from '#src/platform/spreadsheet/read-table.ts'

export type HtcdsContent =
  | { readonly kind: 'table'; readonly rows: readonly (readonly string[])[] }
  | { readonly kind: 'document'; readonly document: unknown }

export type HtcdsFile =
  | {
      readonly kind: 'content'
      readonly format: 'xlsx' | 'csv' | 'json' | 'xml'
      readonly content: HtcdsContent
    }
  | { readonly kind: 'refused'; readonly why: TableRefusal | 'not-json' | 'not-xml'; readonly cell?: string }

/** Put before a cell of CSV that a spreadsheet would take for a formula. */
const FORMULA_MARK = /^'(?=[=@+\t\r-])/

export async function readHtcdsFile(bytes: Uint8Array): Promise<HtcdsFile> {
  if (bytes.length === 0) return { kind: 'refused', why: 'empty' }
  if (bytes.length > LARGEST_TABLE) return { kind: 'refused', why: 'too-big' }
  const start = new TextDecoder()
    .decode(bytes.subarray(0, 200))
    .replace(/^\uFEFF/, '')
    .trimStart()
  if (start.startsWith('{') || start.startsWith('[')) return readJson(bytes)
  if (start.startsWith('<')) return readXml(bytes)
  const read = await readTable(bytes)
  if (read.kind === 'refused') return read
  const format = bytes[0] === 0x50 && bytes[1] === 0x4b ? 'xlsx' : 'csv'
  const rows =
    format === 'csv' ? read.rows.map((row) => row.map((cell) => cell.replace(FORMULA_MARK, ''))) : read.rows
  return { kind: 'content', format, content: { kind: 'table', rows } }
}

function readJson(bytes: Uint8Array): HtcdsFile {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes).replace(/^\uFEFF/, '')
    const document: unknown = JSON.parse(text)
    return { kind: 'content', format: 'json', content: { kind: 'document', document } }
  } catch {
    return { kind: 'refused', why: 'not-json' }
  }
}

/** Submissions of the form: one, or several in one element. No entity of a document type is ever opened. */
function readXml(bytes: Uint8Array): HtcdsFile {
  const text = new TextDecoder().decode(bytes)
  if (/<!DOCTYPE|<!ENTITY/i.test(text)) return { kind: 'refused', why: 'not-xml' }
  try {
    const several = answersIn(text)
    const body = text.replace(/^\uFEFF?\s*<\?xml[^>]*\?>/, '')
    const records = several.some(isSubmission) ? several : answersIn(`<all>${body}</all>`)
    return { kind: 'content', format: 'xml', content: { kind: 'document', document: { records } } }
  } catch {
    return { kind: 'refused', why: 'not-xml' }
  }
}

type Answers = Readonly<Record<string, unknown>>

/** The children of the root, each with its answers; groups stand before a name as `group/name`. */
function answersIn(xml: string): readonly Answers[] {
  return parseAnswers(xml, { stripNamespaces: true }).data.map((row) =>
    Object.fromEntries(
      Object.entries(row)
        .filter(([key]) => !key.includes('@') && !key.startsWith('meta.'))
        .map(([key, value]) => [key.replaceAll('.', '/'), value]),
    ),
  )
}

function isSubmission(answers: Answers): boolean {
  return Object.keys(answers).filter((key) => fieldNamed(key) !== undefined).length > 1
}
