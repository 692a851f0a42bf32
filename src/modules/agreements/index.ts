/** Agreements between States and bodies: their way, duties, meetings, breaches and costs. */
export type {
  Agreement,
  AgreementFacts,
  AgreementItem,
  AgreementLine,
  AgreementStep,
} from './agreement-types.ts'
export { type GivenFacts } from './check-facts.ts'
export {
  createAgreement,
  decideProposal,
  editAgreement,
  moveAgreement,
  proposalOf,
  type GivenStep,
  type Seen,
} from './edit-agreement.ts'
export { addItem, editItem, strikeItem, type GivenItem, type SeenItem } from './edit-item.ts'
export { bringInAgreements, loadAgreements, type LoadedAgreements } from './load-agreements.ts'
export { listPublicAgreements, type PublicAgreement, type PublicStep } from './public-queries.ts'
export {
  AGREEMENTS_A_PAGE,
  exportAgreements,
  listAgreements,
  readAgreement,
  readCalendar,
  type AgreementFilter,
  type DueLine,
} from './read-agreements.ts'
