import { sql, type SqlBool } from 'kysely'
import type { ToldDuty } from '#src/domain/agreements/items.ts'
import type { Stage } from '#src/domain/agreements/pipeline.ts'
import type { Context } from '#src/platform/db/context.ts'
import { factColumns, factsOf } from './agreement-queries.ts'
import type { AgreementFacts } from './agreement-types.ts'

export type PublicStep = {
  readonly stage: Stage
  readonly on: string | null
  readonly citation: string | null
}
export type PublicAgreement = {
  readonly id: string
  readonly slug: string
  readonly facts: AgreementFacts
  readonly stage: Stage
  readonly steps: readonly PublicStep[]
  readonly duties: readonly ToldDuty[]
}

/** What is open to everybody, of one State or of all; those that ended last. No log, no breach, no cost. */
export async function listPublicAgreements(
  ctx: Context,
  asked: { readonly state?: string; readonly slug?: string } = {},
): Promise<readonly PublicAgreement[]> {
  let query = ctx.tx.selectFrom('app.agreements').select(factColumns).where('is_public', '=', true)
  if (asked.state !== undefined) query = query.where(sql<SqlBool>`states @> array[${asked.state}]::text[]`)
  if (asked.slug !== undefined) query = query.where('slug', '=', asked.slug)
  const rows = await query
    .orderBy(sql`stage = 'ended'`)
    .orderBy('slug')
    .limit(MOST)
    .execute()
  const ids = rows.map(({ id }) => id)
  if (ids.length === 0) return []
  const steps = await ctx.tx
    .selectFrom('app.agreement_stages')
    .select(['agreement_id', 'stage', 'on_date', 'citation'])
    .where('agreement_id', 'in', ids)
    .orderBy('place')
    .execute()
  const duties = await ctx.tx
    .selectFrom('app.agreement_items')
    .select(['agreement_id', 'told'])
    .where('agreement_id', 'in', ids)
    .where('kind', '=', 'duty')
    .where('struck_at', 'is', null)
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    slug: row.slug,
    facts: factsOf(row),
    stage: row.stage as Stage,
    steps: steps.flatMap((each) =>
      each.agreement_id === row.id
        ? [{ stage: each.stage as Stage, on: each.on_date, citation: each.citation }]
        : [],
    ),
    duties: duties.flatMap((each) => (each.agreement_id === row.id ? [each.told as ToldDuty] : [])),
  }))
}
const MOST = 500
