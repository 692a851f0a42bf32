import { sql } from 'kysely'
import type { Insertable, Selectable } from 'kysely'
import type { Childhood, SignsState } from '#src/domain/immigration/signs.ts'
import type { EncounterEnd, FollowUpKind } from '#src/domain/immigration/codes.ts'
import type { GroundCode } from '#src/domain/immigration/grounds.ts'
import type { Context, StaffContext } from '#src/platform/db/context.ts'
import type {
  AppDeskActs,
  AppDeskEncounters,
  AppDeskFollowUps,
  AppDeskInterviews,
} from '#src/platform/db/schema.generated.ts'

export type EncounterRow = Omit<Selectable<AppDeskEncounters>, 'signs' | 'child' | 'closed_as'> & {
  readonly signs: SignsState
  readonly child: Childhood
  readonly closed_as: EncounterEnd | null
}
export type InterviewRow = Selectable<AppDeskInterviews> & { readonly by_name: string | null }
export type ActRow = Omit<Selectable<AppDeskActs>, 'ground'> & {
  readonly ground: GroundCode
  readonly by_name: string | null
  readonly org_name: string
}
export type FollowUpRow = Omit<Selectable<AppDeskFollowUps>, 'kind' | 'due_on'> & {
  readonly kind: FollowUpKind
  readonly due_on: string
}

export async function insertEncounter(
  ctx: StaffContext,
  row: Pick<Insertable<AppDeskEncounters>, 'id' | 'signs' | 'child' | 'document_hash' | 'key_id' | 'sealed'>,
): Promise<void> {
  const { orgId, staffId } = ctx.actor
  await ctx.tx
    .insertInto('app.desk_encounters')
    .values({ ...row, created_at: ctx.now, org_id: orgId, by_staff: staffId })
    .execute()
}

/** Locked until the transaction ends: acts, referrals and later interviews of one traveller wait for each other. */
export async function lockEncounter(ctx: StaffContext, id: string): Promise<EncounterRow | undefined> {
  const row = await ctx.tx
    .selectFrom('app.desk_encounters')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row as EncounterRow | undefined
}

export async function findEncounter(ctx: Context, id: string): Promise<EncounterRow | undefined> {
  const row = await ctx.tx
    .selectFrom('app.desk_encounters')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
  return row as EncounterRow | undefined
}

