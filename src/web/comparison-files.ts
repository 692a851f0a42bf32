/** The table as a spreadsheet or a paper. */
import type { LetterBlock, Paper } from '#src/domain/letters/letter.ts'
import { makePdf } from '#src/platform/documents/pdf.ts'
import { writeWorkbook } from '#src/platform/spreadsheet/write-workbook.ts'
import { columnName, reasonsOf, type Reader, type Table } from './comparison.ts'
import { aboutTable, cellText, csvRows, gridRows } from './comparison-data.ts'
import { findingsBlock, findingsTable, type Findings } from './comparison-findings.ts'
import { plainDate } from './ui/when.ts'

/** The grid, every rule behind it, and what the codes mean; before them what the screen lists, where it lists something. */
export function tableWorkbook(reader: Reader, table: Table, findings?: Findings): Promise<Uint8Array> {
  const words = reader.t.kerjaBanding.files
  const listed = findings && findingsTable(reader, findings)
  return writeWorkbook([
    ...(listed ? [{ name: listed.name, rows: [listed.head, ...listed.rows], fixed: 1 }] : []),
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

export async function tablePdf(
  reader: Reader,
  table: Table,
  madeAt: Date,
  findings?: Findings,
): Promise<Uint8Array> {
  return makePdf(paperOf(reader, table, findings), madeAt)
}

function paperOf(reader: Reader, table: Table, findings: Findings | undefined): Paper {
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
      ...(findings ? [findingsBlock(reader, findings)] : []),
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
