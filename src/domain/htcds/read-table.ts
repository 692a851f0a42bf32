/**
 * A workbook or a list of a form as records. The names of row 1 count, else the labels of row 2. Where names and labels of the
 * address disagree (they do in the standard's own workbooks) nothing is read until a person says which row is true.
 */
import { EXCEL_FIELDS, NAMELESS, XFORM_QUESTIONS } from './layouts.ts'
import { fieldOf, type FieldName } from './model-data.ts'
import { fieldNamed, fieldsLabelled, plainKey } from './names.ts'
import {
  readValue,
  type FaultCode,
  type HtcdsRecord,
  type HtcdsValue,
  type NoteCode,
  type ReadOptions,
} from './record.ts'

export const MOST_RECORDS = 1000
const MOST_FAULTS = 500
const SAMPLE = 5

/** Row as Excel counts it, from 1; column as its letters, or the name of the field in a file without columns. */
export type Place = { readonly row: number; readonly column: string; readonly field?: FieldName }
export type Fault = Place & { readonly code: FaultCode; readonly written: string }
export type Note = Place & { readonly code: NoteCode; readonly written: string }

export type ReadRow = { readonly row: number; readonly record: HtcdsRecord }

export type HtcdsReading =
  | { readonly kind: 'not-htcds' }
  | { readonly kind: 'too-many'; readonly most: number }
  | {
      readonly kind: 'which-row'
      readonly columns: readonly AskedColumn[]
      /** The first filled rows, only the columns in question. */
      readonly sample: readonly { readonly row: number; readonly cells: readonly string[] }[]
    }
  | {
      readonly kind: 'read'
      readonly rows: readonly ReadRow[]
      readonly faults: readonly Fault[]
      readonly notes: readonly Note[]
    }

export type AskedColumn = {
  readonly column: string
  readonly byName: FieldName
  readonly byLabel: FieldName
}

export const TRUE_ROWS = ['names', 'labels'] as const
export type TrueRow = (typeof TRUE_ROWS)[number]

export type TableOptions = ReadOptions & { readonly trueRow?: TrueRow }

type Column = { readonly at: number; readonly field: FieldName }
type Head = {
  readonly first: number
  readonly columns: readonly Column[]
  readonly asked: readonly (AskedColumn & { readonly at: number })[]
  readonly unknown: readonly { readonly at: number; readonly heading: string }[]
}

export function readHtcdsTable(rows: readonly (readonly string[])[], options: TableOptions): HtcdsReading {
  const head = headOf(rows, options.trueRow)
  if (!head) return { kind: 'not-htcds' }
  const filled = rows.flatMap((cells, at) =>
    at >= head.first && isFilled(cells, head) ? [{ cells, at }] : [],
  )
  if (filled.length > MOST_RECORDS) return { kind: 'too-many', most: MOST_RECORDS }
  if (head.asked.length > 0 && options.trueRow === undefined && filled.some(hasAsked(head)))
    return {
      kind: 'which-row',
      columns: head.asked.map(({ column, byName, byLabel }) => ({ column, byName, byLabel })),
      sample: filled
        .filter(hasAsked(head))
        .slice(0, SAMPLE)
        .map(({ cells, at }) => ({ row: at + 1, cells: head.asked.map((each) => cells[each.at] ?? '') })),
    }
  const reader = collector(options)
  const records = filled.map(({ cells, at }) =>
    reader.read(
      at + 1,
      head.columns.map(({ at: column, field }) => ({
        field,
        column: columnName(column),
        cells: [cells[column] ?? ''],
      })),
    ),
  )
  for (const { at, heading } of head.unknown)
    if (filled.some(({ cells }) => (cells[at] ?? '').trim() !== ''))
      reader.note({ row: head.first, column: columnName(at), code: 'column.unknown', written: heading })
  return { kind: 'read', rows: records, ...reader.found() }
}

const hasAsked =
  (head: Head) =>
  ({ cells }: { readonly cells: readonly string[] }): boolean =>
    head.asked.some(({ at }) => (cells[at] ?? '').trim() !== '')

/** A running number alone is no case: the workbooks come with a thousand numbered rows. */
function isFilled(cells: readonly string[], head: Head): boolean {
  return [...head.columns, ...head.unknown].some(({ at }) => (cells[at] ?? '').trim() !== '')
}

const FEWEST_NAMES = 3
const HEAD_ROWS = 5

function headOf(rows: readonly (readonly string[])[], trueRow: TrueRow | undefined): Head | undefined {
  const named = rows
    .slice(0, HEAD_ROWS)
    .findIndex((row) => row.filter((cell) => fieldNamed(cell) !== undefined).length >= FEWEST_NAMES)
  if (named >= 0) return namedHead(rows, named, trueRow)
  const labelled = rows
    .slice(0, HEAD_ROWS)
    .findIndex(
      (row) => row.filter((cell) => inLayout(fieldsLabelled(cell)) !== undefined).length >= FEWEST_NAMES,
    )
  return labelled < 0 ? undefined : labelledHead(rows, labelled)
}

