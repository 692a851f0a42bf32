/** Who must act for each need, and the register of what the law leaves open. Queries are not exported. */
export { readRouting, type Routing } from './read-routing.ts'
export {
  countFindings,
  exportFindings,
  FINDINGS_PAGE,
  getFinding,
  listFindings,
  settleFinding,
  type Finding,
  type FindingCount,
  type FindingFilter,
  type Ruling,
} from './register.ts'
