/** The table as a spreadsheet or a paper. */
import type { LetterBlock, Paper } from '#src/domain/letters/letter.ts'
import { makePdf } from '#src/platform/documents/pdf.ts'
import { writeWorkbook } from '#src/platform/spreadsheet/write-workbook.ts'
import { columnName, reasonsOf, type Reader, type Table } from './comparison.ts'
import { aboutTable, cellText, csvRows, gridRows } from './comparison-data.ts'
import { plainDate } from './ui/when.ts'

/** Three sheets: the grid, every rule behind it, and what the codes mean. */
export function tableWorkbook(reader: Reader, table: Table): Promise<Uint8Array> {
  const words = reader.t.kerjaBanding.files
  return writeWorkbook([
    { name: words.grid, rows: gridRows(reader, table), fixed: 1 },
    { name: words.rules, rows: csvRows(reader, table) },
    { name: words.about, rows: aboutRows(reader, table) },
  ])
}

function aboutRows(reader: Reader, table: Table): readonly (readonly string[])[] {
  return Object.entries(aboutTable(reader, table)).flatMap(([key, value]): readonly (readonly string[])[] => {
    if (typeof value === 'string') return [[key, '', value]]
    if (Array.isArray(value)) return value.map((each) => [key, each.id, each.name])
    return Object.entries(value).map(([code, meaning]) => [key, code, String(meaning)])
  })
}

export async function tablePdf(reader: Reader, table: Table, madeAt: Date): Promise<Uint8Array> {
  return makePdf(paperOf(reader, table), madeAt)
}

function paperOf(reader: Reader, table: Table): Paper {
  const { lang, t } = reader
  const words = t.harmonisasi
  const about = aboutTable(reader, table)
  return {
    language: lang,
    from: 'Payung',
    title: words.title,
    facts: [
      { label: words.day, text: plainDate(lang, about.on) },
      {
        label: words.forSector,
        text: table.choice.sector === undefined ? words.everySector : words.sector[table.choice.sector],
      },
      { label: t.kerjaBanding.yardstick, text: about.compared_with },
      { label: t.kerjaBanding.files.licence, text: about.licence },
    ],
    to: [],
    blocks: [
      { kind: 'note', text: words.silence },
      { kind: 'list', items: Object.values(about.verdicts) },
      ...table.rows.map((row): LetterBlock => tableOfNeed(reader, table, row)),
    ],
    footer: `${about.origin}, ${plainDate(lang, about.retrieved)}. ${about.licence}`,
  }
}

function tableOfNeed(reader: Reader, table: Table, row: Table['rows'][number]): LetterBlock {
  const { lang, t } = reader
  const words = t.harmonisasi
  const need = table.choice.needs.find((each) => each.code === row.need)
  return {
    kind: 'table',
    caption: need?.name[lang] ?? row.need,
    head: [t.kerjaBanding.column, words.rules, words.why],
    rows: row.cells.map((cell) => {
      const column = table.columns.find((each) => each.id === cell.column)
      return [
        column === undefined ? cell.column : columnName(reader, column),
        cellText(reader, cell),
        need === undefined ? '' : reasonsOf(reader, cell, need).join(' '),
      ]
    }),
    widths: [0.2, 0.5, 0.3],
    amounts: [],
  }
}
