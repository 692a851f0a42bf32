import type { ReportDraft } from '#src/domain/reports/report.ts'
import type { PersonFacts, Sex } from '#src/modules/people/index.ts'
import type { DataKey } from '#src/platform/crypto/vault.ts'
import type { Context } from '#src/platform/db/context.ts'
import { loadKeys } from '#src/platform/db/keys-queries.ts'
import { listCasesOfPersonsForJob, listPersonsForJob, listReportsForJob } from './compare-queries.ts'
import { saidOfPerson, saidOfReport, type Said } from './said-record.ts'

/** Somebody who can be compared: opened under the subject's own key, inside a job, and kept nowhere. */
export type Subject = {
  readonly kind: 'person' | 'report'
  readonly id: string
  readonly orgId: string
  readonly key: DataKey
  readonly said: Said
  readonly cases: readonly string[]
  /** Of a report that looks for somebody. */
  readonly search?: Search
}

export type Search = {
  readonly draft: ReportDraft
  readonly keptFromOrgs: readonly string[]
  readonly keptFromKinds: readonly string[]
  readonly at: Date
}

/** What has no key any more was erased: it is compared with nobody. */
export async function loadPersons(ctx: Context, ids: readonly string[]): Promise<readonly Subject[]> {
  const rows = await listPersonsForJob(ctx, ids)
  const keys = await loadKeys(
    ctx,
    rows.map((row) => row.key_id),
  )
  const cases = await listCasesOfPersonsForJob(ctx, ids)
  return rows.flatMap((row): readonly Subject[] => {
    const key = keys.get(row.key_id)
    if (!key) return []
    const facts = key.openJson<PersonFacts>(`persons.sealed/${row.id}`, row.sealed)
    const marks = { sex: row.sex as Sex, nationality: row.nationality, originDistrict: row.origin_district }
    return [
      {
        kind: 'person',
        id: row.id,
        orgId: row.org_id,
        key,
        said: saidOfPerson(facts, marks),
        cases: cases.filter((each) => each.person_id === row.id).map((each) => each.case_id),
      },
    ]
  })
}

export async function loadReports(ctx: Context, ids: readonly string[]): Promise<readonly Subject[]> {
  const rows = await listReportsForJob(ctx, ids)
  const keys = await loadKeys(
    ctx,
    rows.map((row) => row.key_id),
  )
  return rows.flatMap((row): readonly Subject[] => {
    const key = keys.get(row.key_id)
    if (!key) return []
    const draft = key.openJson<ReportDraft>(`reports.sealed/${row.id}`, row.sealed)
    const looks =
      row.about === 'seeking-family' || (row.about !== 'myself' && row.case_types.includes('MISSING'))
    return [
      {
        kind: 'report',
        id: row.id,
        orgId: row.org_id,
        key,
        said: saidOfReport(draft),
        cases: row.case_id === null ? [] : [row.case_id],
        ...(looks && {
          search: {
            draft,
            keptFromOrgs: row.kept_from_orgs,
            keptFromKinds: row.kept_from_kinds,
            at: row.created_at,
          },
        }),
      },
    ]
  })
}
