import { isRole, may, type Permission } from '#src/domain/disclosure/roles.ts'
import { isStepCode, type StepCode } from '#src/domain/linkage/step-codes.ts'
import type { Verdict } from '#src/domain/linkage/standing.ts'
import {
  clusterOf,
  joinRefusal,
  JUDGEMENTS,
  stateAfter,
  type Judged,
  type MatchState,
} from '#src/domain/matches/judgements.ts'
import { writeAudit, writeJournal } from '#src/platform/audit/journal-queries.ts'
import type { StaffContext } from '#src/platform/db/context.ts'
import { loadKey, loadKeys } from '#src/platform/db/keys-queries.ts'
import {
  InvalidInputError,
  NotAllowedError,
  NotFoundError,
  RefusedError,
  StaleVersionError,
  type Problem,
} from '#src/platform/errors.ts'
import { findPersonKey } from '../missing/missing-queries.ts'
import { readSides, type SideId, type SideView } from '../sides.ts'
import {
  countOpenMatches,
  findMatchRow,
  holdJudgements,
  insertJudgement,
  listHintRows,
  listJudgementsOf,
  listMatchRows,
  listPersonJudgements,
  updateMatch,
  type MatchRow,
} from './match-queries.ts'

export type Step = { readonly code: StepCode; readonly weight: number }

export type Match = {
  readonly id: string
  readonly verdict: Verdict
  readonly state: MatchState
  readonly version: number
  readonly foundAt: Date
  readonly modelVersion: string
  readonly steps: readonly Step[]
  readonly left: SideView
  readonly right: SideView
  readonly decidedBy: string | undefined
  readonly decidedAt: Date | undefined
}

export type MatchList = { readonly matches: readonly Match[]; readonly open: number; readonly more: boolean }

const MATCHES_PAGE = 25
const LONGEST_REASON = 2000

export function allowed(ctx: StaffContext, permission: Permission): void {
  if (!may(ctx.actor.roles.filter(isRole), permission)) throw new NotAllowedError('match.not-yours')
}

/** Records of the own body that may be one person. What the reader may not see on either side is not in the list, nor counted. */
export async function listMatches(
  ctx: StaffContext,
  asked: { readonly which: 'open' | 'judged'; readonly page: number },
): Promise<MatchList> {
  allowed(ctx, 'match.read')
  const rows = await listMatchRows(ctx, {
    states: asked.which === 'open' ? ['open', 'unsure'] : ['same', 'not-same'],
    limit: MATCHES_PAGE + 1,
    offset: asked.page * MATCHES_PAGE,
  })
  const matches = await withSides(ctx, rows.slice(0, MATCHES_PAGE))
  await writeAudit(ctx, {
    verb: 'match.listed',
    subjectKind: 'person-match',
    details: { shown: matches.length },
  })
  return { matches, open: await countOpenMatches(ctx), more: rows.length > MATCHES_PAGE }
}

async function withSides(ctx: StaffContext, rows: readonly MatchRow[]): Promise<readonly Match[]> {
  const sides = await readSides(ctx, rows.flatMap(sidesOf))
  return rows.flatMap((row): readonly Match[] => {
    const left = sides.get(row.left_id)
    const right = sides.get(row.right_id)
    return left && right ? [matchOf(row, left, right)] : []
  })
}

const sidesOf = (row: MatchRow): readonly SideId[] => [
  { kind: row.left_kind as SideId['kind'], id: row.left_id },
  { kind: 'person', id: row.right_id },
]

export function stepsOf(row: {
  readonly codes: readonly string[]
  readonly weights: readonly number[]
}): readonly Step[] {
  return row.codes.flatMap((code, at) => (isStepCode(code) ? [{ code, weight: row.weights[at] ?? 0 }] : []))
}

function matchOf(row: MatchRow, left: SideView, right: SideView): Match {
  return {
    id: row.id,
    verdict: row.verdict as Verdict,
    state: row.state as MatchState,
    version: row.version,
    foundAt: row.created_at,
    modelVersion: row.model_version,
    steps: stepsOf(row),
    left,
    right,
    decidedBy: row.decided_name ?? undefined,
    decidedAt: row.decided_at ?? undefined,
  }
}

export type BodyHint = {
  readonly id: string
  readonly at: Date
  readonly person: SideView
  readonly body: { readonly id: string; readonly en: string }
}

const MOST_HINTS = 100

/** Which body to ask about a person of the own body, where that person said there that it may be known. For supervisors. */
export async function listHints(ctx: StaffContext): Promise<readonly BodyHint[]> {
  allowed(ctx, 'hint.read')
  const rows = await listHintRows(ctx, MOST_HINTS)
  const sides = await readSides(
    ctx,
    rows.map((row) => ({ kind: 'person', id: row.person_id })),
  )
  await writeAudit(ctx, { verb: 'hint.listed', subjectKind: 'body-hint', details: { shown: rows.length } })
  return rows.flatMap((row): readonly BodyHint[] => {
    const person = sides.get(row.person_id)
    return person
      ? [{ id: row.id, at: row.created_at, person, body: { id: row.name_id, en: row.name_en } }]
      : []
  })
}

