import { sql } from 'kysely'
import type {
  TrackBlocker,
  TrackEnding,
  TrackKind,
  TrackPlace,
  TrackState,
} from '#src/domain/cases/tracks.ts'
import type { StaffContext } from '#src/platform/db/context.ts'

export type TrackRow = {
  readonly id: string
  readonly created_at: Date
  readonly case_id: string
  readonly kind: TrackKind
  readonly place: TrackPlace
  readonly owner_org: string
  readonly owner_name: string
  readonly owner_staff: string | null
  readonly officer: string | null
  readonly need_id: string | null
  readonly need_kind: string | null
  readonly offered_to: string | null
  readonly offered_name: string | null
  readonly state: TrackState
  readonly ended_as: TrackEnding | null
  readonly next_on: string | null
  readonly blocker: TrackBlocker
  readonly shared: boolean
  readonly key_id: string | null
  readonly sealed: Buffer | null
  readonly version: number
}

const columns = sql`
  t.id, t.created_at, t.case_id, t.kind, t.place, t.owner_org, o.short_name as owner_name, t.owner_staff,
  s.display_name as officer, t.need_id, n.kind as need_kind, t.offered_to, x.short_name as offered_name, t.state, t.ended_as,
  to_char(t.next_on, 'YYYY-MM-DD') as next_on, t.blocker, t.shared, t.key_id, t.sealed, t.version`
const joins = sql`
  app.tracks t join app.organisations o on o.id = t.owner_org
    left join app.organisations x on x.id = t.offered_to
    left join app.staff s on s.id = t.owner_staff
    left join app.needs n on n.id = t.need_id`

export async function selectTracks(ctx: StaffContext, caseId: string): Promise<readonly TrackRow[]> {
  const { rows } = await sql<TrackRow>`
    select ${columns} from ${joins} where t.case_id = ${caseId}
    order by t.state = 'ended', t.next_on nulls last, t.kind, t.place, t.id limit 200`.execute(ctx.tx)
  return rows
}

export async function findTrack(ctx: StaffContext, id: string): Promise<TrackRow | undefined> {
  const { rows } = await sql<TrackRow>`select ${columns} from ${joins} where t.id = ${id}`.execute(ctx.tx)
  return rows[0]
}

export type DueTrack = {
  readonly id: string
  readonly code: string
  readonly kind: TrackKind
  readonly place: TrackPlace
  readonly next_on: string
  readonly urgency: string
}

/** Tracks of my body whose day is not after `until`: mine and those of nobody. */
export async function selectDueTracks(ctx: StaffContext, until: string): Promise<readonly DueTrack[]> {
  const { orgId, staffId } = ctx.actor
  const { rows } = await sql<DueTrack>`
    select t.id, f.code, t.kind, t.place, to_char(t.next_on, 'YYYY-MM-DD') as next_on, f.urgency
    from app.tracks t join app.case_files f on f.case_id = t.case_id and f.org_id = t.owner_org
    where t.owner_org = ${orgId} and t.state <> 'ended' and t.next_on <= ${until}::date
      and (t.owner_staff is null or t.owner_staff = ${staffId})
    order by t.next_on limit 50`.execute(ctx.tx)
  return rows
}

export async function insertTrack(
  ctx: StaffContext,
  row: {
    readonly id: string
    readonly caseId: string
    readonly kind: TrackKind
    readonly place: TrackPlace
    readonly ownerOrg: string
    readonly needId: string | null
  },
): Promise<void> {
  await ctx.tx
    .insertInto('app.tracks')
    .values({
      id: row.id,
      created_at: ctx.now,
      case_id: row.caseId,
      opened_by_org: ctx.actor.orgId,
      kind: row.kind,
      place: row.place,
      owner_org: row.ownerOrg,
      owner_staff: row.ownerOrg === ctx.actor.orgId ? ctx.actor.staffId : null,
      need_id: row.needId,
    })
    .execute()
}

