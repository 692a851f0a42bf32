import { writeJournal } from '#src/platform/audit/journal-queries.ts'
import { runAs, type Context } from '#src/platform/db/context.ts'
import type { Ticker } from '#src/platform/jobs/jobs.ts'
import { deleteOldDrafts } from './import-queries.ts'

/** Throws away what was uploaded and never taken over: it holds names, and nobody needs it. */
export async function forgetOldDrafts(ctx: Context): Promise<number> {
  const gone = await deleteOldDrafts(ctx)
  for (const { id, orgId } of gone)
    await writeJournal(ctx, { verb: 'htcds.forgotten', subjectKind: 'htcds-import', subjectId: id }, orgId)
  return gone.length
}

export const htcdsDraftClock: Ticker = {
  name: 'htcds.drafts',
  everyMs: 3_600_000,
  tick: async (platform) => {
    await runAs(platform, { kind: 'job', name: 'htcds.drafts' }, forgetOldDrafts)
  },
}
