/** The one timeline of facts that both sides of a hand-over read, across the line. Private notes stay at home. */
import type { z } from 'zod'
import { insertTimeline, type SealedEntry } from '#src/modules/cases/index.ts'
import { findReferral } from '#src/modules/referrals/index.ts'
import { writeJournal } from '#src/platform/audit/journal-queries.ts'
import { runAs, type Actor, type Context } from '#src/platform/db/context.ts'
import { loadKey, loadKeys } from '#src/platform/db/keys-queries.ts'
import type { PartialDate } from '#src/domain/kernel/partial-date.ts'
import { parsePartialDate } from '#src/domain/kernel/partial-date.ts'
import type { Platform } from '#src/platform/platform.ts'
import { findPartner } from '../partners/partner-queries.ts'
import type { Fact, FactSchema, Outcome } from './content.ts'
import {
  caseKeyOf,
  findEntry,
  findFactByRef,
  findRefOfFact,
  insertFact,
  isAlive,
  listUntoldFacts,
} from './fact-queries.ts'
import { lockThread, type ThreadRow } from './message-queries.ts'
import { sendStep } from './tell-partner.ts'

const JOB: Actor = { kind: 'job', name: 'exchange.facts' }
const BATCH = 50

/** Seals facts that our people shared; returns how many. */
export async function tellFacts(platform: Platform): Promise<number> {
  const waiting = await runAs(platform, JOB, (ctx) => listUntoldFacts(ctx, BATCH))
  for (const { id, thread_id } of waiting)
    await runAs(platform, JOB, (ctx) => tellFact(ctx, id, thread_id)).catch((error: unknown) =>
      platform.reportDefect(error, `exchange.facts ${id}`),
    )
  return waiting.length
}

async function tellFact(ctx: Context, entryId: string, threadId: string): Promise<void> {
  const thread = await lockThread(ctx, threadId)
  const entry = await findEntry(ctx, entryId)
  const partner = thread && (await findPartner(ctx, thread.partner_id))
  if (!thread || !entry || !partner?.remote_id || (await findRefOfFact(ctx, entryId))) return
  const key = (await loadKeys(ctx, [entry.key_id])).get(entry.key_id)
  if (!key) return
  const words = key.openJson<SealedEntry>(`timeline_entries.sealed/${entryId}`, entry.sealed)
  const corrects = entry.contradicts ? await findRefOfFact(ctx, entry.contradicts) : undefined
  const fact: Fact = {
    fact: entryId,
    ...(corrects ? { corrects } : {}),
    ...(words.date ? { date: words.date } : {}),
    dateWords: words.dateWords,
    text: words.text,
    source: entry.source_kind as Fact['source'],
    certainty: entry.certainty as Fact['certainty'],
  }
  await sendStep(ctx, {
    thread,
    partner: { id: partner.id, remoteId: partner.remote_id },
    kind: 'timeline.fact',
    body: fact,
    orgId: entry.org_id,
    toldVersion: null,
    acknowledgeBy: null,
  })
  await insertFact(ctx, { entryId, threadId, ref: entryId, came: 'out' })
  await writeJournal(
    ctx,
    { verb: 'exchange.told', subjectKind: 'timeline-entry', subjectId: entryId, caseId: entry.case_id },
    entry.org_id,
  )
}

/** A fact of the other side stands beside ours, under its own name; nothing of ours is overwritten. */
export async function takeFact(
  ctx: Context,
  thread: ThreadRow,
  fact: z.output<typeof FactSchema>,
): Promise<Outcome> {
  const referral = await findReferral(ctx, thread.referral_id!)
  const keyId = referral && (await caseKeyOf(ctx, referral.case_id))
  if (!referral || !keyId || !(await isAlive(ctx, referral.id)))
    return { outcome: 'stale', code: 'state-moved-on' }
  if (await findFactByRef(ctx, thread.id, fact.fact)) return { outcome: 'stale', code: null }
  const key = await loadKey(ctx, keyId)
  const id = ctx.newId()
  const date = fact.date === undefined ? undefined : (parsePartialDate(fact.date) as PartialDate)
  const words: SealedEntry = { ...(date ? { date } : {}), dateWords: fact.dateWords, text: fact.text }
  const [theirs, ours] =
    thread.side === 'sender' ? [referral.to_org, referral.from_org] : [referral.from_org, referral.to_org]
  await insertTimeline(ctx, {
    id,
    caseId: referral.case_id,
    orgId: theirs,
    staffId: null,
    keyId,
    source: fact.source,
    certainty: fact.certainty,
    contradicts: (fact.corrects && (await findFactByRef(ctx, thread.id, fact.corrects))) || null,
    shared: true,
    referralId: referral.id,
    sealed: key.sealJson(`timeline_entries.sealed/${id}`, words),
  })
  await insertFact(ctx, { entryId: id, threadId: thread.id, ref: fact.fact, came: 'in' })
  await writeJournal(
    ctx,
    { verb: 'timeline.added', subjectKind: 'timeline-entry', subjectId: id, caseId: referral.case_id },
    ours,
  )
  return { outcome: 'applied', code: null }
}
