import { sql } from 'kysely'
import type { ReportDraft } from '#src/domain/reports/report.ts'
import type { SearchToken } from '#src/platform/crypto/search-tokens.ts'
import type { DataKey } from '#src/platform/crypto/vault.ts'
import type { Context } from '#src/platform/db/context.ts'
import type { ClearFacts, GivenConsent } from './report-row.ts'

/**
 * Claims the key for this report. False: another post has claimed it and its report stands (a post that is still being
 * stored is waited for).
 */
export async function claimRequest(ctx: Context, keyHash: Uint8Array, reportId: string): Promise<boolean> {
  const done = await ctx.tx
    .insertInto('app.report_requests')
    .values({ key_hash: Buffer.from(keyHash), created_at: ctx.now, report_id: reportId })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return done.numInsertedOrUpdatedRows === 1n
}

export type NewReport = {
  readonly id: string
  readonly draft: Pick<ReportDraft, 'channel' | 'about' | 'language'>
  readonly facts: ClearFacts
  readonly orgId: string
  readonly respondBy: Date
  readonly keptFromOrgs: readonly string[]
  readonly key: DataKey
  readonly sealed: Buffer
  readonly writtenByStaff: string | null
  readonly demo: boolean
}

export async function insertReport(ctx: Context, report: NewReport): Promise<void> {
  const { facts, draft } = report
  await ctx.tx
    .insertInto('app.reports')
    .values({
      id: report.id,
      created_at: ctx.now,
      channel: draft.channel,
      about: draft.about,
      language: draft.language,
      org_id: report.orgId,
      desk_since: ctx.now,
      respond_by: report.respondBy,
      danger: facts.danger,
      urgency_suggested: facts.urgency,
      urgency: facts.urgency,
      case_types: [...facts.caseTypes],
      signals: [...facts.signals],
      country: facts.country,
      district: facts.district,
      people_count: facts.peopleCount,
      anonymous: facts.anonymous,
      do_not_call: facts.doNotCall,
      touches_child: facts.touchesChild,
      kept_from_orgs: [...report.keptFromOrgs],
      kept_from_kinds: [...facts.keptFromKinds],
      key_id: report.key.id,
      sealed: report.sealed,
      demo: report.demo,
      ...(report.writtenByStaff === null ? {} : { written_by_staff: report.writtenByStaff }),
    })
    .execute()
}

export async function insertCode(
  ctx: Context,
  code: { readonly hash: Uint8Array; readonly reportId: string; readonly holder: 'first' | 'second' },
): Promise<void> {
  await ctx.tx
    .insertInto('app.report_codes')
    .values({
      code_hash: Buffer.from(code.hash),
      created_at: ctx.now,
      report_id: code.reportId,
      holder: code.holder,
    })
    .execute()
}

export type DeskTrail = {
  readonly reportId: string
  readonly orgId: string
  readonly why: 'picked' | 'place' | 'head-office'
  readonly byStaff: string | null
}

export async function insertDeskTrail(ctx: Context, trail: DeskTrail): Promise<void> {
  await ctx.tx
    .insertInto('app.report_desks')
    .values({
      id: ctx.newId(),
      created_at: ctx.now,
      report_id: trail.reportId,
      org_id: trail.orgId,
      why: trail.why,
      by_staff: trail.byStaff,
    })
    .execute()
}

export type ReportConsents = {
  readonly reportId: string
  readonly orgId: string
  readonly given: readonly GivenConsent[]
  readonly givenBy: 'self' | 'reporter'
  readonly how: string
  readonly language: string
  readonly byStaff: string | null
  /** Where the answer is about one body. */
  readonly readerOrg?: string
}

/** One statement whatever the number of answers. */
export async function insertConsents(ctx: Context, consents: ReportConsents): Promise<void> {
  if (consents.given.length === 0) return
  const column = (pick: (each: GivenConsent) => string): string[] => consents.given.map(pick)
  await sql`insert into app.consents (id, created_at, report_id, org_id, item, reader_kind, answer, given_by, how, language, by_staff, reader_org)
    select g.id, ${ctx.now}, ${consents.reportId}, ${consents.orgId}, g.item, g.reader, g.answer, ${consents.givenBy}, ${consents.how}, ${consents.language}, ${consents.byStaff}, ${consents.readerOrg ?? null}
    from unnest(${column(() => ctx.newId())}::uuid[], ${column((each) => each.item)}::text[], ${column((each) => each.reader)}::text[], ${column((each) => each.answer)}::text[])
      as g (id, item, reader, answer)`.execute(ctx.tx)
}

export async function insertTokens(
  ctx: Context,
  tokens: readonly SearchToken[],
  report: { readonly id: string; readonly orgId: string },
): Promise<void> {
  if (tokens.length === 0) return
  await sql`insert into app.search_tokens (token, subject_id, kind, subject_kind, org_id, created_at)
    select t.token, ${report.id}, t.kind, 'report', ${report.orgId}, ${ctx.now}
    from unnest(${tokens.map((each) => each.token)}::bytea[], ${tokens.map((each) => each.kind)}::text[]) as t (token, kind)`.execute(
    ctx.tx,
  )
}

/** What the first answer told, for a post that comes again. Needs the code in the visitor's hand. */
export async function findReceived(
  ctx: Context,
): Promise<
  | { readonly id: string; readonly orgId: string; readonly urgency: string; readonly respondBy: Date }
  | undefined
> {
  const row = await ctx.tx
    .selectFrom('app.reports')
    .select(['id', 'org_id', 'urgency', 'respond_by'])
    .executeTakeFirst()
  return row && { id: row.id, orgId: row.org_id, urgency: row.urgency, respondBy: row.respond_by }
}
