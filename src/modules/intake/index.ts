/** Intake: the desk's inbox, until a report is in a case or is no case. Queries are not exported. */
export { countInbox, INBOX_PAGE, listInbox, type Inbox, type InboxItem } from './list-inbox.ts'
export {
  INBOX_FILTERS,
  INBOX_SORTS,
  type InboxFilter,
  type InboxQuestion,
  type InboxSort,
} from './inbox-queries.ts'
export { keepApart, openNumber, openReport, type OpenedReport } from './open-report.ts'
export { takeReport, type Taking } from './take-report.ts'
export { triageReport, type TriageDecision } from './triage-report.ts'
export { listDesksFor, moveReport } from './move-report.ts'
export {
  CLOSED_AS,
  closeAsNotACase,
  closeInBulk,
  undoBulkClosing,
  undoClosing,
  type BulkClosing,
} from './close-contact.ts'
export { joinReportToCase, openCaseFromReport, type JoinedAs } from './case-from-report.ts'
export { type SideBySide, type Similar } from './find-similar.ts'
export { deskClock, moveSilentReports } from './desk-clock.ts'
