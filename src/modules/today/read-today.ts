import type { StaffContext } from '#src/platform/db/context.ts'
import { writeAudit } from '#src/platform/audit/journal-queries.ts'
import { loadKeys } from '#src/platform/db/keys-queries.ts'
import { isRole, may } from '#src/domain/disclosure/roles.ts'
import { URGENCIES, type Urgency } from '#src/domain/cases/urgency.ts'
import { listMyClocks, type ClockOfCase } from '#src/modules/clocks/index.ts'
import { listDueRequests } from '#src/modules/mutual-assistance/index.ts'
import { listMyDecisions } from '#src/modules/task-force/index.ts'
import { listDueTracks } from '#src/modules/tracks/index.ts'
import { countSecondOpinions } from '#src/modules/screening/index.ts'
import { listRoleChangesFor } from '#src/modules/accounts/index.ts'
import { listEmergencyOpenings, readLoad, type TeamLoad } from '#src/modules/cases/index.ts'
import { listMyAlerts, listOnDuty } from '#src/modules/duty/index.ts'
import { listMyNotices, type MyNotice } from '#src/modules/notices/index.ts'
import {
  countMine,
  listDangerFiles,
  listOffers,
  listOpenTasks,
  listUnread,
  listWaitingReports,
  namesOfStaff,
} from './today-queries.ts'

const DAY_MS = 24 * 3600_000
/** What nobody touched for this many days shows in the supervisor's box. */
const UNTOUCHED_DAYS = 7
const MOST_CHANGES = 10
const MOST_NOTICES = 10

type Rows<T extends (...args: never[]) => Promise<readonly unknown[]>> = Awaited<ReturnType<T>>[number]
export type TodayTask = Omit<Rows<typeof listOpenTasks>, 'sealed' | 'key_id'> & {
  readonly words: { readonly text: string } | undefined
}

export type Danger = {
  readonly reports: readonly Rows<typeof listWaitingReports>[]
  readonly offers: readonly Rows<typeof listOffers>[]
  readonly files: readonly Rows<typeof listDangerFiles>[]
}

export type Today = {
  readonly danger: Danger
  /** Waiting reports that are not in danger and whose clock runs out within a day. */
  readonly reports: readonly Rows<typeof listWaitingReports>[]
  readonly tasks: readonly TodayTask[]
  readonly received: readonly Rows<typeof listOffers>[]
  readonly sent: readonly Rows<typeof listOffers>[]
  /** What I was told and have not opened. */
  readonly notices: readonly MyNotice[]
  /** What runs, stands still or is over in my own cases. */
  readonly clocks: readonly ClockOfCase[]
  /** Screenings in which I could be the second person. */
  readonly secondOpinions: number
  /** Messages that nobody of my body read. */
  readonly unread: readonly Rows<typeof listUnread>[]
  readonly mine: Readonly<Record<Urgency, number>>
  readonly onDuty: readonly string[]
  readonly team: TeamLoad | undefined
  readonly emergencies: number
  /** What other bodies wait for, up to a week ahead: tasks from task forces, next dates of tracks, requests to ask after. */
  readonly together: {
    readonly decisions: Awaited<ReturnType<typeof listMyDecisions>>
    readonly tracks: Awaited<ReturnType<typeof listDueTracks>>
    readonly requests: Awaited<ReturnType<typeof listDueRequests>>
  }
  /** Shown to the supervisors of both bodies: the one that asked and the one whose officer it is. */
  readonly roleChanges: Awaited<ReturnType<typeof listRoleChangesFor>>
}

/** What is in danger: waiting reports, offers to my body and my own cases. Asked again every few seconds, so it is not recorded each time. */
export async function readDanger(ctx: StaffContext): Promise<Danger> {
  const { orgId, staffId } = ctx.actor
  const reports = await waitingReports(ctx, ctx.now)
  const offers = await listOffers(ctx, orgId, 'received')
  const alerts = (await listMyAlerts(ctx)).map((alert) => alert.subject_id)
  return {
    reports: alertedFirst(
      reports.filter((row) => row.urgency === 'darurat'),
      alerts,
    ),
    offers: alertedFirst(
      offers.filter((row) => row.urgency === 'darurat'),
      alerts,
    ),
    files: worksOnCases(ctx) ? await listDangerFiles(ctx, orgId, staffId) : [],
  }
}

