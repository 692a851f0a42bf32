export { competenceFor, listCandidates, readCompetenceFacts, type CandidateOrg } from './candidates.ts'
export { readCaseConsents, readerOf } from './case-consents.ts'
export { decideReferral, openReferral, type Decision } from './decide-referral.ts'
export {
  offerReferral,
  prepareOffer,
  type Exception,
  type OfferDraft,
  type PreparedOffer,
  type Sendable,
} from './offer-referral.ts'
export {
  referralArrivedJob,
  referralClock,
  referralEndedJob,
  referralSplitJob,
  runReferralClocks,
} from './referral-jobs.ts'
export { digestOf, type PackageLine, type ReferralPackage } from './referral-package.ts'
export {
  countReferrals,
  findReferral,
  findReferralByCode,
  listExceptionsToReview,
  listReferrals,
  listReferralsOfCase,
  type ReferralFilter,
  type ReferralRow,
} from './referral-queries.ts'
export { markPersonTold, reviewException } from './review-exception.ts'
