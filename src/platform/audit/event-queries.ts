import type { Context } from '../db/context.ts'

/** What changed in my organisation and is sealed into the chain, oldest first. Codes only: no details, no person. */
export async function listEvents(
  ctx: Context,
  orgId: string,
  page: { readonly after: string; readonly limit: number },
) {
  return ctx.tx
    .selectFrom('app.journal as j')
    .innerJoin('app.chain_links as l', 'l.entry_id', 'j.id')
    .leftJoin('app.cases as c', 'c.id', 'j.case_id')
    .select(['l.seq', 'j.created_at', 'j.verb', 'j.subject_kind', 'j.subject_id', 'c.code as case_code'])
    .where('l.chain', '=', 'journal')
    .where('l.seq', '>', page.after)
    .where('j.org_id', '=', orgId)
    .orderBy('l.seq')
    .limit(page.limit)
    .execute()
}
