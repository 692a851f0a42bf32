import type { ConsentItem } from '#src/domain/cases/codes.ts'
import { FOLLOW_UP_DAYS, REFERRAL_HOURS } from '#src/domain/immigration/codes.ts'
import { DESK_SIGNS, type DeskSign } from '#src/domain/immigration/signs.ts'
import { addHours } from '#src/domain/kernel/instant.ts'
import {
  decideException,
  EXCEPTION_FACTS,
  EXCEPTION_GROUNDS,
  type ExceptionFact,
  type ExceptionGround,
} from '#src/domain/referrals/exception.ts'
import { REJECTION_REASONS } from '#src/domain/referrals/lifecycle.ts'
import { findOrg, listOrgs } from '#src/modules/referrals/index.ts'
import { writeAudit } from '#src/platform/audit/journal-queries.ts'
import type { StaffContext } from '#src/platform/db/context.ts'
import { createKey, loadKey } from '#src/platform/db/keys-queries.ts'
import { InvalidInputError, NotFoundError, RefusedError, StaleVersionError } from '#src/platform/errors.ts'
import { allowed, noteDesk, type SealedInterview, type SignsPackage, type Traveller } from './desk-kit.ts'
import { listInterviews, lockEncounter, nameReferral, type EncounterRow } from './desk-queries.ts'
import { addFollowUp } from './follow-ups.ts'
import {
  answerReferralRow,
  findReferral,
  insertReferral,
  listReceived,
  listReferralsOf,
  type DeskReferralRow,
} from './referral-queries.ts'

export type GivenReferral = {
  readonly toOrg: string
  /** What the traveller said when asked whether the signs may go there with the name. */
  readonly consent: string
  readonly carry: readonly string[]
  readonly contact: string
  readonly wish: string
  readonly place: string
  /** One of the three grounds of the law without consent; empty: none is named. */
  readonly ground: string
  readonly facts: readonly string[]
  readonly because: string
}

const SAID = ['yes', 'no', 'not-asked'] as const

/** Bodies that can help somebody who is harmed. */
const HELPERS: readonly string[] = [
  'polri',
  'uptd-ppa',
  'bp3mi',
  'kp2mi',
  'lpsk',
  'kemensos',
  'ngo',
  'disnaker-district',
  'mission',
  'kemlu',
]

export async function listHelpers(
  ctx: StaffContext,
): Promise<readonly { readonly id: string; readonly name: string }[]> {
  const bodies = await listOrgs(ctx)
  return bodies
    .filter((body) => HELPERS.includes(body.kind) && body.id !== ctx.actor.orgId)
    .map((body) => ({ id: body.id, name: body.short_name }))
}

/**
 * Offers the signs to a body. With the traveller's yes, what she agreed to goes along; on one of the three grounds of the
 * law, the least that is needed; else the signs go without name and contact. Throws RefusedError
 * `immigration.already-referred`, `immigration.exception-refused`.
 */
export async function referSigns(
  ctx: StaffContext,
  encounterId: string,
  given: GivenReferral,
): Promise<string> {
  allowed(ctx, 'immigration.desk')
  const row = await lockEncounter(ctx, encounterId)
  if (!row) throw new NotFoundError('desk-encounter.not-found')
  const to = await bodyOf(ctx, given.toOrg)
  if (given.place.trim().length < 3 || given.place.length > 200)
    throw new InvalidInputError([{ path: 'place', code: 'immigration.place-missing' }])
  const before = await listReferralsOf(ctx, row.id)
  if (before.some(({ state }) => state === 'requested' || state === 'accepted'))
    throw new RefusedError('immigration.already-referred')
  const cover = coverOf(row, given)
  const pack = await packOf(ctx, row, given, cover.items)
  const id = ctx.newId()
  const key = await createKey(ctx, 'desk-referral', id)
  await insertReferral(ctx, {
    id,
    encounter_id: row.id,
    to_org: to,
    basis: cover.basis,
    exception_ground: cover.ground ?? null,
    answer_by: addHours(ctx.now, REFERRAL_HOURS),
    key_id: key.id,
    sealed: key.sealJson(`desk_referrals.sealed/${id}`, pack),
  })
  await nameReferral(ctx, row.id, id)
  if (cover.basis === 'exception')
    for (const kind of ['review-exception', 'tell-person'] as const)
      await addFollowUp(ctx, row, { kind, words: given.because, days: FOLLOW_UP_DAYS[kind] })
  await noteDesk(ctx, 'desk.referred', { kind: 'desk-referral', id }, { to, basis: cover.basis })
  return id
}

async function bodyOf(ctx: StaffContext, toOrg: string): Promise<string> {
  const helpers = await listHelpers(ctx)
  const to = helpers.find(({ id }) => id === toOrg)
  if (!to || !(await findOrg(ctx, to.id)))
    throw new InvalidInputError([{ path: 'toOrg', code: 'immigration.choose' }])
  return to.id
}

type Cover = {
  readonly basis: 'consent' | 'no-identity' | 'exception'
  readonly ground?: ExceptionGround
  readonly items: readonly ConsentItem[]
}

const CARRIED: readonly ConsentItem[] = ['name', 'contact']

function coverOf(row: EncounterRow, given: GivenReferral): Cover {
  const said = SAID.find((each) => each === given.consent)
  if (said === undefined) throw new InvalidInputError([{ path: 'consent', code: 'immigration.choose' }])
  if (said === 'yes') return { basis: 'consent', items: CARRIED.filter((item) => given.carry.includes(item)) }
  if (given.ground === '') return { basis: 'no-identity', items: [] }
  const ground = EXCEPTION_GROUNDS.find((each) => each === given.ground)
  if (ground === undefined) throw new InvalidInputError([{ path: 'ground', code: 'immigration.choose' }])
  const decision = decideException({
    ground,
    facts: factsOf(row, given),
    need: 'safety-rescue',
    personSaid: said === 'no' ? 'no' : 'nothing',
  })
  if (decision.kind === 'refused')
    throw new RefusedError('immigration.exception-refused', [decision.why, ...decision.missing])
  return { basis: 'exception', ground, items: decision.items }
}

