import type { StaffContext } from '#src/platform/db/context.ts'
import { RefusedError } from '#src/platform/errors.ts'
import { writeJournal } from '#src/platform/audit/journal-queries.ts'
import type { ReportDraft } from '#src/domain/reports/report.ts'
import type { Phase } from '#src/domain/cases/codes.ts'
import {
  addNewPerson,
  createCase,
  getCaseRow,
  UNKNOWN_ROLE_FIELDS,
  type OpenedCase,
} from '#src/modules/cases/index.ts'
import { blankPerson, minorMark, NO_MARKS, type PersonFacts } from '#src/modules/people/index.ts'
import { getReport, openDraft, setInCase, type ReportRow } from './report-queries.ts'

export type JoinedAs = 'concerned' | 'other'

/** The person concerned reads more on the follow page than whoever else reported. */
export function joinedAsOf(draft: ReportDraft): JoinedAs {
  return draft.about === 'myself' ? 'concerned' : 'other'
}

/** Opens a case from a report of the own desk, with the persons that it names. A report goes into one case once. */
export async function openCaseFromReport(
  ctx: StaffContext,
  opening: { readonly reportId: string; readonly joinedAs?: JoinedAs },
): Promise<OpenedCase> {
  const row = await getReport(ctx, opening.reportId)
  mayGoIn(row)
  const draft = await openDraft(ctx, row)
  const facts = concernedOf(draft)
  const minor = minorMark(facts, ctx.now)
  const made = await createCase(ctx, {
    urgency: row.urgency,
    types: row.case_types,
    country: row.country,
    district: row.district,
    reportId: row.id,
    demo: row.demo,
    phase: phaseOf(draft),
    touchesChild: row.touches_child || minor === 'yes' || minor === 'maybe',
    summary: draft.story,
    ...(row.taken_by ? { assignee: row.taken_by } : {}),
  })
  if (!(await setInCase(ctx, row.id, made.id, opening.joinedAs ?? joinedAsOf(draft))))
    throw new RefusedError('report.already-in-case')
  await addPersons(ctx, made.code, draft, facts)
  await writeJournal(ctx, {
    verb: 'report.in-case',
    subjectKind: 'report',
    subjectId: row.id,
    reportId: row.id,
    caseId: made.id,
  })
  return made
}

/** Joins a report to a case that the officer may open: after a private talk, or as another voice on the same case. */
export async function joinReportToCase(
  ctx: StaffContext,
  join: { readonly reportId: string; readonly code: string; readonly joinedAs?: JoinedAs },
): Promise<void> {
  const row = await getReport(ctx, join.reportId)
  mayGoIn(row)
  const target = await getCaseRow(ctx, join.code)
  const draft = await openDraft(ctx, row)
  if (!(await setInCase(ctx, row.id, target.id, join.joinedAs ?? joinedAsOf(draft))))
    throw new RefusedError('report.already-in-case')
  await writeJournal(ctx, {
    verb: 'report.joined',
    subjectKind: 'report',
    subjectId: row.id,
    reportId: row.id,
    caseId: target.id,
  })
}

function mayGoIn(row: ReportRow): void {
  if (row.state === 'in-case') throw new RefusedError('report.already-in-case')
  if (row.state === 'not-a-case') throw new RefusedError('report.closed')
}

function concernedOf(draft: ReportDraft): PersonFacts {
  const contact = draft.safeContact.known ? draft.safeContact.value : undefined
  const ownNumber = draft.about === 'myself' && contact?.value !== undefined ? [contact.value] : []
  const named =
    draft.names.length > 0
      ? draft.names
      : draft.about === 'myself' && draft.reporterName.known
        ? [draft.reporterName.value]
        : []
  return {
    ...blankPerson(named),
    born: draft.born,
    departed: draft.departed,
    village: draft.village,
    numbers: ownNumber,
    languages: contact?.language ? [contact.language] : [],
  }
}

async function addPersons(
  ctx: StaffContext,
  code: string,
  draft: ReportDraft,
  concerned: PersonFacts,
): Promise<void> {
  const self = draft.about === 'myself'
  const fields = { ...UNKNOWN_ROLE_FIELDS, phase: phaseOf(draft) }
  await addNewPerson(ctx, {
    code,
    roles: self ? ['concerned', 'reporter'] : ['concerned'],
    fields,
    facts: concerned,
    marks: NO_MARKS,
  })
  if (self || !draft.reporterName.known) return
  const contact =
    draft.safeContact.known && draft.safeContact.value.value !== undefined
      ? [draft.safeContact.value.value]
      : []
  await addNewPerson(ctx, {
    code,
    roles: isFamily(draft) ? ['reporter', 'family'] : ['reporter'],
    fields: UNKNOWN_ROLE_FIELDS,
    facts: { ...blankPerson([draft.reporterName.value]), numbers: contact },
    marks: NO_MARKS,
  })
}

const FAMILY = ['spouse', 'parent', 'child', 'sibling', 'other-family']

function isFamily(draft: ReportDraft): boolean {
  return draft.reporterRelation.known && FAMILY.includes(draft.reporterRelation.value)
}

/** Only what follows from the answers; an officer fills in the rest. */
function phaseOf(draft: ReportDraft): Phase {
  const country = draft.place.known ? draft.place.value.country : undefined
  if (country === undefined) return 'unknown'
  return country === 'ID' ? 'unknown' : 'during'
}
