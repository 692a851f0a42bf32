/** From what an officer typed for a caller to a report. Blank is "not asked"; nothing becomes yes by itself. */
import { CONSENT_ANSWERS, type ConsentAnswer } from '#src/domain/cases/codes.ts'
import { known, unknown, type Answer } from '#src/domain/kernel/answer.ts'
import { parsePartialDate, type PartialDate } from '#src/domain/kernel/partial-date.ts'
import {
  blankReport,
  CALL_RULES,
  CONTACT_WAYS,
  DANGERS,
  KEEP_FROM_KINDS,
  READER_KINDS,
  REPORT_ABOUT,
  REPORTER_RELATIONS,
  WHAT_HAPPENED,
  type Danger,
  type MayShare,
  type Place,
  type ReportDraft,
  type SafeContact,
} from '#src/domain/reports/report.ts'
import { SPOKEN_CHANNELS, type SpokenChannel } from '#src/modules/reports/index.ts'
import type { Problem } from '#src/platform/errors.ts'
import type { FormValues } from '#src/web/form-values.ts'

export type SpokenDraft = ReportDraft & { readonly channel: SpokenChannel }
export type Spoken = { readonly draft: SpokenDraft; readonly problems: readonly Problem[] }

const DATES = ['born', 'departed', 'lastContact'] as const
const LONGEST_STORY = 20_000

export function spokenDraft(form: FormValues, language: 'id' | 'en'): Spoken {
  const channel = oneOf(SPOKEN_CHANNELS, form.one('channel')) ?? 'phone'
  const draft: SpokenDraft = {
    ...blankReport({ channel, language }),
    channel,
    about: oneOf(REPORT_ABOUT, form.one('about')) ?? 'myself',
    reporterRelation: answerOf(oneOf(REPORTER_RELATIONS, form.one('reporterRelation'))),
    peopleCount: answerOf(countOf(form.one('peopleCount'))),
    names: form
      .one('names')
      .split(/\n/)
      .map((name) => name.trim())
      .filter(Boolean),
    village: answerOf(form.one('village') || undefined),
    recruiter: answerOf(form.one('recruiter') || undefined),
    born: dateOf(form.one('born')),
    departed: dateOf(form.one('departed')),
    lastContact: dateOf(form.one('lastContact')),
    what: WHAT_HAPPENED.filter((code) => form.all('what').includes(code)),
    story: form.one('story').slice(0, LONGEST_STORY),
    place: placeOf(form),
    danger: dangerOf(form.one('danger')),
    safeContact: contactOf(form),
    mayShare: shareOf(form),
    keepFrom: KEEP_FROM_KINDS.filter((kind) => form.all('keepFrom').includes(kind)).map((kind) => ({ kind })),
  }
  return { draft, problems: problemsIn(form) }
}

function problemsIn(form: FormValues): readonly Problem[] {
  const dates = DATES.filter(
    (field) => form.one(field) !== '' && parsePartialDate(form.one(field)) === undefined,
  )
  const count = form.one('peopleCount')
  return [
    ...dates.map((path) => ({ path, code: 'date.not-understood' })),
    ...(count !== '' && countOf(count) === undefined ? [{ path: 'peopleCount', code: 'text.missing' }] : []),
  ]
}

function oneOf<T extends string>(codes: readonly T[], asked: string): T | undefined {
  return codes.find((code) => code === asked)
}

function answerOf<T>(value: T | undefined): Answer<T> {
  return value === undefined ? unknown('not-asked') : known(value)
}

function countOf(text: string): number | undefined {
  const count = Number(text)
  return text !== '' && Number.isInteger(count) && count > 0 && count <= 100_000 ? count : undefined
}

function dateOf(text: string): Answer<PartialDate> {
  return answerOf(parsePartialDate(text))
}

function dangerOf(text: string): Answer<Danger> {
  return text === 'does-not-know' ? unknown('does-not-know') : answerOf(oneOf(DANGERS, text))
}

function placeOf(form: FormValues): Answer<Place> {
  const country = /^[A-Z]{2}$/.test(form.one('place.country')) ? form.one('place.country') : undefined
  const words = form.one('place.words') || undefined
  if (country === undefined && words === undefined) return unknown('not-asked')
  return known({ ...(country !== undefined && { country }), ...(words !== undefined && { words }) })
}

function contactOf(form: FormValues): Answer<SafeContact> {
  const ways = CONTACT_WAYS.filter((way) => form.all('safeContact.ways').includes(way))
  const rule = oneOf(CALL_RULES, form.one('safeContact.callRule'))
  const value = form.one('safeContact.value')
  const hours = form.one('safeContact.hours')
  const language = form.one('safeContact.language')
  if (ways.length === 0 && rule === undefined && value === '') return unknown('not-asked')
  // Who was not asked is not called.
  return known({
    ways,
    callRule: rule ?? 'do-not-call',
    ...(value !== '' && { value }),
    ...(hours !== '' && { hours }),
    ...(language !== '' && { language }),
  })
}

function shareOf(form: FormValues): MayShare {
  const answers: Partial<Record<(typeof READER_KINDS)[number], ConsentAnswer>> = {}
  for (const reader of READER_KINDS) {
    const answer = oneOf(CONSENT_ANSWERS, form.one(`mayShare.${reader}`))
    if (answer !== undefined) answers[reader] = answer
  }
  return answers
}
