import type { StaffContext } from '#src/platform/db/context.ts'
import { loadKeys } from '#src/platform/db/keys-queries.ts'
import type { SealedEntry } from '../sealed.ts'
import { listTimelineOfReferrals } from './item-queries.ts'

/** A fact that both sides of a referral read, with the body that wrote it. */
export type SharedFact = {
  readonly id: string
  readonly at: Date
  readonly orgId: string
  readonly orgName: string
  readonly referralId: string
  readonly certainty: string
  /** The entry that this one corrects; both stand. */
  readonly corrects: string | undefined
  readonly words: SealedEntry
}

/** What the database shows this body of the timeline of these referrals: all while they are alive, its own words afterwards. */
export async function listSharedFacts(
  ctx: StaffContext,
  referralIds: readonly string[],
): Promise<readonly SharedFact[]> {
  if (referralIds.length === 0) return []
  const rows = await listTimelineOfReferrals(ctx, referralIds)
  const keys = await loadKeys(
    ctx,
    rows.map((row) => row.key_id),
  )
  return rows.flatMap((row) => {
    const words = keys.get(row.key_id)?.openJson<SealedEntry>(`timeline_entries.sealed/${row.id}`, row.sealed)
    if (words === undefined) return []
    return [
      {
        id: row.id,
        at: row.created_at,
        orgId: row.org_id,
        orgName: row.org_name,
        referralId: row.referral_id!,
        certainty: row.certainty,
        corrects: row.contradicts ?? undefined,
        words,
      },
    ]
  })
}
