export { type CandidateOrg } from './offer/candidates.ts'
export { readCaseConsents, readerOf, type CaseConsents, type SaidConsent } from './offer/case-consents.ts'
export { acknowledgeStop } from './answer/acknowledge-stop.ts'
export { consentWithdrawnJob } from './jobs/consent-withdrawn-job.ts'
export {
  decideReferral,
  openReferral,
  type Decision,
  type OpenedReferral,
  type ReferralWords,
} from './answer/decide-referral.ts'
export { type SendableWords } from './offer/gather-sendables.ts'
export { escalateReferral, mayRemind, remindReceiver } from './answer/remind-receiver.ts'
export { referralTellJob } from './jobs/tell-side-job.ts'
export {
  offerReferral,
  prepareOffer,
  type CarriedItem,
  type Exception,
  type OfferDraft,
  type PreparedOffer,
  type Sendable,
} from './offer/offer-referral.ts'
export {
  referralArrivedJob,
  referralClock,
  referralEndedJob,
  referralSplitJob,
  runReferralClocks,
} from './jobs/referral-jobs.ts'
export {
  contentDigest,
  digestOf,
  type PackageLine,
  type ReferralPackage,
  type TaskSplit,
} from './offer/referral-package.ts'
export {
  findReferralByCode,
  listOrgs,
  listReferrals,
  listReferralsOfCase,
  type OrgRow,
  type ReferralFilter,
  type ReferralRow,
} from './referral-queries.ts'
export {
  decideTasks,
  openHandOver,
  type AnsweredTask,
  type OpenedHandOver,
} from './hand-over/decide-tasks.ts'
export {
  offerHandOver,
  prepareHandOver,
  type HandOverDraft,
  type PreparedHandOver,
} from './hand-over/offer-hand-over.ts'
export { markPersonTold, reviewException } from './answer/review-exception.ts'
export { proposeReferral, type BodyAnswers, type ReferralProposal } from './offer/propose-referral.ts'
export {
  readReferralList,
  REFERRALS_PAGE,
  type ReferralPageOf,
  type ReferralQuestion,
} from './list-referrals.ts'
export {
  applyToldState,
  noteRemoteStop,
  stopRemoteUse,
  type Applied,
  type ToldState,
} from './remote/apply-told.ts'
export { limitsOf, widenReferral, type Widening } from './remote/widen-referral.ts'
export { replacePackage } from './remote/replace-package.ts'
export { receiveRemoteOffer } from './remote/receive-offer.ts'
export { findOrg, findPackage, findReferral, lockReferral } from './referral-queries.ts'
export { loadDemoHandOver } from './demo/load-demo-hand-over.ts'
