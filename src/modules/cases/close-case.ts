import { runAs, type Context, type StaffContext } from '#src/platform/db/context.ts'
import type { Ticker } from '#src/platform/jobs/jobs.ts'
import { InvalidInputError, RefusedError, StaleVersionError } from '#src/platform/errors.ts'
import { writeJournal } from '#src/platform/audit/journal-queries.ts'
import { AGENCY_CLOSING_REASONS, CLOSING_REASONS, type ClosingReason } from '#src/domain/cases/codes.ts'
import {
  closingBasis,
  decideCaseAction,
  type AttemptResult,
  type CaseGuard,
  type CaseStatus,
} from '#src/domain/cases/lifecycle.ts'
import { dayOf } from '#src/domain/deadlines/calendar.ts'
import { dueAtFor } from '#src/domain/deadlines/clock.ts'
import type { Urgency } from '#src/domain/cases/urgency.ts'
import { workPlaceOf } from '#src/modules/desks/index.ts'
import { tellRoles, tellStaff } from '#src/modules/notices/index.ts'
import {
  findOrganisation,
  lockReopenRequests,
  reopenFiles,
  setClosed,
  setFileState,
  setReopened,
  type CaseRow,
} from './case-queries.ts'
import { hasUnansweredOffer } from './list-queries.ts'
import { listAttempts } from './items/item-queries.ts'
import { insertTask, insertTimeline } from './items/item-write-queries.ts'
import { inCase } from './items/write-item.ts'
import type { SealedEntry } from './sealed.ts'

export type Closing = {
  readonly code: string
  readonly version: number
  readonly reason: string
  /** The person's own word, as said; empty when it could not be had and three attempts are documented. */
  readonly ownWord: string
}

export const RESULT_OF: Readonly<Record<ClosingReason, 'achieved' | 'not-achieved' | 'withdrawn'>> = {
  achieved: 'achieved',
  'partly-achieved': 'achieved',
  'not-achieved': 'not-achieved',
  'withdrawn-by-person': 'withdrawn',
  'solved-elsewhere': 'not-achieved',
  'person-cannot-be-reached': 'not-achieved',
  'person-died': 'not-achieved',
}
const ATTEMPT_RESULT: Readonly<Record<string, AttemptResult>> = {
  reached: 'reached',
  'no-answer': 'no-answer',
  'wrong-number': 'wrong-contact',
  'not-safe': 'not-safe-to-try',
}

/**
 * Closes the person's case: with the person's own word or three attempts on three days, and a reason. RefusedError names what
 * is missing. An agency's own closing is closeAgencyFile and closes nothing here.
 */
export async function closeCase(ctx: StaffContext, closing: Closing): Promise<void> {
  const reason = CLOSING_REASONS.find((code) => code === closing.reason)
  if (reason === undefined) throw new InvalidInputError([{ path: 'reason', code: 'reason.missing' }])
  await inCase(ctx, closing.code, async ({ row, key, caseId, orgId, staffId }) => {
    const basis = await basisOf(ctx, row, closing.ownWord)
    const met = new Set<CaseGuard>(['reason-given'])
    if (basis) met.add('own-word-or-three-attempts')
    if (!(await hasUnansweredOffer(ctx, caseId))) met.add('no-offer-unanswered')
    const decision = decideCaseAction({ from: statusOf(row), action: 'close', by: 'officer', met })
    if (decision.kind === 'refused') throw new RefusedError(`case.close.${decision.code}`, decision.missing)
    if (closing.ownWord.trim() !== '') {
      const id = ctx.newId()
      const words: SealedEntry = { dateWords: '', text: closing.ownWord }
      await insertTimeline(ctx, {
        id,
        caseId,
        orgId,
        staffId,
        keyId: key.id,
        source: 'concerned-person',
        certainty: 'certain',
        contradicts: null,
        shared: false,
        sealed: key.sealJson(`timeline_entries.sealed/${id}`, words),
      })
    }
    const closed = await setClosed(ctx, caseId, closing.version, {
      because: basis ?? 'own-word',
      result: RESULT_OF[reason],
      reason,
    })
    if (!closed)
      throw new StaleVersionError('case.changed-meanwhile', {
        version: row.version,
        field: 'facts',
        theirs: '',
        at: null,
      })
    return {
      verb: 'case.closed',
      subjectKind: 'case',
      subjectId: caseId,
      details: { basis: basis ?? null, reason },
      result: undefined,
    }
  })
}

