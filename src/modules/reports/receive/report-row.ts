import { valueOf } from '#src/domain/kernel/answer.ts'
import type { PartialDate } from '#src/domain/kernel/partial-date.ts'
import type { Urgency } from '#src/domain/cases/urgency.ts'
import { CONSENT_ITEMS, type ConsentAnswer, type ConsentItem } from '#src/domain/cases/codes.ts'
import { READER_KINDS, type ReaderKind, type ReportDraft } from '#src/domain/reports/report.ts'
import { suggestTriage } from '#src/domain/reports/triage.ts'
import { keptFromKinds } from '#src/modules/desks/index.ts'
import { tokensFor, type SearchToken } from '#src/platform/crypto/search-tokens.ts'

/**
 * What stands beside the sealed draft in clear: codes, country, district and counts, so that the inbox can be sorted
 * without opening anything. Never a word that the reporter wrote.
 */
export type ClearFacts = {
  readonly danger: 'now' | 'soon' | 'no' | 'unknown'
  readonly urgency: Urgency
  readonly caseTypes: readonly string[]
  readonly signals: readonly string[]
  readonly country: string | null
  readonly district: string | null
  readonly peopleCount: number | null
  readonly anonymous: boolean
  readonly doNotCall: boolean
  readonly touchesChild: boolean
  /** Kinds of bodies, not the reporter's own words for them. */
  readonly keptFromKinds: readonly string[]
}

const DISTRICT = /^\d{2}(?:\.\d{2})?$/

export function clearFacts(draft: ReportDraft, on: PartialDate): ClearFacts {
  const triage = suggestTriage(draft, on)
  const place = valueOf(draft.place)
  const contact = valueOf(draft.safeContact)
  const caseTypes = triage.caseTypes.map((each) => each.type)
  return {
    danger: valueOf(draft.danger) ?? 'unknown',
    urgency: triage.urgency,
    caseTypes,
    signals: [...new Set(triage.reasons.map((reason) => reason.signal))],
    country: place?.country ?? null,
    district: place?.country === 'ID' && DISTRICT.test(place.region ?? '') ? place.region! : null,
    peopleCount: valueOf(draft.peopleCount) ?? null,
    anonymous: draft.names.length === 0 && !draft.reporterName.known,
    // Calling is allowed only where the person said so.
    doNotCall: contact?.callRule !== 'may-call',
    touchesChild: caseTypes.includes('CHILD'),
    keptFromKinds: keptFromKinds(draft.keepFrom),
  }
}

/** What a plain yes to "may we share it" covers: what another body needs in order to act. The rest is asked one by one. */
export const SHARED_BY_REPORT: readonly ConsentItem[] = [
  'that-i-reported',
  'name',
  'contact',
  'whereabouts',
  'home-village',
  'story',
  'needs',
  'employer-and-chain',
]

export type GivenConsent = {
  readonly item: ConsentItem
  readonly reader: ReaderKind | 'everyone'
  readonly answer: ConsentAnswer
}

/** A row for each item and kind of reader that was asked about. A no covers everything, a yes only what it was asked for. */
export function consentsOf(mayShare: ReportDraft['mayShare']): readonly GivenConsent[] {
  return READER_KINDS.flatMap((reader) => {
    const answer = mayShare[reader]
    if (answer === undefined) return []
    const items = answer === 'no' ? CONSENT_ITEMS : SHARED_BY_REPORT
    return items.map((item) => ({ item, reader, answer }))
  })
}

/** What an earlier report of the same person can be found by. */
export function tokensOf(key: Uint8Array, draft: ReportDraft): readonly SearchToken[] {
  const reporter = valueOf(draft.reporterName)
  const contact = valueOf(draft.safeContact)?.value
  return tokensFor(key, {
    names: [...draft.names, ...(reporter === undefined ? [] : [reporter])],
    numbers: contact !== undefined && (contact.match(/\d/g) ?? []).length >= 6 ? [contact] : [],
    villages: listOf(valueOf(draft.village)),
    recruiters: listOf(valueOf(draft.recruiter)),
  })
}

function listOf(value: string | undefined): readonly string[] {
  return value === undefined ? [] : [value]
}
