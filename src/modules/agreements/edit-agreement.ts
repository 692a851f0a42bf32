import { differencesOf, type FieldDifference } from '#src/domain/agreements/differences.ts'
import { decideStage, isStage, type Stage } from '#src/domain/agreements/pipeline.ts'
import { parsePartialDate } from '#src/domain/kernel/partial-date.ts'
import { writeJournal } from '#src/platform/audit/journal-queries.ts'
import type { StaffContext } from '#src/platform/db/context.ts'
import { InvalidInputError, NotFoundError, StaleVersionError } from '#src/platform/errors.ts'
import { AgreementRecord } from '#src/platform/law/agreement-files.ts'
import {
  factsOf,
  findAgreementRow,
  insertAgreement,
  keepLocal,
  updateFacts,
  updateStage,
  type AgreementRow,
} from './agreement-queries.ts'
import type { Agreement } from './agreement-types.ts'
import { checkFacts, type GivenFacts } from './check-facts.ts'
import { takeRecord } from './load-agreements.ts'
import { insertStep, listItems, listSteps } from './part-queries.ts'
import { todayOf } from './read-agreements.ts'

export type Seen = { readonly slug: string; readonly version: number }
export type GivenStep = { readonly to: string; readonly on: string; readonly reason: string }

/** A new record, at the stage where it is found. Returns its address. Throws InvalidInputError. */
export async function createAgreement(
  ctx: StaffContext,
  given: GivenFacts,
  first: GivenStep,
): Promise<string> {
  const problems: InvalidInputError['problems'][number][] = []
  const stage: Stage | undefined = isStage(first.to) ? first.to : undefined
  if (stage === undefined) problems.push({ path: 'to', code: 'code.wrong' })
  const way = decideStage({
    ...first,
    from: 'unclear',
    to: stage === undefined || stage === 'unclear' ? 'idea' : stage,
    before: null,
    today: todayOf(ctx),
  })
  if (way.kind === 'refused') problems.push(...way.problems)
  const facts = collect(problems, () => checkFacts(given))
  if (problems.length > 0 || stage === undefined || facts === undefined || way.kind === 'refused')
    throw new InvalidInputError(problems)
  const { staffId, orgId } = ctx.actor
  const id = ctx.newId()
  const slug = `p-${id}`
  await insertAgreement(ctx, { id, slug, facts, stage, by: { staffId, orgId } })
  await addStep(ctx, { agreementId: id, from: null, stage, on: way.on, reason: way.reason })
  await note(ctx, 'agreement.created', id, { stage })
  return slug
}

function collect<T>(problems: InvalidInputError['problems'][number][], work: () => T): T | undefined {
  try {
    return work()
  } catch (error) {
    if (!(error instanceof InvalidInputError)) throw error
    problems.unshift(...error.problems)
    return undefined
  }
}

/** Throws InvalidInputError, and StaleVersionError with the record as it stands. */
export async function editAgreement(ctx: StaffContext, seen: Seen, given: GivenFacts): Promise<void> {
  const row = await rowAt(ctx, seen.slug)
  const facts = checkFacts(given)
  const edit = { id: row.id, version: seen.version, staffId: ctx.actor.staffId }
  if (row.version !== seen.version || !(await updateFacts(ctx, edit, facts))) throw stale(row)
  await note(ctx, 'agreement.edited', row.id)
}

/** The next step of the way. Throws InvalidInputError, StaleVersionError. */
export async function moveAgreement(ctx: StaffContext, seen: Seen, given: GivenStep): Promise<void> {
  const row = await rowAt(ctx, seen.slug)
  if (row.version !== seen.version) throw stale(row)
  const from = row.stage as Stage
  const steps = await listSteps(ctx, row.id)
  const lastDay = steps.findLast(({ on }) => on !== null)?.on ?? null
  const before = lastDay === null ? null : (parsePartialDate(lastDay) ?? null)
  const decision = decideStage({ ...given, from, before, today: todayOf(ctx) })
  if (decision.kind === 'refused') throw new InvalidInputError(decision.problems)
  const { to, on, reason } = decision
  const edit = { id: row.id, version: seen.version, staffId: ctx.actor.staffId }
  if (!(await updateStage(ctx, edit, to))) throw stale(row)
  await addStep(ctx, { agreementId: row.id, from, stage: to, on, reason })
  await note(ctx, 'agreement.moved', row.id, { from, to })
}

