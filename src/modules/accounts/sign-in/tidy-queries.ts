import { runAs } from '#src/platform/db/context.ts'
import type { Ticker } from '#src/platform/jobs/jobs.ts'

const DAY_MS = 24 * 3600 * 1000

/** Sessions and challenges that are over go after a day; the audit log keeps who signed in when. */
export const forgetSignIns: Ticker = {
  name: 'accounts.forget-sign-ins',
  everyMs: 3_600_000,
  tick: (platform) =>
    runAs(platform, { kind: 'job', name: 'accounts.forget-sign-ins' }, async (ctx) => {
      const yesterday = new Date(ctx.now.getTime() - DAY_MS)
      await ctx.tx.deleteFrom('app.sign_in_challenges').where('created_at', '<', yesterday).execute()
      await ctx.tx
        .deleteFrom('app.sessions')
        .where('factor', '=', 'password')
        .where('expires_at', '<', yesterday)
        .execute()
    }),
}
