import { consentAnswer, consentsThatCarry, firstEndOf } from '#src/domain/disclosure/consent.ts'
import { decideException, EXCEPTION_GROUNDS, type ExceptionFact } from '#src/domain/referrals/exception.ts'
import { ENTRY_ENDINGS } from '#src/domain/task-force/codes.ts'
import { readCase, type CaseFile } from '#src/modules/cases/index.ts'
import { readCaseConsents, readerOf } from '#src/modules/referrals/index.ts'
import { writeJournal } from '#src/platform/audit/journal-queries.ts'
import type { StaffContext } from '#src/platform/db/context.ts'
import { createKey } from '#src/platform/db/keys-queries.ts'
import { InvalidInputError, RefusedError, StaleVersionError } from '#src/platform/errors.ts'
import { endEntry, insertEntry, selectBrought, selectMembers, type BroughtRow } from './task-force-queries.ts'
import { allowed, getTaskForce, listTaskForces } from './task-forces.ts'

export type Reach = {
  readonly orgId: string
  readonly name: string
  /** What the person said about this body and this purpose; `kept-out`: asked to be kept from it. */
  readonly said: 'yes' | 'no' | 'does-not-know' | 'not-asked' | 'kept-out'
}

export type BringingView = {
  readonly file: CaseFile
  readonly taskForces: readonly {
    readonly id: string
    readonly name: string
    readonly reach: readonly Reach[]
  }[]
  readonly brought: readonly BroughtRow[]
}

/** Before bringing: which bodies would see the code, needs, owners and dates, and what the person said about each. */
export async function prepareBringing(ctx: StaffContext, code: string): Promise<BringingView> {
  const file = await readCase(ctx, code, 'work', 'task-force')
  const taskForces = await listTaskForces(ctx)
  const leads = file.row.lead_org === ctx.actor.orgId
  const reached = []
  for (const { id, name } of leads ? taskForces : [])
    reached.push({ id, name, reach: (await reachOf(ctx, file.row.id, id)).reach })
  return { file, taskForces: reached, brought: await selectBrought(ctx, file.row.id) }
}

async function reachOf(ctx: StaffContext, caseId: string, taskForceId: string) {
  const said = await readCaseConsents(ctx, caseId)
  const members = (await selectMembers(ctx, taskForceId)).filter(
    (row) => row.until === null && row.org_id !== ctx.actor.orgId,
  )
  const questions = members.map((row) => ({
    consents: said.consents,
    suspects: said.suspects,
    purpose: 'task-force' as const,
    item: 'needs' as const,
    reader: readerOf({ id: row.org_id, kind: row.kind }),
    at: ctx.now,
  }))
  const reach = members.map((row, index): Reach => ({
    orgId: row.org_id,
    name: row.name,
    said: said.isKeptFrom({ id: row.org_id, kind: row.kind }) ? 'kept-out' : consentAnswer(questions[index]!),
  }))
  const open = questions.filter((_, index) => reach[index]?.said === 'yes')
  const ends = open.flatMap((question) => firstEndOf(['needs'], question) ?? [])
  const guarded = open.some((question) => consentsThatCarry(question)[0]?.givenBy === 'guardian')
  return { reach, guarded, until: ends.toSorted((a, b) => a.getTime() - b.getTime())[0] ?? null }
}

export type Bringing = {
  readonly code: string
  readonly taskForceId: string
  /** Empty: on consent alone. */
  readonly ground: string
  readonly facts: readonly ExceptionFact[]
  readonly why: string
}

/**
 * Brings a case that my body leads before a task force: for the bodies that consent reaches or, on a ground of the law, for all
 * members but those the person wanted kept out. Refused for a protected case: its members meet without this list.
 */
export async function bringCase(ctx: StaffContext, given: Bringing): Promise<string> {
  const file = await readCase(ctx, given.code, 'work', 'task-force')
  const taskForce = await getTaskForce(ctx, given.taskForceId)
  const { row } = file
  if (row.lead_org !== ctx.actor.orgId) throw new RefusedError('task-force.not-lead')
  if (row.protected) throw new RefusedError('task-force.protected')
  if (row.state !== 'open') throw new RefusedError('task-force.case-closed')
  const why = given.why.trim()
  if (why === '' || why.length > 2000)
    throw new InvalidInputError([{ path: 'why', code: 'task-force.why-missing' }])
  const found = await reachOf(ctx, row.id, taskForce.id)
  // Without the person's yes a second pair of eyes decides: whoever may review exceptions.
  if (given.ground !== '') allowed(ctx, 'exception.review')
  const cover = given.ground === '' ? onConsent(found) : onGround(given, found.reach)
  const id = ctx.newId()
  const key = await createKey(ctx, 'case', row.id)
  const added = await insertEntry(ctx, {
    id,
    taskForceId: taskForce.id,
    caseId: row.id,
    ...cover,
    keyId: key.id,
    sealed: key.sealJson(`task_force_cases.sealed/${id}`, { why }),
  })
  if (!added) throw new RefusedError('task-force.there')
  await writeJournal(ctx, {
    verb: 'task-force.case-brought',
    subjectKind: 'task-force',
    subjectId: taskForce.id,
    caseId: row.id,
    details: { basis: cover.basis, ground: cover.ground, readers: cover.readers },
  })
  return id
}

type Cover = Pick<Parameters<typeof insertEntry>[1], 'basis' | 'ground' | 'readers' | 'until'>

function onConsent(found: Awaited<ReturnType<typeof reachOf>>): Cover {
  const readers = found.reach.flatMap((each) => (each.said === 'yes' ? [each.orgId] : []))
  if (readers.length === 0) throw new RefusedError('task-force.no-consent')
  return { basis: found.guarded ? 'guardian' : 'consent', ground: null, readers, until: found.until }
}

function onGround(given: Bringing, reach: readonly Reach[]): Cover {
  const ground = EXCEPTION_GROUNDS.find((each) => each === given.ground)
  if (ground === undefined)
    throw new InvalidInputError([{ path: 'ground', code: 'task-force.ground-missing' }])
  const said = reach.some((each) => each.said === 'no') ? 'no' : 'nothing'
  const facts = new Set<ExceptionFact>([...given.facts, 'reason-written'])
  const decided = decideException({ ground, facts, need: 'other', personSaid: said })
  if (decided.kind === 'refused')
    throw new RefusedError(
      decided.why === 'person-said-no' ? 'task-force.person-said-no' : 'task-force.facts-missing',
    )
  const readers = reach.flatMap((each) => (each.said === 'kept-out' ? [] : [each.orgId]))
  return { basis: 'exception', ground, readers, until: null }
}

/** Takes a case out again: nobody sees it there from now on. */
export async function takeOutCase(
  ctx: StaffContext,
  given: { readonly code: string; readonly id: string; readonly version: number; readonly because: string },
): Promise<void> {
  const file = await readCase(ctx, given.code, 'work', 'task-force')
  const because = ENTRY_ENDINGS.find((each) => each === given.because)
  if (because === undefined)
    throw new InvalidInputError([{ path: 'because', code: 'task-force.because-missing' }])
  if (!(await endEntry(ctx, given, because)))
    throw new StaleVersionError('task-force.changed-meanwhile', given)
  await writeJournal(ctx, {
    verb: 'task-force.case-taken-out',
    subjectKind: 'task-force',
    subjectId: given.id,
    caseId: file.row.id,
    details: { because },
  })
}
