/** Reports: receive, follow, add to. Queries are not exported. */
export { countArrival } from './receive/count-arrival.ts'
export { receiveReport, type Arrival, type ReceivedReport } from './receive/receive-report.ts'
export { SPOKEN_CHANNELS, writeDownReport, type SpokenChannel } from './receive/write-down-report.ts'
export {
  isIdempotencyKey,
  newIdempotencyKey,
  readIdempotencyKey,
  reporterActor,
  type IdempotencyKey,
} from './receive/report-keys.ts'
export { codeOfKey } from './receive/report-keys.ts'
export { addSecondHolder } from './follow/add-second-holder.ts'
export {
  changeConsent,
  changeSafeContact,
  objectToSharing,
  readChoices,
  withdrawConsent,
} from './follow/change-choices.ts'
export { followReport } from './follow/follow-report.ts'
export { openWithCode, readFollowPageForCaller } from './follow/open-with-code.ts'
export { readStored, type StoredReport } from './follow/read-stored.ts'
export { askForContact, LONGEST_MESSAGE, requestReopening, writeToDesk } from './follow/write-to-desk.ts'
export { addAttachment, MOST_FILES } from './files/add-attachment.ts'
export { getAttachment } from './files/get-attachment.ts'
export { makeReceipt, readReceipt, type Receipt } from './receipt.ts'
export { hashOfCode, hashOfKey } from './receive/report-keys.ts'
export { clearFacts, consentsOf, tokensOf } from './receive/report-row.ts'
export { takeInReportJob, tellDeskJob } from './jobs/report-jobs.ts'
