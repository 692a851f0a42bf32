/** The register of obstacles: gaps of all bodies, and behind need to know the cases that show them. */
export {
  editGap,
  exportGaps,
  GAPS_PAGE,
  gapsToChoose,
  getGap,
  listGaps,
  logGap,
  openGap,
  takeUp,
  wordProblems,
  type Gap,
  type GapEdit,
  type GapFilter,
  type GapHistoryLine,
  type NewGap,
  type OpenedGap,
} from './gaps.ts'
export { linkCase, logGapOfCase, readGapsOfCase, unlinkCase, type GapsOfCase } from './gap-cases.ts'
export { listPublicGaps, type PublicGap } from './public-gaps.ts'
