import type { StaffContext } from '#src/platform/db/context.ts'
import { writeAudit } from '#src/platform/audit/journal-queries.ts'
import { loadKeys } from '#src/platform/db/keys-queries.ts'
import { URGENCIES, type Urgency } from '#src/domain/cases/urgency.ts'
import { listEmergencyOpenings, readLoad, type TeamLoad } from '#src/modules/cases/index.ts'
import { listOnDuty } from '#src/modules/duty/index.ts'
import {
  countMine,
  listDangerFiles,
  listOffers,
  listOpenTasks,
  listRoleChanges,
  listUnread,
  listWaitingReports,
  namesOfStaff,
} from './today-queries.ts'

const DAY_MS = 24 * 3600_000
/** What nobody touched for this many days shows in the supervisor's box. */
const UNTOUCHED_DAYS = 7

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
  readonly unread: readonly Rows<typeof listUnread>[]
  readonly mine: Readonly<Record<Urgency, number>>
  readonly onDuty: readonly string[]
  readonly team: TeamLoad | undefined
  readonly emergencies: number
  readonly roleChanges: readonly Rows<typeof listRoleChanges>[]
}

/** What is in danger: waiting reports, offers to my body and my own cases. Asked again every few seconds, so it is not recorded each time. */
export async function readDanger(ctx: StaffContext): Promise<Danger> {
  const { orgId, staffId } = ctx.actor
  const reports = await listWaitingReports(ctx, orgId, ctx.now)
  const offers = await listOffers(ctx, orgId, 'received')
  return {
    reports: reports.filter((row) => row.urgency === 'darurat'),
    offers: offers.filter((row) => row.urgency === 'darurat'),
    files: await listDangerFiles(ctx, orgId, staffId),
  }
}

/** Everything of Today for one officer; supervisors get their box. Recorded as a page of a list. */
export async function readToday(ctx: StaffContext): Promise<Today> {
  const { orgId, staffId, roles } = ctx.actor
  await writeAudit(ctx, { verb: 'today.listed', subjectKind: 'today' })
  const tomorrow = new Date(ctx.now.getTime() + DAY_MS)
  const supervises = roles.includes('supervisor')
  const counted = await countMine(ctx, orgId, staffId)
  const reports = await listWaitingReports(ctx, orgId, tomorrow)
  const received = await listOffers(ctx, orgId, 'received')
  return {
    danger: await readDanger(ctx),
    reports: reports.filter((row) => row.urgency !== 'darurat'),
    tasks: await openTasks(ctx),
    received: received.filter((row) => row.urgency !== 'darurat'),
    sent: await listOffers(ctx, orgId, 'sent'),
    unread: await listUnread(ctx, orgId),
    mine: Object.fromEntries(
      URGENCIES.map((urgency) => [
        urgency,
        Number(counted.find((row) => row.urgency === urgency)?.count ?? 0),
      ]),
    ) as Record<Urgency, number>,
    onDuty: await namesOfStaff(ctx, await listOnDuty(ctx, orgId)),
    team: supervises ? await readLoad(ctx, UNTOUCHED_DAYS) : undefined,
    emergencies: supervises ? (await listEmergencyOpenings(ctx)).length : 0,
    roleChanges: supervises
      ? await listRoleChanges(ctx, orgId, new Date(ctx.now.getTime() - 7 * DAY_MS))
      : [],
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
