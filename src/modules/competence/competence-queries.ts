import { sql } from 'kysely'
import type { StaffContext } from '#src/platform/db/context.ts'

export type FindingRow = {
  readonly kind: 'overlap' | 'hole'
  readonly need: string
  readonly place: string
  readonly rules: readonly string[]
  readonly phase: string
  readonly personKind: string
  readonly bodies: readonly string[]
  readonly asOf: string
  readonly rulebookVersion: string
}

/** The finding and, behind need to know, the case that showed it; false when this case has shown it before. */
export async function saveFinding(
  ctx: StaffContext,
  id: string,
  caseId: string,
  row: FindingRow,
): Promise<boolean> {
  const { kind, need, place, rules, phase, bodies } = row
  const added = await ctx.tx
    .insertInto('app.competence_finding_cases')
    .values({
      finding_id: id,
      created_at: ctx.now,
      case_id: caseId,
      org_id: ctx.actor.orgId,
      kind,
      need,
      place,
      rules: [...rules],
      phase,
      person_kind: row.personKind,
      bodies: [...bodies],
      as_of: row.asOf,
      rulebook_version: row.rulebookVersion,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (added.numInsertedOrUpdatedRows !== 1n) return false
  await ctx.tx
    .insertInto('app.competence_findings')
    .values({ id, org_id: ctx.actor.orgId, kind, need, place })
    .execute()
  return true
}

export type FindingQuestion = {
  readonly state?: 'open' | 'settled'
  readonly kind?: 'overlap' | 'hole'
  readonly need?: string
  readonly place?: string
  readonly id?: string
  readonly offset: number
  readonly limit: number
}

/** What of a case stands beside a finding only where the policies let this reader open that case. */
export async function selectFindings(ctx: StaffContext, asked: FindingQuestion) {
  let query = ctx.tx
    .selectFrom('app.competence_findings as f')
    .leftJoin('app.competence_finding_cases as x', 'x.finding_id', 'f.id')
    .leftJoin('app.cases as c', 'c.id', 'x.case_id')
    .leftJoin('app.staff as s', 's.id', 'f.settled_by')
    .select(['f.id', 'f.kind', 'f.need', 'f.place', 'f.state', 'f.version', 'f.settled_at', 'f.settled_by'])
    .select(['f.key_id', 'f.ruling_sealed', 's.display_name as settled_name'])
    .select(['x.created_at as found_at', 'x.phase', 'x.person_kind', 'x.bodies', 'x.rules'])
    .select(sql<string | null>`to_char(x.as_of, 'YYYY-MM-DD')`.as('as_of'))
    .select(['x.rulebook_version', 'c.code'])
  if (asked.state) query = query.where('f.state', '=', asked.state)
  if (asked.kind) query = query.where('f.kind', '=', asked.kind)
  if (asked.need) query = query.where('f.need', '=', asked.need)
  if (asked.id) query = query.where('f.id', '=', asked.id)
  if (asked.place) query = query.where('f.place', '=', asked.place)
  // Newest first where the reader knows when; all others in no order that tells one.
  return query
    .orderBy(sql`x.created_at desc nulls last`)
    .orderBy('f.id')
    .offset(asked.offset)
    .limit(asked.limit)
    .execute()
}

/** Keeps the ruling that a later one replaces. */
export async function keepRuling(
  ctx: StaffContext,
  earlier: {
    readonly findingId: string
    readonly keyId: string
    readonly sealed: Buffer
    readonly by: string
    readonly at: Date
  },
): Promise<void> {
  await ctx.tx
    .insertInto('app.competence_rulings')
    .values({
      id: ctx.newId(),
      finding_id: earlier.findingId,
      key_id: earlier.keyId,
      ruling_sealed: earlier.sealed,
      settled_by: earlier.by,
      settled_at: earlier.at,
    })
    .execute()
}

/** Rulings that were replaced, the oldest first. */
export async function selectEarlier(ctx: StaffContext, findingIds: readonly string[]) {
  if (findingIds.length === 0) return []
  return ctx.tx
    .selectFrom('app.competence_rulings as r')
    .leftJoin('app.staff as s', 's.id', 'r.settled_by')
    .select(['r.finding_id', 'r.key_id', 'r.ruling_sealed', 'r.settled_at', 's.display_name as settled_name'])
    .where('r.finding_id', 'in', [...findingIds])
    .orderBy('r.settled_at')
    .orderBy('r.id')
    .execute()
}

export async function settleRow(
  ctx: StaffContext,
  at: { readonly id: string; readonly version: number },
  ruling: { readonly keyId: string; readonly sealed: Buffer },
): Promise<boolean> {
  const done = await ctx.tx
    .updateTable('app.competence_findings')
    .set({
      state: 'settled',
      key_id: ruling.keyId,
      ruling_sealed: ruling.sealed,
      settled_by: ctx.actor.staffId,
      settled_at: ctx.now,
      version: at.version + 1,
    })
    .where('id', '=', at.id)
    .where('version', '=', at.version)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

type Count = {
  readonly need: string
  readonly place: string
  readonly kind: string
  readonly state: string
  readonly found: string | null
}

/** Over all bodies; the database itself keeps small numbers back. */
export async function selectCounts(ctx: StaffContext): Promise<readonly Count[]> {
  const { rows } = await sql<Count>`
    select need, place, kind, state, found from app.count_competence_findings() order by need, place, kind, state
  `.execute(ctx.tx)
  return rows
}
