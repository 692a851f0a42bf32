import { sql } from 'kysely'
import type { Context } from '#src/platform/db/context.ts'
import type { Answered } from './report-consents.ts'

/** The report that the code in the visitor's hand opens. */
export async function findHeld(ctx: Context) {
  return ctx.tx
    .selectFrom('app.report_codes as c')
    .innerJoin('app.reports as r', 'r.id', 'c.report_id')
    .innerJoin('app.organisations as o', 'o.id', 'r.org_id')
    .select([
      'c.holder',
      'r.id',
      'r.created_at',
      'r.about',
      'r.language',
      'r.org_id',
      'r.desk_since',
      'r.respond_by',
      'r.state',
      'r.urgency',
      'r.danger',
    ])
    .select([
      'r.opened_at',
      'r.taken_at',
      'r.case_id',
      'r.joined_as',
      'r.closed_as',
      'r.closed_at',
      'r.withdrawn_at',
      'r.key_id',
      'r.sealed',
      'r.version',
      'r.demo',
    ])
    .select(['o.name_id', 'o.name_en', 'o.kind', 'o.time_zone'])
    .where('c.ended_at', 'is', null)
    .executeTakeFirst()
}
export type HeldReport = NonNullable<Awaited<ReturnType<typeof findHeld>>>

/** The case that it became; visible only to the person concerned. */
export async function findHeldCase(ctx: Context) {
  return ctx.tx
    .selectFrom('app.cases as c')
    .innerJoin('app.organisations as o', 'o.id', 'c.lead_org')
    .select(['c.id', 'c.created_at', 'c.lead_org', 'c.state', 'c.next_news_at', 'c.closed_at'])
    .select(['c.closed_result', 'o.name_id', 'o.name_en'])
    .executeTakeFirst()
}

export async function listNeedOwners(ctx: Context) {
  return ctx.tx
    .selectFrom('app.needs as n')
    .innerJoin('app.organisations as o', 'o.id', 'n.owner_org')
    .select(['n.id', 'n.state', 'n.owner_org', 'o.name_id', 'o.name_en'])
    .where('n.state', 'not in', ['met', 'not-met', 'cancelled'])
    .orderBy('n.created_at')
    .execute()
}

/** Those that went with consent, or of which the person may know by now. */
export async function listHeldReferrals(ctx: Context) {
  return ctx.tx
    .selectFrom('app.referrals as f')
    .innerJoin('app.organisations as o', 'o.id', 'f.to_org')
    .select([
      'f.id',
      'f.created_at',
      'f.need_id',
      'f.to_org',
      'f.state',
      'f.due_at',
      'f.consent_basis',
      'f.exception_ground',
      'f.person_told_at',
    ])
    .select(['o.kind', 'o.name_id', 'o.name_en'])
    .orderBy('f.created_at')
    .execute()
}

export async function listHeldMessages(ctx: Context) {
  return ctx.tx
    .selectFrom('app.messages')
    .select(['id', 'created_at', 'sender', 'kind', 'key_id', 'sealed'])
    .orderBy('created_at')
    .orderBy('id')
    .execute()
}

export async function listHeldFiles(ctx: Context) {
  return ctx.tx
    .selectFrom('app.attachments')
    .select(['id', 'created_at', 'sender', 'media_type', 'size_bytes', 'metadata'])
    .orderBy('created_at')
    .execute()
}

export async function listHeldConsents(ctx: Context): Promise<readonly Answered[]> {
  const rows = await ctx.tx
    .selectFrom('app.consents')
    .select(['item', 'reader_kind', 'reader_org', 'answer', 'created_at', 'until'])
    .orderBy('created_at')
    .execute()
  return rows.map((row) => ({
    item: row.item,
    readerKind: row.reader_kind,
    readerOrg: row.reader_org,
    answer: row.answer,
    at: row.created_at,
    until: row.until,
  }))
}

export type NewMessage = {
  readonly id: string
  readonly reportId: string
  readonly caseId: string | null
  readonly orgId: string
  readonly sender: 'reporter' | 'second'
  readonly kind: 'message' | 'contact-request' | 'reopen-request' | 'contact-change'
  readonly keyId: string
  readonly sealed: Buffer
}

export async function insertMessage(ctx: Context, message: NewMessage): Promise<void> {
  const { id, sender, kind, sealed } = message
  await ctx.tx
    .insertInto('app.messages')
    .values({
      id,
      sender,
      kind,
      sealed,
      created_at: ctx.now,
      report_id: message.reportId,
      case_id: message.caseId,
      org_id: message.orgId,
      key_id: message.keyId,
    })
    .execute()
}

/** False when somebody with the same code changed it meanwhile. */
export async function updateHeld(
  ctx: Context,
  report: Pick<HeldReport, 'id' | 'version'>,
  change: {
    readonly sealed?: Buffer
    readonly doNotCall?: { readonly is: boolean }
    readonly withdrawnAt?: Date
  },
): Promise<boolean> {
  const done = await ctx.tx
    .updateTable('app.reports')
    .set((eb) => ({
      version: eb('version', '+', 1),
      ...(change.sealed && { sealed: change.sealed }),
      ...(change.doNotCall && { do_not_call: change.doNotCall.is }),
      ...(change.withdrawnAt && { withdrawn_at: change.withdrawnAt }),
    }))
    .where('id', '=', report.id)
    .where('version', '=', report.version)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

/** Waits for whoever holds the same code and is changing something now. */
export async function lockHeld(ctx: Context): Promise<void> {
  await sql`select 1 from app.reports for no key update`.execute(ctx.tx)
}

/** Ends any other second code of the held report. True: this one exists and opens. */
export async function keepOnlySecond(ctx: Context, keep: Uint8Array): Promise<boolean> {
  const { rows } = await sql<{
    kept: boolean
  }>`select app.keep_second_code(${Buffer.from(keep)}, ${ctx.now}) as kept`.execute(ctx.tx)
  return rows[0]?.kept === true
}
