/** Papers and time limit of a claim (Permenaker 4/2023 art 57 for a death; the rest was not read). */
import {
  addYears,
  earliestDay,
  latestDay,
  type PartialDate,
  type PlainDate,
} from '../../kernel/partial-date.ts'
import { factAt, isGiven, yesNoAt } from '../fact-at.ts'
import { knownOf } from '../facts/facts-kit.ts'
import type { Gather } from '../gather.ts'
import { parameterIn } from '../rulebook.ts'
import { eventOf, type Standing } from './membership.ts'

export type Paper = {
  readonly document: string
  readonly have: 'yes' | 'no' | 'unknown'
}

export type Claim = {
  readonly papers: readonly Paper[]
  /** The list of papers was read in the regulation, or is what is usually asked. */
  readonly papersRead: 'yes' | 'no'
  readonly years: number | null
  /** Last day to claim, if it counts from the event; a span when the event's day is not exact. */
  readonly lastDayEarliest: PlainDate | null
  readonly lastDayLatest: PlainDate | null
  readonly inTime: 'yes' | 'no' | 'unclear'
}

interface PaperRow {
  readonly document: string
  readonly fact: string | null
  readonly on: readonly string[]
}

const CRIMES: readonly string[] = ['rape', 'physical-violence', 'loss-on-way-home']
const WORK: readonly string[] = ['one-sided-dismissal', 'placement-not-as-contract', 'failed-placement']

export function claimFor(g: Gather, standing: Standing): Claim | null {
  const event = knownOf(g.facts.insurance?.event)
  if (event === undefined || event === 'none') return null
  if (standing === 'not-covered' || standing === 'foreign-scheme') return null
  if (event === 'death') {
    g.fire('claim.documents-death', 'insurance.event')
    g.fire('claim.heirs', 'insurance.event')
  } else g.fire('claim.documents-other', 'insurance.event')
  return { papers: papersFor(g, event), papersRead: event === 'death' ? 'yes' : 'no', ...limitFor(g, event) }
}

function papersFor(g: Gather, event: string): readonly Paper[] {
  const wanted = [
    event === 'death' ? 'death' : 'other',
    ...(event === 'death' && g.facts.migration?.place === 'home' && g.facts.migration.phase === 'during'
      ? ['death-on-leave']
      : []),
    ...(CRIMES.includes(event) ? ['crime'] : []),
    ...(WORK.includes(event) ? ['work'] : []),
  ]
  const rows = g.chapter.text.tables['documents'] as readonly PaperRow[]
  return rows
    .filter((row) => row.on.some((each) => wanted.includes(each)))
    .map(({ document, fact }) => ({ document, have: haveOf(g, document, fact) }))
}

/** Art 57 takes the identity card or the passport of the worker. */
function haveOf(g: Gather, document: string, fact: string | null): Paper['have'] {
  if (fact === null) return 'unknown'
  const card = yesNoAt(g.facts, fact)
  if (document !== 'identity-worker') return card ?? 'unknown'
  const passport = yesNoAt(g.facts, 'documents.passport')
  if (card === 'yes' || passport === 'yes') return 'yes'
  return card === 'no' && passport === 'no' ? 'no' : 'unknown'
}

/** Only the limit of JKK was reported; a death that was no work accident is paid by JKM. */
function limitFor(
  g: Gather,
  event: string,
): Pick<Claim, 'years' | 'lastDayEarliest' | 'lastDayLatest' | 'inTime'> {
  const none = { years: null, lastDayEarliest: null, lastDayLatest: null, inTime: 'unclear' } as const
  const jkm = event === 'death' && knownOf(g.facts.death?.cause) !== 'work-accident'
  const years = parameterIn(g.chapter, 'claim-years-jkk')?.amount ?? null
  if (jkm || event === 'old-age' || years === null) {
    g.fire('claim.limit-not-read', 'insurance.event')
    return none
  }
  g.fire('claim.limit', 'insurance.eventOn')
  if (!isGiven(factAt(g.facts, 'insurance.eventOn'))) {
    g.lack('insurance.eventOn')
    return { ...none, years }
  }
  const days = eventOf(g)
  const lastDayEarliest = addYears(days.first, years)
  const lastDayLatest = addYears(days.last, years)
  const claimed = knownOf(g.facts.insurance?.claimedOn)
  return { years, lastDayEarliest, lastDayLatest, inTime: inTime(claimed, lastDayEarliest, lastDayLatest) }
}

function inTime(claimed: PartialDate | undefined, earliest: PlainDate, latest: PlainDate): Claim['inTime'] {
  if (claimed === undefined) return 'unclear'
  if (latestDay(claimed) <= earliest) return 'yes'
  return earliestDay(claimed) > latest ? 'no' : 'unclear'
}
