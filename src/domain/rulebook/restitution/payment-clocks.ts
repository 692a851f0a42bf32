/**
 * The terms of restitution. UU 21/2007 counts days of the calendar; PP 7/2018 says that its days are working days
 * (Pasal 1 angka 8). Where both speak of the same payment, both are shown.
 */
import {
  addDays,
  earliestDay,
  latestDay,
  type PartialDate,
  type PlainDate,
} from '../../kernel/partial-date.ts'
import { knownOf } from '../facts/facts-kit.ts'
import type { Facts } from '../facts/facts.ts'
import { parameterIn, type Chapter, type Rulebook } from '../rulebook.ts'
import { minorOf } from '../wages/money.ts'
import { indonesianCalendar, workingDaysAfter } from '../working-days.ts'

export const CLOCK_STATES = ['running', 'met', 'met-late', 'missed', 'unclear'] as const
export type RestitutionClockState = (typeof CLOCK_STATES)[number]

export type RestitutionClock = {
  readonly rule: string
  readonly counts: 'days' | 'working-days'
  readonly from: string
  readonly due: { readonly earliest: PlainDate; readonly latest: PlainDate }
  readonly state: RestitutionClockState
}

type Losses = NonNullable<Facts['loss']>
type LossDate =
  | 'requestToLpskOn'
  | 'requestCheckedOn'
  | 'requestCompletedOn'
  | 'judgmentToldOn'
  | 'finalJudgmentOn'
  | 'warnedOn'
  | 'orderServedOn'
  | 'orderToPayOn'
  | 'paidOn'

interface Row {
  readonly rule: string
  readonly counts: 'days' | 'working-days'
  /** The first of these that is known starts it. */
  readonly starts: readonly LossDate[]
  readonly meets: readonly LossDate[]
}

const ROWS: readonly Row[] = [
  {
    rule: 'clock.lpsk-check',
    counts: 'working-days',
    starts: ['requestToLpskOn'],
    meets: ['requestCheckedOn', 'requestCompletedOn'],
  },
  {
    rule: 'clock.lpsk-completion',
    counts: 'working-days',
    starts: ['requestCheckedOn'],
    meets: ['requestCompletedOn'],
  },
  { rule: 'clock.payment', counts: 'days', starts: ['judgmentToldOn', 'finalJudgmentOn'], meets: ['paidOn'] },
  { rule: 'clock.performance', counts: 'working-days', starts: ['orderServedOn'], meets: ['paidOn'] },
  { rule: 'clock.seizure', counts: 'days', starts: ['warnedOn'], meets: ['paidOn'] },
  { rule: 'clock.order-to-pay', counts: 'working-days', starts: ['orderToPayOn'], meets: ['paidOn'] },
]

/** `today` is the day from which the clocks are looked at. */
export function clocksOf(
  loss: Losses,
  chapter: Chapter,
  rulebook: Rulebook,
  today: PlainDate,
): readonly RestitutionClock[] {
  const calendar = indonesianCalendar(rulebook)
  return ROWS.flatMap((row): readonly RestitutionClock[] => {
    const from = firstKnown(loss, row.starts)
    const length = parameterIn(chapter, `${row.rule}.days`)?.amount
    if (from === undefined || length === undefined || length === null) return []
    const end = (day: PlainDate) =>
      row.counts === 'days' ? addDays(day, length) : workingDaysAfter(day, length, calendar)
    const due = { earliest: end(earliestDay(from)), latest: end(latestDay(from)) }
    const met = row.meets.includes('paidOn') && !isPaidInFull(loss) ? undefined : firstKnown(loss, row.meets)
    return [{ rule: row.rule, counts: row.counts, from, due, state: stateOf(due, met, today) }]
  })
}

function firstKnown(loss: Losses, names: readonly LossDate[]): PartialDate | undefined {
  for (const name of names) {
    const on = knownOf(loss[name])
    if (on !== undefined) return on
  }
  return undefined
}

/** A part paid leaves the clock running. */
function isPaidInFull(loss: Losses): boolean {
  const [granted, paid] = [knownOf(loss.granted), knownOf(loss.paid)]
  if (granted === undefined || paid === undefined) return paid !== undefined || granted === undefined
  return granted.currency === paid.currency && minorOf(paid) >= minorOf(granted)
}

function stateOf(
  due: RestitutionClock['due'],
  met: PartialDate | undefined,
  today: PlainDate,
): RestitutionClockState {
  if (met !== undefined) {
    if (latestDay(met) <= due.earliest) return 'met'
    return earliestDay(met) > due.latest ? 'met-late' : 'unclear'
  }
  if (today > due.latest) return 'missed'
  return today <= due.earliest ? 'running' : 'unclear'
}
