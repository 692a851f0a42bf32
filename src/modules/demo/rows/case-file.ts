import type { DemoCase } from '#src/domain/demo/demo-world.ts'
import type { DataKey } from '#src/platform/crypto/vault.ts'
import type { PersonInFile } from './person-rows.ts'
import type { StoredReport } from './report-rows.ts'
import type { Account, Body } from '../scenery.ts'

/** A case on its way into the database. */
export type CaseInWork = {
  readonly case: DemoCase
  readonly caseId: string
  readonly code: string
  readonly key: DataKey
  readonly lead: Body
  readonly officer: Account
  readonly people: readonly PersonInFile[]
  readonly report: StoredReport
  /** Set only when the case is closed now. */
  readonly closedAt: Date | undefined
  /** Bodies that have a file on it beside the leading one; filled while it is stored. */
  readonly helpers: Set<string>
}

export function concernedIn(file: Pick<CaseInWork, 'people'>): PersonInFile | undefined {
  return file.people.find((person) => person.entry.roles.includes('concerned'))
}
