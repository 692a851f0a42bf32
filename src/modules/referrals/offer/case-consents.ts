import type { ConsentAnswer, ConsentItem } from '#src/domain/cases/codes.ts'
import type { Consent, ConsentPurpose, ConsentScope, Reader } from '#src/domain/disclosure/consent.ts'
import { readerKindOf } from '#src/domain/disclosure/reader-kind.ts'
import type { ReaderKind } from '#src/domain/reports/report.ts'
import type { Context } from '#src/platform/db/context.ts'
import { listConsentRows, listKeptFrom, type ConsentRow } from './consent-queries.ts'

const GIVER = { self: 'person', guardian: 'guardian', reporter: 'representative' } as const

function scopeOf(row: ConsentRow): ConsentScope {
  if (row.reader_org) return { kind: 'body', bodyId: row.reader_org }
  return row.reader_kind === 'everyone'
    ? { kind: 'everyone' }
    : { kind: 'readers', of: row.reader_kind as ReaderKind }
}

/** What was said, with how it was asked: a consent must be provable (UU 27/2022 art 24). */
export type SaidConsent = Consent & { readonly how: string; readonly language: string | undefined }

export type CaseConsents = {
  readonly consents: readonly SaidConsent[]
  /** People of the case who are suspected: their word as guardian does not count. */
  readonly suspects: ReadonlySet<string>
  readonly isKeptFrom: (org: { readonly id: string; readonly kind: string }) => boolean
}

/**
 * Everything that was said about sharing in this case: in its own rows and in the reports of the person concerned. What
 * somebody else's report allowed opens nothing of the person's; what any report kept back stays back.
 */
export async function readCaseConsents(ctx: Context, caseId: string): Promise<CaseConsents> {
  const rows = await listConsentRows(ctx, caseId)
  const kept = await listKeptFrom(ctx, caseId)
  return {
    consents: rows.map((row) => ({
      item: row.item as ConsentItem,
      scope: scopeOf(row),
      answer: row.answer as ConsentAnswer,
      givenBy: GIVER[row.given_by as keyof typeof GIVER],
      ...(row.given_by === 'guardian' && row.person_id ? { giverId: row.person_id } : {}),
      at: row.created_at,
      ...(row.until ? { until: row.until } : {}),
      ...(row.purpose ? { purpose: row.purpose as ConsentPurpose } : {}),
      how: row.how,
      language: row.language ?? undefined,
    })),
    suspects: new Set(rows.flatMap((row) => (row.giver_suspected && row.person_id ? [row.person_id] : []))),
    isKeptFrom: (org) => kept.orgs.has(org.id) || kept.kinds.has(org.kind),
  }
}

export function readerOf(org: { readonly id: string; readonly kind: string }): Reader {
  return { bodyId: org.id, kind: readerKindOf(org.kind) }
}
