export { alertDuty, dutyClock, passOnAlerts } from './alert-duty.ts'
export { listOnDuty, listShifts, markAlertsOpened, type DutySubject, type NewShift } from './duty-queries.ts'
export { cancelShift, planShift } from './plan-duty.ts'
