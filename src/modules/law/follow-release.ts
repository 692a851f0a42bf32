import { runAs } from '#src/platform/db/context.ts'
import type { Ticker } from '#src/platform/jobs/jobs.ts'
import { useLawFiles } from '#src/platform/law/law-source.ts'
import type { Platform } from '#src/platform/platform.ts'
import { currentRelease, readReleaseFiles } from './release-queries.ts'

/** The release that this process reads its law from. */
let followed: string | undefined

/** Lets this process read the release in force; another process may have changed it. */
export async function followRelease(platform: Platform): Promise<void> {
  await runAs(platform, { kind: 'job', name: 'law.follow' }, async (ctx) => {
    const current = await currentRelease(ctx)
    if (!current || current.id === followed) return
    const files = await readReleaseFiles(ctx, current.id)
    if (!files) return
    useLawFiles(files)
    followed = current.id
  })
}

export const releaseFollower: Ticker = { name: 'law.follow', everyMs: 15_000, tick: followRelease }