function namedHead(rows: readonly (readonly string[])[], at: number, trueRow: TrueRow | undefined): Head {
  const names = rows[at] ?? []
  const below = rows[at + 1] ?? []
  const hasLabels =
    below.filter((cell) => inLayout(fieldsLabelled(cell)) !== undefined).length >= FEWEST_NAMES
  const labels = hasLabels ? below : []
  const width = Math.max(names.length, labels.length)
  const columns: Column[] = []
  const asked: (AskedColumn & { at: number })[] = []
  const unknown: { at: number; heading: string }[] = []
  for (let column = 0; column < width; column += 1) {
    const byName = fieldNamed(names[column] ?? '') ?? nameless(names, labels, column)
    const candidates = fieldsLabelled(labels[column] ?? '').filter((field) => LAYOUT.has(field))
    const heading = (names[column] ?? '').trim() || (labels[column] ?? '').trim()
    if (byName === undefined) {
      if (heading !== '' && column > 0) unknown.push({ at: column, heading })
      continue
    }
    const byLabel = candidates.length > 0 && !candidates.includes(byName) ? candidates[0] : undefined
    if (byLabel !== undefined) asked.push({ at: column, column: columnName(column), byName, byLabel })
    columns.push({ at: column, field: byLabel !== undefined && trueRow === 'labels' ? byLabel : byName })
  }
  return { first: at + (hasLabels ? 2 : 1), columns, asked, unknown }
}

/** The column without a name: known by its label, else by its two neighbours. */
function nameless(
  names: readonly string[],
  labels: readonly string[],
  column: number,
): FieldName | undefined {
  if ((names[column] ?? '').trim() !== '') return undefined
  if (plainKey(labels[column] ?? '') === plainKey(fieldOf(NAMELESS).label)) return NAMELESS
  const before = fieldNamed(names[column - 1] ?? '')
  const after = fieldNamed(names[column + 1] ?? '')
  return before === 'cas_ReferredPrimaryCaseWorker' && after === 'cas_OutgoingReferralDate'
    ? NAMELESS
    : undefined
}

const LAYOUT: ReadonlySet<FieldName> = new Set([
  ...EXCEL_FIELDS,
  ...XFORM_QUESTIONS.map(({ field }) => field),
])

function inLayout(fields: readonly FieldName[]): FieldName | undefined {
  return fields.find((field) => LAYOUT.has(field))
}

function labelledHead(rows: readonly (readonly string[])[], at: number): Head {
  const labels = rows[at] ?? []
  const columns = labels.flatMap((label, column) => {
    const field = inLayout(fieldsLabelled(label))
    return field === undefined ? [] : [{ at: column, field }]
  })
  const unknown = labels.flatMap((label, column) =>
    column === 0 || label.trim() === '' || columns.some((each) => each.at === column)
      ? []
      : [{ at: column, heading: label.trim() }],
  )
  return { first: at + 1, columns, asked: [], unknown }
}

/** 0 is A, 26 is AA. */
export function columnName(at: number): string {
  const last = String.fromCharCode(65 + (at % 26))
  return at < 26 ? last : `${columnName(Math.floor(at / 26) - 1)}${last}`
}

export type CellsOfField = {
  readonly field: FieldName
  readonly column: string
  readonly cells: readonly string[]
}

/** Reads records one by one and gathers what is wrong with them. */
export function collector(options: ReadOptions) {
  const faults: Fault[] = []
  const notes: Note[] = []
  const note = (each: Note): void => {
    if (notes.length < MOST_FAULTS) notes.push(each)
  }
  const read = (row: number, fields: readonly CellsOfField[]): ReadRow => {
    const values: Partial<Record<FieldName, HtcdsValue>> = {}
    const others: Partial<Record<FieldName, readonly string[]>> = {}
    for (const { field, column, cells } of fields)
      for (const written of cells) {
        const got = readValue(field, written, options)
        if (got === undefined) continue
        const place = { row, column, field, written: written.trim().slice(0, 80) }
        if (got.fault && faults.length < MOST_FAULTS) faults.push({ ...place, code: got.fault })
        for (const code of got.notes) note({ ...place, code })
        if (fieldOf(field).status === 'deprecated') note({ ...place, code: 'deprecated' })
        if (got.value !== undefined) values[field] = joined(values[field], got.value)
        if (got.others) others[field] = [...(others[field] ?? []), ...got.others]
      }
    return { row, record: { values, others, extensions: [], repeats: [] } }
  }
  return { read, note, found: () => ({ faults, notes }) }
}

function joined(before: HtcdsValue | undefined, value: HtcdsValue): HtcdsValue {
  return Array.isArray(before) && Array.isArray(value)
    ? [...new Set([...(before as readonly string[]), ...(value as readonly string[])])]
    : value
}
