import type { StaffContext } from '#src/platform/db/context.ts'
import {
  InvalidInputError,
  NotFoundError,
  RefusedError,
  StaleVersionError,
  type Problem,
} from '#src/platform/errors.ts'
import { writeJournal, type Details } from '#src/platform/audit/journal-queries.ts'
import { loadKey } from '#src/platform/db/keys-queries.ts'
import { parsePartialDate } from '#src/domain/kernel/partial-date.ts'
import {
  decideScreening,
  firstAction,
  isScreeningOutcome,
  outcomeOf,
  secondAction,
  type ScreeningAction,
  type ScreeningGuard,
  type ScreeningState,
} from '#src/domain/screening/lifecycle.ts'
import {
  answerTo,
  isSheetAnswer,
  isSheetQuestion,
  yesWithoutProof,
  type Proof,
  type SheetAnswer,
  type SheetStep,
} from '#src/domain/screening/sheet.ts'
import { getCaseRow, readCase } from '#src/modules/cases/index.ts'
import {
  aboutOf,
  openSheet,
  partyOf,
  propose,
  rulebookVersion,
  type SealedOpinion,
} from './read-screening.ts'
import {
  insertScreening,
  insertStep,
  listRounds,
  setAnswered,
  setFirst,
  setSecond,
  type ScreeningRow,
} from './screening-queries.ts'

export type OnePerson = { readonly code: string; readonly personId: string }
/** The round as the screener saw it. */
export type SeenRound = OnePerson & { readonly version: number }

/** The first round, or another one after a round that ended: it begins with what is known, and the old one stays. */
export async function startScreening(ctx: StaffContext, at: OnePerson): Promise<void> {
  const file = await readCase(ctx, at.code, 'work', 'screening')
  if (!file.persons.some((each) => each.person_id === at.personId))
    throw new NotFoundError('person.not-found')
  const last = (await listRounds(ctx, file.row.id, at.personId))[0]
  if (last) allow(ctx, last, 'start-again', new Set(['newest-round']))
  const { key_id: keyId } = await getCaseRow(ctx, at.code)
  const id = ctx.newId()
  await insertScreening(ctx, {
    id,
    caseId: file.row.id,
    personId: at.personId,
    round: (last?.round ?? 0) + 1,
    keyId,
  })
  if (last)
    await keepStep(ctx, { id, case_id: file.row.id, key_id: keyId, version: 1 }, await openSheet(ctx, last))
  await journal(ctx, 'screening.started', { id, case_id: file.row.id }, { round: (last?.round ?? 0) + 1 })
}

export type GivenAnswers = {
  readonly answers: Readonly<Record<string, string>>
  /** Partial date; empty: not said here. */
  readonly happened: string
}

/** Keeps what is new among the answers; what was answered before stays in its step. */
export async function answerScreening(ctx: StaffContext, at: SeenRound, given: GivenAnswers): Promise<void> {
  const round = await theRound(ctx, at)
  allow(ctx, round, 'answer', new Set())
  const sheet = await openSheet(ctx, round)
  const happened = given.happened === '' ? undefined : parsePartialDate(given.happened)
  const problems: Problem[] =
    given.happened !== '' && happened === undefined ? [{ path: 'happened', code: 'date.not-understood' }] : []
  const answers: Record<string, SheetAnswer> = {}
  for (const [path, answer] of Object.entries(given.answers)) {
    if (!isSheetQuestion(path) || !isSheetAnswer(answer)) problems.push({ path, code: 'answer.unknown' })
    else if (answerTo(sheet, path) !== answer) answers[path] = answer
  }
  if (problems.length > 0) throw new InvalidInputError(problems)
  const isNewDay = happened !== undefined && happened !== sheet.happened
  if (Object.keys(answers).length === 0 && !isNewDay) return
  await change(ctx, round, at.version, { answers, proofs: [], ...(isNewDay && { happened }) })
}

/** Links sentences to one question, for and against. Nothing linked is ever taken away. */
export async function addProofs(ctx: StaffContext, at: SeenRound, proofs: readonly Proof[]): Promise<void> {
  const round = await theRound(ctx, at)
  allow(ctx, round, 'answer', new Set())
  if (proofs.length === 0 || proofs.some((proof) => proof.words.trim() === ''))
    throw new InvalidInputError([{ path: 'words', code: 'text.missing' }])
  if (!proofs.every((proof) => isSheetQuestion(proof.path))) throw new NotFoundError('question.not-found')
  await change(ctx, round, at.version, { answers: {}, proofs })
}

export type GivenOpinion = { readonly outcome: string; readonly reason: string }

