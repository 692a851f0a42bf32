import { z } from 'zod'
import type { ConsentAnswer, NeedKind } from '#src/domain/cases/codes.ts'
import { consentAnswer } from '#src/domain/disclosure/consent.ts'
import { afterOfferEnds, type NextStep } from '#src/domain/referrals/next-step.ts'
import type { ExceptionGround } from '#src/domain/referrals/exception.ts'
import { alertDuty } from '#src/modules/duty/index.ts'
import { tellRoles, tellStaff } from '#src/modules/notices/index.ts'
import { writeJournal } from '#src/platform/audit/journal-queries.ts'
import { runAs, type Actor, type Context } from '#src/platform/db/context.ts'
import { loadKey } from '#src/platform/db/keys-queries.ts'
import { RefusedError } from '#src/platform/errors.ts'
import { defineJob, type Ticker } from '#src/platform/jobs/jobs.ts'
import { listCandidates, type CandidateOrg } from '#src/modules/referrals/offer/candidates.ts'
import { readCaseConsents, readerOf } from '#src/modules/referrals/offer/case-consents.ts'
import { prepareOffer, storeOffer, type OfferDraft } from '#src/modules/referrals/offer/offer-referral.ts'
import type { ReferralPackage } from '#src/modules/referrals/offer/referral-package.ts'
import {
  findPackage,
  findReferral,
  insertNeed,
  isNewestOffer,
  isSplitSince,
  lockNeed,
  lockReferral,
  moveReferral,
  setReferral,
  takeTimedOffers,
  updateNeed,
  type NeedRow,
  type ReferralRow,
} from '#src/modules/referrals/referral-queries.ts'
import { isElsewhere } from '#src/modules/referrals/remote/remote-queries.ts'
import { restOfNeed } from './rest-of-need.ts'
import { insertReturnTasks } from './return-task-queries.ts'

const JOB: Actor = { kind: 'job', name: 'referrals' }
const Payload = z.strictObject({ referralId: z.uuid() })
const BATCH = 25

/** A new offer: what is in danger wakes the person on call, the rest is told to those who take reports. */
export const referralArrivedJob = defineJob(
  'referrals.arrived',
  Payload,
  async (platform, { referralId }) => {
    await runAs(platform, JOB, async (ctx) => {
      const row = await findReferral(ctx, referralId)
      if (!row || row.state !== 'requested') return
      const subject = { subjectKind: 'referral', subjectId: row.id, caseId: row.case_id } as const
      if (row.urgency === 'darurat') await alertDuty(ctx, row.to_org, { kind: 'referral', id: row.id })
      else
        await tellRoles(
          ctx,
          { orgId: row.to_org, kind: 'referral-arrived', dedupe: `referral:${row.id}:arrived`, ...subject },
          ['intake-officer', 'supervisor'],
        )
      if (row.consent_basis === 'exception')
        await tellRoles(ctx, {
          orgId: row.from_org,
          kind: 'exception-to-review',
          dedupe: `exception:${row.id}`,
          ...subject,
        })
    })
  },
)

/** Half of the time: a reminder. Three quarters: the receiver's supervisor. At the end: it goes on. Returns how many moved. */
export async function runReferralClocks(ctx: Context): Promise<number> {
  const rows = await takeTimedOffers(ctx, BATCH)
  for (const row of rows) {
    if (row.due_at <= ctx.now && !(await isElsewhere(ctx, row.from_org))) await endUnanswered(ctx, row)
    else if (row.escalate_at <= ctx.now && !row.escalated_at)
      await remind(ctx, row, 'referral-three-quarters')
    else await remind(ctx, row, 'referral-half-time')
  }
  return rows.length
}

