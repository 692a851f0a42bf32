import type { DemoCase } from '#src/domain/demo/demo-world.ts'
import { addMilliseconds, DAY, HOUR } from '#src/domain/kernel/instant.ts'
import { dayOf } from '#src/domain/deadlines/calendar.ts'
import { RESULT_OF, type SealedSummary, type SealedWish } from '#src/modules/cases/index.ts'
import type { Batch } from '../batch.ts'
import { addFile, concernedIn, type CaseInWork } from './case-file.ts'
import { demoId } from '../demo-id.ts'
import { addHelp } from './help-rows.ts'
import { addPeople, type KnownPeople } from './person-rows.ts'
import { addRecord } from './record-rows.ts'
import { addMessages, addReport } from './report-rows.ts'
import { addScreening } from './screening-rows.ts'
import type { Scenery } from '../scenery.ts'

export function caseIdOf(made: DemoCase): string {
  return demoId(`case ${made.key}`, made.openedAt)
}

/** A whole case: its report, people, record, needs, referrals and the journal of its life. */
export function addCase(batch: Batch, scenery: Scenery, met: KnownPeople, made: DemoCase): void {
  const lead = scenery.body(made.organisation)
  const officer = scenery.account(made.officer)
  const caseId = caseIdOf(made)
  const key = batch.key('case', caseId, made.openedAt)
  const code = scenery.nextCaseCode(lead, Number(dayOf(made.openedAt, lead.demo.timeZone).slice(0, 4)))
  const people = addPeople(batch, scenery, met, { case: made, caseId, lead })
  const inCase = { kind: 'in-case', by: officer, at: made.openedAt, caseId } as const
  const report = addReport(
    batch,
    scenery,
    { ...made.report, desk: made.organisation },
    { ...inCase, urgency: made.urgency, types: made.types },
  )
  const closedAt = made.closing?.reopenedAt === undefined ? made.closing?.at : undefined
  const helpers = new Set<string>()
  const file: CaseInWork = { case: made, caseId, code, key, lead, officer, people, report, closedAt, helpers }
  addCaseRow(batch, scenery, file)
  addLeadFile(batch, file)
  tellLife(batch, scenery, file)
  if (made.protection !== undefined) addReaders(batch, scenery, file, made.protection)
  addRecord(batch, scenery, file)
  addHelp(batch, scenery, file)
  addScreening(batch, scenery, file)
  addMessages(batch, scenery, { report, caseId, orgId: lead.id, messages: made.messages })
}

export function incidentIdOf(key: string, startedAt: Date): string {
  return demoId(`incident ${key}`, startedAt)
}

function addCaseRow(batch: Batch, scenery: Scenery, file: CaseInWork): void {
  const { case: made, caseId, key } = file
  const wish = concernedIn(file)?.entry.wish
  const incident = scenery.world.incidents.find((each) => each.key === made.incident)
  const summary: SealedSummary = { text: made.narrative }
  const words: SealedWish | undefined =
    wish === undefined ? undefined : { words: wish, language: 'id', readBack: 'read-back' }
  batch.add('app.cases', {
    id: caseId,
    created_at: made.openedAt,
    code: file.code,
    lead_org: file.lead.id,
    state: file.closedAt === undefined ? 'open' : 'closed',
    reopened_at: made.closing?.reopenedAt ?? null,
    urgency: made.urgency,
    case_types: [...made.types],
    country: made.country,
    district: made.country === 'ID' ? made.district : null,
    phase: made.phase,
    protected: made.protection !== undefined,
    protected_because: protectedBecause(scenery, made),
    touches_child: touchesChild(file),
    incident_id: incident === undefined ? null : incidentIdOf(incident.key, incident.startedAt),
    key_id: key.id,
    summary_sealed: key.sealJson(`cases.summary_sealed/${caseId}`, summary),
    wish_sealed: words === undefined ? null : key.sealJson(`cases.wish_sealed/${caseId}`, words),
    wish_at: words === undefined ? null : made.openedAt,
    next_news_at: file.closedAt === undefined ? nextNews(scenery, made) : null,
    closed_at: file.closedAt ?? null,
    closed_because: file.closedAt === undefined ? null : (made.closing?.basis ?? null),
    closed_result:
      file.closedAt === undefined || made.closing === undefined ? null : RESULT_OF[made.closing.reason],
    closed_reason: file.closedAt === undefined ? null : (made.closing?.reason ?? null),
    demo: true,
  })
}

