import { writeJournal } from '#src/platform/audit/journal-queries.ts'
import { runAs, type Context } from '#src/platform/db/context.ts'
import type { Ticker } from '#src/platform/jobs/jobs.ts'
import type { ListWords } from './make-case.ts'
import { runList } from './run-list.ts'
import { forgetFiles, listCutRuns } from './watch-queries.ts'

const STILL_MS = 60_000

/** A run whose process was killed is held by nobody: it goes on here, without waiting for the queue to notice. */
export function oldListWatch(words: ListWords): Ticker {
  return {
    name: 'old-lists.watch',
    everyMs: 15_000,
    tick: async (platform) => {
      const since = new Date(platform.clock().getTime() - STILL_MS)
      const cut = await runAs(platform, { kind: 'job', name: 'old-lists.watch' }, (ctx) =>
        listCutRuns(ctx, since),
      )
      for (const id of cut) await runList(platform, id, words)
    },
  }
}

/** The bytes of a file go on the day that was said when it came. */
export async function forgetOldLists(ctx: Context): Promise<number> {
  const gone = await forgetFiles(ctx)
  for (const { id, org_id } of gone)
    await writeJournal(
      ctx,
      { verb: 'old-list.file-forgotten', subjectKind: 'old-list', subjectId: id },
      org_id,
    )
  return gone.length
}

export const oldListForgetter: Ticker = {
  name: 'old-lists.forget',
  everyMs: 3_600_000,
  tick: async (platform) => {
    await runAs(platform, { kind: 'job', name: 'old-lists.forget' }, forgetOldLists)
  },
}
