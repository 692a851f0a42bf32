export { describeInstallation, DISCOVERY_PATH, MESSAGES_PATH } from './partners/discovery.ts'
export {
  confirmPartner,
  discover,
  ownFingerprint,
  proposePartner,
  refreshPartner,
  rotateOwnKeys,
  suspendPartner,
} from './partners/partners.ts'
export { findPartner, type PartnerRow } from './partners/partner-queries.ts'
export { checkKnock, takeIn } from './messages/take-in.ts'
export {
  exchangeClock,
  exchangeRefreshJob,
  exchangeTakeInJob,
  partnerClock,
  refreshPartners,
  runExchange,
} from './exchange-jobs.ts'
export { proposePaperPartner } from './partners/partners.ts'
export {
  DELIVERIES_PAGE,
  readDelivery,
  readExchange,
  readPartner,
  retryMessage,
  type Delivery,
  type ExchangeOverview,
  type MessageRow,
} from './show-exchange.ts'
export {
  exportFile,
  importFile,
  LARGEST_FILE,
  noteSpokenAnswer,
  noteSpokenStop,
  passphraseOf,
  sealSheet,
  SPOKEN_STATES,
} from './by-hand.ts'
export { delayMs } from './messages/backoff.ts'
export { loadDemoPartner } from './demo/load-demo-partner.ts'