export type TrackChange = {
  readonly state?: TrackState
  readonly ended_as?: TrackEnding | null
  readonly ended_at?: Date | null
  readonly next_on?: string | null
  readonly blocker?: TrackBlocker
  readonly shared?: boolean
  readonly owner_staff?: string | null
  readonly owner_org?: string
  readonly offered_to?: string | null
  readonly offered_at?: Date | null
  readonly key_id?: string
  readonly sealed?: Buffer
}

/** False when somebody changed it after the version that the editor saw. */
export async function updateTrack(
  ctx: StaffContext,
  at: { readonly id: string; readonly version: number },
  change: TrackChange,
): Promise<boolean> {
  const done = await ctx.tx
    .updateTable('app.tracks')
    .set({ ...change, version: at.version + 1 })
    .where('id', '=', at.id)
    .where('version', '=', at.version)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

export type TrackStep = {
  readonly id: string
  readonly trackId: string
  readonly kind: 'opened' | 'changed' | 'offered' | 'accepted' | 'declined' | 'taken-back'
  readonly fromOrg?: string
  readonly toOrg?: string
  readonly fromState?: TrackState
  readonly toState?: TrackState
  readonly nextOn?: string | null
  readonly blocker?: TrackBlocker
  readonly sealed?: { readonly keyId: string; readonly words: Buffer }
}

export async function insertTrackStep(ctx: StaffContext, step: TrackStep): Promise<void> {
  await ctx.tx
    .insertInto('app.track_steps')
    .values({
      id: step.id,
      created_at: ctx.now,
      track_id: step.trackId,
      org_id: ctx.actor.orgId,
      by_staff: ctx.actor.staffId,
      kind: step.kind,
      from_org: step.fromOrg ?? null,
      to_org: step.toOrg ?? null,
      from_state: step.fromState ?? null,
      to_state: step.toState ?? null,
      next_on: step.nextOn ?? null,
      blocker: step.blocker ?? null,
      key_id: step.sealed?.keyId ?? null,
      sealed: step.sealed?.words ?? null,
    })
    .execute()
}

export type TrackStepRow = {
  readonly id: string
  readonly created_at: Date
  readonly track_id: string
  readonly kind: TrackStep['kind']
  readonly org_name: string
  readonly to_name: string | null
  readonly from_state: TrackState | null
  readonly to_state: TrackState | null
  readonly next_on: string | null
  readonly blocker: TrackBlocker | null
  readonly key_id: string | null
  readonly sealed: Buffer | null
}

/** The history of the tracks of a case, the newest first. */
export async function selectTrackSteps(ctx: StaffContext, caseId: string): Promise<readonly TrackStepRow[]> {
  const { rows } = await sql<TrackStepRow>`
    select p.id, p.created_at, p.track_id, p.kind, o.short_name as org_name, x.short_name as to_name, p.from_state, p.to_state,
           to_char(p.next_on, 'YYYY-MM-DD') as next_on, p.blocker, p.key_id, p.sealed
    from app.track_steps p join app.tracks t on t.id = p.track_id join app.organisations o on o.id = p.org_id
      left join app.organisations x on x.id = p.to_org
    where t.case_id = ${caseId} order by p.id desc limit 300`.execute(ctx.tx)
  return rows
}

/** Bodies to which a track of this case may be offered, as far as this reader knows them: owners of its needs, and the leading body. */
export async function selectTakers(
  ctx: StaffContext,
  caseId: string,
): Promise<readonly { readonly id: string; readonly short_name: string }[]> {
  const { rows } = await sql<{ id: string; short_name: string }>`
    select o.id, o.short_name from app.organisations o
    where o.id <> ${ctx.actor.orgId} and o.id in (
      select c.lead_org from app.cases c where c.id = ${caseId}
      union select n.owner_org from app.needs n join app.cases c on c.id = n.case_id
        where n.case_id = ${caseId} and c.lead_org = ${ctx.actor.orgId}
      union select t.owner_org from app.tracks t join app.cases c on c.id = t.case_id
        where t.case_id = ${caseId} and c.lead_org = ${ctx.actor.orgId})
    order by o.short_name`.execute(ctx.tx)
  return rows
}
