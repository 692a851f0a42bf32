/** Proposals to change rules and practices, with their consultations, positions and responses. Queries are not exported. */
export { addEvent, type GivenEvent } from './proposal-events.ts'
export { listPublicProposals, type PublicProposal } from './public-proposals.ts'
export {
  addProposal,
  changeProposal,
  exportProposals,
  getProposal,
  listProposals,
  moveProposal,
  openProposal,
  PROPOSALS_PAGE,
  type Citation,
  type GivenProposal,
  type OpenedProposal,
  type Proposal,
  type ProposalFilter,
} from './proposals.ts'
export type { EventRow } from './proposal-queries.ts'
