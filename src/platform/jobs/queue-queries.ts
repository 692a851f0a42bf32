import { sql } from 'kysely'
import type { Context } from '../db/context.ts'

/** Enqueues in the same transaction: rolled back with it. Payload: ids only, it is stored in clear. */
export async function enqueue(
  ctx: Context,
  task: string,
  payload: Readonly<Record<string, string>>,
  options: { readonly jobKey?: string; readonly runAt?: Date } = {},
): Promise<void> {
  await sql`select jobs.enqueue(${task}, ${JSON.stringify(payload)}::json, ${options.jobKey ?? null}, ${options.runAt ?? null})`.execute(
    ctx.tx,
  )
}
