import { sealedEntry, type Details } from '#src/platform/audit/journal-queries.ts'
import type { DataKey } from '#src/platform/crypto/vault.ts'
import type { KeySubject } from '#src/platform/db/keys-queries.ts'
import type { Platform } from '#src/platform/platform.ts'
import { demoId } from './demo-id.ts'
import type { DemoRow, DemoTable } from './demo-queries.ts'

export type Teller =
  | { readonly kind: 'staff'; readonly id: string; readonly orgId: string }
  | { readonly kind: 'public' | 'job' | 'keeper'; readonly orgId: string | null }

/** What happened, when and by whom: one line of the journal or of the audit log. */
export type Told = {
  readonly at: Date
  readonly by: Teller
  readonly verb: `${string}.${string}`
  readonly subjectKind: string
  readonly subjectId: string
  readonly caseId?: string
  readonly reportId?: string
  readonly details?: Details
  /** Where the entry itself is looked for later. */
  readonly id?: string
}

/** Rows that are stored together in one transaction. */
export type Batch = {
  readonly rows: ReadonlyMap<DemoTable, readonly unknown[]>
  add<T extends DemoTable>(table: T, row: DemoRow<T>): void
  /** A data key for this subject; its row goes into the batch. */
  key(subject: KeySubject, subjectId: string, at: Date): DataKey
  tell(told: Told): void
  tellAudit(told: Told): void
}

export function makeBatch(platform: Pick<Platform, 'keys' | 'vault'>): Batch {
  const rows = new Map<DemoTable, unknown[]>()
  const add: Batch['add'] = (table, row) => {
    const list = rows.get(table)
    if (list) list.push(row)
    else rows.set(table, [row])
  }
  let entries = 0
  const entryOf = (told: Told) => {
    entries += 1
    const id = told.id ?? demoId(`entry ${entries} ${told.verb} ${told.subjectId}`, told.at)
    return sealedEntry(platform, {
      id,
      created_at: told.at,
      actor_kind: told.by.kind,
      actor_id: told.by.kind === 'staff' ? told.by.id : null,
      org_id: told.by.orgId,
      verb: told.verb,
      subject_kind: told.subjectKind,
      subject_id: told.subjectId,
      case_id: told.caseId ?? null,
      report_id: told.reportId ?? null,
      details: told.details ?? {},
      request_id: `demo-${id.slice(-12)}`,
    })
  }
  return {
    rows,
    add,
    key(subject, subjectId, at) {
      const { key, row } = platform.vault.create(demoId(`key ${subject} ${subjectId}`, at))
      add('app.data_keys', {
        id: row.id,
        created_at: at,
        subject_kind: subject,
        subject_id: subjectId,
        wrapped: row.wrapped,
        master_version: row.masterVersion,
      })
      return key
    },
    tell: (told) => add('app.journal', { ...entryOf(told), subject_id: told.subjectId }),
    tellAudit: (told) => add('app.audit_log', entryOf(told)),
  }
}
