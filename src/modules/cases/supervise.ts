import type { StaffContext } from '#src/platform/db/context.ts'
import { InvalidInputError, NotAllowedError, type Problem } from '#src/platform/errors.ts'
import { writeAudit, writeJournal } from '#src/platform/audit/journal-queries.ts'
import { URGENCIES, type Urgency } from '#src/domain/cases/urgency.ts'
import { keepReason } from '#src/modules/reasons/index.ts'
import { setAssignee } from './case-queries.ts'
import { handOverFiles } from './hand-over-files.ts'
import { moveTakenReports } from './hand-over-queries.ts'
import { withNames, type CaseListItem } from './list-cases.ts'
import { listColleagues } from './list-queries.ts'
import { getCaseRow } from './read-case.ts'
import {
  countLoad,
  listFilesOf,
  listHistory,
  listReads,
  listUntouched,
  type AskedReads,
} from './supervise-queries.ts'

const DAY_MS = 24 * 3600_000
const MOST_UNTOUCHED = 100

export type OfficerLoad = {
  readonly staffId: string
  readonly name: string
  readonly active: number
  readonly share: Readonly<Record<Urgency, number>>
  readonly overdue: number
  readonly untouched: number
}
export type TeamLoad = {
  readonly officers: readonly OfficerLoad[]
  readonly untouched: readonly CaseListItem[]
}

/** Load by officer and what nobody touched for this many days; recorded as a page of a list. */
export async function readLoad(ctx: StaffContext, days: number): Promise<TeamLoad> {
  supervisorsOnly(ctx)
  const before = new Date(ctx.now.getTime() - days * DAY_MS)
  const { orgId } = ctx.actor
  const counted = await countLoad(ctx, orgId, before)
  const colleagues = (await listColleagues(ctx, orgId)).filter(
    (each) => each.state === 'active' || counted.some((row) => row.staffId === each.id),
  )
  await writeAudit(ctx, { verb: 'work.load-listed', subjectKind: 'load', details: { days } })
  const officers = colleagues.map((each) => {
    const rows = counted.filter((row) => row.staffId === each.id)
    const sum = (pick: (row: (typeof rows)[number]) => number): number =>
      rows.reduce((total, row) => total + pick(row), 0)
    const share = Object.fromEntries(
      URGENCIES.map((urgency) => [urgency, rows.find((row) => row.urgency === urgency)?.active ?? 0]),
    ) as Record<Urgency, number>
    return {
      staffId: each.id,
      name: each.display_name,
      active: sum((row) => row.active),
      share,
      overdue: sum((row) => row.overdue),
      untouched: sum((row) => row.untouched),
    }
  })
  return {
    officers,
    untouched: await withNames(ctx, await listUntouched(ctx, orgId, before, MOST_UNTOUCHED)),
  }
}

export async function assignCase(
  ctx: StaffContext,
  assign: { readonly code: string; readonly staffId: string },
): Promise<void> {
  supervisorsOnly(ctx)
  const row = await getCaseRow(ctx, assign.code)
  await mustWorkHere(ctx, assign.staffId, 'staff')
  await setAssignee(ctx, row.id, ctx.actor.orgId, assign.staffId)
  await writeJournal(ctx, {
    verb: 'case.assigned',
    subjectKind: 'case',
    subjectId: row.id,
    caseId: row.id,
    details: { to: assign.staffId },
  })
}

export type HandOver = {
  readonly from: string
  readonly to: string
  readonly which: 'all' | 'urgent'
  readonly reason: string
}

const URGENT = ['darurat', 'tinggi'] as const

/** An absent officer's cases and taken reports go to a colleague, with a reason; all of them or only darurat and tinggi. */
export async function handOverWork(ctx: StaffContext, order: HandOver): Promise<number> {
  supervisorsOnly(ctx)
  const problems: Problem[] = []
  if (order.from === '') problems.push({ path: 'from', code: 'staff.missing' })
  if (order.to === '' || order.to === order.from) problems.push({ path: 'to', code: 'staff.missing' })
  if (order.reason.trim() === '') problems.push({ path: 'why', code: 'reason.missing' })
  if (problems.length > 0) throw new InvalidInputError(problems)
  await keepReason(ctx, { kind: 'hand-over', text: order.reason })
  if (order.which === 'all') return (await handOverFiles(ctx, { from: order.from, to: order.to })).cases
  await mustWorkHere(ctx, order.to, 'to')
  const cases = await listFilesOf(ctx, ctx.actor.orgId, order.from, URGENT)
  const reports = await moveTakenReports(ctx, { from: order.from, to: order.to, urgencies: URGENT })
  for (const caseId of cases) await setAssignee(ctx, caseId, ctx.actor.orgId, order.to)
  await writeJournal(ctx, {
    verb: 'work.handed-over',
    subjectKind: 'staff',
    subjectId: order.from,
    details: { to: order.to, cases: cases.length, reports, which: 'urgent' },
  })
  for (const caseId of cases)
    await writeJournal(ctx, {
      verb: 'case.handed-over',
      subjectKind: 'case',
      subjectId: caseId,
      caseId,
      details: { from: order.from, to: order.to },
    })
  return cases.length
}

/** Who read what in the own organisation. Looking at it is itself recorded. */
export async function readReads(ctx: StaffContext, wanted: AskedReads) {
  await writeAudit(ctx, {
    verb: 'audit.listed',
    subjectKind: 'audit-log',
    caseId: wanted.caseId ?? null,
    details: { offset: wanted.offset },
  })
  return listReads(ctx, ctx.actor.orgId, wanted)
}

/** The history of a case that the reader has open. */
export async function readHistory(ctx: StaffContext, caseId: string) {
  return listHistory(ctx, caseId, 200)
}

export async function listOfficers(
  ctx: StaffContext,
): Promise<readonly { readonly id: string; readonly name: string }[]> {
  return (await listColleagues(ctx, ctx.actor.orgId))
    .filter((each) => each.state === 'active')
    .map((each) => ({ id: each.id, name: each.display_name }))
}

function supervisorsOnly(ctx: StaffContext): void {
  if (!ctx.actor.roles.includes('supervisor')) throw new NotAllowedError('work.supervisor-only')
}

async function mustWorkHere(ctx: StaffContext, staffId: string, path: string): Promise<void> {
  const works = (await listColleagues(ctx, ctx.actor.orgId)).some(
    (each) => each.id === staffId && each.state === 'active',
  )
  if (!works) throw new InvalidInputError([{ path, code: 'staff.unknown' }])
}
