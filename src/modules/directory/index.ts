/** Bodies, services and numbers: what the public may trust, and two readers for every change. Queries are not exported. */
export { findEmergencyNumbers, type CheckedContact, type EmergencyNumbers } from './emergency-numbers.ts'
export { bringInReference, loadDirectory, type Loaded } from './load-directory.ts'
export {
  decideChange,
  decideNew,
  proposeBody,
  proposeChange,
  proposeService,
  type Proposal,
} from './change-directory.ts'
export { decideEdit, proposeEdit, type EditProposal } from './edit-body.ts'
export { DIRECTORY_EDITS, type DirectoryEdit, type WaitingEdit } from './edit-queries.ts'
export {
  listDirectory,
  listPublicServices,
  PAGE_SIZE,
  readEntry,
  trustOf,
  type Coverage,
  type DirectoryEntry,
  type DirectoryListRow,
  type PublicService,
  type Trust,
} from './read-directory.ts'
export {
  DIRECTORY_FILTERS,
  type ContactRow,
  type DirectoryFilter,
  type EntryKind,
  type ServiceRow,
  type WaitingChange,
} from './read-queries.ts'
export type { ContactType, HowChecked } from './change-queries.ts'