export async function setEncounter(
  ctx: StaffContext,
  seen: { readonly id: string; readonly version: number },
  change: Partial<
    Pick<EncounterRow, 'signs' | 'child' | 'state' | 'closed_as' | 'closed_at' | 'document_hash' | 'sealed'>
  >,
): Promise<boolean> {
  const done = await ctx.tx
    .updateTable('app.desk_encounters')
    .set({ ...change, version: seen.version + 1 })
    .where('id', '=', seen.id)
    .where('version', '=', seen.version)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

export type EncounterLine = Pick<
  EncounterRow,
  'id' | 'created_at' | 'state' | 'closed_as' | 'signs' | 'child' | 'key_id' | 'sealed'
> & {
  readonly ground: GroundCode | null
  readonly referral: string | null
  readonly referral_late: boolean
  readonly total: number
}

export type EncounterFilter = {
  readonly offset: number
  readonly limit: number
  readonly only?: 'open' | 'signs' | 'written'
  readonly document?: Buffer
}

/** Newest first; what the policies hide is not counted. */
export async function listEncounterRows(
  ctx: Context,
  orgId: string,
  filter: EncounterFilter,
): Promise<readonly EncounterLine[]> {
  let asked = ctx.tx
    .selectFrom('app.desk_encounters as e')
    .select(['e.id', 'e.created_at', 'e.state', 'e.closed_as', 'e.signs', 'e.child', 'e.key_id', 'e.sealed'])
    .select((eb) => [
      eb
        .selectFrom('app.desk_acts as a')
        .select('a.ground')
        .whereRef('a.encounter_id', '=', 'e.id')
        .orderBy('a.id', 'desc')
        .limit(1)
        .as('ground'),
      eb
        .selectFrom('app.desk_referrals as r')
        .select('r.state')
        .whereRef('r.encounter_id', '=', 'e.id')
        .orderBy('r.id', 'desc')
        .limit(1)
        .as('referral'),
      sql<boolean>`exists (select 1 from app.desk_referrals r where r.encounter_id = e.id and r.state = 'requested' and r.answer_by < ${ctx.now})`.as(
        'referral_late',
      ),
      sql<number>`count(*) over ()::int`.as('total'),
    ])
    .where('e.org_id', '=', orgId)
  if (filter.only === 'open') asked = asked.where('e.state', '=', 'open')
  if (filter.only === 'signs') asked = asked.where('e.signs', '=', 'seen')
  if (filter.only === 'written')
    asked = asked.where(({ exists, selectFrom }) =>
      exists(selectFrom('app.desk_acts as a').select('a.id').whereRef('a.encounter_id', '=', 'e.id')),
    )
  if (filter.document) asked = asked.where('e.document_hash', '=', filter.document)
  const rows = await asked.orderBy('e.id', 'desc').offset(filter.offset).limit(filter.limit).execute()
  return rows as readonly EncounterLine[]
}

export async function insertInterview(
  ctx: StaffContext,
  row: Omit<Insertable<AppDeskInterviews>, 'created_at' | 'org_id' | 'by_staff'>,
): Promise<void> {
  const { orgId, staffId } = ctx.actor
  await ctx.tx
    .insertInto('app.desk_interviews')
    .values({ ...row, created_at: ctx.now, org_id: orgId, by_staff: staffId })
    .execute()
}

export async function listInterviews(ctx: Context, encounterId: string): Promise<readonly InterviewRow[]> {
  return ctx.tx
    .selectFrom('app.desk_interviews as i')
    .leftJoin('app.staff as s', 's.id', 'i.by_staff')
    .selectAll('i')
    .select('s.display_name as by_name')
    .where('i.encounter_id', '=', encounterId)
    .orderBy('i.number')
    .execute()
}

export async function insertAct(
  ctx: StaffContext,
  row: Omit<Insertable<AppDeskActs>, 'created_at' | 'org_id' | 'by_staff'>,
): Promise<void> {
  const { orgId, staffId } = ctx.actor
  await ctx.tx
    .insertInto('app.desk_acts')
    .values({ ...row, created_at: ctx.now, org_id: orgId, by_staff: staffId })
    .execute()
}

function acts(ctx: Context) {
  return ctx.tx
    .selectFrom('app.desk_acts as a')
    .innerJoin('app.organisations as o', 'o.id', 'a.org_id')
    .leftJoin('app.staff as s', 's.id', 'a.by_staff')
    .selectAll('a')
    .select(['s.display_name as by_name', 'o.name_id as org_name'])
}

export async function listActs(ctx: Context, encounterId: string): Promise<readonly ActRow[]> {
  const rows = await acts(ctx).where('a.encounter_id', '=', encounterId).orderBy('a.id').execute()
  return rows as readonly ActRow[]
}

export async function findAct(ctx: Context, id: string): Promise<ActRow | undefined> {
  return (await acts(ctx).where('a.id', '=', id).executeTakeFirst()) as ActRow | undefined
}

export async function findActByHash(ctx: Context, hash: Buffer): Promise<ActRow | undefined> {
  return (await acts(ctx).where('a.slip_hash', '=', hash).executeTakeFirst()) as ActRow | undefined
}

/** Acts that were written without a referral get the one that came now. */
export async function nameReferral(
  ctx: StaffContext,
  encounterId: string,
  referralId: string,
): Promise<void> {
  await ctx.tx
    .updateTable('app.desk_acts')
    .set({ referral_id: referralId })
    .where('encounter_id', '=', encounterId)
    .where('referral_id', 'is', null)
    .execute()
}

export async function insertFollowUp(
  ctx: StaffContext,
  row: Pick<Insertable<AppDeskFollowUps>, 'id' | 'encounter_id' | 'kind' | 'due_on' | 'key_id' | 'sealed'>,
): Promise<void> {
  const { orgId, staffId } = ctx.actor
  await ctx.tx
    .insertInto('app.desk_follow_ups')
    .values({ ...row, created_at: ctx.now, org_id: orgId, by_staff: staffId })
    .execute()
}

function followUps(ctx: Context) {
  return ctx.tx
    .selectFrom('app.desk_follow_ups as f')
    .selectAll('f')
    .select(sql<string>`f.due_on::text`.as('due_on'))
}

export async function listFollowUpsOf(ctx: Context, encounterId: string): Promise<readonly FollowUpRow[]> {
  const rows = await followUps(ctx).where('f.encounter_id', '=', encounterId).orderBy('f.id').execute()
  return rows as unknown as readonly FollowUpRow[]
}

/** Open ones, the earliest first. */
export async function listOpenFollowUps(
  ctx: Context,
  orgId: string,
  paging: { readonly offset: number; readonly limit: number },
): Promise<readonly (FollowUpRow & { readonly total: number })[]> {
  const rows = await followUps(ctx)
    .select(sql<number>`count(*) over ()::int`.as('total'))
    .where('f.org_id', '=', orgId)
    .where('f.done_at', 'is', null)
    .orderBy('f.due_on')
    .orderBy('f.id')
    .offset(paging.offset)
    .limit(paging.limit)
    .execute()
  return rows as unknown as readonly (FollowUpRow & { readonly total: number })[]
}

export async function findFollowUp(ctx: Context, id: string): Promise<FollowUpRow | undefined> {
  return (await followUps(ctx).where('f.id', '=', id).executeTakeFirst()) as unknown as
    FollowUpRow | undefined
}

export async function endFollowUp(
  ctx: StaffContext,
  seen: { readonly id: string; readonly version: number },
  end: { readonly outcome: string; readonly sealed: Buffer },
): Promise<boolean> {
  const done = await ctx.tx
    .updateTable('app.desk_follow_ups')
    .set({
      ...end,
      done_at: ctx.now,
      done_by: ctx.actor.staffId,
      version: seen.version + 1,
    })
    .where('id', '=', seen.id)
    .where('version', '=', seen.version)
    .where('done_at', 'is', null)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}
