/** Requests between States. A stranger to the case gets the same 404 as for nothing. */
import {
  ITEMS_OF,
  REQUEST_KINDS,
  REQUEST_STATES,
  type RequestKind,
} from '#src/domain/mutual-assistance/codes.ts'
import { isRole, may } from '#src/domain/disclosure/roles.ts'
import { readCase } from '#src/modules/cases/index.ts'
import {
  createRequest,
  editRequest,
  listRequests,
  moveRequest,
  openRequest,
  type GivenRequest,
  type OpenedRequest,
} from '#src/modules/mutual-assistance/index.ts'
import { listTracks, type Track } from '#src/modules/tracks/index.ts'
import {
  InvalidInputError,
  NotAllowedError,
  NotFoundError,
  RefusedError,
  StaleVersionError,
} from '#src/platform/errors.ts'
import { formState, idParam, inWords, readForm, type FormValues } from '#src/web/form-values.ts'
import { page, seeOther, staffRoute, type Route, type StaffReq } from '#src/web/http.ts'
import type { Option } from '#src/web/ui/staff/form.tsx'
import { at, type FieldProblem, type FormState } from '#src/web/ui/staff/frame.ts'
import { asMe, countryOptions, idIn, workFrame } from '../casework.ts'
import { trackName } from '../kasus/jalur/track-view.ts'
import { DraftPage, type DraftView } from './draft-page.tsx'
import { MlaListPage, RequestPage } from './mla-pages.tsx'
import { MLA, requestName } from './mla-words.ts'

type Status = 200 | 409 | 422
const CODE = /^[A-Z0-9-]{3,40}$/

const mayEdit = (req: StaffReq) =>
  may(req.who.actor.roles.filter(isRole), 'mla.edit') ? { mayEdit: 'may-edit' as const } : {}
const kindIn = (text: string | undefined): RequestKind =>
  REQUEST_KINDS.find((each) => each === text) ?? 'mutual-assistance'

function problemsIn(req: StaffReq, error: unknown, anywhere: string): readonly FieldProblem[] {
  const words = req.t.kerjaMla
  if (error instanceof InvalidInputError) return inWords(error.problems, words.problem, words.problemOther)
  if (error instanceof RefusedError || error instanceof NotAllowedError)
    return [{ path: anywhere, message: words.refused[error.code] ?? words.refusedOther }]
  if (error instanceof StaleVersionError) return [{ path: anywhere, message: words.stale }]
  throw error
}
const statusFor = (error: unknown): Status => (error instanceof InvalidInputError ? 422 : 409)

async function list(req: StaffReq): Promise<Response> {
  const asked = (req.c.req.query('kasus') ?? '').trim().toUpperCase()
  const code = CODE.test(asked) ? asked : ''
  const state = REQUEST_STATES.find((each) => each === req.c.req.query('keadaan'))
  const requests = await asMe(req, (ctx) =>
    listRequests(ctx, { ...(code !== '' && { code }), ...(state && { state }) }),
  )
  const form = { values: { kasus: code, keadaan: state ?? '' }, problems: [] }
  req.c.header('cache-control', 'no-store')
  return page(req, <MlaListPage frame={workFrame(req)} view={{ requests, form, code, ...mayEdit(req) }} />)
}

async function show(req: StaffReq, form?: FormState, status: Status = 200): Promise<Response> {
  const opened = await asMe(req, (ctx) => openRequest(ctx, idParam(req)))
  const frame = workFrame(req)
  const values = { on: frame.now.toISOString().slice(0, 10) }
  const view = { ...opened, form: form ?? { values, problems: [] }, ...mayEdit(req) }
  req.c.header('cache-control', 'no-store')
  return page(req, <RequestPage frame={frame} view={view} />, status)
}

async function move(req: StaffReq): Promise<Response> {
  const form = await readForm(req)
  const id = idParam(req)
  try {
    await asMe(req, (ctx) =>
      moveRequest(ctx, {
        id,
        version: Number(form.one('version')),
        to: form.one('state'),
        on: form.one('on'),
        ground: form.one('ground'),
        said: form.one('said'),
      }),
    )
  } catch (error) {
    return show(req, formState(form, problemsIn(req, error, 'state')), statusFor(error))
  }
  return seeOther(req, `${MLA}/${id}?kabar=disimpan`)
}

function given({ one }: FormValues, kind: RequestKind): GivenRequest {
  return {
    kind,
    channel: one('channel'),
    applicant: one('applicant'),
    country: one('country'),
    trackId: idIn(one('track')),
    asked: one('asked'),
    what: one('what'),
    items: Object.fromEntries(
      ITEMS_OF[kind].map((item) => [item, { state: one(`item.${item}`), note: one(`note.${item}`) }]),
    ),
  }
}

