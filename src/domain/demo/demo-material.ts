/** What the demonstration is made of: lists that come in from seeds/demo and from the reference data. */
import type { BodyKind } from '../competence/bodies.ts'
import type { Role } from '../disclosure/roles.ts'
import type { ExceptionGround } from '../referrals/exception.ts'
import type { CaseType } from '../cases/case-types.ts'
import type { ContactOutcome, EvidenceKind, NeedKind, NoteClass, Phase, Sector } from '../cases/codes.ts'
import type {
  CancellationReason,
  FailureReason,
  HoldReason,
  RejectionReason,
} from '../referrals/lifecycle.ts'
import type { Urgency } from '../cases/urgency.ts'

export type Sex = 'P' | 'L'

export interface Bilingual {
  readonly id: string
  readonly en: string
}

/** A story with slots `{kota}` and choices `[this|that]`; the language is the one the reporter wrote in. */
export interface StoryTemplate {
  readonly id: string
  readonly types: readonly CaseType[]
  readonly urgency: Urgency
  readonly phase: Phase
  readonly by: 'self' | 'family' | 'other'
  readonly sex: Sex | 'any'
  readonly sector: Sector
  /** Countries where it may happen; ID for what happens at home. */
  readonly at: readonly string[]
  readonly needs: readonly NeedKind[]
  readonly language: 'id' | 'en' | 'jv' | 'mad'
  readonly text: string
  readonly events: readonly string[]
}

export interface NamingStyle {
  readonly style: string
  readonly districts: readonly string[]
  readonly female: readonly string[]
  readonly male: readonly string[]
  readonly secondFemale: readonly string[]
  readonly secondMale: readonly string[]
  /** Share of people with one name only. */
  readonly one: number
  readonly villages: readonly string[]
}

export interface DemoPlace {
  readonly iso: string
  readonly currency: string
  readonly wage: readonly [number, number]
  readonly cities: readonly string[]
  readonly zone: string
}

export interface DemoService {
  readonly name: Bilingual
  readonly forWhom: Bilingual
  readonly languages: readonly string[]
  readonly cost: 'free'
  readonly hours: string
  readonly documents: readonly string[]
}

export interface DemoOrganisation {
  readonly key: string
  readonly kind: BodyKind
  readonly name: Bilingual
  readonly timeZone: string
  /** Countries this body answers for. */
  readonly countries: readonly string[]
  /** Provinces (35) or districts (35.08) this body answers for; empty = the whole country. */
  readonly regions: readonly string[]
  readonly place: string
  readonly services: readonly DemoService[]
}

export interface DemoStaff {
  readonly key: string
  /** What one types to sign in to the demonstration. */
  readonly signIn: string
  readonly name: string
  readonly organisation: string
  readonly roles: readonly Role[]
  readonly title: Bilingual
  /** One of the few accounts that together show every role; printed at the start. */
  readonly firstChoice: boolean
}

export interface IncidentTemplate {
  readonly key: string
  readonly title: string
  readonly country: string
  readonly story: string
  readonly claims: readonly string[]
}

export interface DemoLines {
  /** How people begin and end a message. */
  readonly openings: readonly string[]
  readonly endings: readonly string[]
  /** Words as they are typed in haste. */
  readonly spellings: readonly { readonly proper: string; readonly typed: string }[]
  readonly notes: readonly { readonly class: NoteClass; readonly text: string }[]
  readonly messages: readonly { readonly from: 'reporter' | 'staff'; readonly text: string }[]
  readonly tasks: readonly string[]
  readonly rejections: readonly { readonly reason: RejectionReason; readonly text: string }[]
  readonly holds: readonly { readonly reason: HoldReason; readonly text: string }[]
  readonly failures: readonly { readonly reason: FailureReason; readonly text: string }[]
  readonly cancellations: readonly { readonly reason: CancellationReason; readonly text: string }[]
  readonly parts: readonly string[]
  /** What was reached, for which needs; the last one fits any. */
  readonly results: readonly { readonly needs: readonly NeedKind[]; readonly text: string }[]
  readonly protections: readonly string[]
  /** Sentences of a screening: what speaks for each element, one against, who told it, and why each answer was given. */
  readonly screenings: {
    readonly act: string
    readonly means: string
    readonly purpose: string
    readonly contrary: string
    readonly by: string
    readonly reasons: Readonly<Record<'yes' | 'no' | 'unclear', string>>
  }
  readonly closingWords: readonly string[]
  readonly attempts: readonly string[]
  readonly evidence: readonly { readonly kind: EvidenceKind; readonly text: string }[]
  readonly consentless: readonly { readonly ground: ExceptionGround; readonly text: string }[]
  readonly contacts: readonly { readonly outcome: ContactOutcome; readonly text: string }[]
  readonly incidents: readonly IncidentTemplate[]
}

export interface DemoMaterial {
  readonly stories: readonly StoryTemplate[]
  readonly styles: readonly NamingStyle[]
  readonly employers: Readonly<Record<string, readonly string[]>>
  readonly recruiters: readonly string[]
  readonly companies: readonly string[]
  readonly agencies: readonly string[]
  readonly vessels: readonly string[]
  readonly places: readonly DemoPlace[]
  readonly arrivals: readonly string[]
  readonly organisations: readonly DemoOrganisation[]
  readonly staff: readonly DemoStaff[]
  readonly lines: DemoLines
  /** From the reference data. */
  readonly districts: readonly { readonly code: string; readonly name: string }[]
  readonly countries: readonly { readonly iso: string; readonly id: string }[]
}
