/**
 * An old case list, row by row, as cases: what each row tells, what stays words, and what is wrong with it. A row tells what a
 * body wrote down once; nobody has verified it, and nothing here says that somebody is a victim.
 */
import type { CaseType } from '../cases/case-types.ts'
import { isCaseType } from '../cases/case-types.ts'
import type { Sector } from '../cases/codes.ts'
import { isUrgency, type Urgency } from '../cases/urgency.ts'
import { isImpossible, liesAfter, type PartialDate, type PlainDate } from '../kernel/partial-date.ts'
import type { Lookups } from './coded.ts'
import { isCoded, typeOfYes, type Coded, type ColumnUse } from './fields.ts'
import { useOf, type ListColumn, type ListMapping } from './mapping.ts'
import {
  LONGEST_CELL,
  readAge,
  readCoded,
  readListDate,
  readNik,
  readOwnNumber,
  readPassport,
  readTelephones,
  readYes,
  type FaultCode,
  type Read,
} from './values.ts'
import { plainWord, type OldStatus } from './words.ts'

/** What one row tells. Absent: the list does not say. */
export type OldCase = {
  ownNumber?: string
  names: string[]
  sex?: 'female' | 'male' | 'other'
  born?: PartialDate
  age?: number
  nik?: string
  passport?: string
  telephones: string[]
  village?: string
  regency?: string
  address?: string
  nationality?: string
  country?: string
  sector?: Sector
  employer?: string
  recruiters: string[]
  types: CaseType[]
  complained?: PartialDate
  departed?: PartialDate
  urgency?: Urgency
  status?: OldStatus
  narrative: string[]
  /** "None yet" is an answer: NIK, passport. */
  noneYet: ('nik' | 'passport')[]
  /** Under its heading, as it stands. */
  notes: { heading: string; text: string }[]
}

export type Fault = {
  readonly row: number
  readonly at: number
  readonly code: FaultCode
  readonly other?: number
}
/** A word of a coded column that stands for nothing we know, and how often it stands there. */
export type UnknownWord = {
  readonly key: string
  readonly use: Coded
  readonly word: string
  readonly written: string
  readonly times: number
}

export type OldRow = {
  /** As the file numbers it, from 1. */
  readonly row: number
  readonly told: OldCase
  readonly faults: readonly Fault[]
  /** Columns whose cell stays words. */
  readonly kept: readonly number[]
}

export type ReadOldList = {
  readonly rows: readonly OldRow[]
  readonly faults: readonly Fault[]
  readonly unknown: readonly UnknownWord[]
}

export type ListSheet = {
  readonly rows: readonly (readonly string[])[]
  /** From 0. */
  readonly headingRow: number
}

export type ReadOptions = {
  readonly columns: readonly ListColumn[]
  readonly mapping: ListMapping
  readonly lookups: Lookups
  readonly today: PlainDate
}

export function readOldList(sheet: ListSheet, options: ReadOptions): ReadOldList {
  const unknown = new Map<string, { key: string; use: Coded; word: string; written: string; times: number }>()
  const rows = sheet.rows
    .map((cells, at) => ({ cells, row: at + 1 }))
    .slice(sheet.headingRow + 1)
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
    .map(({ cells, row }) => readRow(cells, row, options, unknown))
  const checked = withDoubled(rows, options)
  return { rows: checked, faults: checked.flatMap(({ faults }) => faults), unknown: [...unknown.values()] }
}

type Unknown = Map<string, { key: string; use: Coded; word: string; written: string; times: number }>

function readRow(cells: readonly string[], row: number, options: ReadOptions, unknown: Unknown): OldRow {
  const told: OldCase = {
    names: [],
    telephones: [],
    recruiters: [],
    types: [],
    narrative: [],
    noneYet: [],
    notes: [],
  }
  const faults: Fault[] = []
  const kept: number[] = []
  for (const column of options.columns) {
    const cell = (cells[column.at] ?? '').trim()
    const use = useOf(options.mapping, column)
    if (cell === '' || use === 'leave-out') continue
    if (cell.length > LONGEST_CELL) {
      faults.push({ row, at: column.at, code: 'cell.too-long' })
      continue
    }
    const said = put(told, use, cell, column, options)
    if (said.kind === 'fault') faults.push({ row, at: column.at, code: said.code })
    if (said.kind === 'words') {
      kept.push(column.at)
      told.notes.push({ heading: column.heading, text: cell })
      if (isCoded(use)) count(unknown, column.key, use, cell, options)
    }
  }
  return { row, told, faults: [...faults, ...orderFaults(told, row, options)], kept }
}

function count(
  unknown: Unknown,
  key: string,
  use: Coded,
  cell: string,
  { mapping, lookups }: ReadOptions,
): void {
  const said = mapping.values[key] ?? {}
  for (const written of use === 'case-type' ? wordsIn(cell) : [cell]) {
    const word = plainWord(written)
    if (Object.hasOwn(said, word) || readCoded(written, use, said, lookups).kind !== 'words') continue
    const found = unknown.get(`${key}\n${word}`)
    if (found) found.times += 1
    else unknown.set(`${key}\n${word}`, { key, use, word, written, times: 1 })
  }
}

type Said = Read<unknown>
const TAKEN: Said = { kind: 'empty' }

