export { describeInstallation, DISCOVERY_PATH, MESSAGES_PATH } from './partners/discovery.ts'
export {
  confirmPartner,
  discover,
  ensureOwnKeys,
  ownFingerprint,
  proposePartner,
  refreshPartner,
  rotateOwnKeys,
  suspendPartner,
} from './partners/partners.ts'
export { findPartner, listPartners, type PartnerRow } from './partners/partner-queries.ts'
export { checkKnock, takeIn } from './messages/take-in.ts'
export {
  exchangeClock,
  exchangeRefreshJob,
  exchangeTakeInJob,
  partnerClock,
  refreshPartners,
  runExchange,
} from './exchange-jobs.ts'
