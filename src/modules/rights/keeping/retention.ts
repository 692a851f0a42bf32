import { writeJournal } from '#src/platform/audit/journal-queries.ts'
import { asStaff, runAs, type Context } from '#src/platform/db/context.ts'
import { enqueue } from '#src/platform/jobs/queue-queries.ts'
import type { Ticker } from '#src/platform/jobs/jobs.ts'
import { RIGHTS_JOB, runErasure, runExpiry } from './erase-jobs.ts'
import { listApproved, listErasing } from './erase-queries.ts'
import {
  countWaiting,
  decideProposals,
  eraseTechnical,
  listHolds,
  listRules,
  proposeExpired,
} from './keeping-queries.ts'

export type RetentionRule = {
  readonly kind: string
  readonly days: number | null
  readonly acts: 'by-itself' | 'proposes' | 'never'
  readonly basis: 'law' | 'internal-target' | 'unclear'
  readonly source: string | null
  readonly waiting: number
}

export async function readRetention(ctx: Context) {
  const waiting = await countWaiting(ctx)
  const rules = (await listRules(ctx)).map((row): RetentionRule => ({
    kind: row.kind,
    days: row.keep_days,
    acts: row.acts as RetentionRule['acts'],
    basis: row.basis as RetentionRule['basis'],
    source: row.source,
    waiting: waiting.get(row.kind) ?? 0,
  }))
  return { rules, holds: await listHolds(ctx) }
}

/** A person decides about what expired; only then a job erases it, and never under a hold. */
export async function decideExpired(
  ctx: Context,
  kind: string,
  decision: 'approved' | 'kept',
): Promise<number> {
  const { actor } = asStaff(ctx)
  const ids = await decideProposals(ctx, kind, decision, actor.staffId)
  for (const id of ids) {
    await writeJournal(ctx, {
      verb: `retention.${decision}`,
      subjectKind: 'retention-proposal',
      subjectId: id,
      details: { kind },
    })
    if (decision === 'approved') await enqueue(ctx, 'rights.expire', { proposalId: id })
  }
  return ids.length
}

/** Technical data go by themselves; what is about persons is only proposed. */
export async function applyRules(
  ctx: Context,
): Promise<{ readonly erased: number; readonly proposed: number }> {
  let erased = 0
  let proposed = 0
  for (const rule of await listRules(ctx)) {
    if (rule.keep_days === null) continue
    if (rule.acts === 'by-itself') erased += await eraseTechnical(ctx, rule.kind, rule.keep_days)
    if (rule.acts === 'proposes')
      proposed += await proposeExpired(ctx, { kind: rule.kind, days: rule.keep_days })
  }
  if (erased + proposed > 0)
    await writeJournal(ctx, {
      verb: 'retention.applied',
      subjectKind: 'retention',
      subjectId: ctx.newId(),
      details: { erased, proposed },
    })
  return { erased, proposed }
}

/** Also tries again what a hold kept: holds end without anybody thinking of the erasure. */
export const retentionClock: Ticker = {
  name: 'rights.retention',
  everyMs: 3600_000,
  tick: async (platform) => {
    await runAs(platform, RIGHTS_JOB, applyRules)
    for (const id of await runAs(platform, RIGHTS_JOB, listErasing))
      await runAs(platform, RIGHTS_JOB, (ctx) => runErasure(ctx, id))
    for (const id of await runAs(platform, RIGHTS_JOB, listApproved))
      await runAs(platform, RIGHTS_JOB, (ctx) => runExpiry(ctx, id))
  },
}
