/**
 * The law library as data: instruments of every level, the articles that anything here cites, the statements that are no
 * law, and the errors in circulation. Each line says where it stands and how sure we are; what nobody read says so.
 */
import type { PartialDate, PlainDate } from '../kernel/partial-date.ts'
import type { LawCertainty } from './article-ref.ts'

export const INSTRUMENT_KINDS = [
  'constitution',
  'law',
  'government-regulation',
  'presidential-regulation',
  'presidential-decree',
  'ministerial-regulation',
  'ministerial-decree',
  'agency-regulation',
  'agency-decree',
  'regional-regulation',
  'village-regulation',
  'court-decision',
  'treaty',
  'ilo-convention',
  'ilo-protocol',
  'memorandum',
  'inter-agency-agreement',
  'announced-agreement',
  'declaration',
  'soft-law',
  'guidance',
  'charter',
  'foreign-law',
  'foreign-regulation',
  'foreign-announcement',
  'standard-contract',
] as const
export type InstrumentKind = (typeof INSTRUMENT_KINDS)[number]

/** `local` is an Indonesian province or district; `regional` a region of the world, such as ASEAN. */
export const LAW_LEVELS = [
  'national',
  'ministerial',
  'local',
  'village',
  'bilateral',
  'regional',
  'multilateral',
  'destination',
] as const
export type LawLevel = (typeof LAW_LEVELS)[number]

export const BINDING_FORCES = ['binding', 'not-binding', 'depends', 'unclear'] as const
export type BindingForce = (typeof BINDING_FORCES)[number]

/** How an instrument stands for one State. `not-party` says that no ratification is known, not that there is none. */
export const STANDINGS = [
  'in-force',
  'adopted',
  'signed',
  'in-use',
  'ratified',
  'acceded',
  'endorsed',
  'applied',
  'through-another-state',
  'not-extended',
  'not-ratified',
  'not-party',
  'not-applicable',
  'denounced',
  'replaced',
  'probably-replaced',
  'repealed',
  'expired',
  'announced',
  'published',
  'decided',
  'unknown',
] as const
export type Standing = (typeof STANDINGS)[number]

/** Told by the later instrument about the earlier one; the other direction is worked out. */
export const RELATION_KINDS = [
  'amends',
  'repeals',
  'replaces',
  'probably-replaces',
  'implements',
  'ratifies',
  'carries',
  'supplements',
  'renews',
] as const
export type RelationKind = (typeof RELATION_KINDS)[number]

export const LAW_TOPICS = [
  'agencies',
  'ageing-and-health',
  'change-of-employer',
  'children',
  'citizens-abroad',
  'civil-law',
  'complaint',
  'consular-protection',
  'contract',
  'cost',
  'criminal-law',
  'diplomatic-protection',
  'domestic-work',
  'empowerment',
  'extradition',
  'fisher',
  'forced-labour',
  'government-duties',
  'holidays',
  'hours-and-rest',
  'housing',
  'human-rights',
  'immigration',
  'institution',
  'interns',
  'labour-disputes',
  'licensing',
  'migration',
  'mutual-legal-assistance',
  'moratorium',
  'passport',
  'placement',
  'plantation',
  'privacy',
  'recruitment',
  'refugees',
  'registration',
  'restitution',
  'return',
  'seafarer',
  'sexual-violence',
  'smuggling',
  'social-security',
  'trade-unions',
  'trafficking',
  'treaties',
  'victim-rights',
  'village',
  'wage',
  'work-injury',
] as const
export type LawTopic = (typeof LAW_TOPICS)[number]

/** A sentence in the languages it has; at least one. Screens say so when the reader's is missing. */
export interface LawText {
  readonly id: string | null
  readonly en: string | null
}

export interface LawSource {
  readonly citation: string
  readonly url: string | null
  /** The day somebody of the project read it; `null` where that was not written down. */
  readonly readOn: PlainDate | null
  readonly confidence: LawCertainty
}

export interface DatedFact {
  readonly on: PartialDate
  readonly confidence: LawCertainty
  readonly source: string | null
}

