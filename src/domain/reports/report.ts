/**
 * What a report is: the answers to five questions (what, where, danger, safe contact, sharing), as the
 * reporter gave them. Every answer may be missing, and why it is missing is kept.
 * No ids and no time of arrival: those belong to receiving it.
 */
import type { CaseType } from '../cases/case-types.ts'
import type { ConsentAnswer } from '../cases/codes.ts'
import { unknown, type Answer } from '../kernel/answer.ts'
import type { PartialDate } from '../kernel/partial-date.ts'

export const REPORT_CHANNELS = ['web', 'phone', 'walk-in', 'whatsapp', 'api', 'letter'] as const
export type ReportChannel = (typeof REPORT_CHANNELS)[number]

export const REPORT_ABOUT = ['myself', 'someone-else', 'group', 'seeking-family'] as const
export type ReportAbout = (typeof REPORT_ABOUT)[number]

export const REPORTER_RELATIONS = [
  'self',
  'spouse',
  'parent',
  'child',
  'sibling',
  'other-family',
  'neighbour',
  'friend',
  'fellow-worker',
  'village-officer',
  'organisation',
  'official',
  'employer',
  'agency',
  'passer-by',
  'other',
] as const
export type ReporterRelation = (typeof REPORTER_RELATIONS)[number]

/** The plain choices of the first question; several may apply. */
export const WHAT_HAPPENED = [
  'gaji',
  'pukul',
  'kunci',
  'paspor',
  'tubuh',
  'paksa',
  'utang',
  'tipu',
  'sakit',
  'ditahan',
  'pulang',
  'duka',
  'lain',
] as const
export type WhatHappened = (typeof WHAT_HAPPENED)[number]

export const CASE_TYPES_OF_WHAT: Readonly<Record<WhatHappened, readonly CaseType[]>> = {
  gaji: ['UNPAID_WAGES', 'UNDERPAID'],
  pukul: ['PHYSICAL_ABUSE'],
  kunci: ['CONFINEMENT'],
  paspor: ['DOCS_WITHHELD'],
  tubuh: ['SEXUAL_VIOLENCE'],
  paksa: ['FORCED_LABOUR'],
  utang: ['OVERCHARGING', 'DEBT_BONDAGE'],
  tipu: ['RECRUITMENT_FRAUD', 'CONTRACT_BREACH'],
  sakit: ['ILLNESS_INJURY'],
  ditahan: ['DETENTION'],
  pulang: ['RETURN_REQUEST'],
  duka: ['DEATH', 'REMAINS'],
  lain: [],
}

export const DANGERS = ['now', 'soon', 'no'] as const
export type Danger = (typeof DANGERS)[number]

export const CONTACT_WAYS = [
  'whatsapp',
  'sms',
  'phone',
  'email',
  'through-someone',
  'this-page-only',
] as const
export type ContactWay = (typeof CONTACT_WAYS)[number]

export const CALL_RULES = ['may-call', 'do-not-call'] as const
export type CallRule = (typeof CALL_RULES)[number]

export interface SafeContact {
  readonly ways: readonly ContactWay[]
  /** The number, address or name of the go-between, as written. */
  readonly value?: string
  /** When it is safe, in the person's words. */
  readonly hours?: string
  readonly callRule: CallRule
  /** The language the person wants to be spoken to in, as written or as a code. */
  readonly language?: string
}

/** Who might read the report, in kinds a reporter understands. */
export const READER_KINDS = [
  'mission',
  'protection-ministry',
  'labour-office',
  'police',
  'social-services',
  'organisation',
  'foreign-authority',
  'village',
  'family',
] as const
export type ReaderKind = (typeof READER_KINDS)[number]

/** A reader that is missing here was not asked about. */
export type MayShare = Readonly<Partial<Record<ReaderKind, ConsentAnswer>>>

/** Who must not see it. Obeyed by the choice of the desk and by every later sharing. */
export const KEEP_FROM_KINDS = [
  'my-village',
  'my-agency',
  'my-employer',
  'this-mission',
  'local-labour-office',
  'protection-ministry',
  'police',
  'my-family',
  'organisation',
  'other',
] as const
export type KeepFromKind = (typeof KEEP_FROM_KINDS)[number]

export interface KeepFrom {
  readonly kind: KeepFromKind
  /** The body's id, when the reporter picked a named body. */
  readonly bodyId?: string
  readonly words?: string
}

/** Who should receive it first, from a short list in plain words. */
export const DESK_CHOICES = [
  'mission',
  'protection-ministry',
  'labour-office',
  'organisation',
  'police',
  'head-office',
  'you-choose',
] as const
export type DeskChoice = (typeof DESK_CHOICES)[number]

export interface Place {
  /** ISO 3166-1 alpha-2, upper case. */
  readonly country?: string
  /** Indonesian province or district code (BPS), or a state or region of the country. */
  readonly region?: string
  readonly words?: string
}

export const REPORT_LANGUAGES = ['id', 'en'] as const
export type ReportLanguage = (typeof REPORT_LANGUAGES)[number]

export interface ReportDraft {
  readonly about: ReportAbout
  readonly reporterRelation: Answer<ReporterRelation>
  readonly peopleCount: Answer<number>
  /** All names used by the person concerned; empty for a report without a name. */
  readonly names: readonly string[]
  readonly reporterName: Answer<string>
  readonly village: Answer<string>
  readonly recruiter: Answer<string>
  readonly employer: Answer<string>
  readonly born: Answer<PartialDate>
  readonly departed: Answer<PartialDate>
  readonly lastContact: Answer<PartialDate>
  readonly what: readonly WhatHappened[]
  readonly story: string
  readonly place: Answer<Place>
  readonly danger: Answer<Danger>
  readonly safeContact: Answer<SafeContact>
  readonly mayShare: MayShare
  readonly keepFrom: readonly KeepFrom[]
  readonly deskChoice: Answer<DeskChoice>
  readonly language: ReportLanguage
  readonly channel: ReportChannel
}

/** A report in which nothing was asked yet; the base of every form and of test builders. */
export function blankReport(start: Pick<ReportDraft, 'channel' | 'language'>): ReportDraft {
  const notAsked = unknown('not-asked')
  return {
    ...start,
    about: 'myself',
    reporterRelation: notAsked,
    peopleCount: notAsked,
    names: [],
    reporterName: notAsked,
    village: notAsked,
    recruiter: notAsked,
    employer: notAsked,
    born: notAsked,
    departed: notAsked,
    lastContact: notAsked,
    what: [],
    story: '',
    place: notAsked,
    danger: notAsked,
    safeContact: notAsked,
    mayShare: {},
    keepFrom: [],
    deskChoice: notAsked,
  }
}
