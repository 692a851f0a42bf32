import type { OldCase } from '#src/domain/imports/read-list.ts'
import { writeAudit } from '#src/platform/audit/journal-queries.ts'
import type { StaffContext } from '#src/platform/db/context.ts'
import { loadKeys } from '#src/platform/db/keys-queries.ts'
import { NotFoundError, RefusedError } from '#src/platform/errors.ts'
import {
  findImport,
  findSealed,
  listDoneRows,
  listImportRows,
  listUpdatedRows,
  listWorkedOn,
  takeBack,
  type DoneRow,
  type ListImport,
} from './import-queries.ts'
import { updateCase, type ListWords } from './make-case.ts'
import { note } from './prepare-list.ts'

/**
 * Takes a list back: the cases that it made and that nobody worked on go, what it changed in others is put back, and what
 * somebody worked on stays. Says how many stayed.
 */
export async function undoOldList(ctx: StaffContext, id: string, words: ListWords): Promise<number> {
  const shown = await findImport(ctx, id)
  if (!shown) throw new NotFoundError('old-list.not-found')
  if (shown.state !== 'done' && shown.state !== 'stopped') throw new RefusedError('old-list.not-done')
  const list = await findSealed(ctx, id, 'lock')
  if (!list || list.version !== shown.version) throw new RefusedError('old-list.not-done')
  const putBack = await putBackChanges(ctx, id, list, words)
  const stayed = await takeBack(ctx, id, putBack)
  if (stayed === undefined) throw new NotFoundError('old-list.not-found')
  await note(ctx, 'old-list.undone', id, { stayed })
  return stayed
}

async function putBackChanges(
  ctx: StaffContext,
  id: string,
  list: ListImport & { readonly file_digest: Buffer },
  words: ListWords,
): Promise<readonly string[]> {
  const rows = await listUpdatedRows(ctx, id)
  const touched = await listWorkedOn(
    ctx,
    rows.map((row) => row.id),
  )
  const keys = await loadKeys(
    ctx,
    rows.map(({ key_id }) => key_id).filter((each) => each !== null),
  )
  const done: string[] = []
  for (const row of rows) {
    const key = row.key_id === null ? undefined : keys.get(row.key_id)
    if (touched.has(row.id) || !key || !row.sealed || !row.before_sealed || row.person_id === null) continue
    const now = key.openJson<OldCase>(`list_import_rows.sealed/${row.id}`, row.sealed)
    const before = key.openJson<OldCase>(`list_import_rows.before_sealed/${row.id}`, row.before_sealed)
    const file = list.file_digest.toString('hex').slice(0, 12)
    const place = { source: list.source, row: 0, file }
    await updateCase(ctx, { code: row.code, personId: row.person_id, before: now }, before, place, words)
    done.push(row.id)
  }
  return done
}

export const LISTS_SHOWN = 20

/** The newest lists of the own body, and the reader's own draft. Recorded as a list. */
export async function listOldLists(ctx: StaffContext): Promise<readonly ListImport[]> {
  const rows = await listImportRows(ctx, LISTS_SHOWN)
  await writeAudit(ctx, { verb: 'old-list.listed', subjectKind: 'old-list', details: { shown: rows.length } })
  return rows
}

export type ListResult = {
  readonly row: ListImport
  readonly rows: readonly DoneRow[]
  /** Rows of cases that somebody worked on since; they stay when the list is taken back. */
  readonly touched: ReadonlySet<string>
  readonly file: 'kept' | 'forgotten'
}

/** One list with what became of its rows. Throws NotFoundError. */
export async function readOldListResult(ctx: StaffContext, id: string): Promise<ListResult> {
  const sealed = await findSealed(ctx, id, 'look')
  const row = await findImport(ctx, id)
  if (!sealed || !row) throw new NotFoundError('old-list.not-found')
  const rows = row.state === 'draft' ? [] : await listDoneRows(ctx, id)
  const touched = await listWorkedOn(
    ctx,
    row.state === 'done' || row.state === 'stopped' ? rows.map((each) => each.id) : [],
  )
  await writeAudit(ctx, { verb: 'old-list.opened', subjectKind: 'old-list', subjectId: id })
  return { row, rows, touched, file: sealed.file_sealed === null ? 'forgotten' : 'kept' }
}

/** How far a list came, without a word of it; for programs. Throws NotFoundError. */
export async function readListState(ctx: StaffContext, id: string): Promise<ListImport> {
  const row = await findImport(ctx, id)
  if (!row) throw new NotFoundError('old-list.not-found')
  await writeAudit(ctx, { verb: 'old-list.opened', subjectKind: 'old-list', subjectId: id })
  return row
}
