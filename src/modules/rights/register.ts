import { writeAudit } from '#src/platform/audit/journal-queries.ts'
import type { Context } from '#src/platform/db/context.ts'
import { PROCESSING_MAP, type Processing } from './processing-map.ts'
import { listTables, type TableFacts } from './register-queries.ts'

export type RegisterRow = TableFacts & { readonly processing: Processing | undefined }

/** The register of processing: the schema as it is, with why, about whom and how long. */
export async function readRegister(ctx: Context): Promise<readonly RegisterRow[]> {
  await writeAudit(ctx, { verb: 'register.read', subjectKind: 'register' })
  return (await listTables(ctx)).map((row) => ({ ...row, processing: PROCESSING_MAP[row.table] }))
}
