/** The duty list: who is on call now and in the next days, in the organisation's own time zone. */
import { instantOf, localTimeOf } from '#src/domain/deadlines/calendar.ts'
import { isRole, may } from '#src/domain/disclosure/roles.ts'
import { cancelShift, planShift, readDutyList, type NewShift } from '#src/modules/duty/index.ts'
import { InvalidInputError, type Problem } from '#src/platform/errors.ts'
import { formState, inWords, readForm, type FormValues } from '#src/web/form-values.ts'
import { page, seeOther, staffRoute, type Route, type StaffReq } from '#src/web/http.ts'
import type { FormState, NoticeView } from '#src/web/ui/staff/frame.ts'
import { asMe } from '../casework.ts'
import { frameOf } from '../staff-frame.ts'
import { DutyPage, type DutyView } from './people-pages.tsx'

const MINUTE_MS = 60_000

/** "2026-11-20T16:00" as the clock on the wall of the organisation shows it. */
export function instantInZone(text: string, zone: string): Date | undefined {
  const parts = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):([0-5]\d)$/.exec(text)
  if (!parts || Number.isNaN(Date.parse(`${parts[1]}T00:00:00Z`))) return undefined
  const milliseconds = (Number(parts[2]) * 60 + Number(parts[3])) * MINUTE_MS
  return instantOf({ day: parts[1] ?? '', milliseconds }, zone)
}

/** The same the other way, for the field of a form; whole minutes. */
export function wallClock(at: Date, zone: string): string {
  const { day, milliseconds } = localTimeOf(at, zone)
  const minutes = Math.floor(milliseconds / MINUTE_MS)
  const two = (count: number): string => String(count).padStart(2, '0')
  return `${day}T${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}

type Shown = { readonly form?: FormState; readonly flash?: NoticeView; readonly status?: 200 | 422 }

async function dutyPage(req: StaffReq, shown: Shown = {}): Promise<Response> {
  const list = await asMe(req, readDutyList)
  const words = req.t.kerjaPengaturan.duty
  const zone = req.who.org.timeZone
  const done = words.done[req.c.req.query('kabar') ?? '']
  const flash: NoticeView | undefined = done === undefined ? undefined : { kind: 'good', lead: done }
  const view: DutyView = {
    org: req.who.org.name,
    orgZone: zone,
    ...(list.now.length > 0 ? { now: list.now.join(', ') } : {}),
    turns: list.turns.map((turn) => ({
      id: turn.id,
      name: turn.display_name,
      from: turn.starts_at,
      to: turn.ends_at,
      order: turn.rank,
    })),
    gaps: list.gaps,
    officers: list.officers.map((officer) => ({ value: officer.id, label: officer.name })),
    mayEdit: mayPlan(req) ? 'may' : 'may-not',
    form: shown.form ?? {
      values: { from: wallClock(req.platform.clock(), zone), order: '1' },
      problems: [],
    },
  }
  return page(
    req,
    <DutyPage frame={frameOf(req, { flash: shown.flash ?? flash })} view={view} />,
    shown.status ?? 200,
  )
}

/** An administrator may open the list; whom to wake in danger is the supervisor's to say. */
function mayPlan(req: StaffReq): boolean {
  const roles = req.who.actor.roles.filter(isRole)
  return may(roles, 'duty.edit') && roles.includes('supervisor')
}

function shiftOf(form: FormValues, zone: string): NewShift {
  const [startsAt, endsAt] = [instantInZone(form.one('from'), zone), instantInZone(form.one('to'), zone)]
  const rank = Number(form.one('order') || '1')
  const problems: Problem[] = []
  if (!/^[0-9a-f-]{36}$/.test(form.one('officer'))) problems.push({ path: 'officer', code: 'duty.officer' })
  if (!startsAt) problems.push({ path: 'from', code: 'duty.time' })
  if (!endsAt) problems.push({ path: 'to', code: 'duty.time' })
  if (!Number.isInteger(rank) || rank < 1 || rank > 20) problems.push({ path: 'order', code: 'duty.order' })
  if (!startsAt || !endsAt || problems.length > 0) throw new InvalidInputError(problems)
  return { staffId: form.one('officer'), startsAt, endsAt, rank }
}

async function plan(req: StaffReq): Promise<Response> {
  const form = await readForm(req)
  try {
    await asMe(req, (ctx) => planShift(ctx, shiftOf(form, req.who.org.timeZone)))
  } catch (error) {
    if (!(error instanceof InvalidInputError)) throw error
    const words = req.t.kerjaPengaturan.duty
    const problems = inWords(error.problems, words.problem, words.problemOther)
    return dutyPage(req, { status: 422, form: formState(form, problems) })
  }
  return seeOther(req, '/kerja/pengaturan/jaga?kabar=ditambah')
}

async function cancel(req: StaffReq): Promise<Response> {
  await asMe(req, (ctx) => cancelShift(ctx, req.c.req.param('id') ?? ''))
  return seeOther(req, '/kerja/pengaturan/jaga?kabar=dihapus')
}

export const dutyRoutes: readonly Route[] = [
  staffRoute({
    method: 'get',
    path: '/kerja/pengaturan/jaga',
    access: ['duty.read', 'duty.edit'],
    handle: (req) => dutyPage(req),
  }),
  staffRoute({ method: 'post', path: '/kerja/pengaturan/jaga', access: ['duty.edit'], handle: plan }),
  staffRoute({
    method: 'post',
    path: '/kerja/pengaturan/jaga/:id/hapus',
    access: ['duty.edit'],
    handle: cancel,
  }),
]
