/** The person's rights (UU 27/2022): requests, exports, erasure, holds, retention, breaches, register. */
export {
  askForRight,
  isRightKind,
  listOwnRequests,
  LONGEST_WORDS,
  readOwnExport,
  recordRequest,
  type OwnRequest,
} from './requests/ask-for-right.ts'
export type { ExportSection, PersonExport } from './requests/person-export.ts'
export {
  confirmErasure,
  decideRequest,
  endRestriction,
  listPersonsOf,
  listRequests,
  openRequest,
  pauseRequest,
  prepareRequest,
  resumeRequest,
  type Decision,
  type OpenedRequest,
  type RequestItem,
} from './requests/handle-request.ts'
export {
  clockOf,
  IDENTIFIED,
  REFUSAL_BASES,
  RIGHT_KINDS,
  type Identified,
  type RefusalBasis,
  type RightKind,
  type RightState,
} from './requests/right.ts'
export { eraseJob, expireJob, rightsAskedJob, tellBodiesJob } from './keeping/erase-jobs.ts'
export {
  editBreach,
  holdCase,
  liftHold,
  listBreaches,
  noteNotice,
  recordBreach,
  type Breach,
  type BreachWords,
} from './keeping/holds-and-breaches.ts'
export { HOLD_REASONS, type HoldReason } from './keeping/keeping-queries.ts'
export { decideExpired, readRetention, retentionClock, type RetentionRule } from './keeping/retention.ts'
export type { Concerned, Purpose } from './processing-map.ts'
export { readRegister, type RegisterRow } from './register.ts'
