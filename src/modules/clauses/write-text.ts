import {
  cleanText,
  LONGEST_TEXT,
  splitText,
  TEXT_KINDS,
  TEXT_LANGUAGES,
  TEXT_STANDINGS,
  textFault,
  type Clause,
} from '#src/domain/clauses/clause-text.ts'
import { writeAudit, writeJournal } from '#src/platform/audit/journal-queries.ts'
import { asStaff, type Context } from '#src/platform/db/context.ts'
import {
  InvalidInputError,
  NotFoundError,
  RefusedError,
  StaleVersionError,
  type Problem,
} from '#src/platform/errors.ts'
import { findText, findVersion, insertText, insertVersion, stepVersion } from './clause-queries.ts'
import { listChoices } from './remark-queries.ts'

export type VersionInput = {
  readonly source: string
  /** `2026-11-21`, or empty. */
  readonly sourceDay: string
  readonly standing: string
  readonly note: string
  readonly text: string
}
export type TextInput = VersionInput & {
  readonly title: string
  readonly kind: string
  readonly language: string
  readonly parties: string
}

export type Preview = { readonly clauses: readonly Clause[]; readonly removed: number }

/** How a text would be cut; nothing is kept. */
export function previewText(raw: string): Preview {
  // What is far too long is not even cleaned; the fault is told where it is kept.
  const { text, removed } = cleanText(raw.slice(0, 2 * LONGEST_TEXT))
  return { clauses: splitText(text), removed }
}

/** Throws InvalidInputError with every fault at its field. */
export async function createText(ctx: Context, input: TextInput): Promise<string> {
  const one = (value: string) => cleanText(value).text
  const title = one(input.title)
  const parties = one(input.parties)
  const problems: Problem[] = [
    ...(title === '' || title.length > 200 ? [{ path: 'title', code: 'clause.title' }] : []),
    ...(includes(TEXT_KINDS, input.kind) ? [] : [{ path: 'kind', code: 'clause.kind' }]),
    ...(includes(TEXT_LANGUAGES, input.language) ? [] : [{ path: 'language', code: 'clause.language' }]),
    ...(parties.length > 500 ? [{ path: 'parties', code: 'clause.long' }] : []),
  ]
  const version = readVersion(input, problems)
  const id = ctx.newId()
  await insertText(ctx, { id, title, kind: input.kind, language: input.language, parties })
  await insertVersion(ctx, { ...version, textId: id, number: 1 })
  await writeJournal(ctx, { verb: 'clause.text-kept', subjectKind: 'clause-text', subjectId: id })
  return id
}

/** The next version; who writes it must have seen the latest. */
export async function addVersion(
  ctx: Context,
  textId: string,
  seen: number,
  input: VersionInput,
): Promise<number> {
  await ownText(ctx, textId)
  const version = readVersion(input, [])
  if (!(await stepVersion(ctx, textId, seen))) throw new StaleVersionError('clause.changed-meanwhile')
  const number = seen + 1
  await insertVersion(ctx, { ...version, textId, number })
  await writeJournal(ctx, {
    verb: 'clause.version-kept',
    subjectKind: 'clause-text',
    subjectId: textId,
    details: { number },
  })
  return number
}

/** The latest clauses with the wordings chosen for the next version in their place. */
export async function nextDraft(ctx: Context, textId: string): Promise<readonly Clause[]> {
  const text = await findText(ctx, textId)
  const latest = text && (await findVersion(ctx, textId, text.version))
  if (!text || !latest) throw new NotFoundError('page.not-found')
  const chosen = new Map(
    (await listChoices(ctx, textId))
      .filter((choice) => choice.for_number === text.version + 1)
      .map((choice) => [choice.clause, choice.wording]),
  )
  return latest.clauses.map((clause) => ({ ...clause, body: chosen.get(clause.key) ?? clause.body }))
}

/** Only the body whose text it is decides about it. */
export async function ownText(ctx: Context, textId: string) {
  const text = await findText(ctx, textId)
  if (!text) throw new NotFoundError('page.not-found')
  if (text.org_id !== asStaff(ctx).actor.orgId) throw new RefusedError('clause.other-body')
  return text
}

function readVersion(input: VersionInput, before: readonly Problem[]) {
  const { text } = cleanText(input.text.slice(0, 2 * LONGEST_TEXT))
  const clauses = splitText(text)
  const fault = textFault(text, clauses)
  const source = cleanText(input.source).text
  const note = cleanText(input.note).text
  const problems: Problem[] = [
    ...before,
    ...(source === '' || source.length > 500 ? [{ path: 'source', code: 'clause.source' }] : []),
    ...(isDay(input.sourceDay) ? [] : [{ path: 'sourceDay', code: 'clause.day' }]),
    ...(includes(TEXT_STANDINGS, input.standing) ? [] : [{ path: 'standing', code: 'clause.standing' }]),
    ...(note.length > 2000 ? [{ path: 'note', code: 'clause.long' }] : []),
    ...(fault === undefined ? [] : [{ path: 'text', code: `clause.text-${fault}` }]),
  ]
  if (problems.length > 0) throw new InvalidInputError(problems)
  return { source, sourceDay: input.sourceDay || null, standing: input.standing, note, clauses }
}

const includes = (codes: readonly string[], code: string): boolean => codes.includes(code)

function isDay(text: string): boolean {
  if (text === '') return true
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const at = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text)
}

/** Records that a table of texts was taken away: form and size, no person. */
export async function noteTextExport(
  ctx: Context,
  taken: { readonly textId: string; readonly format: string; readonly rows: number },
): Promise<void> {
  const { textId, ...details } = taken
  await writeAudit(ctx, {
    verb: 'clause-text.exported',
    subjectKind: 'clause-text',
    subjectId: textId,
    details,
  })
}
