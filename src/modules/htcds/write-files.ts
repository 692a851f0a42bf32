import { writeXlsx, type DataValidation, type WriteSheet } from 'hucre/xlsx'
import { writeCsv } from 'hucre/csv'
import { EXCEL_FIELDS, XFORM_QUESTIONS, type HtcdsLayout } from '#src/domain/htcds/layouts.ts'
import type { Loss } from '#src/domain/htcds/losses.ts'
import { recordToJson } from '#src/domain/htcds/json.ts'
import { fieldOf, HTCDS_LISTS, type FieldName } from '#src/domain/htcds/model-data.ts'
import { columnName } from '#src/domain/htcds/read-table.ts'
import type { HtcdsRecord } from '#src/domain/htcds/record.ts'
import { SCHEMA_PATH } from '#src/domain/htcds/schema.ts'
import {
  excelHead,
  excelRow,
  xformRow,
  type AddressLabels,
  type SheetLayout,
} from '#src/domain/htcds/write-cells.ts'
import { countryNamesForHtcds } from './country-names.ts'

export type FileRecord = { readonly record: HtcdsRecord; readonly losses: readonly Loss[] }

export type HtcdsFileAbout = {
  readonly source: string
  readonly at: Date
  /** Head and rows of the loss report in the reader's words. */
  readonly lossRows: readonly (readonly string[])[]
  readonly lossSheet: string
}

export type WrittenFile = { readonly bytes: Uint8Array; readonly type: string; readonly ending: string }

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export async function writeHtcdsFile(
  records: readonly FileRecord[],
  layout: HtcdsLayout,
  about: HtcdsFileAbout,
): Promise<WrittenFile> {
  switch (layout) {
    case 'json':
      return { bytes: encode(jsonText(records, about)), type: 'application/json', ending: 'json' }
    case 'xform':
      return { bytes: encode(xformCsv(records)), type: 'text/csv; charset=utf-8', ending: 'csv' }
    default: {
      const sheets = [lossSheetOf(about)]
      const bytes = await writeHtcdsWorkbook(
        records.map(({ record }) => record),
        layout,
        { address: 'agreeing', sheets },
      )
      return { bytes, type: XLSX, ending: 'xlsx' }
    }
  }
}

const encode = (text: string): Uint8Array => new TextEncoder().encode(text)

function jsonText(records: readonly FileRecord[], about: HtcdsFileAbout): string {
  const losses = records.flatMap((each, at) =>
    each.losses.map(({ field, code }) => ({ record: at + 1, ...(field && { field }), code })),
  )
  return JSON.stringify(
    {
      $schema: SCHEMA_PATH,
      standard: 'HTCDS',
      version: '2.0',
      source: about.source,
      exportedAt: about.at.toISOString(),
      records: records.map(({ record }) => recordToJson(record)),
      ...(losses.length > 0 && { x_LossReport: losses }),
    },
    null,
    1,
  )
}

function xformCsv(records: readonly FileRecord[]): string {
  const rows = [XFORM_QUESTIONS.map(({ name }) => name), ...records.map(({ record }) => xformRow(record))]
  return writeCsv(rows.map((row) => row.map((cell) => plainCell(cell))))
}

/** What a spreadsheet would run as a formula is made text; a telephone number stays one. The reader takes the mark away again. */
function plainCell(cell: string): string {
  return /^(?:[=@\t\r]|[+-](?!\d))/.test(cell) ? `'${cell}` : cell
}

const LISTS = EXCEL_FIELDS.filter(
  (field) => fieldOf(field).list !== undefined || fieldOf(field).form === 'country',
)
const LAST_CHECKED = 502

/** As the template of the standard: hidden names, labels, a running number, and for two of the three a sheet of choices. */
export async function writeHtcdsWorkbook(
  records: readonly HtcdsRecord[],
  layout: SheetLayout,
  more: {
    readonly address: AddressLabels
    /** Rows that carry a number and nothing else, as in the shipped files. */
    readonly numberedRows?: number
    readonly sheets?: readonly WriteSheet[]
  },
): Promise<Uint8Array> {
  const countries = countryNamesForHtcds()
  const count = Math.max(records.length, more.numberedRows ?? 0)
  const rows = Array.from({ length: count }, (_none, at): (string | number)[] => {
    const record = records[at]
    return [at + 1, ...(record ? excelRow(record, layout, countries) : [])]
  })
  const [names, labels] = excelHead(more.address)
  const main: WriteSheet = {
    name: 'HTCDS',
    rows: [[...(names ?? [])], [...(labels ?? [])], ...rows],
    columns: Array.from({ length: EXCEL_FIELDS.length + 1 }, (_none, at) => ({ width: at === 0 ? 6 : 22 })),
    rowDefs: new Map([[0, { hidden: true }]]),
    freezePane: { rows: 2, columns: 1 },
    ...(layout !== 'plain' && { dataValidations: LISTS.map(checkOf) }),
  }
  const choices = layout === 'plain' ? [] : [choicesSheet()]
  return writeXlsx({ sheets: [main, ...choices, ...(more.sheets ?? [])] })
}

function choicesOf(field: FieldName): readonly string[] {
  const { list } = fieldOf(field)
  if (list === undefined) return countryNamesForHtcds().map(({ names: [english] }) => english ?? '')
  return field === 'prs_Gender' ? Object.keys(HTCDS_LISTS[list]) : Object.values(HTCDS_LISTS[list])
}

function checkOf(field: FieldName, at: number): DataValidation {
  const column = columnName(EXCEL_FIELDS.indexOf(field as (typeof EXCEL_FIELDS)[number]) + 1)
  const letter = columnName(at)
  return {
    type: 'list',
    formula1: `validation!$${letter}$2:$${letter}$${choicesOf(field).length + 1}`,
    allowBlank: true,
    // Several values in one cell and values of one's own are allowed by the standard.
    showErrorMessage: false,
    range: `${column}3:${column}${LAST_CHECKED}`,
  }
}

function choicesSheet(): WriteSheet {
  const longest = Math.max(...LISTS.map((field) => choicesOf(field).length))
  const rows = Array.from({ length: longest }, (_none, at) =>
    LISTS.map((field) => choicesOf(field)[at] ?? ''),
  )
  return { name: 'validation', rows: [[...LISTS], ...rows] }
}

function lossSheetOf({ lossSheet, lossRows }: HtcdsFileAbout): WriteSheet {
  return { name: lossSheet, rows: lossRows.map((row) => [...row]) }
}
