import { checkItem, dueDayOf, type ItemContent, type ItemKind } from '#src/domain/agreements/items.ts'
import { resolveCitation } from '#src/domain/law/resolve-citation.ts'
import type { StaffContext } from '#src/platform/db/context.ts'
import { InvalidInputError, NotFoundError, StaleVersionError, type Problem } from '#src/platform/errors.ts'
import { loadLaw } from '#src/platform/law/law-files.ts'
import { markEdited } from './agreement-queries.ts'
import { note, rowAt } from './edit-agreement.ts'
import { findItem, insertItem, updateItem } from './part-queries.ts'
import { todayOf } from './read-agreements.ts'

export type GivenItem = Readonly<Record<string, string>> & { readonly note?: string }

const LONGEST_NOTE = 4000

/** Throws InvalidInputError with every problem at its field. Returns the id. */
export async function addItem(
  ctx: StaffContext,
  slug: string,
  kind: ItemKind,
  given: GivenItem,
): Promise<string> {
  const row = await rowAt(ctx, slug)
  const said = checked(ctx, row.instrument, kind, given)
  const { staffId, orgId } = ctx.actor
  const id = ctx.newId()
  await insertItem(ctx, { id, agreementId: row.id, kind, ...said, by: { staffId, orgId } })
  await note(ctx, `agreement.${kind}-added`, row.id)
  return id
}

export type SeenItem = { readonly slug: string; readonly id: string; readonly version: number }

/** Throws InvalidInputError, NotFoundError, and StaleVersionError with the item as it stands. */
export async function editItem(ctx: StaffContext, seen: SeenItem, given: GivenItem): Promise<void> {
  const row = await rowAt(ctx, seen.slug)
  const item = await findItem(ctx, row.id, seen.id)
  if (item === undefined || item.struck) throw new NotFoundError('agreement.item-not-found')
  const said = checked(ctx, row.instrument, item.kind, given)
  if (item.version !== seen.version || !(await updateItem(ctx, seen, { ...said, struck: false })))
    throw new StaleVersionError('agreement.changed-meanwhile', item)
  if (item.key !== null) await markEdited(ctx, row.id, ctx.actor.staffId)
  await note(ctx, `agreement.${item.kind}-edited`, row.id)
}

/** Written down by mistake: it stays in the history and counts no more. Throws NotFoundError, StaleVersionError. */
export async function strikeItem(ctx: StaffContext, seen: SeenItem): Promise<void> {
  const row = await rowAt(ctx, seen.slug)
  const item = await findItem(ctx, row.id, seen.id)
  if (item === undefined || item.struck) throw new NotFoundError('agreement.item-not-found')
  if (item.version !== seen.version || !(await updateItem(ctx, seen, { ...item, struck: true })))
    throw new StaleVersionError('agreement.changed-meanwhile', item)
  if (item.key !== null) await markEdited(ctx, row.id, ctx.actor.staffId)
  await note(ctx, `agreement.${item.kind}-struck`, row.id)
}

function checked(ctx: StaffContext, instrument: string | null, kind: ItemKind, given: GivenItem) {
  const said = checkItem(kind, given, todayOf(ctx))
  const text = (given.note ?? '').trim()
  const problems: Problem[] = [
    ...(said.kind === 'wrong' ? said.problems : wrongArticle(instrument, said.content)),
    ...(text.length > LONGEST_NOTE ? [{ path: 'note', code: 'text.too-long' }] : []),
  ]
  if (said.kind === 'wrong' || problems.length > 0) throw new InvalidInputError(problems)
  const { content } = said
  return { content, dueOn: dueDayOf(kind, content), note: text === '' ? null : text }
}

/** An article is one of the agreement's own instrument, and stands in the library. */
function wrongArticle(instrument: string | null, content: ItemContent): readonly Problem[] {
  const article = (content as Readonly<Record<string, string | null>>)['article'] ?? null
  if (article === null) return []
  if (instrument === null) return [{ path: 'article', code: 'article.no-instrument' }]
  return resolveCitation(loadLaw(), { instrument, article }).kind === 'instrument'
    ? []
    : [{ path: 'article', code: 'article.unknown' }]
}
