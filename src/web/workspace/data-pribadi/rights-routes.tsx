import { isRole, may, type Permission } from '#src/domain/disclosure/roles.ts'
import { getCaseRow } from '#src/modules/cases/index.ts'
import {
  clockOf,
  confirmErasure,
  decideRequest,
  endRestriction,
  IDENTIFIED,
  isRightKind,
  listPersonsOf,
  listRequests,
  openRequest,
  pauseRequest,
  prepareRequest,
  recordRequest,
  REFUSAL_BASES,
  resumeRequest,
  type OpenedRequest,
  type RequestItem,
} from '#src/modules/rights/index.ts'
import { InvalidInputError, NotFoundError, RefusedError, StaleVersionError } from '#src/platform/errors.ts'
import { formState, idParam, readForm, type FormValues } from '#src/web/form-values.ts'
import { page, seeOther, staffRoute, type Route, type StaffReq } from '#src/web/http.ts'
import { optionsOf, type Option } from '#src/web/ui/staff/form.tsx'
import { EMPTY_FORM, type FormState, type StaffFrame } from '#src/web/ui/staff/frame.ts'
import { clockStateOf, type ClockView } from '#src/web/ui/staff/marks.tsx'
import { asMe, oneOf } from '../casework.ts'
import { frameOf } from '../staff-frame.ts'
import {
  RIGHT_STEPS,
  RightsItemPage,
  RightsPage,
  type RightsRow,
  type RightState,
  type RightStep,
} from './rights-pages.tsx'

export function allowed(req: StaffReq, permission: Permission): boolean {
  return may(req.who.actor.roles.filter(isRole), permission)
}

export function rightsFrame(req: StaffReq): StaffFrame {
  const lead = req.t.hak.desk.saved[req.c.req.query('kabar') ?? '']
  return frameOf(req, lead === undefined ? {} : { flash: { kind: 'good', lead } })
}

/** What is wrong, in words; other errors go to the error page. */
export function refusedForm(req: StaffReq, form: FormValues, error: unknown, field: string): FormState {
  const words = req.t.hak.desk
  const say = (code: string): string => words.problem[code] ?? words.problemOther
  if (error instanceof InvalidInputError)
    return formState(
      form,
      error.problems.map(({ path, code }) => ({ path, message: say(code) })),
    )
  if (error instanceof RefusedError) return formState(form, [{ path: field, message: say(error.code) }])
  if (error instanceof StaleVersionError) return formState(form, [{ path: field, message: words.stale }])
  throw error
}

const STATE: Readonly<Record<RequestItem['state'], RightState>> = {
  new: 'new',
  ready: 'working',
  confirming: 'working',
  erasing: 'working',
  answered: 'answered',
  refused: 'refused',
}

function clockView(frame: StaffFrame, item: RequestItem): ClockView {
  const { source } = clockOf(item.kind)
  const from =
    source === 'internal-target' ? source : { article: `${source.instrument} Ps ${source.article}` }
  if (item.answeredAt !== null) return { state: 'met', at: item.answeredAt, source: from }
  if (item.pausedAt !== null) return { state: 'held', at: item.pausedAt, source: from }
  const state = clockStateOf({ startedAt: item.askedAt, due: item.dueAt, now: frame.now })
  return { state, at: item.dueAt, source: from }
}

function rowOf(frame: StaffFrame, item: RequestItem): RightsRow {
  const words = frame.t.hak.desk
  return {
    id: item.id,
    kind: item.kind,
    from: item.via === 'follow-page' ? words.fromReporter : words.fromStaff,
    receivedAt: item.askedAt,
    state: STATE[item.state],
    clock: clockView(frame, item),
  }
}

async function list(
  req: StaffReq,
  record: FormState = EMPTY_FORM,
  status: 200 | 422 = 200,
): Promise<Response> {
  const frame = rightsFrame(req)
  const rows = (await asMe(req, listRequests)).map((item) => rowOf(frame, item))
  const view = { rows, ...(allowed(req, 'case.write') && { record }) }
  return page(req, <RightsPage frame={frame} view={view} />, status)
}

/** A step is offered only to whom it belongs; the database refuses it to everybody else. */
function stepsFor(req: StaffReq, item: OpenedRequest): readonly RightStep[] {
  const me = req.who.actor.staffId
  const desk = allowed(req, 'case.write')
  const officer = allowed(req, 'rights.handle')
  const open = item.state === 'new' || item.state === 'ready'
  const waits = item.kind === 'erasure' && open
  const wanted: Readonly<Record<RightStep, boolean>> = {
    prepare: desk && open,
    answer: officer && item.state === 'ready',
    refuse: officer && open,
    confirm: allowed(req, 'exception.review') && item.state === 'confirming' && item.decidedBy !== me,
    pause: officer && waits && item.pausedAt === null,
    resume: officer && waits && item.pausedAt !== null,
    end: officer && item.kind === 'restriction' && item.state === 'answered',
  }
  return RIGHT_STEPS.filter((step) => wanted[step])
}

function noteOf(frame: StaffFrame, item: OpenedRequest): string | undefined {
  const words = frame.t.hak.desk
  const notes: Readonly<Partial<Record<RequestItem['state'], string>>> = {
    new: words.notPrepared,
    ready: words.prepared,
    confirming: words.waitsSecond,
    erasing: words.erasing,
  }
  return notes[item.state]
}

