import type { StaffContext } from '#src/platform/db/context.ts'
import { NotFoundError, StaleVersionError } from '#src/platform/errors.ts'
import { enqueue } from '#src/platform/jobs/queue-queries.ts'
import { createKey, loadKey, loadKeys } from '#src/platform/db/keys-queries.ts'
import { minorMark } from './child-alert.ts'
import type { PersonFacts, PersonMarks, Sex } from './person.ts'
import { findPersonRow, insertPerson, listPersonRows, replaceTokens, updatePerson } from './person-queries.ts'

export type Person = PersonMarks & {
  readonly id: string
  readonly version: number
  readonly isMinor: string
  /** Undefined when the person's key was destroyed: erased. */
  readonly facts: PersonFacts | undefined
}

/** Stores a new person of the own organisation under a key of its own. The caller links it to a case and writes the journal. */
export async function createPerson(
  ctx: StaffContext,
  input: { readonly facts: PersonFacts; readonly marks: PersonMarks; readonly caseId: string },
): Promise<{ readonly id: string; readonly isMinor: string }> {
  const { orgId } = ctx.actor
  const id = ctx.newId()
  const key = await createKey(ctx, 'person', id)
  const isMinor = minorMark(input.facts, ctx.now)
  await insertPerson(ctx, {
    ...input.marks,
    id,
    orgId,
    keyId: key.id,
    sealed: key.sealJson(`persons.sealed/${id}`, input.facts),
    isMinor,
  })
  await replaceTokens(ctx, { id, kind: 'person', orgId, caseId: input.caseId }, findableOf(input.facts))
  await lookForTheSame(ctx, id)
  return { id, isMinor }
}

/** Changes a person if it is still the version that the editor saw; otherwise both versions are shown. */
export async function changePerson(
  ctx: StaffContext,
  change: {
    readonly id: string
    readonly version: number
    readonly facts: PersonFacts
    readonly marks: PersonMarks
    readonly caseId: string
  },
): Promise<{ readonly isMinor: string }> {
  const row = await findPersonRow(ctx, change.id)
  if (!row) throw new NotFoundError('person.not-found')
  const key = await loadKey(ctx, row.key_id)
  const isMinor = minorMark(change.facts, ctx.now)
  const sealed = key.sealJson(`persons.sealed/${change.id}`, change.facts)
  if (
    !(await updatePerson(ctx, { ...change.marks, id: change.id, version: change.version, sealed, isMinor }))
  )
    throw new StaleVersionError('person.changed-meanwhile', await getPerson(ctx, change.id))
  await replaceTokens(
    ctx,
    { id: change.id, kind: 'person', orgId: row.org_id, caseId: change.caseId },
    findableOf(change.facts),
  )
  await lookForTheSame(ctx, change.id)
  return { isMinor }
}

/** Who is known under several records, and who is looked for, is found by a job: never while somebody waits for a page. */
async function lookForTheSame(ctx: StaffContext, id: string): Promise<void> {
  await enqueue(ctx, 'matches.compare', { kind: 'person', id }, { jobKey: `matches.compare:${id}` })
}

export async function getPerson(ctx: StaffContext, personId: string): Promise<Person> {
  const [person] = await listPersons(ctx, [personId])
  if (!person) throw new NotFoundError('person.not-found')
  return person
}

/** The persons that the reader may see, opened. */
export async function listPersons(
  ctx: StaffContext,
  personIds: readonly string[],
): Promise<readonly Person[]> {
  const rows = await listPersonRows(ctx, personIds)
  const keys = await loadKeys(
    ctx,
    rows.map((row) => row.key_id),
  )
  return rows.map((row) => ({
    id: row.id,
    version: row.version,
    isMinor: row.is_minor,
    sex: row.sex as Sex,
    nationality: row.nationality,
    originDistrict: row.origin_district,
    facts: keys.get(row.key_id)?.openJson<PersonFacts>(`persons.sealed/${row.id}`, row.sealed),
  }))
}

function findableOf(facts: PersonFacts) {
  return {
    names: facts.names,
    numbers: [...facts.numbers, ...facts.documents],
    villages: facts.village.known ? [facts.village.value] : [],
  }
}
