export { bringInDelivery, loadRelease, type BroughtIn } from './bring-in-release.ts'
export { findEdit, findOpenEdit, listEdits } from './edit-queries.ts'
export { releaseFollower } from './follow-release.ts'
export {
  adoptRelease,
  exportRelease,
  importRelease,
  makeRelease,
  previewAdoption,
  previewRelease,
  readBundle,
} from './make-release.ts'
export { currentRelease, listReleases } from './release-queries.ts'
export {
  currentReleaseLabel,
  LAW_PLACES,
  searchLaw,
  type FoundHow,
  type LawHit,
  type LawPlace,
  type LawQuestion,
} from './search-queries.ts'
export { decideEdit, proposeEdit, withdrawEdit, type Proposal } from './write-edit.ts'
export { loadDemoLawText } from './texts/load-demo-law-text.ts'
export {
  findTextFile,
  listPublicTexts,
  listTextFiles,
  readPublicText,
  readText,
} from './texts/text-queries.ts'
export { confirmText, proposeText, withdrawText, type TextInput } from './texts/write-text.ts'
