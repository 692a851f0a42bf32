/** The comparer reads released files only; what it leaves behind is that somebody took a table away. */
import { writeAudit } from '#src/platform/audit/journal-queries.ts'
import type { StaffContext } from '#src/platform/db/context.ts'

export const TABLE_FORMATS = ['xlsx', 'pdf', 'csv', 'json'] as const
export type TableFormat = (typeof TABLE_FORMATS)[number]

/** Records an export of the table of rules: form and size, no person. */
export async function noteTableExport(
  ctx: StaffContext,
  taken: { readonly format: TableFormat; readonly cells: number },
): Promise<void> {
  await writeAudit(ctx, { verb: 'law-table.exported', subjectKind: 'law-table', details: taken })
}
