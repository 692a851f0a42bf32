/** Sheets of text as an XLSX file. Every cell is text, so that nothing in it is ever run as a formula. */
import { writeXlsx } from 'hucre/xlsx'

export type TextSheet = {
  readonly name: string
  /** The first row is the head; it stays in sight. */
  readonly rows: readonly (readonly string[])[]
  /** Columns that stay in sight, from the left. */
  readonly fixed?: number
}

const WIDEST = 60
const NARROWEST = 8

export async function writeWorkbook(sheets: readonly TextSheet[]): Promise<Uint8Array> {
  return writeXlsx({
    sheets: sheets.map((sheet) => ({
      name: sheet.name,
      rows: sheet.rows.map((row) => [...row]),
      columns: widthsOf(sheet.rows).map((width) => ({ width })),
      freezePane: { rows: 1, columns: sheet.fixed ?? 0 },
    })),
  })
}

function widthsOf(rows: readonly (readonly string[])[]): readonly number[] {
  const count = Math.max(0, ...rows.map((row) => row.length))
  return Array.from({ length: count }, (_, at) => {
    const longest = rows.map((row) => Math.max(...(row[at] ?? '').split('\n').map((line) => line.length)))
    return Math.min(WIDEST, Math.max(NARROWEST, ...longest) + 2)
  })
}
