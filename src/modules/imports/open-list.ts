import { createHash } from 'node:crypto'
import { columnsOf, signatureOf, type ListColumn, type ListMapping } from '#src/domain/imports/mapping.ts'
import { readOldList, type ReadOldList } from '#src/domain/imports/read-list.ts'
import type { StaffContext } from '#src/platform/db/context.ts'
import { loadKey } from '#src/platform/db/keys-queries.ts'
import { keyedHash } from '#src/platform/crypto/secrets.ts'
import { plainWord } from '#src/domain/imports/words.ts'
import { NotFoundError, RefusedError } from '#src/platform/errors.ts'
import { readSheets, type TableSheet } from '#src/platform/spreadsheet/read-table.ts'
import { findSealed, type SealedImport } from './import-queries.ts'
import { listLookups } from './lookups.ts'

export const LIST_STEPS = ['columns', 'values', 'check'] as const
export type ListStep = (typeof LIST_STEPS)[number]

/** What a person said so far of a list; sealed, for words of its cells stand in it. */
export type ListSaid = {
  readonly sheet: number
  /** From 0. */
  readonly headingRow: number
  readonly mapping: ListMapping
  readonly step: ListStep
  /** The columns were offered as they were said last time. */
  readonly remembered?: 'remembered'
}

export type OpenedList = {
  readonly row: SealedImport
  readonly sheets: readonly TableSheet[]
  readonly said: ListSaid | undefined
}

/** Opens the file. Throws NotFoundError for what does not exist for the reader, or whose file is forgotten. */
export async function openList(
  ctx: StaffContext,
  id: string,
  how: 'look' | 'lock' = 'look',
): Promise<OpenedList> {
  const row = await findSealed(ctx, id, how)
  if (!row?.file_sealed) throw new NotFoundError('old-list.not-found')
  const key = await loadKey(ctx, row.key_id)
  const read = await readSheets(key.openBytes(`list_imports.file_sealed/${id}`, row.file_sealed))
  if (read.kind === 'refused') throw new NotFoundError('old-list.not-found')
  const said =
    row.mapping_sealed === null
      ? undefined
      : key.openJson<ListSaid>(`list_imports.mapping_sealed/${id}`, row.mapping_sealed)
  return { row, sheets: read.sheets, said }
}

export function rowsOfSheet(sheets: readonly TableSheet[], at: number): readonly (readonly string[])[] {
  const table = sheets[at]?.table
  return table?.kind === 'table' ? table.rows : []
}

export type ListReading = {
  readonly columns: readonly ListColumn[]
  readonly reading: ReadOldList
  readonly rows: readonly (readonly string[])[]
}

/** Every row as it would become; nothing is stored. */
export function readList(
  ctx: StaffContext,
  sheets: readonly TableSheet[],
  said: Pick<ListSaid, 'sheet' | 'headingRow' | 'mapping'>,
): ListReading {
  const rows = rowsOfSheet(sheets, said.sheet)
  const columns = columnsOf(rows, said.headingRow)
  const reading = readOldList(
    { rows, headingRow: said.headingRow },
    {
      columns,
      mapping: said.mapping,
      lookups: listLookups(),
      today: ctx.now.toISOString().slice(0, 10),
    },
  )
  return { columns, reading, rows }
}

export function signatureHash(columns: readonly ListColumn[]): Buffer {
  return createHash('sha256').update(signatureOf(columns)).digest()
}

/** Keyed, and different in every body: a number says nothing outside the body that gave it. */
export function ownKeyOf(ctx: StaffContext, ownNumber: string): Buffer {
  const words = `old-list\n${ctx.actor.orgId}\n${plainWord(ownNumber)}`
  return Buffer.from(keyedHash(ctx.platform.keys.tokens, words).subarray(0, 16))
}

/** Throws RefusedError while nobody chose a sheet. */
export function saidOfList(said: ListSaid | undefined): ListSaid {
  if (said === undefined) throw new RefusedError('old-list.no-sheet')
  return said
}
