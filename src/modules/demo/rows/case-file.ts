import type { Consent } from '#src/domain/disclosure/consent.ts'
import type { DemoCase, DemoNeed, DemoReferral } from '#src/domain/demo/demo-world.ts'
import type { DataKey } from '#src/platform/crypto/vault.ts'
import type { Batch } from '../batch.ts'
import { demoId } from '../demo-id.ts'
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

export type Consented = {
  readonly file: CaseInWork
  readonly need: DemoNeed
  readonly referral: DemoReferral
  readonly consents: readonly Consent[]
}

export function needIdOf(file: CaseInWork, need: Pick<DemoNeed, 'key'>): string {
  return demoId(`need ${need.key}`, file.case.openedAt)
}

export type WorkingFile = {
  readonly orgId: string
  readonly lead: 'lead' | 'helper'
  readonly assignee: string | null
  readonly since: Date
  readonly touchedAt: Date
  readonly due: Date | undefined
}

export function addFile(batch: Batch, file: CaseInWork, working: WorkingFile): void {
  const { case: made } = file
  const agency = working.lead === 'lead' ? made.agencyClosing : undefined
  batch.add('app.case_files', {
    case_id: file.caseId,
    org_id: working.orgId,
    created_at: working.since,
    is_lead: working.lead === 'lead',
    assignee: working.assignee,
    state: agency === undefined ? 'active' : 'closed',
    agency_closed_because: agency?.reason ?? null,
    agency_closed_at: agency?.at ?? null,
    touched_at: working.touchedAt,
    next_due_at: working.due ?? null,
    // Filled from the case by trigger fill_file_from_case.
    code: file.code,
    case_state: 'open',
    urgency: made.urgency,
    case_types: [...made.types],
    country: made.country,
    phase: made.phase,
    protected: false,
    touches_child: false,
  })
}
