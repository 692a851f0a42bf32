import type { Told, Wish } from '#src/domain/matches/family-wish.ts'
import type { Context, StaffContext } from '#src/platform/db/context.ts'
import { NotFoundError } from '#src/platform/errors.ts'

export async function findPersonKey(ctx: Context, personId: string): Promise<string> {
  const row = await ctx.tx
    .selectFrom('app.persons')
    .select('key_id')
    .where('id', '=', personId)
    .executeTakeFirst()
  if (!row) throw new NotFoundError('person.not-found')
  return row.key_id
}

/** Reports of families that look for somebody, as the desk that keeps them sees them. */
export async function listSearchRows(ctx: Context, limit: number) {
  return ctx.tx
    .selectFrom('app.missing_searches as m')
    .innerJoin('app.reports as r', 'r.id', 'm.report_id')
    .leftJoin('app.cases as c', 'c.id', 'r.case_id')
    .select(['r.id', 'r.created_at', 'r.country', 'r.state', 'r.key_id', 'r.sealed', 'c.code', 'm.looked_at'])
    .where('r.state', '<>', 'not-a-case')
    .where('r.withdrawn_at', 'is', null)
    .orderBy('r.created_at', 'desc')
    .limit(limit)
    .execute()
}

export type FoundRow = NonNullable<Awaited<ReturnType<typeof findFoundRow>>>

export async function listFoundRows(ctx: Context, limit: number) {
  return ctx.tx
    .selectFrom('app.missing_matches')
    .selectAll()
    .orderBy('state')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
}

export async function findFoundRow(ctx: Context, id: string) {
  return ctx.tx.selectFrom('app.missing_matches').selectAll().where('id', '=', id).executeTakeFirst()
}

export async function listWishes(ctx: Context, matchIds: readonly string[]) {
  if (matchIds.length === 0) return []
  return ctx.tx
    .selectFrom('app.family_wishes as w')
    .innerJoin('app.staff as s', 's.id', 'w.by_staff')
    .select([
      'w.id',
      'w.match_id',
      'w.created_at',
      'w.wish',
      'w.how',
      'w.listened',
      'w.knows_seeker',
      'w.key_id',
      'w.words_sealed',
      's.display_name as by_name',
    ])
    .where('w.match_id', 'in', [...matchIds])
    .orderBy('w.id')
    .execute()
}

export async function insertWish(
  ctx: StaffContext,
  row: {
    readonly id: string
    readonly matchId: string
    readonly wish: Wish
    readonly how: string
    readonly listened: string
    readonly knowsSeeker: string
    readonly keyId: string
    readonly wordsSealed: Buffer
  },
): Promise<void> {
  await ctx.tx
    .insertInto('app.family_wishes')
    .values({
      id: row.id,
      created_at: ctx.now,
      match_id: row.matchId,
      org_id: ctx.actor.orgId,
      by_staff: ctx.actor.staffId,
      wish: row.wish,
      how: row.how,
      listened: row.listened,
      knows_seeker: row.knowsSeeker,
      key_id: row.keyId,
      words_sealed: row.wordsSealed,
    })
    .execute()
}

/** The trigger refuses what the last wish does not say. */
export async function setFound(
  ctx: Context,
  change: {
    readonly id: string
    readonly version: number
    readonly state: 'open' | 'not-this-person' | 'to-tell'
    readonly told: Told | null
  },
): Promise<boolean> {
  const done = await ctx.tx
    .updateTable('app.missing_matches')
    .set({ state: change.state, told: change.told, version: change.version + 1 })
    .where('id', '=', change.id)
    .where('version', '=', change.version)
    .where('state', '<>', 'told')
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

// ---- of the job that tells the family ----

export async function lockToTell(ctx: Context, id: string) {
  return ctx.tx
    .selectFrom('app.missing_matches')
    .selectAll()
    .where('id', '=', id)
    .where('state', '=', 'to-tell')
    .forUpdate()
    .executeTakeFirst()
}

export async function lastWish(ctx: Context, matchId: string) {
  return ctx.tx
    .selectFrom('app.family_wishes')
    .select(['wish', 'listened', 'knows_seeker'])
    .where('match_id', '=', matchId)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** In some case of this person it stands that the family is told nothing; the job sees every case. */
export async function isToldNot(ctx: Context, personId: string): Promise<boolean> {
  const row = await ctx.tx
    .selectFrom('app.case_persons')
    .select('id')
    .where('person_id', '=', personId)
    .where('tell_family', '=', 'nothing')
    .executeTakeFirst()
  return row !== undefined
}

export async function findBox(ctx: Context, reportId: string) {
  return ctx.tx
    .selectFrom('app.reports')
    .select(['id', 'org_id', 'case_id', 'key_id', 'language', 'state', 'withdrawn_at'])
    .where('id', '=', reportId)
    .executeTakeFirst()
}

export async function findCountryOfPerson(ctx: Context, personId: string): Promise<string | undefined> {
  const row = await ctx.tx
    .selectFrom('app.case_persons as p')
    .innerJoin('app.cases as c', 'c.id', 'p.case_id')
    .select('c.country')
    .where('p.person_id', '=', personId)
    .where('c.country', 'is not', null)
    .orderBy('c.created_at', 'desc')
    .executeTakeFirst()
  return row?.country ?? undefined
}

export async function insertSystemMessage(
  ctx: Context,
  row: {
    readonly id: string
    readonly reportId: string
    readonly caseId: string | null
    readonly orgId: string
    readonly keyId: string
    readonly sealed: Buffer
  },
): Promise<void> {
  await ctx.tx
    .insertInto('app.messages')
    .values({
      id: row.id,
      created_at: ctx.now,
      report_id: row.reportId,
      case_id: row.caseId,
      org_id: row.orgId,
      sender: 'system',
      kind: 'message',
      key_id: row.keyId,
      sealed: row.sealed,
    })
    .execute()
}

export async function setTold(ctx: Context, id: string, version: number): Promise<void> {
  await ctx.tx
    .updateTable('app.missing_matches')
    .set({ state: 'told', told_at: ctx.now, version: version + 1 })
    .where('id', '=', id)
    .execute()
}

export async function takeBack(ctx: Context, id: string, version: number): Promise<void> {
  await ctx.tx
    .updateTable('app.missing_matches')
    .set({ state: 'open', told: null, version: version + 1 })
    .where('id', '=', id)
    .execute()
}
