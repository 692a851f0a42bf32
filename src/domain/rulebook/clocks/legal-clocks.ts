/** Deadlines that run by days from a known day. The length is dated data of the chapter; here stands what starts them. */
import type { LegalClock } from '../facts/facts.ts'

export interface LegalClockRow {
  readonly clock: LegalClock
  /** Path of the day from which it counts. */
  readonly start: string
  /** `working-days`: PP 7/2018 says that its days are working days (Pasal 1 angka 8). */
  readonly unit: 'days' | 'working-days' | 'years'
}

export const LEGAL_CLOCK_ROWS: readonly LegalClockRow[] = [
  { clock: 'victim-first-help', start: 'health.helpRequestedAt', unit: 'days' },
  { clock: 'restitution-payment', start: 'loss.finalJudgmentOn', unit: 'days' },
  { clock: 'restitution-seizure', start: 'loss.warnedOn', unit: 'days' },
  { clock: 'lpsk-completeness-check', start: 'loss.requestToLpskOn', unit: 'working-days' },
  { clock: 'lpsk-completion', start: 'loss.requestCheckedOn', unit: 'working-days' },
  { clock: 'lpsk-performance', start: 'loss.orderServedOn', unit: 'working-days' },
  { clock: 'service-complaint-answer', start: 'clocks.serviceComplaintOn', unit: 'days' },
  { clock: 'service-complaint-completion', start: 'clocks.serviceComplaintOn', unit: 'days' },
  { clock: 'service-complaint-decision', start: 'clocks.serviceComplaintOn', unit: 'days' },
  { clock: 'mediation-commitment', start: 'clocks.mediationCommitmentOn', unit: 'days' },
  { clock: 'company-licence-revocation', start: 'clocks.sanctionProposedOn', unit: 'days' },
  { clock: 'consent-withdrawal', start: 'clocks.consentWithdrawnOn', unit: 'days' },
  { clock: 'rehabilitation', start: 'clocks.arrivedHomeOn', unit: 'years' },
  { clock: 'work-accident-claim', start: 'insurance.eventOn', unit: 'years' },
]
