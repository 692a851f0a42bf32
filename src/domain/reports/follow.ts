/**
 * What the holder of a code sees of a report: plain steps, who handles it, who is waited for and what happens when
 * they stay silent. Bodies, never persons or places; for anybody but the person concerned only "being handled".
 */
import type { ConsentAnswer } from '../cases/codes.ts'
import type { Instant } from '../kernel/instant.ts'
import type { ContactWay, ReaderKind } from './report.ts'

export type FollowResult = 'achieved' | 'not-achieved' | 'withdrawn' | 'no-contact' | 'other'

export interface FollowWaiting {
  readonly body: string
  readonly since: Instant
  readonly ifSilent: 'ask-superior' | 'next-body' | 'next-desk' | 'tell-you'
  readonly until: Instant
}

export interface FollowStep {
  readonly code: 'received' | 'read' | 'checked' | 'handled' | 'result'
  readonly state: 'done' | 'now' | 'later'
  readonly at?: Instant
  readonly bodies?: readonly string[]
  readonly waiting?: readonly FollowWaiting[]
  readonly result?: FollowResult
}

export interface FollowMessage {
  readonly from: 'officer' | 'you' | 'second'
  readonly at: Instant
  readonly text: string
}

export interface FollowReader {
  readonly kind: ReaderKind
  readonly answer: ConsentAnswer
  /** A body of this kind has accepted something of it. */
  readonly told: boolean
}

export interface FollowFile {
  readonly mediaType: string
  /** `kept`: it may still tell who made it, when and where. */
  readonly metadata: 'removed' | 'kept'
  readonly at: Instant
}

export interface FollowView {
  readonly holder: 'first' | 'second'
  readonly steps: readonly FollowStep[]
  readonly nextNews?: Instant
  readonly messages: readonly FollowMessage[]
  readonly readers: readonly FollowReader[]
  readonly contact: { readonly ways: readonly ContactWay[]; readonly noCalls: boolean }
  readonly toldWithoutConsent: readonly {
    readonly id: string
    readonly body: string
    readonly at: Instant
    readonly ground: string
  }[]
  readonly files: readonly FollowFile[]
  /** The report of a family that looks for somebody; the same whether or not anybody was found. */
  readonly searching?: 'searching'
}

export interface FollowFacts {
  readonly report: {
    readonly receivedAt: Instant
    readonly state: 'waiting' | 'taken' | 'in-case' | 'not-a-case'
    readonly desk: string
    readonly deskSince: Instant
    readonly respondBy: Instant
    readonly openedAt?: Instant
    readonly takenAt?: Instant
    readonly joinedAs?: 'concerned' | 'other'
    readonly closedAs?: 'information' | 'silent' | 'abusive' | 'duplicate' | 'withdrawn'
    readonly closedAt?: Instant
    readonly withdrawnAt?: Instant
  }
  /** Only where it is the report of the person concerned. */
  readonly handling?: {
    readonly since: Instant
    readonly owners: readonly string[]
    readonly waiting: readonly { readonly body: string; readonly since: Instant; readonly until: Instant }[]
    readonly closedAt?: Instant
    readonly closedResult?: 'achieved' | 'not-achieved' | 'withdrawn'
    readonly nextNewsAt?: Instant
  }
}

export function followSteps(facts: FollowFacts): readonly FollowStep[] {
  const { report } = facts
  const read = report.openedAt ?? report.takenAt
  const end = endOf(facts)
  const inCase = report.state === 'in-case'
  return [
    { code: 'received', state: 'done', at: report.receivedAt },
    readStep(facts, read),
    {
      code: 'checked',
      state: stateOf(inCase || end !== undefined, report.takenAt !== undefined),
      ...at(report.takenAt),
    },
    handledStep(facts, inCase, end !== undefined),
    end === undefined
      ? { code: 'result', state: 'later' }
      : { code: 'result', state: 'done', result: end.result, ...at(end.at) },
  ]
}

/** The next date on which something must have happened; undefined when nobody has set one. */
export function nextNews({ report, handling }: FollowFacts): Instant | undefined {
  if (handling !== undefined) return handling.nextNewsAt
  return report.state === 'waiting' ? report.respondBy : undefined
}

function readStep({ report }: FollowFacts, read: Instant | undefined): FollowStep {
  if (read !== undefined || report.state !== 'waiting') return { code: 'read', state: 'done', ...at(read) }
  const waiting = {
    body: report.desk,
    since: report.deskSince,
    ifSilent: 'next-desk' as const,
    until: report.respondBy,
  }
  return { code: 'read', state: 'now', waiting: [waiting] }
}

function handledStep({ handling, report }: FollowFacts, inCase: boolean, ended: boolean): FollowStep {
  const state = ended && inCase ? 'done' : inCase ? 'now' : 'later'
  if (handling === undefined || report.joinedAs !== 'concerned') return { code: 'handled', state }
  const waiting = ended ? [] : handling.waiting.map((each) => ({ ...each, ifSilent: 'next-body' as const }))
  return { code: 'handled', state, at: handling.since, bodies: [...new Set(handling.owners)], waiting }
}

const RESULT_OF = {
  information: 'other',
  silent: 'no-contact',
  abusive: 'other',
  duplicate: 'other',
  withdrawn: 'withdrawn',
} as const

function endOf({
  report,
  handling,
}: FollowFacts): { readonly result: FollowResult; readonly at: Instant | undefined } | undefined {
  if (report.state === 'not-a-case')
    return { result: RESULT_OF[report.closedAs ?? 'information'], at: report.closedAt }
  if (handling?.closedAt !== undefined)
    return { result: handling.closedResult ?? 'other', at: handling.closedAt }
  return report.withdrawnAt === undefined ? undefined : { result: 'withdrawn', at: report.withdrawnAt }
}

function stateOf(done: boolean, started: boolean): FollowStep['state'] {
  return done ? 'done' : started ? 'now' : 'later'
}

function at(instant: Instant | undefined): { readonly at?: Instant } {
  return instant === undefined ? {} : { at: instant }
}
