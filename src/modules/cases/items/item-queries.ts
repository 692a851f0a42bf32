import type { Context } from '#src/platform/db/context.ts'

/** What hangs on one case. The row policies decide what the reader gets; nothing here widens it. */
export async function listCasePersons(ctx: Context, caseId: string) {
  return ctx.tx
    .selectFrom('app.case_persons')
    .selectAll()
    .where('case_id', '=', caseId)
    .where('ended_at', 'is', null)
    .orderBy('created_at')
    .execute()
}
export async function listTimeline(ctx: Context, caseId: string) {
  return ctx.tx
    .selectFrom('app.timeline_entries as t')
    .leftJoin('app.staff as s', 's.id', 't.by_staff')
    .innerJoin('app.organisations as o', 'o.id', 't.org_id')
    .selectAll('t')
    .select(['s.display_name as by_name', 'o.short_name as org_name'])
    .where('t.case_id', '=', caseId)
    .where('t.replaced_by', 'is', null)
    .orderBy('t.created_at')
    .execute()
}
export async function listTimelineOfReferrals(ctx: Context, referralIds: readonly string[]) {
  return ctx.tx
    .selectFrom('app.timeline_entries as t')
    .innerJoin('app.organisations as o', 'o.id', 't.org_id')
    .selectAll('t')
    .select('o.short_name as org_name')
    .where('t.referral_id', 'in', [...referralIds])
    .where('t.replaced_by', 'is', null)
    .orderBy('t.created_at')
    .orderBy('t.id')
    .execute()
}
export async function listChain(ctx: Context, caseId: string) {
  return ctx.tx
    .selectFrom('app.case_actors')
    .selectAll()
    .where('case_id', '=', caseId)
    .where('ended_at', 'is', null)
    .orderBy('position')
    .execute()
}
/** Also one that was corrected or taken away. */
export async function findChainLink(ctx: Context, linkId: string) {
  return ctx.tx
    .selectFrom('app.case_actors')
    .select(['id', 'case_id', 'position', 'version'])
    .where('id', '=', linkId)
    .executeTakeFirst()
}
export async function findNeed(ctx: Context, needId: string) {
  return ctx.tx
    .selectFrom('app.needs')
    .select(['id', 'case_id', 'owner_org', 'state', 'version'])
    .where('id', '=', needId)
    .executeTakeFirst()
}
export async function listNeeds(ctx: Context, caseId: string) {
  return ctx.tx
    .selectFrom('app.needs as n')
    .innerJoin('app.organisations as o', 'o.id', 'n.owner_org')
    .selectAll('n')
    .select('o.short_name as owner_name')
    .where('n.case_id', '=', caseId)
    .orderBy('n.created_at')
    .execute()
}
export async function listNotes(ctx: Context, caseId: string) {
  return ctx.tx
    .selectFrom('app.notes as n')
    .innerJoin('app.staff as s', 's.id', 'n.by_staff')
    .selectAll('n')
    .select('s.display_name as by_name')
    .where('n.case_id', '=', caseId)
    .orderBy('n.created_at', 'desc')
    .execute()
}
export async function listEvidence(ctx: Context, caseId: string) {
  return ctx.tx
    .selectFrom('app.evidence')
    .selectAll()
    .where('case_id', '=', caseId)
    .orderBy('number')
    .execute()
}
export async function listCustody(ctx: Context, caseId: string) {
  return ctx.tx
    .selectFrom('app.custody as c')
    .leftJoin('app.staff as s', 's.id', 'c.by_staff')
    .selectAll('c')
    .select('s.display_name as by_name')
    .where('c.case_id', '=', caseId)
    .orderBy('c.created_at')
    .execute()
}
export async function listAttempts(ctx: Context, caseId: string) {
  return ctx.tx
    .selectFrom('app.contact_attempts as a')
    .innerJoin('app.staff as s', 's.id', 'a.by_staff')
    .selectAll('a')
    .select('s.display_name as by_name')
    .where('a.case_id', '=', caseId)
    .orderBy('a.created_at')
    .execute()
}
export async function listTasks(ctx: Context, caseId: string) {
  return ctx.tx
    .selectFrom('app.tasks as t')
    .leftJoin('app.staff as s', 's.id', 't.assignee')
    .selectAll('t')
    .select('s.display_name as assignee_name')
    .where('t.case_id', '=', caseId)
    .orderBy('t.done_at', (order) => order.nullsFirst())
    .orderBy('t.due_at')
    .execute()
}
export async function listConsents(ctx: Context, caseId: string) {
  return ctx.tx
    .selectFrom('app.consents as c')
    .leftJoin('app.organisations as o', 'o.id', 'c.reader_org')
    .leftJoin('app.staff as s', 's.id', 'c.by_staff')
    .select([
      'c.id',
      'c.created_at',
      'c.item',
      'c.reader_kind',
      'c.reader_org',
      'c.answer',
      'c.given_by',
      'c.how',
      'c.language',
      'c.until',
      'c.purpose',
      'c.person_id',
    ])
    .select(['o.short_name as reader_name', 's.display_name as by_name'])
    .where((eb) =>
      eb.or([
        eb('c.case_id', '=', caseId),
        eb('c.report_id', 'in', eb.selectFrom('app.reports').select('id').where('case_id', '=', caseId)),
      ]),
    )
    .orderBy('c.created_at')
    .execute()
}
/** An answer given in this case, here or in a report of it. */
export async function findConsent(ctx: Context, caseId: string, consentId: string) {
  const rows = await listConsents(ctx, caseId)
  return rows.find((row) => row.id === consentId)
}
export async function findBodyKind(ctx: Context, orgId: string): Promise<string | undefined> {
  const row = await ctx.tx
    .selectFrom('app.organisations')
    .select('kind')
    .where('id', '=', orgId)
    .executeTakeFirst()
  return row?.kind
}
export async function listMessages(ctx: Context, caseId: string) {
  return ctx.tx
    .selectFrom('app.messages as m')
    .leftJoin('app.staff as s', 's.id', 'm.staff_id')
    .selectAll('m')
    .select('s.display_name as by_name')
    .where('m.case_id', '=', caseId)
    .orderBy('m.created_at')
    .execute()
}
export async function listReportsOf(ctx: Context, caseId: string) {
  return ctx.tx
    .selectFrom('app.reports')
    .select(['id', 'created_at', 'channel', 'joined_as', 'key_id', 'withdrawn_at', 'do_not_call'])
    .where('case_id', '=', caseId)
    .orderBy('created_at')
    .execute()
}
/** Other cases of the same persons, and of the same incident. */
export async function listRelated(ctx: Context, caseId: string, incidentId: string | null) {
  return ctx.tx
    .selectFrom('app.cases as c')
    .select(['c.id', 'c.code'])
    .where('c.id', '<>', caseId)
    .where((eb) =>
      eb.or([
        eb(
          'c.id',
          'in',
          eb
            .selectFrom('app.case_persons as o')
            .innerJoin('app.case_persons as m', 'm.person_id', 'o.person_id')
            .select('o.case_id')
            .where('m.case_id', '=', caseId),
        ),
        ...(incidentId ? [eb('c.incident_id', '=', incidentId)] : []),
      ]),
    )
    .orderBy('c.code')
    .limit(20)
    .execute()
}

