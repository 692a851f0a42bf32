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
export { contentDigest, digestOf, type PackageLine, type ReferralPackage } from './referral-package.ts'
export {
  countReferrals,
  findReferral,
  findOrg,
  findReferralByCode,
  listOrgs,
  listExceptionsToReview,
  listReferrals,
  listReferralsOfCase,
  type OrgRow,
  type ReferralFilter,
  type ReferralRow,
} from './referral-queries.ts'
export { markPersonTold, reviewException } from './review-exception.ts'
export { proposeReferral, type BodyAnswers, type ReferralProposal } from './propose-referral.ts'
export { listWaitingForMe } from './waiting-referrals.ts'
export {
  readReferralList,
  REFERRALS_PAGE,
  type ReferralPageOf,
  type ReferralQuestion,
} from './list-referrals.ts'
