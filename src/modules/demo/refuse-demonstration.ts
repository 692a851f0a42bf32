import { runAs } from '#src/platform/db/context.ts'
import { ConfigError } from '#src/config.ts'
import type { Platform } from '#src/platform/platform.ts'
import { findBodies } from './demo-queries.ts'

/** Everybody can learn the sign-ins of a demonstration: production does not start over one. Throws ConfigError. */
export async function refuseDemonstration(platform: Platform): Promise<void> {
  const { demoSince } = await runAs(platform, { kind: 'keeper' }, findBodies)
  if (demoSince !== undefined)
    throw new ConfigError(
      'PAYUNG_ENV=production: this database holds the demonstration, whose sign-ins are known. Use an empty database.',
    )
}
