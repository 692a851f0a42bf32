/**
 * One schema of facts for every question, in the field's own terms. It only ever grows: a name once published
 * keeps its meaning. Names of people are no facts of any rule and have no place here.
 */
import { CLOCK_KINDS } from '../../deadlines/clock.ts'
import {
  code,
  date,
  group,
  indicator,
  instant,
  list,
  yesNo,
  country,
  type FactsOf,
  zone,
} from './facts-kit.ts'
import { INDICATOR_NAMES, type Dimension } from './indicator-names.ts'
import {
  deathFacts,
  departureFacts,
  detentionFacts,
  documentFacts,
  healthFacts,
  migrationFacts,
  personFacts,
  situationFacts,
} from './person-facts.ts'
import {
  contractFacts,
  costFacts,
  insuranceFacts,
  lossFacts,
  offerFacts,
  vesselFacts,
  wageFacts,
  workFacts,
} from './work-facts.ts'

/** `list` adds the number in the printed list, so that each can be found there. */
function dimension<const N extends string>(about: string, names: readonly N[], list = '') {
  const fields = Object.fromEntries(
    names.map((name, at) => [
      name,
      indicator(list === '' ? spaced(name) : `${spaced(name)} ${list} ${at + 1}.`),
    ]),
  )
  return group(about, fields as { readonly [K in N]: ReturnType<typeof indicator> })
}

function spaced(name: string): string {
  const words = name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`
}

export const ACTS = ['recruitment', 'transport', 'harbouring', 'sending', 'transfer', 'receipt'] as const
export const MEANS = [
  'threatOfViolence',
  'violence',
  'abduction',
  'confinement',
  'forgery',
  'fraud',
  'abuseOfPower',
  'abuseOfVulnerability',
  'debtBondage',
  'paymentOrBenefit',
] as const
export const PURPOSES = [
  'prostitution',
  'sexualExploitation',
  'forcedLabour',
  'slavery',
  'oppression',
  'extortion',
  'organs',
  'otherProfit',
] as const

const elementFacts = group(
  'Act, means and purpose of UU 21/2007 art 1 and Palermo art 3, as far as established.',
  {
    act: dimension('What was done with the person.', ACTS),
    means: dimension('How it was done.', MEANS),
    purpose: dimension('For what: exploitation, intended or as the result.', PURPOSES),
    consented: yesNo('The person agreed. Never lowers the result.'),
    paid: yesNo('The person or the family received money. Never lowers the result.'),
  },
)

/** Deadlines that run from a day; the rulebook knows their lengths. */
export const LEGAL_CLOCKS = [
  'victim-first-help',
  'restitution-payment',
  'restitution-seizure',
  'lpsk-completeness-check',
  'lpsk-completion',
  'lpsk-performance',
  'service-complaint-answer',
  'service-complaint-completion',
  'service-complaint-decision',
  'mediation-commitment',
  'company-licence-revocation',
  'consent-withdrawal',
  'rehabilitation',
  'work-accident-claim',
] as const
export type LegalClock = (typeof LEGAL_CLOCKS)[number]

const clockFacts = group('Deadlines to look at.', {
  now: instant('The moment at which to look, with its offset.'),
  timeZone: zone('Time zone of the place that must act, for instance Asia/Jakarta.'),
  country: country('Country whose working days count.'),
  urgency: code(['darurat', 'tinggi', 'sedang', 'rendah'], 'Urgency of the case.'),
  running: list('Clocks that have started.', {
    kind: code(CLOCK_KINDS, 'Which clock of the service.'),
    startedAt: instant('When it started.'),
    pausedAt: instant('When it was paused.'),
    metAt: instant('When it was met.'),
  }),
  serviceComplaintOn: date('Complaint about a public service made.'),
  sanctionProposedOn: date('Sanction against a placement company proposed.'),
  mediationCommitmentOn: date('A commitment was made in mediation.'),
  consentWithdrawnOn: date('Consent was withdrawn.'),
  met: list('Deadlines that were met.', {
    clock: code(LEGAL_CLOCKS, 'Which deadline.'),
    on: date('When.'),
  }),
  arrivedHomeOn: date('Came home, for rehabilitation.'),
})

export const FACTS = group('Facts of one case, as far as known. Leave out what was not asked.', {
  asOf: date('Date of the event: it selects the version of the rules.'),
  person: personFacts,
  migration: migrationFacts,
  situation: situationFacts,
  health: healthFacts,
  death: deathFacts,
  detention: detentionFacts,
  documents: documentFacts,
  departure: departureFacts,
  elements: elementFacts,
  indicators: group('Indicators of ILO and the European Commission (2009), each asked for itself.', {
    deceptiveRecruitment: dimension(
      'Deception at recruitment.',
      INDICATOR_NAMES.deceptiveRecruitment,
      'ILO/EC 2009, deceptive recruitment, no.',
    ),
    coerciveRecruitment: dimension(
      'Coercion at recruitment.',
      INDICATOR_NAMES.coerciveRecruitment,
      'ILO/EC 2009, coercive recruitment, no.',
    ),
    vulnerabilityRecruitment: dimension(
      'Vulnerability used at recruitment.',
      INDICATOR_NAMES.vulnerabilityRecruitment,
      'ILO/EC 2009, recruitment by abuse of vulnerability, no.',
    ),
    exploitation: dimension(
      'Conditions of exploitation.',
      INDICATOR_NAMES.exploitation,
      'ILO/EC 2009, exploitation, no.',
    ),
    coercionAtDestination: dimension(
      'Coercion at the place of work.',
      INDICATOR_NAMES.coercionAtDestination,
      'ILO/EC 2009, coercion at destination, no.',
    ),
    vulnerabilityAtDestination: dimension(
      'Vulnerability used at the place of work.',
      INDICATOR_NAMES.vulnerabilityAtDestination,
      'ILO/EC 2009, vulnerability at destination, no.',
    ),
  } satisfies Record<Dimension, unknown>),
  work: workFacts,
  contract: contractFacts,
  offer: offerFacts,
  wages: wageFacts,
  cost: costFacts,
  insurance: insuranceFacts,
  loss: lossFacts,
  vessel: vesselFacts,
  clocks: clockFacts,
})

export type Facts = FactsOf<(typeof FACTS)['fields']>
