export {
  AGREEMENTS_PAGE,
  decideAgreement,
  getAgreement,
  listAgreements,
  listAgreementsOf,
  listBodiesToAgreeWith,
  proposeAgreement,
  type AgreementDecision,
  type ProposedAgreement,
} from './agree-on-sharing.ts'
export { type OpenedAgreement, type SharingAgreement } from './sharing-agreement.ts'
export {
  requireAgreement,
  sharingGround,
  standingAgreement,
  type SharingGround,
  type StandingQuestion,
} from './standing-agreement.ts'
export { findDemoBodies, type DemoBody } from './demo-queries.ts'
export { loadDemoAgreements } from './load-demo-agreements.ts'