function nextNews(scenery: Scenery, made: DemoCase): Date {
  return addMilliseconds(scenery.world.until, (1 + (made.messages.length % 5)) * DAY + 5 * HOUR)
}

const PROTECTIONS = ['insider', 'child', 'death-sentence', 'trafficker-near'] as const

/** The reasons stand in the material in this order. */
function protectedBecause(scenery: Scenery, made: DemoCase) {
  if (made.protection === undefined) return null
  return PROTECTIONS[scenery.material.lines.protections.indexOf(made.protection.reason)] ?? 'other'
}

function touchesChild(file: CaseInWork): boolean {
  return (
    file.case.types.includes('CHILD') ||
    file.people.some(
      ({ minor, entry }) =>
        (minor === 'yes' || minor === 'maybe') &&
        entry.roles.some((role) => role === 'concerned' || role === 'child-of-concerned'),
    )
  )
}

function addLeadFile(batch: Batch, file: CaseInWork): void {
  const { case: made } = file
  const due = made.tasks
    .filter((task) => task.doneAt === undefined)
    .map((task) => task.due)
    .toSorted((a, b) => a.getTime() - b.getTime())[0]
  addFile(batch, file, {
    orgId: file.lead.id,
    lead: 'lead',
    assignee: file.officer.id,
    since: made.openedAt,
    touchedAt: made.lastTouchedAt,
    due,
  })
}

function tellLife(batch: Batch, scenery: Scenery, file: CaseInWork): void {
  const { case: made, caseId, officer } = file
  const about = { by: officer, subjectKind: 'case', subjectId: caseId, caseId }
  batch.tell({
    ...about,
    at: made.openedAt,
    verb: 'case.opened',
    reportId: file.report.id,
    details: { code: file.code, urgency: made.urgency, types: made.types },
  })
  for (const at of [made.openedAt, made.lastTouchedAt])
    batch.tellAudit({ ...about, at, verb: 'case.opened', details: { purpose: 'work', part: '' } })
  const supervisor = scenery.supervisor(made.organisation)
  if (supervisor !== undefined && made.openedAt.getTime() % 3 === 0)
    batch.tellAudit({
      ...about,
      by: supervisor,
      at: addMilliseconds(made.lastTouchedAt, -HOUR),
      verb: 'case.opened',
      details: { purpose: 'review', part: '' },
    })
  if (made.closing !== undefined)
    batch.tell({
      ...about,
      at: made.closing.at,
      by: scenery.account(made.closing.by),
      verb: 'case.closed',
      details: { basis: made.closing.basis, reason: made.closing.reason },
    })
  if (made.closing?.reopenedAt !== undefined)
    batch.tell({
      ...about,
      at: made.closing.reopenedAt,
      verb: 'case.reopened',
      details: { by: 'officer' },
    })
  if (made.agencyClosing !== undefined)
    batch.tell({
      ...about,
      at: made.agencyClosing.at,
      verb: 'case.agency-closed',
      details: { because: made.agencyClosing.reason },
    })
}

function addReaders(
  batch: Batch,
  scenery: Scenery,
  file: CaseInWork,
  protection: NonNullable<DemoCase['protection']>,
): void {
  const by = scenery.account(protection.by)
  for (const named of protection.named) {
    const reader = scenery.account(named)
    batch.add('app.protected_readers', {
      id: demoId(`reader ${file.caseId} ${named}`, protection.at),
      created_at: protection.at,
      case_id: file.caseId,
      org_id: reader.orgId,
      staff_id: reader.id,
      named_by: by.id,
    })
  }
  batch.tell({
    at: protection.at,
    by,
    verb: 'case.protected',
    subjectKind: 'case',
    subjectId: file.caseId,
    caseId: file.caseId,
    details: { because: protectedBecause(scenery, file.case) },
  })
}
