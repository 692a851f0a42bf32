export { alertDuty, dutyClock, passOnAlerts } from './alert-duty.ts'
export {
  listMyAlerts,
  listOnDuty,
  markAlertsOpened,
  type DutySubject,
  type NewShift,
} from './duty-queries.ts'
export { readDutyList, type DutyList } from './read-duty-list.ts'
export { cancelShift, planShift } from './plan-duty.ts'
