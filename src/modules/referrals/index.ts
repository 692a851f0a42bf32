export { competenceFor, listCandidates, readCompetenceFacts, type CandidateOrg } from './candidates.ts'
export { readCaseConsents, readerOf } from './case-consents.ts'
export { acknowledgeStop } from './acknowledge-stop.ts'
export { consentWithdrawnJob } from './consent-withdrawn-job.ts'
export {
  decideReferral,
  openReferral,
  type Decision,
  type OpenedReferral,
  type ReferralWords,
} from './decide-referral.ts'
export { gatherSendables, type SendableWords } from './gather-sendables.ts'
export { escalateReferral, mayRemind, remindReceiver } from './remind-receiver.ts'
export { referralTellJob } from './tell-side-job.ts'
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
