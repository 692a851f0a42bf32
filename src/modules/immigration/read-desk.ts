import type { DeskInterview } from '#src/domain/immigration/interview.ts'
import { ENCOUNTER_ENDS } from '#src/domain/immigration/codes.ts'
import { suggestSteps, type SuggestedStep } from '#src/domain/immigration/next-steps.ts'
import type { Childhood, SignsState } from '#src/domain/immigration/signs.ts'
import { writeAudit } from '#src/platform/audit/journal-queries.ts'
import type { Context, StaffContext } from '#src/platform/db/context.ts'
import { loadKey, loadKeys } from '#src/platform/db/keys-queries.ts'
import { InvalidInputError, NotFoundError, RefusedError, StaleVersionError } from '#src/platform/errors.ts'
import { allowed, documentHash, noteDesk, type SealedInterview, type Traveller } from './desk-kit.ts'
import {
  findEncounter,
  listActs,
  listEncounterRows,
  listFollowUpsOf,
  listInterviews,
  lockEncounter,
  setEncounter,
  type EncounterFilter,
  type EncounterLine,
  type InterviewRow,
} from './desk-queries.ts'
import { openFollowUps, type FollowUp } from './follow-ups.ts'
import { hitsOn, type ReportedHit } from './hits.ts'
import { listReferralsOf } from './referral-queries.ts'
import { openReferral, type DeskReferral } from './refer-signs.ts'
import { openAct, type Slip } from './write-act.ts'

export const ENCOUNTERS_PAGE = 30

export type DeskLine = Omit<EncounterLine, 'key_id' | 'sealed' | 'total'> & { readonly name?: string }

export type DeskQuestionOf = {
  readonly page: number
  readonly only?: EncounterFilter['only']
  readonly documentNumber?: string
}

/** The travellers of this desk, newest first. Recorded as a list, or as a search. */
export async function listEncounters(
  ctx: StaffContext,
  asked: DeskQuestionOf,
): Promise<{ readonly lines: readonly DeskLine[]; readonly total: number }> {
  allowed(ctx, 'immigration.read')
  const number = asked.documentNumber?.trim() ?? ''
  const rows = await listEncounterRows(ctx, ctx.actor.orgId, {
    offset: asked.page * ENCOUNTERS_PAGE,
    limit: ENCOUNTERS_PAGE,
    ...(asked.only && { only: asked.only }),
    ...(number !== '' && { document: documentHash(ctx, number) }),
  })
  await writeAudit(ctx, {
    verb: number === '' ? 'desk.listed' : 'desk.searched',
    subjectKind: 'desk-encounter',
    details: { shown: rows.length },
  })
  const keys = await loadKeys(
    ctx,
    rows.map((row) => row.key_id),
  )
  const lines = rows.map(({ key_id, sealed, ...line }) => {
    const name = keys.get(key_id)?.openJson<Traveller>(`desk_encounters.sealed/${line.id}`, sealed).name
    return name === undefined ? line : { ...line, name }
  })
  return { lines, total: rows[0]?.total ?? 0 }
}

export type OpenedInterview = Omit<DeskInterview, 'travelOn'> &
  SealedInterview & {
    readonly number: number
    readonly at: Date
    readonly by: string
  }

export type OpenedEncounter = {
  readonly id: string
  readonly version: number
  readonly at: Date
  readonly traveller: Traveller
  readonly signs: SignsState
  readonly child: Childhood
  readonly state: string
  readonly closedAs: string | null
  readonly interviews: readonly OpenedInterview[]
  readonly steps: readonly SuggestedStep[]
  readonly referrals: readonly DeskReferral[]
  readonly acts: readonly Slip[]
  readonly followUps: readonly FollowUp[]
  readonly hits: readonly ReportedHit[]
  /** Earlier visits with the same document: somebody who comes again, which says nothing against anybody. */
  readonly earlier: readonly { readonly id: string; readonly at: Date }[]
}