async function remind(
  ctx: Context,
  row: ReferralRow,
  kind: 'referral-half-time' | 'referral-three-quarters',
): Promise<void> {
  const roles = kind === 'referral-half-time' ? ['intake-officer', 'caseworker'] : ['supervisor']
  await tellRoles(
    ctx,
    {
      orgId: row.to_org,
      kind,
      dedupe: `referral:${row.id}:${kind}`,
      subjectKind: 'referral',
      subjectId: row.id,
      caseId: row.case_id,
    },
    roles,
  )
  await setReferral(
    ctx,
    row.id,
    kind === 'referral-half-time'
      ? { reminded_at: ctx.now }
      : { reminded_at: row.reminded_at ?? ctx.now, escalated_at: ctx.now },
  )
  await writeJournal(
    ctx,
    {
      verb: kind === 'referral-half-time' ? 'referral.reminded' : 'referral.escalated',
      subjectKind: 'referral',
      subjectId: row.id,
      caseId: row.case_id,
    },
    row.to_org,
  )
}

async function endUnanswered(ctx: Context, row: ReferralRow): Promise<void> {
  if (!(await moveReferral(ctx, row, 'cancelled', { ended_because: 'no-answer', decided_at: ctx.now })))
    return
  await writeJournal(
    ctx,
    {
      verb: 'referral.ended-unanswered',
      subjectKind: 'referral',
      subjectId: row.id,
      caseId: row.case_id,
      details: { from: row.from_org, to: row.to_org },
    },
    row.from_org,
  )
  await moveOn(ctx, { ...row, state: 'cancelled', ended_because: 'no-answer' })
}

export const referralClock: Ticker = {
  name: 'referrals.clock',
  everyMs: 5_000,
  tick: async (platform) => {
    while ((await runAs(platform, JOB, runReferralClocks)) === BATCH);
  },
}

/** After a refusal, a failure or a cancellation: the need goes on or comes back. Safe to run twice. */
export const referralEndedJob = defineJob('referrals.ended', Payload, async (platform, { referralId }) => {
  await runAs(platform, JOB, async (ctx) => {
    const row = await lockReferral(ctx, referralId)
    if (row && ['rejected', 'cancelled', 'failed'].includes(row.state)) await moveOn(ctx, row)
  })
})

/** The part that a body did not take becomes a need of its own with the sender. Safe to run twice. */
export const referralSplitJob = defineJob('referrals.split', Payload, async (platform, { referralId }) => {
  await runAs(platform, JOB, async (ctx) => {
    const row = await lockReferral(ctx, referralId)
    const need = row && (await lockNeed(ctx, row.need_id))
    if (row && (await isElsewhere(ctx, row.from_org))) return
    if (!row || !need || (await isSplitSince(ctx, need.id, row.decided_at ?? row.created_at))) return
    const rest = await restOfNeed(ctx, row, need)
    await insertNeed(ctx, rest)
    await writeJournal(
      ctx,
      {
        verb: 'need.split',
        subjectKind: 'need',
        subjectId: rest.id,
        caseId: row.case_id,
        details: { from: need.id },
      },
      row.from_org,
    )
    await insertReturnTasks(ctx, { row, need: rest, kind: 'rest-of-need', nextOrg: null })
  })
})

const HOW = { 'no-answer': 'silent' } as const

async function moveOn(ctx: Context, row: ReferralRow): Promise<void> {
  const need = await lockNeed(ctx, row.need_id)
  if (
    !need ||
    !['offered', 'in-progress', 'on-hold'].includes(need.state) ||
    !(await isNewestOffer(ctx, row))
  )
    return
  await updateNeed(ctx, need.id, { state: 'open', owner_org: row.from_org })
  // Where it goes next is decided where it came from.
  if (await isElsewhere(ctx, row.from_org)) return noteReturned(ctx, row, need)
  const candidates = await listCandidates(ctx, { caseId: row.case_id, need: need.kind as NeedKind })
  const step = await nextStep(ctx, row, candidates)
  const to = 'bodyId' in step ? candidates.find((each) => each.org.id === step.bodyId) : undefined
  const offered =
    step.kind === 'offer' && to
      ? await offerNext(ctx, row, { ...need, state: 'open', owner_org: row.from_org }, to)
      : false
  if (!offered) await comeBack(ctx, row, need, to)
}

async function noteReturned(ctx: Context, row: ReferralRow, need: NeedRow): Promise<void> {
  await writeJournal(
    ctx,
    {
      verb: 'need.came-back',
      subjectKind: 'need',
      subjectId: need.id,
      caseId: row.case_id,
      details: { to: row.from_org },
    },
    row.to_org,
  )
}

