import { createHash } from 'node:crypto'
import { choicesFor } from '#src/domain/imports/coded.ts'
import { isCoded, isColumnUse, type ColumnUse } from '#src/domain/imports/fields.ts'
import {
  checkMapping,
  columnsOf,
  fitMapping,
  suggestMapping,
  type ListColumn,
  type ListMapping,
} from '#src/domain/imports/mapping.ts'
import { DATE_ORDERS } from '#src/domain/htcds/dates.ts'
import { writeJournal } from '#src/platform/audit/journal-queries.ts'
import type { StaffContext } from '#src/platform/db/context.ts'
import { createKey, loadKey } from '#src/platform/db/keys-queries.ts'
import {
  InvalidInputError,
  NotFoundError,
  RefusedError,
  StaleVersionError,
  type Problem,
} from '#src/platform/errors.ts'
import { deleteDraft, isTakenOver, replaceDraft, setMapping } from './import-queries.ts'
import { listLookups } from './lookups.ts'
import { findMapping, insertMapping, updateMapping } from './mapping-queries.ts'
import {
  openList,
  readList,
  rowsOfSheet,
  saidOfList,
  signatureHash,
  type ListSaid,
  type OpenedList,
} from './open-list.ts'

/** The bytes of a file stay this long, sealed; then they are gone. */
export const KEEP_DAYS = 30

export type ListFile = {
  readonly bytes: Uint8Array
  readonly format: 'xlsx' | 'csv'
  /** Which list it is: never a person. */
  readonly source: string
}

/** Seals the bytes of a file that can be read. Throws InvalidInputError and, for a file taken over already, RefusedError. */
export async function startOldList(ctx: StaffContext, file: ListFile): Promise<string> {
  const source = file.source.trim()
  if (source.length < 3 || source.length > 200)
    throw new InvalidInputError([{ path: 'source', code: 'old-list.source' }])
  const digest = createHash('sha256').update(file.bytes).digest()
  if (await isTakenOver(ctx, digest)) throw new RefusedError('old-list.taken-over-already')
  const id = ctx.newId()
  const key = await createKey(ctx, 'import', id)
  await replaceDraft(ctx, {
    id,
    format: file.format,
    source,
    digest,
    keyId: key.id,
    sealed: key.sealBytes(`list_imports.file_sealed/${id}`, file.bytes),
    forgetAt: new Date(ctx.now.getTime() + KEEP_DAYS * 86_400_000),
  })
  await note(ctx, 'old-list.uploaded', id, { format: file.format })
  return id
}

/** Which sheet, and which row holds the headings. What the same headings meant last time is offered again. */
export async function chooseSheet(
  ctx: StaffContext,
  id: string,
  chosen: { readonly sheet: number; readonly headingRow: number; readonly seen: number },
): Promise<void> {
  const opened = await openDraft(ctx, id, chosen.seen)
  const rows = rowsOfSheet(opened.sheets, chosen.sheet)
  const problems: Problem[] = []
  if (rows.length === 0) problems.push({ path: 'sheet', code: 'old-list.sheet' })
  else if (rows[chosen.headingRow] === undefined || chosen.headingRow >= rows.length - 1)
    problems.push({ path: 'headingRow', code: 'old-list.heading-row' })
  if (problems.length > 0) throw new InvalidInputError(problems)
  const columns = columnsOf(rows, chosen.headingRow)
  const before = await recall(ctx, columns)
  const mapping = before === undefined ? suggestMapping(columns) : fitMapping(columns, before)
  await keepSaid(ctx, opened, {
    sheet: chosen.sheet,
    headingRow: chosen.headingRow,
    mapping,
    step: 'columns',
    ...(before && { remembered: 'remembered' as const }),
  })
  await note(ctx, 'old-list.sheet-chosen', id, { remembered: before ? 'yes' : 'no' })
}

export type ColumnsSaid = {
  readonly seen: number
  /** By place of the column. */
  readonly uses: Readonly<Record<number, string>>
  readonly order: string
}

