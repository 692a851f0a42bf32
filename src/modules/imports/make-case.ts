import { agedAt, differencesOf, type OldCase } from '#src/domain/imports/read-list.ts'
import type { Answer } from '#src/domain/kernel/answer.ts'
import {
  addChainLink,
  addNewPerson,
  addTimelineEntry,
  changeCaseFacts,
  changePersonInCase,
  closeAgencyFile,
  createCase,
  getCaseRow,
  readCase,
  UNKNOWN_ROLE_FIELDS,
} from '#src/modules/cases/index.ts'
import { blankPerson, getPerson, NO_MARKS, type PersonFacts } from '#src/modules/people/index.ts'
import type { StaffContext } from '#src/platform/db/context.ts'

/** The few sentences that a list leaves in a case. */
export type ListWords = {
  /** "From an old list, not verified: Case book 2019, row 14, file 3f2a…" */
  readonly origin: (list: { readonly source: string; readonly row: number; readonly file: string }) => string
  readonly complained: string
  readonly noneYet: Readonly<Record<OldCase['noneYet'][number], string>>
  readonly ownNumber: (number: string) => string
  readonly age: (years: number) => string
  readonly changed: (count: number) => string
}

export type ListPlace = { readonly source: string; readonly row: number; readonly file: string }

/** A list that nobody here has verified is no source that is sure of anything. */
const ENTRY = { source: 'organisation', certainty: 'unknown', dateWords: '' } as const
const NO_URGENCY = 'sedang'

/**
 * A case as the list tells it, of the own body and in nobody's care yet: no clock runs, nobody is called. Where the list says
 * that it ended, the file of the body is closed; the case of the person is closed by no list.
 */
export async function makeCase(
  ctx: StaffContext,
  told: OldCase,
  place: ListPlace,
  words: ListWords,
): Promise<{ readonly caseId: string; readonly personId: string; readonly code: string }> {
  const { id: caseId, code } = await createCase(ctx, {
    urgency: told.urgency ?? NO_URGENCY,
    types: told.types,
    country: told.country ?? null,
    district: null,
    phase: 'unknown',
    touchesChild: false,
    summary: told.narrative.join('\n\n'),
    assignee: null,
  })
  const personId = await addNewPerson(ctx, {
    code,
    roles: ['concerned'],
    fields: { ...UNKNOWN_ROLE_FIELDS, sector: told.sector ?? 'unknown' },
    facts: factsOf(told),
    marks: marksOf(told),
  })
  await addTimelineEntry(ctx, { ...ENTRY, code, date: '', text: originText(told, place, words) })
  if (told.complained !== undefined)
    await addTimelineEntry(ctx, { ...ENTRY, code, date: told.complained, text: words.complained })
  await addChain(ctx, code, told)
  if (told.status !== undefined && told.status !== 'open')
    await closeAgencyFile(ctx, { code, because: told.status })
  return { caseId, personId, code }
}

async function addChain(ctx: StaffContext, code: string, told: OldCase): Promise<void> {
  if (told.employer !== undefined)
    await addChainLink(ctx, { code, kind: 'employer', name: told.employer, where: '', note: '' })
  for (const name of told.recruiters)
    await addChainLink(ctx, { code, kind: 'recruiter', name, where: '', note: '' })
}

function originText(told: OldCase, place: ListPlace, words: ListWords): string {
  return [
    words.origin(place),
    ...(told.ownNumber === undefined ? [] : [words.ownNumber(told.ownNumber)]),
    ...told.noneYet.map((each) => words.noneYet[each]),
    ...(told.age !== undefined && agedAt(told) === undefined ? [words.age(told.age)] : []),
    ...told.notes.map(({ heading, text }) => (heading === '' ? text : `${heading}: ${text}`)),
  ].join('\n')
}

function factsOf(told: OldCase): PersonFacts {
  const at = agedAt(told)
  return {
    ...blankPerson(told.names),
    born: answered(told.born),
    agedClaims: told.age !== undefined && at !== undefined ? [{ years: told.age, at }] : [],
    departed: answered(told.departed),
    numbers: told.telephones,
    documents: [told.nik, told.passport].filter((each) => each !== undefined),
    village: answered(told.village),
    address: answered(told.address),
  }
}

function answered<T>(value: T | undefined): Answer<T> {
  return value === undefined ? { known: false, why: 'not-asked' } : { known: true, value }
}

function marksOf(told: OldCase) {
  return {
    ...NO_MARKS,
    sex: told.sex ?? ('unknown' as const),
    nationality: told.nationality ?? null,
    originDistrict: told.regency ?? null,
  }
}

/**
 * Writes what a later list tells over what an earlier one told, of a case that nobody has worked on since: so nothing that a
 * person wrote is lost. What is new of the chain is added; what stood there stays.
 */
export async function updateCase(
  ctx: StaffContext,
  known: { readonly code: string; readonly personId: string; readonly before: OldCase },
  told: OldCase,
  place: ListPlace,
  words: ListWords,
): Promise<void> {
  const { code, before, personId } = known
  const row = await getCaseRow(ctx, code)
  await changeCaseFacts(ctx, {
    code,
    version: row.version,
    urgency: told.urgency ?? NO_URGENCY,
    types: told.types,
    phase: row.phase,
    country: told.country ?? null,
    district: row.district,
    reason: words.origin(place),
  })
  await updatePerson(ctx, code, personId, told)
  await addChain(ctx, code, {
    ...told,
    ...(told.employer === before.employer && { employer: undefined }),
    recruiters: told.recruiters.filter((name) => !before.recruiters.includes(name)),
  })
  const changed = differencesOf(before, told).length
  const story = before.narrative.join() === told.narrative.join() ? [] : told.narrative
  const text = [words.changed(changed), originText(told, place, words), ...story].join('\n')
  await addTimelineEntry(ctx, { ...ENTRY, code, date: '', text })
  if (told.status !== undefined && told.status !== 'open' && told.status !== before.status)
    await closeAgencyFile(ctx, { code, because: told.status })
}

async function updatePerson(ctx: StaffContext, code: string, personId: string, told: OldCase): Promise<void> {
  const file = await readCase(ctx, code, 'work')
  const inCase = file.persons.find(({ person }) => person?.id === personId)
  if (inCase === undefined) return
  const person = await getPerson(ctx, personId)
  await changePersonInCase(ctx, {
    code,
    personId,
    personVersion: person.version,
    roleVersion: inCase.version,
    roles: inCase.roles,
    fields: { ...UNKNOWN_ROLE_FIELDS, sector: told.sector ?? 'unknown' },
    facts: factsOf(told),
    marks: marksOf(told),
  })
}
