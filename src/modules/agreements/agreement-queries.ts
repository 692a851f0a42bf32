import { sql, type SqlBool } from 'kysely'
import type { AgreementType, DutyState } from '#src/domain/agreements/codes.ts'
import type { Stage } from '#src/domain/agreements/pipeline.ts'
import type { LawCertainty } from '#src/domain/law/article-ref.ts'
import type { PlainDate } from '#src/domain/kernel/partial-date.ts'
import type { Context } from '#src/platform/db/context.ts'
import type { AgreementFacts } from './agreement-types.ts'

/** What a visitor may read, too. */
export const factColumns = [
  'id',
  'slug',
  'title_id',
  'title_en',
  'type',
  'states',
  'bodies',
  'subjects',
  'purposes',
  'aim_id',
  'aim_en',
  'stage',
  'instrument',
  'form',
  'field',
  'model',
  'citation',
  'url',
  'confidence',
  'note_id',
  'note_en',
  'is_public',
] as const

export type FactRow = {
  readonly title_id: string
  readonly title_en: string | null
  readonly type: string
  readonly states: readonly string[]
  readonly bodies: readonly string[]
  readonly subjects: readonly string[]
  readonly purposes: readonly string[]
  readonly aim_id: string | null
  readonly aim_en: string | null
  readonly instrument: string | null
  readonly form: string
  readonly field: string
  readonly model: string
  readonly citation: string
  readonly url: string | null
  readonly confidence: string
  readonly note_id: string | null
  readonly note_en: string | null
  readonly is_public: boolean
}

export function factsOf(row: FactRow): AgreementFacts {
  return {
    titleId: row.title_id,
    titleEn: row.title_en,
    type: row.type as AgreementType,
    states: row.states,
    bodies: row.bodies,
    subjects: row.subjects,
    purposes: row.purposes,
    aimId: row.aim_id,
    aimEn: row.aim_en,
    instrument: row.instrument,
    form: row.form,
    field: row.field,
    model: row.model,
    citation: row.citation,
    url: row.url,
    confidence: row.confidence as LawCertainty,
    noteId: row.note_id,
    noteEn: row.note_en,
    isPublic: row.is_public,
  }
}

function rowOf(facts: AgreementFacts) {
  return {
    title_id: facts.titleId,
    title_en: facts.titleEn,
    type: facts.type,
    states: [...facts.states],
    bodies: [...facts.bodies],
    subjects: [...facts.subjects],
    purposes: [...facts.purposes],
    aim_id: facts.aimId,
    aim_en: facts.aimEn,
    instrument: facts.instrument,
    form: facts.form,
    field: facts.field,
    model: facts.model,
    citation: facts.citation,
    url: facts.url,
    confidence: facts.confidence,
    note_id: facts.noteId,
    note_en: facts.noteEn,
    is_public: facts.isPublic,
  }
}

export type AgreementFilter = {
  readonly state?: string
  readonly type?: string
  readonly stage?: string
  readonly subject?: string
  /** Something of it falls due on or before this day. */
  readonly dueBy?: PlainDate
}

const due = sql<PlainDate | null>`(select min(i.due_on)::text from app.agreement_items i
  where i.agreement_id = agreements.id and i.due_on is not null and i.struck_at is null)`
const countOf = (kind: 'duty' | 'breach') =>
  sql<number>`(select count(*)::int from app.agreement_items i
    where i.agreement_id = agreements.id and i.kind = ${kind} and i.struck_at is null)`
const dutiesIn = (states: readonly DutyState[]) =>
  sql<number>`(select count(*)::int from app.agreement_items i where i.agreement_id = agreements.id
    and i.kind = 'duty' and i.struck_at is null and i.content->>'state' = any(${states}::text[]))`
const since = sql<
  string | null
>`(select s.on_date from app.agreement_stages s where s.agreement_id = agreements.id
  order by s.place desc limit 1)`

function filtered(ctx: Context, filter: AgreementFilter) {
  let query = ctx.tx.selectFrom('app.agreements as agreements')
  if (filter.state) query = query.where(sql<SqlBool>`agreements.states @> array[${filter.state}]::text[]`)
  if (filter.type) query = query.where('agreements.type', '=', filter.type)
  if (filter.stage) query = query.where('agreements.stage', '=', filter.stage)
  if (filter.subject) query = query.where(sql<SqlBool>`${filter.subject} = any(agreements.subjects)`)
  if (filter.dueBy) query = query.where(sql<SqlBool>`${due}::date <= ${filter.dueBy}::date`)
  return query
}

