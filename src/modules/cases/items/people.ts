import type { StaffContext } from '#src/platform/db/context.ts'
import {
  InvalidInputError,
  NotFoundError,
  RefusedError,
  StaleVersionError,
  type Problem,
} from '#src/platform/errors.ts'
import {
  DOCUMENT_STATUSES,
  PERSON_CATEGORIES,
  PERSON_ROLES,
  PHASES,
  PLACEMENT_WAYS,
  SECTORS,
  SOCIAL_SECURITY_STATUSES,
} from '#src/domain/cases/codes.ts'
import {
  changePerson,
  createPerson,
  getPerson,
  type PersonFacts,
  type PersonMarks,
} from '#src/modules/people/index.ts'
import { markTouchesChild } from '../case-queries.ts'
import { listCasePersons } from './item-queries.ts'
import { insertCasePerson, updateCasePerson, type PersonRoleFields } from './item-write-queries.ts'
import { inCase } from './write-item.ts'

export type { PersonRoleFields } from './item-write-queries.ts'

/** Everything may be unknown; saving never waits for a fact. */
export const UNKNOWN_ROLE_FIELDS: PersonRoleFields = {
  category: 'unknown',
  phase: 'unknown',
  placementWay: 'unknown',
  sector: 'unknown',
  documentStatus: 'unknown',
  socialSecurity: 'unknown',
  canBeAsked: 'unknown',
  tellFamily: 'unknown',
}

const ALLOWED: Readonly<Record<keyof PersonRoleFields, readonly string[]>> = {
  category: PERSON_CATEGORIES,
  phase: PHASES,
  placementWay: PLACEMENT_WAYS,
  sector: SECTORS,
  documentStatus: DOCUMENT_STATUSES,
  socialSecurity: SOCIAL_SECURITY_STATUSES,
  canBeAsked: ['yes', 'no', 'unknown'],
  tellFamily: ['nothing', 'safe-only', 'contact', 'return', 'unknown'],
}

export type PersonInCase = {
  readonly code: string
  readonly roles: readonly string[]
  readonly fields: PersonRoleFields
}

/** A person whom nobody here knows yet. */
export async function addNewPerson(
  ctx: StaffContext,
  person: PersonInCase & { readonly facts: PersonFacts; readonly marks: PersonMarks },
): Promise<string> {
  checkRoles(person)
  return inCase(ctx, person.code, async ({ caseId }) => {
    const made = await createPerson(ctx, { facts: person.facts, marks: person.marks, caseId })
    await link(ctx, caseId, made.id, person)
    if (isChild(made.isMinor, person.roles)) await markTouchesChild(ctx, caseId)
    return {
      verb: 'person.added',
      subjectKind: 'person',
      subjectId: made.id,
      details: { roles: person.roles, minor: made.isMinor },
      result: made.id,
    }
  })
}

/** A person who is in another case already: one person, many cases. */
export async function addKnownPerson(
  ctx: StaffContext,
  person: PersonInCase & { readonly personId: string },
): Promise<void> {
  checkRoles(person)
  await inCase(ctx, person.code, async ({ caseId }) => {
    const known = await getPerson(ctx, person.personId)
    await link(ctx, caseId, known.id, person)
    if (isChild(known.isMinor, person.roles)) await markTouchesChild(ctx, caseId)
    return {
      verb: 'person.joined',
      subjectKind: 'person',
      subjectId: known.id,
      details: { roles: person.roles },
      result: undefined,
    }
  })
}

export type PersonChange = PersonInCase & {
  readonly personId: string
  readonly personVersion: number
  readonly roleVersion: number
  readonly facts: PersonFacts
  readonly marks: PersonMarks
}

/** Changes who the person is and what role he or she has here. Throws StaleVersionError with what stands there now. */
export async function changePersonInCase(ctx: StaffContext, change: PersonChange): Promise<void> {
  checkRoles(change)
  await inCase(ctx, change.code, async ({ caseId }) => {
    const inThis = (await listCasePersons(ctx, caseId)).find((row) => row.person_id === change.personId)
    if (!inThis) throw new NotFoundError('person.not-found')
    const { isMinor } = await changePerson(ctx, {
      id: change.personId,
      version: change.personVersion,
      facts: change.facts,
      marks: change.marks,
      caseId,
    })
    const changed = await updateCasePerson(ctx, {
      ...change.fields,
      id: inThis.id,
      version: change.roleVersion,
      roles: change.roles,
    })
    if (!changed)
      throw new StaleVersionError('person.changed-meanwhile', await getPerson(ctx, change.personId))
    if (isChild(isMinor, change.roles)) await markTouchesChild(ctx, caseId)
    return {
      verb: 'person.changed',
      subjectKind: 'person',
      subjectId: change.personId,
      details: { roles: change.roles, minor: isMinor },
      result: undefined,
    }
  })
}

async function link(
  ctx: StaffContext,
  caseId: string,
  personId: string,
  person: PersonInCase,
): Promise<void> {
  const { orgId } = ctx.actor
  if (
    !(await insertCasePerson(ctx, {
      ...person.fields,
      id: ctx.newId(),
      caseId,
      personId,
      orgId,
      roles: person.roles,
    }))
  )
    throw new RefusedError('person.already-in-case')
}

function isChild(minor: string, roles: readonly string[]): boolean {
  return (
    (minor === 'yes' || minor === 'maybe') &&
    roles.some((role) => role === 'concerned' || role === 'child-of-concerned')
  )
}

function checkRoles(person: PersonInCase): void {
  const problems: Problem[] = []
  if (person.roles.length === 0) problems.push({ path: 'roles', code: 'role.missing' })
  if (!person.roles.every((role) => PERSON_ROLES.some((code) => code === role)))
    problems.push({ path: 'roles', code: 'role.unknown' })
  for (const field of Object.keys(ALLOWED) as (keyof PersonRoleFields)[])
    if (!ALLOWED[field].includes(person.fields[field])) problems.push({ path: field, code: 'choice.unknown' })
  if (problems.length > 0) throw new InvalidInputError(problems)
}
