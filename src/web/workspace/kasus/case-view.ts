/** View models of the case file. Words that people wrote come as text, codes come as codes, instants as Date. */
import type { CaseType } from '#src/domain/cases/case-types.ts'
import type {
  ClosingBasis,
  ClosingReason,
  ConsentAnswer,
  ConsentItem,
  NoteClass,
  PersonCategory,
  Phase,
  Sector,
  DocumentStatus,
} from '#src/domain/cases/codes.ts'
import type { AttemptResult, CaseStatus } from '#src/domain/cases/lifecycle.ts'
import type { Urgency } from '#src/domain/cases/urgency.ts'
import type {
  ChainLink,
  ConsentLine,
  DeadlineView,
  EvidenceView,
  NeedView,
  PersonView,
  WishView,
} from '#src/web/ui/staff/case-parts.tsx'
import type { ClockRow } from '#src/web/workspace/clock-table.tsx'
import type { TrackView } from './jalur/track-view.ts'
import type { RoutingView } from './kebutuhan/routing-panel.tsx'
import type { CaseStepsView } from '#src/web/standard-steps-view.ts'
import type { FormState } from '#src/web/ui/staff/frame.ts'
import type { Option } from '#src/web/ui/staff/form.tsx'
import type { MatrixView, ReferCardView } from '#src/web/ui/staff/referral-parts.tsx'
import type { TimelineView, VersionView } from '#src/web/ui/staff/timeline.tsx'

/** Path below /kerja/kasus/{code}: summary has none. */
export const CASE_TABS = {
  summary: '',
  people: '/orang',
  timeline: '/kronologi',
  needs: '/kebutuhan',
  evidence: '/bukti',
  chain: '/perantara',
  tracks: '/jalur',
  referrals: '/rujukan',
  notes: '/catatan',
  consent: '/persetujuan',
  tasks: '/tugas',
  messages: '/pesan',
  documents: '/dokumen',
} as const
export type CaseTab = keyof typeof CASE_TABS

export type CaseAction =
  'add' | 'refer' | 'close' | 'reopen' | 'note' | 'message' | 'consent' | 'print' | 'reads'

export type CaseHeadView = {
  readonly code: string
  /** The name as this reader may know it, else the code again. */
  readonly title: string
  readonly urgency: Urgency
  readonly types: readonly CaseType[]
  readonly state: CaseStatus
  readonly protection?: { readonly teamSize: number; readonly kind: 'team' | 'protected' }
  readonly child?: 'child' | 'maybe'
  /** A range when the birth date is approximate: "kira-kira 58–61". */
  readonly age?: string
  readonly category: PersonCategory
  readonly sector: Sector
  readonly documents: DocumentStatus
  readonly place: string
  readonly phase: Phase
  readonly lead: string
  readonly next?: DeadlineView
  readonly wish?: WishView
  readonly incident?: { readonly name: string; readonly href: string }
  /** Why the person's case was closed, exactly, and what the closing rests on. */
  readonly closed?: { readonly at: Date; readonly reason?: ClosingReason; readonly basis?: ClosingBasis }
  readonly related: readonly { readonly code: string; readonly href: string }[]
  readonly counts: Readonly<Partial<Record<CaseTab, number>>>
}

export type CustodyStep = {
  readonly at: Date
  readonly by: string
  /** In words: taken in, checked, handed over. */
  readonly action: string
  /** From whom to whom and why, or what the check found; may be empty. */
  readonly text: string
}

export type EvidencePiece = EvidenceView & {
  readonly chainOfCustody: readonly CustodyStep[]
  readonly fullHash?: string
}

/** A file of the case that is no evidence yet. */
export type LooseFile = {
  readonly id: string
  readonly at: Date
  readonly what: string
  readonly from: string
}

export type NoteView = {
  readonly id: string
  readonly class: NoteClass
  readonly text: string
  readonly by: string
  readonly at: Date
}

