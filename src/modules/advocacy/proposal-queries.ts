import { sql } from 'kysely'
import type {
  Audience,
  EventKind,
  ProposalState,
  ProposalTopic,
  Stance,
} from '#src/domain/advocacy/proposal.ts'
import type { Context, StaffContext } from '#src/platform/db/context.ts'
import type { Recommendation } from '#src/platform/law/advocacy-files.ts'

export type ProposalRow = {
  readonly id: string
  readonly created_at: Date | null
  readonly org_id: string | null
  readonly ref: string | null
  readonly topic: ProposalTopic
  readonly title: string | null
  readonly change: string | null
  readonly to_whom: string | null
  readonly basis: readonly string[]
  readonly norms: readonly string[]
  readonly state: ProposalState
  readonly audience: Audience
  /** 0: a recommendation of the files that nobody has begun to work on. */
  readonly version: number
  readonly org_name: string | null
  readonly total: number
}

export type ProposalQuestion = {
  readonly id?: string
  readonly gapId?: string
  readonly state?: ProposalState
  readonly topic?: ProposalTopic
  readonly offset: number
  readonly limit: number
}

/** Proposals that this reader may know of, and the recommendations of the files that nobody has begun to work on. */
export async function selectProposals(
  ctx: StaffContext,
  reference: readonly Recommendation[],
  asked: ProposalQuestion,
): Promise<readonly ProposalRow[]> {
  const records = reference.map((each) => ({
    id: each.uuid,
    ref: each.id,
    topic: each.topic,
    state: each.state?.state ?? 'sent',
  }))
  const gapId = asked.gapId ?? null
  const { rows } = await sql<ProposalRow>`
    select x.*, count(*) over ()::int as total from (
      select p.id, p.created_at, p.org_id, p.ref, p.topic, p.title, p.change, p.to_whom, p.basis, p.norms, p.state,
             p.audience, p.version, o.short_name as org_name
      from app.proposals p left join app.organisations o on o.id = p.org_id
      union all
      select r.id, null, null, r.ref, r.topic, null, null, null, '{}', '{}', r.state, 'public', 0, null
      from jsonb_to_recordset(${JSON.stringify(records)}::jsonb) as r(id uuid, ref text, topic text, state text)
      where not exists (select 1 from app.proposals p where p.id = r.id)
    ) x
    where (${asked.id ?? null}::uuid is null or x.id = ${asked.id ?? null}::uuid)
      and (${gapId}::uuid is null
           or exists (select 1 from app.proposal_gaps l where l.proposal_id = x.id and l.gap_id = ${gapId}::uuid))
      and (${asked.state ?? null}::text is null or x.state = ${asked.state ?? null}::text)
      and (${asked.topic ?? null}::text is null or x.topic = ${asked.topic ?? null}::text)
    order by x.created_at desc nulls last, x.ref, x.id desc offset ${asked.offset} limit ${asked.limit}
  `.execute(ctx.tx)
  return rows
}

export type ProposalFields = {
  readonly topic: ProposalTopic
  readonly title: string
  readonly change: string
  readonly to_whom: string
  readonly basis: readonly string[]
  readonly norms: readonly string[]
}

