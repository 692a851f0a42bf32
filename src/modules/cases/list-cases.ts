import type { StaffContext } from '#src/platform/db/context.ts'
import { writeAudit } from '#src/platform/audit/journal-queries.ts'
import { tokensFor } from '#src/platform/crypto/search-tokens.ts'
import { isRole, may } from '#src/domain/disclosure/roles.ts'
import { findByTokens, listPersons } from '#src/modules/people/index.ts'
import {
  countFiles,
  countFilters,
  findFilesByCode,
  listCasesOfPersons,
  listCasesOfReports,
  listColleagues,
  listConcerned,
  listCountries,
  listFiles,
  listFilesOfCases,
  ofTypeIn,
  type CaseFilter,
  type CaseQuestion,
  type FileRow,
} from './list-queries.ts'

export const CASES_PAGE = 50
/** Deeper than this nobody pages by hand; a filter is the better way. */
export const DEEPEST_OFFSET = 10_000

export type CaseListItem = FileRow & {
  /** The name as this reader may know it. */
  readonly person: string | undefined
  readonly officer: string | undefined
}

export type CaseList = {
  readonly items: readonly CaseListItem[]
  /** Of the filter with its conditions; at most 501. */
  readonly total: number
  readonly counts: Readonly<Record<CaseFilter, number>>
  readonly countries: readonly string[]
}

/** One page of the own organisation's files; recorded. A protected case is neither listed nor counted for who may not open it. */
export async function listCases(ctx: StaffContext, question: CaseQuestion): Promise<CaseList> {
  const ofType = await ofTypeIn(ctx, question.type)
  const rows = await listFiles(
    ctx,
    ctx.actor,
    {
      ...question,
      offset: Math.min(question.offset, DEEPEST_OFFSET),
    },
    ofType,
  )
  const counts = await countFilters(ctx, ctx.actor)
  const { filter, urgency = '', type = '', country = '' } = question
  await writeAudit(ctx, {
    verb: 'case.listed',
    subjectKind: 'case-list',
    details: { filter, urgency, type, country, offset: question.offset, shown: rows.length },
  })
  const narrowed = urgency !== '' || type !== '' || country !== ''
  return {
    items: await withNames(ctx, rows),
    total: narrowed ? await countFiles(ctx, ctx.actor, question, ofType) : counts[filter],
    counts,
    countries: await listCountries(ctx),
  }
}

/** Names for a page of files, each opened under its person's own key. */
export async function withNames(
  ctx: StaffContext,
  rows: readonly FileRow[],
): Promise<readonly CaseListItem[]> {
  const concerned = await listConcerned(
    ctx,
    rows.map((row) => row.case_id),
  )
  const persons = await listPersons(
    ctx,
    concerned.map((each) => each.person_id),
  )
  const staff = await listColleagues(ctx, ctx.actor.orgId)
  return rows.map((row) => {
    const first = concerned.find((each) => each.case_id === row.case_id)
    const person = persons.find((each) => each.id === first?.person_id)
    return {
      ...row,
      person: person?.facts?.names[0],
      officer: staff.find((each) => each.id === row.assignee)?.display_name,
    }
  })
}

export type Found = {
  readonly cases: readonly CaseListItem[]
  /** Reports of the own desk that are in no case. */
  readonly reports: readonly {
    readonly id: string
    readonly at: Date
    readonly state: string
    readonly urgency: string
    readonly country: string | null
  }[]
}

const MOST_FOUND = 50
const CODE = /^[A-Za-z]{2,5}-\d{4}(?:-\d{0,6})?$/

/** By code, name, number or village, among what the reader may see; recorded without the words. */
export async function searchCases(ctx: StaffContext, words: string): Promise<Found> {
  const asked = words.trim()
  const { orgId } = ctx.actor
  const byCode = CODE.test(asked) ? await findFilesByCode(ctx, orgId, asked.toUpperCase(), MOST_FOUND) : []
  const hits =
    byCode.length > 0 || asked.length < 2 ? [] : await findByTokens(ctx, orgId, tokensOf(ctx, asked), 200)
  const idsOf = (kind: string): readonly string[] =>
    hits.filter((hit) => hit.subjectKind === kind).map((hit) => hit.subjectId)
  const reports = await listCasesOfReports(ctx, idsOf('report'))
  const ofPersons = await listCasesOfPersons(ctx, idsOf('person'))
  const caseIds = [
    ...ofPersons.map((row) => row.case_id),
    ...idsOf('case'),
    ...reports.flatMap((row) => (row.case_id ? [row.case_id] : [])),
  ]
  const files =
    byCode.length > 0
      ? byCode
      : await listFilesOfCases(ctx, orgId, [...new Set(caseIds)].slice(0, MOST_FOUND))
  const ranked = files.toSorted((a, b) => caseIds.indexOf(a.case_id) - caseIds.indexOf(b.case_id))
  const kind = byCode.length > 0 || CODE.test(asked) ? 'code' : 'words'
  await writeAudit(ctx, {
    verb: 'case.searched',
    subjectKind: 'search',
    details: { by: kind, found: files.length },
  })
  return {
    cases: await withNames(ctx, ranked),
    reports: (may(ctx.actor.roles.filter(isRole), 'report.list') ? reports : [])
      .filter((row) => row.case_id === null)
      .map((row) => ({
        id: row.id,
        at: row.created_at,
        state: row.state,
        urgency: row.urgency,
        country: row.country,
      })),
  }
}

export type KnownPerson = {
  readonly id: string
  readonly name: string | undefined
  /** Codes of the cases that the reader may open. */
  readonly cases: readonly string[]
}

const MOST_KNOWN = 10

/** Persons of other cases by name, number or village: one person may be in many cases. Recorded without the words. */
export async function findKnownPersons(ctx: StaffContext, words: string): Promise<readonly KnownPerson[]> {
  const asked = words.trim()
  if (asked.length < 2) return []
  const { orgId } = ctx.actor
  const hits = (await findByTokens(ctx, orgId, tokensOf(ctx, asked), 50)).filter(
    (hit) => hit.subjectKind === 'person',
  )
  const ids = hits.slice(0, MOST_KNOWN).map((hit) => hit.subjectId)
  const persons = await listPersons(ctx, ids)
  const places = await listCasesOfPersons(ctx, ids)
  const files = await listFilesOfCases(ctx, orgId, [...new Set(places.map((row) => row.case_id))])
  await writeAudit(ctx, {
    verb: 'case.searched',
    subjectKind: 'search',
    details: { by: 'person', found: persons.length },
  })
  return persons.map((person) => ({
    id: person.id,
    name: person.facts?.names[0],
    cases: places
      .filter((row) => row.person_id === person.id)
      .flatMap((row) => files.filter((file) => file.case_id === row.case_id).map((file) => file.code)),
  }))
}

function tokensOf(ctx: StaffContext, asked: string): readonly Buffer[] {
  const all = tokensFor(ctx.platform.keys.tokens, {
    names: [asked],
    numbers: /\d{4}/.test(asked) ? [asked] : [],
    villages: [asked],
    recruiters: [asked],
  })
  return all.map((each) => each.token)
}
