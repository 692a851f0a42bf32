import { sql } from 'kysely'
import type { ListMapping, ListTable } from '#src/domain/rulebook/offer/company-list.ts'
import type { PlainDate } from '#src/domain/kernel/partial-date.ts'
import type { Context } from '#src/platform/db/context.ts'

export type Draft = {
  readonly id: string
  readonly table: ListTable
  readonly mapping: ListMapping
  readonly source: string
  readonly asOf: PlainDate | null
}

/** One at a time: an earlier upload that was not imported goes. */
export async function replaceDraft(
  ctx: Context,
  draft: Pick<Draft, 'id' | 'table' | 'mapping'>,
  { staffId, orgId }: { readonly staffId: string; readonly orgId: string },
): Promise<void> {
  await ctx.tx.deleteFrom('app.company_drafts').where('staff_id', '=', staffId).execute()
  await ctx.tx
    .insertInto('app.company_drafts')
    .values({
      id: draft.id,
      created_at: ctx.now,
      org_id: orgId,
      staff_id: staffId,
      cells: JSON.stringify(draft.table),
      mapping: JSON.stringify(draft.mapping),
    })
    .execute()
}

export async function findDraft(ctx: Context, id: string): Promise<Draft | undefined> {
  const row = await ctx.tx
    .selectFrom('app.company_drafts')
    .select(['id', 'cells', 'mapping', 'source', sql<PlainDate | null>`as_of::text`.as('as_of')])
    .where('id', '=', id)
    .executeTakeFirst()
  return row && draftOf(row)
}

/** Takes it away: of two who import the same file at once only one gets it. */
export async function takeDraft(ctx: Context, id: string): Promise<Draft | undefined> {
  const row = await ctx.tx
    .deleteFrom('app.company_drafts')
    .where('id', '=', id)
    .returning(['id', 'cells', 'mapping', 'source', sql<PlainDate | null>`as_of::text`.as('as_of')])
    .executeTakeFirst()
  return row && draftOf(row)
}

function draftOf(row: {
  readonly id: string
  readonly cells: unknown
  readonly mapping: unknown
  readonly source: string
  readonly as_of: PlainDate | null
}): Draft {
  return {
    id: row.id,
    table: row.cells as ListTable,
    mapping: row.mapping as ListMapping,
    source: row.source,
    asOf: row.as_of,
  }
}

export async function updateDraft(
  ctx: Context,
  id: string,
  said: { readonly mapping: ListMapping; readonly source: string; readonly asOf: PlainDate | null },
): Promise<void> {
  await ctx.tx
    .updateTable('app.company_drafts')
    .set({ mapping: JSON.stringify(said.mapping), source: said.source, as_of: said.asOf })
    .where('id', '=', id)
    .execute()
}
