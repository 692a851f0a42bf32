import { sql } from 'kysely'
import type { GapCode, GapLawKind, GapState } from '#src/domain/advocacy/gap.ts'
import type { Context, StaffContext } from '#src/platform/db/context.ts'
import type { ReferenceGap } from '#src/platform/law/advocacy-files.ts'

export type GapLaw = {
  readonly kind: GapLawKind
  readonly norm: string | null
  readonly instrument: string | null
  readonly article: string | null
}

export type GapRow = {
  readonly id: string
  readonly created_at: Date | null
  readonly ref: string | null
  readonly code: GapCode
  readonly law_kind: GapLawKind
  readonly norm_id: string | null
  readonly instrument: string | null
  readonly article: string | null
  readonly finding_id: string | null
  readonly state: GapState
  readonly owner: string | null
  readonly key_id: string | null
  readonly words_sealed: Buffer | null
  readonly title_id: string | null
  readonly title_en: string | null
  /** 0: an entry of the reference files that nobody has begun to work on. */
  readonly version: number
  readonly org_name: string | null
  readonly total: number
}

export type GapQuestion = {
  readonly id?: string
  readonly state?: GapState
  readonly code?: GapCode
  readonly owner?: string
  readonly offset: number
  readonly limit: number
}

/** The register: what bodies wrote down, and the entries of the files that nobody has begun to work on. */
export async function selectGaps(
  ctx: StaffContext,
  reference: readonly ReferenceGap[],
  asked: GapQuestion,
): Promise<readonly GapRow[]> {
  const { rows } = await sql<GapRow>`
    select x.*, count(*) over ()::int as total from (
      select g.id, g.created_at, g.ref, g.code, g.law_kind, g.norm_id, g.instrument, g.article, g.finding_id, g.state,
             g.owner, g.key_id, g.words_sealed, g.title_id, g.title_en, g.version, o.short_name as org_name
      from app.gaps g left join app.organisations o on o.id = g.org_id
      union all
      select r.id, null, r.ref, r.code, r.law_kind, r.norm_id, r.instrument, r.article, null, 'open',
             r.owner, null, null, null, null, 0, null
      from jsonb_to_recordset(${JSON.stringify(reference.map(recordOf))}::jsonb)
        as r(id uuid, ref text, code text, law_kind text, norm_id text, instrument text, article text, owner text)
      where not exists (select 1 from app.gaps g where g.id = r.id)
    ) x
    where (${asked.id ?? null}::uuid is null or x.id = ${asked.id ?? null}::uuid)
      and (${asked.state ?? null}::text is null or x.state = ${asked.state ?? null}::text)
      and (${asked.code ?? null}::text is null or x.code = ${asked.code ?? null}::text)
      and (${asked.owner ?? null}::text is null or x.owner = ${asked.owner ?? null}::text)
    order by x.created_at desc nulls last, x.code, x.ref, x.id desc offset ${asked.offset} limit ${asked.limit}
  `.execute(ctx.tx)
  return rows
}

function recordOf(gap: ReferenceGap) {
  const { law } = gap
  return {
    id: gap.uuid,
    ref: gap.id,
    code: gap.code,
    law_kind: law.kind,
    norm_id: law.norm,
    instrument: law.instrument,
    article: law.article,
    owner: gap.owner,
  }
}

export type PublicGapRow = {
  readonly id: string
  readonly ref: string | null
  readonly code: GapCode
  readonly state: GapState
  readonly owner: string | null
  readonly law_kind: GapLawKind
  readonly norm_id: string | null
  readonly instrument: string | null
  readonly article: string | null
  readonly title_id: string | null
  readonly title_en: string | null
}

/** What anybody may read: published gaps, and what became of the entries of the files. */
export function selectPublicGaps(ctx: Context): Promise<readonly PublicGapRow[]> {
  return ctx.tx
    .selectFrom('app.gaps')
    .select(['id', 'ref', 'code', 'state', 'owner', 'law_kind', 'norm_id', 'instrument', 'article'])
    .select(['title_id', 'title_en'])
    .where((where) => where.or([where('title_id', 'is not', null), where('ref', 'is not', null)]))
    .orderBy('created_at', 'desc')
    .limit(MOST_PUBLIC)
    .execute() as Promise<readonly PublicGapRow[]>
}
const MOST_PUBLIC = 500

/** At least so many cases, over all bodies; no entry where every body has fewer than five. */
export async function selectToldCounts(ctx: Context): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ gap_id: string; told: string }>`
    select gap_id, told from app.count_gap_cases()
  `.execute(ctx.tx)
  return new Map(rows.map((row) => [row.gap_id, Number(row.told)]))
}

export type NewGapRow = {
  readonly id: string
  readonly ref: string | null
  readonly code: GapCode
  readonly law: GapLaw
  readonly owner: string | null
  readonly findingId: string | null
  readonly sealed: { readonly keyId: string; readonly words: Buffer } | null
}

/** False when it is there already: two people began at once. */
export async function insertGap(ctx: StaffContext, row: NewGapRow): Promise<boolean> {
  const added = await ctx.tx
    .insertInto('app.gaps')
    .values({
      id: row.id,
      created_at: ctx.now,
      org_id: ctx.actor.orgId,
      created_by: ctx.actor.staffId,
      ref: row.ref,
      code: row.code,
      law_kind: row.law.kind,
      norm_id: row.law.norm,
      instrument: row.law.instrument,
      article: row.law.article,
      finding_id: row.findingId,
      owner: row.owner,
      key_id: row.sealed?.keyId ?? null,
      words_sealed: row.sealed?.words ?? null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return added.numInsertedOrUpdatedRows === 1n
}

export type GapChange = {
  readonly state?: GapState
  readonly owner?: string | null
  readonly title_id?: string | null
  readonly title_en?: string | null
}

/** False when somebody changed it after the version that the editor saw. */
export async function updateGap(
  ctx: StaffContext,
  at: { readonly id: string; readonly version: number },
  change: GapChange,
): Promise<boolean> {
  const done = await ctx.tx
    .updateTable('app.gaps')
    .set({ ...change, version: at.version + 1 })
    .where('id', '=', at.id)
    .where('version', '=', at.version)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

export type GapStep = {
  readonly kind: 'logged' | 'state' | 'owner' | 'published'
  readonly from: string | null
  readonly to: string | null
  readonly sealed: { readonly keyId: string; readonly reason: Buffer } | null
}

export async function insertStep(
  ctx: StaffContext,
  at: { readonly id: string; readonly gapId: string },
  step: GapStep,
): Promise<void> {
  await ctx.tx
    .insertInto('app.gap_steps')
    .values({
      id: at.id,
      created_at: ctx.now,
      gap_id: at.gapId,
      org_id: ctx.actor.orgId,
      by_staff: ctx.actor.staffId,
      kind: step.kind,
      from_code: step.from,
      to_code: step.to,
      key_id: step.sealed?.keyId ?? null,
      reason_sealed: step.sealed?.reason ?? null,
    })
    .execute()
}

const MOST_STEPS = 200

export function selectSteps(ctx: StaffContext, gapId: string) {
  return ctx.tx
    .selectFrom('app.gap_steps as s')
    .leftJoin('app.organisations as o', 'o.id', 's.org_id')
    .select(['s.id', 's.created_at', 's.kind', 's.from_code', 's.to_code', 's.key_id', 's.reason_sealed'])
    .select('o.short_name as org_name')
    .where('s.gap_id', '=', gapId)
    .orderBy('s.id', 'desc')
    .limit(MOST_STEPS)
    .execute()
}