/** That a child is concerned is read from the interview, not from a tick; that a reason stands there, from the reason. */
function factsOf(row: EncounterRow, given: GivenReferral): ReadonlySet<ExceptionFact> {
  const facts = new Set(
    EXCEPTION_FACTS.filter(
      (fact) => fact !== 'child-concerned' && fact !== 'reason-written' && given.facts.includes(fact),
    ),
  )
  if (row.child === 'child' || row.child === 'perhaps') facts.add('child-concerned')
  if (given.because.trim().length >= 10) facts.add('reason-written')
  return facts
}

async function packOf(
  ctx: StaffContext,
  row: EncounterRow,
  given: GivenReferral,
  items: readonly ConsentItem[],
): Promise<SignsPackage> {
  const key = await loadKey(ctx, row.key_id)
  const seen = new Set<DeskSign>()
  for (const interview of await listInterviews(ctx, row.id)) {
    const { signs } = key.openJson<SealedInterview>(
      `desk_interviews.sealed/${interview.id}`,
      interview.sealed,
    )
    for (const sign of DESK_SIGNS) if (signs[sign] === 'seen') seen.add(sign)
  }
  const traveller = key.openJson<Traveller>(`desk_encounters.sealed/${row.id}`, row.sealed)
  const contact = given.contact.trim().slice(0, 200)
  const identity = items.length > 0
  return {
    signs: DESK_SIGNS.filter((sign) => seen.has(sign)),
    child: row.child,
    place: given.place.trim(),
    at: ctx.now.toISOString(),
    ...(items.includes('name') && traveller.name !== undefined && { name: traveller.name }),
    ...(items.includes('contact') && contact !== '' && { contact }),
    // Her own words may say who she is, so they go only where her name may go.
    ...(identity && given.wish.trim() !== '' && { wish: given.wish.trim().slice(0, 500) }),
    ...(given.ground !== '' && identity && { because: given.because.trim().slice(0, 1000) }),
  }
}

export type DeskReferral = {
  readonly id: string
  readonly version: number
  readonly state: DeskReferralRow['state']
  readonly basis: DeskReferralRow['basis']
  readonly exceptionGround: string | null
  readonly from: string
  readonly to: string
  readonly sentAt: Date
  readonly answerBy: Date
  readonly late: 'late' | 'in-time'
  readonly answeredAt: Date | null
  readonly rejectReason: string | null
  readonly pack: SignsPackage
}

export async function openReferral(ctx: StaffContext, row: DeskReferralRow): Promise<DeskReferral> {
  const key = await loadKey(ctx, row.key_id)
  return {
    id: row.id,
    version: row.version,
    state: row.state,
    basis: row.basis,
    exceptionGround: row.exception_ground,
    from: row.from_name,
    to: row.to_name,
    sentAt: row.created_at,
    answerBy: row.answer_by,
    late: row.state === 'requested' && row.answer_by < ctx.now ? 'late' : 'in-time',
    answeredAt: row.answered_at,
    rejectReason: row.reject_reason,
    pack: key.openJson<SignsPackage>(`desk_referrals.sealed/${row.id}`, row.sealed),
  }
}

export const RECEIVED_PAGE = 30

/** What desks offered to this body. The packages are opened, so each showing is recorded. */
export async function listReceivedSigns(
  ctx: StaffContext,
  page: number,
): Promise<{ readonly referrals: readonly DeskReferral[]; readonly total: number }> {
  allowed(ctx, 'referral.answer')
  const rows = await listReceived(ctx, ctx.actor.orgId, {
    offset: page * RECEIVED_PAGE,
    limit: RECEIVED_PAGE,
  })
  await writeAudit(ctx, {
    verb: 'desk.listed',
    subjectKind: 'desk-referral',
    details: { shown: rows.length },
  })
  const referrals: DeskReferral[] = []
  for (const row of rows) referrals.push(await openReferral(ctx, row))
  return { referrals, total: rows[0]?.total ?? 0 }
}

/** The receiving body takes it or says no with a reason; the desk then offers it to another. */
export async function answerSigns(
  ctx: StaffContext,
  at: { readonly id: string; readonly version: number },
  answer: { readonly decision: string; readonly reason: string },
): Promise<void> {
  allowed(ctx, 'referral.answer')
  const row = await findReferral(ctx, at.id)
  if (!row || row.to_org !== ctx.actor.orgId) throw new NotFoundError('desk-referral.not-found')
  const rejected = answer.decision === 'reject'
  if (!rejected && answer.decision !== 'accept')
    throw new InvalidInputError([{ path: 'decision', code: 'immigration.choose' }])
  const reason = REJECTION_REASONS.find((each) => each === answer.reason)
  if (rejected && reason === undefined)
    throw new InvalidInputError([{ path: 'reason', code: 'immigration.choose' }])
  if (row.state !== 'requested') throw new RefusedError('immigration.answered')
  const state = rejected ? 'rejected' : 'accepted'
  const done = await answerReferralRow(
    ctx,
    { id: row.id, version: at.version },
    { state, reject_reason: rejected ? reason! : null },
  )
  if (!done) throw new StaleVersionError('immigration.changed')
  await noteDesk(ctx, `desk.${state}`, { kind: 'desk-referral', id: row.id }, { from: row.org_id })
}
