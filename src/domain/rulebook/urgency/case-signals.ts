/**
 * Facts of a case that a report does not have and that call for haste, one line each, with the urgency they
 * suggest. The classes are the service's own (life, body or liberty now; serious harm within days; a right
 * violated; information), not a law.
 */
import type { Urgency } from '../../cases/urgency.ts'
import { factAt, isGiven } from '../fact-at.ts'
import { answered, type Weighed, type YesNo } from '../facts/facts-kit.ts'
import type { Facts } from '../facts/facts.ts'

export interface CaseSignal {
  readonly signal: string
  readonly urgency: Urgency
  /** Path of the fact, and the value that fires it. */
  readonly fact: string
  readonly fires: (facts: Facts) => boolean
}

const SHORTEST_SUPPLIES_IN_DAYS = 5

export const CASE_SIGNALS: readonly CaseSignal[] = [
  yes('situation', 'suicidalWords', 'darurat'),
  yes('situation', 'aboutToBeMoved', 'darurat'),
  yes('situation', 'ransomAsked', 'darurat'),
  yes('situation', 'warOrDisaster', 'darurat'),
  yes('health', 'gravelyIll', 'darurat'),
  yes('detention', 'executionDateSet', 'darurat'),
  {
    signal: 'case.suppliesDays',
    urgency: 'darurat',
    fact: 'situation.suppliesDays',
    fires: (facts) => {
      const days = facts.situation?.suppliesDays
      return typeof days === 'number' && days < SHORTEST_SUPPLIES_IN_DAYS
    },
  },
  {
    signal: 'case.lockedInAndHurt',
    urgency: 'darurat',
    fact: 'situation.lockedIn',
    fires: ({ situation }) => situation?.lockedIn === 'yes' && situation.hurtNow === 'yes',
  },
  yes('situation', 'lockedIn', 'tinggi'),
  yes('situation', 'hurtNow', 'tinggi'),
  yes('situation', 'escaped', 'tinggi'),
  yes('situation', 'needsRescue', 'tinggi'),
  yes('situation', 'scamCompound', 'tinggi'),
  yes('situation', 'massIncident', 'tinggi'),
  yes('situation', 'stranded', 'tinggi'),
  yes('situation', 'abandonedVessel', 'tinggi'),
  yes('situation', 'lostContact', 'tinggi'),
  yes('health', 'traumatised', 'tinggi'),
  yes('health', 'mentalHealth', 'tinggi'),
  yes('health', 'ill', 'tinggi'),
  yes('death', 'died', 'tinggi'),
  yes('detention', 'detained', 'tinggi'),
  yes('detention', 'deathPenalty', 'tinggi'),
  yes('detention', 'deportation', 'tinggi'),
  yes('person', 'pregnant', 'tinggi'),
  yes('person', 'accompaniedByChild', 'tinggi'),
  yes('situation', 'wantsToGoHome', 'sedang'),
  yes('departure', 'failed', 'sedang'),
  yes('departure', 'illegalPlacement', 'sedang'),
  yes('situation', 'crimeVictim', 'sedang'),
  {
    signal: 'case.deportation',
    urgency: 'tinggi',
    fact: 'detention.deportationOn',
    fires: ({ detention }) => detention?.deportation !== 'yes' && isGiven(detention?.deportationOn),
  },
  // Force at the place of work is a danger as long as nobody says that the person has left it.
  ...['violence', 'isolatedConfinedOrWatched', 'threatOfViolence', 'violenceOrThreatToFamily'].map((name) =>
    indicated(`indicators.coercionAtDestination.${name}`, 'case.forceAtWork', 'tinggi', isPerhapsStillThere),
  ),
  ...['prostitution', 'sexualExploitation'].map((name) =>
    indicated(`elements.purpose.${name}`, 'case.forceAtWork', 'tinggi', isPerhapsStillThere),
  ),
  // A right is violated: sedang at least, wherever the person is.
  ...[
    'elements.purpose.forcedLabour',
    'elements.purpose.prostitution',
    'elements.purpose.sexualExploitation',
    'indicators.exploitation.lowOrNoPay',
    'indicators.exploitation.excessiveHours',
    'indicators.coercionAtDestination.violence',
    'indicators.coercionAtDestination.isolatedConfinedOrWatched',
    'indicators.coercionAtDestination.documentsTaken',
    'indicators.coercionAtDestination.wagesWithheld',
    'work.otherWorkThanAgreed',
    'contract.changedWithoutConsent',
    'departure.recruiterLied',
    'departure.dismissedOneSided',
  ].map((path) => indicated(path, 'case.rightViolated', 'sedang', () => true)),
  {
    signal: 'case.rightViolated',
    urgency: 'sedang',
    fact: 'documents.passportHeldBy',
    fires: ({ documents }) =>
      ['employer', 'recruiter-or-agency', 'other-person'].includes(documents?.passportHeldBy ?? ''),
  },
  {
    signal: 'case.rightViolated',
    urgency: 'sedang',
    fact: 'wages.monthsUnpaid',
    fires: ({ wages }) => typeof wages?.monthsUnpaid === 'number' && wages.monthsUnpaid > 0,
  },
]

function indicated(
  path: string,
  signal: string,
  urgency: Urgency,
  when: (facts: Facts) => boolean,
): CaseSignal {
  return {
    signal,
    urgency,
    fact: path,
    fires: (facts) => answered(factAt(facts, path) as YesNo | Weighed | undefined) === 'yes' && when(facts),
  }
}

/** Not known to be away is not away. */
function isPerhapsStillThere({ migration, situation }: Facts): boolean {
  return migration?.place !== 'home' && migration?.phase !== 'after' && situation?.escaped !== 'yes'
}

type Area = 'situation' | 'health' | 'death' | 'detention' | 'departure' | 'person'

function yes(area: Area, name: string, urgency: Urgency): CaseSignal {
  return {
    signal: `case.${name}`,
    urgency,
    fact: `${area}.${name}`,
    fires: (facts) => (facts[area] as Readonly<Record<string, unknown>> | undefined)?.[name] === 'yes',
  }
}
