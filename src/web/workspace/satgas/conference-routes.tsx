/** Conferences: agenda, attendance, minutes, decisions. */
import {
  addItem,
  decide,
  endConference,
  moveItemUp,
  noteAttendance,
  openConference,
  writeMinutes,
} from '#src/modules/task-force/index.ts'
import { listFindings } from '#src/modules/competence/index.ts'
import type { StaffContext } from '#src/platform/db/context.ts'
import { NotFoundError } from '#src/platform/errors.ts'
import { formState, idParam, readForm, type FormValues } from '#src/web/form-values.ts'
import { page, seeOther, staffRoute, type Route, type StaffReq } from '#src/web/http.ts'
import { EMPTY_FORM, type FormState } from '#src/web/ui/staff/frame.ts'
import { asMe, idIn, workFrame } from '../casework.ts'
import { wordOfNeed } from '../kasus/jalur/track-view.ts'
import { ConferencePage, ItemPage, type ConferenceView } from './conference-page.tsx'
import { satgasProblems, statusFor } from './satgas-forms.ts'
import { SATGAS } from './satgas-words.ts'

type Status = 200 | 409 | 422

const at = (req: StaffReq) => ({ taskForceId: idParam(req), id: idParam(req, 'rapat') })

async function viewOf(req: StaffReq, form: FormState): Promise<ConferenceView> {
  const { taskForceId, id } = at(req)
  const { opened, findings } = await asMe(req, async (ctx) => {
    const found = await openConference(ctx, taskForceId, id)
    return {
      opened: found,
      findings: found.conference.state === 'planned' ? await listFindings(ctx, { state: 'open' }, 0) : [],
    }
  })
  const words = req.t.kerjaSatgas
  req.c.header('cache-control', 'no-store')
  return {
    ...opened,
    form,
    findings: findings.map((each) => ({
      value: each.id,
      label: `${words.finding[each.kind] ?? each.kind}: ${wordOfNeed(req, each.need)}`,
    })),
  }
}

async function show(req: StaffReq, form: FormState = EMPTY_FORM, status: Status = 200): Promise<Response> {
  const view = await viewOf(req, form)
  return page(req, <ConferencePage frame={workFrame(req)} view={view} />, status)
}

function work(ctx: StaffContext, req: StaffReq, form: FormValues): Promise<unknown> {
  const { one } = form
  switch (one('do')) {
    case 'held':
    case 'cancelled':
      return endConference(ctx, {
        ...at(req),
        version: Number(one('version')),
        as: one('do') === 'held' ? 'held' : 'cancelled',
        because: one('because'),
      })
    case 'attendance':
      return noteAttendance(ctx, {
        ...at(req),
        bodies: Object.keys(form.given).flatMap((name) =>
          name.startsWith('hadir.')
            ? [{ orgId: idIn(name.slice('hadir.'.length)), attendance: one(name) }]
            : [],
        ),
      })
    default:
      return addItem(ctx, {
        ...at(req),
        kind: one('kind'),
        topic: one('topic'),
        entryId: idIn(one('entry')),
        findingId: idIn(one('finding')),
      })
  }
}

async function save(req: StaffReq): Promise<Response> {
  const form = await readForm(req)
  const { taskForceId, id } = at(req)
  try {
    await asMe(req, (ctx) => work(ctx, req, form))
  } catch (error) {
    return show(req, formState(form, satgasProblems(req, error, 'topic')), statusFor(error))
  }
  return seeOther(req, `${SATGAS}/${taskForceId}/rapat/${id}?kabar=disimpan`)
}

async function showItem(req: StaffReq, form?: FormState, status: Status = 200): Promise<Response> {
  const view = await viewOf(req, form ?? EMPTY_FORM)
  const item = view.items.find((each) => each.id === idParam(req, 'butir'))
  if (!item) throw new NotFoundError('conference.not-found')
  const filled = form ?? { values: { minutes: item.minutes }, problems: [] }
  return page(req, <ItemPage frame={workFrame(req)} view={{ ...view, form: filled }} item={item} />, status)
}

function workOnItem(ctx: StaffContext, req: StaffReq, { one }: FormValues): Promise<unknown> {
  const given = { ...at(req), itemId: idParam(req, 'butir'), version: Number(one('version')) }
  switch (one('do')) {
    case 'up':
      return moveItemUp(ctx, given)
    case 'minutes':
      return writeMinutes(ctx, { ...given, minutes: one('minutes') })
    default:
      return decide(ctx, {
        ...given,
        orgId: idIn(one('body')),
        dueOn: one('dueOn'),
        text: one('decision'),
      })
  }
}

async function saveItem(req: StaffReq): Promise<Response> {
  const form = await readForm(req)
  const { taskForceId, id } = at(req)
  try {
    await asMe(req, (ctx) => workOnItem(ctx, req, form))
  } catch (error) {
    return showItem(req, formState(form, satgasProblems(req, error, 'decision')), statusFor(error))
  }
  const back = form.one('do') === 'up' ? '' : `/butir/${idParam(req, 'butir')}`
  return seeOther(req, `${SATGAS}/${taskForceId}/rapat/${id}${back}?kabar=disimpan`)
}

const PATH = `${SATGAS}/:id/rapat/:rapat` as const

export const conferenceRoutes: readonly Route[] = [
  staffRoute({ method: 'get', path: PATH, access: ['task-force.read'], handle: (req) => show(req) }),
  staffRoute({ method: 'post', path: PATH, access: ['task-force.edit'], handle: save }),
  staffRoute({
    method: 'get',
    path: `${PATH}/butir/:butir`,
    access: ['task-force.read'],
    handle: (req) => showItem(req),
  }),
  staffRoute({ method: 'post', path: `${PATH}/butir/:butir`, access: ['task-force.edit'], handle: saveItem }),
]
