/** The immigration desk: interviews, signs offered to bodies that help, reasons that officers wrote, follow-up, reported hits. */
export { type SignsPackage, type Traveller } from './desk-kit.ts'
export { answerFollowUp, FOLLOW_UPS_PAGE, listFollowUps, takeObjection, type FollowUp } from './follow-ups.ts'
export { checkHit, HITS_PAGE, listHits, reportHit, type GivenHit, type ReportedHit } from './hits.ts'
export {
  closeEncounter,
  ENCOUNTERS_PAGE,
  listEncounters,
  listRecordsOf,
  openEncounter,
  type DeskLine,
  type OpenedEncounter,
  type OpenedInterview,
} from './read-desk.ts'
export { readZone, type ZoneReading } from './read-zone.ts'
export {
  addInterview,
  planSecondInterview,
  recordInterview,
  type GivenInterview,
} from './record-interview.ts'
export {
  answerSigns,
  listHelpers,
  listReceivedSigns,
  RECEIVED_PAGE,
  referSigns,
  type DeskReferral,
  type GivenReferral,
} from './refer-signs.ts'
export { findBySlip, readSlip, writeAct, type GivenAct, type Slip } from './write-act.ts'
export { loadDemoDesk } from './load-demo-desk.ts'
