/** Why an officer decided, in the officer's words: sealed, written once, read by the supervisor. */
export { keepReason, listReasons, type KeptReason, type ReasonKind } from './keep-reason.ts'
