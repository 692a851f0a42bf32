import { FOLLOW_UP_DAYS, FOLLOW_UP_OUTCOMES, type FollowUpKind } from '#src/domain/immigration/codes.ts'
import { addDays } from '#src/domain/kernel/partial-date.ts'
import { writeAudit } from '#src/platform/audit/journal-queries.ts'
import type { StaffContext } from '#src/platform/db/context.ts'
import { loadKey, loadKeys } from '#src/platform/db/keys-queries.ts'
import { InvalidInputError, NotFoundError, RefusedError, StaleVersionError } from '#src/platform/errors.ts'
import { allowed, noteDesk, type SealedWords } from './desk-kit.ts'
import {
  endFollowUp,
  findFollowUp,
  insertFollowUp,
  listOpenFollowUps,
  lockEncounter,
  type EncounterRow,
  type FollowUpRow,
} from './desk-queries.ts'

export type FollowUp = {
  readonly id: string
  readonly encounterId: string
  readonly version: number
  readonly kind: FollowUpKind
  readonly dueOn: string
  readonly late: 'late' | 'in-time'
  readonly words: string
  readonly answer?: string
  readonly outcome: string | null
  readonly doneAt: Date | null
  /** Whether this reader may end it: some need a second person. */
  readonly forMe: 'mine' | 'not-mine'
}

const NEEDS_SECOND: readonly FollowUpKind[] = ['objection', 'review-exception']
export const FOLLOW_UPS_PAGE = 50

/** Within the caller's transaction, which writes its own entry of the journal too. */
export async function addFollowUp(
  ctx: StaffContext,
  row: Pick<EncounterRow, 'id' | 'key_id'>,
  what: { readonly kind: FollowUpKind; readonly words: string; readonly days: number },
): Promise<void> {
  const words = what.words.trim()
  if (words.length > 2000) throw new InvalidInputError([{ path: 'words', code: 'immigration.too-long' }])
  const id = ctx.newId()
  const key = await loadKey(ctx, row.key_id)
  const sealed: SealedWords = { words }
  await insertFollowUp(ctx, {
    id,
    encounter_id: row.id,
    kind: what.kind,
    due_on: addDays(ctx.now.toISOString().slice(0, 10), what.days),
    key_id: row.key_id,
    sealed: key.sealJson(`desk_follow_ups.sealed/${id}`, sealed),
  })
  await noteDesk(ctx, 'desk.follow-up-set', { kind: 'desk-follow-up', id }, { kind: what.kind })
}

/** What the traveller says against what was written. Another person than who took it down answers it. */
export async function takeObjection(ctx: StaffContext, encounterId: string, words: string): Promise<void> {
  allowed(ctx, 'immigration.desk')
  const row = await lockEncounter(ctx, encounterId)
  if (!row) throw new NotFoundError('desk-encounter.not-found')
  if (words.trim().length < 3)
    throw new InvalidInputError([{ path: 'words', code: 'immigration.words-missing' }])
  await addFollowUp(ctx, row, { kind: 'objection', words, days: FOLLOW_UP_DAYS.objection })
}

export async function answerFollowUp(
  ctx: StaffContext,
  at: { readonly id: string; readonly version: number },
  answer: { readonly outcome: string; readonly words: string },
): Promise<void> {
  allowed(ctx, 'immigration.desk', 'immigration.read')
  const row = await findFollowUp(ctx, at.id)
  if (!row) throw new NotFoundError('desk-follow-up.not-found')
  const outcomes: readonly string[] = FOLLOW_UP_OUTCOMES[row.kind]
  if (!outcomes.includes(answer.outcome))
    throw new InvalidInputError([{ path: 'outcome', code: 'immigration.choose' }])
  if (answer.words.length > 2000)
    throw new InvalidInputError([{ path: 'words', code: 'immigration.too-long' }])
  if (NEEDS_SECOND.includes(row.kind) && row.by_staff === ctx.actor.staffId)
    throw new RefusedError('immigration.second-person')
  const key = await loadKey(ctx, row.key_id)
  const before = key.openJson<SealedWords>(`desk_follow_ups.sealed/${row.id}`, row.sealed)
  const sealed: SealedWords = { ...before, answer: answer.words.trim() }
  const done = await endFollowUp(
    ctx,
    { id: row.id, version: at.version },
    { outcome: answer.outcome, sealed: key.sealJson(`desk_follow_ups.sealed/${row.id}`, sealed) },
  )
  if (!done) throw new StaleVersionError('immigration.changed')
  await noteDesk(
    ctx,
    'desk.follow-up-ended',
    { kind: 'desk-follow-up', id: row.id },
    { kind: row.kind, outcome: answer.outcome },
  )
}

/** What is still to be done at this desk, the earliest first. Recorded as a list. */
export async function listFollowUps(
  ctx: StaffContext,
  page: number,
): Promise<{ readonly followUps: readonly FollowUp[]; readonly total: number }> {
  allowed(ctx, 'immigration.read')
  const rows = await listOpenFollowUps(ctx, ctx.actor.orgId, {
    offset: page * FOLLOW_UPS_PAGE,
    limit: FOLLOW_UPS_PAGE,
  })
  await writeAudit(ctx, {
    verb: 'desk.listed',
    subjectKind: 'desk-follow-up',
    details: { shown: rows.length },
  })
  return { followUps: await openFollowUps(ctx, rows), total: rows[0]?.total ?? 0 }
}

export async function openFollowUps(
  ctx: StaffContext,
  rows: readonly FollowUpRow[],
): Promise<readonly FollowUp[]> {
  const keys = await loadKeys(
    ctx,
    rows.map((row) => row.key_id),
  )
  const today = ctx.now.toISOString().slice(0, 10)
  return rows.flatMap((row) => {
    const key = keys.get(row.key_id)
    if (!key) return []
    const words = key.openJson<SealedWords>(`desk_follow_ups.sealed/${row.id}`, row.sealed)
    return [
      {
        id: row.id,
        encounterId: row.encounter_id,
        version: row.version,
        kind: row.kind,
        dueOn: row.due_on,
        late: row.done_at === null && row.due_on < today ? ('late' as const) : ('in-time' as const),
        words: words.words,
        ...(words.answer !== undefined && { answer: words.answer }),
        outcome: row.outcome,
        doneAt: row.done_at,
        forMe:
          NEEDS_SECOND.includes(row.kind) && row.by_staff === ctx.actor.staffId
            ? ('not-mine' as const)
            : ('mine' as const),
      },
    ]
  })
}