async function addStep(
  ctx: StaffContext,
  step: {
    readonly agreementId: string
    readonly from: Stage | null
    readonly stage: Stage
    readonly on: string | null
    readonly reason: string
  },
): Promise<void> {
  const { staffId, orgId } = ctx.actor
  const { reason, ...rest } = step
  await insertStep(ctx, { ...rest, reasonId: reason, reasonEn: null, citation: null, by: { staffId, orgId } })
}

/** What the waiting delivery says otherwise; undefined where none waits. */
export function proposalOf(
  agreement: Agreement,
): { readonly record: AgreementRecord; readonly differences: readonly FieldDifference[] } | undefined {
  if (agreement.proposed === null) return undefined
  const record = AgreementRecord.parse(agreement.proposed)
  return { record, differences: differencesOf(asRecord(agreement), record) }
}

/** The record here in the form of a delivery, without what officers added of their own. */
function asRecord({ slug, facts, stage, steps, items }: Agreement) {
  const both = (id: string | null, en: string | null) => (id === null ? null : { id, en })
  return {
    id: slug,
    title: both(facts.titleId, facts.titleEn),
    type: facts.type,
    states: facts.states,
    bodies: facts.bodies,
    subjects: facts.subjects,
    purposes: facts.purposes,
    aim: both(facts.aimId, facts.aimEn),
    stage,
    instrument: facts.instrument,
    form: facts.form,
    field: facts.field,
    model: facts.model,
    citation: facts.citation,
    url: facts.url,
    confidence: facts.confidence,
    note: both(facts.noteId, facts.noteEn),
    steps: steps.flatMap(({ key, stage: at, on, reasonId, reasonEn, citation }) =>
      key === null ? [] : [{ key, stage: at, on, reason: both(reasonId, reasonEn), citation }],
    ),
    items: items.flatMap(({ key, kind, content, struck }) =>
      key === null || struck ? [] : [{ key, kind, content }],
    ),
  }
}

/** Takes the waiting delivery over, or keeps the record here until a later one. Throws NotFoundError, StaleVersionError. */
export async function decideProposal(
  ctx: StaffContext,
  seen: Seen,
  decision: 'take' | 'keep',
): Promise<void> {
  const row = await rowAt(ctx, seen.slug)
  if (row.proposed === null || row.proposed_hash === null) throw new NotFoundError('agreement.no-proposal')
  if (row.version !== seen.version) throw stale(row)
  const record = AgreementRecord.parse(row.proposed)
  if (decision === 'take') await takeRecord(ctx, row.id, record, row.proposed_hash)
  else if (!(await keepLocal(ctx, { id: row.id, hash: row.proposed_hash, version: seen.version })))
    throw stale(row)
  await note(ctx, decision === 'take' ? 'agreement.taken' : 'agreement.kept', row.id, {
    items: (await listItems(ctx, [row.id])).length,
  })
}

export async function rowAt(ctx: StaffContext, slug: string): Promise<AgreementRow> {
  const row = await findAgreementRow(ctx, slug)
  if (row === undefined) throw new NotFoundError('agreement.not-found')
  return row
}

function stale(row: AgreementRow): StaleVersionError {
  return new StaleVersionError('agreement.changed-meanwhile', { version: row.version, facts: factsOf(row) })
}

export async function note(
  ctx: StaffContext,
  verb: `agreement.${string}`,
  subjectId: string,
  details: Readonly<Record<string, string | number>> = {},
): Promise<void> {
  await writeJournal(ctx, { verb, subjectKind: 'agreement', subjectId, details })
}
