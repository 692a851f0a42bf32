/** The same person again, and persons who are looked for. Proposals come from jobs; people judge; nothing is merged. */
export { loadDemoMatches } from './demo/load-demo-matches.ts'
export { compareCatchUp, compareJob } from './compare/compare-job.ts'
export {
  judgeMatch,
  listHints,
  listMatches,
  openMatch,
  type BodyHint,
  type Decision,
  type JudgementLine,
  type Match,
  type MatchList,
  type OpenedMatch,
  type Step,
} from './judge/judge-match.ts'
export {
  listFound,
  listSearches,
  openFound,
  recordFamilyWish,
  setAside,
  tellFamily,
  type Found,
  type FoundState,
  type GivenWish,
  type OpenedFound,
  type SearchLine,
  type WishLine,
} from './missing/missing.ts'
export { tellFamilyJob, type FamilyWords } from './missing/tell-family-job.ts'
export { type SideView } from './sides.ts'
