import type { ReportDraft } from '#src/domain/reports/report.ts'
import type { Answer } from '#src/domain/kernel/answer.ts'
import { listPersons, type PersonFacts } from '#src/modules/people/index.ts'
import type { StaffContext } from '#src/platform/db/context.ts'
import { loadKeys } from '#src/platform/db/keys-queries.ts'
import { niksOf, saidOfPerson, saidOfReport } from './compare/said-record.ts'
import { findReportRows, listCasesOf } from './judge/match-queries.ts'

/** One of two records as its reader sees it beside the other. */
export type SideView = {
  readonly kind: 'person' | 'report'
  readonly id: string
  readonly names: readonly string[]
  readonly born: string
  readonly sex: string
  readonly district: string
  readonly village: string
  readonly numbers: readonly string[]
  readonly documents: readonly string[]
  readonly cases: readonly { readonly code: string; readonly country: string | null }[]
  readonly since: Date | undefined
  readonly niks: readonly string[]
  readonly tellFamily: 'told-not' | 'not-said'
}

export type SideId = { readonly kind: 'person' | 'report'; readonly id: string }

/** The records that the reader may open; a record that is missing in the answer is not the reader's, or was erased. */
export async function readSides(
  ctx: StaffContext,
  wanted: readonly SideId[],
): Promise<ReadonlyMap<string, SideView>> {
  const ofKind = (kind: SideId['kind']): readonly string[] => [
    ...new Set(wanted.filter((each) => each.kind === kind).map((each) => each.id)),
  ]
  const sides = [...(await personSides(ctx, ofKind('person'))), ...(await reportSides(ctx, ofKind('report')))]
  return new Map(sides.map((side) => [side.id, side]))
}

async function personSides(ctx: StaffContext, ids: readonly string[]): Promise<readonly SideView[]> {
  const persons = await listPersons(ctx, ids)
  const cases = await listCasesOf(ctx, ids)
  return persons.flatMap((person): readonly SideView[] => {
    if (!person.facts) return []
    const said = saidOfPerson(person.facts, person)
    const own = cases.filter((each) => each.person_id === person.id)
    return [
      {
        kind: 'person',
        id: person.id,
        names: person.facts.names,
        born: bornText(person.facts.born) || said.birth,
        sex: person.sex,
        district: said.district,
        village: said.village,
        numbers: person.facts.numbers,
        documents: person.facts.documents,
        cases: own.map(({ code, country }) => ({ code, country })),
        since: own.at(-1)?.created_at,
        niks: niksOf(said),
        tellFamily: own.some((each) => each.tell_family === 'nothing') ? 'told-not' : 'not-said',
      },
    ]
  })
}

async function reportSides(ctx: StaffContext, ids: readonly string[]): Promise<readonly SideView[]> {
  const rows = await findReportRows(ctx, ids)
  const keys = await loadKeys(
    ctx,
    rows.map((row) => row.key_id),
  )
  return rows.flatMap((row): readonly SideView[] => {
    const draft = keys.get(row.key_id)?.openJson<ReportDraft>(`reports.sealed/${row.id}`, row.sealed)
    if (!draft) return []
    const said = saidOfReport(draft)
    return [
      {
        kind: 'report',
        id: row.id,
        names: said.names,
        born: bornText(draft.born),
        sex: 'unknown',
        district: '',
        village: said.village,
        numbers: said.numbers,
        documents: [],
        cases: row.code === null ? [] : [{ code: row.code, country: row.country }],
        since: row.created_at,
        niks: niksOf(said),
        tellFamily: 'not-said',
      },
    ]
  })
}

const bornText = (born: PersonFacts['born'] | Answer<string>): string => (born.known ? born.value : '')
