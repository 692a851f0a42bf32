/** Task forces: the room, the common list, members, tasks, the quarterly draft. A stranger gets the same 404 as for nothing. */
import { quarterOf, type Quarter } from '#src/domain/task-force/quarter.ts'
import { runsTaskForce } from '#src/domain/task-force/codes.ts'
import { isRole, may, type Permission } from '#src/domain/disclosure/roles.ts'
import {
  addMember,
  answerDecision,
  createTaskForce,
  draftQuarterReport,
  endMember,
  listConferences,
  listDecisions,
  listMyDecisions,
  listTaskForces,
  openTaskForce,
  planConference,
  type Decision,
} from '#src/modules/task-force/index.ts'
import { NotFoundError } from '#src/platform/errors.ts'
import { makeDocx } from '#src/platform/documents/docx.ts'
import { makePdf } from '#src/platform/documents/pdf.ts'
import { formState, idParam, readForm } from '#src/web/form-values.ts'
import { page, seeOther, staffRoute, type Route, type StaffReq } from '#src/web/http.ts'
import { EMPTY_FORM, type FormState } from '#src/web/ui/staff/frame.ts'
import { asMe, idIn, workFrame } from '../casework.ts'
import { localInstant } from '../kasus/case-post-routes.tsx'
import { fileResponse } from '../klausul/clause-files.ts'
import { BoardPage } from './board-page.tsx'
import { bringRoutes } from './bring-routes.tsx'
import { conferenceRoutes } from './conference-routes.tsx'
import { MembersPage, TaskPage, type TaskView } from './conference-page.tsx'
import { paperOf } from './report-words.ts'
import { ReportPage } from './report-page.tsx'
import { satgasProblems, statusFor } from './satgas-forms.ts'
import { SatgasPage, type SatgasView } from './satgas-page.tsx'
import { SATGAS, todayOf } from './satgas-words.ts'

type Status = 200 | 409 | 422
const mayDo = (req: StaffReq, permission: Permission): boolean =>
  may(req.who.actor.roles.filter(isRole), permission)

async function room(req: StaffReq, form: FormState = EMPTY_FORM, status: Status = 200): Promise<Response> {
  const found = await asMe(req, async (ctx) => ({
    taskForces: await listTaskForces(ctx),
    tasks: mayDo(req, 'task-force.answer') ? await listMyDecisions(ctx) : [],
  }))
  const view: SatgasView = {
    ...found,
    form,
    ...(mayDo(req, 'task-force.read') && { mayRead: 'may-read' as const }),
    ...(mayDo(req, 'task-force.edit') && { mayCreate: 'may-create' as const }),
    ...(mayDo(req, 'mla.read') && { mayMla: 'may-mla' as const }),
  }
  return page(req, <SatgasPage frame={workFrame(req)} view={view} />, status)
}

async function create(req: StaffReq): Promise<Response> {
  const form = await readForm(req)
  const { one } = form
  try {
    const id = await asMe(req, (ctx) =>
      createTaskForce(ctx, {
        level: one('level'),
        name: one('name'),
        basis: one('basis'),
        source: one('source'),
        sourceOn: one('sourceOn'),
        part: one('part'),
      }),
    )
    return seeOther(req, `${SATGAS}/${id}?kabar=disimpan`)
  } catch (error) {
    return room(req, formState(form, satgasProblems(req, error, 'name')), statusFor(error))
  }
}

async function board(req: StaffReq, form: FormState = EMPTY_FORM, status: Status = 200): Promise<Response> {
  const id = idParam(req)
  const view = await asMe(req, async (ctx) => ({
    ...(await openTaskForce(ctx, id)),
    conferences: await listConferences(ctx, id),
    decisions: await listDecisions(ctx, { taskForceId: id }),
  }))
  const mayOpen = mayDo(req, 'case.read') ? { mayOpen: 'may-open' as const } : {}
  req.c.header('cache-control', 'no-store')
  return page(req, <BoardPage frame={workFrame(req)} view={{ ...view, form, ...mayOpen }} />, status)
}

async function plan(req: StaffReq): Promise<Response> {
  const form = await readForm(req)
  const taskForceId = idParam(req)
  try {
    const at = localInstant(req, form.one('at'))
    const id = await asMe(req, (ctx) =>
      planConference(ctx, { taskForceId, at, place: form.one('place'), note: form.one('note') }),
    )
    return seeOther(req, `${SATGAS}/${taskForceId}/rapat/${id}?kabar=disimpan`)
  } catch (error) {
    return board(req, formState(form, satgasProblems(req, error, 'at')), statusFor(error))
  }
}

async function members(req: StaffReq, form?: FormState, status: Status = 200): Promise<Response> {
  const { taskForce, members: rows, others } = await asMe(req, (ctx) => openTaskForce(ctx, idParam(req)))
  // Whoever only takes part reads the members on the list itself.
  if (!runsTaskForce(taskForce.part)) throw new NotFoundError('task-force.not-found')
  const frame = workFrame(req)
  const view = {
    taskForce,
    members: rows,
    others: others.map((body) => ({ value: body.id, label: body.shortName })),
    form: form ?? { values: { part: 'member', since: todayOf(frame) }, problems: [] },
  }
  return page(req, <MembersPage frame={frame} view={view} />, status)
}

