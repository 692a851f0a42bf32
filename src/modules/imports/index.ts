/** Old case lists of a body (CSV, XLSX): columns, dry run, taking over as a job, undo. */
export { dryRunList, type DryRow, type DryRun } from './dry-run.ts'
export type { DoneRow, KnownRows, ListImport, ListState } from './import-queries.ts'
export { listLookups } from './lookups.ts'
export type { ListWords } from './make-case.ts'
export { openList, readList, type ListReading, type OpenedList } from './open-list.ts'
export {
  chooseSheet,
  KEEP_DAYS,
  sayColumns,
  sayValues,
  startOldList,
  stepBack,
  throwAwayList,
} from './prepare-list.ts'
export { loadDemoOldList } from './load-demo-list.ts'
export { oldListJob, runList } from './run-list.ts'
export { continueRun, startRun } from './start-run.ts'
export { listOldLists, readListState, readOldListResult, undoOldList, type ListResult } from './undo-list.ts'
export { oldListForgetter, oldListWatch } from './watch-lists.ts'
