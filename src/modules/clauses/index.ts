export {
  findText,
  findVersion,
  findVersionById,
  listComparable,
  listTexts,
  listVersions,
  type VersionRow,
} from './clause-queries.ts'
export { loadDemoTexts } from './load-demo-texts.ts'
export { listChoices, listComments, listFindings, listWordings } from './remark-queries.ts'
export {
  answerComment,
  chooseWording,
  commentClause,
  decideFinding,
  proposeWording,
  type WordingInput,
} from './write-remarks.ts'
export {
  addVersion,
  createText,
  nextDraft,
  noteTextExport,
  previewText,
  type Preview,
  type TextInput,
  type VersionInput,
} from './write-text.ts'
