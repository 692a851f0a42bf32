/** The table as open data: one row for each rule of each cell, with what every code means, the day and the licence. */
import { CELL_MARKS, type Cell } from '#src/domain/harmonisation/compare.ts'
import { REASONS, VERDICTS } from '#src/domain/harmonisation/decide.ts'
import { normsHeader, type Need } from '#src/platform/law/harmonisation-files.ts'
import type { Norm } from '#src/platform/norm-texts.ts'
import { textsFor } from '#src/texts/texts.ts'
import {
  citationOf,
  columnName,
  forThePublic,
  instrumentShort,
  reasonsOf,
  yardstickName,
  type Reader,
  type Table,
} from './comparison.ts'

/** Names of the columns of the file; they are the same in every language, so that a program reads them. */
export const DATA_COLUMNS = [
  'need',
  'need_name',
  'column',
  'column_name',
  'compared_with',
  'verdict',
  'verdict_name',
  'reasons',
  'certainty',
  'marks',
  'rule',
  'role',
  'kind',
  'modality',
  'says',
  'bearer',
  'beneficiary',
  'value',
  'unit',
  'phases',
  'sector',
  'undocumented',
  'instrument',
  'instrument_name',
  'article',
  'quote',
  'valid_from',
  'valid_until',
  'rule_confidence',
  'source',
  'source_url',
  'on',
  'licence',
] as const
type DataColumn = (typeof DATA_COLUMNS)[number]
export type DataRow = Readonly<Record<DataColumn, string>>

/** Every cell has a row, also the empty ones: what is not known is part of the data. */
export function dataRows(reader: Reader, table: Table): readonly DataRow[] {
  return table.rows.flatMap((row) => {
    const need = table.choice.needs.find((each) => each.code === row.need)
    return need === undefined ? [] : row.cells.flatMap((cell) => rowsOfCell(reader, table, need, cell))
  })
}

function rowsOfCell(reader: Reader, table: Table, need: Need, cell: Cell<Norm>): readonly DataRow[] {
  const { lang, t } = reader
  const column = table.columns.find((each) => each.id === cell.column)
  const shared = {
    ...NO_RULE,
    need: need.code,
    need_name: need.name[lang],
    column: cell.column,
    column_name: column === undefined ? '' : columnName(reader, column),
    compared_with: column?.against?.id ?? '',
    verdict: cell.verdict,
    verdict_name: t.harmonisasi.verdict[cell.verdict],
    reasons: reasonsOf(reader, cell, need).join(' '),
    certainty: cell.certainty ?? '',
    marks: cell.marks.join(' '),
    on: table.choice.on,
    licence: normsHeader().licence,
  }
  if (cell.entries.length === 0) return [shared]
  return cell.entries.map(({ norm, role }) => ({ ...shared, role, ...ruleOf(reader, norm) }))
}

const NO_RULE = {
  rule: '',
  role: '',
  kind: '',
  modality: '',
  says: '',
  bearer: '',
  beneficiary: '',
  value: '',
  unit: '',
  phases: '',
  sector: '',
  undocumented: '',
  instrument: '',
  instrument_name: '',
  article: '',
  quote: '',
  valid_from: '',
  valid_until: '',
  rule_confidence: '',
  source: '',
  source_url: '',
} as const

function ruleOf({ lang }: Reader, full: Norm): Readonly<Omit<Record<keyof typeof NO_RULE, string>, 'role'>> {
  const norm = forThePublic(full, (each) => textsFor(each).harmonisasi.numberLeftOut)
  return {
    rule: norm.id,
    kind: norm.kind,
    modality: norm.modality,
    says: norm.duty[lang],
    bearer: norm.bearer ?? '',
    beneficiary: norm.beneficiary ?? '',
    value: String(norm.parameter?.value ?? ''),
    unit: norm.parameter?.unit ?? '',
    phases: norm.phases.join(' '),
    sector: norm.sector,
    undocumented: norm.undocumented,
    instrument: norm.instrument,
    instrument_name: instrumentShort(norm.instrument),
    article: norm.article,
    quote: norm.quote ?? '',
    valid_from: norm.validFrom ?? '',
    valid_until: norm.validUntil ?? '',
    rule_confidence: norm.confidence,
    source: norm.source.citation,
    source_url: norm.source.url ?? '',
  }
}

export function csvRows(reader: Reader, table: Table): readonly (readonly string[])[] {
  return [DATA_COLUMNS, ...dataRows(reader, table).map((row) => DATA_COLUMNS.map((column) => row[column]))]
}

/** The whole of it with its own description: what was asked, whose it is, and what each code means. */
export function jsonOf(reader: Reader, table: Table) {
  return { ...aboutTable(reader, table), rows: dataRows(reader, table) }
}

/** What a reader of the file must know; the same in every form of export. */
export function aboutTable(reader: Reader, { choice, columns }: Table) {
  const words = reader.t.harmonisasi
  const header = normsHeader()
  return {
    title: words.title,
    note: words.silence,
    on: choice.on,
    sector: choice.sector ?? 'all',
    phase: choice.phase ?? 'any',
    mode: choice.mode,
    compared_with: yardstickName(reader, choice.yardstick),
    origin: header.origin,
    retrieved: header.retrieved,
    licence: header.licence,
    columns: columns.map((column) => ({
      id: column.id,
      name: columnName(reader, column),
      compared_with: column.against?.id ?? null,
    })),
    verdicts: Object.fromEntries(
      VERDICTS.map((verdict) => [verdict, `${words.verdict[verdict]}: ${words.legendText[verdict]}`]),
    ),
    reasons: Object.fromEntries(REASONS.map((code) => [code, words.reason[code]])),
    marks: Object.fromEntries(CELL_MARKS.map((mark) => [mark, words.mark[mark]])),
    certainties: words.sure,
  }
}

/** The grid as text: a need in each row, a column of the table in each column, the citations below the word. */
export function gridRows(reader: Reader, table: Table): readonly (readonly string[])[] {
  const { lang, t } = reader
  return [
    [t.harmonisasi.need, ...table.columns.map((column) => columnName(reader, column))],
    ...table.rows.map((row) => {
      const need = table.choice.needs.find((each) => each.code === row.need)
      return [need?.name[lang] ?? row.need, ...row.cells.map((cell) => cellText(reader, cell))]
    }),
  ]
}

/** The word of a cell, then each deciding rule with its article and how sure it is. */
export function cellText({ lang, t }: Reader, cell: Cell<Norm>): string {
  const words = t.harmonisasi
  const rules = cell.entries
    .filter((entry) => entry.role === 'decides')
    .map(({ norm: full }) => {
      const norm = forThePublic(full, (each) => textsFor(each).harmonisasi.numberLeftOut)
      return `${norm.duty[lang]} (${citationOf(norm)}; ${words.sure[norm.confidence]})`
    })
  return [words.verdict[cell.verdict], ...rules].join('\n')
}
