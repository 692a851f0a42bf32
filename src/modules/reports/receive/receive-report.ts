import type { Urgency } from '#src/domain/cases/urgency.ts'
import { firstResponseDeadline } from '#src/domain/deadlines/clock.ts'
import { partialDateOf } from '#src/domain/kernel/partial-date.ts'
import type { ReportDraft } from '#src/domain/reports/report.ts'
import type { TrackingCode } from '#src/domain/reports/tracking-code.ts'
import { chooseDesk, workPlaceOf } from '#src/modules/desks/index.ts'
import { writeJournal } from '#src/platform/audit/journal-queries.ts'
import { runAs, type Context } from '#src/platform/db/context.ts'
import { createKey } from '#src/platform/db/keys-queries.ts'
import { enqueue } from '#src/platform/jobs/queue-queries.ts'
import { codeOfKey, hashOfCode, hashOfKey, reporterActor, type IdempotencyKey } from './report-keys.ts'
import { clearFacts, consentsOf, tokensOf, type ClearFacts } from './report-row.ts'
import {
  claimRequest,
  findReceived,
  insertCode,
  insertConsents,
  insertDeskTrail,
  insertReport,
  insertTokens,
} from './report-queries.ts'

export type ReceivedReport = {
  readonly reportId: string
  /** Shown once; never stored. */
  readonly code: TrackingCode
  readonly urgency: Urgency
  /** An officer reads it by then. */
  readonly respondBy: Date
  readonly deskId: string
  /** `again`: the same key came before; nothing was stored anew. */
  readonly arrival: 'first' | 'again'
}

/** `crowd`: many from one visitor within an hour (see countArrival); accepted all the same, sorted after the others. */
export type Arrival = 'normal' | 'crowd'

/**
 * Stores a report with its clock, desk, code, consents and search tokens in one transaction. A visitor comes as
 * `reporterActor(platform, key)`; staff who write it down for a caller come as themselves.
 */
export async function receiveReport(
  ctx: Context,
  draft: ReportDraft,
  key: IdempotencyKey,
  arrival: Arrival = 'normal',
): Promise<ReceivedReport> {
  const { platform } = ctx
  const code = codeOfKey(platform, key)
  const id = ctx.newId()
  if (!(await claimRequest(ctx, hashOfKey(platform, key), id))) return receivedBefore(ctx, key, code)

  const staff = ctx.actor.kind === 'staff' ? ctx.actor : undefined
  const chosen = await chooseDesk(ctx, draft, staff?.orgId)
  const facts = marked(clearFacts(draft, partialDateOf(ctx.now.toISOString().slice(0, 10))), arrival)
  const respondBy = firstResponseDeadline(facts.urgency, ctx.now, workPlaceOf(chosen.desk)).dueAt
  const reportKey = await createKey(ctx, 'report', id)
  const orgId = chosen.desk.id
  await insertReport(ctx, {
    id,
    draft,
    facts,
    orgId,
    respondBy,
    key: reportKey,
    keptFromOrgs: chosen.keptFromOrgs,
    sealed: reportKey.sealJson(`reports.sealed/${id}`, draft),
    writtenByStaff: staff?.staffId ?? null,
    demo: chosen.desk.demo,
  })
  // The code goes in next: what follows hangs on the code in the visitor's hand.
  await insertCode(ctx, { hash: hashOfCode(platform, code), reportId: id, holder: 'first' })
  const byStaff = staff?.staffId ?? null
  await insertDeskTrail(ctx, { reportId: id, orgId, why: chosen.why, byStaff })
  await insertConsents(ctx, {
    reportId: id,
    orgId,
    byStaff,
    given: consentsOf(draft.mayShare),
    givenBy: draft.about === 'myself' ? 'self' : 'reporter',
    how: draft.channel,
    language: draft.language,
  })
  await insertTokens(ctx, tokensOf(platform.keys.tokens, draft), { id, orgId })
  await writeJournal(
    ctx,
    {
      verb: 'report.received',
      subjectKind: 'report',
      subjectId: id,
      reportId: id,
      details: { channel: draft.channel, urgency: facts.urgency, desk: chosen.why },
    },
    orgId,
  )
  await enqueue(ctx, 'reports.take-in', { reportId: id }, { jobKey: `take-in-${id}` })
  return { reportId: id, code, urgency: facts.urgency, respondBy, deskId: orgId, arrival: 'first' }
}

function marked(facts: ClearFacts, arrival: Arrival): ClearFacts {
  return arrival === 'crowd' ? { ...facts, signals: [...facts.signals, 'flood'] } : facts
}

/** The answers may differ from the first time: what was stored first counts, as the code page already said. */
async function receivedBefore(
  ctx: Context,
  key: IdempotencyKey,
  code: TrackingCode,
): Promise<ReceivedReport> {
  const reporter = reporterActor(ctx.platform, key)
  const before =
    ctx.actor.kind === 'public' ? await findReceived(ctx) : await runAs(ctx.platform, reporter, findReceived)
  if (!before) throw new Error('a claimed request has no report')
  const { id, orgId, respondBy } = before
  return {
    reportId: id,
    code,
    urgency: before.urgency as Urgency,
    respondBy,
    deskId: orgId,
    arrival: 'again',
  }
}
