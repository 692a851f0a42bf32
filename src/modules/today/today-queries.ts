import type { Context } from '#src/platform/db/context.ts'

const MOST = 100

/** Waiting reports in danger, or whose clock runs out before `until`. */
export async function listWaitingReports(ctx: Context, orgId: string, until: Date) {
  return ctx.tx
    .selectFrom('app.reports')
    .select([
      'id',
      'created_at',
      'desk_since',
      'urgency',
      'country',
      'touches_child',
      'respond_by',
      'danger',
      'state',
    ])
    .where('org_id', '=', orgId)
    .where('state', '=', 'waiting')
    .where((eb) => eb.or([eb('urgency_rank', '=', 1), eb('respond_by', '<=', until)]))
    .orderBy('urgency_rank')
    .orderBy('respond_by')
    .limit(MOST)
    .execute()
}

/** Open tasks of one officer (null: of nobody), the nearest first: one walk along the index, so that few rows are looked at. */
export async function listOpenTasks(ctx: Context, orgId: string, staffId: string | null) {
  return ctx.tx
    .selectFrom('app.tasks as t')
    .innerJoin('app.case_files as f', (join) =>
      join.onRef('f.case_id', '=', 't.case_id').onRef('f.org_id', '=', 't.org_id'),
    )
    .select([
      't.id',
      't.created_at',
      't.case_id',
      't.kind',
      't.urgency',
      't.due_at',
      't.source',
      't.key_id',
      't.sealed',
      't.assignee',
    ])
    .select(['f.code', 'f.country', 'f.touches_child'])
    .where('t.org_id', '=', orgId)
    .where('t.done_at', 'is', null)
    .where('t.assignee', staffId === null ? 'is' : '=', staffId)
    .orderBy('t.due_at')
    .limit(MOST)
    .execute()
}

/** My cases in darurat: they stand first whatever their clock says. */
export async function listDangerFiles(ctx: Context, orgId: string, staffId: string) {
  return ctx.tx
    .selectFrom('app.case_files')
    .select(['case_id', 'code', 'country', 'touches_child', 'next_due_at', 'touched_at', 'urgency'])
    .where('org_id', '=', orgId)
    .where('state', '=', 'active')
    .where('case_state', '=', 'open')
    .where('assignee', '=', staffId)
    .where('urgency_rank', '=', 1)
    .orderBy('next_due_at')
    .limit(MOST)
    .execute()
}

export async function listOffers(ctx: Context, orgId: string, side: 'received' | 'sent') {
  const mine = side === 'received' ? ('r.to_org' as const) : ('r.from_org' as const)
  const other = side === 'received' ? ('r.from_org' as const) : ('r.to_org' as const)
  return ctx.tx
    .selectFrom('app.referrals as r')
    .innerJoin('app.organisations as o', 'o.id', other)
    .select(['r.id', 'r.created_at', 'r.code', 'r.urgency', 'r.due_at', 'r.state', 'o.short_name'])
    .where(mine, '=', orgId)
    .where('r.state', 'in', ['requested', 'received'])
    .orderBy('r.urgency_rank')
    .orderBy('r.due_at')
    .limit(MOST)
    .execute()
}

/** Cases with messages that nobody read. */
export async function listUnread(ctx: Context, orgId: string) {
  return ctx.tx
    .selectFrom('app.messages as m')
    .innerJoin('app.case_files as f', (join) =>
      join.onRef('f.case_id', '=', 'm.case_id').onRef('f.org_id', '=', 'm.org_id'),
    )
    .select((eb) => ['f.code', eb.fn.countAll<string>().as('count'), eb.fn.max('m.created_at').as('at')])
    .where('m.org_id', '=', orgId)
    .where('m.read_at', 'is', null)
    .where('m.sender', 'in', ['reporter', 'second'])
    .groupBy('f.code')
    .orderBy('at', 'desc')
    .limit(20)
    .execute()
}

export async function countMine(ctx: Context, orgId: string, staffId: string) {
  return ctx.tx
    .selectFrom('app.case_files')
    .select((eb) => ['urgency', eb.fn.countAll<string>().as('count')])
    .where('org_id', '=', orgId)
    .where('assignee', '=', staffId)
    .where('state', '=', 'active')
    .where('case_state', '=', 'open')
    .groupBy('urgency')
    .execute()
}

export async function namesOfStaff(ctx: Context, ids: readonly string[]): Promise<readonly string[]> {
  if (ids.length === 0) return []
  const rows = await ctx.tx
    .selectFrom('app.staff')
    .select('display_name')
    .where('id', 'in', [...ids])
    .execute()
  return rows.map((row) => row.display_name)
}