/** What each column is. Throws InvalidInputError. */
export async function sayColumns(ctx: StaffContext, id: string, said: ColumnsSaid): Promise<void> {
  const opened = await openDraft(ctx, id, said.seen)
  const before = saidOfList(opened.said)
  const columns = columnsOf(rowsOfSheet(opened.sheets, before.sheet), before.headingRow)
  const uses = columns.map(({ key, at }): [string, ColumnUse] => {
    const use = said.uses[at] ?? 'note'
    return [key, isColumnUse(use) ? use : 'note']
  })
  const order = DATE_ORDERS.find((each) => each === said.order)
  const mapping: ListMapping = {
    uses: Object.fromEntries(uses),
    values: before.mapping.values,
    ...(order && { order }),
  }
  const problem = checkMapping(mapping)
  if (problem !== undefined) throw new InvalidInputError([{ path: 'columns', code: `old-list.${problem}` }])
  const { reading } = readList(ctx, opened.sheets, { ...before, mapping })
  const step = reading.unknown.length > 0 ? 'values' : 'check'
  await keepSaid(ctx, opened, { ...before, mapping, step })
  await remember(ctx, columns, mapping)
  await note(ctx, 'old-list.columns-said', id, { unknown: reading.unknown.length })
}

export type ValuesSaid = {
  readonly seen: number
  /** By key of the column and plain word: a code, or `''` where it stays a word. */
  readonly values: Readonly<Record<string, Readonly<Record<string, string>>>>
}

/** What words of the coded columns stand for; a code that is none of ours stays a word. */
export async function sayValues(ctx: StaffContext, id: string, said: ValuesSaid): Promise<void> {
  const opened = await openDraft(ctx, id, said.seen)
  const before = saidOfList(opened.said)
  const columns = columnsOf(rowsOfSheet(opened.sheets, before.sheet), before.headingRow)
  const values = Object.fromEntries(
    columns.map(({ key }) => {
      const use = before.mapping.uses[key] ?? 'note'
      const codes = isCoded(use) ? choicesFor(use, listLookups()) : []
      const fresh = Object.entries(said.values[key] ?? {}).map(
        ([word, code]) => [word, codes.includes(code) ? code : ''] as const,
      )
      return [key, { ...before.mapping.values[key], ...Object.fromEntries(fresh) }] as const
    }),
  )
  const mapping = { ...before.mapping, values }
  await keepSaid(ctx, opened, { ...before, mapping, step: 'check' })
  await remember(ctx, columns, mapping)
  await note(ctx, 'old-list.words-said', id, {})
}

/** Goes back to an earlier step; what was said stays. */
export async function stepBack(
  ctx: StaffContext,
  id: string,
  to: 'columns' | 'values',
  seen: number,
): Promise<void> {
  const opened = await openDraft(ctx, id, seen)
  await keepSaid(ctx, opened, { ...saidOfList(opened.said), step: to })
  await note(ctx, 'old-list.stepped-back', id, { to })
}

/** Throws away a draft with its file. */
export async function throwAwayList(ctx: StaffContext, id: string): Promise<void> {
  if (!(await deleteDraft(ctx, id))) throw new NotFoundError('old-list.not-found')
  await note(ctx, 'old-list.thrown-away', id, {})
}

/** Throws StaleVersionError when somebody, or a second window, was first. */
export async function openDraft(ctx: StaffContext, id: string, seen: number): Promise<OpenedList> {
  const opened = await openList(ctx, id, 'lock')
  if (opened.row.state !== 'draft' || opened.row.version !== seen)
    throw new StaleVersionError('old-list.changed', undefined)
  return opened
}

async function keepSaid(ctx: StaffContext, { row }: OpenedList, said: ListSaid): Promise<void> {
  const key = await loadKey(ctx, row.key_id)
  await setMapping(ctx, row.id, key.sealJson(`list_imports.mapping_sealed/${row.id}`, said))
}

async function recall(ctx: StaffContext, columns: readonly ListColumn[]): Promise<ListMapping | undefined> {
  const found = await findMapping(ctx, signatureHash(columns))
  if (!found) return undefined
  const key = await loadKey(ctx, found.key_id)
  return key.openJson<ListMapping>(`list_mappings.sealed/${found.id}`, found.sealed)
}

async function remember(
  ctx: StaffContext,
  columns: readonly ListColumn[],
  mapping: ListMapping,
): Promise<void> {
  const signature = signatureHash(columns)
  const found = await findMapping(ctx, signature)
  if (found) {
    const key = await loadKey(ctx, found.key_id)
    return updateMapping(ctx, found.id, key.sealJson(`list_mappings.sealed/${found.id}`, mapping))
  }
  const id = ctx.newId()
  const key = await createKey(ctx, 'import', id)
  await insertMapping(ctx, {
    id,
    signature,
    keyId: key.id,
    sealed: key.sealJson(`list_mappings.sealed/${id}`, mapping),
  })
}

export async function note(
  ctx: StaffContext,
  verb: `old-list.${string}`,
  subjectId: string,
  details: Readonly<Record<string, string | number>>,
): Promise<void> {
  await writeJournal(ctx, { verb, subjectKind: 'old-list', subjectId, details })
}