async function basisOf(ctx: StaffContext, row: CaseRow, ownWord: string) {
  const org = await findOrganisation(ctx, ctx.actor.orgId)
  const attempts = (await listAttempts(ctx, row.id)).map((each) => ({
    day: dayOf(each.created_at, org.time_zone),
    way: each.way,
    result: ATTEMPT_RESULT[each.result] ?? 'not-safe-to-try',
  }))
  return closingBasis({ ownWord: ownWord.trim() === '' ? 'missing' : 'recorded', attempts })
}

export function statusOf(row: { readonly state: string; readonly reopened_at: Date | null }): CaseStatus {
  if (row.state === 'closed') return 'closed'
  return row.reopened_at ? 'reopened' : 'open'
}

/** The agency's own closing reason, kept apart: it closes one body's file and nothing else. */
export async function closeAgencyFile(
  ctx: StaffContext,
  closing: { readonly code: string; readonly because: string },
): Promise<void> {
  const because = AGENCY_CLOSING_REASONS.find((code) => code === closing.because)
  if (because === undefined) throw new InvalidInputError([{ path: 'agency', code: 'reason.missing' }])
  await inCase(ctx, closing.code, async ({ caseId, orgId }) => {
    await setFileState(ctx, caseId, orgId, because)
    return {
      verb: 'case.agency-closed',
      subjectKind: 'case',
      subjectId: caseId,
      details: { because },
      result: undefined,
    }
  })
}

export async function reopenCase(ctx: StaffContext, code: string): Promise<void> {
  await inCase(ctx, code, async ({ row, caseId, orgId }) => {
    const decision = decideCaseAction({
      from: statusOf(row),
      action: 'reopen',
      by: 'officer',
      met: new Set(),
    })
    if (decision.kind === 'refused') throw new RefusedError(`case.reopen.${decision.code}`)
    await setReopened(ctx, caseId)
    await setFileState(ctx, caseId, orgId, null)
    return {
      verb: 'case.reopened',
      subjectKind: 'case',
      subjectId: caseId,
      details: { by: 'officer' },
      result: undefined,
    }
  })
}

const BATCH = 20

/** The person asked on the follow page: the case is open again, with a task for its officer. Needs no reason. */
export async function reopenForPersons(ctx: Context): Promise<number> {
  const asked = await lockReopenRequests(ctx, BATCH)
  for (const row of asked) {
    await setReopened(ctx, row.id)
    const [file] = await reopenFiles(ctx, row.id)
    const org = await findOrganisation(ctx, row.lead_org)
    const dueAt = dueAtFor(
      row.urgency as Urgency,
      ctx.now,
      workPlaceOf({ country: org.country, timeZone: org.time_zone }),
    )
    await insertTask(ctx, {
      id: ctx.newId(),
      caseId: row.id,
      orgId: row.lead_org,
      kind: 'reopened',
      urgency: row.urgency,
      dueAt,
      source: 'internal-target',
      assignee: file?.assignee ?? null,
      keyId: null,
      sealed: null,
    })
    await writeJournal(
      ctx,
      {
        verb: 'case.reopened',
        subjectKind: 'case',
        subjectId: row.id,
        caseId: row.id,
        details: { by: 'person' },
      },
      row.lead_org,
    )
    const notice = {
      orgId: row.lead_org,
      kind: 'reopened',
      dedupe: `reopened:${row.id}:${ctx.now.toISOString()}`,
      subjectKind: 'case',
      subjectId: row.id,
      caseId: row.id,
    } as const
    await (file?.assignee ? tellStaff(ctx, { ...notice, staffId: file.assignee }) : tellRoles(ctx, notice))
  }
  return asked.length
}

export const reopenClock: Ticker = {
  name: 'cases.reopen',
  everyMs: 10_000,
  tick: async (platform) => {
    while ((await runAs(platform, { kind: 'job', name: 'cases.reopen' }, reopenForPersons)) === BATCH);
  },
}
