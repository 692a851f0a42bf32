/** Reports: receive, follow, add to. Queries are not exported. */
export { receiveReport, type Arrival, type ReceivedReport } from './receive/receive-report.ts'
export {
  newIdempotencyKey,
  readIdempotencyKey,
  isIdempotencyKey,
  reporterActor,
  type IdempotencyKey,
} from './receive/report-keys.ts'
