import type { Clause } from '#src/domain/clauses/clause-text.ts'
import { asStaff, type Context } from '#src/platform/db/context.ts'

const LONGEST_LIST = 200

/** All texts of all bodies, the newest first: drafts of law are no secret among staff. */
export async function listTexts(ctx: Context) {
  return ctx.tx
    .selectFrom('app.clause_texts as t')
    .innerJoin('app.organisations as o', 'o.id', 't.org_id')
    .select([
      't.id',
      't.title',
      't.kind',
      't.language',
      't.version',
      't.created_at',
      't.org_id',
      'o.short_name as body',
    ])
    .orderBy('t.created_at', 'desc')
    .orderBy('t.id', 'desc')
    .limit(LONGEST_LIST)
    .execute()
}

export async function findText(ctx: Context, id: string) {
  return ctx.tx
    .selectFrom('app.clause_texts as t')
    .innerJoin('app.organisations as o', 'o.id', 't.org_id')
    .select([
      't.id',
      't.title',
      't.kind',
      't.language',
      't.parties',
      't.version',
      't.created_at',
      't.org_id',
      'o.short_name as body',
    ])
    .where('t.id', '=', id)
    .executeTakeFirst()
}

/** Without the words; the newest first. */
export async function listVersions(ctx: Context, textId: string) {
  return ctx.tx
    .selectFrom('app.clause_versions')
    .select(['id', 'number', 'created_at', 'source', 'standing', 'note'])
    .where('text_id', '=', textId)
    .orderBy('number', 'desc')
    .limit(LONGEST_LIST)
    .execute()
}

/** Every version of every text, for the choice of two to compare. */
export async function listComparable(ctx: Context) {
  return ctx.tx
    .selectFrom('app.clause_versions as v')
    .innerJoin('app.clause_texts as t', 't.id', 'v.text_id')
    .select(['v.id', 'v.number', 't.title', 't.language'])
    .orderBy('t.created_at', 'desc')
    .orderBy('t.id')
    .orderBy('v.number', 'desc')
    .limit(LONGEST_LIST)
    .execute()
}

export type VersionRow = {
  readonly id: string
  readonly text_id: string
  readonly number: number
  readonly created_at: Date
  readonly source: string
  readonly source_day: string | null
  readonly standing: string
  readonly note: string
  readonly title: string
  readonly language: string
  readonly clauses: readonly Clause[]
}

function versionRows(ctx: Context) {
  return ctx.tx
    .selectFrom('app.clause_versions as v')
    .innerJoin('app.clause_texts as t', 't.id', 'v.text_id')
    .select([
      'v.id',
      'v.text_id',
      'v.number',
      'v.created_at',
      'v.source',
      (eb) => eb.cast<string | null>('v.source_day', 'text').as('source_day'),
      'v.standing',
      'v.note',
      't.title',
      't.language',
      'v.clauses',
    ])
}

const asVersion = (row: Awaited<ReturnType<ReturnType<typeof versionRows>['executeTakeFirst']>>) =>
  row === undefined
    ? undefined
    : ({
        ...row,
        clauses: row.clauses as unknown as readonly Clause[],
      } satisfies VersionRow)

export async function findVersion(ctx: Context, textId: string, number: number) {
  return asVersion(
    await versionRows(ctx).where('v.text_id', '=', textId).where('v.number', '=', number).executeTakeFirst(),
  )
}

export async function findVersionById(ctx: Context, id: string) {
  return asVersion(await versionRows(ctx).where('v.id', '=', id).executeTakeFirst())
}

export type NewVersion = {
  readonly textId: string
  readonly number: number
  readonly source: string
  readonly sourceDay: string | null
  readonly standing: string
  readonly note: string
  readonly clauses: readonly Clause[]
}

export async function insertText(
  ctx: Context,
  text: {
    readonly id: string
    readonly title: string
    readonly kind: string
    readonly language: string
    readonly parties: string
  },
): Promise<void> {
  const { actor } = asStaff(ctx)
  await ctx.tx
    .insertInto('app.clause_texts')
    .values({ ...text, created_at: ctx.now, org_id: actor.orgId, made_by: actor.staffId })
    .execute()
}

export async function insertVersion(ctx: Context, version: NewVersion): Promise<string> {
  const id = ctx.newId()
  await ctx.tx
    .insertInto('app.clause_versions')
    .values({
      ...written(ctx),
      id,
      text_id: version.textId,
      number: version.number,
      source: version.source,
      source_day: version.sourceDay,
      standing: version.standing,
      note: version.note,
      clauses: JSON.stringify(version.clauses),
    })
    .execute()
  return id
}

/** False when the text has moved on since, or is another body's. */
export async function stepVersion(ctx: Context, textId: string, seen: number): Promise<boolean> {
  const done = await ctx.tx
    .updateTable('app.clause_texts')
    .set({ version: seen + 1 })
    .where('id', '=', textId)
    .where('version', '=', seen)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

/** What every row that only grows says of its making. */
export function written(ctx: Context) {
  const { actor } = asStaff(ctx)
  return { id: ctx.newId(), created_at: ctx.now, org_id: actor.orgId, author: actor.staffId }
}

export async function hasTexts(ctx: Context): Promise<boolean> {
  return (await ctx.tx.selectFrom('app.clause_texts').select('id').limit(1).executeTakeFirst()) !== undefined
}

/** Somebody who may keep texts, the same one each time. */
export async function findDrafter(ctx: Context) {
  return ctx.tx
    .selectFrom('app.staff_roles as r')
    .innerJoin('app.staff as s', 's.id', 'r.staff_id')
    .select(['s.id', 's.org_id'])
    .where('r.role', '=', 'law-drafter')
    .orderBy('s.sign_in_name', 'desc')
    .limit(1)
    .executeTakeFirst()
}
