import { randomBytes } from 'node:crypto'
import { FOLLOW_UP_DAYS } from '#src/domain/immigration/codes.ts'
import { groundOf, type GroundCode } from '#src/domain/immigration/grounds.ts'
import { makeSlipCode, parseSlipCode, SLIP_CODE_BYTES } from '#src/domain/immigration/slip-code.ts'
import { decideWriting, UNCLEAR_BECAUSE } from '#src/domain/immigration/written-act.ts'
import { writeAudit } from '#src/platform/audit/journal-queries.ts'
import type { StaffContext } from '#src/platform/db/context.ts'
import { loadKey } from '#src/platform/db/keys-queries.ts'
import { InvalidInputError, NotFoundError, StaleVersionError } from '#src/platform/errors.ts'
import { allowed, noteDesk, slipHash, type SealedAct } from './desk-kit.ts'
import {
  findAct,
  findActByHash,
  insertAct,
  lockEncounter,
  setEncounter,
  type ActRow,
} from './desk-queries.ts'
import { addFollowUp } from './follow-ups.ts'
import { listReferralsOf } from './referral-queries.ts'

export type GivenAct = {
  readonly ground: string
  readonly reason: string
  readonly proof: string
  readonly place: string
  readonly unclearBecause: string
}

/** The slip that the traveller takes away. */
export type Slip = {
  readonly id: string
  readonly encounterId: string
  readonly code: string
  readonly ground: GroundCode
  readonly reason: string
  readonly proof: string
  readonly place: string
  readonly at: Date
  readonly body: string
}

/**
 * Keeps what the officer wrote as his own act, with its slip. Throws InvalidInputError, one problem for each thing that must
 * come first; a seen sign without a referral is one of them, and the database refuses it too.
 */
export async function writeAct(
  ctx: StaffContext,
  at: { readonly id: string; readonly version: number },
  given: GivenAct,
): Promise<string> {
  allowed(ctx, 'immigration.desk')
  const row = await lockEncounter(ctx, at.id)
  if (!row) throw new NotFoundError('desk-encounter.not-found')
  if (row.version !== at.version) throw new StaleVersionError('immigration.changed')
  const referral = (await listReferralsOf(ctx, row.id)).find(
    ({ state }) => state === 'requested' || state === 'accepted',
  )
  const unclearBecause = UNCLEAR_BECAUSE.find((code) => code === given.unclearBecause)
  const decision = decideWriting({
    ...given,
    ground: groundOf(given.ground)?.code,
    signs: row.signs,
    referral: referral ? 'offered' : 'none',
    unclearBecause,
  })
  if (decision.kind === 'not-yet')
    throw new InvalidInputError(
      decision.missing.map((need) => ({ path: FIELD[need], code: `immigration.needs-${need}` })),
    )
  const long = (['reason', 'proof', 'place'] as const).filter((field) => given[field].length > MOST[field])
  if (long.length > 0)
    throw new InvalidInputError(long.map((path) => ({ path, code: 'immigration.too-long' })))
  const id = ctx.newId()
  const key = await loadKey(ctx, row.key_id)
  const code = makeSlipCode(randomBytes(SLIP_CODE_BYTES))
  const sealed: SealedAct = {
    code,
    reason: given.reason.trim(),
    proof: given.proof.trim(),
    place: given.place.trim(),
  }
  await insertAct(ctx, {
    id,
    encounter_id: row.id,
    signs: row.signs,
    ground: given.ground,
    referral_id: referral?.id ?? null,
    unclear_because: row.signs === 'unclear' ? unclearBecause! : null,
    slip_hash: slipHash(ctx, code),
    key_id: row.key_id,
    sealed: key.sealJson(`desk_acts.sealed/${id}`, sealed),
  })
  await setEncounter(ctx, row, { state: 'closed', closed_as: 'reason-written', closed_at: ctx.now })
  await addFollowUp(ctx, row, { kind: 'home-contact', words: '', days: FOLLOW_UP_DAYS['home-contact'] })
  await noteDesk(ctx, 'desk.reason-written', { kind: 'desk-act', id }, { ground: given.ground })
  return id
}

const MOST = { reason: 2000, proof: 500, place: 200 } as const
const FIELD = {
  ground: 'ground',
  reason: 'reason',
  proof: 'proof',
  place: 'place',
  referral: 'referral',
  'unclear-because': 'unclearBecause',
} as const

export async function openAct(ctx: StaffContext, row: ActRow): Promise<Slip> {
  const key = await loadKey(ctx, row.key_id)
  const { code, reason, proof, place } = key.openJson<SealedAct>(`desk_acts.sealed/${row.id}`, row.sealed)
  return {
    id: row.id,
    encounterId: row.encounter_id,
    code,
    ground: row.ground,
    reason,
    proof,
    place,
    at: row.created_at,
    body: row.org_name,
  }
}

/** For printing; recorded. */
export async function readSlip(ctx: StaffContext, id: string): Promise<Slip> {
  allowed(ctx, 'immigration.read')
  const row = await findAct(ctx, id)
  if (!row) throw new NotFoundError('desk-act.not-found')
  await writeAudit(ctx, { verb: 'desk.printed', subjectKind: 'desk-act', subjectId: row.id })
  return openAct(ctx, row)
}

/** Which traveller a slip belongs to; undefined where the code is none of this desk. */
export async function findBySlip(ctx: StaffContext, spoken: string): Promise<string | undefined> {
  allowed(ctx, 'immigration.read')
  const code = parseSlipCode(spoken)
  const row = code === undefined ? undefined : await findActByHash(ctx, slipHash(ctx, code))
  await writeAudit(ctx, {
    verb: 'desk.searched',
    subjectKind: 'desk-act',
    details: { by: 'slip', found: row ? 1 : 0 },
  })
  return row?.encounter_id
}
