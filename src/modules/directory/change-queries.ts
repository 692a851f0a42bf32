import { sql } from 'kysely'
import type { Context } from '#src/platform/db/context.ts'

export type ChangeAction = 'add' | 'change' | 'check' | 'end'
export type ContactType = 'phone' | 'whatsapp' | 'email' | 'web' | 'freephone'
export type HowChecked = 'called' | 'wrote' | 'visited' | 'told-by-body'

export async function findBody(ctx: Context, id: string) {
  return ctx.tx
    .selectFrom('app.directory_bodies')
    .select(['id', 'kind', 'state', 'proposed_by', 'version'])
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
}

export async function findContact(ctx: Context, id: string) {
  return ctx.tx
    .selectFrom('app.directory_contacts')
    .select(['id', 'body_id', 'type', 'value', 'version'])
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
}

export type NewChange = {
  readonly id: string
  readonly bodyId: string
  readonly contactId: string | null
  readonly action: ChangeAction
  readonly type: ContactType
  readonly before: string | null
  readonly after: string | null
  readonly source: string
  readonly how: HowChecked | null
  readonly staffId: string
  readonly orgId: string
}

export async function insertChange(ctx: Context, change: NewChange): Promise<void> {
  await ctx.tx
    .insertInto('app.directory_changes')
    .values({
      id: change.id,
      created_at: ctx.now,
      body_id: change.bodyId,
      contact_id: change.contactId,
      action: change.action,
      type: change.type,
      before_value: change.before,
      after_value: change.after,
      source: change.source,
      source_date: ctx.now.toISOString().slice(0, 10),
      how_checked: change.how,
      proposed_by: change.staffId,
      proposed_org: change.orgId,
    })
    .execute()
}

export async function findChange(ctx: Context, id: string) {
  return ctx.tx.selectFrom('app.directory_changes').selectAll().where('id', '=', id).executeTakeFirst()
}
export type ChangeRow = NonNullable<Awaited<ReturnType<typeof findChange>>>

/** False when somebody else decided first. */
export async function closeChange(
  ctx: Context,
  id: string,
  decision: {
    readonly state: 'confirmed' | 'refused'
    readonly staffId: string
    readonly contactId: string | null
  },
): Promise<boolean> {
  const done = await ctx.tx
    .updateTable('app.directory_changes')
    .set({
      state: decision.state,
      decided_by: decision.staffId,
      decided_at: ctx.now,
      contact_id: decision.contactId,
    })
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

export async function daysChecked(ctx: Context): Promise<number> {
  const row = await ctx.tx
    .selectFrom('app.directory_rules')
    .select('checked_within_days')
    .executeTakeFirstOrThrow()
  return row.checked_within_days
}

type Check = {
  readonly checked_by: string
  readonly checked_at: Date
  readonly how_checked: string
  readonly confirmed_by: string
  readonly valid_until: Date
}
const UNCHECKED = {
  checked_by: null,
  checked_at: null,
  how_checked: null,
  confirmed_by: null,
  valid_until: null,
}

export type Applied = {
  readonly id: string
  readonly changeId: string
  readonly check: Check | undefined
}

export async function addContact(
  ctx: Context,
  change: ChangeRow,
  applied: Applied,
  value: string,
  type: ContactType,
): Promise<void> {
  await ctx.tx
    .insertInto('app.directory_contacts')
    .values({
      id: applied.id,
      created_at: ctx.now,
      body_id: change.body_id,
      type,
      value,
      source_citation: change.source,
      source_date: change.source_date,
      confidence: applied.check ? 'verified' : 'unverified',
      changed_by: applied.changeId,
      ...(applied.check ?? UNCHECKED),
    })
    .execute()
}

/** False when the contact is no longer what the proposer saw. A new value that nobody tried is unchecked again. */
export async function changeContact(
  ctx: Context,
  change: ChangeRow,
  applied: Applied,
  set: { readonly value: string; readonly type?: ContactType; readonly end: Date | null },
): Promise<boolean> {
  const done = await ctx.tx
    .updateTable('app.directory_contacts')
    .set((row) => ({
      value: set.value,
      changed_by: applied.changeId,
      ended_at: set.end,
      version: row('version', '+', 1),
      ...(set.type && { type: set.type }),
      ...(change.action === 'change' && {
        source_citation: change.source,
        source_date: change.source_date,
        confidence: applied.check ? 'verified' : change.from_reference ? 'secondary' : 'unverified',
        ...UNCHECKED,
      }),
      ...(change.action === 'check' && { confidence: 'verified' }),
      ...applied.check,
    }))
    .where('id', '=', applied.id)
    .where('ended_at', 'is', null)
    .where('value', '=', change.before_value ?? '')
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

export type NewBody = {
  readonly id: string
  readonly kind: 'body' | 'mission' | 'service' | 'shelter'
  readonly nameId: string
  readonly nameEn: string
  readonly country: string
  readonly district: string | null
  readonly source: string
  readonly staffId: string
}

export async function insertDraftBody(ctx: Context, body: NewBody): Promise<void> {
  await ctx.tx
    .insertInto('app.directory_bodies')
    .values({
      id: body.id,
      created_at: ctx.now,
      slug: `setempat-${body.id}`,
      kind: body.kind,
      name_id: body.nameId,
      name_en: body.nameEn,
      source_citation: body.source,
      confidence: 'unverified',
      state: 'draft',
      proposed_by: body.staffId,
    })
    .execute()
  await ctx.tx
    .insertInto('app.directory_coverage')
    .values({
      id: ctx.newId(),
      created_at: ctx.now,
      body_id: body.id,
      country: body.country,
      district: body.district,
    })
    .execute()
}

export type NewService = {
  readonly id: string
  readonly bodyId: string
  readonly nameId: string
  readonly nameEn: string
  readonly forWhom: string | null
  readonly languages: string | null
  readonly cost: string | null
  readonly documents: string | null
  readonly hours: string | null
  /** Set only where nobody is told the place. */
  readonly secret: { readonly meetingPoint: string; readonly howBrought: string } | null
  readonly source: string
  readonly staffId: string
}

export async function insertDraftService(ctx: Context, service: NewService): Promise<void> {
  await ctx.tx
    .insertInto('app.directory_services')
    .values({
      id: service.id,
      created_at: ctx.now,
      body_id: service.bodyId,
      name_id: service.nameId,
      name_en: service.nameEn,
      for_whom: service.forWhom,
      languages: service.languages,
      cost: service.cost,
      documents: service.documents,
      hours: service.hours,
      secret_place: service.secret !== null,
      meeting_point: service.secret?.meetingPoint ?? null,
      how_brought: service.secret?.howBrought ?? null,
      source_citation: service.source,
      confidence: 'unverified',
      state: 'draft',
      proposed_by: service.staffId,
    })
    .execute()
}

/** A body or a service that another person drafted. False when it is the reader's own, or decided already. */
export async function decideDraft(
  ctx: Context,
  table: 'app.directory_bodies' | 'app.directory_services',
  id: string,
  decision: { readonly state: 'live' | 'refused'; readonly staffId: string },
): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`update ${sql.table(table)}
    set state = ${decision.state}, decided_by = ${decision.staffId}, decided_at = ${ctx.now}, version = version + 1
    where id = ${id} and state = 'draft' returning id`.execute(ctx.tx)
  return rows.length === 1
}
