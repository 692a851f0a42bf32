import type { StaffContext } from '#src/platform/db/context.ts'
import { tokensFor, type TokenKind } from '#src/platform/crypto/search-tokens.ts'
import { loadKeys } from '#src/platform/db/keys-queries.ts'
import type { ReportDraft } from '#src/domain/reports/report.ts'
import type { Answer } from '#src/domain/kernel/answer.ts'
import { findByTokens, listPersons, type Person, type TokenHit } from '#src/modules/people/index.ts'
import { listApart, listCasesOfPersons, listOtherReports } from './similar-queries.ts'

/** One fact of the two, side by side; undefined: not known there. */
export type SideBySide = {
  readonly fact: 'names' | 'village' | 'recruiter' | 'country' | 'number'
  readonly here: string | undefined
  readonly there: string | undefined
  readonly equal: 'equal' | 'differs' | 'unknown'
}

export type Similar = {
  readonly kind: 'report' | 'person'
  readonly id: string
  /** Code of the case, when it has one. */
  readonly caseCode: string | undefined
  readonly caseId: string | undefined
  readonly since: Date
  /** Kinds of tokens that both share. */
  readonly because: readonly TokenKind[]
  readonly rows: readonly SideBySide[]
}

const MOST = 5
const LOOKED_AT = 40
const WEIGHT: Readonly<Record<TokenKind, number>> = {
  number: 6,
  code: 6,
  name: 2,
  village: 2,
  recruiter: 2,
  sound: 1,
}
/** A shared common name alone is no reason; a number, or a name with a second fact, is. */
const ENOUGH = 4

/** Possible earlier reports or persons of the own organisation: advice, an officer decides. */
export async function findSimilar(
  ctx: StaffContext,
  asked: { readonly reportId: string; readonly draft: ReportDraft },
): Promise<readonly Similar[]> {
  const tokens = tokensFor(ctx.platform.keys.tokens, findableOf(asked.draft)).map((each) => each.token)
  const apart = [asked.reportId, ...(await listApart(ctx, asked.reportId))]
  const hits = (await findByTokens(ctx, ctx.actor.orgId, tokens, LOOKED_AT)).filter(
    (hit) => !apart.includes(hit.subjectId) && weightOf(hit) >= ENOUGH,
  )
  const best = hits.toSorted((a, b) => weightOf(b) - weightOf(a)).slice(0, MOST)
  const reports = await similarReports(
    ctx,
    asked.draft,
    best.filter((hit) => hit.subjectKind === 'report'),
  )
  const persons = await similarPersons(
    ctx,
    asked.draft,
    best.filter((hit) => hit.subjectKind === 'person'),
  )
  return [...persons, ...reports]
}

/** The tokens by which a report is found again. */
export function findableOf(draft: ReportDraft) {
  const contact = draft.safeContact.known ? draft.safeContact.value.value : undefined
  return {
    names: [...draft.names, ...listed(draft.reporterName)],
    numbers: contact === undefined ? [] : [contact],
    villages: listed(draft.village),
    recruiters: listed(draft.recruiter),
  }
}

function weightOf(hit: TokenHit): number {
  return hit.kinds.reduce((sum, kind) => sum + WEIGHT[kind], 0) + Math.min(hit.hits - hit.kinds.length, 3)
}

function listed(answer: Answer<string>): readonly string[] {
  return answer.known ? [answer.value] : []
}

async function similarReports(
  ctx: StaffContext,
  here: ReportDraft,
  hits: readonly TokenHit[],
): Promise<readonly Similar[]> {
  const rows = await listOtherReports(
    ctx,
    hits.map((hit) => hit.subjectId),
  )
  const keys = await loadKeys(
    ctx,
    rows.map((row) => row.key_id),
  )
  return rows.flatMap((row) => {
    const there = keys.get(row.key_id)?.openJson<ReportDraft>(`reports.sealed/${row.id}`, row.sealed)
    if (!there) return []
    const because = hits.find((hit) => hit.subjectId === row.id)?.kinds ?? []
    const rowsOf = [
      side('names', here.names.join(', '), there.names.join(', ')),
      side('village', ...both(here.village, there.village)),
      side('recruiter', ...both(here.recruiter, there.recruiter)),
      side('country', countryOf(here), countryOf(there)),
    ]
    return [
      {
        kind: 'report' as const,
        id: row.id,
        caseCode: row.code ?? undefined,
        caseId: row.case_id ?? undefined,
        since: row.created_at,
        because,
        rows: rowsOf,
      },
    ]
  })
}

async function similarPersons(
  ctx: StaffContext,
  here: ReportDraft,
  hits: readonly TokenHit[],
): Promise<readonly Similar[]> {
  const persons = await listPersons(
    ctx,
    hits.map((hit) => hit.subjectId),
  )
  const cases = await listCasesOfPersons(
    ctx,
    persons.map((person) => person.id),
  )
  return persons.flatMap((person) => {
    const first = cases.find((row) => row.person_id === person.id)
    if (!first || !person.facts) return []
    const because = hits.find((hit) => hit.subjectId === person.id)?.kinds ?? []
    return [
      {
        kind: 'person' as const,
        id: person.id,
        caseCode: first.code,
        caseId: first.case_id,
        since: first.created_at,
        because,
        rows: personRows(here, person, first.country),
      },
    ]
  })
}

function personRows(here: ReportDraft, person: Person, country: string | null): readonly SideBySide[] {
  const contact = here.safeContact.known ? here.safeContact.value.value : undefined
  return [
    side('names', here.names.join(', '), person.facts?.names.join(', ')),
    side('village', valueIn(here.village), person.facts && valueIn(person.facts.village)),
    side('country', countryOf(here), country ?? undefined),
    side('number', contact, person.facts?.numbers.join(', ')),
  ]
}

function both(
  here: Answer<string>,
  there: Answer<string>,
): readonly [string | undefined, string | undefined] {
  return [valueIn(here), valueIn(there)]
}

function valueIn(answer: Answer<string>): string | undefined {
  return answer.known ? answer.value : undefined
}

function countryOf(draft: ReportDraft): string | undefined {
  return draft.place.known ? draft.place.value.country : undefined
}

function side(fact: SideBySide['fact'], here: string | undefined, there: string | undefined): SideBySide {
  const known = Boolean(here) && Boolean(there)
  return {
    fact,
    here: here || undefined,
    there: there || undefined,
    equal: !known ? 'unknown' : here?.toLowerCase() === there?.toLowerCase() ? 'equal' : 'differs',
  }
}
