/** From what was typed and ticked to what a report is. Blank, skipped and "don't know" stay three different things. */
import { known, unknown, type Answer } from '#src/domain/kernel/answer.ts'
import {
  blankReport,
  READER_KINDS,
  type ContactWay,
  type Danger,
  type DeskChoice,
  type KeepFromKind,
  type MayShare,
  type Place,
  type ReaderKind,
  type ReportAbout,
  type ReportDraft,
  type ReporterRelation,
  type ReportLanguage,
  type SafeContact,
  type WhatHappened,
} from '#src/domain/reports/report.ts'
import {
  AT_SEA,
  CONTACT_UNKNOWN,
  COUNTRY_UNKNOWN,
  REPORT_FIELDS,
  textOf,
  type ReportField,
  type ReportForm,
  type ShareAnswer,
} from './fields.ts'

/** The form must have passed `checkStep`; codes were checked when it was read. */
export function draftFromForm(form: ReportForm, language: ReportLanguage): ReportDraft {
  const about = (textOf(form, 'about') || 'myself') as ReportAbout
  return {
    ...blankReport({ channel: 'web', language }),
    about,
    reporterRelation:
      about === 'myself'
        ? known<ReporterRelation>('self')
        : answer<ReporterRelation>(form, 'reporterRelation'),
    peopleCount: peopleCount(form, about),
    names: namesIn(textOf(form, 'names')),
    reporterName: answer(form, 'reporterName'),
    what: form.what as readonly WhatHappened[],
    story: textOf(form, 'story'),
    place: place(form),
    danger: danger(form),
    safeContact: safeContact(form),
    mayShare: mayShare(form),
    keepFrom: form.keepFrom.map((kind) => ({
      kind: kind as KeepFromKind,
      ...(kind === 'other' && textOf(form, 'keepFrom-words') !== ''
        ? { words: textOf(form, 'keepFrom-words') }
        : {}),
    })),
    deskChoice: answer<DeskChoice>(form, 'deskChoice'),
  }
}

/** Several names stand on several lines or between commas. */
export function namesIn(text: string): readonly string[] {
  return text
    .split(/[\n,;]/)
    .map((name) => name.trim())
    .filter((name) => name !== '')
}

function answer<T extends string>(form: ReportForm, field: ReportField): Answer<T> {
  const text = textOf(form, field)
  return text === '' ? blank(form, field) : known(text as T)
}

function blank(form: ReportForm, field: ReportField): Answer<never> {
  return unknown(form.skipped.includes(REPORT_FIELDS[field].step) ? 'will-not-say' : 'not-asked')
}

function peopleCount(form: ReportForm, about: ReportAbout): Answer<number> {
  const text = textOf(form, 'peopleCount')
  if (text !== '') return known(Number(text))
  return textOf(form, 'about') !== '' && about !== 'group' ? known(1) : blank(form, 'peopleCount')
}

function place(form: ReportForm): Answer<Place> {
  const country = textOf(form, 'place.country')
  const region = textOf(form, 'place.region')
  const words = [country === AT_SEA ? 'di laut' : '', textOf(form, 'place.words')].filter(Boolean).join(': ')
  const named = country !== '' && country !== COUNTRY_UNKNOWN && country !== AT_SEA
  if (!named && region === '' && words === '')
    return country === COUNTRY_UNKNOWN ? unknown('does-not-know') : blank(form, 'place.country')
  return known({
    ...(named ? { country } : {}),
    ...(region === '' ? {} : { region }),
    ...(words === '' ? {} : { words }),
  })
}

function danger(form: ReportForm): Answer<Danger> {
  return textOf(form, 'danger') === 'unknown' ? unknown('does-not-know') : answer<Danger>(form, 'danger')
}

function safeContact(form: ReportForm): Answer<SafeContact> {
  const ways = waysIn(form)
  const value = textOf(form, 'safeContact.value')
  const hours = textOf(form, 'safeContact.hours')
  const language = textOf(form, 'safeContact.language')
  const doNotCall = textOf(form, 'safeContact.callRule') === 'do-not-call'
  if (ways.length === 0 && value === '' && hours === '' && language === '' && !doNotCall)
    return form['safeContact.ways'].includes(CONTACT_UNKNOWN)
      ? unknown('does-not-know')
      : blank(form, 'safeContact.ways')
  // A call is allowed only where the person chose it: silence about calls is not a yes.
  const mayCall = !doNotCall && (ways.includes('phone') || ways.includes('whatsapp'))
  return known({
    ways,
    ...(value === '' ? {} : { value }),
    ...(hours === '' ? {} : { hours }),
    ...(language === '' ? {} : { language }),
    callRule: mayCall ? 'may-call' : 'do-not-call',
  })
}

/** "I do not know" is no way to be reached. */
export function waysIn(form: ReportForm): readonly ContactWay[] {
  return form['safeContact.ways'].filter((way) => way !== CONTACT_UNKNOWN) as readonly ContactWay[]
}

/** "Ask me first" leaves every reader not asked: it is not a no, and it opens nothing. */
function mayShare(form: ReportForm): MayShare {
  const share = textOf(form, 'share') as ShareAnswer | ''
  if (share === 'chosen')
    return Object.fromEntries(form.shareWith.map((kind) => [kind as ReaderKind, 'yes' as const]))
  if (share === 'no') return Object.fromEntries(READER_KINDS.map((kind) => [kind, 'no' as const]))
  if (share === 'unknown')
    return Object.fromEntries(READER_KINDS.map((kind) => [kind, 'does-not-know' as const]))
  return {}
}