async function changeMembers(req: StaffReq): Promise<Response> {
  const form = await readForm(req)
  const id = idParam(req)
  const orgId = idIn(form.one('body'))
  try {
    await asMe(req, (ctx) =>
      form.one('do') === 'end'
        ? endMember(ctx, { id, orgId })
        : addMember(ctx, { id, orgId, part: form.one('part'), since: form.one('since') }),
    )
  } catch (error) {
    return members(req, formState(form, satgasProblems(req, error, 'body')), statusFor(error))
  }
  return seeOther(req, `${SATGAS}/${id}/anggota?kabar=disimpan`)
}

async function task(req: StaffReq, form: FormState = EMPTY_FORM, status: Status = 200): Promise<Response> {
  const id = idParam(req)
  const { found, forces } = await asMe(req, async (ctx) => ({
    found: (await listDecisions(ctx, { id }))[0],
    forces: await listTaskForces(ctx),
  }))
  if (!found) throw new NotFoundError('task-force.not-found')
  const part = forces.find((row) => row.id === found.task_force_id)?.part ?? null
  const view: TaskView = { task: found, form, answers: answersFor(req, found, runsTaskForce(part)) }
  return page(req, <TaskPage frame={workFrame(req)} view={view} />, status)
}

function answersFor(req: StaffReq, found: Decision, runs: unknown): TaskView['answers'] {
  return [
    ...(found.org_id === req.who.actor.orgId ? (['done', 'not-done'] as const) : []),
    ...(runs === true && mayDo(req, 'task-force.edit') ? (['set-aside'] as const) : []),
  ]
}

async function answer(req: StaffReq): Promise<Response> {
  const form = await readForm(req)
  const id = idParam(req)
  try {
    await asMe(req, (ctx) =>
      answerDecision(ctx, {
        id,
        version: Number(form.one('version')),
        state: form.one('state'),
        outcome: form.one('outcome'),
      }),
    )
  } catch (error) {
    return task(req, formState(form, satgasProblems(req, error, 'state')), statusFor(error))
  }
  return seeOther(req, `${SATGAS}/tugas/${id}?kabar=disimpan`)
}

function quarterAsked(req: StaffReq): Quarter {
  const now = quarterOf(todayOf(workFrame(req)))
  const year = Number(req.c.req.query('tahun') ?? '')
  const asked = Number(req.c.req.query('triwulan') ?? '')
  const quarter = ([1, 2, 3, 4] as const).find((each) => each === asked)
  return {
    year: Number.isInteger(year) && year > 2000 && year < 2100 ? year : now.year,
    quarter: quarter ?? now.quarter,
  }
}

const draft = (req: StaffReq) => asMe(req, (ctx) => draftQuarterReport(ctx, idParam(req), quarterAsked(req)))

async function report(req: StaffReq): Promise<Response> {
  const found = await draft(req)
  return page(req, <ReportPage frame={workFrame(req)} report={found} />)
}

const reportFile =
  (format: 'pdf' | 'docx') =>
  async (req: StaffReq): Promise<Response> => {
    const frame = workFrame(req)
    const found = await draft(req)
    const paper = paperOf(frame, found)
    const bytes = await (format === 'pdf' ? makePdf(paper, frame.now) : makeDocx(paper))
    const name = `satgas-${found.quarter.year}-${found.quarter.quarter}`
    return fileResponse(new Uint8Array(bytes), format, name)
  }

const READ: readonly Permission[] = ['task-force.read']
const get = (
  path: `/${string}`,
  access: readonly Permission[],
  handle: (req: StaffReq) => Promise<Response>,
) => staffRoute({ method: 'get', path, access, handle })
const post = (
  path: `/${string}`,
  access: readonly Permission[],
  handle: (req: StaffReq) => Promise<Response>,
) => staffRoute({ method: 'post', path, access, handle })

export const satgasRoutes: readonly Route[] = [
  get(SATGAS, ['task-force.read', 'task-force.answer', 'task-force.bring', 'mla.read'], (req) => room(req)),
  post(SATGAS, ['task-force.edit'], create),
  get(`${SATGAS}/tugas/:id`, ['task-force.answer'], (req) => task(req)),
  post(`${SATGAS}/tugas/:id`, ['task-force.answer'], answer),
  get(`${SATGAS}/:id`, READ, (req) => board(req)),
  post(`${SATGAS}/:id/rapat`, ['task-force.edit'], plan),
  get(`${SATGAS}/:id/anggota`, ['task-force.edit'], (req) => members(req)),
  post(`${SATGAS}/:id/anggota`, ['task-force.edit'], changeMembers),
  get(`${SATGAS}/:id/laporan`, READ, report),
  get(`${SATGAS}/:id/laporan.pdf`, READ, reportFile('pdf')),
  get(`${SATGAS}/:id/laporan.docx`, READ, reportFile('docx')),
  ...conferenceRoutes,
  ...bringRoutes,
]
