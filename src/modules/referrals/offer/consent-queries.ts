import type { Context } from '#src/platform/db/context.ts'

export type ConsentRow = {
  readonly item: string
  readonly reader_kind: string
  readonly reader_org: string | null
  readonly answer: string
  readonly given_by: string
  readonly person_id: string | null
  readonly created_at: Date
  readonly until: Date | null
  readonly purpose: string | null
  readonly how: string
  readonly language: string | null
  readonly giver_suspected: boolean
}

/** Rows of the case itself and of the reports joined to it as the concerned person's own. */
export async function listConsentRows(ctx: Context, caseId: string): Promise<readonly ConsentRow[]> {
  return ctx.tx
    .selectFrom('app.consents as c')
    .leftJoin('app.reports as r', 'r.id', 'c.report_id')
    .leftJoin('app.case_persons as p', (join) =>
      join.onRef('p.person_id', '=', 'c.person_id').on('p.case_id', '=', caseId),
    )
    .select((eb) => [
      'c.item',
      'c.reader_kind',
      'c.reader_org',
      'c.answer',
      'c.given_by',
      'c.person_id',
      'c.created_at',
      'c.until',
      'c.purpose',
      'c.how',
      'c.language',
      eb.fn
        .coalesce(eb(eb.val('suspect'), '=', eb.fn.any('p.roles')), eb.val(false))
        .$castTo<boolean>()
        .as('giver_suspected'),
    ])
    .where(({ or, and, eb }) =>
      or([
        eb('c.case_id', '=', caseId),
        and([eb('r.case_id', '=', caseId), eb('r.joined_as', '=', 'concerned')]),
      ]),
    )
    .orderBy('c.created_at')
    .execute()
}

/** The person's own reports of this case, newest first. */
export async function listOwnReports(ctx: Context, caseId: string) {
  return ctx.tx
    .selectFrom('app.reports')
    .select(['id', 'key_id', 'sealed'])
    .where('case_id', '=', caseId)
    .where('joined_as', '=', 'concerned')
    .orderBy('created_at', 'desc')
    .execute()
}

/** Bodies and kinds of bodies that any reporter of this case named as ones that must not see it. */
export async function listKeptFrom(
  ctx: Context,
  caseId: string,
): Promise<{ readonly orgs: ReadonlySet<string>; readonly kinds: ReadonlySet<string> }> {
  const rows = await ctx.tx
    .selectFrom('app.reports')
    .select(['kept_from_orgs', 'kept_from_kinds'])
    .where('case_id', '=', caseId)
    .execute()
  return {
    orgs: new Set(rows.flatMap((row) => row.kept_from_orgs)),
    kinds: new Set(rows.flatMap((row) => row.kept_from_kinds)),
  }
}

/** The report whose consent was taken back, who works on it, and when it was said. */
export async function findWithdrawing(ctx: Context, reportId: string) {
  return ctx.tx
    .selectFrom('app.reports as r')
    .leftJoin('app.case_files as f', (join) =>
      join.onRef('f.case_id', '=', 'r.case_id').onRef('f.org_id', '=', 'r.org_id'),
    )
    .select((eb) => [
      'r.org_id',
      'r.case_id',
      eb.fn.coalesce('f.assignee', 'r.taken_by').as('worker'),
      eb
        .selectFrom('app.consents as c')
        .select((inner) => inner.fn.max('c.created_at').as('at'))
        .whereRef('c.report_id', '=', 'r.id')
        .as('said_at'),
    ])
    .where('r.id', '=', reportId)
    .executeTakeFirst()
}
