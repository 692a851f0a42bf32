import { z } from 'zod'
import { isRole, may } from '#src/domain/disclosure/roles.ts'
import { differencesOf, type OldRow } from '#src/domain/imports/read-list.ts'
import { writeJournal } from '#src/platform/audit/journal-queries.ts'
import { asStaff, runAs, type StaffActor, type StaffContext } from '#src/platform/db/context.ts'
import { loadKey } from '#src/platform/db/keys-queries.ts'
import { defineJob, type Job } from '#src/platform/jobs/jobs.ts'
import type { Platform } from '#src/platform/platform.ts'
import { findKnown, type KnownCase } from './dry-run.ts'
import {
  findImport,
  findSealed,
  insertRow,
  setStep,
  setStopped,
  type NewRow,
  type SealedImport,
} from './import-queries.ts'
import { makeCase, updateCase, type ListPlace, type ListWords } from './make-case.ts'
import { openList, ownKeyOf, readList, saidOfList } from './open-list.ts'
import { findPersonKey } from './person-key-queries.ts'
import { note } from './prepare-list.ts'
import { RUN_TASK } from './start-run.ts'
import { findRunner } from './watch-queries.ts'

/** Rows of one transaction: what a run that is cut loses at most, and does again. */
export const ROWS_AT_ONCE = 25

export function oldListJob(words: ListWords): Job<{ list: string }> {
  return defineJob(RUN_TASK, z.object({ list: z.uuid() }), (platform, { list }) =>
    runList(platform, list, words),
  )
}

/**
 * Takes a list over, some rows at a time, as the officer who started it and with the rights of today. Cut anywhere it goes on
 * behind the last row that is stored; two at once do nothing twice.
 */
export async function runList(platform: Platform, id: string, words: ListWords): Promise<void> {
  const runner = await runAs(platform, { kind: 'job', name: RUN_TASK }, async (ctx) => {
    const found = await findRunner(ctx, id)
    if (found === undefined || may(found.roles.filter(isRole), 'case.import')) return found
    if (await setStopped(ctx, id))
      await writeJournal(
        ctx,
        { verb: 'old-list.stopped', subjectKind: 'old-list', subjectId: id },
        found.orgId,
      )
    return undefined
  })
  if (runner === undefined) return
  const actor: StaffActor = { kind: 'staff', ...runner }
  const rows = await runAs(platform, actor, (ctx) => rowsToTake(asStaff(ctx), id))
  while ((await runAs(platform, actor, (ctx) => takeSome(asStaff(ctx), id, rows, words))) === 'more');
}

async function rowsToTake(ctx: StaffContext, id: string): Promise<readonly OldRow[]> {
  const { sheets, said } = await openList(ctx, id)
  return readList(ctx, sheets, saidOfList(said)).reading.rows
}

/** 'held': another process has it; 'done': there is nothing left. */
export async function takeSome(
  ctx: StaffContext,
  id: string,
  rows: readonly OldRow[],
  words: ListWords,
): Promise<'more' | 'done' | 'held'> {
  const list = await findSealed(ctx, id, 'claim')
  if (list === undefined) return 'held'
  if (list.state !== 'running') return 'done'
  const left = rows.filter(({ row }) => row > list.place)
  const some = left.slice(0, ROWS_AT_ONCE)
  const known = await findKnown(ctx, some)
  const counts = { made: 0, updated: 0, skipped: 0, left: 0 }
  for (const row of some) counts[await takeRow(ctx, list, row, known.get(row.row), words)] += 1
  const end = left.length > some.length ? ('more' as const) : ('done' as const)
  await setStep(ctx, id, { ...counts, place: some.at(-1)?.row ?? list.place, end })
  await note(ctx, 'old-list.rows-taken', id, counts)
  if (end === 'done') await noteDone(ctx, id)
  return end
}

async function noteDone(ctx: StaffContext, id: string): Promise<void> {
  const list = await findImport(ctx, id)
  await note(ctx, 'old-list.imported', id, {
    made: list?.made ?? 0,
    updated: list?.updated ?? 0,
    skipped: list?.skipped ?? 0,
    left: list?.left_out ?? 0,
  })
}

async function takeRow(
  ctx: StaffContext,
  list: SealedImport,
  row: OldRow,
  known: KnownCase | undefined,
  words: ListWords,
): Promise<NewRow['result']> {
  const base = { importId: list.id, place: row.row }
  const place: ListPlace = {
    source: list.source,
    row: row.row,
    file: list.file_digest.toString('hex').slice(0, 12),
  }
  const result = resultOf(list, row, known)
  if (result === 'made') {
    const { caseId, personId } = await makeCase(ctx, row.told, place, words)
    await storeRow(ctx, { ...base, result, caseId, personId }, row)
    return result
  }
  if (result === 'updated' && known?.personId) {
    const { code, personId, before, caseId } = known
    await updateCase(ctx, { code, personId, before }, row.told, place, words)
    await storeRow(ctx, { ...base, result, caseId, personId }, row, before)
    return result
  }
  const without = result === 'left' ? 'left' : 'skipped'
  await insertRow(ctx, { ...base, result: without })
  return without
}

function resultOf(list: SealedImport, row: OldRow, known: KnownCase | undefined): NewRow['result'] {
  if (row.faults.length > 0) return 'left'
  if (known === undefined) return 'made'
  const same = differencesOf(known.before, row.told).length === 0
  return list.known_rows === 'update' && known.touched === 'untouched' && !same ? 'updated' : 'skipped'
}

/** What the row told is sealed under the key of the person: erased with the person. */
async function storeRow(
  ctx: StaffContext,
  row: NewRow & { readonly personId: string },
  { told }: OldRow,
  before?: OldRow['told'],
): Promise<void> {
  const id = ctx.newId()
  const key = await loadKey(ctx, await findPersonKey(ctx, row.personId))
  await insertRow(ctx, {
    ...row,
    id,
    keyId: key.id,
    sealed: key.sealJson(`list_import_rows.sealed/${id}`, told),
    ...(before && { before: key.sealJson(`list_import_rows.before_sealed/${id}`, before) }),
    ...(told.ownNumber !== undefined && { ownKey: ownKeyOf(ctx, told.ownNumber) }),
  })
}
