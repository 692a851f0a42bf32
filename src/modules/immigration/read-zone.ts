/**
 * Reads the machine-readable zone of a passport (TD3: two lines of 44) with its check digits. Nothing of it is kept; the
 * officer sees what was read, and only what he confirms in the form is stored. Sex, nationality and personal number are
 * never given on.
 */
import { parse } from 'mrz'
import { parsePartialDate, type PlainDate } from '#src/domain/kernel/partial-date.ts'

export const ZONE_FIELDS = ['name', 'documentNumber', 'issuer', 'born', 'expires', 'whole'] as const
export type ZoneField = (typeof ZONE_FIELDS)[number]
export type ZoneProblem = {
  readonly field: ZoneField
  readonly code: 'check-digit' | 'not-readable'
}

export type ZoneReading =
  | {
      readonly kind: 'read'
      readonly fields: Readonly<Partial<Record<Exclude<ZoneField, 'whole'>, string>>>
      readonly problems: readonly ZoneProblem[]
    }
  | {
      readonly kind: 'unreadable'
      readonly code: 'empty' | 'not-two-lines' | 'wrong-length' | 'wrong-letters' | 'not-a-passport'
    }

const LENGTH = 44
const LONGEST = 400

/** `today` decides the century of a birth year of two digits. Never throws on what somebody typed. */
export function readZone(typed: string, today: PlainDate): ZoneReading {
  if (typed.length > LONGEST) return { kind: 'unreadable', code: 'wrong-length' }
  const lines = linesOf(typed)
  if (lines.length === 0) return { kind: 'unreadable', code: 'empty' }
  if (lines.length !== 2) return { kind: 'unreadable', code: 'not-two-lines' }
  if (lines.some((line) => line.length !== LENGTH)) return { kind: 'unreadable', code: 'wrong-length' }
  if (!lines.every((line) => /^[A-Z0-9<]+$/.test(line))) return { kind: 'unreadable', code: 'wrong-letters' }
  if (!lines[0]!.startsWith('P')) return { kind: 'unreadable', code: 'not-a-passport' }
  const { fields, details } = parse(lines)
  const names = [fields.firstName, fields.lastName].filter(Boolean).join(' ')
  const found = {
    name: names,
    documentNumber: fields.documentNumber ?? '',
    issuer: fields.issuingState ?? '',
    born: dayOf(fields.birthDate, bornCentury(today)),
    expires: dayOf(fields.expirationDate, () => '20'),
  }
  return {
    kind: 'read',
    fields: Object.fromEntries(Object.entries(found).filter(([, value]) => value !== '')),
    problems: problemsIn(details, found),
  }
}

function linesOf(typed: string): readonly string[] {
  const lines = typed
    .toUpperCase()
    .split(/[\r\n]+/)
    .map((line) => line.replace(/\s/g, ''))
    .filter((line) => line !== '')
  const [only] = lines
  return lines.length === 1 && only!.length === 2 * LENGTH
    ? [only!.slice(0, LENGTH), only!.slice(LENGTH)]
    : lines
}

const bornCentury = (today: PlainDate) => (year: string) => (year > today.slice(2, 4) ? '19' : '20')

function dayOf(digits: string | null | undefined, century: (year: string) => string): string {
  const parts = /^(\d\d)(\d\d)(\d\d)$/.exec(digits ?? '')
  if (!parts) return ''
  const [, year, month, day] = parts as unknown as [string, string, string, string]
  const text = `${century(year)}${year}-${month}-${day}`
  return parsePartialDate(text) === undefined ? '' : text
}

const DIGITS: Readonly<Partial<Record<string, ZoneField>>> = {
  documentNumberCheckDigit: 'documentNumber',
  birthDateCheckDigit: 'born',
  expirationDateCheckDigit: 'expires',
  compositeCheckDigit: 'whole',
}
const FIELDS: Readonly<Partial<Record<string, ZoneField>>> = {
  documentNumber: 'documentNumber',
  birthDate: 'born',
  expirationDate: 'expires',
  issuingState: 'issuer',
  firstName: 'name',
  lastName: 'name',
}

function problemsIn(
  details: ReturnType<typeof parse>['details'],
  found: Readonly<Record<Exclude<ZoneField, 'whole'>, string>>,
): readonly ZoneProblem[] {
  const wrong = details.filter(({ valid }) => !valid)
  const digits = wrong.flatMap(({ field }) => DIGITS[field ?? ''] ?? [])
  const unread = new Set(wrong.flatMap(({ field }) => FIELDS[field ?? ''] ?? []))
  for (const field of ['name', 'documentNumber', 'born', 'expires'] as const)
    if (found[field] === '') unread.add(field)
  return [
    ...digits.map((field) => ({ field, code: 'check-digit' as const })),
    ...[...unread].map((field) => ({ field, code: 'not-readable' as const })),
  ]
}
