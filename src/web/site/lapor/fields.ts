/**
 * The fields of the report form: the one place that names them. Five steps, one question each; every answer of
 * an earlier step travels in hidden fields under the same name. A blank field is "not asked", a step in `skipped`
 * is "will not say". Names do not change: saved pages and unsent forms use them.
 *
 * Beside these: `key` (idempotency key), `step` (the question being answered), `go` (next, back, skip).
 */
import {
  CONTACT_WAYS,
  DANGERS,
  DESK_CHOICES,
  KEEP_FROM_KINDS,
  READER_KINDS,
  REPORTER_RELATIONS,
  WHAT_HAPPENED,
} from '#src/domain/reports/report.ts'
import { REPORT_LIMITS } from '#src/domain/reports/report-rules.ts'
import { valuesAt, type FormTree } from '#src/web/middleware/decode-form.ts'
import type { Carried } from '#src/web/ui/public/form-parts.tsx'

export const REPORT_STEPS = ['what', 'where', 'danger', 'contact', 'share'] as const
export type ReportStep = (typeof REPORT_STEPS)[number]

/** What the form offers; a family looking for someone has its own page. */
export const FORM_ABOUT = ['myself', 'someone-else', 'group'] as const
export const DANGER_ANSWERS = [...DANGERS, 'unknown'] as const
export const COUNTRY_UNKNOWN = 'unknown'
export const CONTACT_UNKNOWN = 'unknown'
export const AT_SEA = 'sea'
/** chosen: yes, to those ticked; ask-first: nobody before I am asked; no: nobody; unknown: does not know. */
export const SHARE_ANSWERS = ['chosen', 'ask-first', 'no', 'unknown'] as const
export type ShareAnswer = (typeof SHARE_ANSWERS)[number]

export type ReportFieldRule = {
  readonly step: ReportStep
  /** May come several times. */
  readonly many?: true
  /** The closed list of values; without it free words. */
  readonly oneOf?: readonly string[]
  readonly longest?: number
}

export const REPORT_FIELDS = {
  /** What happened, in plain choices. */
  what: { step: 'what', many: true, oneOf: WHAT_HAPPENED },
  story: { step: 'what', longest: REPORT_LIMITS.story },
  about: { step: 'what', oneOf: FORM_ABOUT },
  /** How many people; digits. */
  peopleCount: { step: 'what', longest: 6 },
  /** ISO 3166-1 alpha-2, or `sea`, or `unknown`. */
  'place.country': { step: 'where', longest: 7 },
  /** Province code (BPS) where the country is ID. */
  'place.region': { step: 'where', longest: REPORT_LIMITS['place.region'] },
  'place.words': { step: 'where', longest: REPORT_LIMITS['place.words'] },
  danger: { step: 'danger', oneOf: DANGER_ANSWERS },
  'safeContact.ways': { step: 'contact', many: true, oneOf: [...CONTACT_WAYS, CONTACT_UNKNOWN] },
  'safeContact.value': { step: 'contact', longest: REPORT_LIMITS['safeContact.value'] },
  'safeContact.hours': { step: 'contact', longest: REPORT_LIMITS['safeContact.hours'] },
  'safeContact.callRule': { step: 'contact', oneOf: ['do-not-call'] },
  'safeContact.language': { step: 'contact', longest: REPORT_LIMITS['safeContact.language'] },
  /** The names of the person concerned; several are divided by commas or lines. */
  names: { step: 'contact', longest: REPORT_LIMITS.names },
  reporterName: { step: 'contact', longest: REPORT_LIMITS.reporterName },
  reporterRelation: { step: 'contact', oneOf: REPORTER_RELATIONS },
  share: { step: 'share', oneOf: SHARE_ANSWERS },
  shareWith: { step: 'share', many: true, oneOf: READER_KINDS },
  keepFrom: { step: 'share', many: true, oneOf: KEEP_FROM_KINDS },
  'keepFrom-words': { step: 'share', longest: REPORT_LIMITS['keepFrom-words'] },
  deskChoice: { step: 'share', oneOf: DESK_CHOICES },
} as const satisfies Readonly<Record<string, ReportFieldRule>>

export type ReportField = keyof typeof REPORT_FIELDS

/** What was typed and ticked so far, by field; an empty list is blank. */
export type ReportForm = Readonly<Record<ReportField, readonly string[]>> & {
  readonly skipped: readonly ReportStep[]
}

const NAMES = Object.keys(REPORT_FIELDS) as readonly ReportField[]

export function isReportStep(value: string): value is ReportStep {
  return (REPORT_STEPS as readonly string[]).includes(value)
}

/** Reads the known fields; an unknown code is dropped, words longer than the field are cut by `checkStep` only. */
export function readReportForm(tree: FormTree): ReportForm {
  const form: Partial<Record<ReportField, readonly string[]>> = {}
  for (const name of NAMES) {
    const field: ReportFieldRule = REPORT_FIELDS[name]
    const values = valuesAt(tree, name).filter((value) => field.oneOf?.includes(value) ?? true)
    form[name] = field.many ? [...new Set(values)] : values.slice(0, 1)
  }
  return {
    ...(form as Record<ReportField, readonly string[]>),
    skipped: valuesAt(tree, 'skipped').filter(isReportStep),
  }
}

export const BLANK_FORM: ReportForm = readReportForm({})

export function textOf(form: ReportForm, name: ReportField): string {
  return form[name][0] ?? ''
}

/** The answers of all other steps, to be carried in hidden fields while this one is asked. */
export function carriedAnswers(form: ReportForm, step: ReportStep): Carried {
  const answers = NAMES.filter((name) => REPORT_FIELDS[name].step !== step).flatMap((name) =>
    form[name].map((value) => [name, value] as const),
  )
  const skipped = form.skipped.filter((other) => other !== step).map((other) => ['skipped', other] as const)
  return [...answers, ...skipped]
}

/** A skip is an answer: what stood in that step is taken away, and the step is marked. */
export function skipStep(form: ReportForm, step: ReportStep): ReportForm {
  const cleared = NAMES.filter((name) => REPORT_FIELDS[name].step === step).map((name) => [name, []] as const)
  return { ...form, ...Object.fromEntries(cleared), skipped: [...new Set([...form.skipped, step])] }
}

/** The question after this one, or the one before; undefined at either end. */
export function neighbourStep(step: ReportStep, direction: 'next' | 'back'): ReportStep | undefined {
  return REPORT_STEPS[REPORT_STEPS.indexOf(step) + (direction === 'next' ? 1 : -1)]
}
