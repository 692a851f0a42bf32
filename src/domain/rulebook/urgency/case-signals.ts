/**
 * Facts of a case that a report does not have and that call for haste, one line each, with the urgency they
 * suggest. The classes are the service's own (life, body or liberty now; serious harm within days; a right
 * violated; information), not a law.
 */
import type { Urgency } from '../../cases/urgency.ts'
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
]

type Area = 'situation' | 'health' | 'death' | 'detention' | 'departure' | 'person'

function yes(area: Area, name: string, urgency: Urgency): CaseSignal {
  return {
    signal: `case.${name}`,
    urgency,
    fact: `${area}.${name}`,
    fires: (facts) => (facts[area] as Readonly<Record<string, unknown>> | undefined)?.[name] === 'yes',
  }
}
