import { createHash } from 'node:crypto'
import type { StaffContext } from '#src/platform/db/context.ts'
import { NotFoundError } from '#src/platform/errors.ts'
import { writeAudit } from '#src/platform/audit/journal-queries.ts'
import { loadKey } from '#src/platform/db/keys-queries.ts'
import type { DataKey } from '#src/platform/crypto/vault.ts'
import { loadRulebook, loadRulebookTexts } from '#src/platform/rulebook.ts'
import { conclude } from '#src/domain/rulebook/conclude.ts'
import type { Conclusion } from '#src/domain/rulebook/conclusion.ts'
import type { Facts } from '#src/domain/rulebook/facts/facts.ts'
import { factsOf, sheetOf, type Sheet, type SheetStep } from '#src/domain/screening/sheet.ts'
import {
  screeningActionsFor,
  type ScreeningAction,
  type ScreeningParty,
} from '#src/domain/screening/lifecycle.ts'
import { readCase, type CaseFile, type CasePerson, type Purpose } from '#src/modules/cases/index.ts'
import { listPersons } from '#src/modules/people/index.ts'
import {
  countForSecond,
  listOpenRows,
  listRounds,
  listSteps,
  type ScreeningRow,
} from './screening-queries.ts'

/** What is sealed of an opinion, under the key of the case. The system's proposal stays as it was shown. */
export type SealedOpinion = { readonly reason: string; readonly proposal?: Conclusion }

export type Opinion = {
  readonly by: string
  readonly at: Date
  readonly outcome: NonNullable<ScreeningRow['first_outcome']>
  readonly reason: string
}

export type ScreeningView = {
  readonly file: CaseFile
  readonly person: CasePerson
  /** Undefined when the person was never screened. */
  readonly round: ScreeningRow | undefined
  readonly rounds: readonly ScreeningRow[]
  readonly sheet: Sheet
  /** A proposal out of the answers as they stand; people decide. */
  readonly proposal: Conclusion
  readonly first: Opinion | undefined
  readonly second: Opinion | undefined
  readonly may: readonly ScreeningAction[]
}

/** One person's screening in one round (the newest by default); an opening of the case, and recorded as one. */
export async function readScreening(
  ctx: StaffContext,
  at: { readonly code: string; readonly personId: string; readonly round?: number },
  purpose: Purpose = 'work',
): Promise<ScreeningView> {
  const file = await readCase(ctx, at.code, purpose, 'screening')
  const person = file.persons.find((each) => each.person_id === at.personId)
  if (!person) throw new NotFoundError('person.not-found')
  const rounds = await listRounds(ctx, file.row.id, at.personId)
  const round = at.round === undefined ? rounds[0] : rounds.find((each) => each.round === at.round)
  if (at.round !== undefined && !round) throw new NotFoundError('screening.not-found')
  const sheet = round ? await openSheet(ctx, round) : sheetOf([])
  const key = round && (await loadKey(ctx, round.key_id))
  const newest = round !== undefined && round.id === rounds[0]?.id
  return {
    file,
    person,
    round,
    rounds,
    sheet,
    proposal: propose(ctx, sheet, aboutOf(file, person)),
    first: key && round && opinionOf(key, round, 'first'),
    second: key && round && opinionOf(key, round, 'second'),
    may: newest ? screeningActionsFor(round.state, partyOf(ctx, round)) : [],
  }
}

/** One round as it was written: its sheet and the opinions. */
export type ScreeningRound = {
  readonly round: ScreeningRow
  readonly sheet: Sheet
  readonly first: Opinion | undefined
  readonly second: Opinion | undefined
}

/** Every round of one person, the oldest first. The caller has opened the case, and that is recorded. */
export async function readRounds(
  ctx: StaffContext,
  caseId: string,
  personId: string,
): Promise<readonly ScreeningRound[]> {
  const found: ScreeningRound[] = []
  for (const round of (await listRounds(ctx, caseId, personId)).toReversed()) {
    const key = await loadKey(ctx, round.key_id)
    found.push({
      round,
      sheet: await openSheet(ctx, round),
      first: opinionOf(key, round, 'first'),
      second: opinionOf(key, round, 'second'),
    })
  }
  return found
}

