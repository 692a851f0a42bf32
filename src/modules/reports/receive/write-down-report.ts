import type { ReportChannel, ReportDraft } from '#src/domain/reports/report.ts'
import type { StaffContext } from '#src/platform/db/context.ts'
import type { IdempotencyKey } from './report-keys.ts'
import { receiveReport, type ReceivedReport } from './receive-report.ts'

/** Ways by which somebody tells an officer. */
export const SPOKEN_CHANNELS = [
  'phone',
  'walk-in',
  'whatsapp',
  'letter',
] as const satisfies readonly ReportChannel[]
export type SpokenChannel = (typeof SPOKEN_CHANNELS)[number]

/** A report told to an officer: the same use case, with the officer as the one who wrote it. The code is read back to the caller. */
export async function writeDownReport(
  ctx: StaffContext,
  draft: ReportDraft & { readonly channel: SpokenChannel },
  key: IdempotencyKey,
): Promise<ReceivedReport> {
  return receiveReport(ctx, draft, key)
}
