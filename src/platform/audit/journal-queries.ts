import type { Actor, Context } from '../db/context.ts'
import { keyedHash } from '../crypto/secrets.ts'
import type { Platform } from '../platform.ts'

/** Codes and ids only: never a name, a number, an address or a story. */
export type Details = Readonly<Record<string, string | number | null | readonly string[]>>

export type Entry = {
  /** `subject.happened`, such as `report.received`, `referral.accepted`. */
  readonly verb: `${string}.${string}`
  readonly subjectKind: string
  readonly subjectId: string
  readonly caseId?: string | null
  readonly reportId?: string | null
  readonly details?: Details
}

/** What is chained: the same text whoever computes it. Keys sorted, instants in milliseconds. */
export type StoredEntry = {
  readonly id: string
  readonly created_at: Date
  readonly actor_kind: string
  readonly actor_id: string | null
  readonly org_id: string | null
  readonly verb: string
  readonly subject_kind: string
  readonly subject_id: string | null
  readonly case_id: string | null
  readonly report_id: string | null
  readonly details: unknown
  readonly request_id: string
}

function stable(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(stable)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, stable(inner)]),
  )
}

export function canonical(entry: StoredEntry): string {
  return JSON.stringify([
    entry.id,
    entry.created_at.toISOString(),
    entry.actor_kind,
    entry.actor_id,
    entry.org_id,
    entry.verb,
    entry.subject_kind,
    entry.subject_id,
    entry.case_id,
    entry.report_id,
    stable(entry.details),
    entry.request_id,
  ])
}

function actorId(actor: Actor): string | null {
  if (actor.kind === 'client') return actor.clientId
  return actor.kind === 'staff' || actor.kind === 'gate' ? (actor.staffId ?? null) : null
}

/** orgId counts where the actor has no organisation of his own (signing in, jobs). */
function entryRow(
  ctx: Context,
  entry: Omit<Entry, 'subjectId'> & { readonly subjectId: string | null },
  orgId: string | undefined,
) {
  const { actor } = ctx
  const stored: StoredEntry = {
    id: ctx.newId(),
    created_at: ctx.now,
    actor_kind: actor.kind,
    actor_id: actorId(actor),
    org_id: actor.kind === 'staff' || actor.kind === 'client' ? actor.orgId : (orgId ?? null),
    verb: entry.verb,
    subject_kind: entry.subjectKind,
    subject_id: entry.subjectId,
    case_id: entry.caseId ?? null,
    report_id: entry.reportId ?? null,
    details: entry.details ?? {},
    request_id: ctx.requestId,
  }
  return sealedEntry(ctx.platform, stored)
}

/**
 * An entry as a row with its MAC. Use cases write through writeJournal and writeAudit; only the demonstration tells of
 * moments and actors other than its own transaction's.
 */
export function sealedEntry(platform: Pick<Platform, 'keys'>, stored: StoredEntry) {
  return {
    ...stored,
    details: JSON.stringify(stored.details),
    mac: Buffer.from(keyedHash(platform.keys.journal, canonical(stored))),
  }
}

/** One entry for each changing transaction; without it the transaction does not commit. */
export async function writeJournal(ctx: Context, entry: Entry, orgId?: string): Promise<void> {
  await ctx.tx
    .insertInto('app.journal')
    .values({ ...entryRow(ctx, entry, orgId), subject_id: entry.subjectId })
    .execute()
}

/** Reads, searches, exports, list pages, sign-ins. */
export async function writeAudit(
  ctx: Context,
  entry: Omit<Entry, 'subjectId'> & { readonly subjectId?: string | null },
  orgId?: string,
): Promise<void> {
  await ctx.tx
    .insertInto('app.audit_log')
    .values(entryRow(ctx, { ...entry, subjectId: entry.subjectId ?? null }, orgId))
    .execute()
}
