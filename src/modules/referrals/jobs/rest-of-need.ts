import type { ReferralWords } from '#src/modules/referrals/answer/decide-referral.ts'
import type { NeedRow, ReferralRow } from '#src/modules/referrals/referral-queries.ts'
import type { Context } from '#src/platform/db/context.ts'
import { loadKeys } from '#src/platform/db/keys-queries.ts'

/**
 * The need that is left over, with words of its own: what was not taken as the receiver wrote it, else the words of the whole.
 * Sealed anew, for what is sealed opens only at the place it was sealed for.
 */
export async function restOfNeed(ctx: Context, row: ReferralRow, need: NeedRow) {
  const id = ctx.newId()
  const keys = await loadKeys(
    ctx,
    [need.key_id, row.key_id].filter((each) => each !== null),
  )
  const key = need.key_id === null ? undefined : keys.get(need.key_id)
  const said = row.words_sealed
    ? keys
        .get(row.key_id)
        ?.openJson<Partial<ReferralWords>>(`referrals.words_sealed/${row.id}`, row.words_sealed)
    : undefined
  const whole =
    need.sealed && key?.openJson<{ readonly label: string }>(`needs.sealed/${need.id}`, need.sealed)
  const label = said?.rest || (whole ? whole.label : '')
  return {
    id,
    case_id: need.case_id,
    person_id: need.person_id,
    kind: need.kind,
    urgency: need.urgency,
    split_from: need.id,
    state: 'open',
    owner_org: row.from_org,
    opened_by_org: row.from_org,
    key_id: key ? need.key_id : null,
    sealed: key ? key.sealJson(`needs.sealed/${id}`, { label }) : null,
  }
}
