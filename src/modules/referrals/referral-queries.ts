import { sql } from 'kysely'
import type { Selectable } from 'kysely'
import type { Context } from '#src/platform/db/context.ts'
import type { AppNeeds, AppReferrals } from '#src/platform/db/schema.generated.ts'
import { RefusedError } from '#src/platform/errors.ts'

export type NeedRow = Selectable<AppNeeds>
export type ReferralRow = Omit<Selectable<AppReferrals>, 'package_sealed'>

/** Everything of a referral but its package. */
export const REFERRAL_COLUMNS = [
  'id',
  'created_at',
  'code',
  'case_id',
  'need_id',
  'need_kind',
  'from_org',
  'to_org',
  'by_staff',
  'state',
  'urgency',
  'urgency_rank',
  'remind_at',
  'escalate_at',
  'due_at',
  'reminded_at',
  'escalated_at',
  'opened_at',
  'opened_by',
  'decided_at',
  'decided_by',
  'ended_because',
  'consent_basis',
  'exception_ground',
  'exception_review_due',
  'exception_reviewed_by',
  'exception_reviewed_at',
  'exception_review',
  'person_told_at',
  'previous_referral',
  'tried_orgs',
  'key_id',
  'package_digest',
  'words_sealed',
  'expires_at',
  'nudged_at',
  'stopped_at',
  'stop_acknowledged_at',
  'stop_acknowledged_by',
  'hand_over_id',
  'abroad_ground',
  'version',
] as const

/** The need under a lock: whoever comes second waits, then sees what the first did. */
export async function lockNeed(ctx: Context, id: string): Promise<NeedRow | undefined> {
  return ctx.tx.selectFrom('app.needs').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
}

export async function updateNeed(
  ctx: Context,
  id: string,
  change: Partial<Pick<NeedRow, 'state' | 'owner_org' | 'urgency' | 'ended_at'>>,
): Promise<void> {
  await ctx.tx
    .updateTable('app.needs')
    .set({ ...change, version: sql`version + 1` })
    .where('id', '=', id)
    .execute()
}

export async function insertNeed(
  ctx: Context,
  need: Pick<
    NeedRow,
    | 'id'
    | 'case_id'
    | 'person_id'
    | 'kind'
    | 'state'
    | 'owner_org'
    | 'opened_by_org'
    | 'urgency'
    | 'split_from'
  > &
    Partial<Pick<NeedRow, 'key_id' | 'sealed'>>,
): Promise<void> {
  await ctx.tx
    .insertInto('app.needs')
    .values({ ...need, created_at: ctx.now })
    .execute()
}

export async function lockReferral(ctx: Context, id: string): Promise<ReferralRow | undefined> {
  return ctx.tx
    .selectFrom('app.referrals')
    .select(REFERRAL_COLUMNS)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
}

export async function findReferral(ctx: Context, id: string): Promise<ReferralRow | undefined> {
  return ctx.tx.selectFrom('app.referrals').select(REFERRAL_COLUMNS).where('id', '=', id).executeTakeFirst()
}

export async function findReferralByCode(ctx: Context, code: string): Promise<ReferralRow | undefined> {
  return ctx.tx
    .selectFrom('app.referrals')
    .select(REFERRAL_COLUMNS)
    .where('code', '=', code)
    .executeTakeFirst()
}

export async function findPackage(ctx: Context, id: string): Promise<Buffer | undefined> {
  const row = await ctx.tx
    .selectFrom('app.referrals')
    .select('package_sealed')
    .where('id', '=', id)
    .executeTakeFirst()
  return row?.package_sealed
}

export type NewReferral = Pick<
  ReferralRow,
  | 'id'
  | 'code'
  | 'case_id'
  | 'need_id'
  | 'from_org'
  | 'to_org'
  | 'by_staff'
  | 'urgency'
  | 'remind_at'
  | 'escalate_at'
  | 'due_at'
  | 'consent_basis'
  | 'exception_ground'
  | 'exception_review_due'
  | 'previous_referral'
  | 'tried_orgs'
  | 'key_id'
  | 'package_digest'
  | 'words_sealed'
  | 'expires_at'
