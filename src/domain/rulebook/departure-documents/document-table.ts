/**
 * The papers of UU 18/2017 articles 5 and 13 in the order of the law, what in the facts says that a person has
 * them, and the desk of the one-stop service (PP 59/2021 article 31) or other place that gives them.
 */
import type { PLACEMENT_WAYS } from '../../cases/codes.ts'

export const DEPARTURE_DOCUMENTS = [
  'registration',
  'social-security',
  'marital-letter',
  'family-consent',
  'competence-certificate',
  'health-certificate',
  'passport',
  'work-visa',
  'placement-agreement',
  'work-contract',
  'seafarer-book',
  'sea-competence',
] as const
export type DepartureDocument = (typeof DEPARTURE_DOCUMENTS)[number]

export type Desk =
  | 'manpower'
  | 'civil-registration'
  | 'health'
  | 'immigration'
  | 'social-security'
  | 'village'
  | 'training-body'
  | 'placement-company'
  | 'destination-mission'
  | 'harbour-master'

export interface DocumentRow {
  readonly document: DepartureDocument
  readonly rule: string
  /** Any of these facts answered yes shows it; all answered no shows that it is not there. */
  readonly shownBy: readonly string[]
  readonly desks: readonly Desk[]
  /** Only for these categories; missing means for all. */
  readonly only?: 'at-sea'
}

export const DOCUMENT_ROWS: readonly DocumentRow[] = [
  row('registration', 'uu18.5.registered', ['migration.registeredAtLabourOffice'], ['manpower']),
  row('social-security', 'uu18.5.social-security', ['documents.insuranceCard'], ['social-security']),
  row('marital-letter', 'uu18.13.a', ['documents.maritalLetter'], ['village', 'civil-registration']),
  row('family-consent', 'uu18.13.b', ['documents.familyConsent'], ['village']),
  row(
    'competence-certificate',
    'uu18.13.c',
    ['documents.competenceCertificate', 'person.hasCompetenceCertificate'],
    ['training-body', 'manpower'],
  ),
  row(
    'health-certificate',
    'uu18.13.d',
    ['documents.healthCertificate', 'person.isMentallyAndPhysicallyFit'],
    ['health'],
  ),
  row('passport', 'uu18.13.e', ['documents.passport'], ['immigration']),
  row('work-visa', 'uu18.13.f', ['documents.workVisa'], ['destination-mission', 'placement-company']),
  row(
    'placement-agreement',
    'uu18.13.g',
    ['documents.placementAgreement'],
    ['manpower', 'placement-company'],
  ),
  row('work-contract', 'uu18.13.h', ['documents.workContract'], ['manpower', 'placement-company']),
  {
    ...row('seafarer-book', 'pp22.sea-papers', ['documents.seafarerBook'], ['harbour-master']),
    only: 'at-sea',
  },
  {
    ...row('sea-competence', 'pp22.sea-papers', ['documents.seaCompetence'], ['harbour-master']),
    only: 'at-sea',
  },
]

export type Way = (typeof PLACEMENT_WAYS)[number]

/** Ways in which there is a placement actor, with whom the placement agreement is made (article 1). */
export const WITH_ACTOR: ReadonlySet<string> = new Set<Way>([
  'p3mi',
  'government-to-government',
  'manning-agency',
])
/** Ways in which nobody places: without an actor there is no placement agreement. */
export const WITHOUT_ACTOR: ReadonlySet<string> = new Set<Way>(['independent', 'company-own-interest'])

function row(
  document: DepartureDocument,
  rule: string,
  shownBy: readonly string[],
  desks: readonly Desk[],
): DocumentRow {
  return { document, rule, shownBy, desks }
}
