/** Records as the cells of a workbook or the answers of the form, and what each of these layouts cannot hold. */
import {
  EXCEL_ADDRESS_LABELS,
  EXCEL_FIELDS,
  excelName,
  XFORM_QUESTIONS,
  type HtcdsLayout,
} from './layouts.ts'
import type { Loss } from './losses.ts'
import { FIELD_NAMES, fieldOf, type FieldName } from './model-data.ts'
import { labelOf } from './names.ts'
import type { CountryNames, HtcdsRecord, HtcdsValue } from './record.ts'

export type SheetLayout = Exclude<HtcdsLayout, 'json' | 'xform'>

/** `agreeing`: the labels of the address say what the names say. `as-shipped`: as in the standard's workbooks, where they do not. */
export type AddressLabels = 'agreeing' | 'as-shipped'

/** Row of names and row of labels, with column A for the running number. */
export function excelHead(address: AddressLabels): readonly (readonly string[])[] {
  const labels = EXCEL_FIELDS.map(
    (field) => (address === 'as-shipped' ? EXCEL_ADDRESS_LABELS[field] : undefined) ?? fieldOf(field).label,
  )
  return [
    ['', ...EXCEL_FIELDS.map((field) => excelName(field))],
    ['No.', ...labels],
  ]
}

export function excelRow(
  record: HtcdsRecord,
  layout: SheetLayout,
  countries: CountryNames,
): readonly string[] {
  return EXCEL_FIELDS.map((field) => cellOf(record, field, layout, countries))
}

/** The validated workbooks hold labels, gender apart, and country names; the plain one holds what a program reads. */
function cellOf(record: HtcdsRecord, field: FieldName, layout: SheetLayout, countries: CountryNames): string {
  const value = record.values[field]
  if (value === undefined) return plainText(record, field)
  const texts = (Array.isArray(value) ? (value as readonly string[]) : [value]).map((each) =>
    layout === 'plain' ? String(each) : shown(field, each, countries),
  )
  return layout === 'single-select' ? (texts[0] ?? '') : texts.join('; ')
}

function shown(field: FieldName, value: HtcdsValue, countries: CountryNames): string {
  const { list, form } = fieldOf(field)
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE'
  if (list && field !== 'prs_Gender') return labelOf(list, String(value))
  if (form === 'country') return countries.find(({ iso }) => iso === value)?.names[0] ?? String(value)
  return String(value)
}

/** A number that is no telephone number of E.164, a place that is no country: the cell is text and can hold it. */
function plainText(record: HtcdsRecord, field: FieldName): string {
  return holdsAnyText(field) ? (record.others[field]?.join('; ') ?? '') : ''
}

function holdsAnyText(field: FieldName): boolean {
  const { kind, list } = fieldOf(field)
  return list === undefined && (kind === 'text' || kind === 'long-text' || kind === 'lookup')
}

/** The answers in the order of the form, several values with a space between. */
export function xformRow(record: HtcdsRecord): readonly string[] {
  return XFORM_QUESTIONS.map(({ field, type }) => {
    const value = record.values[field]
    if (value === undefined) return plainText(record, field)
    if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE'
    if (!Array.isArray(value)) return String(value)
    const list = value as readonly string[]
    return type === 'select_one' ? (list[0] ?? '') : list.join(' ')
  })
}

/** What this record says and the layout cannot hold. */
export function layoutLosses(record: HtcdsRecord, layout: HtcdsLayout): readonly Loss[] {
  if (layout === 'json') return []
  const columns = new Set<FieldName>(
    layout === 'xform' ? XFORM_QUESTIONS.map(({ field }) => field) : EXCEL_FIELDS,
  )
  const losses: Loss[] = []
  for (const field of FIELD_NAMES) {
    const value = record.values[field]
    const beside = record.others[field]
    if (value === undefined && beside === undefined) continue
    if (!columns.has(field)) losses.push({ field, code: 'no-column' })
    else {
      if (Array.isArray(value) && value.length > 1 && isSingle(field, layout))
        losses.push({ field, code: 'one-value-only' })
      if (beside !== undefined && !(value === undefined && holdsAnyText(field)))
        losses.push({ field, code: 'other-text' })
    }
  }
  for (const name of record.extensions)
    losses.push({
      field: name === 'x_RestrictsMovement' ? 'vic_MethodsOfControl' : 'vic_TypeOfExploitation',
      code: name === 'x_RestrictsMovement' ? 'restricts-movement' : 'forced-criminality',
    })
  if (record.repeats.length > 0) losses.push({ code: 'repeats' })
  return losses
}

function isSingle(field: FieldName, layout: HtcdsLayout): boolean {
  if (layout === 'single-select') return true
  return (
    layout === 'xform' && XFORM_QUESTIONS.some((each) => each.field === field && each.type === 'select_one')
  )
}
