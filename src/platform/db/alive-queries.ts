import { sql } from 'kysely'
import { runAs } from './context.ts'
import type { Platform } from '../platform.ts'

/** Can this process serve a page from the database now? */
export async function isAlive(platform: Platform): Promise<boolean> {
  await runAs(platform, { kind: 'public' }, (ctx) => sql`select 1`.execute(ctx.tx))
  return true
}