/** False when it is there already: two people began at once. */
export async function insertProposal(
  ctx: StaffContext,
  row: {
    readonly id: string
    readonly ref: string | null
    readonly topic: ProposalTopic
    readonly state: ProposalState
    readonly fields: ProposalFields | null
  },
): Promise<boolean> {
  const { fields } = row
  const added = await ctx.tx
    .insertInto('app.proposals')
    .values({
      id: row.id,
      created_at: ctx.now,
      org_id: ctx.actor.orgId,
      created_by: ctx.actor.staffId,
      ref: row.ref,
      topic: row.topic,
      state: row.state,
      ...(row.ref !== null && row.state !== 'draft' && { audience: 'public' }),
      ...(fields && { ...fields, basis: [...fields.basis], norms: [...fields.norms] }),
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return added.numInsertedOrUpdatedRows === 1n
}

/** False when somebody changed it after the version that the editor saw. */
export async function updateProposal(
  ctx: StaffContext,
  at: { readonly id: string; readonly version: number },
  change: Partial<ProposalFields> & { readonly state?: ProposalState; readonly audience?: Audience },
): Promise<boolean> {
  const { basis, norms, ...rest } = change
  const done = await ctx.tx
    .updateTable('app.proposals')
    .set({
      ...rest,
      ...(basis && { basis: [...basis] }),
      ...(norms && { norms: [...norms] }),
      version: at.version + 1,
    })
    .where('id', '=', at.id)
    .where('version', '=', at.version)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

export async function selectLinkedGaps(ctx: StaffContext, proposalId: string): Promise<readonly string[]> {
  const rows = await ctx.tx
    .selectFrom('app.proposal_gaps')
    .select('gap_id')
    .where('proposal_id', '=', proposalId)
    .execute()
  return rows.map((row) => row.gap_id)
}

export async function replaceLinkedGaps(
  ctx: StaffContext,
  proposalId: string,
  gapIds: readonly string[],
): Promise<void> {
  await ctx.tx.deleteFrom('app.proposal_gaps').where('proposal_id', '=', proposalId).execute()
  if (gapIds.length === 0) return
  await ctx.tx
    .insertInto('app.proposal_gaps')
    .values([...new Set(gapIds)].map((gapId) => ({ proposal_id: proposalId, gap_id: gapId })))
    .execute()
}

export type EventRow = {
  readonly id: string
  readonly created_at: Date
  readonly kind: EventKind
  readonly held_on: string | null
  readonly body: string | null
  readonly stance: Stance | null
  readonly agenda: string | null
  readonly attendance: string | null
  readonly outcome: string | null
  readonly decisions: string | null
  readonly next_on: string | null
  readonly words: string | null
  readonly source: string | null
  readonly from_code: string | null
  readonly to_code: string | null
  readonly audience: Audience
  readonly org_name: string | null
}

export type NewEventRow = Omit<EventRow, 'created_at' | 'org_name'> & { readonly proposal_id: string }

export async function insertEvent(ctx: StaffContext, row: NewEventRow): Promise<void> {
  await ctx.tx
    .insertInto('app.proposal_events')
    .values({
      ...row,
      held_on: row.held_on,
      next_on: row.next_on,
      created_at: ctx.now,
      org_id: ctx.actor.orgId,
      by_staff: ctx.actor.staffId,
    })
    .execute()
}

const MOST_EVENTS = 300

export async function selectEvents(ctx: StaffContext, proposalId: string): Promise<readonly EventRow[]> {
  const { rows } = await sql<EventRow>`
    select e.id, e.created_at, e.kind, to_char(e.held_on, 'YYYY-MM-DD') as held_on, e.body, e.stance, e.agenda,
           e.attendance, e.outcome, e.decisions, to_char(e.next_on, 'YYYY-MM-DD') as next_on, e.words, e.source,
           e.from_code, e.to_code, e.audience, o.short_name as org_name
    from app.proposal_events e left join app.organisations o on o.id = e.org_id
    where e.proposal_id = ${proposalId} order by e.id desc limit ${MOST_EVENTS}
  `.execute(ctx.tx)
  return rows
}

const MOST_PUBLIC = 500

export type PublicProposalRow = Pick<
  ProposalRow,
  'id' | 'ref' | 'topic' | 'title' | 'change' | 'to_whom' | 'basis' | 'state'
> & { readonly org_name: string | null }

/** What anybody may read. Their policies leave out everything that is not public. */
export async function selectPublicProposals(ctx: Context): Promise<readonly PublicProposalRow[]> {
  const { rows } = await sql<PublicProposalRow>`
    select p.id, p.ref, p.topic, p.title, p.change, p.to_whom, p.basis, p.state, o.short_name as org_name
    from app.proposals p left join app.organisations o on o.id = p.org_id
    where p.audience = 'public' or p.ref is not null
    order by p.created_at desc limit ${MOST_PUBLIC}
  `.execute(ctx.tx)
  return rows
}

/** The obstacles of what anybody may read. */
export function selectPublicGapLinks(ctx: Context) {
  return ctx.tx.selectFrom('app.proposal_gaps').select(['proposal_id', 'gap_id']).limit(MOST_PUBLIC).execute()
}

export type PublicEventRow = {
  readonly proposal_id: string
  readonly kind: 'consultation' | 'position' | 'response'
  readonly held_on: string
  readonly body: string | null
  readonly stance: Stance | null
  readonly words: string | null
  readonly outcome: string | null
  readonly source: string | null
}

export async function selectPublicEvents(ctx: Context): Promise<readonly PublicEventRow[]> {
  const { rows } = await sql<PublicEventRow>`
    select e.proposal_id, e.kind, to_char(e.held_on, 'YYYY-MM-DD') as held_on, e.body, e.stance, e.words, e.outcome, e.source
    from app.proposal_events e where e.audience = 'public' and e.kind <> 'state'
    order by e.held_on desc, e.id desc limit ${MOST_PUBLIC}
  `.execute(ctx.tx)
  return rows
}
