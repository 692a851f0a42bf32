import { canonicalToken, normaliseName } from '../linkage/names/normalise-name.ts'

export const MENTION_KINDS = [
  'person',
  'telephone',
  'account',
  'address',
  'company',
  'document',
  'booking',
  'vehicle',
] as const
export type MentionKind = (typeof MENTION_KINDS)[number]

/** That a file speaks of something in some role. The file is a case, a tip or a row of a list. */
export type Mention = {
  readonly file: string
  readonly agency: string
  /** `2026-11-21`; empty when nobody knows. */
  readonly date: string
  readonly kind: MentionKind
  readonly role: string
  readonly value: string
}

/** A value as it is compared. `partial`: it says too little to be one thing (a street without its village). */
export type Normal = { readonly key: string; readonly partial?: string }

const SHORTEST_NUMBER = 6

/** Digits without the country or the trunk zero: 0812…, +62 812… and 62-812… are one number. */
function telephone(value: string): string {
  const digits = value.replaceAll(/\D/g, '').replace(/^00/, '')
  return digits.startsWith('62') && digits.length > 10 ? digits.slice(2) : digits.replace(/^0+/, '')
}

const STREET_WORDS: Readonly<Record<string, string>> = {
  jalan: 'jl',
  jln: 'jl',
  gang: 'gg',
  dusun: 'dsn',
  perumahan: 'perum',
  kavling: 'kav',
  kapling: 'kav',
  blk: 'blok',
  nomor: 'no',
  desa: '',
  ds: '',
  kelurahan: '',
  kel: '',
}

const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replaceAll(/[\u0300-\u036F]/g, '')
    .toLowerCase()

function street(text: string): string {
  return plain(text)
    .replaceAll(/\brw\b/g, ' ')
    .split(/[^a-z0-9]+/)
    .map((word) => STREET_WORDS[word] ?? word.replace(/^0+(?=\d)/, ''))
    .filter((word) => word !== '')
    .join(' ')
}

/** Street and village apart: a street name stands in a thousand villages, so alone it says little. */
function address(value: string): Normal {
  const [first = '', ...rest] = value.split(',')
  const partial = street(first)
  const village = street(rest.join(' '))
  return village === '' ? { key: '', partial } : { key: `${partial}|${village}`, partial }
}

const COMPANY_FORMS: ReadonlySet<string> = new Set(['pt', 'cv', 'ud', 'pd', 'fa', 'tbk', 'persero'])

function company(value: string): string {
  const words = plain(value)
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '')
  const form = words.find((word) => COMPANY_FORMS.has(word)) ?? ''
  const name = words.filter((word) => !COMPANY_FORMS.has(word)).map(canonicalToken)
  return name.length === 0 ? '' : `${form} ${name.join(' ')}`
}

function person(value: string): string {
  const { given, patronym, alias } = normaliseName(value)
  if (given.length === 0) return ''
  return [given.join(' '), patronym.join(' '), alias.join(' ')].join('|')
}

const code = (value: string): string => value.toUpperCase().replaceAll(/[^A-Z0-9]/g, '')
const number = (digits: string): string => (digits.length < SHORTEST_NUMBER ? '' : digits)

/** The empty key: nothing that can be compared. */
export function normalise(kind: MentionKind, value: string): Normal {
  switch (kind) {
    case 'telephone':
      return { key: number(telephone(value)) }
    case 'account':
      return { key: number(value.replaceAll(/\D/g, '')) }
    case 'address':
      return address(value)
    case 'company':
      return { key: company(value) }
    case 'person':
      return { key: person(value) }
    case 'document':
    case 'booking':
    case 'vehicle':
      return { key: code(value) }
  }
}