export type ConsentRow = {
  readonly id: string
  readonly item: ConsentItem
  readonly reader: string
  readonly answer: ConsentAnswer
  /** "kabupaten saja" */
  readonly limit?: string
  readonly at?: Date
  readonly by?: string
  readonly guardian?: 'guardian'
  readonly withdrawn?: 'withdrawn'
  /** For what it was asked. */
  readonly purpose: string
  /** How, and in which language. */
  readonly asked: string
  readonly until?: string
  /** Its last day is behind: it counts as none. */
  readonly over?: 'over'
  /** A yes that still stands: it can be taken back here. */
  readonly revocable?: 'revocable'
}

export type CaseTask = {
  readonly id: string
  readonly title: string
  readonly owner: string
  readonly clock?: DeadlineView['clock']
  readonly doneAt?: Date
}

export type CaseMessage = {
  readonly id: string
  readonly from: 'reporter' | 'officer'
  readonly text: string
  readonly at: Date
  /** For our messages: whether the reporter opened it. */
  readonly read?: 'read' | 'unread'
}

export type JournalLine = { readonly at: Date; readonly who: string; readonly what: string }

export type KnownPersonView = {
  readonly id: string
  readonly name: string
  readonly cases: readonly string[]
}

export type CaseTabView =
  | {
      readonly tab: 'summary'
      readonly people: readonly PersonView[]
      readonly chain: readonly ChainLink[]
      readonly consent: readonly ConsentLine[]
      readonly needs: readonly NeedView[]
      readonly timeline: readonly TimelineView[]
      readonly deadlines: readonly DeadlineView[]
      readonly referrals: readonly ReferCardView[]
      readonly evidence: readonly EvidenceView[]
    }
  | {
      readonly tab: 'people'
      readonly people: readonly PersonView[]
      /** Answer to a search for persons of other cases. */
      readonly known?: readonly KnownPersonView[]
    }
  | {
      readonly tab: 'timeline'
      readonly timeline: readonly TimelineView[]
      readonly contradictable: readonly Option[]
    }
  | {
      readonly tab: 'needs'
      readonly needs: readonly NeedView[]
      /** Undefined when no need waits. */
      readonly routing: RoutingView | undefined
    }
  | {
      readonly tab: 'evidence'
      readonly evidence: readonly EvidencePiece[]
      readonly loose: readonly LooseFile[]
    }
  | { readonly tab: 'chain'; readonly chain: readonly ChainLink[] }
  | { readonly tab: 'tracks'; readonly tracks: readonly TrackView[]; readonly needs: readonly Option[] }
  | { readonly tab: 'referrals'; readonly referrals: readonly ReferCardView[] }
  | {
      readonly tab: 'notes'
      readonly notes: readonly NoteView[]
      readonly classes: readonly NoteClass[]
      /** Only when this reader may know that restricted notes exist. */
      readonly closed?: 'closed'
    }
  | {
      readonly tab: 'consent'
      readonly rows: readonly ConsentRow[]
      readonly matrix: MatrixView
      readonly readers: readonly Option[]
      readonly bodies: readonly Option[]
    }
  | {
      readonly tab: 'tasks'
      readonly tasks: readonly CaseTask[]
      readonly officers: readonly Option[]
      readonly steps: CaseStepsView
      readonly clocks: readonly ClockRow[]
    }
  | { readonly tab: 'messages'; readonly messages: readonly CaseMessage[] }
  | { readonly tab: 'documents'; readonly journal: readonly JournalLine[] }

export type CaseView = {
  readonly head: CaseHeadView
  readonly body: CaseTabView
  readonly may: readonly CaseAction[]
  /** Version of the row that the forms carry back, so that nothing is overwritten. */
  readonly version: string
  readonly form: FormState
  /** Two people changed the same thing; both stand side by side above the tab. */
  readonly conflict?: {
    readonly field: string
    readonly versions: readonly VersionView[]
    readonly hidden: Readonly<Record<string, string>>
  }
}

/** Fields: basis, ownWord, ownWordAt, ownWordLanguage, reason, agency. Posts to /kerja/kasus/{code}/tutup. */
export type CloseCaseView = {
  readonly head: CaseHeadView
  readonly version: string
  readonly form: FormState
  readonly attempts: readonly {
    readonly at: Date
    readonly way: string
    readonly result: AttemptResult
    readonly by: string
  }[]
  readonly openNeeds: number
}
