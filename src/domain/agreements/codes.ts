/** The codes of an agreement between States or bodies. What no source tells is `unclear`, never a guess. */
export const AGREEMENT_TYPES = ['treaty', 'memorandum', 'inter-agency', 'unclear'] as const
export type AgreementType = (typeof AGREEMENT_TYPES)[number]

export const AGREEMENT_SUBJECTS = [
  'placement',
  'protection',
  'information-exchange',
  'training',
  'law-enforcement',
  'economic',
  'development',
  'security',
  'cultural',
] as const
export type AgreementSubject = (typeof AGREEMENT_SUBJECTS)[number]

/** Why States cooperate, by the first paper (H.1 to H.6). */
export const AGREEMENT_PURPOSES = [
  'resources',
  'technology-and-staff',
  'disputes',
  'peace',
  'welfare',
  'development',
] as const
export type AgreementPurpose = (typeof AGREEMENT_PURPOSES)[number]

/** The ten forms of cooperation with IOM, by the fifth paper, in its order. */
export const COOPERATION_FORMS = [
  'regional-cooperation',
  'training',
  'shelter',
  'legal-aid',
  'resettlement-and-return',
  'technical-needs',
  'labour-migration',
  'migration-health',
  'border-management',
  'migration-and-development',
] as const
export type CooperationForm = (typeof COOPERATION_FORMS)[number]

/** The four fields of IOM, by the fifth paper. */
export const COOPERATION_FIELDS = [
  'migration-and-development',
  'facilitation',
  'regulation',
  'forced-migration',
] as const
export type CooperationField = (typeof COOPERATION_FIELDS)[number]

/** The three models of cooperation between governments and IOM, by the fifth paper. */
export const COOPERATION_MODELS = ['rcm', 'rca', 'rmim'] as const
export type CooperationModel = (typeof COOPERATION_MODELS)[number]

export const DUTY_STATES = ['open', 'kept', 'breached', 'unclear'] as const
export type DutyState = (typeof DUTY_STATES)[number]

/** Who owes, who is owed, and who answers for it. */
export const AGREEMENT_ACTORS = [
  'both-parties',
  'indonesia',
  'other-party',
  'employer',
  'agency',
  'worker',
  'mission',
  'joint-group',
  'other',
  'unclear',
] as const
export type AgreementActor = (typeof AGREEMENT_ACTORS)[number]