export type JudgementLine = {
  readonly at: Date
  readonly judged: Judged
  readonly by: string
  readonly reason: string
}
export type OpenedMatch = {
  readonly match: Match
  readonly history: readonly JudgementLine[]
  /** Records that belong together by what was judged so far; empty while these two stand alone. */
  readonly together: readonly SideView[]
}

export async function openMatch(ctx: StaffContext, id: string): Promise<OpenedMatch> {
  allowed(ctx, 'match.read')
  const row = await findMatchRow(ctx, id)
  const [match] = row ? await withSides(ctx, [row]) : []
  if (!row || !match) throw new NotFoundError('match.not-found')
  await writeAudit(ctx, { verb: 'match.opened', subjectKind: 'person-match', subjectId: id })
  return { match, history: await historyOf(ctx, id), together: await togetherOf(ctx, match) }
}

async function historyOf(ctx: StaffContext, id: string): Promise<readonly JudgementLine[]> {
  const rows = await listJudgementsOf(ctx, id)
  const keys = await loadKeys(
    ctx,
    rows.map((row) => row.key_id),
  )
  return rows.map((row) => ({
    at: row.created_at,
    judged: row.judged as Judged,
    by: row.by_name,
    reason:
      keys.get(row.key_id)?.openText(`person_judgements.reason_sealed/${row.id}`, row.reason_sealed) ?? '',
  }))
}

async function togetherOf(ctx: StaffContext, match: Match): Promise<readonly SideView[]> {
  if (match.left.kind === 'report') return []
  const judgements = await listPersonJudgements(ctx)
  const ids = [...new Set([match.left.id, match.right.id].flatMap((id) => clusterOf(judgements, id)))]
  const sides = await readSides(
    ctx,
    ids.map((id) => ({ kind: 'person', id })),
  )
  return ids.length > 2 || match.state === 'same' ? ids.flatMap((id) => sides.get(id) ?? []) : []
}

export type Decision = {
  readonly id: string
  /** The version that the officer saw. */
  readonly version: number
  readonly judged: Judged
  readonly reason: string
}

/**
 * Keeps what an officer judges of the pair. Nothing is merged: both records stay as they are, and the next judgement, or the
 * undoing, finds them so. Refused where one person would come to have two NIK.
 */
export async function judgeMatch(ctx: StaffContext, decision: Decision): Promise<MatchState> {
  allowed(ctx, 'match.decide')
  checkDecision(decision)
  await holdJudgements(ctx)
  const row = await findMatchRow(ctx, decision.id)
  const [match] = row ? await withSides(ctx, [row]) : []
  if (!row || !match) throw new NotFoundError('match.not-found')
  const undoing = decision.judged === 'undone'
  if (undoing && match.state === 'open') throw new RefusedError('match.nothing-to-undo')
  if (decision.judged === 'same') await mayJoin(ctx, match)
  const state = stateAfter(decision.judged)
  if (!(await updateMatch(ctx, { id: match.id, version: decision.version, state })))
    throw new StaleVersionError('match.changed-meanwhile', { version: row.version, state: row.state })
  await keepJudgement(ctx, match, decision)
  return state
}

async function keepJudgement(ctx: StaffContext, match: Match, decision: Decision): Promise<void> {
  const id = ctx.newId()
  const key = await loadKey(ctx, await findPersonKey(ctx, match.right.id))
  await insertJudgement(ctx, {
    id,
    matchId: match.id,
    leftId: match.left.id,
    rightId: match.right.id,
    judged: decision.judged,
    keyId: key.id,
    reasonSealed: key.sealText(`person_judgements.reason_sealed/${id}`, decision.reason.trim()),
  })
  await writeJournal(ctx, {
    verb: decision.judged === 'undone' ? 'match.undone' : 'match.judged',
    subjectKind: 'person-match',
    subjectId: match.id,
    details: { judged: decision.judged, verdict: match.verdict },
  })
}

function checkDecision({ judged, reason }: Decision): void {
  const problems: Problem[] = []
  if (!JUDGEMENTS.includes(judged)) problems.push({ path: 'judged', code: 'match.choice' })
  if (reason.trim() === '') problems.push({ path: 'reason', code: 'match.reason-missing' })
  if (reason.length > LONGEST_REASON) problems.push({ path: 'reason', code: 'match.reason-long' })
  if (problems.length > 0) throw new InvalidInputError(problems)
}

async function mayJoin(ctx: StaffContext, match: Match): Promise<void> {
  const judgements = match.left.kind === 'report' ? [] : await listPersonJudgements(ctx)
  const pair = { left: match.left.id, right: match.right.id }
  const members = clusterOf([...judgements, { ...pair, judged: 'same' }], pair.left)
  const sides = await readSides(
    ctx,
    members.filter((id) => id !== pair.left && id !== pair.right).map((id) => ({ kind: 'person', id })),
  )
  const niks = new Map([match.left, match.right, ...sides.values()].map((side) => [side.id, side.niks]))
  const refusal = joinRefusal(judgements, pair, (id) => niks.get(id) ?? [])
  if (refusal !== undefined) throw new RefusedError(`match.${refusal}`)
}
