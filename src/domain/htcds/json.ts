/**
 * The standard as JSON: no schema of it existed, so this is ours. One object for each person in a case with the field names of
 * the standard; `x_` begins what is not in 2.0. The answers of a form as JSON are read by the same door.
 */
import { fieldOf, type FieldName } from './model-data.ts'
import { fieldNamed } from './names.ts'
import { collector, MOST_RECORDS, type CellsOfField, type HtcdsReading } from './read-table.ts'
import {
  EXTENSIONS,
  fits,
  type Extension,
  type HtcdsRecord,
  type HtcdsValues,
  type ReadOptions,
} from './record.ts'

export const OTHER_TEXT = 'x_OtherText'
export const MORE = 'x_More'

export function recordToJson(record: HtcdsRecord): Readonly<Record<string, unknown>> {
  const others = Object.entries(record.others).filter(([, texts]) => texts.length > 0)
  return {
    ...record.values,
    ...Object.fromEntries(record.extensions.map((name) => [name, true])),
    ...(others.length > 0 && { [OTHER_TEXT]: Object.fromEntries(others) }),
    ...(record.repeats.length > 0 && { [MORE]: record.repeats }),
  }
}

/** A document of ours, a plain list of records, or what a form server gives (`results`). */
export function readHtcdsJson(document: unknown, options: ReadOptions): HtcdsReading {
  const list = listIn(document)
  if (list === undefined) return { kind: 'not-htcds' }
  const objects = list.filter((each) => isObject(each))
  const known = objects.filter((each) => Object.keys(each).some((key) => fieldNamed(key) !== undefined))
  if (objects.length !== list.length || (list.length > 0 && known.length === 0)) return { kind: 'not-htcds' }
  if (list.length > MOST_RECORDS) return { kind: 'too-many', most: MOST_RECORDS }
  const reader = collector(options)
  const rows = objects.map((object, at) => {
    const row = at + 1
    const { record } = reader.read(row, fieldsOf(object))
    for (const key of Object.keys(object))
      if (!isKnownKey(key)) reader.note({ row, column: key, code: 'column.unknown', written: '' })
    return {
      row,
      record: {
        ...record,
        others: { ...record.others, ...othersIn(object) },
        extensions: EXTENSIONS.filter((name): name is Extension => object[name] === true),
        repeats: repeatsIn(object).map((each) => reader.read(row, fieldsOf(each)).record.values),
      },
    }
  })
  return { kind: 'read', rows, ...reader.found() }
}

type Loose = Readonly<Record<string, unknown>>

function isObject(value: unknown): value is Loose {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function listIn(document: unknown): readonly unknown[] | undefined {
  if (Array.isArray(document)) return document
  if (!isObject(document)) return undefined
  const list = document['records'] ?? document['results']
  return Array.isArray(list) ? list : undefined
}

function isKnownKey(key: string): boolean {
  return key.startsWith('x_') || key.startsWith('_') || fieldNamed(key) !== undefined
}

function fieldsOf(object: Loose): readonly CellsOfField[] {
  return Object.entries(object).flatMap(([key, value]) => {
    const field = key.startsWith('x_') ? undefined : fieldNamed(key)
    if (field === undefined || value === null || value === undefined) return []
    const cells = (Array.isArray(value) ? value : [value]).map((each: unknown) => textOf(each))
    return [{ field, column: key, cells }]
  })
}

/** What is no text, number or yes and no cannot be a cell; its kind is shown where it stood. */
function textOf(value: unknown): string {
  if (typeof value === 'string') return value
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  return value === null || value === undefined ? '' : `[${typeof value}]`
}

function othersIn(object: Loose): HtcdsRecord['others'] {
  const given = object[OTHER_TEXT]
  if (!isObject(given)) return {}
  return Object.fromEntries(
    Object.entries(given).flatMap(([key, texts]) => {
      const field = fieldNamed(key)
      const words = Array.isArray(texts) ? texts.filter((each) => typeof each === 'string') : []
      return field === undefined || words.length === 0 ? [] : [[field, words] as const]
    }),
  )
}

function repeatsIn(object: Loose): readonly Loose[] {
  const given = object[MORE]
  return Array.isArray(given) ? given.filter((each) => isObject(each)).slice(0, 200) : []
}

/** Leaves out what does not have the form of its field: an exported record always fits the schema. */
export function fitting(values: HtcdsValues): HtcdsValues {
  return Object.fromEntries(
    Object.entries(values).filter(
      ([name, value]) =>
        value !== undefined &&
        fits(name as FieldName, value) &&
        !(Array.isArray(value) && value.length === 0) &&
        fieldOf(name as FieldName).status !== 'deprecated',
    ),
  )
}