/** In force and under way first, by the first State after Indonesia, then by name. */
export async function selectLines(
  ctx: Context,
  filter: AgreementFilter,
  at: { readonly offset: number; readonly limit: number },
) {
  return filtered(ctx, filter)
    .select([
      ...factColumns,
      due.as('next_due'),
      countOf('duty').as('duties'),
      dutiesIn(['open', 'breached']).as('open_duties'),
      dutiesIn(['unclear']).as('unclear_duties'),
      countOf('breach').as('breaches'),
      since.as('since'),
      sql<boolean>`agreements.proposed is not null`.as('waits'),
    ])
    .orderBy(sql`agreements.stage = 'ended'`)
    .orderBy('agreements.slug')
    .offset(at.offset)
    .limit(at.limit)
    .execute()
}

export async function countLines(ctx: Context, filter: AgreementFilter): Promise<number> {
  const row = await filtered(ctx, filter)
    .select((count) => count.fn.countAll<string>().as('total'))
    .executeTakeFirstOrThrow()
  return Number(row.total)
}

export async function findAgreementRow(ctx: Context, slug: string) {
  return ctx.tx
    .selectFrom('app.agreements')
    .select([...factColumns, 'version', 'edited_at', 'reference_hash', 'proposed', 'proposed_hash'])
    .where('slug', '=', slug)
    .executeTakeFirst()
}
export type AgreementRow = NonNullable<Awaited<ReturnType<typeof findAgreementRow>>>

export async function listDelivered(ctx: Context) {
  return ctx.tx
    .selectFrom('app.agreements')
    .select(['id', 'slug', 'edited_at', 'reference_hash', 'proposed_hash'])
    .where('reference_hash', 'is not', null)
    .execute()
}

export type NewAgreement = {
  readonly id: string
  readonly slug: string
  readonly facts: AgreementFacts
  readonly stage: Stage
  readonly by: { readonly staffId: string; readonly orgId: string } | { readonly hash: string }
}

export async function insertAgreement(ctx: Context, made: NewAgreement): Promise<void> {
  const { by } = made
  await ctx.tx
    .insertInto('app.agreements')
    .values({
      id: made.id,
      created_at: ctx.now,
      slug: made.slug,
      stage: made.stage,
      ...rowOf(made.facts),
      ...('hash' in by ? { reference_hash: by.hash } : { made_by: by.staffId, org_id: by.orgId }),
    })
    .execute()
}

type Edit = { readonly id: string; readonly version: number; readonly staffId: string }

/** False when somebody else was faster. */
export async function updateFacts(ctx: Context, edit: Edit, facts: AgreementFacts): Promise<boolean> {
  const done = await ctx.tx
    .updateTable('app.agreements')
    .set({ ...rowOf(facts), edited_at: ctx.now, edited_by: edit.staffId, version: edit.version + 1 })
    .where('id', '=', edit.id)
    .where('version', '=', edit.version)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

export async function updateStage(ctx: Context, edit: Edit, stage: Stage): Promise<boolean> {
  const done = await ctx.tx
    .updateTable('app.agreements')
    .set({ stage, edited_at: ctx.now, edited_by: edit.staffId, version: edit.version + 1 })
    .where('id', '=', edit.id)
    .where('version', '=', edit.version)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

/** A delivered part was edited here: from now on an upgrade only proposes. */
export async function markEdited(ctx: Context, id: string, staffId: string): Promise<void> {
  await ctx.tx
    .updateTable('app.agreements')
    .set({ edited_at: ctx.now, edited_by: staffId })
    .where('id', '=', id)
    .execute()
}

/** The record follows the delivery again. */
export async function followDelivery(
  ctx: Context,
  at: { readonly id: string; readonly hash: string; readonly stage: Stage },
  facts: Omit<AgreementFacts, 'isPublic'>,
): Promise<void> {
  const { is_public: _own, ...row } = rowOf({ ...facts, isPublic: true })
  await ctx.tx
    .updateTable('app.agreements')
    .set((old) => ({
      ...row,
      stage: at.stage,
      reference_hash: at.hash,
      proposed: null,
      proposed_hash: null,
      edited_at: null,
      edited_by: null,
      version: old('version', '+', 1),
    }))
    .where('id', '=', at.id)
    .execute()
}

export async function propose(
  ctx: Context,
  at: { readonly id: string; readonly hash: string },
  record: unknown,
): Promise<void> {
  await ctx.tx
    .updateTable('app.agreements')
    .set({ proposed: JSON.stringify(record), proposed_hash: at.hash })
    .where('id', '=', at.id)
    .execute()
}

/** The delivery was seen and the local record stays; a later delivery is proposed again. */
export async function keepLocal(
  ctx: Context,
  at: { readonly id: string; readonly hash: string; readonly version: number },
): Promise<boolean> {
  const done = await ctx.tx
    .updateTable('app.agreements')
    .set({ reference_hash: at.hash, proposed: null, proposed_hash: null, version: at.version + 1 })
    .where('id', '=', at.id)
    .where('version', '=', at.version)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

/** Two processes that start together load one after the other. */
export async function waitForLoader(ctx: Context): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('payung.agreements.load'))`.execute(ctx.tx)
}
