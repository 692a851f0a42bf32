/** The way of an agreement: idea, talks, signed, in force, review, ended. Each step has a day, a person and a reason. */
import {
  isImpossible,
  liesAfter,
  parsePartialDate,
  type PartialDate,
  type PlainDate,
} from '../kernel/partial-date.ts'

export const STAGES = ['idea', 'talks', 'signed', 'in-force', 'review', 'ended', 'unclear'] as const
export type Stage = (typeof STAGES)[number]

/** `unclear` is where a record begins when no source tells its state; it leads anywhere, and nothing leads back to it. */
const NEXT: Readonly<Record<Stage, readonly Stage[]>> = {
  idea: ['talks', 'ended'],
  talks: ['idea', 'signed', 'ended'],
  signed: ['in-force', 'review', 'ended'],
  'in-force': ['review', 'ended'],
  review: ['in-force', 'talks', 'ended'],
  // Ended by mistake, or taken up again: it comes back through a review, with its reason.
  ended: ['review'],
  unclear: ['idea', 'talks', 'signed', 'in-force', 'review', 'ended'],
}

export function stagesAfter(stage: Stage): readonly Stage[] {
  return NEXT[stage]
}

export function isStage(text: string): text is Stage {
  return (STAGES as readonly string[]).includes(text)
}

export type StageChange = {
  readonly from: Stage
  readonly to: string
  /** As written; empty for "the day is not known". */
  readonly on: string
  readonly reason: string
  /** The day of the step before; null where it is not known. */
  readonly before: PartialDate | null
  readonly today: PlainDate
}
export type StageProblem = {
  readonly path: 'to' | 'on' | 'reason'
  readonly code:
    | 'stage.not-from-here'
    | 'date.wrong'
    | 'date.future'
    | 'stage.before-last'
    | 'text.missing'
    | 'text.too-long'
}
export type StageDecision =
  | { readonly kind: 'allowed'; readonly to: Stage; readonly on: PartialDate | null; readonly reason: string }
  | { readonly kind: 'refused'; readonly problems: readonly StageProblem[] }

const LONGEST_REASON = 2000

export function decideStage(change: StageChange): StageDecision {
  const problems: StageProblem[] = []
  const { to } = change
  const on = change.on.trim() === '' ? null : parsePartialDate(change.on)
  const reason = change.reason.trim()
  if (!isStage(to) || !NEXT[change.from].includes(to))
    problems.push({ path: 'to', code: 'stage.not-from-here' })
  if (on === undefined) problems.push({ path: 'on', code: 'date.wrong' })
  else if (on !== null && liesAfter(on, change.today)) problems.push({ path: 'on', code: 'date.future' })
  else if (on !== null && change.before !== null && isImpossible({ earlier: change.before, later: on }))
    problems.push({ path: 'on', code: 'stage.before-last' })
  if (reason === '') problems.push({ path: 'reason', code: 'text.missing' })
  else if (reason.length > LONGEST_REASON) problems.push({ path: 'reason', code: 'text.too-long' })
  return problems.length > 0 || on === undefined || !isStage(to)
    ? { kind: 'refused', problems }
    : { kind: 'allowed', to, on, reason }
}
