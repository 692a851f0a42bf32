import { createHash } from 'node:crypto'
import { CERTAINTIES } from '#src/domain/cases/codes.ts'
import { DATE_ORDERS } from '#src/domain/htcds/dates.ts'
import { fromHtcds, type CaseTaken } from '#src/domain/htcds/from-htcds.ts'
import { readHtcdsJson } from '#src/domain/htcds/json.ts'
import { readHtcdsTable, TRUE_ROWS, type HtcdsReading, type ReadRow } from '#src/domain/htcds/read-table.ts'
import { parsePartialDate } from '#src/domain/kernel/partial-date.ts'
import {
  addNewPerson,
  addTimelineEntry,
  createCase,
  getCaseRow,
  UNKNOWN_ROLE_FIELDS,
} from '#src/modules/cases/index.ts'
import { blankPerson, NO_MARKS } from '#src/modules/people/index.ts'
import { writeAudit, writeJournal } from '#src/platform/audit/journal-queries.ts'
import type { StaffContext } from '#src/platform/db/context.ts'
import { createKey, loadKey } from '#src/platform/db/keys-queries.ts'
import {
  InvalidInputError,
  NotFoundError,
  RefusedError,
  StaleVersionError,
  type Problem,
} from '#src/platform/errors.ts'
import { countryNamesForHtcds } from './country-names.ts'
import type { HtcdsContent } from './read-file.ts'
import {
  findDraft,
  findImport,
  insertRecord,
  isTakenOver,
  listCodesOfImport,
  listImportRows,
  replaceDraft,
  setAnswers,
  setDone,
  takeBack,
  type ImportRow,
} from './import-queries.ts'

export type ImportStart = {
  readonly content: HtcdsContent
  readonly format: string
  /** The bytes as they came: the same file is not taken over twice. */
  readonly bytes: Uint8Array
  /** The body that made the file. */
  readonly source: string
  readonly certainty: string
}

/** Keeps the cells, sealed, until somebody takes them over. Throws InvalidInputError and, for a file taken over already, RefusedError. */
export async function startHtcdsImport(ctx: StaffContext, start: ImportStart): Promise<string> {
  const source = start.source.trim()
  const problems: Problem[] = []
  if (source.length < 3 || source.length > 200) problems.push({ path: 'source', code: 'htcds.source' })
  if (!CERTAINTIES.some((each) => each === start.certainty))
    problems.push({ path: 'certainty', code: 'htcds.certainty' })
  if (problems.length > 0) throw new InvalidInputError(problems)
  const digest = createHash('sha256').update(start.bytes).digest()
  if (await isTakenOver(ctx, digest)) throw new RefusedError('htcds.taken-over-already')
  const id = ctx.newId()
  const key = await createKey(ctx, 'import', id)
  await replaceDraft(ctx, {
    id,
    format: start.format,
    source,
    certainty: start.certainty,
    digest,
    keyId: key.id,
    sealed: key.sealJson(`htcds_imports.cells_sealed/${id}`, start.content),
  })
  await writeJournal(ctx, {
    verb: 'htcds.uploaded',
    subjectKind: 'htcds-import',
    subjectId: id,
    details: { format: start.format },
  })
  return id
}

/** What would become of a content; nothing is stored. */
function judgeHtcds(
  content: HtcdsContent,
  answers: { readonly trueRow?: string | null; readonly dateOrder?: string | null } = {},
): HtcdsReading {
  const order = DATE_ORDERS.find((each) => each === answers.dateOrder)
  const trueRow = TRUE_ROWS.find((each) => each === answers.trueRow)
  const options = { countries: countryNamesForHtcds(), ...(order && { order }) }
  return content.kind === 'table'
    ? readHtcdsTable(content.rows, { ...options, ...(trueRow && { trueRow }) })
    : readHtcdsJson(content.document, options)
}

/** The same for a program: its try leaves a trace. */
export async function judgeHtcdsFor(ctx: StaffContext, content: HtcdsContent): Promise<HtcdsReading> {
  const reading = judgeHtcds(content)
  const faults = reading.kind === 'read' ? reading.faults.length : 0
  await writeAudit(ctx, {
    verb: 'htcds.judged',
    subjectKind: 'htcds-import',
    details: { kind: reading.kind, faults },
  })
  return reading
}

export type HtcdsPreview = { readonly row: ImportRow; readonly reading: HtcdsReading }

/** The dry run of a draft. Throws NotFoundError for what is no draft of the reader. */
export async function previewHtcdsImport(ctx: StaffContext, id: string): Promise<HtcdsPreview> {
  const { row, content } = await openDraft(ctx, id, 'look')
  return { row, reading: judgeHtcds(content, { trueRow: row.true_row, dateOrder: row.date_order }) }
}

async function openDraft(ctx: StaffContext, id: string, lock: 'lock' | 'look') {
  const draft = await findDraft(ctx, id, lock)
  if (!draft?.cells_sealed) throw new NotFoundError('htcds.not-found')
  const key = await loadKey(ctx, draft.key_id)
  const content = key.openJson<HtcdsContent>(`htcds_imports.cells_sealed/${id}`, draft.cells_sealed)
  return { row: draft as unknown as ImportRow, content, digest: draft.file_digest }
}

