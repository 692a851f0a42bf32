/**
 * One record of the standard (one person in one case), and how its cells are read. Nothing is lost: what no code or form can
 * hold stays beside the field as text and is noted. What cannot be true is a fault, and one fault stops the whole file.
 */
import { readDate, type DateOrder } from './dates.ts'
import { fieldOf, type FieldName, type ListName } from './model-data.ts'
import { codesOf, findCode, plainKey, readCodes } from './names.ts'

export type HtcdsValue = string | number | boolean | readonly string[]
export type HtcdsValues = Readonly<Partial<Record<FieldName, HtcdsValue>>>

/** Facts of ours that 2.0 has no code for; beside the field `Other`. */
export const EXTENSIONS = ['x_RestrictsMovement', 'x_ForcedCriminality'] as const
export type Extension = (typeof EXTENSIONS)[number]

export interface HtcdsRecord {
  readonly values: HtcdsValues
  /** The words of a value that the field's own form cannot hold. */
  readonly others: Readonly<Partial<Record<FieldName, readonly string[]>>>
  readonly extensions: readonly Extension[]
  /** More of what a case may have several of: fields of one section each. */
  readonly repeats: readonly HtcdsValues[]
}

export const EMPTY_RECORD: HtcdsRecord = { values: {}, others: {}, extensions: [], repeats: [] }

export const NOTE_CODES = [
  'code.unknown',
  'country.unknown',
  'language.unknown',
  'phone.form',
  'date.not-exact',
  'more-than-one',
  'deprecated',
  'column.unknown',
  'perpetrator.kept-as-told',
] as const
export type NoteCode = (typeof NOTE_CODES)[number]

export const FAULT_CODES = [
  'date.ambiguous',
  'date.not-understood',
  'date.no-such-day',
  'number.not-understood',
  'checkbox.not-understood',
  'text.too-long',
  'value.not-understood',
] as const
export type FaultCode = (typeof FAULT_CODES)[number]

export interface ReadOptions {
  readonly countries: CountryNames
  readonly order?: DateOrder
}

export type ReadValue = {
  readonly value?: HtcdsValue
  readonly others?: readonly string[]
  readonly notes: readonly NoteCode[]
  readonly fault?: FaultCode
}

export const LONGEST_TEXT = 20_000
const PHONE = /^\+?[1-9]\d{1,14}$/
const YES = ['true', 'yes', 'ya', '1', 'y', 'benar']
const NO = ['false', 'no', 'tidak', '0', 'n', 'salah']

/** What one cell of this field says; undefined for an empty one. */
export function readValue(name: FieldName, cell: string, options: ReadOptions): ReadValue | undefined {
  const text = cell.trim()
  if (text === '') return undefined
  if (text.length > LONGEST_TEXT) return { notes: [], fault: 'text.too-long' }
  const { list, kind, form } = fieldOf(name)
  if (list) return readCoded(list, kind === 'many' ? 'many' : 'one', text)
  if (form === 'country') return readCountries(name, text, options.countries)
  if (form === 'language') return readLanguage(text)
  if (form === 'phone') return readPhone(text)
  switch (kind) {
    case 'date':
      return readDay(text, options.order)
    case 'checkbox':
      return readCheckbox(text)
    case 'number':
      return readNumber(name, text)
    case 'geolocation':
      return readNumber(name, text)
    default:
      return { value: text, notes: [] }
  }
}

function readCoded(list: ListName, kind: 'one' | 'many', text: string): ReadValue {
  const { codes, unknown } = readCodes(list, text)
  const other = unknown.length > 0 && findCode(list, 'Other') !== undefined ? ['Other'] : []
  const all = [...new Set([...codes, ...other])]
  const kept = kind === 'many' ? all : all.slice(0, 1)
  const beside = [...unknown, ...all.slice(kept.length).filter((code) => code !== 'Other')]
  const notes: NoteCode[] = [
    ...(unknown.length > 0 ? (['code.unknown'] as const) : []),
    ...(kind === 'one' && all.filter((code) => code !== 'Other').length > 1
      ? (['more-than-one'] as const)
      : []),
  ]
  return {
    ...(kept.length > 0 && { value: kind === 'many' ? kept : kept[0] }),
    ...(beside.length > 0 && { others: beside }),
    notes,
  }
}

function readDay(text: string, order: DateOrder | undefined): ReadValue {
  const read = readDate(text, order)
  switch (read.kind) {
    case 'day':
      return { value: read.day, notes: [] }
    case 'partial':
      return { others: [read.text], notes: ['date.not-exact'] }
    case 'fault':
      return { notes: [], fault: read.code }
  }
}

function readCheckbox(text: string): ReadValue {
  const key = text.toLowerCase()
  if (YES.includes(key)) return { value: true, notes: [] }
  return NO.includes(key) ? { value: false, notes: [] } : { notes: [], fault: 'checkbox.not-understood' }
}

const MOST: Readonly<Partial<Record<FieldName, number>>> = {
  prs_NumberOfChildren: 60,
  vic_AgeWhenTrafficked: 120,
  org_ShippingLatitude: 90,
  prs_MailingLatitude: 90,
  hte_Latitude: 90,
}
const FEWEST: Readonly<Partial<Record<FieldName, number>>> = {
  prs_NumberOfChildren: 0,
  vic_AgeWhenTrafficked: 0,
}

/** Numbers of people and years are whole; a place has degrees. */
export function numberRange(name: FieldName): {
  readonly least: number
  readonly most: number
  readonly whole: 'whole' | 'any'
} {
  const most = MOST[name] ?? 180
  const least = FEWEST[name]
  return { least: least ?? -most, most, whole: least === undefined ? 'any' : 'whole' }
}

