import type { Context, StaffContext } from '#src/platform/db/context.ts'
import type { ScreeningOutcome, ScreeningState } from '#src/domain/screening/lifecycle.ts'

type Raw = Awaited<ReturnType<typeof selectRounds>>[number]
export type ScreeningRow = Omit<Raw, 'state' | 'first_outcome' | 'second_outcome' | 'outcome_agreed'> & {
  readonly state: ScreeningState
  readonly first_outcome: ScreeningOutcome | null
  readonly second_outcome: ScreeningOutcome | null
  readonly outcome_agreed: ScreeningOutcome | null
}

async function selectRounds(ctx: Context, caseId: string, personId: string) {
  return ctx.tx
    .selectFrom('app.screenings as s')
    .leftJoin('app.staff as f', 'f.id', 's.first_screener')
    .leftJoin('app.staff as t', 't.id', 's.second_screener')
    .selectAll('s')
    .select(['f.display_name as first_name', 't.display_name as second_name'])
    .where('s.case_id', '=', caseId)
    .where('s.person_id', '=', personId)
    .orderBy('s.round', 'desc')
    .execute()
}

/** Every round of one person in one case, the newest first. The checks of the table keep the codes. */
export async function listRounds(
  ctx: Context,
  caseId: string,
  personId: string,
): Promise<readonly ScreeningRow[]> {
  return (await selectRounds(ctx, caseId, personId)) as readonly ScreeningRow[]
}

export async function insertScreening(
  ctx: StaffContext,
  row: {
    readonly id: string
    readonly caseId: string
    readonly personId: string
    readonly round: number
    readonly keyId: string
  },
): Promise<void> {
  await ctx.tx
    .insertInto('app.screenings')
    .values({
      id: row.id,
      created_at: ctx.now,
      case_id: row.caseId,
      person_id: row.personId,
      org_id: ctx.actor.orgId,
      started_by: ctx.actor.staffId,
      round: row.round,
      key_id: row.keyId,
    })
    .execute()
}

export async function insertStep(
  ctx: StaffContext,
  row: {
    readonly id: string
    readonly screeningId: string
    readonly caseId: string
    readonly number: number
    readonly keyId: string
    readonly sealed: Buffer
  },
): Promise<void> {
  await ctx.tx
    .insertInto('app.screening_answers')
    .values({
      id: row.id,
      created_at: ctx.now,
      screening_id: row.screeningId,
      case_id: row.caseId,
      org_id: ctx.actor.orgId,
      by_staff: ctx.actor.staffId,
      number: row.number,
      key_id: row.keyId,
      sealed: row.sealed,
    })
    .execute()
}

export async function listSteps(ctx: Context, screeningId: string) {
  return ctx.tx
    .selectFrom('app.screening_answers')
    .select(['id', 'created_at', 'key_id', 'sealed'])
    .where('screening_id', '=', screeningId)
    .orderBy('number')
    .execute()
}

export async function setAnswered(ctx: Context, id: string, version: number): Promise<boolean> {
  const done = await ctx.tx
    .updateTable('app.screenings')
    .set({ answered_at: ctx.now, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .where('state', '=', 'answering')
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

/** Signed by the one who concludes; the policy refuses another name. */
export async function setFirst(
  ctx: StaffContext,
  at: { readonly id: string; readonly version: number },
  opinion: {
    readonly state: ScreeningState
    readonly outcome: ScreeningOutcome
    readonly agreed: ScreeningOutcome | null
    readonly sealed: Buffer
    readonly rulebook: string
  },
): Promise<boolean> {
  const done = await ctx.tx
    .updateTable('app.screenings')
    .set({
      state: opinion.state,
      first_screener: ctx.actor.staffId,
      first_outcome: opinion.outcome,
      first_at: ctx.now,
      first_sealed: opinion.sealed,
      outcome_agreed: opinion.agreed,
      rulebook_version: opinion.rulebook,
      version: at.version + 1,
    })
    .where('id', '=', at.id)
    .where('version', '=', at.version)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

export async function setSecond(
  ctx: StaffContext,
  at: { readonly id: string; readonly version: number },
  opinion: {
    readonly state: ScreeningState
    readonly outcome: ScreeningOutcome
    readonly agreed: ScreeningOutcome | null
    readonly sealed: Buffer
  },
): Promise<boolean> {
  const done = await ctx.tx
    .updateTable('app.screenings')
    .set({
      state: opinion.state,
      second_screener: ctx.actor.staffId,
      second_outcome: opinion.outcome,
      second_at: ctx.now,
      second_sealed: opinion.sealed,
      outcome_agreed: opinion.agreed,
      version: at.version + 1,
    })
    .where('id', '=', at.id)
    .where('version', '=', at.version)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

/** Screenings of the own body that nobody has ended, those that wait for a second person first. */
export async function listOpenRows(ctx: StaffContext, limit: number) {
  return ctx.tx
    .selectFrom('app.screenings as s')
    .innerJoin('app.cases as c', 'c.id', 's.case_id')
    .leftJoin('app.staff as f', 'f.id', 's.first_screener')
    .select([
      's.id',
      's.person_id',
      's.round',
      's.state',
      's.created_at',
      's.answered_at',
      's.first_at',
      's.first_screener',
      'f.display_name as first_name',
      'c.code',
    ])
    .where('s.org_id', '=', ctx.actor.orgId)
    .where('s.state', 'in', ['answering', 'second-opinion'])
    .orderBy('s.state', 'desc')
    .orderBy('s.created_at')
    .limit(limit)
    .execute()
}

/** Screenings of the own body that wait for a second person who is not the first; those of closed doors are not counted. */
export async function countForSecond(ctx: StaffContext): Promise<number> {
  const row = await ctx.tx
    .selectFrom('app.screenings')
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .where('org_id', '=', ctx.actor.orgId)
    .where('state', '=', 'second-opinion')
    .where('first_screener', '<>', ctx.actor.staffId)
    .executeTakeFirstOrThrow()
  return Number(row.count)
}
