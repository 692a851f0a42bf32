import { isUrgency, type Urgency } from '#src/domain/cases/urgency.ts'
import { isRole, permissionsOf } from '#src/domain/disclosure/roles.ts'
import { countInbox } from '#src/modules/intake/index.ts'
import { findMyNotice, markSeen } from '#src/modules/notices/index.ts'
import { readDanger, readToday, type Danger, type Today, type TodayTask } from '#src/modules/today/index.ts'
import { page, seeOther, staffRoute, type Route, type StaffReq } from '#src/web/http.ts'
import { liveScript } from '#src/web/ui/staff/assets.ts'
import { at, type StaffFrame } from '#src/web/ui/staff/frame.ts'
import type { TaskView } from '#src/web/ui/staff/lists.tsx'
import { clockStateOf } from '#src/web/ui/staff/marks.tsx'
import { NotFoundError } from '#src/platform/errors.ts'
import { asMe, countryName, idIn, workFrame } from '../casework.ts'
import { clockOf, taskTitle } from '../kasus/case-view-of.ts'
import { newsOf, noticePath } from './news.ts'
import { togetherTasks } from './together-tasks.ts'
import {
  HiddenDanger,
  showsDanger,
  TodayDanger,
  TodayPage,
  type TodayFilter,
  type TodayView,
} from './today-page.tsx'

const FILTERS: Readonly<Record<string, TodayFilter>> = {
  bahaya: 'danger',
  lewat: 'overdue',
  tunggu: 'waiting',
  minggu: 'week',
  semua: 'mine',
  jam: 'clocks',
}
/** So many clocks stand on the page of the day; the rest is one link away. */
const FIRST_CLOCKS = 8
const DAY_MS = 24 * 3600_000

const urgencyOf = (code: string): Urgency => (isUrgency(code) ? code : 'sedang')
const running = (frame: StaffFrame, startedAt: Date, due: Date) => ({
  state: clockStateOf({ startedAt, due, now: frame.now }),
  at: due,
  source: 'internal-target' as const,
})
const lead = (code: string): TaskView['lead'] => ({ kind: 'urgency', urgency: urgencyOf(code) })

function reportTask(frame: StaffFrame, row: Danger['reports'][number]): TaskView {
  return {
    lead: { kind: 'urgency', urgency: urgencyOf(row.urgency), decided: 'suggested' },
    title: frame.t.kerjaKabar.report,
    href: at(frame, `/kerja/masuk/${row.id}`),
    context: [countryName(frame.lang, row.country, frame.t)],
    ...(row.touches_child && { child: 'child' as const }),
    clock: running(frame, row.desk_since, row.respond_by),
    action: {
      label: frame.t.kerjaMasuk.take,
      href: at(frame, `/kerja/masuk/${row.id}/ambil`),
      kind: 'main',
      post: 'post',
    },
  }
}

function offerTask(frame: StaffFrame, row: Danger['offers'][number], side: 'received' | 'sent'): TaskView {
  const words = frame.t.kerjaKabar
  return {
    lead: lead(row.urgency),
    title: side === 'received' ? words.offered(row.short_name) : words.waitingFor(row.short_name),
    href: at(frame, `/kerja/rujukan/${row.code}`),
    caseCode: row.code,
    context: [],
    clock: running(frame, row.created_at, row.due_at),
  }
}

function fileTask(frame: StaffFrame, row: Danger['files'][number]): TaskView {
  return {
    lead: lead(row.urgency),
    title: row.code,
    href: at(frame, `/kerja/kasus/${row.code}`),
    context: [countryName(frame.lang, row.country, frame.t)],
    ...(row.touches_child && { child: 'child' as const }),
    ...(row.next_due_at && { clock: running(frame, row.touched_at, row.next_due_at) }),
  }
}

function caseTask(frame: StaffFrame, task: TodayTask): TaskView {
  const clock = clockOf(frame, task)
  return {
    lead: lead(task.urgency),
    title: taskTitle(frame, task),
    href: at(frame, `/kerja/kasus/${task.code}/tugas`),
    caseCode: task.code,
    context: [countryName(frame.lang, task.country, frame.t)],
    ...(task.touches_child && { child: 'child' as const }),
    ...(clock && { clock }),
  }
}

function dangerTasks(frame: StaffFrame, danger: Danger): readonly TaskView[] {
  return [
    ...danger.reports.map((row) => reportTask(frame, row)),
    ...danger.offers.map((row) => offerTask(frame, row, 'received')),
    ...danger.files.map((row) => fileTask(frame, row)),
  ]
}

