/**
 * The demonstration as plain data: fictional, plausible, the same for the same seed. Every key is
 * unique in its list; whoever stores it gives real ids. All people, villages and companies are invented.
 */
import type { CaseType } from '../cases/case-types.ts'
import type {
  AgencyClosingReason,
  Certainty,
  ClosingBasis,
  ClosingReason,
  ConsentAnswer,
  ConsentItem,
  ContactOutcome,
  DocumentStatus,
  EvidenceKind,
  IntermediaryKind,
  NeedKind,
  NoteClass,
  PersonCategory,
  PersonRole,
  Phase,
  PlacementWay,
  Sector,
  SocialSecurityStatus,
  SourceKind,
} from '../cases/codes.ts'
import type { Urgency } from '../cases/urgency.ts'
import type { Instant } from '../kernel/instant.ts'
import type { PartialDate } from '../kernel/partial-date.ts'
import type { ExceptionGround } from '../referrals/exception.ts'
import type {
  CancellationReason,
  FailureReason,
  HoldReason,
  ReferralStatus,
  RejectionReason,
} from '../referrals/lifecycle.ts'
import type { ReportDraft } from '../reports/report.ts'
import type { DemoOrganisation, DemoStaff, Sex } from './demo-material.ts'

export interface DemoPerson {
  readonly key: string
  readonly name: string
  readonly otherNames: readonly string[]
  readonly style: string
  readonly sex: Sex
  readonly born: PartialDate | undefined
  readonly village: string
  readonly district: string
  /** Only from the range kept for fiction. */
  readonly phone: string | undefined
  /** `DEMO-PAS-0001`, never of a real shape. */
  readonly passport: string | undefined
}

export interface DemoCasePerson {
  readonly person: string
  readonly roles: readonly PersonRole[]
  readonly category: PersonCategory
  readonly phase: Phase
  readonly placement: PlacementWay
  readonly sector: Sector
  readonly documents: DocumentStatus
  readonly socialSecurity: SocialSecurityStatus
  /** The person's own wish, in their words. */
  readonly wish: string | undefined
}

export interface DemoLink {
  readonly order: number
  readonly kind: IntermediaryKind
  readonly name: string
  readonly place: string
  readonly paid: { readonly amount: number; readonly currency: string } | undefined
  readonly certainty: Certainty
  readonly source: SourceKind
}

export interface DemoEvent {
  readonly key: string
  readonly when: PartialDate
  /** The date in the teller's own words, where it was told so. */
  readonly whenWords: string | undefined
  readonly what: string
  readonly source: SourceKind
  readonly certainty: Certainty
  /** The event of the same case that tells the same thing otherwise. */
  readonly contradicts: string | undefined
}

export const DEMO_NEED_STATES = [
  'open',
  'offered',
  'in-progress',
  'on-hold',
  'met',
  'not-met',
  'cancelled',
] as const
export type DemoNeedState = (typeof DEMO_NEED_STATES)[number]

export interface DemoNeed {
  readonly key: string
  readonly kind: NeedKind
  readonly state: DemoNeedState
}

export interface DemoReferral {
  readonly key: string
  readonly need: string
  readonly from: string
  readonly to: string
  readonly state: ReferralStatus
  readonly requestedBy: string
  readonly requestedAt: Instant
  readonly receivedAt: Instant | undefined
  /** When it was accepted or rejected. */
  readonly answeredAt: Instant | undefined
  readonly answeredBy: string | undefined
  readonly endedAt: Instant | undefined
  /** The code of why it was rejected, put on hold, failed or cancelled. */
  readonly reason: RejectionReason | HoldReason | FailureReason | CancellationReason | undefined
  /** The same in words; the result when completed. */
  readonly words: string | undefined
  /** Set when only a part was taken: what stays with the sender. */
  readonly partWords: string | undefined
  readonly withoutConsent: { readonly ground: ExceptionGround; readonly reason: string } | undefined
}

