import type { Context } from '#src/platform/db/context.ts'
import type { Urgency } from '#src/domain/cases/urgency.ts'

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
export async function listChain(ctx: Context, caseId: string) {
  return ctx.tx
    .selectFrom('app.case_actors')
    .selectAll()
    .where('case_id', '=', caseId)
    .where('ended_at', 'is', null)
    .orderBy('position')
    .execute()
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

type Sealed = { readonly id: string; readonly keyId: string; readonly sealed: Buffer }
type Place = { readonly caseId: string; readonly orgId: string }

export async function insertTimeline(
  ctx: Context,
  row: Sealed &
    Place & {
      readonly staffId: string
      readonly source: string
      readonly certainty: string
      readonly contradicts: string | null
      readonly shared: boolean
    },
): Promise<void> {
  await ctx.tx
    .insertInto('app.timeline_entries')
    .values({
      id: row.id,
      created_at: ctx.now,
      case_id: row.caseId,
      org_id: row.orgId,
      by_staff: row.staffId,
      source_kind: row.source,
      certainty: row.certainty,
      shared: row.shared,
      contradicts: row.contradicts,
      key_id: row.keyId,
      sealed: row.sealed,
    })
    .execute()
}
export async function setShared(
  ctx: Context,
  entryId: string,
  version: number,
  shared: boolean,
): Promise<boolean> {
  const done = await ctx.tx
    .updateTable('app.timeline_entries')
    .set({ shared, version: version + 1 })
    .where('id', '=', entryId)
    .where('version', '=', version)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}
/** The old words stay in their row; only the newest is shown. */
export async function setReplaced(
  ctx: Context,
  entryId: string,
  version: number,
  by: string,
): Promise<boolean> {
  const done = await ctx.tx
    .updateTable('app.timeline_entries')
    .set({ replaced_by: by, version: version + 1 })
    .where('id', '=', entryId)
    .where('version', '=', version)
    .where('replaced_by', 'is', null)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}
export async function findTimelineEntry(ctx: Context, entryId: string) {
  return ctx.tx.selectFrom('app.timeline_entries').selectAll().where('id', '=', entryId).executeTakeFirst()
}
export async function insertActor(
  ctx: Context,
  row: Sealed & Place & { readonly kind: string },
): Promise<void> {
  const last = await ctx.tx
    .selectFrom('app.case_actors')
    .select((eb) => eb.fn.max('position').as('last'))
    .where('case_id', '=', row.caseId)
    .executeTakeFirst()
  await ctx.tx
    .insertInto('app.case_actors')
    .values({
      id: row.id,
      created_at: ctx.now,
      case_id: row.caseId,
      org_id: row.orgId,
      kind: row.kind,
      position: (last?.last ?? 0) + 1,
      key_id: row.keyId,
      sealed: row.sealed,
    })
    .execute()
}
export async function insertNeed(
  ctx: Context,
  row: Place & {
    readonly id: string
    readonly kind: string
    readonly urgency: Urgency
    readonly personId: string | null
    readonly keyId: string
    readonly sealed: Buffer | null
  },
): Promise<void> {
  await ctx.tx
    .insertInto('app.needs')
    .values({
      id: row.id,
      created_at: ctx.now,
      case_id: row.caseId,
      person_id: row.personId,
      kind: row.kind,
      owner_org: row.orgId,
      opened_by_org: row.orgId,
      urgency: row.urgency,
      key_id: row.keyId,
      sealed: row.sealed,
    })
    .execute()
}
export async function setNeedState(
  ctx: Context,
  needId: string,
  version: number,
  orgId: string,
  state: 'open' | 'in-progress' | 'on-hold' | 'met' | 'not-met' | 'cancelled',
): Promise<boolean> {
  const ended = state === 'met' || state === 'not-met' || state === 'cancelled'
  const done = await ctx.tx
    .updateTable('app.needs')
    .set({ state, ended_at: ended ? ctx.now : null, version: version + 1 })
    .where('id', '=', needId)
    .where('version', '=', version)
    .where('owner_org', '=', orgId)
    .where('state', '<>', 'offered')
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}
export async function insertNote(
  ctx: Context,
  row: Sealed &
    Place & {
      readonly staffId: string
      readonly noteClass: 'general' | 'care' | 'legal'
      readonly corrects: string | null
    },
): Promise<void> {
  await ctx.tx
    .insertInto('app.notes')
    .values({
      id: row.id,
      created_at: ctx.now,
      case_id: row.caseId,
      org_id: row.orgId,
      by_staff: row.staffId,
      class: row.noteClass,
      corrects: row.corrects,
      key_id: row.keyId,
      sealed: row.sealed,
    })
    .execute()
}
export async function insertTask(
  ctx: Context,
  row: Place & {
    readonly id: string
    readonly kind: string
    readonly urgency: string
    readonly dueAt: Date | null
    readonly source: string
    readonly assignee: string | null
    readonly keyId: string | null
    readonly sealed: Buffer | null
  },
): Promise<void> {
  await ctx.tx
    .insertInto('app.tasks')
    .values({
      id: row.id,
      created_at: ctx.now,
      case_id: row.caseId,
      org_id: row.orgId,
      assignee: row.assignee,
      kind: row.kind,
      urgency: row.urgency,
      due_at: row.dueAt,
      source: row.source,
      key_id: row.keyId,
      sealed: row.sealed,
    })
    .execute()
}
export async function setTaskDone(
  ctx: Context,
  taskId: string,
  staffId: string,
): Promise<string | undefined> {
  const row = await ctx.tx
    .updateTable('app.tasks')
    .set((eb) => ({ done_at: ctx.now, done_by: staffId, version: eb('version', '+', 1) }))
    .where('id', '=', taskId)
    .where('done_at', 'is', null)
    .returning('case_id')
    .executeTakeFirst()
  return row?.case_id
}
export async function insertAttempt(
  ctx: Context,
  row: Sealed &
    Place & { readonly staffId: string; readonly at: Date; readonly way: string; readonly result: string },
): Promise<void> {
  await ctx.tx
    .insertInto('app.contact_attempts')
    .values({
      id: row.id,
      created_at: row.at,
      case_id: row.caseId,
      org_id: row.orgId,
      by_staff: row.staffId,
      way: row.way,
      result: row.result,
      key_id: row.keyId,
      sealed: row.sealed,
    })
    .execute()
}
export async function insertConsent(
  ctx: Context,
  row: Place & {
    readonly personId: string | null
    readonly staffId: string
    readonly item: string
    readonly readerKind: string
    readonly readerOrg: string | null
    readonly answer: string
    readonly givenBy: string
    readonly how: string
    readonly language: string | null
    readonly until: Date | null
  },
): Promise<void> {
  await ctx.tx
    .insertInto('app.consents')
    .values({
      id: ctx.newId(),
      created_at: ctx.now,
      ...{ case_id: row.caseId, person_id: row.personId, org_id: row.orgId, by_staff: row.staffId },
      ...{ item: row.item, reader_kind: row.readerKind, reader_org: row.readerOrg, answer: row.answer },
      ...{ given_by: row.givenBy, how: row.how, language: row.language, until: row.until },
    })
    .execute()
}
export async function insertMessage(
  ctx: Context,
  row: Sealed & Place & { readonly reportId: string; readonly staffId: string },
): Promise<void> {
  await ctx.tx
    .insertInto('app.messages')
    .values({
      id: row.id,
      created_at: ctx.now,
      report_id: row.reportId,
      case_id: row.caseId,
      org_id: row.orgId,
      sender: 'staff',
      staff_id: row.staffId,
      key_id: row.keyId,
      sealed: row.sealed,
    })
    .execute()
}
export async function markMessagesRead(ctx: Context, caseId: string): Promise<number> {
  const done = await ctx.tx
    .updateTable('app.messages')
    .set({ read_at: ctx.now })
    .where('case_id', '=', caseId)
    .where('read_at', 'is', null)
    .where('sender', 'in', ['reporter', 'second'])
    .executeTakeFirst()
  return Number(done.numUpdatedRows)
}
export async function insertCasePerson(
  ctx: Context,
  row: Place & {
    readonly id: string
    readonly personId: string
    readonly roles: readonly string[]
  } & PersonRoleFields,
): Promise<boolean> {
  const done = await ctx.tx
    .insertInto('app.case_persons')
    .values({
      id: row.id,
      created_at: ctx.now,
      case_id: row.caseId,
      person_id: row.personId,
      org_id: row.orgId,
      roles: [...row.roles],
      ...columnsOf(row),
    })
    .onConflict((conflict) => conflict.columns(['case_id', 'person_id']).doNothing())
    .executeTakeFirst()
  return done.numInsertedOrUpdatedRows === 1n
}
export type PersonRoleFields = {
  readonly category: string
  readonly phase: string
  readonly placementWay: string
  readonly sector: string
  readonly documentStatus: string
  readonly socialSecurity: string
  readonly canBeAsked: string
  readonly tellFamily: string
}
function columnsOf(row: PersonRoleFields) {
  return {
    ...{ category: row.category, phase: row.phase, placement_way: row.placementWay, sector: row.sector },
    ...{
      document_status: row.documentStatus,
      social_security: row.socialSecurity,
      can_be_asked: row.canBeAsked,
      tell_family: row.tellFamily,
    },
  }
}
export async function updateCasePerson(
  ctx: Context,
  change: {
    readonly id: string
    readonly version: number
    readonly roles: readonly string[]
  } & PersonRoleFields,
): Promise<boolean> {
  const done = await ctx.tx
    .updateTable('app.case_persons')
    .set({ roles: [...change.roles], ...columnsOf(change), version: change.version + 1 })
    .where('id', '=', change.id)
    .where('version', '=', change.version)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
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
export async function insertIncident(
  ctx: Context,
  row: Sealed & { readonly orgId: string; readonly country: string | null; readonly happened: string | null },
): Promise<void> {
  await ctx.tx
    .insertInto('app.incidents')
    .values({
      id: row.id,
      created_at: ctx.now,
      org_id: row.orgId,
      country: row.country,
      happened: row.happened,
      key_id: row.keyId,
      sealed: row.sealed,
    })
    .execute()
}
export async function findIncident(ctx: Context, incidentId: string) {
  return ctx.tx.selectFrom('app.incidents').selectAll().where('id', '=', incidentId).executeTakeFirst()
}
export async function insertEvidence(
  ctx: Context,
  row: Sealed &
    Place & {
      readonly staffId: string
      readonly attachmentId: string | null
      readonly sha256: Buffer | null
    },
): Promise<number> {
  const last = await ctx.tx
    .selectFrom('app.evidence')
    .select((eb) => eb.fn.max('number').as('last'))
    .where('case_id', '=', row.caseId)
    .executeTakeFirst()
  const number = (last?.last ?? 0) + 1
  await ctx.tx
    .insertInto('app.evidence')
    .values({
      id: row.id,
      created_at: ctx.now,
      case_id: row.caseId,
      org_id: row.orgId,
      by_staff: row.staffId,
      attachment_id: row.attachmentId,
      number,
      sha256: row.sha256,
      key_id: row.keyId,
      sealed: row.sealed,
    })
    .execute()
  return number
}
export async function insertCustody(
  ctx: Context,
  row: Place & {
    readonly evidenceId: string
    readonly staffId: string
    readonly action: 'taken-in' | 'checked' | 'handed-over' | 'returned' | 'copied'
    readonly intact: boolean | null
    readonly keyId: string | null
    readonly sealed: Buffer | null
    readonly id: string
  },
): Promise<void> {
  await ctx.tx
    .insertInto('app.custody')
    .values({
      id: row.id,
      created_at: ctx.now,
      evidence_id: row.evidenceId,
      case_id: row.caseId,
      org_id: row.orgId,
      by_staff: row.staffId,
      action: row.action,
      intact: row.intact,
      key_id: row.keyId,
      sealed: row.sealed,
    })
    .execute()
}
export async function findEvidence(ctx: Context, evidenceId: string) {
  return ctx.tx.selectFrom('app.evidence').selectAll().where('id', '=', evidenceId).executeTakeFirst()
}
/** The stored bytes of an attachment, for the hash check. */
export async function findAttachmentBytes(ctx: Context, attachmentId: string) {
  return ctx.tx
    .selectFrom('app.attachments')
    .select(['id', 'key_id', 'sealed', 'sha256', 'media_type'])
    .where('id', '=', attachmentId)
    .executeTakeFirst()
}
export async function listAttachmentsOf(ctx: Context, caseId: string) {
  return ctx.tx
    .selectFrom('app.attachments')
    .select(['id', 'created_at', 'sender', 'media_type', 'size_bytes', 'sha256', 'key_id', 'name_sealed'])
    .where('case_id', '=', caseId)
    .orderBy('created_at')
    .execute()
}