async function show(
  req: StaffReq,
  form: FormState = EMPTY_FORM,
  persons: readonly Option[] = [],
  status: 200 | 409 = 200,
): Promise<Response> {
  const frame = rightsFrame(req)
  const item = await asMe(req, (ctx) => openRequest(ctx, idParam(req)))
  const words = frame.t.hak
  const note = noteOf(frame, item)
  const reason = item.hold as keyof typeof words.keep.reason | undefined
  const view = {
    ...rowOf(frame, item),
    words: item.words,
    identity: words.desk.identified[item.identified],
    scope: item.scope.map((each) => words.desk.scopeKinds[each.kind] ?? each.kind),
    bodies: item.told,
    version: String(item.version),
    may: stepsFor(req, item),
    persons,
    bases: optionsOf(words.desk.basis),
    form,
    ...(note && { note }),
    ...(reason && { hold: words.keep.reason[reason] }),
  }
  return page(req, <RightsItemPage frame={frame} view={view} />, status)
}

const STEP_NEEDS: Readonly<Record<RightStep, Permission>> = {
  prepare: 'case.write',
  answer: 'rights.handle',
  refuse: 'rights.handle',
  confirm: 'exception.review',
  pause: 'rights.handle',
  resume: 'rights.handle',
  end: 'rights.handle',
}
const SAVED: Readonly<Partial<Record<RightStep, string>>> = {
  prepare: 'disiapkan',
  answer: 'dijawab',
  refuse: 'dijawab',
  confirm: 'disetujui',
}

async function act(req: StaffReq): Promise<Response> {
  const form = await readForm(req)
  const id = idParam(req)
  const step = oneOf(RIGHT_STEPS, form.one('go'))
  if (!allowed(req, STEP_NEEDS[step])) throw new NotFoundError('page.not-found')
  try {
    await asMe(req, (ctx) => take(ctx, step, id, form))
  } catch (error) {
    const which = error instanceof RefusedError && error.code === 'rights.which-person'
    const persons = which ? await asMe(req, (ctx) => listPersonsOf(ctx, id)) : []
    return show(
      req,
      refusedForm(req, form, error, which ? 'person' : 'answer'),
      persons.map((each) => ({ value: each.id, label: each.name })),
      409,
    )
  }
  return seeOther(req, `/kerja/pengaturan/data-pribadi/${id}?kabar=${SAVED[step] ?? 'disimpan'}`)
}

async function take(
  ctx: Parameters<typeof prepareRequest>[0],
  step: RightStep,
  id: string,
  form: FormValues,
): Promise<void> {
  const seen = Number(form.one('version'))
  const answer = form.one('answer')
  switch (step) {
    case 'prepare':
      return prepareRequest(ctx, id, seen, form.one('person') || undefined)
    case 'answer':
      return decideRequest(ctx, id, seen, { result: 'done', answer })
    case 'refuse': {
      const basis = REFUSAL_BASES.find((each) => each === form.one('basis'))
      if (!basis) throw new InvalidInputError([{ path: 'basis', code: 'answer.missing' }])
      return decideRequest(ctx, id, seen, { result: 'refused', answer, basis })
    }
    case 'confirm':
      return confirmErasure(ctx, id, seen)
    case 'pause':
      return pauseRequest(ctx, id, seen)
    case 'resume':
      return resumeRequest(ctx, id, seen)
    case 'end':
      return endRestriction(ctx, id, seen)
    default:
      return step satisfies never
  }
}

/** A report that is no case yet has no code: its address, or the id in it, names it. */
const REPORT_ID = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/

async function record(req: StaffReq): Promise<Response> {
  const form = await readForm(req)
  const kind = form.one('kind')
  const how = IDENTIFIED.find((each) => each === form.one('how'))
  try {
    const id = await asMe(req, async (ctx) => {
      const about = REPORT_ID.exec(form.one('case').toLowerCase())?.[0]
      try {
        return await recordRequest(ctx, {
          ...(about === undefined
            ? { caseId: (await getCaseRow(ctx, form.one('case').toUpperCase())).id }
            : { reportId: about }),
          kind: isRightKind(kind) ? kind : 'access',
          words: form.one('words'),
          identified: how === undefined || how === 'code-and-pin' ? 'known-to-desk' : how,
        })
      } catch (error) {
        if (error instanceof NotFoundError)
          throw new InvalidInputError([{ path: 'case', code: 'rights.case' }])
        throw error
      }
    })
    return seeOther(req, `/kerja/pengaturan/data-pribadi/${id}?kabar=disimpan`)
  } catch (error) {
    return list(req, refusedForm(req, form, error, 'case'), 422)
  }
}

function aboutReport(req: StaffReq): FormState {
  const report = REPORT_ID.exec(req.c.req.query('laporan') ?? '')?.[0]
  return report === undefined ? EMPTY_FORM : { values: { case: report }, problems: [] }
}

const ROOM = '/kerja/pengaturan/data-pribadi'
const BOTH: readonly Permission[] = ['rights.handle', 'case.write']

export const rightsRoutes: readonly Route[] = [
  staffRoute({ method: 'get', path: ROOM, access: BOTH, handle: (req) => list(req, aboutReport(req)) }),
  staffRoute({ method: 'post', path: ROOM, access: ['case.write'], handle: record }),
  staffRoute({ method: 'get', path: `${ROOM}/:id`, access: BOTH, handle: (req) => show(req) }),
  staffRoute({ method: 'post', path: `${ROOM}/:id`, access: BOTH, handle: act }),
]
