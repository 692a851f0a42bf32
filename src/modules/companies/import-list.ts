import {
  compareLists,
  guessMapping,
  headingsOf,
  readCompanyList,
  type KnownHeadings,
  type ListDifferences,
  type ListMapping,
  type ListTable,
  type ReadList,
} from '#src/domain/rulebook/offer/company-list.ts'
import { parsePartialDate } from '#src/domain/kernel/partial-date.ts'
import { writeAudit, writeJournal } from '#src/platform/audit/journal-queries.ts'
import { asStaff, type Context } from '#src/platform/db/context.ts'
import {
  InvalidInputError,
  NotFoundError,
  RefusedError,
  StaleVersionError,
  type Problem,
} from '#src/platform/errors.ts'
import { findDraft, replaceDraft, takeDraft, updateDraft, type Draft } from './draft-queries.ts'
import { readRegisterInForce, todayOf, type RegisterInForce } from './look-up.ts'
import {
  findLastHeadings,
  insertRegister,
  listCompanies,
  setRegisterAside,
  waitForRegisters,
} from './register-queries.ts'

/** Keeps the cells of a file until they are imported; the columns are guessed. Returns the id of the draft. */
export async function startImport(ctx: Context, table: ListTable): Promise<string> {
  const { actor } = asStaff(ctx)
  const known = (await findLastHeadings(ctx)) as KnownHeadings | undefined
  const id = ctx.newId()
  await replaceDraft(ctx, { id, table, mapping: guessMapping(table, known) }, actor)
  await note(ctx, 'company-register.uploaded', id, { rows: table.length })
  return id
}

/** Throws NotFoundError for what was imported already, or belongs to somebody else. */
export async function readImport(ctx: Context, id: string): Promise<Draft> {
  const draft = await findDraft(ctx, id)
  if (draft === undefined) throw new NotFoundError('company-register.draft-not-found')
  return draft
}

export type ImportSaid = {
  readonly mapping: ListMapping
  readonly source: string
  readonly asOf: string
}

/** What each column is, and whose list of which day it is. Throws InvalidInputError. */
export async function describeImport(ctx: Context, id: string, said: ImportSaid): Promise<void> {
  const draft = await readImport(ctx, id)
  const source = said.source.trim()
  const problems: Problem[] = []
  if (source.length < 3 || source.length > 500)
    problems.push({ path: 'source', code: 'company-register.source' })
  const isDay = said.asOf.length === 10 && parsePartialDate(said.asOf) !== undefined
  if (!isDay) problems.push({ path: 'asOf', code: 'company-register.as-of' })
  else if (said.asOf > todayOf(ctx)) problems.push({ path: 'asOf', code: 'company-register.future' })
  const read = readCompanyList(draft.table, said.mapping)
  if (read.kind === 'unmapped')
    problems.push(
      ...read.missing.map((field) => ({ path: field, code: `company-register.${field}-column` })),
      ...(read.doubled ? [{ path: 'name', code: 'company-register.doubled' }] : []),
    )
  if (problems.length > 0) throw new InvalidInputError(problems)
  await updateDraft(ctx, id, { mapping: said.mapping, source, asOf: said.asOf })
  await note(ctx, 'company-register.described', id, {})
}

export type ImportPreview = {
  readonly draft: Draft
  readonly read: ReadList
  readonly inForce: RegisterInForce | undefined
  /** Against the list in force; absent while cells are wrong. */
  readonly differences?: ListDifferences
  /** The list in force is newer than this one: it stays in force. */
  readonly older?: 'older'
}

export async function previewImport(ctx: Context, id: string): Promise<ImportPreview> {
  const draft = await readImport(ctx, id)
  const read = readCompanyList(draft.table, draft.mapping)
  const inForce = await readRegisterInForce(ctx)
  if (read.kind !== 'list') return { draft, read, inForce }
  const before = inForce === undefined ? [] : await listCompanies(ctx, inForce.id)
  const older = inForce !== undefined && draft.asOf !== null && draft.asOf < inForce.asOf
  return {
    draft,
    read,
    inForce,
    differences: compareLists(before, read.companies),
    ...(older && { older: 'older' as const }),
  }
}

/**
 * All rows or none. `seen`: the list in force with which the differences were shown; another one meanwhile throws
 * StaleVersionError, so that nobody puts in force what he did not see.
 */
export async function importList(ctx: Context, id: string, seen: string | undefined): Promise<string> {
  const { actor } = asStaff(ctx)
  await waitForRegisters(ctx)
  const inForce = await readRegisterInForce(ctx)
  const draft = await takeDraft(ctx, id)
  if (draft === undefined) throw new NotFoundError('company-register.draft-not-found')
  if (inForce?.id !== seen) throw new StaleVersionError('company-register.changed')
  const read = readCompanyList(draft.table, draft.mapping)
  if (read.kind !== 'list' || draft.asOf === null) throw new RefusedError('company-register.not-readable')
  const registerId = ctx.newId()
  await insertRegister(ctx, {
    id: registerId,
    asOf: draft.asOf,
    source: draft.source,
    kind: 'imported',
    headings: headingsOf(draft.table, draft.mapping),
    importedBy: actor.staffId,
    companies: read.companies,
  })
  await note(ctx, 'company-register.imported', registerId, {
    asOf: draft.asOf,
    companies: read.companies.length,
  })
  return registerId
}

/** Undoes an import: the list stays readable for staff and is no more in force. Throws InvalidInputError, NotFoundError. */
export async function setListAside(ctx: Context, id: string, reason: string): Promise<void> {
  const { actor } = asStaff(ctx)
  const words = reason.trim()
  if (words.length < 3 || words.length > 500)
    throw new InvalidInputError([{ path: 'reason', code: 'company-register.reason' }])
  await waitForRegisters(ctx)
  if (!(await setRegisterAside(ctx, id, { staffId: actor.staffId, reason: words })))
    throw new NotFoundError('company-register.not-found')
  await note(ctx, 'company-register.set-aside', id, {})
  await writeAudit(ctx, {
    verb: 'company-register.set-aside',
    subjectKind: 'company-register',
    subjectId: id,
  })
}

async function note(
  ctx: Context,
  verb: `company-register.${string}`,
  subjectId: string,
  details: Readonly<Record<string, string | number>>,
): Promise<void> {
  await writeJournal(ctx, { verb, subjectKind: 'company-register', subjectId, details })
}