> & {
  readonly package_sealed: Buffer
  readonly hand_over_id?: string | null
  readonly abroad_ground?: string | null
}

export async function insertReferral(ctx: Context, referral: NewReferral): Promise<void> {
  await ctx.tx
    .insertInto('app.referrals')
    .values({ ...referral, created_at: ctx.now })
    .execute()
    .catch((error: unknown) => {
      // The restriction came between the look at it and this row.
      if ((error as { code?: unknown }).code === RESTRICTED)
        throw new RefusedError('referral.restricted', ['restriction'])
      throw error
    })
}

/** SQLSTATE of the trigger refuse_restricted. */
const RESTRICTED = 'PR001'

/** Did the person restrict the use of these data (UU 27/2022 art 41)? Nobody else gets them then, but for an exception. */
export async function isRestricted(ctx: Context, caseId: string): Promise<boolean> {
  const answer = await sql<{ is: boolean }>`select app.is_restricted(${caseId}) as is`.execute(ctx.tx)
  return answer.rows[0]!.is
}

/** Compare-and-set: changes only while the state is still the one that was read. */
export async function moveReferral(
  ctx: Context,
  row: ReferralRow,
  to: string,
  change: Partial<ReferralRow> = {},
): Promise<boolean> {
  const result = await ctx.tx
    .updateTable('app.referrals')
    .set({ ...change, state: to, version: sql`version + 1` })
    .where('id', '=', row.id)
    .where('state', '=', row.state)
    .where('version', '=', row.version)
    .executeTakeFirst()
  return Number(result.numUpdatedRows) === 1
}

export async function setReferral(
  ctx: Context,
  id: string,
  change: Partial<
    Pick<
      ReferralRow,
      | 'reminded_at'
      | 'escalated_at'
      | 'exception_reviewed_by'
      | 'exception_reviewed_at'
      | 'exception_review'
      | 'person_told_at'
      | 'nudged_at'
      | 'stopped_at'
      | 'stop_acknowledged_at'
      | 'stop_acknowledged_by'
    >
  >,
): Promise<void> {
  await ctx.tx.updateTable('app.referrals').set(change).where('id', '=', id).execute()
}

/**
 * Offers whose clock passed a point that nobody marked yet; other processes skip them while this transaction lasts. What came
 * from another installation ends there, not here; its reminders are ours.
 */
export async function takeTimedOffers(ctx: Context, limit: number): Promise<readonly ReferralRow[]> {
  const elsewhere = ctx.tx.selectFrom('app.organisations').select('id').where('partner_id', 'is not', null)
  return ctx.tx
    .selectFrom('app.referrals')
    .select(REFERRAL_COLUMNS)
    .where('state', 'in', ['requested', 'received'])
    .where(({ or, eb, and }) =>
      or([
        and([eb('due_at', '<=', ctx.now), eb('from_org', 'not in', elsewhere)]),
        and([eb('escalate_at', '<=', ctx.now), eb('escalated_at', 'is', null)]),
        and([eb('remind_at', '<=', ctx.now), eb('reminded_at', 'is', null)]),
      ]),
    )
    .orderBy('due_at')
    .limit(limit)
    .forUpdate()
    .skipLocked()
    .execute()
}

export type ReferralFilter = {
  readonly side: 'received' | 'sent'
  readonly states?: readonly string[]
  readonly page: number
  readonly pageSize: number
}

/** Is this the last that happened to the need? A job that runs twice must not undo what came after. */
export async function isNewestOffer(ctx: Context, row: ReferralRow): Promise<boolean> {
  const later = await ctx.tx
    .selectFrom('app.referrals')
    .select('id')
    .where('need_id', '=', row.need_id)
    .where(({ or, eb }) => or([eb('created_at', '>', row.created_at), eb('previous_referral', '=', row.id)]))
    .limit(1)
    .executeTakeFirst()
  return later === undefined
}