const isOver = (frame: StaffFrame, task: TaskView): boolean =>
  task.clock !== undefined && task.clock.at <= frame.now
const isSoon = (frame: StaffFrame, task: TaskView): boolean =>
  task.clock !== undefined && task.clock.at.getTime() <= frame.now.getTime() + DAY_MS

const filterOf = (req: StaffReq): TodayFilter => FILTERS[req.c.req.query('saring') ?? ''] ?? 'today'

function viewOf(req: StaffReq, frame: StaffFrame, today: Today): TodayView {
  const filter = filterOf(req)
  const danger = dangerTasks(frame, today.danger)
  const tasks = [
    ...today.reports.map((row) => reportTask(frame, row)),
    ...today.tasks.map((task) => caseTask(frame, task)),
    ...togetherTasks(frame, today.together),
  ]
  const due = tasks.filter((task) => isSoon(frame, task))
  const later = tasks.filter((task) => !isSoon(frame, task))
  const toAccept = today.received.map((row) => offerTask(frame, row, 'received'))
  const waiting = today.sent.map((row) => offerTask(frame, row, 'sent'))
  const overdue = [...due, ...toAccept].filter((task) => isOver(frame, task))
  const shows = (...filters: readonly TodayFilter[]): boolean => filters.includes(filter)
  const active = Object.values(today.mine).reduce((sum, count) => sum + count, 0)
  return {
    filter,
    counts: {
      today: danger.length + due.length + toAccept.length,
      danger: danger.length,
      overdue: overdue.length,
      waiting: waiting.length,
      week: later.length,
      mine: active,
      clocks: today.clocks.length,
    },
    danger: showsDanger(filter) ? danger : [],
    due: shows('overdue') ? overdue : shows('today', 'mine') ? due : [],
    toAccept: shows('today', 'mine') ? toAccept : [],
    waiting: shows('today', 'waiting', 'mine') ? waiting : [],
    later: shows('week', 'mine') ? later : [],
    clocks: clocksShown(today, filter),
    ...(filter !== 'clocks' && today.clocks.length > FIRST_CLOCKS && { clocksInAll: today.clocks.length }),
    secondOpinions: filter === 'clocks' ? 0 : today.secondOpinions,
    agenda: [],
    news: newsOf(frame, today),
    mine: today.mine,
    ...(today.onDuty.length > 0 && { onDuty: today.onDuty.join(', ') }),
    ...(today.team && { team: today.team.officers }),
    ...(permissionsOf(req.who.actor.roles.filter(isRole)).has('report.record') && {
      mayRecord: 'may-record' as const,
    }),
    liveScript: liveScript().path,
  }
}

function clocksShown(today: Today, filter: TodayFilter): Today['clocks'] {
  if (filter === 'clocks') return today.clocks
  return filter === 'today' || filter === 'mine' ? today.clocks.slice(0, FIRST_CLOCKS) : []
}

async function today(req: StaffReq): Promise<Response> {
  const { read, inbox } = await asMe(req, async (ctx) => ({
    read: await readToday(ctx),
    inbox: await countInbox(ctx),
  }))
  const frame = workFrame(req, { counts: { inbox } })
  return page(req, <TodayPage frame={frame} view={viewOf(req, frame, read)} />)
}

/** The part that a small script asks for again every 15 seconds; the page is whole without it. */
async function part(req: StaffReq): Promise<Response> {
  const frame = workFrame(req)
  const danger = await asMe(req, readDanger)
  req.c.header('cache-control', 'no-store')
  const tasks = dangerTasks(frame, danger)
  const shown = showsDanger(filterOf(req))
  return page(
    req,
    shown ? <TodayDanger frame={frame} tasks={tasks} /> : <HiddenDanger frame={frame} count={tasks.length} />,
  )
}

/** Opening what one was told: it is seen from then on, and the page it is about follows. */
async function openNotice(req: StaffReq): Promise<Response> {
  const id = idIn(req.c.req.param('id') ?? '')
  const path = await asMe(req, async (ctx) => {
    const notice = await findMyNotice(ctx, id)
    if (!notice) throw new NotFoundError('notice.not-found')
    await markSeen(ctx, notice.id)
    return noticePath(notice)
  })
  return seeOther(req, path)
}

export const todayRoutes: readonly Route[] = [
  staffRoute({ method: 'get', path: '/kerja', access: 'signed-in', handle: today }),
  staffRoute({ method: 'get', path: '/kerja/kabar/:id', access: 'signed-in', handle: openNotice }),
  staffRoute({ method: 'get', path: '/kerja/bagian/bahaya', access: 'signed-in', handle: part }),
]
