import type { Context } from '#src/platform/db/context.ts'
import type { Urgency } from '#src/domain/cases/urgency.ts'

type Sealed = { readonly id: string; readonly keyId: string; readonly sealed: Buffer }
type Place = { readonly caseId: string; readonly orgId: string }

export async function insertTimeline(
  ctx: Context,
  row: Sealed &
    Place & {
      /** Null for what a body of another installation wrote. */
      readonly staffId: string | null
      readonly source: string
      readonly certainty: string
      readonly contradicts: string | null
      readonly shared: boolean
      readonly referralId?: string | null
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
      referral_id: row.referralId ?? null,
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
export async function insertActor(
  ctx: Context,
  row: Sealed & Place & { readonly kind: string; readonly position: number },
): Promise<void> {
  await ctx.tx
    .insertInto('app.case_actors')
    .values({
      id: row.id,
      created_at: ctx.now,
      case_id: row.caseId,
      org_id: row.orgId,
      kind: row.kind,
      position: row.position,
      key_id: row.keyId,
      sealed: row.sealed,
    })
    .execute()
}
export async function endActor(ctx: Context, linkId: string, version: number): Promise<boolean> {
  const done = await ctx.tx
    .updateTable('app.case_actors')
    .set({ ended_at: ctx.now, version: version + 1 })
    .where('id', '=', linkId)
    .where('version', '=', version)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
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
    readonly purpose: string | null
  },
): Promise<void> {
  await ctx.tx
    .insertInto('app.consents')
    .values({
      id: ctx.newId(),
      created_at: ctx.now,
      case_id: row.caseId,
      person_id: row.personId,
      org_id: row.orgId,
      by_staff: row.staffId,
      item: row.item,
      reader_kind: row.readerKind,
      reader_org: row.readerOrg,
      answer: row.answer,
      given_by: row.givenBy,
      how: row.how,
      language: row.language,
      until: row.until,
      purpose: row.purpose,
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
    category: row.category,
    phase: row.phase,
    placement_way: row.placementWay,
    sector: row.sector,
    document_status: row.documentStatus,
    social_security: row.socialSecurity,
    can_be_asked: row.canBeAsked,
    tell_family: row.tellFamily,
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
