import { sql } from 'kysely'
import type { Judged, MatchState } from '#src/domain/matches/judgements.ts'
import type { Context, StaffContext } from '#src/platform/db/context.ts'

export type MatchRow = Awaited<ReturnType<typeof listMatchRows>>[number]

/** Proposals whose records the reader may both see. */
export async function listMatchRows(
  ctx: Context,
  asked: { readonly states: readonly MatchState[]; readonly limit: number; readonly offset: number },
) {
  return ctx.tx
    .selectFrom('app.person_matches as m')
    .leftJoin('app.staff as s', 's.id', 'm.decided_by')
    .selectAll('m')
    .select('s.display_name as decided_name')
    .where('m.state', 'in', [...asked.states])
    .orderBy('m.verdict')
    .orderBy('m.chance', 'desc')
    .orderBy('m.id')
    .limit(asked.limit)
    .offset(asked.offset)
    .execute()
}

export async function countOpenMatches(ctx: Context): Promise<number> {
  const row = await ctx.tx
    .selectFrom('app.person_matches')
    .select(({ fn }) => fn.countAll<string>().as('n'))
    .where('state', '=', 'open')
    .executeTakeFirstOrThrow()
  return Number(row.n)
}

export async function findMatchRow(ctx: Context, id: string) {
  return ctx.tx
    .selectFrom('app.person_matches as m')
    .leftJoin('app.staff as s', 's.id', 'm.decided_by')
    .selectAll('m')
    .select('s.display_name as decided_name')
    .where('m.id', '=', id)
    .executeTakeFirst()
}

/** One judgement at a time in a body: two that are given at once must not join two NIK by halves. */
export async function holdJudgements(ctx: StaffContext): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`matches ${ctx.actor.orgId}`}, 0))`.execute(
    ctx.tx,
  )
}

export async function updateMatch(
  ctx: StaffContext,
  change: { readonly id: string; readonly version: number; readonly state: MatchState },
): Promise<boolean> {
  const done = await ctx.tx
    .updateTable('app.person_matches')
    .set({
      state: change.state,
      decided_by: ctx.actor.staffId,
      decided_at: ctx.now,
      version: change.version + 1,
    })
    .where('id', '=', change.id)
    .where('version', '=', change.version)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

export async function insertJudgement(
  ctx: StaffContext,
  row: {
    readonly id: string
    readonly matchId: string
    readonly leftId: string
    readonly rightId: string
    readonly judged: Judged
    readonly keyId: string
    readonly reasonSealed: Buffer
  },
): Promise<void> {
  await ctx.tx
    .insertInto('app.person_judgements')
    .values({
      id: row.id,
      created_at: ctx.now,
      match_id: row.matchId,
      org_id: ctx.actor.orgId,
      left_id: row.leftId,
      right_id: row.rightId,
      judged: row.judged,
      by_staff: ctx.actor.staffId,
      key_id: row.keyId,
      reason_sealed: row.reasonSealed,
    })
    .execute()
}

export async function listJudgementsOf(ctx: Context, matchId: string) {
  return ctx.tx
    .selectFrom('app.person_judgements as j')
    .innerJoin('app.staff as s', 's.id', 'j.by_staff')
    .select(['j.id', 'j.created_at', 'j.judged', 'j.key_id', 'j.reason_sealed', 's.display_name as by_name'])
    .where('j.match_id', '=', matchId)
    .orderBy('j.created_at')
    .orderBy('j.id')
    .execute()
}

/** Every judgement between two persons of the body, in the order given: clusters are worked out from them. */
export async function listPersonJudgements(ctx: StaffContext) {
  const rows = await ctx.tx
    .selectFrom('app.person_judgements as j')
    .innerJoin('app.person_matches as m', 'm.id', 'j.match_id')
    .select(['j.left_id', 'j.right_id', 'j.judged', 'j.match_id'])
    .where('j.org_id', '=', ctx.actor.orgId)
    .where('m.left_kind', '=', 'person')
    .orderBy('j.created_at')
    .orderBy('j.id')
    .execute()
  return rows.map((row) => ({
    left: row.left_id,
    right: row.right_id,
    judged: row.judged as Judged,
    matchId: row.match_id,
  }))
}

/** Cases of persons and reports, as far as the reader may open them. */
export async function listCasesOf(ctx: Context, personIds: readonly string[]) {
  if (personIds.length === 0) return []
  return ctx.tx
    .selectFrom('app.case_persons as p')
    .innerJoin('app.cases as c', 'c.id', 'p.case_id')
    .select(['p.person_id', 'p.tell_family', 'c.id as case_id', 'c.code', 'c.country', 'c.created_at'])
    .where('p.person_id', 'in', [...personIds])
    .orderBy('c.created_at', 'desc')
    .execute()
}

export async function findReportRows(ctx: Context, ids: readonly string[]) {
  if (ids.length === 0) return []
  return ctx.tx
    .selectFrom('app.reports as r')
    .leftJoin('app.cases as c', 'c.id', 'r.case_id')
    .select(['r.id', 'r.key_id', 'r.sealed', 'r.country', 'r.created_at', 'r.case_id', 'c.code'])
    .where('r.id', 'in', [...ids])
    .execute()
}

/** Which other body may know a person of this body; for supervisors. */
export async function listHintRows(ctx: Context, limit: number) {
  return ctx.tx
    .selectFrom('app.body_hints as h')
    .innerJoin('app.organisations as o', 'o.id', 'h.other_org')
    .select(['h.id', 'h.created_at', 'h.person_id', 'o.name_id', 'o.name_en'])
    .orderBy('h.id', 'desc')
    .limit(limit)
    .execute()
}