export async function openSheet(ctx: StaffContext, round: ScreeningRow): Promise<Sheet> {
  const key = await loadKey(ctx, round.key_id)
  const steps = await listSteps(ctx, round.id)
  return sheetOf(
    steps.map((step) => key.openJson<SheetStep>(`screening_answers.sealed/${step.id}`, step.sealed)),
  )
}

/** The one who concluded this round, or somebody else of the body. */
export function partyOf(ctx: StaffContext, round: ScreeningRow): ScreeningParty {
  return round.first_screener === ctx.actor.staffId ? 'first' : 'other'
}

export function propose(ctx: StaffContext, sheet: Sheet, about: Facts): Conclusion {
  return conclude('trafficking', factsOf(sheet, about), loadRulebook(), ctx.now.toISOString().slice(0, 10))
}

/** What the file says of the person, as facts of the rulebook; never a name. */
export function aboutOf(file: CaseFile, person: CasePerson): Facts {
  const facts = person.person?.facts
  const departed = facts?.departed.known ? facts.departed.value : undefined
  return {
    person: {
      category: person.category as NonNullable<Facts['person']>['category'],
      ...(facts?.born.known && { born: facts.born.value }),
      ageClaims: (facts?.agedClaims ?? []).map(({ years, at }) => ({ years, at })),
    },
    migration: {
      ...(file.row.country !== null && { destination: file.row.country }),
      ...(departed !== undefined && { departed }),
      placementWay: person.placement_way as NonNullable<Facts['migration']>['placementWay'],
      documentStatus: person.document_status as NonNullable<Facts['migration']>['documentStatus'],
    },
  }
}

/** Names the text of the chapter that proposed the answer: twelve letters of its digest. */
export function rulebookVersion(): string {
  const chapter = loadRulebookTexts().chapters.find((each) => each.question === 'trafficking')
  return createHash('sha256').update(JSON.stringify(chapter)).digest('hex').slice(0, 12)
}

function opinionOf(key: DataKey, round: ScreeningRow, which: 'first' | 'second'): Opinion | undefined {
  const [at, outcome, sealed, by] =
    which === 'first'
      ? [round.first_at, round.first_outcome, round.first_sealed, round.first_name]
      : [round.second_at, round.second_outcome, round.second_sealed, round.second_name]
  if (at === null || outcome === null || sealed === null) return undefined
  const words = key.openJson<SealedOpinion>(`screenings.${which}_sealed/${round.id}`, sealed)
  return { by: by ?? '', at, outcome, reason: words.reason }
}

export type OpenScreening = {
  readonly code: string
  readonly personId: string
  readonly person: string | undefined
  readonly round: number
  readonly state: 'answering' | 'second-opinion'
  readonly since: Date
  readonly first: string | undefined
  /** Whether this reader could be the second person. */
  readonly forMe: 'mine' | 'not-mine'
}

const MOST = 200

/** Open screenings of the own body; of protected cases only to who may open them. Recorded as a list. */
export async function listOpenScreenings(ctx: StaffContext): Promise<readonly OpenScreening[]> {
  const rows = await listOpenRows(ctx, MOST)
  await writeAudit(ctx, {
    verb: 'screening.listed',
    subjectKind: 'screening-list',
    details: { shown: rows.length },
  })
  const persons = await listPersons(
    ctx,
    rows.map((row) => row.person_id),
  )
  return rows.map((row) => ({
    code: row.code,
    personId: row.person_id,
    person: persons.find((each) => each.id === row.person_id)?.facts?.names[0],
    round: row.round,
    state: row.state === 'second-opinion' ? 'second-opinion' : 'answering',
    since: row.first_at ?? row.answered_at ?? row.created_at,
    first: row.first_name ?? undefined,
    forMe: row.state === 'second-opinion' && row.first_screener !== ctx.actor.staffId ? 'mine' : 'not-mine',
  }))
}

/** How many screenings wait for this reader as the second person; a number only, so nothing is opened for it. */
export function countSecondOpinions(ctx: StaffContext): Promise<number> {
  return countForSecond(ctx)
}
