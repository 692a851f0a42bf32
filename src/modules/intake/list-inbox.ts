import type { StaffContext } from '#src/platform/db/context.ts'
import { writeAudit } from '#src/platform/audit/journal-queries.ts'
import { loadKeys } from '#src/platform/db/keys-queries.ts'
import type { ReportDraft } from '#src/domain/reports/report.ts'
import {
  countWaiting,
  INBOX_FILTERS,
  lastTaken,
  listLostByDesk,
  listWaiting,
  oldestWaiting,
  type InboxFilter,
  type InboxQuestion,
} from './inbox-queries.ts'

export const INBOX_PAGE = 30
const LOST_SHOWN_MS = 7 * 24 * 3600_000

export type InboxItem = Omit<Awaited<ReturnType<typeof listWaiting>>[number], 'sealed' | 'key_id'> & {
  /** Undefined when the report's key was destroyed. */
  readonly draft: ReportDraft | undefined
}

export type Inbox = {
  readonly items: readonly InboxItem[]
  /** Each at most 501. */
  readonly counts: Readonly<Record<InboxFilter, number>>
  readonly oldest: Date | undefined
  readonly lastTaken: { readonly at: Date; readonly by: string } | undefined
  /** Reports that left this desk because nobody took them. */
  readonly lost: Awaited<ReturnType<typeof listLostByDesk>>
}

/** One page of the own desk's reports, danger first, then the clock; the page is recorded. */
export async function listInbox(ctx: StaffContext, question: InboxQuestion): Promise<Inbox> {
  const { orgId, staffId } = ctx.actor
  const rows = await listWaiting(ctx, orgId, staffId, question)
  const keys = await loadKeys(
    ctx,
    rows.map((row) => row.key_id),
  )
  const counts = {} as Record<InboxFilter, number>
  for (const filter of INBOX_FILTERS) counts[filter] = await countWaiting(ctx, orgId, staffId, filter)
  await writeAudit(ctx, {
    verb: 'inbox.listed',
    subjectKind: 'inbox',
    details: { filter: question.filter, offset: question.offset, shown: rows.length },
  })
  return {
    items: rows.map(({ sealed, key_id: keyId, ...row }) => ({
      ...row,
      draft: keys.get(keyId)?.openJson<ReportDraft>(`reports.sealed/${row.id}`, sealed),
    })),
    counts,
    oldest: await oldestWaiting(ctx, orgId),
    lastTaken: await lastTaken(ctx, orgId),
    lost: await listLostByDesk(ctx, orgId, new Date(ctx.now.getTime() - LOST_SHOWN_MS)),
  }
}

/** How many wait, for the badge of the room; at most 501. Not a page of a list, so not recorded. */
export async function countInbox(ctx: StaffContext): Promise<number> {
  return countWaiting(ctx, ctx.actor.orgId, ctx.actor.staffId, 'all')
}
