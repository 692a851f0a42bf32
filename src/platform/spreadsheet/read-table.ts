/** A list that somebody sends as CSV or XLSX, as rows of text. Judged by its content, never by its name. */
import { HucreError, type Cell, type CellValue, type Sheet } from 'hucre'
import { detectDelimiter, parseCsv } from 'hucre/csv'
import { readXlsx } from 'hucre/xlsx'
import { checkZip } from './check-zip.ts'

export const LARGEST_TABLE = 5 * 1024 * 1024
export const MOST_ROWS = 20_000
const MOST_COLUMNS = 40
/** A text without any column is no list. */
const FEWEST_COLUMNS = 2
const MOST_UNPACKED = 48 * 1024 * 1024
/** One more row and column than is taken: so that too many are noticed and never cut off in silence. */
const RANGE = `A1:AO${MOST_ROWS + 1}`

export type TableRefusal =
  'empty' | 'too-big' | 'too-many-rows' | 'not-a-table' | 'old-excel' | 'formula' | 'open-quote'

export type ReadTable =
  | { readonly kind: 'table'; readonly rows: readonly (readonly string[])[] }
  | { readonly kind: 'refused'; readonly why: TableRefusal; readonly cell?: string }

const refused = (why: TableRefusal, cell?: string): ReadTable => ({
  kind: 'refused',
  why,
  ...(cell && { cell }),
})

export async function readTable(bytes: Uint8Array): Promise<ReadTable> {
  if (bytes.length === 0) return refused('empty')
  if (bytes.length > LARGEST_TABLE) return refused('too-big')
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return refused('old-excel')
  return startsWith(bytes, [0x50, 0x4b]) ? readWorkbook(bytes) : readText(bytes)
}

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, at) => bytes[at] === byte)
}

async function readWorkbook(bytes: Uint8Array): Promise<ReadTable> {
  const opened = await openWorkbook(bytes)
  if (opened.kind === 'refused') return opened
  const sheet = opened.sheets.find((each) => each.rows.length > 0)
  const formula = formulaIn(sheet)
  if (formula !== undefined) return refused('formula', formula)
  return asTable((sheet?.rows ?? []).map((row) => row.map(textOf)))
}

/** The sheets that a reader of the workbook sees. */
async function openWorkbook(
  bytes: Uint8Array,
): Promise<{ readonly kind: 'book'; readonly sheets: readonly Sheet[] } | (ReadTable & { kind: 'refused' })> {
  const zip = checkZip(bytes, MOST_UNPACKED)
  if (zip !== 'fine') return { kind: 'refused', why: zip === 'too-big' ? 'too-big' : 'not-a-table' }
  try {
    const workbook = await readXlsx(bytes, {
      range: RANGE,
      sheets: (info) => !info.hidden && !info.veryHidden,
    })
    return { kind: 'book', sheets: workbook.sheets }
  } catch (error) {
    if (error instanceof HucreError) return { kind: 'refused', why: 'not-a-table' }
    throw error
  }
}

function formulaIn(sheet: Sheet | undefined): string | undefined {
  const formula = [...(sheet?.cells ?? new Map<string, Cell>())].find(
    ([, cell]) => cell.formula !== undefined,
  )
  return formula && cellName(formula[0])
}

export type TableSheet = { readonly name: string; readonly table: ReadTable }
export type ReadSheets =
  | { readonly kind: 'sheets'; readonly format: 'xlsx' | 'csv'; readonly sheets: readonly TableSheet[] }
  | { readonly kind: 'refused'; readonly why: TableRefusal; readonly cell?: string }

/** Every sheet with something in it, each judged by itself; a text is one sheet without a name. At least one can be read. */
export async function readSheets(bytes: Uint8Array): Promise<ReadSheets> {
  if (!startsWith(bytes, [0x50, 0x4b]) || bytes.length > LARGEST_TABLE) {
    const table = await readTable(bytes)
    return table.kind === 'refused'
      ? table
      : { kind: 'sheets', format: 'csv', sheets: [{ name: '', table: unmarked(table) }] }
  }
  const opened = await openWorkbook(bytes)
  if (opened.kind === 'refused') return opened
  const sheets = opened.sheets.filter(({ rows }) => rows.length > 0).map(judgedSheet)
  const [first] = sheets
  if (first === undefined) return { kind: 'refused', why: 'empty' }
  if (first.table.kind === 'refused' && sheets.every(({ table }) => table.kind === 'refused'))
    return first.table
  return { kind: 'sheets', format: 'xlsx', sheets }
}

function judgedSheet(sheet: Sheet): TableSheet {
  const formula = formulaIn(sheet)
  const table =
    formula === undefined ? asTable(sheet.rows.map((row) => row.map(textOf))) : refused('formula', formula)
  return { name: sheet.name, table }
}

/** Put before a cell of CSV that a spreadsheet would take for a formula. */
const FORMULA_MARK = /^'(?=[=@+\t\r-])/

function unmarked(table: ReadTable): ReadTable {
  if (table.kind === 'refused') return table
  return { ...table, rows: table.rows.map((row) => row.map((cell) => cell.replace(FORMULA_MARK, ''))) }
}

/** "2,1" (row, column from 0) is B3. */
function cellName(key: string): string {
  const [row = 0, column = 0] = key.split(',').map(Number)
  const letter = String.fromCharCode(65 + (column % 26))
  return `${column < 26 ? '' : 'A'}${letter}${row + 1}`
}

function textOf(value: CellValue): string {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '?' : value.toISOString().slice(0, 10)
  return value === null ? '' : String(value)
}

function readText(bytes: Uint8Array): ReadTable {
  const text = decode(bytes)
  if (text === undefined) return refused('not-a-table')
  if (hasOpenQuote(text)) return refused('open-quote')
  const rows = parseCsv(text, { delimiter: detectDelimiter(text), maxRows: MOST_ROWS + 1 })
  return asTable(rows.map((row) => row.map(textOf)))
}

/** UTF-8 with or without a mark, UTF-16 with one, else Windows-1252 as Excel writes; binary things are no text. */
function decode(bytes: Uint8Array): string | undefined {
  const encoding = startsWith(bytes, [0xff, 0xfe]) ? 'utf-16le' : 'utf-8'
  const text = decodeAs(bytes, encoding) ?? decodeAs(bytes, 'windows-1252')
  // oxlint-disable-next-line no-control-regex -- control signs are what tells a program or an image from a list
  return text === undefined || /[\0-\x08\x0e-\x1f]/.test(text) ? undefined : text
}

function decodeAs(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** A quote that never ends would swallow every row after it into one cell. */
function hasOpenQuote(text: string): boolean {
  return (text.match(/"/g)?.length ?? 0) % 2 === 1
}

function asTable(rows: readonly (readonly string[])[]): ReadTable {
  const filled = rows.some((row) => row.some((cell) => cell.trim() !== ''))
  if (!filled) return refused('empty')
  if (rows.length > MOST_ROWS) return refused('too-many-rows')
  const width = Math.max(...rows.map((row) => row.findLastIndex((cell) => cell !== '') + 1))
  if (width < FEWEST_COLUMNS || width > MOST_COLUMNS) return refused('not-a-table')
  return { kind: 'table', rows: rows.map((row) => row.slice(0, width)) }
}
