import type { AgreementType } from '#src/domain/agreements/codes.ts'
import type { ItemContent, ItemKind } from '#src/domain/agreements/items.ts'
import type { Stage } from '#src/domain/agreements/pipeline.ts'
import type { LawCertainty } from '#src/domain/law/article-ref.ts'
import type { PlainDate } from '#src/domain/kernel/partial-date.ts'

/** What an agreement is, apart from its way and its parts. */
export type AgreementFacts = {
  readonly titleId: string
  readonly titleEn: string | null
  readonly type: AgreementType
  /** ISO 3166-1 alpha-2. */
  readonly states: readonly string[]
  readonly bodies: readonly string[]
  readonly subjects: readonly string[]
  readonly purposes: readonly string[]
  readonly aimId: string | null
  readonly aimEn: string | null
  /** Its id in the law library; null where it has no record there. */
  readonly instrument: string | null
  readonly form: string
  readonly field: string
  readonly model: string
  readonly citation: string
  readonly url: string | null
  readonly confidence: LawCertainty
  readonly noteId: string | null
  readonly noteEn: string | null
  readonly isPublic: boolean
}

export type AgreementStep = {
  readonly key: string | null
  readonly stage: Stage
  readonly on: string | null
  readonly reasonId: string
  readonly reasonEn: string | null
  readonly citation: string | null
  readonly writtenAt: Date
  /** Null for what was delivered, and for a person of another body. */
  readonly by: string | null
  readonly body: string | null
}

export type AgreementItem = {
  readonly id: string
  readonly key: string | null
  readonly kind: ItemKind
  readonly content: ItemContent
  readonly dueOn: PlainDate | null
  readonly note: string | null
  readonly struck: boolean
  readonly version: number
}

export type Agreement = {
  readonly id: string
  readonly slug: string
  readonly facts: AgreementFacts
  readonly stage: Stage
  readonly version: number
  readonly editedAt: Date | null
  readonly delivered: boolean
  /** A newer delivery that waits for a decision. */
  readonly proposed: unknown
  readonly steps: readonly AgreementStep[]
  readonly items: readonly AgreementItem[]
}

/** One line of the list. */
export type AgreementLine = {
  readonly id: string
  readonly slug: string
  readonly facts: AgreementFacts
  readonly stage: Stage
  /** The day of the last step, as known. */
  readonly since: string | null
  readonly duties: number
  /** Not done yet, or broken. */
  readonly openDuties: number
  /** Nobody knows whether they are kept. */
  readonly unclearDuties: number
  readonly breaches: number
  readonly nextDue: PlainDate | null
  readonly waits: boolean
}
