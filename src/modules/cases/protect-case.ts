import type { StaffContext } from '#src/platform/db/context.ts'
import {
  InvalidInputError,
  NotAllowedError,
  NotFoundError,
  RefusedError,
  StaleVersionError,
} from '#src/platform/errors.ts'
import { writeAudit, writeJournal } from '#src/platform/audit/journal-queries.ts'
import { createKey, loadKeys } from '#src/platform/db/keys-queries.ts'
import { tellRoles } from '#src/modules/notices/index.ts'
import { getCaseRow } from './read-case.ts'
import { listColleagues } from './list-queries.ts'
import {
  endReader,
  findEmergencyCase,
  insertReader,
  listReaders,
  listUnreviewed,
  setProtected,
  setReviewed,
} from './protect-queries.ts'

export const PROTECTION_REASONS = ['insider', 'child', 'death-sentence', 'trafficker-near', 'other'] as const
/** An emergency opening ends by itself. */
export const EMERGENCY_MS = 4 * 3600_000

/** The same roles as in the policy name_them on app.protected_readers. */
const OPENERS = ['intake-officer', 'caseworker', 'supervisor']

type SealedEmergency = { readonly code: string; readonly reason: string }

/** Marks a case as protected: from now on only the named people of this organisation know of it; the supervisor is one of them. */
export async function protectCase(
  ctx: StaffContext,
  mark: {
    readonly code: string
    readonly version: number
    readonly because: string
    readonly readers: readonly string[]
  },
): Promise<void> {
  supervisorsOnly(ctx)
  const because = PROTECTION_REASONS.find((code) => code === mark.because)
  if (because === undefined) throw new InvalidInputError([{ path: 'because', code: 'reason.missing' }])
  const row = await getCaseRow(ctx, mark.code)
  if (row.protected) throw new RefusedError('case.protect.already')
  const readers = await colleaguesAmong(ctx, [ctx.actor.staffId, ...mark.readers])
  // The readers first: once the case is protected, only they may still change it.
  for (const staffId of readers)
    await insertReader(ctx, {
      id: ctx.newId(),
      caseId: row.id,
      orgId: ctx.actor.orgId,
      staffId,
      namedBy: ctx.actor.staffId,
      until: null,
    })
  if (!(await setProtected(ctx, row.id, mark.version, because)))
    throw new StaleVersionError('case.changed-meanwhile', {
      version: row.version,
      field: 'facts',
      theirs: '',
      at: null,
    })
  await writeJournal(ctx, {
    verb: 'case.protected',
    subjectKind: 'case',
    subjectId: row.id,
    caseId: row.id,
    details: { because, readers },
  })
}

/** One more named reader of a protected case. */
export async function nameReader(
  ctx: StaffContext,
  name: { readonly code: string; readonly staffId: string },
): Promise<void> {
  supervisorsOnly(ctx)
  const row = await getCaseRow(ctx, name.code)
  const [staffId] = await colleaguesAmong(ctx, [name.staffId])
  if (staffId === undefined) throw new InvalidInputError([{ path: 'staff', code: 'staff.unknown' }])
  await insertReader(ctx, {
    id: ctx.newId(),
    caseId: row.id,
    orgId: ctx.actor.orgId,
    staffId,
    namedBy: ctx.actor.staffId,
    until: null,
  })
  await writeJournal(ctx, {
    verb: 'case.reader-named',
    subjectKind: 'staff',
    subjectId: staffId,
    caseId: row.id,
  })
}

export async function removeReader(
  ctx: StaffContext,
  remove: { readonly code: string; readonly readerId: string },
): Promise<void> {
  const row = await getCaseRow(ctx, remove.code)
  if (!(await endReader(ctx, remove.readerId))) throw new NotFoundError('reader.not-found')
  await writeJournal(ctx, {
    verb: 'case.reader-removed',
    subjectKind: 'protected-reader',
    subjectId: remove.readerId,
    caseId: row.id,
  })
}

export async function listProtectedReaders(ctx: StaffContext, caseId: string) {
  return listReaders(ctx, caseId)
}

