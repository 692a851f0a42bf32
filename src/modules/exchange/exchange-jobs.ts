import { z } from 'zod'
import { tellRoles } from '#src/modules/notices/index.ts'
import { writeJournal } from '#src/platform/audit/journal-queries.ts'
import { runAs, type Actor, type Context } from '#src/platform/db/context.ts'
import { RefusedError } from '#src/platform/errors.ts'
import { defineJob, type Ticker } from '#src/platform/jobs/jobs.ts'
import type { Platform } from '#src/platform/platform.ts'
import { deliverDue } from './messages/deliver.ts'
import {
  listPartnersToAsk,
  listPartnersToRefresh,
  listWaitingReceived,
  takeOverdue,
  updateMessage,
} from './messages/message-queries.ts'
import { tellFacts } from './messages/facts.ts'
import { tellPartners } from './messages/tell-partner.ts'
import { TakeInPayload, workIn } from './messages/work-in.ts'
import { ensureOwnKeys, refreshPartner } from './partners/partners.ts'

const JOB: Actor = { kind: 'job', name: 'exchange' }
const DAY = 24 * 3600_000
const ASK_AGAIN = 60_000

export const exchangeTakeInJob = defineJob('exchange.take-in', TakeInPayload, (platform, { messageId }) =>
  workIn(platform, messageId),
)

export const exchangeRefreshJob = defineJob(
  'exchange.refresh',
  z.strictObject({ partnerId: z.uuid() }),
  async (platform, { partnerId }) => void (await refreshPartner(platform, partnerId)),
)

/** One pass over everything that is due between installations. Returns how much there was. */
export async function runExchange(platform: Platform): Promise<number> {
  await ensureOwnKeys(platform)
  const told = (await tellPartners(platform)) + (await tellFacts(platform))
  const waiting = await runAs(platform, JOB, (ctx) => listWaitingReceived(ctx, 50))
  for (const id of waiting) await workIn(platform, id)
  const sent = await deliverDue(platform)
  await runAs(platform, JOB, markOverdue)
  return told + waiting.length + sent
}

/** An acknowledgement that did not come in time is the supervisor's: the person was promised that it stops. */
async function markOverdue(ctx: Context): Promise<void> {
  for (const row of await takeOverdue(ctx, 25)) {
    await updateMessage(ctx, row.id, { overdue_at: ctx.now })
    await writeJournal(
      ctx,
      { verb: 'exchange.overdue', subjectKind: 'exchange', subjectId: row.id, details: { kind: row.kind } },
      row.org_id ?? undefined,
    )
    if (row.org_id)
      await tellRoles(ctx, {
        orgId: row.org_id,
        kind: 'withdrawal-unacknowledged',
        dedupe: `exchange:${row.id}:overdue`,
        subjectKind: 'exchange',
        subjectId: row.id,
      })
  }
}

/** Keys and bodies of partners are looked at once a day, and at once when one signs with a key that we do not know. */
export async function refreshPartners(platform: Platform): Promise<void> {
  const ids = await runAs(platform, JOB, async (ctx) => [
    ...(await listPartnersToAsk(ctx, new Date(ctx.now.getTime() - ASK_AGAIN))),
    ...(await listPartnersToRefresh(ctx, new Date(ctx.now.getTime() - DAY))),
  ])
  for (const id of new Set(ids))
    await refreshPartner(platform, id).catch((error: unknown) => {
      if (!(error instanceof RefusedError)) throw error
    })
}

export const exchangeClock: Ticker = {
  name: 'exchange.clock',
  everyMs: 2_000,
  tick: async (platform) => void (await runExchange(platform)),
}

export const partnerClock: Ticker = { name: 'exchange.partners', everyMs: 60_000, tick: refreshPartners }
