/** What the steps show, from what the use cases found. */
import { isCaseType } from '#src/domain/cases/case-types.ts'
import { AGENCY_CLOSING_REASONS, SECTORS } from '#src/domain/cases/codes.ts'
import { isUrgency } from '#src/domain/cases/urgency.ts'
import { choicesFor } from '#src/domain/imports/coded.ts'
import { CODED, type Coded } from '#src/domain/imports/fields.ts'
import { guessHeadingRow, useOf } from '#src/domain/imports/mapping.ts'
import type { Fault, OldCase, UnknownWord } from '#src/domain/imports/read-list.ts'
import {
  listLookups,
  type DryRow,
  type DryRun,
  type ListReading,
  type OpenedList,
} from '#src/modules/imports/index.ts'
import { formatPartialDate } from '#src/texts/dates.ts'
import type { Option } from '#src/web/ui/staff/form.tsx'
import type { FormState } from '#src/web/ui/staff/frame.ts'
import type { StaffReq } from '#src/web/http.ts'
import { countryName } from '../../casework.ts'
import type { CheckListView } from './check-page.tsx'
import type { ColumnsView } from './columns-page.tsx'
import type { SheetView } from './sheet-page.tsx'
import type { StepView } from './step-parts.tsx'
import type { ValuesView } from './values-page.tsx'

const HEAD_ROWS = 12
const SAMPLES = 3
const LONGEST = 40
export const WORDS_SHOWN = 100
const FAULTS_SHOWN = 40
const FIRST_SHOWN = 12
const DIFFERS_SHOWN = 40

export function stepView({ row }: Pick<OpenedList, 'row'>, problem?: string): StepView {
  return {
    id: row.id,
    version: row.version,
    source: row.source,
    ...(problem !== undefined && { problem }),
  }
}

export function sheetView(req: StaffReq, opened: OpenedList, base: StepView, form?: FormState): SheetView {
  const words = req.t.kerjaDaftarLama
  return {
    ...base,
    sheets: opened.sheets.map(({ name, table }) =>
      table.kind === 'table'
        ? { name, rows: table.rows.slice(0, HEAD_ROWS), headingRow: guessHeadingRow(table.rows) }
        : { name, rows: [], headingRow: 0, refused: words.refused[table.why] ?? words.problemOther },
    ),
    ...(form && { form }),
  }
}

export function columnsView(opened: OpenedList, view: ListReading, base: StepView): ColumnsView {
  const said = opened.said
  const body = view.rows.slice((said?.headingRow ?? 0) + 1)
  return {
    ...base,
    columns: view.columns.map((column) => ({
      at: column.at,
      heading: column.heading,
      samples: samplesOf(body.map((row) => (row[column.at] ?? '').trim())),
      use: said === undefined ? 'note' : useOf(said.mapping, column),
    })),
    order: said?.mapping.order ?? '',
    ...(said?.remembered && { remembered: said.remembered }),
  }
}

function samplesOf(cells: readonly string[]): readonly string[] {
  const different = new Set(cells.slice(0, 200).filter((cell) => cell !== ''))
  return [...different].slice(0, SAMPLES).map((cell) => cell.slice(0, LONGEST))
}

/** Words that are asked, and those that were answered before. */
export function valuesView(
  req: StaffReq,
  opened: OpenedList,
  words: readonly UnknownWord[],
  view: ListReading,
  base: StepView,
): ValuesView {
  const said = opened.said?.mapping.values ?? {}
  const headings = new Map(view.columns.map(({ key, heading }) => [key, heading]))
  return {
    ...base,
    words: words.slice(0, WORDS_SHOWN).map(({ key, use, word, written, times }, place) => ({
      name: `kata.${place}`,
      column: headings.get(key) ?? key,
      written,
      times,
      options: optionsFor(req, use),
      chosen: said[key]?.[word] ?? '',
    })),
    left: Math.max(0, words.length - WORDS_SHOWN),
  }
}

function optionsFor(req: StaffReq, use: Coded): readonly Option[] {
  return choicesFor(use, listLookups())
    .map((code) => ({ value: code, label: codeWords(req, use, code) }))
    .toSorted((a, b) =>
      use === 'country' || use === 'nationality' ? a.label.localeCompare(b.label, req.lang) : 0,
    )
}