/** A village officer and a member of a task force read what was sent to their body, not the files that it keeps. */
function worksOnCases(ctx: StaffContext): boolean {
  return may(ctx.actor.roles.filter(isRole), 'case.list')
}

/** A second opinion is a step of case work: who only reads gives none. */
function writesCases(ctx: StaffContext): boolean {
  return may(ctx.actor.roles.filter(isRole), 'case.write')
}

/** A report that is in no case yet is the intake desk's. */
async function waitingReports(ctx: StaffContext, before: Date) {
  return may(ctx.actor.roles.filter(isRole), 'report.list')
    ? listWaitingReports(ctx, ctx.actor.orgId, before)
    : []
}

/** What I am on call for stands before everything else. */
function alertedFirst<Row extends { readonly id: string }>(
  rows: readonly Row[],
  alerts: readonly string[],
): readonly Row[] {
  return rows.toSorted((a, b) => Number(alerts.includes(b.id)) - Number(alerts.includes(a.id)))
}

/** Everything of Today for one officer; supervisors get their box. Recorded as a page of a list. */
export async function readToday(ctx: StaffContext): Promise<Today> {
  const { orgId, staffId, roles } = ctx.actor
  await writeAudit(ctx, { verb: 'today.listed', subjectKind: 'today' })
  const tomorrow = new Date(ctx.now.getTime() + DAY_MS)
  const supervises = roles.includes('supervisor')
  const works = worksOnCases(ctx)
  const counted = works ? await countMine(ctx, orgId, staffId) : []
  const reports = await waitingReports(ctx, tomorrow)
  const received = await listOffers(ctx, orgId, 'received')
  return {
    danger: await readDanger(ctx),
    reports: reports.filter((row) => row.urgency !== 'darurat'),
    tasks: works ? await openTasks(ctx) : [],
    received: received.filter((row) => row.urgency !== 'darurat'),
    sent: works ? await listOffers(ctx, orgId, 'sent') : [],
    notices: await listMyNotices(ctx, MOST_NOTICES),
    clocks: works ? await listMyClocks(ctx) : [],
    secondOpinions: writesCases(ctx) ? await countSecondOpinions(ctx) : 0,
    unread: works ? await listUnread(ctx, orgId) : [],
    mine: Object.fromEntries(
      URGENCIES.map((urgency) => [
        urgency,
        Number(counted.find((row) => row.urgency === urgency)?.count ?? 0),
      ]),
    ) as Record<Urgency, number>,
    onDuty: await namesOfStaff(ctx, await listOnDuty(ctx, orgId)),
    team: supervises ? await readLoad(ctx, UNTOUCHED_DAYS) : undefined,
    emergencies: supervises ? (await listEmergencyOpenings(ctx)).length : 0,
    together: await readTogether(ctx),
    roleChanges: supervises ? (await listRoleChangesFor(ctx)).slice(0, MOST_CHANGES) : [],
  }
}

const WEEK_MS = 7 * DAY_MS

async function readTogether(ctx: StaffContext): Promise<Today['together']> {
  const until = new Date(ctx.now.getTime() + WEEK_MS).toISOString().slice(0, 10)
  const roles = ctx.actor.roles.filter(isRole)
  return {
    decisions: may(roles, 'task-force.answer') ? await listMyDecisions(ctx) : [],
    tracks: worksOnCases(ctx) ? await listDueTracks(ctx, until) : [],
    requests: await listDueRequests(ctx, until),
  }
}

async function openTasks(ctx: StaffContext): Promise<readonly TodayTask[]> {
  const { orgId, staffId } = ctx.actor
  const rows = [...(await listOpenTasks(ctx, orgId, staffId)), ...(await listOpenTasks(ctx, orgId, null))]
  const keys = await loadKeys(
    ctx,
    rows.flatMap((row) => (row.key_id ? [row.key_id] : [])),
  )
  return rows.map(({ sealed, key_id: keyId, ...row }) => ({
    ...row,
    words:
      keyId && sealed
        ? keys.get(keyId)?.openJson<{ readonly text: string }>(`tasks.sealed/${row.id}`, sealed)
        : undefined,
  }))
}