/** What a person says of the file: which row of its head is true, and whether the day or the month comes first. */
export async function answerHtcdsImport(
  ctx: StaffContext,
  id: string,
  answers: { readonly trueRow: string; readonly dateOrder: string },
): Promise<void> {
  const { row } = await openDraft(ctx, id, 'lock')
  const trueRow = TRUE_ROWS.find((each) => each === answers.trueRow) ?? row.true_row
  const dateOrder = DATE_ORDERS.find((each) => each === answers.dateOrder) ?? row.date_order
  await setAnswers(ctx, id, { trueRow, dateOrder })
  await writeJournal(ctx, {
    verb: 'htcds.answered',
    subjectKind: 'htcds-import',
    subjectId: id,
    details: { trueRow, dateOrder },
  })
}

/**
 * Takes the file over: every record becomes a case of the own body, or none does. `seen` is the version whose dry run was
 * shown. RefusedError while anything is unread; StaleVersionError when it changed meanwhile.
 */
export async function takeOverHtcds(ctx: StaffContext, id: string, seen: number): Promise<readonly string[]> {
  const { row, content, digest } = await openDraft(ctx, id, 'lock')
  if (row.version !== seen) throw new StaleVersionError('htcds.changed', undefined)
  if (await isTakenOver(ctx, digest)) throw new RefusedError('htcds.taken-over-already')
  const reading = judgeHtcds(content, { trueRow: row.true_row, dateOrder: row.date_order })
  if (reading.kind !== 'read' || reading.faults.length > 0 || reading.rows.length === 0)
    throw new RefusedError('htcds.not-readable')
  const codes: string[] = []
  for (const each of reading.rows) codes.push(await takeOverOne(ctx, row, each))
  await setDone(ctx, id, codes.length)
  await writeJournal(ctx, {
    verb: 'htcds.imported',
    subjectKind: 'htcds-import',
    subjectId: id,
    details: { cases: codes.length, certainty: row.certainty },
  })
  return codes
}

/** Opened as any other case is, by the officer who answers for it. What it says of a victim stays what that body said. */
async function takeOverOne(
  ctx: StaffContext,
  { id: importId, source, certainty }: ImportRow,
  { row: place, record }: ReadRow,
): Promise<string> {
  const taken = fromHtcds(record)
  const { id: caseId, code } = await createCase(ctx, {
    urgency: 'sedang',
    types: taken.types,
    country: null,
    district: null,
    phase: 'unknown',
    touchesChild: false,
    summary: '',
  })
  const personId = await addNewPerson(ctx, { code, ...personOf(taken) })
  const entry = { code, source: 'organisation', certainty, dateWords: '' } as const
  const told = [`HTCDS 2.0 · ${source} #${place}`, ...taken.told].join('. ')
  await addTimelineEntry(ctx, { ...entry, date: '', text: told })
  for (const event of taken.events) await addTimelineEntry(ctx, { ...entry, ...event })
  const { key_id: keyId } = await getCaseRow(ctx, code)
  const key = await loadKey(ctx, keyId)
  const recordId = ctx.newId()
  await insertRecord(ctx, {
    id: recordId,
    importId,
    caseId,
    personId,
    place,
    keyId,
    sealed: key.sealJson(`htcds_records.sealed/${recordId}`, record),
  })
  return code
}

function personOf({ person }: CaseTaken) {
  const known = <T>(value: T | undefined) =>
    value === undefined ? ({ known: false, why: 'not-asked' } as const) : ({ known: true, value } as const)
  const born = person.born === undefined ? undefined : parsePartialDate(person.born)
  return {
    roles: person.deceased === 'yes' ? ['concerned', 'deceased'] : ['concerned'],
    fields: { ...UNKNOWN_ROLE_FIELDS, sector: person.sector },
    marks: { ...NO_MARKS, sex: person.sex, nationality: person.nationality },
    facts: {
      ...blankPerson(person.name === undefined ? [] : [person.name]),
      born: known(born),
      numbers: person.numbers,
      documents: person.documents,
      address: known(person.address),
      languages: person.languages,
    },
  }
}

export const IMPORTS_SHOWN = 20

/** The newest imports of the own body, and whose draft is the reader's. Recorded as a list. */
export async function listHtcdsImports(ctx: StaffContext): Promise<readonly ImportRow[]> {
  const rows = await listImportRows(ctx, IMPORTS_SHOWN)
  await writeAudit(ctx, {
    verb: 'htcds.listed',
    subjectKind: 'htcds-import',
    details: { shown: rows.length },
  })
  return rows
}

/** One import with the cases that it made. Throws NotFoundError. */
export async function readHtcdsImport(
  ctx: StaffContext,
  id: string,
): Promise<{ readonly row: ImportRow; readonly codes: readonly string[] }> {
  const row = await findImport(ctx, id)
  if (!row) throw new NotFoundError('htcds.not-found')
  await writeAudit(ctx, { verb: 'htcds.opened', subjectKind: 'htcds-import', subjectId: id })
  return { row, codes: await listCodesOfImport(ctx, id) }
}

/** Takes back every case of an import, while nobody has worked on any; else RefusedError. */
export async function undoHtcdsImport(ctx: StaffContext, id: string): Promise<void> {
  const said = await takeBack(ctx, id)
  if (said === 'not-found') throw new NotFoundError('htcds.not-found')
  if (said === 'touched') throw new RefusedError('htcds.touched')
  await writeJournal(ctx, { verb: 'htcds.undone', subjectKind: 'htcds-import', subjectId: id })
}
