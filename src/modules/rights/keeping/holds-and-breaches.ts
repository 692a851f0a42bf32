import { FIXED_CLOCKS } from '#src/domain/deadlines/clock.ts'
import { writeAudit, writeJournal } from '#src/platform/audit/journal-queries.ts'
import { asStaff, type Context } from '#src/platform/db/context.ts'
import { createKey, loadKey, loadKeys } from '#src/platform/db/keys-queries.ts'
import { InvalidInputError, NotFoundError, RefusedError, StaleVersionError } from '#src/platform/errors.ts'
import {
  endHold,
  findBreach,
  insertBreach,
  insertHold,
  listBreachRows,
  noteBreachNotice,
  updateBreach,
  type HoldReason,
} from './keeping-queries.ts'

const CASE_CODE = /^[A-Z][A-Z0-9]{1,9}-\d{4}-\d{4,}$/

/**
 * Nothing erases this case while the hold stands. The case is named by its code and not opened, and the answer is the same
 * whether such a case exists or not: whoever reads no case learns none from here.
 */
export async function holdCase(
  ctx: Context,
  hold: { readonly code: string; readonly reason: HoldReason; readonly until: string | null },
): Promise<string> {
  const { actor } = asStaff(ctx)
  const code = hold.code.trim().toUpperCase()
  if (!CASE_CODE.test(code)) throw new InvalidInputError([{ path: 'case', code: 'hold.no-code' }])
  if (hold.until !== null && !/^\d{4}-\d{2}-\d{2}$/.test(hold.until))
    throw new InvalidInputError([{ path: 'until', code: 'date.not-understood' }])
  const id = ctx.newId()
  await insertHold(ctx, {
    id,
    orgId: actor.orgId,
    code,
    reason: hold.reason,
    until: hold.until,
    staffId: actor.staffId,
  })
  await writeJournal(ctx, {
    verb: 'hold.put',
    subjectKind: 'legal-hold',
    subjectId: id,
    details: { reason: hold.reason },
  })
  return id
}

/** Lifted by another person than the one who put it. */
export async function liftHold(ctx: Context, id: string): Promise<void> {
  const { actor } = asStaff(ctx)
  if (!(await endHold(ctx, id, actor.staffId))) throw new RefusedError('hold.second-person')
  await writeJournal(ctx, { verb: 'hold.lifted', subjectKind: 'legal-hold', subjectId: id })
}

/** What art 46 (2) asks of the notice: which data, when and how, and what was done about it. */
export type BreachWords = { readonly what: string; readonly dataKinds: string; readonly measures: string }

export const BREACH_CHECKLIST = ['dataKinds', 'what', 'measures'] as const

export type Breach = {
  readonly id: string
  readonly version: number
  readonly foundAt: Date
  readonly noticeDueAt: Date
  readonly people: number | null
  readonly words: BreachWords | undefined
  readonly missing: readonly (keyof BreachWords)[]
  readonly personsNoticedAt: Date | null
  readonly authorityNoticedAt: Date | null
}

export async function recordBreach(
  ctx: Context,
  breach: { readonly foundAt: Date; readonly people: number | null; readonly words: BreachWords },
): Promise<string> {
  const { actor } = asStaff(ctx)
  if (breach.words.what.trim() === '') throw new InvalidInputError([{ path: 'what', code: 'answer.missing' }])
  if (breach.foundAt > ctx.now) throw new InvalidInputError([{ path: 'foundAt', code: 'date.in-future' }])
  const id = ctx.newId()
  const key = await createKey(ctx, 'breach', id)
  await insertBreach(ctx, {
    id,
    orgId: actor.orgId,
    foundAt: breach.foundAt,
    dueAt: new Date(breach.foundAt.getTime() + FIXED_CLOCKS['breach-notice'].hours * 3600_000),
    people: breach.people,
    keyId: key.id,
    sealed: key.sealJson(`breach_records.sealed/${id}`, breach.words),
    staffId: actor.staffId,
  })
  await writeJournal(ctx, { verb: 'breach.recorded', subjectKind: 'breach', subjectId: id })
  return id
}

/** What is learnt later is added until the first notice goes out; what a notice said stays as it was. */
export async function editBreach(
  ctx: Context,
  id: string,
  change: { readonly seen: number; readonly people: number | null; readonly words: BreachWords },
): Promise<void> {
  const row = await findBreach(ctx, id)
  if (!row) throw new NotFoundError('breach.not-found')
  if (row.persons_noticed_at ?? row.authority_noticed_at) throw new RefusedError('breach.noticed')
  if (change.words.what.trim() === '') throw new InvalidInputError([{ path: 'what', code: 'answer.missing' }])
  const key = await loadKey(ctx, row.key_id)
  const sealed = key.sealJson(`breach_records.sealed/${id}`, change.words)
  if (!(await updateBreach(ctx, id, { seen: change.seen, people: change.people, sealed })))
    throw new StaleVersionError('breach.changed-meanwhile')
  await writeJournal(ctx, { verb: 'breach.edited', subjectKind: 'breach', subjectId: id })
}

export async function listBreaches(ctx: Context): Promise<readonly Breach[]> {
  const rows = await listBreachRows(ctx)
  const keys = await loadKeys(
    ctx,
    rows.map((row) => row.key_id),
  )
  await writeAudit(ctx, { verb: 'breach.listed', subjectKind: 'breach', details: { count: rows.length } })
  return rows.map((row) => {
    const words = keys.get(row.key_id)?.openJson<BreachWords>(`breach_records.sealed/${row.id}`, row.sealed)
    return {
      id: row.id,
      version: row.version,
      foundAt: row.found_at,
      noticeDueAt: row.notice_due_at,
      people: row.people_count,
      words,
      missing: BREACH_CHECKLIST.filter((field) => (words?.[field] ?? '').trim() === ''),
      personsNoticedAt: row.persons_noticed_at,
      authorityNoticedAt: row.authority_noticed_at,
    }
  })
}

/** The written notice went out. Not before everything that it must contain is written down. */
export async function noteNotice(ctx: Context, id: string, whom: 'persons' | 'authority'): Promise<void> {
  const { actor } = asStaff(ctx)
  if (!(await findBreach(ctx, id))) throw new NotFoundError('breach.not-found')
  const breach = (await listBreaches(ctx)).find((each) => each.id === id)
  if (breach && breach.missing.length > 0)
    throw new RefusedError('breach.incomplete', breach.missing, 'UU 27/2022 Ps 46 (2)')
  if (!(await noteBreachNotice(ctx, id, whom, actor.staffId))) return
  await writeJournal(ctx, { verb: 'breach.noticed', subjectKind: 'breach', subjectId: id, details: { whom } })
}