export async function findTimelineEntry(ctx: Context, entryId: string) {
  return ctx.tx.selectFrom('app.timeline_entries').selectAll().where('id', '=', entryId).executeTakeFirst()
}
export async function listIncidentCases(ctx: Context, incidentId: string) {
  return ctx.tx
    .selectFrom('app.cases')
    .select(['id', 'code', 'urgency', 'state'])
    .where('incident_id', '=', incidentId)
    .orderBy('code')
    .limit(200)
    .execute()
}
/** The newest incidents of the own body, to choose from. */
export async function listIncidentRows(ctx: Context, orgId: string) {
  return ctx.tx
    .selectFrom('app.incidents')
    .select(['id', 'key_id', 'sealed'])
    .where('org_id', '=', orgId)
    .orderBy('created_at', 'desc')
    .limit(50)
    .execute()
}
export async function findIncident(ctx: Context, incidentId: string) {
  return ctx.tx.selectFrom('app.incidents').selectAll().where('id', '=', incidentId).executeTakeFirst()
}
export async function findEvidence(ctx: Context, evidenceId: string) {
  return ctx.tx.selectFrom('app.evidence').selectAll().where('id', '=', evidenceId).executeTakeFirst()
}
/** The stored bytes of an attachment, for the hash check. */
export async function findAttachmentBytes(ctx: Context, attachmentId: string) {
  return ctx.tx
    .selectFrom('app.attachments')
    .select(['id', 'case_id', 'key_id', 'sealed', 'sha256', 'media_type'])
    .where('id', '=', attachmentId)
    .executeTakeFirst()
}
