import { readConfig } from '#src/config.ts'
import { runAs } from '#src/platform/db/context.ts'
import { openPlatform } from '#src/start.ts'
import { makeOrganisations } from './platform.ts'
import type { Env } from './program.ts'

/** The test organisations in the database of these settings, before a program runs on it: a report needs a desk. */
export async function foundBodies(env: Env): Promise<void> {
  const running = await openPlatform(readConfig({ PAYUNG_ENV: 'test', ...env }))
  try {
    await runAs(running.platform, { kind: 'keeper' }, makeOrganisations)
  } finally {
    await running.stop()
  }
}
