import type { StaffContext } from '#src/platform/db/context.ts'
import { writeJournal, type Details } from '#src/platform/audit/journal-queries.ts'
import { loadKey } from '#src/platform/db/keys-queries.ts'
import type { DataKey } from '#src/platform/crypto/vault.ts'
import { touchFile, type CaseRow } from '../case-queries.ts'
import { getCaseRow } from '../read-case.ts'

export type InCase = {
  readonly row: CaseRow
  readonly key: DataKey
  readonly caseId: string
  readonly orgId: string
  readonly staffId: string
}

/** What happened, for the journal: codes and ids only. */
export type Happened<T> = {
  readonly verb: `${string}.${string}`
  readonly subjectKind: string
  readonly subjectId: string
  readonly details?: Details
  readonly result: T
}

/** Every change of an item: the case must be open to the writer, the file counts as touched, the journal says what happened. */
export async function inCase<T>(
  ctx: StaffContext,
  code: string,
  work: (place: InCase) => Promise<Happened<T>>,
): Promise<T> {
  const row = await getCaseRow(ctx, code)
  const { orgId, staffId } = ctx.actor
  const key = await loadKey(ctx, row.key_id)
  const { result, ...entry } = await work({ row, key, caseId: row.id, orgId, staffId })
  await touchFile(ctx, row.id, orgId)
  await writeJournal(ctx, { ...entry, caseId: row.id })
  return result
}
