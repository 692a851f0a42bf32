import type { ConsentItem } from '#src/domain/cases/codes.ts'
import type { PlainDate } from '#src/domain/kernel/partial-date.ts'
import {
  shownState,
  stepsOpenTo,
  type AgreementEndReason,
  type AgreementStep,
  type SharingPurpose,
  type SharingState,
  type ShownAgreementState,
} from '#src/domain/sharing/agreement.ts'
import type { SharingRow } from './sharing-queries.ts'

export type SharingAgreement = {
  readonly id: string
  readonly fromOrg: string
  readonly fromName: string
  readonly toOrg: string
  readonly toName: string
  readonly purposes: readonly SharingPurpose[]
  readonly items: readonly ConsentItem[]
  readonly from: PlainDate
  readonly until: PlainDate
  /** The legal basis as cited; it was found in the law library when the agreement was written. */
  readonly basis: { readonly instrument: string; readonly article: string }
  readonly rolesWords: string
  readonly jointContact: string
  readonly documentRef: string
  /** Hexadecimal SHA-256 of the signed paper. */
  readonly documentHash: string | undefined
  readonly state: SharingState
  readonly proposedAt: Date
  readonly confirmedAt: Date | undefined
  readonly answeredAt: Date | undefined
  readonly ended:
    | {
        readonly at: Date | undefined
        readonly by: string | undefined
        readonly why: AgreementEndReason
        readonly words: string
      }
    | undefined
  readonly version: number
}

/** The agreement as one member of staff meets it. */
export type OpenedAgreement = {
  readonly agreement: SharingAgreement
  readonly side: 'from' | 'to'
  readonly shown: ShownAgreementState
  readonly steps: readonly AgreementStep[]
}

export function agreementOf(row: SharingRow): SharingAgreement {
  return {
    id: row.id,
    fromOrg: row.from_org,
    fromName: row.from_name,
    toOrg: row.to_org,
    toName: row.to_name,
    purposes: row.purposes as SharingPurpose[],
    items: row.items as ConsentItem[],
    from: row.from_on,
    until: row.until_on,
    basis: { instrument: row.instrument, article: row.article },
    rolesWords: row.roles_words,
    jointContact: row.joint_contact,
    documentRef: row.document_ref,
    documentHash: row.document_sha256?.toString('hex'),
    state: row.state as SharingState,
    proposedAt: row.created_at,
    confirmedAt: row.confirmed_at ?? undefined,
    answeredAt: row.answered_at ?? undefined,
    ended: endedOf(row),
    version: row.version,
  }
}

function endedOf(row: SharingRow): SharingAgreement['ended'] {
  if (row.end_reason === null) return undefined
  return {
    at: row.ended_at ?? row.answered_at ?? undefined,
    by: row.ended_org ?? row.to_org,
    why: row.end_reason as AgreementEndReason,
    words: row.end_words ?? '',
  }
}

export function openedOf(
  orgId: string,
  staffId: string | undefined,
  row: SharingRow,
  today: PlainDate,
): OpenedAgreement {
  const agreement = agreementOf(row)
  const side = row.from_org === orgId ? 'from' : 'to'
  return {
    agreement,
    side,
    shown: shownState(agreement, today),
    steps: stepsOpenTo({
      state: agreement.state,
      side,
      proposer: row.proposed_by === staffId ? 'me' : 'somebody-else',
    }),
  }
}