function codeWords(req: StaffReq, use: Coded, code: string): string {
  const { kerjaKode, kerjaDaftarLama: words } = req.t
  switch (use) {
    case 'sex':
      return code === 'female' || code === 'male' || code === 'other' ? words.sex[code] : code
    case 'case-type':
      return isCaseType(code) ? kerjaKode.caseType[code] : code
    case 'urgency':
      return isUrgency(code) ? kerjaKode.urgency[code] : code
    case 'status': {
      const why = AGENCY_CLOSING_REASONS.find((each) => each === code)
      return why === undefined ? words.statusOpen : words.statusClosed(kerjaKode.agencyClosing[why])
    }
    case 'sector': {
      const sector = SECTORS.find((each) => each === code)
      return sector === undefined ? code : kerjaKode.sector[sector]
    }
    case 'country':
    case 'nationality':
      return countryName(req.lang, code, req.t)
    default:
      return use satisfies never
  }
}

export function checkView(req: StaffReq, run: DryRun, base: StepView): CheckListView {
  const differing = run.dry.filter(({ becomes }) => becomes === 'differs' || becomes === 'touched')
  const lines = differing.flatMap((row) => differsOf(req, row))
  return {
    ...base,
    rows: run.dry.length,
    counts: run.counts,
    first: run.dry.slice(0, FIRST_SHOWN).map((row) => firstOf(req, row)),
    faults: run.reading.faults.slice(0, FAULTS_SHOWN).map((fault) => faultOf(req, run, fault)),
    faultsLeft: Math.max(0, run.reading.faults.length - FAULTS_SHOWN),
    differs: lines.slice(0, DIFFERS_SHOWN),
    differsLeft: Math.max(0, lines.length - DIFFERS_SHOWN),
    known: run.row.known_rows,
  }
}

function firstOf(req: StaffReq, { row, told, becomes, kept }: DryRow): CheckListView['first'][number] {
  return {
    row,
    name: told.names[0] ?? '',
    noNik: told.noneYet.includes('nik'),
    types: told.types,
    country: told.country === undefined ? '' : countryName(req.lang, told.country, req.t),
    when: told.complained === undefined ? '' : formatPartialDate(told.complained, req.lang),
    kept: kept.length,
    becomes,
  }
}

export function faultOf(
  req: StaffReq,
  run: Pick<DryRun, 'columns' | 'rows'>,
  fault: Fault,
): CheckListView['faults'][number] {
  const words = req.t.kerjaDaftarLama
  const heading = run.columns[fault.at]?.heading ?? ''
  const other = fault.other === undefined ? '' : ` ${words.faultOther(fault.other)}`
  return {
    where: words.faultAt(fault.row, heading === '' ? words.noHeading(fault.at + 1) : heading),
    written: (run.rows[fault.row - 1]?.[fault.at] ?? '').slice(0, LONGEST),
    why: `${words.fault[fault.code]}${other}`,
  }
}

function differsOf(req: StaffReq, row: DryRow): CheckListView['differs'] {
  const { diffField } = req.t.kerjaDaftarLama
  return row.differs.map((field) => ({
    row: row.row,
    code: row.code ?? '',
    field: diffField[field],
    before: shown(req, field, row.before?.[field]),
    after: shown(req, field, row.told[field]),
  }))
}

function shown(req: StaffReq, field: keyof OldCase, value: OldCase[keyof OldCase]): string {
  if (value === undefined) return ''
  if (typeof value === 'string' || typeof value === 'number') return wordOf(req, field, String(value))
  return value
    .map((each) => (typeof each === 'string' ? wordOf(req, field, each) : `${each.heading}: ${each.text}`))
    .join('; ')
    .slice(0, 200)
}

function wordOf(req: StaffReq, field: keyof OldCase, text: string): string {
  if (field === 'types') return codeWords(req, 'case-type', text)
  const coded = CODED.find((each) => each === field)
  if (coded !== undefined) return codeWords(req, coded, text)
  if (field === 'noneYet')
    return text === 'nik' ? req.t.kerjaDaftarLama.nik.nik : req.t.kerjaDaftarLama.nik.passport
  return text
}