export interface StateStanding {
  /** ISO 3166-1 alpha-2. */
  readonly state: string
  readonly standing: Standing
  readonly since: PartialDate | null
  /** The act of that State which ratified or carries it: id of an instrument here. */
  readonly nationalAct: string | null
  readonly confidence: LawCertainty
  readonly source: string | null
  readonly note: LawText | null
}

export interface LawRelation {
  readonly kind: RelationKind
  readonly instrument: string
  /** The articles of the other instrument that are touched; `null` for the whole. */
  readonly articles: string | null
  readonly from: PartialDate | null
  readonly confidence: LawCertainty
  readonly source: string | null
}

export interface LawInstrument {
  readonly id: string
  /** Ids of earlier files; they still resolve. */
  readonly formerIds: readonly string[]
  /** The one short name that screens and letters print. */
  readonly short: string
  /** Other short names in use, which resolve too. */
  readonly aliases: readonly string[]
  readonly title: LawText
  readonly kind: InstrumentKind
  readonly level: LawLevel
  readonly binding: { readonly force: BindingForce; readonly note: LawText | null }
  readonly states: readonly string[]
  readonly parties: readonly string[]
  readonly adopted: DatedFact | null
  readonly signed: DatedFact | null
  readonly inForce: DatedFact | null
  readonly status: readonly StateStanding[]
  readonly relations: readonly LawRelation[]
  readonly officialText: { readonly url: string | null; readonly how: 'link' | 'attachment' | 'none' }
  readonly sources: readonly LawSource[]
  readonly confidence: LawCertainty
  /** The person who checked the whole record against the official text; `null`: nobody yet. */
  readonly checkedBy: string | null
  readonly checkedOn: PlainDate | null
  readonly topics: readonly LawTopic[]
  readonly note: LawText | null
}

export const ARTICLE_STATES = ['read', 'partly-read', 'not-read'] as const
export type ArticleState = (typeof ARTICLE_STATES)[number]

export interface LawArticle {
  readonly instrument: string
  /** One article or part of one, in the form of `article-form.ts`. */
  readonly article: string
  /** Whether somebody of the project read the words of the article itself. */
  readonly state: ArticleState
  readonly summary: { readonly id: string; readonly en: string } | null
  readonly confidence: LawCertainty
  readonly source: string | null
  readonly validFrom: PlainDate | null
  /** The first day it no longer holds. */
  readonly validUntil: PlainDate | null
  readonly changedBy: readonly { readonly instrument: string; readonly article: string | null }[]
}

/** What a citation may name although it is no law. */
export const STATEMENT_KINDS = [
  'no-agreement-found',
  'no-law-found',
  'own-target',
  'own-mandate',
  'published-figures',
  'name-without-date',
] as const
export type StatementKind = (typeof STATEMENT_KINDS)[number]

export interface LawStatement {
  readonly id: string
  readonly short: string
  readonly aliases: readonly string[]
  readonly kind: StatementKind
  readonly states: readonly string[]
  readonly says: { readonly id: string; readonly en: string }
  /** What was searched; empty where the statement rests on no search. */
  readonly searched: readonly string[]
  readonly searchedOn: PlainDate | null
  /** What exists in its place, and what points the other way. */
  readonly instead: { readonly id: string; readonly en: string } | null
  readonly sources: readonly LawSource[]
  readonly confidence: LawCertainty
}

export interface Erratum {
  readonly id: string
  /** Who says it: a paper of the seed by number, or common use. */
  readonly where: { readonly id: string; readonly en: string }
  readonly said: { readonly id: string; readonly en: string }
  readonly right: { readonly id: string; readonly en: string }
  readonly basis: readonly { readonly instrument: string; readonly article: string }[]
  readonly confidence: LawCertainty
}

export interface LawLibrary {
  readonly instruments: readonly LawInstrument[]
  readonly articles: readonly LawArticle[]
  readonly statements: readonly LawStatement[]
  readonly errata: readonly Erratum[]
}
