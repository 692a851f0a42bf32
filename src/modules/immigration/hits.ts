import {
  HIT_DAYS_MOST,
  HIT_KINDS,
  HIT_SOURCES,
  HIT_VERIFICATIONS,
  type HitKind,
  type HitSource,
  type HitVerification,
} from '#src/domain/immigration/codes.ts'
import { addMilliseconds, DAY } from '#src/domain/kernel/instant.ts'
import { writeAudit } from '#src/platform/audit/journal-queries.ts'
import type { Context, StaffContext } from '#src/platform/db/context.ts'
import { createKey, loadKeys } from '#src/platform/db/keys-queries.ts'
import { InvalidInputError, NotAllowedError, StaleVersionError, type Problem } from '#src/platform/errors.ts'
import { allowed, documentHash, noteDesk } from './desk-kit.ts'
import { insertHit, listHitRows, listHitsOn, setVerification, type HitRow } from './hit-queries.ts'

export type ReportedHit = {
  readonly id: string
  readonly version: number
  readonly kind: HitKind
  readonly source: HitSource
  readonly reportedAt: Date
  readonly verification: HitVerification
  readonly expiresAt: Date
  /** The number under which the other system keeps it. */
  readonly reference: string
}

export type GivenHit = {
  readonly kind: string
  readonly source: string
  readonly reference: string
  readonly documentNumber: string
  /** When the other system reported it. */
  readonly reportedAt: Date
  /** How long it counts; at most HIT_DAYS_MOST. */
  readonly days: number
}

/**
 * Keeps a hit of another system as what it is: a message with a reference and an end. A reference is a short number: a
 * template, a picture or a story does not fit in and is refused. Throws InvalidInputError with a code for each field.
 */
export async function reportHit(ctx: Context, given: GivenHit): Promise<string> {
  if (ctx.actor.kind === 'staff') allowed(ctx as StaffContext, 'immigration.desk')
  else if (ctx.actor.kind !== 'client') throw new NotAllowedError('immigration.not-yours')
  const problems = problemsOf(ctx, given)
  if (problems.length > 0) throw new InvalidInputError(problems)
  const id = ctx.newId()
  const key = await createKey(ctx, 'hit', id)
  await insertHit(ctx, {
    id,
    org_id: ctx.actor.orgId,
    by_staff: ctx.actor.kind === 'staff' ? ctx.actor.staffId : null,
    kind: given.kind,
    source: given.source,
    reported_at: given.reportedAt,
    expires_at: addMilliseconds(ctx.now, given.days * DAY),
    document_hash: documentHash(ctx, given.documentNumber),
    key_id: key.id,
    sealed: key.sealJson(`reported_hits.sealed/${id}`, { reference: given.reference.trim() }),
  })
  await noteDesk(
    ctx,
    'hit.reported',
    { kind: 'reported-hit', id },
    { kind: given.kind, source: given.source },
  )
  return id
}

/** Letters, digits and the signs of a file number; no line of a template is as short as this. */
const REFERENCE = /^[A-Za-z0-9][A-Za-z0-9 ./-]{1,39}$/
const NUMBER = /^[A-Za-z0-9 -]{4,20}$/

function problemsOf(ctx: Context, given: GivenHit): readonly Problem[] {
  const problems: Problem[] = []
  const wrong = (path: string, code: string) => problems.push({ path, code: `immigration.${code}` })
  if (!HIT_KINDS.some((kind) => kind === given.kind)) wrong('kind', 'choose')
  if (!HIT_SOURCES.some((source) => source === given.source)) wrong('source', 'choose')
  if (!REFERENCE.test(given.reference.trim())) wrong('reference', 'reference-wrong')
  if (!NUMBER.test(given.documentNumber.trim())) wrong('documentNumber', 'number-wrong')
  if (Number.isNaN(given.reportedAt.getTime()) || given.reportedAt > ctx.now)
    wrong('reportedAt', 'date-wrong')
  if (!Number.isInteger(given.days) || given.days < 1 || given.days > HIT_DAYS_MOST)
    wrong('days', 'days-wrong')
  return problems
}

export const HITS_PAGE = 50

export async function listHits(
  ctx: StaffContext,
  page: number,
): Promise<{ readonly hits: readonly ReportedHit[]; readonly total: number }> {
  allowed(ctx, 'immigration.read')
  const rows = await listHitRows(ctx, ctx.actor.orgId, { offset: page * HITS_PAGE, limit: HITS_PAGE })
  await writeAudit(ctx, { verb: 'desk.listed', subjectKind: 'reported-hit', details: { shown: rows.length } })
  return { hits: await openHits(ctx, rows), total: rows[0]?.total ?? 0 }
}

export async function hitsOn(
  ctx: Context,
  orgId: string,
  document: Buffer | null,
): Promise<readonly ReportedHit[]> {
  return document === null ? [] : openHits(ctx, await listHitsOn(ctx, orgId, document))
}

async function openHits(ctx: Context, rows: readonly HitRow[]): Promise<readonly ReportedHit[]> {
  const keys = await loadKeys(
    ctx,
    rows.map((row) => row.key_id),
  )
  return rows.flatMap((row) => {
    const key = keys.get(row.key_id)
    if (!key) return []
    const { reference } = key.openJson<{ reference: string }>(`reported_hits.sealed/${row.id}`, row.sealed)
    return [
      {
        id: row.id,
        version: row.version,
        kind: row.kind,
        source: row.source,
        reportedAt: row.reported_at,
        verification: row.verification,
        expiresAt: row.expires_at,
        reference,
      },
    ]
  })
}

/** What the officer found when he asked the reporting body. */
export async function checkHit(
  ctx: StaffContext,
  at: { readonly id: string; readonly version: number },
  found: string,
): Promise<void> {
  allowed(ctx, 'immigration.desk')
  const verification = HIT_VERIFICATIONS.find((each) => each === found && each !== 'not-checked')
  if (verification === undefined)
    throw new InvalidInputError([{ path: 'verification', code: 'immigration.choose' }])
  if (!(await setVerification(ctx, at, verification))) throw new StaleVersionError('immigration.changed')
  await noteDesk(ctx, 'hit.checked', { kind: 'reported-hit', id: at.id }, { verification })
}
