import { sql } from 'kysely'
import type { ItemContent, ItemKind } from '#src/domain/agreements/items.ts'
import type { Stage } from '#src/domain/agreements/pipeline.ts'
import type { PlainDate } from '#src/domain/kernel/partial-date.ts'
import type { Context } from '#src/platform/db/context.ts'
import type { AgreementItem, AgreementStep } from './agreement-types.ts'

type By = { readonly staffId: string; readonly orgId: string } | { readonly key: string }

export async function listSteps(ctx: Context, agreementId: string): Promise<readonly AgreementStep[]> {
  const rows = await ctx.tx
    .selectFrom('app.agreement_stages as s')
    .leftJoin('app.staff as p', 'p.id', 's.staff_id')
    .leftJoin('app.organisations as o', 'o.id', 's.org_id')
    .select(['s.stage', 's.on_date', 's.reason_id', 's.reason_en', 's.citation', 's.created_at'])
    .select(['s.reference_key', 'p.display_name', 'o.short_name'])
    .where('s.agreement_id', '=', agreementId)
    .orderBy('s.place')
    .execute()
  return rows.map((row) => ({
    key: row.reference_key,
    stage: row.stage as Stage,
    on: row.on_date,
    reasonId: row.reason_id,
    reasonEn: row.reason_en,
    citation: row.citation,
    writtenAt: row.created_at,
    by: row.display_name,
    body: row.short_name,
  }))
}

export type NewStep = {
  readonly agreementId: string
  readonly from: Stage | null
  readonly stage: Stage
  readonly on: string | null
  readonly reasonId: string
  readonly reasonEn: string | null
  readonly citation: string | null
  readonly by: By
}

/** At the end of the way. */
export async function insertStep(ctx: Context, step: NewStep): Promise<void> {
  const { by, agreementId } = step
  await ctx.tx
    .insertInto('app.agreement_stages')
    .values({
      id: ctx.newId(),
      created_at: ctx.now,
      agreement_id: agreementId,
      from_stage: step.from,
      stage: step.stage,
      on_date: step.on,
      reason_id: step.reasonId,
      reason_en: step.reasonEn,
      citation: step.citation,
      place: sql<number>`(select coalesce(max(s.place), 0) + 1 from app.agreement_stages s where s.agreement_id = ${agreementId})`,
      ...('key' in by ? { reference_key: by.key } : { staff_id: by.staffId, org_id: by.orgId }),
    })
    .execute()
}

export async function updateDeliveredStep(ctx: Context, key: string, step: NewStep): Promise<void> {
  await ctx.tx
    .updateTable('app.agreement_stages')
    .set({
      from_stage: step.from,
      stage: step.stage,
      on_date: step.on,
      reason_id: step.reasonId,
      reason_en: step.reasonEn,
      citation: step.citation,
    })
    .where('agreement_id', '=', step.agreementId)
    .where('reference_key', '=', key)
    .execute()
}

const itemColumns = [
  'id',
  'agreement_id',
  'kind',
  'content',
  'note',
  'reference_key',
  'struck_at',
  'version',
  sql<PlainDate | null>`due_on::text`.as('due_on'),
] as const
type ItemRow = {
  readonly id: string
  readonly kind: string
  readonly content: unknown
  readonly note: string | null
  readonly reference_key: string | null
  readonly struck_at: Date | null
  readonly version: number
  readonly due_on: PlainDate | null
}
const itemOf = (row: ItemRow): AgreementItem => ({
  id: row.id,
  key: row.reference_key,
  kind: row.kind as ItemKind,
  content: row.content as ItemContent,
  dueOn: row.due_on,
  note: row.note,
  struck: row.struck_at !== null,
  version: row.version,
})

/** In the order they were written down; struck ones too. */
export async function listItems(
  ctx: Context,
  agreementIds: readonly string[],
): Promise<readonly (AgreementItem & { readonly agreementId: string })[]> {
  if (agreementIds.length === 0) return []
  const rows = await ctx.tx
    .selectFrom('app.agreement_items')
    .select(itemColumns)
    .where('agreement_id', 'in', agreementIds)
    .orderBy('agreement_id')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ ...itemOf(row), agreementId: row.agreement_id }))
}

export async function findItem(ctx: Context, agreementId: string, id: string) {
  const row = await ctx.tx
    .selectFrom('app.agreement_items')
    .select(itemColumns)
    .where('agreement_id', '=', agreementId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row && itemOf(row)
}

export type NewItem = {
  readonly id: string
  readonly agreementId: string
  readonly kind: ItemKind
  readonly content: ItemContent
  readonly dueOn: PlainDate | null
  readonly note: string | null
  readonly by: By
}

export async function insertItem(ctx: Context, item: NewItem): Promise<void> {
  const { by } = item
  await ctx.tx
    .insertInto('app.agreement_items')
    .values({
      id: item.id,
      created_at: ctx.now,
      agreement_id: item.agreementId,
      kind: item.kind,
      content: JSON.stringify(item.content),
      due_on: item.dueOn,
      note: item.note,
      ...('key' in by ? { reference_key: by.key } : { made_by: by.staffId, org_id: by.orgId }),
    })
    .execute()
}

/** False when somebody else was faster. */
export async function updateItem(
  ctx: Context,
  at: { readonly id: string; readonly version: number },
  said: {
    readonly content: ItemContent
    readonly dueOn: PlainDate | null
    readonly note: string | null
    readonly struck: boolean
  },
): Promise<boolean> {
  const done = await ctx.tx
    .updateTable('app.agreement_items')
    .set({
      content: JSON.stringify(said.content),
      due_on: said.dueOn,
      note: said.note,
      struck_at: said.struck ? ctx.now : null,
      version: at.version + 1,
    })
    .where('id', '=', at.id)
    .where('version', '=', at.version)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

/** What falls due of every agreement that has not ended, the earliest first. */
export async function listDue(ctx: Context) {
  const rows = await ctx.tx
    .selectFrom('app.agreement_items as i')
    .innerJoin('app.agreements as a', 'a.id', 'i.agreement_id')
    .select(['i.id', 'i.kind', 'i.content', 'a.slug', 'a.title_id', 'a.title_en'])
    .select(sql<PlainDate>`i.due_on::text`.as('due_on'))
    .where('i.due_on', 'is not', null)
    .where('i.struck_at', 'is', null)
    .where('a.stage', '<>', 'ended')
    .orderBy('i.due_on')
    .orderBy('i.id')
    .limit(MOST_DUE)
    .execute()
  return rows.map(({ content, kind, ...row }) => ({
    ...row,
    kind: kind as ItemKind,
    content: content as ItemContent,
  }))
}
const MOST_DUE = 500
