import { valueOf } from '#src/domain/kernel/answer.ts'
import type { ReportDraft, SafeContact } from '#src/domain/reports/report.ts'
import type { Context } from '#src/platform/db/context.ts'
import { loadKeys } from '#src/platform/db/keys-queries.ts'
import { listOwnReports } from './consent-queries.ts'

/** The safe contact as the person last said it in an own report of this case; undefined where nothing was said or it is erased. */
export async function readSafeContact(ctx: Context, caseId: string): Promise<SafeContact | undefined> {
  const rows = await listOwnReports(ctx, caseId)
  const keys = await loadKeys(
    ctx,
    rows.map((row) => row.key_id),
  )
  for (const row of rows) {
    const draft = keys.get(row.key_id)?.openJson<ReportDraft>(`reports.sealed/${row.id}`, row.sealed)
    const contact = draft && valueOf(draft.safeContact)
    if (contact) return contact
  }
  return undefined
}
