import { dutyClock } from '#src/modules/duty/index.ts'
import { noticeSender } from '#src/modules/notices/index.ts'
import {
  referralArrivedJob,
  referralClock,
  referralEndedJob,
  referralSplitJob,
} from '#src/modules/referrals/index.ts'
import { sealer } from '#src/platform/audit/chain-queries.ts'
import { forgetVisitors } from '#src/platform/limits/limits-queries.ts'
import { letterWords } from '#src/texts/surat.ts'
import type { AnyJob, Ticker } from '#src/platform/jobs/jobs.ts'

/** Work that happens behind the pages; every module that brings a job or a clock is listed here. */
export const jobs: readonly AnyJob[] = [referralArrivedJob, referralEndedJob, referralSplitJob]
export const tickers: readonly Ticker[] = [
  sealer,
  forgetVisitors,
  dutyClock,
  noticeSender(letterWords),
  referralClock,
]