async function nextStep(
  ctx: Context,
  row: ReferralRow,
  candidates: readonly CandidateOrg[],
): Promise<NextStep> {
  const said = await readCaseConsents(ctx, row.case_id)
  const answerFor = (each: CandidateOrg): ConsentAnswer =>
    consentAnswer({
      consents: said.consents,
      item: 'needs',
      reader: readerOf(each.org),
      at: ctx.now,
      suspects: said.suspects,
    })
  const stillReviewed = row.consent_basis === 'exception' && row.exception_review !== 'not-upheld'
  return afterOfferEnds({
    how:
      row.state === 'rejected'
        ? 'rejected'
        : (HOW[row.ended_because as keyof typeof HOW] ?? (row.state === 'failed' ? 'rejected' : 'cancelled')),
    candidates: candidates
      .filter((each) => each.org.id !== row.from_org)
      .map((each) => ({
        bodyId: each.org.id,
        consent: answerFor(each),
        keptFrom: said.isKeptFrom(each.org) ? 'yes' : 'no',
      })),
    tried: new Set(row.tried_orgs),
    exceptionCovers: new Set(stillReviewed ? candidates.map((each) => each.org.id) : []),
  })
}

/** The next offer holds no more than the last one held, and of that only what consent (or the exception) opens to the new body. */
async function offerNext(ctx: Context, row: ReferralRow, need: NeedRow, to: CandidateOrg): Promise<boolean> {
  const sealed = await findPackage(ctx, row.id)
  const before = (await loadKey(ctx, row.key_id)).openJson<ReferralPackage>(
    `referrals.package_sealed/${row.id}`,
    sealed!,
  )
  const draft: OfferDraft = {
    caseId: row.case_id,
    caseCode: before.caseCode,
    needId: need.id,
    toOrg: to.org.id,
    asked: before.asked,
    sendables: before.items,
    chosen: before.items.map((each) => each.item),
    handling: before.handling ?? [],
    basis: to.basis,
    ...(row.consent_basis === 'exception' ? { exception: exceptionAgain(row, before) } : {}),
    previous: { referralId: row.id, tried: row.tried_orgs },
  }
  try {
    const prepared = await prepareOffer(ctx, row.from_org, draft)
    await storeOffer(ctx, prepared, draft, row.by_staff)
  } catch (error) {
    if (error instanceof RefusedError) return false
    throw error
  }
  await tellRoles(ctx, {
    orgId: row.from_org,
    kind: 'referral-back',
    dedupe: `referral:${row.id}:went-on`,
    subjectKind: 'referral',
    subjectId: row.id,
    caseId: row.case_id,
  })
  return true
}

/** The same facts that the officer ticked, and the same reason: nothing is claimed that no person claimed. */
function exceptionAgain(row: ReferralRow, before: ReferralPackage): NonNullable<OfferDraft['exception']> {
  const ground = row.exception_ground as ExceptionGround
  return {
    ground,
    reason: before.reason ?? '',
    facts: new Set(before.facts ?? []),
  }
}

/** No body may be asked by itself: first task of the sender's officer and supervisor, the next body and the question prepared. */
async function comeBack(
  ctx: Context,
  row: ReferralRow,
  need: NeedRow,
  next: CandidateOrg | undefined,
): Promise<void> {
  await insertReturnTasks(ctx, {
    row,
    need,
    kind: next ? 'ask-consent-for-next-body' : 'find-next-body',
    nextOrg: next?.org.id ?? null,
  })
  await writeJournal(
    ctx,
    {
      verb: 'need.came-back',
      subjectKind: 'need',
      subjectId: need.id,
      caseId: row.case_id,
      details: { referral: row.id, next: next?.org.id ?? null },
    },
    row.from_org,
  )
  const notice = {
    orgId: row.from_org,
    kind: 'referral-back',
    dedupe: `referral:${row.id}:back`,
    subjectKind: 'referral',
    subjectId: row.id,
    caseId: row.case_id,
  } as const
  if (row.by_staff) await tellStaff(ctx, { ...notice, staffId: row.by_staff })
  await tellRoles(ctx, notice)
}
