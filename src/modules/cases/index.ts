/** Cases: open, read, work on, protect, close. Queries are not exported. */
export { handOverFiles } from './hand-over-files.ts'
export { hasOpenWork } from './hand-over-queries.ts'
export { insertTimeline } from './items/item-write-queries.ts'
export { type SealedEntry } from './sealed.ts'
export { insertCase, takeCaseNumber } from './case-queries.ts'
export { createCase, type CaseStart, type OpenedCase } from './create-case.ts'
export { getCaseRow, readCase, type CaseFile, type CasePerson, type Purpose } from './read-case.ts'
export { changeCaseFacts, recordWish, type CaseFacts, type StaleCase } from './change-case.ts'
export {
  addKnownPerson,
  addNewPerson,
  changePersonInCase,
  UNKNOWN_ROLE_FIELDS,
  type PersonChange,
  type PersonInCase,
  type PersonRoleFields,
} from './items/people.ts'
export {
  addTimelineEntry,
  correctTimelineEntry,
  shareTimelineEntry,
  type NewEntry,
  type StaleEntry,
} from './items/add-timeline.ts'
export { addChainLink, correctChainLink, endChainLink, type NewLink, type StaleLink } from './items/chain.ts'
export { addNeed, addNote, OWN_NEED_STATES, setNeed, type StaleNeed } from './items/add-records.ts'
export {
  addEvidence,
  checkEvidence,
  handOverEvidence,
  listFilesToTakeIn,
  type BroughtFile,
  type HashCheck,
} from './items/evidence.ts'
export {
  findClaimSheet,
  keepClaimSheet,
  type ClaimQuestion,
  type ClaimSheet,
  type ClaimValues,
} from './claims/claim-sheet.ts'
export { recordConsent, withdrawConsent, type ConsentGiven } from './items/consent.ts'
export {
  addTask,
  finishTask,
  readMessages,
  recordAttempt,
  sendMessage,
  type NewTask,
} from './items/contact.ts'
export { joinIncident, listIncidents, readIncident, startIncident } from './items/incident.ts'
export {
  closeAgencyFile,
  closeCase,
  reopenCase,
  reopenClock,
  reopenForPersons,
  statusOf,
  type Closing,
} from './close-case.ts'
export {
  CASES_PAGE,
  findKnownPersons,
  listCases,
  searchCases,
  type CaseList,
  type CaseListItem,
  type Found,
  type KnownPerson,
} from './list-cases.ts'
export {
  CASE_FILTERS,
  CASE_SORTS,
  type CaseFilter,
  type CaseQuestion,
  type CaseSort,
  type FileRow,
} from './list-queries.ts'
export {
  listEmergencyOpenings,
  listProtectedReaders,
  nameReader,
  openInEmergency,
  protectCase,
  removeReader,
  reviewEmergency,
  type EmergencyOpening,
} from './protect-case.ts'
export {
  assignCase,
  handOverWork,
  listOfficers,
  readHistory,
  readLoad,
  readReads,
  type HandOver,
  type OfficerLoad,
  type TeamLoad,
} from './supervise.ts'
export { READ_ACTIONS, type ReadAction } from './supervise-queries.ts'
export { RESULT_OF } from './close-case.ts'
export type * from './sealed.ts'
export { listSharedFacts, type SharedFact } from './items/shared-facts.ts'
