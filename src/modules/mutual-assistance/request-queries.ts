import { sql } from 'kysely'
import type {
  Applicant,
  Channel,
  RefusalGround,
  RequestKind,
  RequestState,
} from '#src/domain/mutual-assistance/codes.ts'
import type { StaffContext } from '#src/platform/db/context.ts'

export type RequestRow = {
  readonly id: string
  readonly created_at: Date
  readonly case_id: string
  readonly code: string
  readonly track_id: string | null
  readonly kind: RequestKind
  readonly channel: Channel
  readonly applicant: Applicant
  readonly country: string
  readonly state: RequestState
  readonly refused_ground: RefusalGround | null
  readonly missing: number
  readonly remind_on: string | null
  readonly key_id: string
  readonly sealed: Buffer
  readonly version: number
}

export type RequestQuestion = {
  readonly id?: string
  readonly code?: string
  readonly state?: RequestState
  readonly kind?: RequestKind
  /** Only what waits for somebody up to this day. */
  readonly remindUntil?: string
}

/** Requests of my body in cases that I may open; the nearest reminder first. */
export async function selectRequests(
  ctx: StaffContext,
  asked: RequestQuestion,
): Promise<readonly RequestRow[]> {
  const or = (value: string | undefined) => value ?? null
  const { rows } = await sql<RequestRow>`
    select r.id, r.created_at, r.case_id, f.code, r.track_id, r.kind, r.channel, r.applicant, r.country, r.state,
           r.refused_ground, r.missing, to_char(r.remind_on, 'YYYY-MM-DD') as remind_on, r.key_id, r.sealed, r.version
    from app.assistance_requests r join app.case_files f on f.case_id = r.case_id and f.org_id = r.org_id
    where r.org_id = ${ctx.actor.orgId}
      and (${or(asked.id)}::uuid is null or r.id = ${or(asked.id)}::uuid)
      and (${or(asked.code)}::text is null or f.code = ${or(asked.code)}::text)
      and (${or(asked.state)}::text is null or r.state = ${or(asked.state)}::text)
      and (${or(asked.kind)}::text is null or r.kind = ${or(asked.kind)}::text)
      and (${or(asked.remindUntil)}::date is null or r.remind_on <= ${or(asked.remindUntil)}::date)
    order by r.remind_on nulls last, r.created_at desc, r.id limit 200`.execute(ctx.tx)
  return rows
}

export type NewRequestRow = Pick<
  RequestRow,
  'id' | 'case_id' | 'track_id' | 'kind' | 'channel' | 'applicant' | 'country'
> & {
  readonly missing: number
  readonly remind_on: string | null
  readonly key_id: string
  readonly sealed: Buffer
}

export async function insertRequest(ctx: StaffContext, row: NewRequestRow): Promise<void> {
  await ctx.tx
    .insertInto('app.assistance_requests')
    .values({ ...row, created_at: ctx.now, org_id: ctx.actor.orgId, by_staff: ctx.actor.staffId })
    .execute()
}

export type RequestChange = Partial<
  Pick<
    RequestRow,
    | 'track_id'
    | 'channel'
    | 'applicant'
    | 'country'
    | 'state'
    | 'refused_ground'
    | 'missing'
    | 'remind_on'
    | 'sealed'
  >
>

/** False when somebody changed it after the version that the editor saw. */
export async function updateRequest(
  ctx: StaffContext,
  at: { readonly id: string; readonly version: number },
  change: RequestChange,
): Promise<boolean> {
  const done = await ctx.tx
    .updateTable('app.assistance_requests')
    .set({ ...change, version: at.version + 1 })
    .where('id', '=', at.id)
    .where('version', '=', at.version)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

export type RequestStep = {
  readonly id: string
  readonly requestId: string
  readonly kind: 'created' | 'edited' | 'state'
  readonly from: RequestState | null
  readonly to: RequestState
  readonly on: string
  readonly ground: RefusalGround | null
  readonly sealed: { readonly keyId: string; readonly words: Buffer } | null
}

export async function insertRequestStep(ctx: StaffContext, step: RequestStep): Promise<void> {
  await ctx.tx
    .insertInto('app.assistance_steps')
    .values({
      id: step.id,
      created_at: ctx.now,
      request_id: step.requestId,
      org_id: ctx.actor.orgId,
      by_staff: ctx.actor.staffId,
      kind: step.kind,
      from_state: step.from,
      to_state: step.to,
      happened_on: step.on,
      ground: step.ground,
      key_id: step.sealed?.keyId ?? null,
      sealed: step.sealed?.words ?? null,
    })
    .execute()
}

export type RequestStepRow = {
  readonly id: string
  readonly created_at: Date
  readonly kind: RequestStep['kind']
  readonly to_state: RequestState
  readonly happened_on: string
  readonly ground: RefusalGround | null
  readonly officer: string | null
  readonly key_id: string | null
  readonly sealed: Buffer | null
}

export async function selectRequestSteps(
  ctx: StaffContext,
  requestId: string,
): Promise<readonly RequestStepRow[]> {
  const { rows } = await sql<RequestStepRow>`
    select s.id, s.created_at, s.kind, s.to_state, to_char(s.happened_on, 'YYYY-MM-DD') as happened_on, s.ground,
           p.display_name as officer, s.key_id, s.sealed
    from app.assistance_steps s left join app.staff p on p.id = s.by_staff
    where s.request_id = ${requestId} order by s.id desc limit 200`.execute(ctx.tx)
  return rows
}