function put(told: OldCase, use: ColumnUse, cell: string, column: ListColumn, options: ReadOptions): Said {
  const type = typeOfYes(use)
  if (type !== undefined) return keep(readYes(cell), (said) => void (said === 'yes' && told.types.push(type)))
  if (isCoded(use)) return putCode(told, use, cell, column, options)
  const { order } = options.mapping
  switch (use) {
    case 'own-number':
      return keep(readOwnNumber(cell), (said) => void (told.ownNumber = said))
    case 'name':
      return keep(readName(cell), (said) => void told.names.unshift(said))
    case 'other-name':
      return keep(readName(cell), (said) => void told.names.push(said))
    case 'born':
      return keep(readListDate(cell, order), (said) => void (told.born = said))
    case 'complained':
      return keep(readListDate(cell, order), (said) => void (told.complained = said))
    case 'departed':
      return keep(readListDate(cell, order), (said) => void (told.departed = said))
    case 'age':
      return keep(readAge(cell), (said) => void (told.age = said))
    case 'nik':
      return noneYet(
        told,
        'nik',
        keep(readNik(cell), (said) => void (told.nik = said)),
      )
    case 'passport':
      return noneYet(
        told,
        'passport',
        keep(readPassport(cell), (said) => void (told.passport = said)),
      )
    case 'telephone':
      return keep(readTelephones(cell), (said) => void told.telephones.push(...said))
    case 'recruiter':
      return keep(readName(cell), (said) => void told.recruiters.push(said))
    case 'narrative':
      told.narrative.push(cell)
      return TAKEN
    case 'regency':
      return putRegency(told, cell, column, options)
    case 'village':
    case 'address':
    case 'employer':
      return keep(readName(cell), (said) => void (told[use] = said))
    default:
      told.notes.push({ heading: column.heading, text: cell })
      return TAKEN
  }
}

function keep<T>(read: Read<T>, take: (value: T) => void): Said {
  if (read.kind === 'value') take(read.value)
  return read
}

function noneYet(told: OldCase, field: 'nik' | 'passport', said: Said): Said {
  if (said.kind === 'none-yet') told.noneYet.push(field)
  return said
}

function readName(cell: string): Read<string> {
  return readOwnNumber(cell)
}

/** "Kab. Lombok Timur" and "Lombok Timur" are the same; a name that two regencies carry stays words. */
function putRegency(told: OldCase, cell: string, column: ListColumn, { lookups }: ReadOptions): Said {
  const plain = plainWord(cell).replace(/^(?:kabupaten|kab) /, '')
  const code = lookups.regencies.get(plain)
  if (code !== undefined) told.regency = code
  else told.notes.push({ heading: column.heading, text: cell })
  return TAKEN
}

function wordsIn(cell: string): readonly string[] {
  return cell.split(/[;,/|\n]/).map((word) => word.trim())
}

function putCode(told: OldCase, use: Coded, cell: string, column: ListColumn, options: ReadOptions): Said {
  const said = options.mapping.values[column.key] ?? {}
  if (use === 'case-type') {
    const reads = wordsIn(cell).map((word) => readCoded(word, use, said, options.lookups))
    for (const read of reads)
      if (read.kind === 'value' && isCaseType(read.value) && !told.types.includes(read.value))
        told.types.push(read.value)
    return reads.find(({ kind }) => kind === 'words') ?? TAKEN
  }
  return keep(readCoded(cell, use, said, options.lookups), (code) => setCode(told, use, code))
}

function setCode(told: OldCase, use: Exclude<Coded, 'case-type'>, code: string): void {
  if (use === 'sex') told.sex = code as NonNullable<OldCase['sex']>
  else if (use === 'nationality') told.nationality = code
  else if (use === 'country') told.country = code
  else if (use === 'sector') told.sector = code as Sector
  else if (use === 'status') told.status = code as OldStatus
  else if (isUrgency(code)) told.urgency = code
}

function orderFaults(told: OldCase, row: number, { columns, mapping, today }: ReadOptions): readonly Fault[] {
  const at = (use: ColumnUse): number => columns.find((column) => useOf(mapping, column) === use)?.at ?? 0
  const later = (['born', 'complained', 'departed'] as const).filter((field) => {
    const date = told[field]
    return date !== undefined && field !== 'departed' && liesAfter(date, today)
  })
  const faults: Fault[] = later.map((field) => ({ row, at: at(field), code: 'date.future' }))
  const { born, complained } = told
  if (born && complained && isImpossible({ earlier: born, later: complained }))
    faults.push({ row, at: at('born'), code: 'date.order' })
  return faults
}

/** The same own number twice in one file: the first row stands, the later one is wrong and says where the first is. */
function withDoubled(rows: readonly OldRow[], { columns, mapping }: ReadOptions): readonly OldRow[] {
  const at = columns.find((column) => useOf(mapping, column) === 'own-number')?.at
  if (at === undefined) return rows
  const first = new Map<string, number>()
  return rows.map((each) => {
    const number = each.told.ownNumber === undefined ? undefined : plainWord(each.told.ownNumber)
    if (number === undefined) return each
    const other = first.get(number)
    if (other === undefined) {
      first.set(number, each.row)
      return each
    }
    return { ...each, faults: [...each.faults, { row: each.row, at, code: 'key.doubled' as const, other }] }
  })
}

/** Fields in which two tellings of the same row differ; notes and stories count as one each. */
export function differencesOf(before: OldCase, now: OldCase): readonly (keyof OldCase)[] {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(now)])] as (keyof OldCase)[]
  return keys.filter((key) => JSON.stringify(before[key] ?? null) !== JSON.stringify(now[key] ?? null))
}

/** The year in which an age was true: that of the complaint, if the list says when. */
export function agedAt(told: OldCase): PartialDate | undefined {
  return told.age === undefined || told.complained === undefined ? undefined : told.complained
}