/** Everything of one traveller at this desk. Recorded as an opening. */
export async function openEncounter(ctx: StaffContext, id: string): Promise<OpenedEncounter> {
  allowed(ctx, 'immigration.read')
  const row = await findEncounter(ctx, id)
  if (!row) throw new NotFoundError('desk-encounter.not-found')
  await writeAudit(ctx, { verb: 'desk.opened', subjectKind: 'desk-encounter', subjectId: row.id })
  const key = await loadKey(ctx, row.key_id)
  const interviews = (await listInterviews(ctx, row.id)).map((each) =>
    interviewOf(each, key.openJson<SealedInterview>(`desk_interviews.sealed/${each.id}`, each.sealed)),
  )
  const hits = await hitsOn(ctx, row.org_id, row.document_hash)
  const referrals: DeskReferral[] = []
  for (const each of await listReferralsOf(ctx, row.id)) referrals.push(await openReferral(ctx, each))
  const acts: Slip[] = []
  for (const each of await listActs(ctx, row.id)) acts.push(await openAct(ctx, each))
  const alive = referrals.some(({ state }) => state === 'requested' || state === 'accepted')
  const last = interviews.at(-1)
  return {
    id: row.id,
    version: row.version,
    at: row.created_at,
    traveller: key.openJson<Traveller>(`desk_encounters.sealed/${row.id}`, row.sealed),
    signs: row.signs,
    child: row.child,
    state: row.state,
    closedAs: row.closed_as,
    interviews,
    steps: last
      ? suggestSteps({
          interview: last,
          signs: row.signs,
          child: row.child,
          hits: hits.filter(({ verification }) => verification !== 'refuted').length,
          referral: alive ? 'offered' : 'none',
        })
      : [],
    referrals,
    acts,
    followUps: await openFollowUps(ctx, await listFollowUpsOf(ctx, row.id)),
    hits,
    earlier: await earlierOf(ctx, row),
  }
}

async function earlierOf(
  ctx: Context,
  row: { readonly id: string; readonly org_id: string; readonly document_hash: Buffer | null },
): Promise<OpenedEncounter['earlier']> {
  if (row.document_hash === null) return []
  const rows = await listEncounterRows(ctx, row.org_id, { offset: 0, limit: 10, document: row.document_hash })
  return rows.filter(({ id }) => id !== row.id).map(({ id, created_at: at }) => ({ id, at }))
}

function interviewOf(row: InterviewRow, words: SealedInterview): OpenedInterview {
  return {
    ...words,
    number: row.number,
    at: row.created_at,
    by: row.by_name ?? '',
    language: row.language,
    interpreter: row.interpreter as OpenedInterview['interpreter'],
    company: row.alone as OpenedInterview['company'],
  }
}

/** Ends the visit without a written reason: the traveller goes on, was referred, or has left. */
export async function closeEncounter(
  ctx: StaffContext,
  at: { readonly id: string; readonly version: number },
  asked: string,
): Promise<void> {
  allowed(ctx, 'immigration.desk')
  const row = await lockEncounter(ctx, at.id)
  if (!row) throw new NotFoundError('desk-encounter.not-found')
  const end = ENCOUNTER_ENDS.find((each) => each === asked && each !== 'reason-written')
  if (end === undefined) throw new InvalidInputError([{ path: 'end', code: 'immigration.choose' }])
  if (row.state === 'closed') throw new RefusedError('immigration.closed')
  if (end === 'referred' && (await listReferralsOf(ctx, row.id)).length === 0)
    throw new RefusedError('immigration.referral-first', ['referral'])
  const done = await setEncounter(
    ctx,
    { id: row.id, version: at.version },
    { state: 'closed', closed_as: end, closed_at: ctx.now },
  )
  if (!done) throw new StaleVersionError('immigration.changed')
  await noteDesk(ctx, 'desk.closed', { kind: 'desk-encounter', id: row.id }, { end })
}

export type DeskRecord = {
  readonly id: string
  readonly at: Date
  readonly state: string
  readonly closedAs: string | null
  readonly ground: string | null
  readonly referral: string | null
  readonly referralLate: boolean
}

/** The same list for a program: codes and states, no name and no word of an interview. */
export async function listRecordsOf(
  ctx: Context,
  orgId: string,
  page: number,
): Promise<{ readonly records: readonly DeskRecord[]; readonly total: number }> {
  const rows = await listEncounterRows(ctx, orgId, {
    offset: page * ENCOUNTERS_PAGE,
    limit: ENCOUNTERS_PAGE,
  })
  await writeAudit(ctx, {
    verb: 'desk.listed',
    subjectKind: 'desk-encounter',
    details: { shown: rows.length },
  })
  return {
    records: rows.map((row) => ({
      id: row.id,
      at: row.created_at,
      state: row.state,
      closedAs: row.closed_as,
      ground: row.ground,
      referral: row.referral,
      referralLate: row.referral_late,
    })),
    total: rows[0]?.total ?? 0,
  }
}
