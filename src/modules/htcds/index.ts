/** HTCDS 2.0: export with its loss report, import with its dry run. */
export {
  EXPORT_FILTERS,
  gatherHtcds,
  type ExportedRecord,
  type ExportQuestion,
  type HtcdsExport,
} from './export-cases.ts'
export { writeXForm, writeXlsForm } from './form-files.ts'
export { htcdsDraftClock } from './forget-drafts.ts'
export {
  answerHtcdsImport,
  judgeHtcdsFor,
  listHtcdsImports,
  previewHtcdsImport,
  readHtcdsImport,
  startHtcdsImport,
  takeOverHtcds,
  undoHtcdsImport,
  type HtcdsPreview,
} from './import-cases.ts'
export { loadDemoImport } from './load-demo-import.ts'
export type { ImportRow } from './import-queries.ts'
export { readHtcdsFile, type HtcdsContent, type HtcdsFile } from './read-file.ts'
export { writeHtcdsFile, writeHtcdsWorkbook, type FileRecord } from './write-files.ts'
