import type { StaffContext } from '#src/platform/db/context.ts'

/** More open cases than this nobody carries; the load page says so first. */
const MOST_FILES = 300

/** The cases that one officer works on. */
export async function listMyFiles(ctx: StaffContext) {
  return ctx.tx
    .selectFrom('app.case_files')
    .select(['case_id', 'code', 'case_types'])
    .where('org_id', '=', ctx.actor.orgId)
    .where('assignee', '=', ctx.actor.staffId)
    .where('state', '=', 'active')
    .where('case_state', '=', 'open')
    .orderBy('urgency_rank')
    .limit(MOST_FILES)
    .execute()
}

/** Where my body works: its clocks run by its own days. */
export async function findMyPlace(ctx: StaffContext) {
  return ctx.tx
    .selectFrom('app.organisations')
    .select(['country', 'time_zone'])
    .where('id', '=', ctx.actor.orgId)
    .executeTakeFirstOrThrow()
}

/** Offers to and from my body, each with the place of the body that must answer. */
export async function listOfferMoments(ctx: StaffContext, caseIds: readonly string[]) {
  if (caseIds.length === 0) return []
  return ctx.tx
    .selectFrom('app.referrals as r')
    .innerJoin('app.organisations as o', 'o.id', 'r.to_org')
    .select(['r.case_id', 'r.created_at', 'r.urgency', 'r.state', 'r.decided_at', 'r.from_org'])
    .select(['r.consent_basis', 'r.exception_reviewed_at', 'r.stopped_at', 'r.stop_acknowledged_at'])
    .select(['o.country', 'o.time_zone'])
    .where('r.case_id', 'in', [...caseIds])
    .where((eb) => eb.or([eb('r.from_org', '=', ctx.actor.orgId), eb('r.to_org', '=', ctx.actor.orgId)]))
    .execute()
}

/** When help for body or mind was asked for, and when it was given. */
export async function listHelpMoments(ctx: StaffContext, caseIds: readonly string[]) {
  if (caseIds.length === 0) return []
  return ctx.tx
    .selectFrom('app.needs')
    .select(['case_id', 'created_at', 'state', 'ended_at'])
    .where('case_id', 'in', [...caseIds])
    .where('kind', 'in', ['medical', 'psychosocial'])
    .execute()
}

export async function listRightsMoments(ctx: StaffContext, caseIds: readonly string[]) {
  if (caseIds.length === 0) return []
  return ctx.tx
    .selectFrom('app.rights_requests')
    .select(['case_id', 'created_at', 'kind', 'paused_at', 'answered_at'])
    .where('org_id', '=', ctx.actor.orgId)
    .where('case_id', 'in', [...caseIds])
    .execute()
}

export async function listReportMoments(ctx: StaffContext, caseIds: readonly string[]) {
  if (caseIds.length === 0) return []
  return ctx.tx
    .selectFrom('app.reports')
    .select(['case_id', 'desk_since', 'urgency', 'taken_at'])
    .where('org_id', '=', ctx.actor.orgId)
    .where('case_id', 'in', [...caseIds])
    .execute()
}
