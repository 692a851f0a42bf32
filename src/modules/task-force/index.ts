/** Task forces of several bodies: their list of cases in codes, conferences, decisions that become tasks, the quarterly draft. */
export {
  addMember,
  createTaskForce,
  endMember,
  listTaskForces,
  openTaskForce,
  type NewTaskForce,
  type TaskForceBoard,
} from './task-forces.ts'
export { bringCase, prepareBringing, takeOutCase, type Bringing, type BringingView } from './bring-case.ts'
export {
  addItem,
  answerDecision,
  decide,
  endConference,
  listConferences,
  listDecisions,
  listMyDecisions,
  moveItemUp,
  noteAttendance,
  openConference,
  planConference,
  writeMinutes,
  type Conference,
  type Decision,
  type Item,
  type OpenedConference,
} from './conferences.ts'
export { loadDemoTaskForce } from './load-demo-task-force.ts'
export { draftQuarterReport, isLateWork, type QuarterReport } from './quarter-report.ts'
export { type EntryRow, type MemberRow, type TaskForceRow, type WorkRow } from './task-force-queries.ts'