/**
 * Break the glass: opens a protected case of the own organisation to oneself for four hours. The reason is sealed, the
 * supervisors are told at once, and another supervisor reviews it. The same NotFoundError where no such case exists.
 */
export async function openInEmergency(
  ctx: StaffContext,
  opening: { readonly code: string; readonly reason: string },
): Promise<void> {
  if (!OPENERS.some((role) => ctx.actor.roles.includes(role)))
    throw new NotAllowedError('case.emergency.role')
  const reason = opening.reason.trim()
  if (reason.length < 10) throw new InvalidInputError([{ path: 'reason', code: 'reason.too-short' }])
  const code = opening.code.trim().toUpperCase()
  const caseId = await findEmergencyCase(ctx, code)
  if (caseId === undefined) throw new NotFoundError('case.not-found')
  const { orgId, staffId } = ctx.actor
  const id = ctx.newId()
  const key = await createKey(ctx, 'case', caseId)
  const words: SealedEmergency = { code, reason }
  const sealed = key.sealJson(`protected_readers.reason_sealed/${id}`, words)
  await insertReader(ctx, {
    id,
    caseId,
    orgId,
    staffId,
    namedBy: staffId,
    until: new Date(ctx.now.getTime() + EMERGENCY_MS),
    reason: { keyId: key.id, sealed },
  })
  await writeAudit(ctx, { verb: 'case.opened-in-emergency', subjectKind: 'case', subjectId: caseId, caseId })
  await writeJournal(ctx, {
    verb: 'case.opened-in-emergency',
    subjectKind: 'protected-reader',
    subjectId: id,
    caseId,
  })
  await tellRoles(ctx, {
    orgId,
    kind: 'emergency-opening',
    dedupe: `emergency:${id}`,
    subjectKind: 'protected-reader',
    subjectId: id,
  })
}

export type EmergencyOpening = {
  readonly id: string
  readonly code: string
  readonly reason: string
  readonly by: string
  readonly byId: string
  readonly at: Date
  readonly until: Date | null
}

/** Emergency openings of the own organisation that wait for a review by another supervisor. */
export async function listEmergencyOpenings(ctx: StaffContext): Promise<readonly EmergencyOpening[]> {
  const rows = await listUnreviewed(ctx, ctx.actor.orgId)
  const keys = await loadKeys(
    ctx,
    rows.flatMap((row) => (row.key_id ? [row.key_id] : [])),
  )
  return rows.flatMap((row) => {
    if (!row.key_id || !row.reason_sealed) return []
    const words = keys
      .get(row.key_id)
      ?.openJson<SealedEmergency>(`protected_readers.reason_sealed/${row.id}`, row.reason_sealed)
    return words
      ? [
          {
            id: row.id,
            code: words.code,
            reason: words.reason,
            by: row.display_name,
            byId: row.staff_id,
            at: row.created_at,
            until: row.until,
          },
        ]
      : []
  })
}

/** Another supervisor says whether the emergency was one; nobody reviews his own. */
export async function reviewEmergency(
  ctx: StaffContext,
  review: { readonly openingId: string; readonly verdict: 'justified' | 'not-justified' },
): Promise<void> {
  supervisorsOnly(ctx)
  const caseId = await setReviewed(ctx, review.openingId, ctx.actor.staffId, review.verdict)
  if (caseId === undefined) throw new RefusedError('case.review.not-yours')
  await writeJournal(ctx, {
    verb: 'case.emergency-reviewed',
    subjectKind: 'protected-reader',
    subjectId: review.openingId,
    caseId,
    details: { verdict: review.verdict },
  })
}

async function colleaguesAmong(ctx: StaffContext, wanted: readonly string[]): Promise<readonly string[]> {
  const colleagues = (await listColleagues(ctx, ctx.actor.orgId))
    .filter((each) => each.state === 'active')
    .map((each) => each.id)
  return [...new Set(wanted)].filter((id) => colleagues.includes(id))
}

function supervisorsOnly(ctx: StaffContext): void {
  if (!ctx.actor.roles.includes('supervisor')) throw new NotAllowedError('case.supervisor-only')
}
