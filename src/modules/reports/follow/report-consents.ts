import type { ConsentAnswer, ConsentItem } from '#src/domain/cases/codes.ts'
import { consentAnswer, type Consent, type ConsentScope } from '#src/domain/disclosure/consent.ts'
import { READER_KINDS, type ReaderKind } from '#src/domain/reports/report.ts'

/** A stored answer, as its row tells it. */
export type Answered = {
  readonly item: string
  readonly readerKind: string
  readonly readerOrg: string | null
  readonly answer: string
  readonly at: Date
  readonly until: Date | null
}

/** Stands in reader_kind where an answer is about everybody. */
export const EVERYONE = 'everyone'

/** How the reporter's answer for each kind of reader stands now; told by the story, the part that matters most. */
export function answersNow(rows: readonly Answered[], now: Date): ReadonlyMap<ReaderKind, ConsentAnswer> {
  const consents = rows.map(toConsent)
  const answerOf = (kind: ReaderKind): ConsentAnswer =>
    consentAnswer({ consents, item: 'story', reader: { bodyId: '', kind }, at: now, suspects: new Set() })
  return new Map(READER_KINDS.map((kind) => [kind, answerOf(kind)]))
}

function toConsent(row: Answered): Consent {
  return {
    item: row.item as ConsentItem,
    scope: scopeOf(row),
    answer: row.answer as ConsentAnswer,
    givenBy: 'person',
    at: row.at,
    ...(row.until === null ? {} : { until: row.until }),
  }
}

function scopeOf(row: Answered): ConsentScope {
  if (row.readerOrg !== null) return { kind: 'body', bodyId: row.readerOrg }
  return row.readerKind === EVERYONE
    ? { kind: 'everyone' }
    : { kind: 'readers', of: row.readerKind as ReaderKind }
}