function readNumber(name: FieldName, text: string): ReadValue {
  const value = /^-?\d+(?:[.,]\d+)?$/.test(text) ? Number(text.replace(',', '.')) : Number.NaN
  const { least, most, whole } = numberRange(name)
  const fits = value >= least && value <= most && (whole === 'any' || Number.isInteger(value))
  return fits ? { value, notes: [] } : { notes: [], fault: 'number.not-understood' }
}

/** A number as people write it, without its spaces and brackets; kept as written where it is no number of E.164. */
function readPhone(text: string): ReadValue {
  const digits = text.replace(/[\s().-]/g, '').replace(/^00(?=[1-9])/, '+')
  return PHONE.test(digits) ? { value: digits, notes: [] } : { others: [text], notes: ['phone.form'] }
}

function readLanguage(text: string): ReadValue {
  const code = text.toLowerCase()
  return /^[a-z]{2,3}$/.test(code)
    ? { value: code, notes: [] }
    : { others: [text], notes: ['language.unknown'] }
}

/** ISO code to the names by which it is known. */
export type CountryNames = readonly { readonly iso: string; readonly names: readonly string[] }[]

/** Names of lists of other origin, by ISO code. */
const OTHER_NAMES: Readonly<Record<string, readonly string[]>> = {
  MM: ['Myanmar', 'Burma'],
  VN: ['Viet Nam', 'Vietnam'],
  LA: ["Lao People's Democratic Republic", 'Laos'],
  KR: ['Republic of Korea', 'Korea, Republic of', 'South Korea', 'Korea Selatan'],
  KP: ["Democratic People's Republic of Korea", 'North Korea'],
  HK: ['Hong Kong', 'Hongkong', 'Hong Kong SAR'],
  MO: ['Macau', 'Macao'],
  TW: ['Taiwan', 'Taiwan, Province of China'],
  SY: ['Syrian Arab Republic', 'Syria', 'Suriah'],
  RU: ['Russian Federation', 'Russia'],
  IR: ['Iran, Islamic Republic of', 'Iran'],
  TZ: ['Tanzania, United Republic of', 'Tanzania'],
  MD: ['Moldova, Republic of', 'Moldova'],
  BO: ['Bolivia, Plurinational State of', 'Bolivia'],
  VE: ['Venezuela, Bolivarian Republic of', 'Venezuela'],
  CD: ['Congo, the Democratic Republic of the', 'DR Congo'],
  CZ: ['Czech Republic', 'Czechia'],
  MK: ['Macedonia', 'North Macedonia'],
  SZ: ['Swaziland', 'Eswatini'],
  CV: ['Cape Verde', 'Cabo Verde'],
  TR: ['Turkey', 'Türkiye', 'Turki'],
  GB: ['United Kingdom', 'UK', 'Inggris', 'Great Britain'],
  US: ['United States of America', 'United States', 'USA', 'Amerika Serikat'],
  SA: ['Saudi Arabia', 'Arab Saudi', 'KSA'],
  AE: ['United Arab Emirates', 'UAE', 'Uni Emirat Arab'],
  BN: ['Brunei Darussalam', 'Brunei'],
  TL: ['Timor-Leste', 'East Timor', 'Timor Leste'],
  PS: ['Palestine, State of', 'Palestine', 'Palestina'],
  CI: ["Côte d'Ivoire", 'Ivory Coast'],
}

const INDEXES = new WeakMap<CountryNames, ReadonlyMap<string, string>>()

export function findCountry(countries: CountryNames, written: string): string | undefined {
  let index = INDEXES.get(countries)
  if (index === undefined) {
    index = new Map([
      ...Object.entries(OTHER_NAMES).flatMap(([iso, names]) =>
        names.map((name) => [plainKey(name), iso] as const),
      ),
      ...countries.flatMap(({ iso, names }) => [iso, ...names].map((name) => [plainKey(name), iso] as const)),
    ])
    INDEXES.set(countries, index)
  }
  return index.get(plainKey(written))
}

function readCountries(name: FieldName, text: string, countries: CountryNames): ReadValue {
  const whole = findCountry(countries, text)
  const pieces = whole === undefined ? piecesOf(text, countries) : [text]
  const found = [...new Set(pieces.flatMap((piece) => findCountry(countries, piece) ?? []))]
  const unknown = pieces.filter((piece) => findCountry(countries, piece) === undefined)
  const many = fieldOf(name).kind === 'many'
  const kept = many ? found : found.slice(0, 1)
  const beside = [...unknown, ...found.slice(kept.length)]
  return {
    ...(kept.length > 0 && { value: many ? kept : kept[0] }),
    ...(beside.length > 0 && { others: beside }),
    notes: [
      ...(unknown.length > 0 ? (['country.unknown'] as const) : []),
      ...(found.length > kept.length ? (['more-than-one'] as const) : []),
    ],
  }
}

/** With `;`, or codes with a space between as forms write them. */
function piecesOf(text: string, countries: CountryNames): readonly string[] {
  return text
    .split(';')
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '')
    .flatMap((piece) => {
      const words = piece.split(/\s+/)
      const codes = words.every((word) => word.length === 2 && findCountry(countries, word) !== undefined)
      return codes ? words : [piece]
    })
}

/** True where the value has the form that the schema asks for. */
export function fits(name: FieldName, value: HtcdsValue): boolean {
  const { list, kind } = fieldOf(name)
  if (kind === 'checkbox') return typeof value === 'boolean'
  if (kind === 'number' || kind === 'geolocation') return typeof value === 'number'
  if (kind !== 'many') return typeof value === 'string' && (!list || codesOf(list).includes(value))
  return Array.isArray(value) && value.every((each: unknown) => !list || codesOf(list).includes(String(each)))
}