export interface DemoConsent {
  readonly item: ConsentItem
  readonly answer: ConsentAnswer
  readonly givenBy: 'person' | 'guardian'
  readonly at: Instant
  readonly withdrawnAt: Instant | undefined
}

export interface DemoNote {
  readonly class: NoteClass
  readonly text: string
  readonly by: string
  readonly at: Instant
}

export interface DemoMessage {
  readonly from: 'reporter' | 'staff'
  readonly by: string | undefined
  readonly text: string
  readonly at: Instant
}

export interface DemoTask {
  readonly title: string
  readonly assignee: string
  readonly due: Instant
  readonly doneAt: Instant | undefined
}

export interface DemoEvidence {
  readonly kind: EvidenceKind
  readonly text: string
  readonly takenBy: string
  readonly at: Instant
  readonly original: 'with-person' | 'with-family' | 'with-us' | 'unknown'
}

export interface DemoClosing {
  readonly reason: ClosingReason
  readonly basis: ClosingBasis
  readonly at: Instant
  readonly by: string
  /** The person's own word, or what was tried. */
  readonly words: string
  readonly attempts: readonly { readonly at: Instant; readonly text: string }[]
  readonly reopenedAt: Instant | undefined
}

export interface DemoReport {
  readonly key: string
  readonly desk: string
  readonly receivedAt: Instant
  readonly draft: ReportDraft
  readonly urgency: Urgency
  readonly types: readonly CaseType[]
  /** The desk that let the clock run out before this one. */
  readonly movedFrom: string | undefined
}

export interface DemoCase {
  readonly key: string
  readonly story: string
  readonly organisation: string
  readonly officer: string
  readonly openedAt: Instant
  readonly lastTouchedAt: Instant
  readonly types: readonly CaseType[]
  readonly urgency: Urgency
  readonly phase: Phase
  readonly country: string
  readonly city: string
  readonly district: string
  readonly narrative: string
  readonly narrativeLanguage: 'id' | 'en' | 'jv' | 'mad'
  readonly incident: string | undefined
  readonly protection:
    | {
        readonly reason: string
        readonly by: string
        readonly named: readonly string[]
        readonly at: Instant
      }
    | undefined
  readonly report: DemoReport
  readonly people: readonly DemoCasePerson[]
  readonly chain: readonly DemoLink[]
  readonly events: readonly DemoEvent[]
  readonly needs: readonly DemoNeed[]
  readonly referrals: readonly DemoReferral[]
  readonly consents: readonly DemoConsent[]
  readonly notes: readonly DemoNote[]
  readonly messages: readonly DemoMessage[]
  readonly tasks: readonly DemoTask[]
  readonly evidence: readonly DemoEvidence[]
  readonly closing: DemoClosing | undefined
  /** Kept apart from the closing; closes nothing. */
  readonly agencyClosing: { readonly reason: AgencyClosingReason; readonly at: Instant } | undefined
}

export interface DemoContact {
  readonly key: string
  readonly desk: string
  readonly by: string
  readonly at: Instant
  readonly outcome: ContactOutcome
  readonly text: string
}

export interface DemoIncident {
  readonly key: string
  readonly title: string
  readonly country: string
  readonly startedAt: Instant
  /** Counts as claims with their source, never one number. */
  readonly claims: readonly string[]
  readonly cases: readonly string[]
}

/** One place on a duty list: who is called, in which order, in the organisation's own time zone. */
export interface DemoDuty {
  readonly organisation: string
  readonly staff: string
  readonly order: number
  /** ISO days 1–7 and local hours `HH:MM`; a shift may pass midnight. */
  readonly days: readonly number[]
  readonly from: string
  readonly to: string
}

export interface DemoWorld {
  readonly seed: string
  readonly until: Instant
  readonly organisations: readonly DemoOrganisation[]
  readonly staff: readonly DemoStaff[]
  readonly duties: readonly DemoDuty[]
  readonly people: readonly DemoPerson[]
  readonly incidents: readonly DemoIncident[]
  readonly cases: readonly DemoCase[]
  readonly waiting: readonly DemoReport[]
  readonly contacts: readonly DemoContact[]
}