export async function isSplitSince(ctx: Context, needId: string, since: Date): Promise<boolean> {
  const row = await ctx.tx
    .selectFrom('app.needs')
    .select('id')
    .where('split_from', '=', needId)
    .where('created_at', '>=', since)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** My organisation's side of the referrals, most urgent and nearest clock first. */
export async function listReferrals(
  ctx: Context,
  orgId: string,
  filter: ReferralFilter,
): Promise<readonly ReferralRow[]> {
  let query = ctx.tx
    .selectFrom('app.referrals')
    .select(REFERRAL_COLUMNS)
    .where(filter.side === 'received' ? 'to_org' : 'from_org', '=', orgId)
  if (filter.states) query = query.where('state', 'in', [...filter.states])
  return query
    .orderBy((eb) => eb('state', 'not in', ['requested', 'received']))
    .orderBy('urgency_rank')
    .orderBy('due_at')
    .orderBy('id')
    .limit(filter.pageSize + 1)
    .offset(filter.page * filter.pageSize)
    .execute()
}

export async function listReferralsOfCase(ctx: Context, caseId: string): Promise<readonly ReferralRow[]> {
  return ctx.tx
    .selectFrom('app.referrals')
    .select(REFERRAL_COLUMNS)
    .where('case_id', '=', caseId)
    .orderBy('created_at')
    .execute()
}

export async function countReferrals(
  ctx: Context,
  orgId: string,
  side: 'received' | 'sent',
  states: readonly string[],
): Promise<number> {
  const row = await ctx.tx
    .selectFrom('app.referrals')
    .select(({ fn }) => fn.countAll<string>().as('n'))
    .where(side === 'received' ? 'to_org' : 'from_org', '=', orgId)
    .where('state', 'in', [...states])
    .executeTakeFirstOrThrow()
  return Number(row.n)
}

/** Exceptions without consent that a second person of my organisation has not reviewed. */
export async function listExceptionsToReview(ctx: Context, orgId: string): Promise<readonly ReferralRow[]> {
  return ctx.tx
    .selectFrom('app.referrals')
    .select(REFERRAL_COLUMNS)
    .where('from_org', '=', orgId)
    .where('consent_basis', '=', 'exception')
    .where('exception_reviewed_at', 'is', null)
    .orderBy('exception_review_due')
    .limit(100)
    .execute()
}

/** The next number of an organisation's referrals this year, without a race: R-JHB-2026-0007. */
export async function nextReferralNumber(ctx: Context, orgId: string, year: number): Promise<number> {
  const row = await sql<{ last: number }>`
    insert into app.referral_numbers (org_id, year, last) values (${orgId}, ${year}, 1)
    on conflict (org_id, year) do update set last = referral_numbers.last + 1 returning last`.execute(ctx.tx)
  return row.rows[0]!.last
}

/** The receiver's own file on the case begins with the accepted need. */
export async function openFileFor(
  ctx: Context,
  caseId: string,
  orgId: string,
  assignee: string | null,
): Promise<void> {
  await ctx.tx
    .insertInto('app.case_files')
    .values({
      case_id: caseId,
      org_id: orgId,
      created_at: ctx.now,
      assignee,
      touched_at: ctx.now,
      code: '',
      case_state: '',
      urgency: '',
      case_types: [],
      phase: '',
      protected: false,
      touches_child: false,
    })
    .onConflict((conflict) => conflict.columns(['case_id', 'org_id']).doNothing())
    .execute()
}

const ORG_COLUMNS = [
  'id',
  'slug',
  'kind',
  'name_id',
  'name_en',
  'short_name',
  'code_prefix',
  'time_zone',
  'country',
  'district',
  'parent_id',
] as const

export async function findOrg(ctx: Context, id: string) {
  return ctx.tx.selectFrom('app.organisations').select(ORG_COLUMNS).where('id', '=', id).executeTakeFirst()
}
export type OrgRow = NonNullable<Awaited<ReturnType<typeof findOrg>>>

export async function listOrgs(ctx: Context): Promise<readonly OrgRow[]> {
  return ctx.tx
    .selectFrom('app.organisations')
    .select(ORG_COLUMNS)
    .where('active', '=', true)
    .orderBy('short_name')
    .execute()
}
