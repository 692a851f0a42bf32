import { sql } from 'kysely'
import type { Context } from '#src/platform/db/context.ts'
import type { Identified, RefusalBasis, RightKind, RightState } from './right.ts'

/** The held report of a visitor, as far as a request needs it. Row security shows no other. */
export async function findHeldReport(ctx: Context) {
  return ctx.tx
    .selectFrom('app.report_codes as c')
    .innerJoin('app.reports as r', 'r.id', 'c.report_id')
    .select(['r.id', 'r.org_id', 'r.case_id', 'c.holder'])
    .executeTakeFirst()
}

export type NewRequest = {
  readonly id: string
  readonly orgId: string
  readonly reportId: string | null
  readonly caseId: string | null
  readonly kind: RightKind
  readonly via: 'follow-page' | 'staff' | 'api'
  readonly staffId?: string
  readonly identified: Identified
  readonly dueAt: Date
  readonly keyId: string
  readonly words: Buffer
}

export async function insertRequest(ctx: Context, request: NewRequest): Promise<void> {
  await ctx.tx
    .insertInto('app.rights_requests')
    .values({
      id: request.id,
      created_at: ctx.now,
      org_id: request.orgId,
      report_id: request.reportId,
      case_id: request.caseId,
      kind: request.kind,
      via: request.via,
      identified_how: request.identified,
      due_at: request.dueAt,
      key_id: request.keyId,
      words_sealed: request.words,
      ...(request.staffId && { by_staff: request.staffId }),
    })
    .execute()
}

export async function listOwn(ctx: Context) {
  return ctx.tx
    .selectFrom('app.rights_requests')
    .select(['id', 'created_at', 'kind', 'state', 'due_at', 'answered_at', 'key_id', 'answer_sealed'])
    .orderBy('created_at', 'desc')
    .execute()
}

export async function findOwnExport(ctx: Context, requestId: string) {
  return ctx.tx
    .selectFrom('app.rights_export_files')
    .select(['request_id', 'key_id', 'sealed'])
    .where('request_id', '=', requestId)
    .executeTakeFirst()
}

export async function listRequestRows(ctx: Context) {
  return ctx.tx
    .selectFrom('app.rights_requests')
    .select([
      'id',
      'created_at',
      'kind',
      'via',
      'identified_how',
      'state',
      'due_at',
      'paused_at',
      'answered_at',
    ])
    .orderBy(sql`state in ('answered', 'refused')`)
    .orderBy('due_at')
    .limit(200)
    .execute()
}

export async function findRequest(ctx: Context, id: string) {
  return ctx.tx.selectFrom('app.rights_requests').selectAll().where('id', '=', id).executeTakeFirst()
}
export type RequestRow = NonNullable<Awaited<ReturnType<typeof findRequest>>>

