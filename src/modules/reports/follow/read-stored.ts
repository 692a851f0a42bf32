import { valueOf } from '#src/domain/kernel/answer.ts'
import type { Context } from '#src/platform/db/context.ts'
import { openHeld } from './follow-report.ts'
import { listHeldFiles } from './follow-queries.ts'
import { getHeld } from './held.ts'

/** What the page with the code says about the report that was just stored. */
export type StoredReport = {
  readonly id: string
  readonly receivedAt: Date
  readonly respondBy: Date
  readonly desk: {
    readonly id: string
    readonly kind: string
    readonly nameId: string
    readonly nameEn: string
    readonly timeZone: string
  }
  readonly danger: string
  readonly country: string | undefined
  readonly files: readonly {
    readonly mediaType: string
    readonly metadata: 'removed' | 'kept'
    readonly at: Date
  }[]
}

export async function readStored(ctx: Context): Promise<StoredReport> {
  const held = await getHeld(ctx)
  const draft = await openHeld(ctx, held)
  const files = await listHeldFiles(ctx)
  return {
    id: held.id,
    receivedAt: held.created_at,
    respondBy: held.respond_by,
    desk: {
      id: held.org_id,
      kind: held.kind,
      nameId: held.name_id,
      nameEn: held.name_en,
      timeZone: held.time_zone,
    },
    danger: held.danger,
    country: draft && valueOf(draft.place)?.country,
    files: files.map((file) => ({
      mediaType: file.media_type,
      metadata: file.metadata as 'removed' | 'kept',
      at: file.created_at,
    })),
  }
}
