import { findReferral } from '#src/modules/referrals/index.ts'
import { tellRoles } from '#src/modules/notices/index.ts'
import { writeJournal } from '#src/platform/audit/journal-queries.ts'
import type { Context } from '#src/platform/db/context.ts'
import type { Outcome } from './content.ts'
import { lockMessage, lockThread, updateMessage, updateThread, type MessageRow } from './message-queries.ts'

/** What the partner signed about one of our messages: it was applied, came too late, or was refused. Once. */
export async function takeAnswer(
  ctx: Context,
  partnerId: string,
  answer: Outcome & { readonly message: string },
): Promise<Outcome> {
  const row = await lockMessage(ctx, answer.message)
  // Whoever answers for another's message is told nothing of it.
  if (!row || row.partner_id !== partnerId || row.answered_at) return { outcome: 'stale', code: null }
  await updateMessage(ctx, row.id, {
    state: answer.outcome === 'refused' ? 'refused' : 'acknowledged',
    answered_at: ctx.now,
    delivered_at: row.delivered_at ?? ctx.now,
    answer: answer.code ?? answer.outcome,
    last_error: null,
    sealed: null,
  })
  await writeJournal(
    ctx,
    {
      verb: 'exchange.answered',
      subjectKind: 'exchange',
      subjectId: row.id,
      details: { kind: row.kind, outcome: answer.outcome, ...(answer.code ? { code: answer.code } : {}) },
    },
    row.org_id ?? undefined,
  )
  if (row.thread_id) await noteOnThread(ctx, row, answer)
  return { outcome: 'applied', code: null }
}

async function noteOnThread(ctx: Context, row: MessageRow, answer: Outcome): Promise<void> {
  const thread = await lockThread(ctx, row.thread_id!)
  if (!thread) return
  if (answer.outcome === 'applied' && row.told_version !== null)
    await updateThread(ctx, thread.id, {
      confirmed_version: Math.max(thread.confirmed_version, row.told_version),
    })
  if (answer.outcome === 'applied' || !thread.referral_id || !row.org_id) return
  const referral = await findReferral(ctx, thread.referral_id)
  // What did not get through is a person's work again.
  await tellRoles(
    ctx,
    {
      orgId: row.org_id,
      kind: 'partner-refused',
      dedupe: `exchange:${row.id}:${answer.outcome}`,
      subjectKind: 'referral',
      subjectId: thread.referral_id,
      ...(referral ? { caseId: referral.case_id } : {}),
    },
    ['caseworker', 'supervisor'],
  )
}
