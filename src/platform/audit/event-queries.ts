import type { Context } from '../db/context.ts'

/** What an organisation did and is sealed into the chain. Codes only: no details, no person. */
function sealedEvents(ctx: Context, orgId: string) {
  return ctx.tx
    .selectFrom('app.journal as j')
    .innerJoin('app.chain_links as l', 'l.entry_id', 'j.id')
    .leftJoin('app.cases as c', 'c.id', 'j.case_id')
    .select([
      'j.id',
      'l.seq',
      'j.created_at',
      'j.verb',
      'j.subject_kind',
      'j.subject_id',
      'c.code as case_code',
    ])
    .where('l.chain', '=', 'journal')
    .where('j.org_id', '=', orgId)
}

/** What changed in my organisation, oldest first. */
export async function listEvents(
  ctx: Context,
  orgId: string,
  page: { readonly after: string; readonly limit: number },
) {
  return sealedEvents(ctx, orgId).where('l.seq', '>', page.after).orderBy('l.seq').limit(page.limit).execute()
}

export type EventRow = Awaited<ReturnType<typeof listEvents>>[number]

/** The same for a job, which sees everything: what a program of the organisation would see, and no more. */
function eventsToTell(ctx: Context, orgId: string) {
  return sealedEvents(ctx, orgId)
    .leftJoin('app.case_files as f', (join) =>
      join.onRef('f.case_id', '=', 'j.case_id').on('f.org_id', '=', orgId),
    )
    .where(({ or, and, eb }) =>
      or([
        eb('j.case_id', 'is', null),
        // Protected cases open to named persons; no program is one.
        and([eb('f.case_id', 'is not', null), eb('c.protected', '=', false)]),
      ]),
    )
}

export async function listEventsToTell(
  ctx: Context,
  orgId: string,
  page: { readonly after: string; readonly limit: number },
): Promise<readonly EventRow[]> {
  return eventsToTell(ctx, orgId).where('l.seq', '>', page.after).orderBy('l.seq').limit(page.limit).execute()
}

/** The newest place in the chain: a new listener hears what comes after. */
export async function newestSeq(ctx: Context): Promise<string> {
  const row = await ctx.tx
    .selectFrom('app.chain_links')
    .select(({ fn }) => fn.max('seq').as('last'))
    .where('chain', '=', 'journal')
    .executeTakeFirst()
  return String(row?.last ?? 0)
}

/** One event again, for the same organisation and under the same locks. */
export async function findEventToTell(
  ctx: Context,
  orgId: string,
  id: string,
): Promise<EventRow | undefined> {
  return eventsToTell(ctx, orgId).where('j.id', '=', id).executeTakeFirst()
}
