import {
  MEMBER_PARTS,
  runsTaskForce,
  TASK_FORCE_LEVELS,
  type MemberPart,
} from '#src/domain/task-force/codes.ts'
import { isRole, may, type Permission } from '#src/domain/disclosure/roles.ts'
import { listOrganisations } from '#src/modules/accounts/index.ts'
import { writeAudit, writeJournal } from '#src/platform/audit/journal-queries.ts'
import type { StaffContext } from '#src/platform/db/context.ts'
import { InvalidInputError, NotAllowedError, NotFoundError, RefusedError } from '#src/platform/errors.ts'
import {
  insertMember,
  insertTaskForce,
  selectEntries,
  selectMembers,
  selectTaskForces,
  selectWork,
  setMember,
  type EntryRow,
  type MemberRow,
  type TaskForceRow,
  type WorkRow,
} from './task-force-queries.ts'

export function allowed(ctx: StaffContext, permission: Permission): void {
  if (!may(ctx.actor.roles.filter(isRole), permission)) throw new NotAllowedError('task-force.not-yours')
}

/** The task forces of my body; empty for everybody else. */
export async function listTaskForces(ctx: StaffContext): Promise<readonly TaskForceRow[]> {
  return (await selectTaskForces(ctx)).filter((row) => row.part !== null)
}

/** NotFoundError both for one that is not there and for one that my body is no member of. */
export async function getTaskForce(ctx: StaffContext, id: string): Promise<TaskForceRow> {
  const found = (await listTaskForces(ctx)).find((row) => row.id === id)
  if (!found) throw new NotFoundError('task-force.not-found')
  return found
}

/** The same, for who runs it: the chair or the secretariat. */
export async function getRunTaskForce(ctx: StaffContext, id: string): Promise<TaskForceRow> {
  allowed(ctx, 'task-force.edit')
  const found = await getTaskForce(ctx, id)
  if (!runsTaskForce(found.part)) throw new RefusedError('task-force.not-chair')
  return found
}

export type TaskForceBoard = {
  readonly taskForce: TaskForceRow
  readonly members: readonly MemberRow[]
  readonly entries: readonly EntryRow[]
  readonly work: readonly WorkRow[]
  /** Bodies that could be called in; only for who runs it. */
  readonly others: readonly { readonly id: string; readonly shortName: string }[]
}

/** The list of all bodies together: codes, needs, owners, next dates, blockers. Recorded as a list. */
export async function openTaskForce(ctx: StaffContext, id: string): Promise<TaskForceBoard> {
  allowed(ctx, 'task-force.read')
  const taskForce = await getTaskForce(ctx, id)
  const entries = await selectEntries(ctx, id)
  const members = await selectMembers(ctx, id)
  const active = new Set(members.filter((row) => row.until === null).map((row) => row.org_id))
  await writeAudit(ctx, {
    verb: 'task-force.listed',
    subjectKind: 'task-force',
    subjectId: id,
    details: { shown: entries.length },
  })
  return {
    taskForce,
    members,
    entries,
    work: await selectWork(ctx, id),
    others: runsTaskForce(taskForce.part)
      ? (await listOrganisations(ctx)).filter((body) => body.active && !active.has(body.id))
      : [],
  }
}

export type NewTaskForce = {
  readonly level: string
  readonly name: string
  readonly basis: string
  readonly source: string
  readonly sourceOn: string
  readonly part: string
}
const DAY = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/

/** Writes a task force down from the decree that sets it up; the own body is its chair or secretariat. */
export async function createTaskForce(ctx: StaffContext, given: NewTaskForce): Promise<string> {
  allowed(ctx, 'task-force.edit')
  const level = TASK_FORCE_LEVELS.find((each) => each === given.level)
  const part = MEMBER_PARTS.find((each) => each === given.part && runsTaskForce(each))
  const [name, source] = [given.name.trim(), given.source.trim()]
  const problems = [
    ...(level === undefined ? [{ path: 'level', code: 'task-force.level-missing' }] : []),
    ...(part === undefined ? [{ path: 'part', code: 'task-force.part-missing' }] : []),
    ...(name === '' || name.length > 200 ? [{ path: 'name', code: 'task-force.name-missing' }] : []),
    ...(source === '' || source.length > 500 ? [{ path: 'source', code: 'task-force.source-missing' }] : []),
    ...(DAY.test(given.sourceOn) ? [] : [{ path: 'sourceOn', code: 'date.unreadable' }]),
  ]
  if (level === undefined || part === undefined || problems.length > 0) throw new InvalidInputError(problems)
  const id = ctx.newId()
  await insertTaskForce(ctx, {
    id,
    level,
    name,
    basis: given.basis.trim().slice(0, 300),
    source,
    source_on: given.sourceOn,
  })
  await insertMember(ctx, { taskForceId: id, orgId: ctx.actor.orgId, part, since: given.sourceOn })
  await writeJournal(ctx, {
    verb: 'task-force.created',
    subjectKind: 'task-force',
    subjectId: id,
    details: { level },
  })
  return id
}

/** Calls a body in, with the day from which it is a member. */
export async function addMember(
  ctx: StaffContext,
  given: { readonly id: string; readonly orgId: string; readonly part: string; readonly since: string },
): Promise<void> {
  await getRunTaskForce(ctx, given.id)
  const part: MemberPart | undefined = MEMBER_PARTS.find((each) => each === given.part)
  const body = (await listOrganisations(ctx)).find((each) => each.id === given.orgId && each.active)
  const problems = [
    ...(body === undefined ? [{ path: 'body', code: 'task-force.body-missing' }] : []),
    ...(part === undefined ? [{ path: 'part', code: 'task-force.part-missing' }] : []),
    ...(DAY.test(given.since) ? [] : [{ path: 'since', code: 'date.unreadable' }]),
  ]
  if (body === undefined || part === undefined || problems.length > 0) throw new InvalidInputError(problems)
  const at = { taskForceId: given.id, orgId: body.id }
  if (!(await insertMember(ctx, { ...at, part, since: given.since })))
    await setMember(ctx, at, { part, until: null })
  await writeJournal(ctx, {
    verb: 'task-force.member-added',
    subjectKind: 'task-force',
    subjectId: given.id,
    details: { body: body.id, part },
  })
}

/** The membership of a body ends today; from now on it sees nothing. */
export async function endMember(
  ctx: StaffContext,
  given: { readonly id: string; readonly orgId: string },
): Promise<void> {
  await getRunTaskForce(ctx, given.id)
  if (given.orgId === ctx.actor.orgId) throw new RefusedError('task-force.not-oneself')
  const until = ctx.now.toISOString().slice(0, 10)
  if (!(await setMember(ctx, { taskForceId: given.id, orgId: given.orgId }, { until })))
    throw new NotFoundError('task-force.not-found')
  await writeJournal(ctx, {
    verb: 'task-force.member-ended',
    subjectKind: 'task-force',
    subjectId: given.id,
    details: { body: given.orgId },
  })
}