/** The first opinion. A yes or a no waits for another person; unclear ends the round and asks on in the next. */
export async function concludeScreening(
  ctx: StaffContext,
  at: SeenRound,
  given: GivenOpinion,
): Promise<void> {
  const { outcome } = given
  if (!isScreeningOutcome(outcome))
    throw new InvalidInputError([{ path: 'outcome', code: 'outcome.missing' }])
  const file = await readCase(ctx, at.code, 'work', 'screening')
  const round = await theRound(ctx, at)
  const sheet = await openSheet(ctx, round)
  const met = new Set<ScreeningGuard>()
  if (given.reason.trim() !== '') met.add('reason-given')
  const bare = yesWithoutProof(sheet)
  if (bare.length === 0) met.add('yes-has-evidence')
  const state = allow(ctx, round, firstAction(outcome), met)
  const person = file.persons.find((each) => each.person_id === at.personId)
  if (!person) throw new NotFoundError('person.not-found')
  const words: SealedOpinion = {
    reason: given.reason,
    proposal: propose(ctx, sheet, aboutOf(file, person)),
  }
  const key = await loadKey(ctx, round.key_id)
  const done = await setFirst(ctx, seen(round, at), {
    state,
    outcome,
    agreed: outcomeOf(state, outcome) ?? null,
    sealed: key.sealJson(`screenings.first_sealed/${round.id}`, words),
    rulebook: rulebookVersion(),
  })
  if (!done) throw stale(round)
  await journal(ctx, 'screening.concluded', round, { state })
}

/** Another person's own answer, after reading the evidence. Two different answers are kept side by side. */
export async function giveSecondOpinion(
  ctx: StaffContext,
  at: SeenRound,
  given: GivenOpinion & { readonly evidence: 'read' | 'not-read' },
): Promise<void> {
  const { outcome } = given
  if (!isScreeningOutcome(outcome))
    throw new InvalidInputError([{ path: 'outcome', code: 'outcome.missing' }])
  const round = await theRound(ctx, at)
  const met = new Set<ScreeningGuard>()
  if (given.reason.trim() !== '') met.add('reason-given')
  if (given.evidence === 'read') met.add('evidence-read')
  const first = round.first_outcome ?? 'unclear'
  const state = allow(ctx, round, secondAction(first, outcome), met)
  const key = await loadKey(ctx, round.key_id)
  const words: SealedOpinion = { reason: given.reason }
  const done = await setSecond(ctx, seen(round, at), {
    state,
    outcome,
    agreed: outcomeOf(state, first) ?? null,
    sealed: key.sealJson(`screenings.second_sealed/${round.id}`, words),
  })
  if (!done) throw stale(round)
  await journal(ctx, state === 'agreed' ? 'screening.agreed' : 'screening.differed', round, {})
}

/** The newest round of exactly one person, as the screener saw it; a changed one comes before anything that is missing. */
async function theRound(ctx: StaffContext, at: SeenRound): Promise<ScreeningRow> {
  const row = await getCaseRow(ctx, at.code)
  const round = (await listRounds(ctx, row.id, at.personId))[0]
  if (!round) throw new NotFoundError('screening.not-found')
  if (round.version !== at.version) throw stale(round)
  return round
}

/** The state that the step leads to. Throws RefusedError with what is missing. */
function allow(
  ctx: StaffContext,
  round: ScreeningRow,
  action: ScreeningAction,
  met: ReadonlySet<ScreeningGuard>,
): ScreeningState {
  const decision = decideScreening({ from: round.state, action, by: partyOf(ctx, round), met })
  if (decision.kind === 'allowed') return decision.to
  throw new RefusedError(`screening.${decision.code}`, decision.missing)
}

async function change(
  ctx: StaffContext,
  round: ScreeningRow,
  version: number,
  step: SheetStep,
): Promise<void> {
  if (!(await setAnswered(ctx, round.id, version))) throw stale(round)
  await keepStep(ctx, { ...round, version: version + 1 }, step)
  await journal(ctx, 'screening.answered', round, { questions: Object.keys(step.answers).length })
}

async function keepStep(
  ctx: StaffContext,
  round: Pick<ScreeningRow, 'id' | 'case_id' | 'key_id' | 'version'>,
  step: SheetStep,
): Promise<void> {
  const id = ctx.newId()
  const key = await loadKey(ctx, round.key_id)
  await insertStep(ctx, {
    id,
    screeningId: round.id,
    caseId: round.case_id,
    number: round.version,
    keyId: round.key_id,
    sealed: key.sealJson(`screening_answers.sealed/${id}`, step),
  })
}

async function journal(
  ctx: StaffContext,
  verb: `screening.${string}`,
  round: Pick<ScreeningRow, 'id' | 'case_id'>,
  details: Details,
): Promise<void> {
  await writeJournal(ctx, {
    verb,
    subjectKind: 'screening',
    subjectId: round.id,
    caseId: round.case_id,
    details,
  })
}

function seen(round: ScreeningRow, at: SeenRound): { readonly id: string; readonly version: number } {
  return { id: round.id, version: at.version }
}

function stale(round: ScreeningRow): StaleVersionError {
  return new StaleVersionError('screening.changed-meanwhile', { version: round.version })
}
