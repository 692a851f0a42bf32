/**
 * The closed lists that describe a case and the people in it. A list whose fact may be unknown ends
 * with 'unknown': saving never waits for a fact. Sentences for each code stand in texts.
 */
export const PERSON_CATEGORIES = [
  'worker',
  'seafarer',
  'fisher',
  'student',
  'citizen',
  'child',
  'foreigner',
  'unknown',
] as const
export type PersonCategory = (typeof PERSON_CATEGORIES)[number]

/** Phases of migration (UU 18/2017 art 7); 'not-migration' for travellers and residents. */
export const PHASES = ['before', 'during', 'after', 'not-migration', 'unknown'] as const
export type Phase = (typeof PHASES)[number]

export const PLACEMENT_WAYS = [
  'p3mi',
  'government-to-government',
  'company-own-interest',
  'independent',
  'manning-agency',
  'by-individual',
  'by-family-or-friend',
  'internship',
  'study',
  'visit-visa',
  'no-placement',
  'other',
  'unknown',
] as const
export type PlacementWay = (typeof PLACEMENT_WAYS)[number]

export const SECTORS = [
  'domestic-work',
  'care',
  'construction',
  'manufacturing',
  'plantation',
  'farming',
  'sea-fishing',
  'shipping',
  'hospitality',
  'retail-and-services',
  'entertainment',
  'online-work',
  'health',
  'office-and-professional',
  'other',
  'unknown',
] as const
export type Sector = (typeof SECTORS)[number]

/** Never a condition of help. */
export const DOCUMENT_STATUSES = [
  'documented',
  'permit-expired',
  'other-visa',
  'no-papers',
  'papers-held-by-other',
  'asylum-or-refugee',
  'unknown',
] as const
export type DocumentStatus = (typeof DOCUMENT_STATUSES)[number]

export const SOCIAL_SECURITY_STATUSES = [
  'member',
  'membership-lapsed',
  'not-member',
  'foreign-scheme',
  'unknown',
] as const
export type SocialSecurityStatus = (typeof SOCIAL_SECURITY_STATUSES)[number]

/** One person may have several at once. */
export const PERSON_ROLES = [
  'concerned',
  'reporter',
  'family',
  'pendamping',
  'guardian',
  'witness',
  'child-of-concerned',
  'employer',
  'employer-household',
  'recruiter',
  'intermediary',
  'suspect',
  'detainee',
  'deceased',
  'heir',
  'interpreter',
  'lawyer',
  'other',
] as const
export type PersonRole = (typeof PERSON_ROLES)[number]

export const NEED_KINDS = [
  'safety-rescue',
  'medical',
  'psychosocial',
  'shelter',
  'child-protection',
  'search-for-person',
  'legal-aid',
  'detention-visit',
  'investigation',
  'witness-protection',
  'restitution',
  'wages',
  'refund',
  'employment-dispute',
  'documents',
  'immigration-status',
  'family-contact',
  'interpreter',
  'return-home',
  'remains',
  'social-security',
  'reintegration',
  'livelihood',
  'international-protection',
  'information',
  'other',
] as const
export type NeedKind = (typeof NEED_KINDS)[number]

export const INTERMEDIARY_KINDS = [
  'recruiter',
  'sponsor',
  'p3mi',
  'training-centre',
  'agency-abroad',
  'manning-agency',
  'transporter',
  'employer',
  'vessel-owner',
  'lender',
  'document-maker',
  'official',
  'other',
  'unknown',
] as const
export type IntermediaryKind = (typeof INTERMEDIARY_KINDS)[number]

export const CERTAINTIES = ['certain', 'likely', 'possible', 'doubtful', 'unknown'] as const
export type Certainty = (typeof CERTAINTIES)[number]

/** Who or what a statement rests on. */
export const SOURCE_KINDS = [
  'concerned-person',
  'family',
  'reporter',
  'witness',
  'officer-observed',
  'document',
  'photo-or-recording',
  'employer',
  'intermediary',
  'foreign-authority',
  'indonesian-authority',
  'organisation',
  'media',
  'unknown',
] as const
export type SourceKind = (typeof SOURCE_KINDS)[number]

/** Who may read a note: everybody on the case, the care team, or the legal team only. */
export const NOTE_CLASSES = ['general', 'restricted-care', 'restricted-legal'] as const
export type NoteClass = (typeof NOTE_CLASSES)[number]

export const EVIDENCE_KINDS = [
  'photo',
  'recording',
  'video',
  'message-log',
  'contract',
  'identity-paper',
  'payment-proof',
  'medical-paper',
  'official-letter',
  'object',
  'other',
] as const
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number]

/** What a person may allow or refuse to be shared, one by one. */
export const CONSENT_ITEMS = [
  'that-i-reported',
  'name',
  'contact',
  'birth-date',
  'whereabouts',
  'home-village',
  'story',
  'needs',
  'employer-and-chain',
  'documents',
  'photos-and-recordings',
  'health',
  'psychological',
  'legal',
  'family',
  'money',
] as const
export type ConsentItem = (typeof CONSENT_ITEMS)[number]

/** "No", "not asked" and "does not know" are three answers, and only "yes" opens. */
export const CONSENT_ANSWERS = ['yes', 'no', 'not-asked', 'does-not-know'] as const
export type ConsentAnswer = (typeof CONSENT_ANSWERS)[number]

/** Why a case ends for the person: what was reached, in the person's own terms. */
export const CLOSING_REASONS = [
  'achieved',
  'partly-achieved',
  'not-achieved',
  'withdrawn-by-person',
  'solved-elsewhere',
  'person-cannot-be-reached',
  'person-died',
] as const
export type ClosingReason = (typeof CLOSING_REASONS)[number]

/** What a closing rests on: the person's own word, or three documented attempts to hear it. */
export const CLOSING_BASES = ['own-word', 'three-attempts'] as const
export type ClosingBasis = (typeof CLOSING_BASES)[number]

/** The agency's own reasons (Permen P2MI 23/2025 art 18; Peraturan BP2MI 6/2024 art 30). Close nothing here. */
export const AGENCY_CLOSING_REASONS = [
  'settled',
  'withdrawn',
  'papers-not-completed-30-days',
  'no-clarity-15-working-days',
  'unreachable-60-days',
  'no-reply-6-months',
  'commitment-not-kept-sanction-recommended',
  'handed-to-other-body',
  'in-court',
  'outside-mandate',
  'other',
] as const
export type AgencyClosingReason = (typeof AGENCY_CLOSING_REASONS)[number]

/** A contact that is not a case, counted and closed in one step. */
export const CONTACT_OUTCOMES = [
  'information-given',
  'silent',
  'abusive',
  'junk',
  'test',
  'wrong-number',
  'earlier-report-again',
] as const
export type ContactOutcome = (typeof CONTACT_OUTCOMES)[number]
