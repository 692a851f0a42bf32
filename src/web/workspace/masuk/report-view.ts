/** View model of one report in the inbox. */
import type { CaseType } from '#src/domain/cases/case-types.ts'
import type { Urgency } from '#src/domain/cases/urgency.ts'
import type { Answer } from '#src/domain/kernel/answer.ts'
import type {
  CallRule,
  Danger,
  ReportAbout,
  ReportChannel,
  WhatHappened,
} from '#src/domain/reports/report.ts'
import type { Option } from '#src/web/ui/staff/form.tsx'
import type { FormState } from '#src/web/ui/staff/frame.ts'
import type { MarkedText } from '#src/web/ui/staff/lists.tsx'

export type SafeContactView = {
  readonly callRule: CallRule | 'unknown'
  /** "Hanya lewat halaman laporan"; ways in words. */
  readonly ways: readonly string[]
  readonly hours?: string
  readonly language?: string
  /** Shown only when it may be called; a do-not-call number opens with a reason. */
  readonly number?: string
  readonly hiddenNumber?: 'hidden'
}

export type SuggestionView = {
  readonly what:
    | { readonly kind: 'urgency'; readonly urgency: Urgency }
    | { readonly kind: 'types'; readonly types: readonly CaseType[] }
    | { readonly kind: 'other'; readonly label: string }
  readonly because: readonly string[]
}

export type PossibleSameView = {
  /** Id of the earlier report or person. */
  readonly otherId: string
  /** Code of the case or of the earlier report. */
  readonly code: string
  readonly since: string
  readonly caseHref?: string
  readonly rows: readonly {
    readonly label: string
    readonly here: string
    readonly there: string
    readonly differs?: 'differs'
  }[]
}

export type ReportView = {
  readonly id: string
  readonly channel: ReportChannel
  readonly about: ReportAbout
  readonly receivedAt: Date
  readonly clockDue: Date
  readonly named: 'named' | 'anonymous'
  readonly language: string
  readonly movedFrom?: { readonly desk: string; readonly at: Date }
  readonly takenBy?: string
  readonly safeContact: SafeContactView
  readonly what: readonly WhatHappened[]
  readonly story?: MarkedText
  readonly where: Answer<string>
  readonly danger: Answer<Danger>
  readonly share: readonly { readonly reader: string; readonly answer: string; readonly no?: 'no' }[]
  readonly keepFrom: readonly string[]
  readonly people: Answer<number>
  readonly names: readonly string[]
  readonly files: readonly { readonly label: string; readonly href: string }[]
  readonly suggestions: readonly SuggestionView[]
  readonly same: readonly PossibleSameView[]
  readonly desks: readonly Option[]
  /** Fields: urgency, urgencyWhy, types[], desk, deskWhy, outcome, numberWhy. */
  readonly form: FormState
}