const trackOptions = (req: StaffReq, tracks: readonly Track[]): readonly Option[] =>
  tracks.map((track) => ({ value: track.id, label: trackName(req, track) }))

/** Opening the form opens the case, so that a code that is not there says the same as one that is hidden. */
async function showNew(
  req: StaffReq,
  typed?: FormValues,
  form?: FormState,
  status: Status = 200,
): Promise<Response> {
  const code = (typed?.one('code') ?? req.c.req.query('kasus') ?? '').trim().toUpperCase()
  if (!CODE.test(code)) throw new NotFoundError('case.not-found')
  const tracks = await asMe(req, async (ctx) =>
    listTracks(ctx, (await readCase(ctx, code, 'work', 'mla')).row.id),
  )
  const frame = workFrame(req)
  const view: DraftView = {
    title: req.t.kerjaMla.createOf(code),
    action: at(frame, `${MLA}/baru`),
    kind: kindIn(typed?.one('kind') ?? req.c.req.query('jenis')),
    code,
    version: '0',
    form: form ?? { values: {}, problems: [] },
    countries: countryOptions(req.lang).filter(({ value }) => value !== 'ID'),
    tracks: trackOptions(req, tracks),
  }
  return page(req, <DraftPage frame={frame} view={view} />, status)
}

async function create(req: StaffReq): Promise<Response> {
  const form = await readForm(req)
  const code = form.one('code').toUpperCase()
  try {
    const id = await asMe(req, (ctx) =>
      createRequest(ctx, { code, ...given(form, kindIn(form.one('kind'))) }),
    )
    return seeOther(req, `${MLA}/${id}?kabar=disimpan`)
  } catch (error) {
    return showNew(req, form, formState(form, problemsIn(req, error, 'what')), statusFor(error))
  }
}

function valuesOf({ request }: OpenedRequest): Readonly<Record<string, string>> {
  const list = request.words?.checklist ?? {}
  return {
    channel: request.channel,
    applicant: request.applicant,
    country: request.country,
    track: request.track_id ?? '',
    asked: request.words?.asked ?? '',
    what: request.words?.what ?? '',
    ...Object.fromEntries(
      Object.entries(list).flatMap(([item, said]) => [
        [`item.${item}`, said.state],
        [`note.${item}`, said.note],
      ]),
    ),
  }
}

async function showEdit(req: StaffReq, form?: FormState, status: Status = 200): Promise<Response> {
  const opened = await asMe(req, (ctx) => openRequest(ctx, idParam(req)))
  const { request } = opened
  const frame = workFrame(req)
  const view: DraftView = {
    title: requestName(frame, request),
    action: at(frame, `${MLA}/${request.id}/ubah`),
    kind: request.kind,
    code: request.code,
    version: String(request.version),
    form: form ?? { values: valuesOf(opened), problems: [] },
    countries: countryOptions(req.lang).filter(({ value }) => value !== 'ID'),
    tracks: trackOptions(req, opened.tracks),
  }
  req.c.header('cache-control', 'no-store')
  return page(req, <DraftPage frame={frame} view={view} />, status)
}

async function edit(req: StaffReq): Promise<Response> {
  const form = await readForm(req)
  const id = idParam(req)
  try {
    await asMe(req, (ctx) =>
      editRequest(ctx, {
        id,
        version: Number(form.one('version')),
        ...given(form, kindIn(form.one('kind'))),
      }),
    )
  } catch (error) {
    return showEdit(req, formState(form, problemsIn(req, error, 'what')), statusFor(error))
  }
  return seeOther(req, `${MLA}/${id}?kabar=disimpan`)
}

export const mlaRoutes: readonly Route[] = [
  staffRoute({ method: 'get', path: MLA, access: ['mla.read'], handle: list }),
  // Before the requests, whose ids stand at the same place of the address.
  staffRoute({ method: 'get', path: `${MLA}/baru`, access: ['mla.edit'], handle: (req) => showNew(req) }),
  staffRoute({ method: 'post', path: `${MLA}/baru`, access: ['mla.edit'], handle: create }),
  staffRoute({ method: 'get', path: `${MLA}/:id`, access: ['mla.read'], handle: (req) => show(req) }),
  staffRoute({ method: 'post', path: `${MLA}/:id`, access: ['mla.edit'], handle: move }),
  staffRoute({
    method: 'get',
    path: `${MLA}/:id/ubah`,
    access: ['mla.edit'],
    handle: (req) => showEdit(req),
  }),
  staffRoute({ method: 'post', path: `${MLA}/:id/ubah`, access: ['mla.edit'], handle: edit }),
]
