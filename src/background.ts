import { forgetSignIns } from '#src/modules/accounts/index.ts'
import { reopenClock } from '#src/modules/cases/index.ts'
import { dutyClock } from '#src/modules/duty/index.ts'
import { htcdsDraftClock } from '#src/modules/htcds/index.ts'
import { deskClock } from '#src/modules/intake/index.ts'
import { releaseFollower } from '#src/modules/law/index.ts'
import {
  exchangeClock,
  exchangeRefreshJob,
  exchangeTakeInJob,
  partnerClock,
} from '#src/modules/exchange/index.ts'
import { compareCatchUp, compareJob, tellFamilyJob } from '#src/modules/matches/index.ts'
import { findNetworksJob, networkClock } from '#src/modules/networks/index.ts'
import { oldListForgetter, oldListJob, oldListWatch } from '#src/modules/imports/index.ts'
import { noticeSender } from '#src/modules/notices/index.ts'
import {
  consentWithdrawnJob,
  referralArrivedJob,
  referralClock,
  referralEndedJob,
  referralSplitJob,
  referralTellJob,
} from '#src/modules/referrals/index.ts'
import { takeInReportJob, tellDeskJob } from '#src/modules/reports/index.ts'
import {
  eraseJob,
  expireJob,
  retentionClock,
  rightsAskedJob,
  tellBodiesJob,
} from '#src/modules/rights/index.ts'
import { webhookClock } from '#src/modules/webhooks/index.ts'
import { sealer } from '#src/platform/audit/chain-queries.ts'
import { forgetVisitors } from '#src/platform/limits/limits-queries.ts'
import { familyWords } from '#src/texts/family-words.ts'
import { oldListWords } from '#src/texts/old-list-words.ts'
import { letterWords } from '#src/texts/surat.ts'
import type { AnyJob, Ticker } from '#src/platform/jobs/jobs.ts'

/** Work that happens behind the pages; every module that brings a job or a clock is listed here. */
export const jobs: readonly AnyJob[] = [
  referralArrivedJob,
  referralEndedJob,
  referralSplitJob,
  referralTellJob,
  takeInReportJob,
  tellDeskJob,
  consentWithdrawnJob,
  rightsAskedJob,
  eraseJob,
  tellBodiesJob,
  expireJob,
  compareJob,
  findNetworksJob,
  tellFamilyJob(familyWords),
  oldListJob(oldListWords()),
  exchangeTakeInJob,
  exchangeRefreshJob,
]
export const tickers: readonly Ticker[] = [
  sealer,
  forgetVisitors,
  forgetSignIns,
  dutyClock,
  deskClock,
  reopenClock,
  noticeSender(letterWords),
  referralClock,
  retentionClock,
  releaseFollower,
  oldListWatch(oldListWords()),
  oldListForgetter,
  compareCatchUp,
  networkClock,
  exchangeClock,
  partnerClock,
  webhookClock,
  htcdsDraftClock,
]
