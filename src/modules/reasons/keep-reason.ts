import type { StaffContext } from '#src/platform/db/context.ts'
import { createKey, loadKey, loadKeys } from '#src/platform/db/keys-queries.ts'
import { insertReason, listReasonRows } from './reason-queries.ts'

export type ReasonKind = 'triage' | 'moved' | 'hand-over' | 'number-opened'
type SealedReason = { readonly text: string }

/** Nothing is kept of an empty reason. With a report the words lie under its key and die with it. The caller writes the journal. */
export async function keepReason(
  ctx: StaffContext,
  reason: {
    readonly kind: ReasonKind
    readonly text: string
    readonly report?: { readonly id: string; readonly keyId: string }
  },
): Promise<void> {
  const text = reason.text.trim()
  if (text === '') return
  const id = ctx.newId()
  const key = reason.report
    ? await loadKey(ctx, reason.report.keyId)
    : await createKey(ctx, 'staff', ctx.actor.staffId)
  const words: SealedReason = { text }
  await insertReason(ctx, {
    id,
    kind: reason.kind,
    reportId: reason.report?.id ?? null,
    keyId: key.id,
    sealed: key.sealJson(`decision_reasons.sealed/${id}`, words),
  })
}

export type KeptReason = {
  readonly at: Date
  readonly kind: ReasonKind
  readonly by: string
  /** Undefined when the report was erased. */
  readonly text: string | undefined
}

const MOST = 50

/** The newest reasons of the own body; only a supervisor gets any. */
export async function listReasons(ctx: StaffContext): Promise<readonly KeptReason[]> {
  const rows = await listReasonRows(ctx, ctx.actor.orgId, MOST)
  const keys = await loadKeys(
    ctx,
    rows.map((row) => row.key_id),
  )
  return rows.map((row) => ({
    at: row.created_at,
    kind: row.kind as ReasonKind,
    by: row.display_name,
    text: keys.get(row.key_id)?.openJson<SealedReason>(`decision_reasons.sealed/${row.id}`, row.sealed).text,
  }))
}