/** False when it is no longer the version that was seen. */
export async function updateRequest(
  ctx: Context,
  row: { readonly id: string; readonly version: number },
  set: Partial<{
    readonly state: RightState
    readonly case_id: string | null
    readonly due_at: Date
    readonly paused_at: Date | null
    readonly prepared_by: string
    readonly prepared_at: Date
    readonly told_orgs: string[]
    readonly decided_by: string
    readonly decided_at: Date
    readonly confirmed_by: string
    readonly confirmed_at: Date
    readonly refusal_basis: RefusalBasis
    readonly answered_at: Date
    readonly ended_at: Date
    readonly answer_sealed: Buffer
  }>,
): Promise<boolean> {
  const done = await ctx.tx
    .updateTable('app.rights_requests')
    .set((column) => ({ ...set, version: column('version', '+', 1) }))
    .where('id', '=', row.id)
    .where('version', '=', row.version)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

export async function findReportCase(ctx: Context, reportId: string) {
  return ctx.tx
    .selectFrom('app.reports')
    .select(['id', 'case_id', 'joined_as'])
    .where('id', '=', reportId)
    .executeTakeFirst()
}

export async function findCaseHead(ctx: Context, caseId: string) {
  return ctx.tx
    .selectFrom('app.cases')
    .select(['id', 'code', 'lead_org'])
    .where('id', '=', caseId)
    .executeTakeFirst()
}

export async function findOrgName(ctx: Context, orgId: string): Promise<string> {
  const row = await ctx.tx
    .selectFrom('app.organisations')
    .select('name_id')
    .where('id', '=', orgId)
    .executeTakeFirstOrThrow()
  return row.name_id
}

export async function listOrgNames(ctx: Context, ids: readonly string[]): Promise<readonly string[]> {
  if (ids.length === 0) return []
  const rows = await ctx.tx
    .selectFrom('app.organisations')
    .select('short_name')
    .where('id', 'in', [...ids])
    .orderBy('short_name')
    .execute()
  return rows.map((row) => row.short_name)
}

/** Bodies that took something of this case. */
export async function listReceivers(ctx: Context, caseId: string) {
  return ctx.tx
    .selectFrom('app.referrals as r')
    .innerJoin('app.organisations as o', 'o.id', 'r.to_org')
    .select(['r.to_org', 'o.short_name', 'r.created_at', 'r.consent_basis'])
    .where('r.case_id', '=', caseId)
    .where('r.state', 'in', ['accepted', 'in-progress', 'on-hold', 'completed', 'failed'])
    .orderBy('r.created_at')
    .execute()
}

export async function putExport(
  ctx: Context,
  file: {
    readonly requestId: string
    readonly orgId: string
    readonly staffId: string
    readonly keyId: string
    readonly sealed: Buffer
    readonly sha256: Buffer
  },
): Promise<void> {
  await ctx.tx
    .deleteFrom('app.rights_export_files')
    .where('request_id', '=', file.requestId)
    .where('released_at', 'is', null)
    .execute()
  await ctx.tx
    .insertInto('app.rights_export_files')
    .values({
      request_id: file.requestId,
      created_at: ctx.now,
      org_id: file.orgId,
      prepared_by: file.staffId,
      sha256: file.sha256,
      key_id: file.keyId,
      sealed: file.sealed,
    })
    .execute()
}

/** Releases the file unread. False when there is none, or when the releaser prepared it. */
export async function releaseExport(ctx: Context, requestId: string): Promise<boolean> {
  const { rows } = await sql<{ ok: boolean }>`select app.release_export(${requestId}) as ok`.execute(ctx.tx)
  return rows[0]?.ok === true
}

export async function nameScope(
  ctx: Context,
  requestId: string,
  subjects: readonly { readonly kind: 'report' | 'person' | 'case'; readonly id: string }[],
): Promise<void> {
  if (subjects.length === 0) return
  await ctx.tx
    .insertInto('app.rights_scope')
    .values(
      subjects.map((subject) => ({
        id: ctx.newId(),
        created_at: ctx.now,
        request_id: requestId,
        subject_kind: subject.kind,
        subject_id: subject.id,
      })),
    )
    .onConflict((conflict) => conflict.columns(['request_id', 'subject_kind', 'subject_id']).doNothing())
    .execute()
}

export async function listScope(ctx: Context, requestId: string) {
  return ctx.tx
    .selectFrom('app.rights_scope')
    .select(['id', 'subject_kind', 'subject_id', 'created_at', 'erased_at'])
    .where('request_id', '=', requestId)
    .execute()
}

/** Why this case may not be erased; undefined where nothing holds it, or the reader is neither supervisor nor officer for it. */
export async function findHold(
  ctx: Context,
  caseId: string | null,
): Promise<{ readonly reason: string } | undefined> {
  if (caseId === null) return undefined
  const { rows } = await sql<{ reason: string | null }>`select app.hold_reason(${caseId}) as reason`.execute(
    ctx.tx,
  )
  const reason = rows[0]?.reason ?? null
  return reason === null ? undefined : { reason }
}
