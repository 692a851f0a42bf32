import type { EventRow } from '#src/platform/audit/event-queries.ts'

/**
 * An event for other programs, CloudEvents 1.0 in structured JSON. Codes and ids only: who may know more asks the API with
 * the id, and meets its locks.
 */
export type CloudEvent = {
  readonly specversion: '1.0'
  readonly id: string
  readonly source: string
  readonly type: string
  readonly time: string
  readonly subject: string
  readonly datacontenttype: 'application/json'
  readonly data: {
    readonly subjectKind: string
    readonly subjectId: string
    readonly caseCode: string | null
  }
}

export function cloudEventOf(
  row: EventRow,
  at: { readonly url: string; readonly orgId: string },
): CloudEvent {
  return {
    specversion: '1.0',
    id: row.id,
    source: `${at.url}/organisasi/${at.orgId}`,
    type: `id.payung.${row.verb}`,
    time: row.created_at.toISOString(),
    subject: `${row.subject_kind}/${row.subject_id}`,
    datacontenttype: 'application/json',
    data: { subjectKind: row.subject_kind, subjectId: row.subject_id, caseCode: row.case_code },
  }
}
