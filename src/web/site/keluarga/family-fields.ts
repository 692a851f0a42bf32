/** The fields of the page for a family that looks for someone, and what of them becomes the report. */
import { known, unknown, type Answer } from '#src/domain/kernel/answer.ts'
import { parsePartialDate, type PartialDate } from '#src/domain/kernel/partial-date.ts'
import {
  blankReport,
  CONTACT_WAYS,
  REPORTER_RELATIONS,
  type Danger,
  type KeepFromKind,
  type ReportDraft,
  type ReporterRelation,
  type ReportLanguage,
  type SafeContact,
  type WhatHappened,
} from '#src/domain/reports/report.ts'
import { valuesAt, type FormTree } from '#src/web/middleware/decode-form.ts'
import { namesIn } from '../lapor/draft-from-form.ts'
import { COUNTRY_UNKNOWN, DANGER_ANSWERS } from '../lapor/fields.ts'

/** `lost` is the search itself; the others are also plain choices of the report form. */
export const FAMILY_WHAT = ['lost', 'ditahan', 'sakit', 'duka'] as const

type Field = { readonly longest: number; readonly many?: true; readonly oneOf?: readonly string[] }

/** Whom a family most often does not trust with the search. */
export const FAMILY_KEEP_FROM = [
  'my-village',
  'my-agency',
  'my-employer',
  'this-mission',
  'police',
] as const satisfies readonly KeepFromKind[]

/** Every field, with the longest text it takes. Dates are a year, a month (2019-04) or a span (2009/2011). */
export const FAMILY_FIELDS = {
  what: { longest: 8, many: true, oneOf: FAMILY_WHAT },
  names: { longest: 300 },
  village: { longest: 120 },
  born: { longest: 24 },
  departed: { longest: 24 },
  recruiter: { longest: 200 },
  employer: { longest: 200 },
  'place.country': { longest: 7 },
  'place.words': { longest: 500 },
  lastContact: { longest: 24 },
  story: { longest: 8000 },
  danger: { longest: 8, oneOf: DANGER_ANSWERS },
  reporterName: { longest: 120 },
  reporterRelation: { longest: 20, oneOf: REPORTER_RELATIONS },
  'safeContact.ways': { longest: 20, many: true, oneOf: CONTACT_WAYS },
  'safeContact.value': { longest: 120 },
  'safeContact.hours': { longest: 200 },
  keepFrom: { longest: 30, many: true, oneOf: FAMILY_KEEP_FROM },
} as const satisfies Readonly<Record<string, Field>>

export type FamilyField = keyof typeof FAMILY_FIELDS
export type FamilyForm = Readonly<Record<FamilyField, readonly string[]>>

const NAMES = Object.keys(FAMILY_FIELDS) as readonly FamilyField[]
const DATES = ['born', 'departed', 'lastContact'] as const

export type FamilyProblem =
  | { readonly field: FamilyField; readonly code: 'no-name' | 'no-place' | 'bad-date' | 'contact-missing' }
  | { readonly field: FamilyField; readonly code: 'too-long'; readonly longest: number }

export function readFamilyForm(tree: FormTree): FamilyForm {
  const form: Partial<Record<FamilyField, readonly string[]>> = {}
  for (const name of NAMES) {
    const field: Field = FAMILY_FIELDS[name]
    const values = valuesAt(tree, name).filter((value) => field.oneOf?.includes(value) ?? true)
    form[name] = field.many ? [...new Set(values)] : values.slice(0, 1)
  }
  return form as FamilyForm
}

export const BLANK_FAMILY_FORM: FamilyForm = readFamilyForm({})

export function familyText(form: FamilyForm, name: FamilyField): string {
  return form[name][0] ?? ''
}

/** One name and one place is enough. */
export function checkFamilyForm(form: FamilyForm): readonly FamilyProblem[] {
  const problems: FamilyProblem[] = []
  if (namesIn(familyText(form, 'names')).length === 0) problems.push({ field: 'names', code: 'no-name' })
  if (!hasPlace(form)) problems.push({ field: 'village', code: 'no-place' })
  for (const field of DATES) {
    const text = familyText(form, field)
    if (text !== '' && parsePartialDate(text) === undefined) problems.push({ field, code: 'bad-date' })
  }
  const needsValue = form['safeContact.ways'].some((way) => way !== 'this-page-only')
  if (needsValue && familyText(form, 'safeContact.value') === '')
    problems.push({ field: 'safeContact.value', code: 'contact-missing' })
  for (const field of NAMES) {
    const { longest } = FAMILY_FIELDS[field]
    if (familyText(form, field).length > longest) problems.push({ field, code: 'too-long', longest })
  }
  return problems
}

function hasPlace(form: FamilyForm): boolean {
  const country = familyText(form, 'place.country')
  const countryKnown = country !== '' && country !== COUNTRY_UNKNOWN
  return countryKnown || familyText(form, 'village') !== '' || familyText(form, 'place.words') !== ''
}

/** The form must have passed `checkFamilyForm`. */
export function draftFromFamilyForm(form: FamilyForm, language: ReportLanguage): ReportDraft {
  const danger = familyText(form, 'danger')
  return {
    ...blankReport({ channel: 'web', language }),
    about: 'seeking-family',
    reporterRelation: text<ReporterRelation>(form, 'reporterRelation'),
    reporterName: text(form, 'reporterName'),
    peopleCount: known(1),
    names: namesIn(familyText(form, 'names')),
    village: text(form, 'village'),
    recruiter: text(form, 'recruiter'),
    employer: text(form, 'employer'),
    born: date(form, 'born'),
    departed: date(form, 'departed'),
    lastContact: date(form, 'lastContact'),
    what: form.what.filter((code) => code !== 'lost') as readonly WhatHappened[],
    story: familyText(form, 'story'),
    place: place(form),
    danger: danger === 'unknown' ? unknown('does-not-know') : text<Danger>(form, 'danger'),
    safeContact: contact(form),
    keepFrom: form.keepFrom.map((kind) => ({ kind: kind as KeepFromKind })),
  }
}

function text<T extends string>(form: FamilyForm, field: FamilyField): Answer<T> {
  const value = familyText(form, field)
  return value === '' ? unknown('not-asked') : known(value as T)
}

function date(form: FamilyForm, field: (typeof DATES)[number]): Answer<PartialDate> {
  const parsed = parsePartialDate(familyText(form, field))
  return parsed === undefined ? unknown('not-asked') : known(parsed)
}

function place(form: FamilyForm): ReportDraft['place'] {
  const country = familyText(form, 'place.country')
  const words = familyText(form, 'place.words')
  if (country === COUNTRY_UNKNOWN && words === '') return unknown('does-not-know')
  if (country === '' && words === '') return unknown('not-asked')
  const named = country !== '' && country !== COUNTRY_UNKNOWN
  return known({ ...(named ? { country } : {}), ...(words === '' ? {} : { words }) })
}

function contact(form: FamilyForm): Answer<SafeContact> {
  const ways = form['safeContact.ways'] as SafeContact['ways']
  const value = familyText(form, 'safeContact.value')
  const hours = familyText(form, 'safeContact.hours')
  if (ways.length === 0 && value === '' && hours === '') return unknown('not-asked')
  return known({
    ways,
    ...(value === '' ? {} : { value }),
    ...(hours === '' ? {} : { hours }),
    callRule: ways.includes('phone') || ways.includes('whatsapp') ? 'may-call' : 'do-not-call',
  })
}
