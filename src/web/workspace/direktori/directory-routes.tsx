import {
  decideChange,
  decideEdit,
  DIRECTORY_EDITS,
  decideNew,
  DIRECTORY_FILTERS,
  listDirectory,
  PAGE_SIZE,
  proposeBody,
  proposeChange,
  proposeEdit,
  proposeService,
  readEntry,
  type HowChecked,
} from '#src/modules/directory/index.ts'
import { isRole, may, type Permission } from '#src/domain/disclosure/roles.ts'
import { InvalidInputError, RefusedError, StaleVersionError } from '#src/platform/errors.ts'
import { formState, idParam, readForm, type FormValues } from '#src/web/form-values.ts'
import { page, seeOther, staffRoute, type Route, type StaffReq } from '#src/web/http.ts'
import { EMPTY_FORM, type FormState, type StaffFrame } from '#src/web/ui/staff/frame.ts'
import { asMe, countryOptions, oneOf, pageHref, pageOf } from '../casework.ts'
import { frameOf } from '../staff-frame.ts'
import { contactView, coverageWords, proposalViews, serviceView } from './directory-view.ts'
import { DIRECTORY_WAYS, DirectoryEntryPage, DirectoryPage, type DirectoryView } from './directory-page.tsx'

function allowed(req: StaffReq, permission: Permission): boolean {
  return may(req.who.actor.roles.filter(isRole), permission)
}

function frameWithNews(req: StaffReq): StaffFrame {
  const lead = req.t.kerjaDirektori.saved[req.c.req.query('kabar') ?? '']
  return frameOf(req, lead === undefined ? {} : { flash: { kind: 'good', lead } })
}

async function list(req: StaffReq, add: FormState = EMPTY_FORM, status: 200 | 422 = 200): Promise<Response> {
  const frame = frameWithNews(req)
  const filter = oneOf(DIRECTORY_FILTERS, req.c.req.query('saring'))
  const words = req.c.req.query('q') ?? ''
  const at = pageOf(req)
  const found = await asMe(req, (ctx) => listDirectory(ctx, { filter, words, page: at + 1, lang: req.lang }))
  const view: DirectoryView = {
    filter,
    counts: found.counts,
    staleCount: found.counts.stale,
    form: { values: { q: words }, problems: [] },
    rows: found.rows.map((row) => ({
      id: row.id,
      name: row.name,
      kind: row.kind,
      covers: coverageWords(frame, row.covers),
      ...(row.contact && { contact: contactView(frame, row.contact) }),
      ...(row.draft && { draft: row.draft }),
    })),
    paging: {
      from: at * PAGE_SIZE + 1,
      to: at * PAGE_SIZE + found.rows.length,
      total: found.total,
      ...(at > 0 && { previous: pageHref(req, at - 1) }),
      ...((at + 1) * PAGE_SIZE < found.total && { next: pageHref(req, at + 1) }),
    },
    ...(allowed(req, 'directory.edit') && { add: { form: add, countries: countryOptions(req.lang) } }),
  }
  return page(req, <DirectoryPage frame={frame} view={view} />, status)
}

async function entry(
  req: StaffReq,
  form: FormState = EMPTY_FORM,
  status: 200 | 409 | 422 = 200,
): Promise<Response> {
  const frame = frameWithNews(req)
  const found = await asMe(req, (ctx) => readEntry(ctx, idParam(req), req.lang))
  const view = {
    id: found.id,
    name: found.name,
    kind: found.kind,
    covers: coverageWords(frame, found.covers),
    contacts: found.contacts.map((row) => contactView(frame, row)),
    services: found.services
      .filter((service) => service.state === 'live')
      .map((row) => serviceView(frame, row)),
    liveServices: found.services
      .filter((service) => service.state === 'live')
      .map((row) => ({ value: row.id, label: req.lang === 'en' ? row.name_en : row.name_id })),
    countries: [{ value: '*', label: req.t.kerjaDirektori.everywhere }, ...countryOptions(req.lang)],
    proposals: proposalViews(frame, found, req.who.actor.staffId),
    ...(allowed(req, 'directory.edit') && { mayEdit: 'may-edit' as const }),
    ...(allowed(req, 'directory.confirm') && { mayConfirm: 'may-confirm' as const }),
    form,
    version: String(found.version),
  }
  return page(req, <DirectoryEntryPage frame={frame} view={view} />, status)
}

/** What the person typed stays; what is wrong stands at its field. */
function refused(req: StaffReq, form: FormValues, error: unknown): FormState {
  const words = req.t.kerjaDirektori
  if (error instanceof InvalidInputError)
    return formState(
      form,
      error.problems.map((problem) => ({
        path: problem.path,
        message: words.problem[problem.code] ?? words.problemOther,
      })),
    )
  if (error instanceof RefusedError)
    return formState(form, [{ path: 'value', message: words.problem[error.code] ?? words.problemOther }])
  if (error instanceof StaleVersionError) return formState(form, [{ path: 'value', message: words.stale }])
  throw error
}

const HOWS: readonly HowChecked[] = ['called', 'wrote', 'visited', 'told-by-body']

async function propose(req: StaffReq): Promise<Response> {
  const form = await readForm(req)
  const bodyId = idParam(req)
  const contactId = form.one('contact')
  const how = HOWS.find((each) => each === form.one('how'))
  const value = form.one('value')
  const action =
    contactId === '' ? 'add' : form.one('end') === 'ya' ? 'end' : value === '' ? 'check' : 'change'
  try {
    await asMe(req, (ctx) =>
      proposeChange(ctx, {
        bodyId,
        action,
        type: oneOf(DIRECTORY_WAYS, form.one('way')),
        value,
        source: form.one('source'),
        ...(contactId !== '' && { contactId }),
        ...(how && { how }),
      }),
    )
    return seeOther(req, `/kerja/direktori/${bodyId}?kabar=diusulkan`)
  } catch (error) {
    return entry(req, refused(req, form, error), 422)
  }
}

async function decide(req: StaffReq): Promise<Response> {
  const form = await readForm(req)
  const bodyId = idParam(req)
  const id = form.one('proposal')
  const right = form.one('hasil') === 'benar'
  const what = form.one('apa')
  if (what === 'edit') return decideBodyEdit(req, form, id, bodyId)
  try {
    await asMe(req, (ctx) =>
      what === 'body' || what === 'service'
        ? decideNew(ctx, { what, id, bodyId }, right ? 'live' : 'refused')
        : decideChange(ctx, id, right ? 'confirmed' : 'refused'),
    )
  } catch (error) {
    return entry(req, refused(req, form, error), 409)
  }
  const news = right ? 'berlaku' : 'ditolak'
  return seeOther(
    req,
    what === 'body' && !right ? '/kerja/direktori?kabar=ditolak' : `/kerja/direktori/${bodyId}?kabar=${news}`,
  )
}

async function decideBodyEdit(
  req: StaffReq,
  form: FormValues,
  id: string,
  bodyId: string,
): Promise<Response> {
  const right = form.one('hasil') === 'benar'
  try {
    const { edit } = await asMe(req, (ctx) => decideEdit(ctx, id, right ? 'confirmed' : 'refused'))
    const gone = right && edit === 'end-body'
    return seeOther(req, `/kerja/direktori${gone ? '' : `/${bodyId}`}?kabar=${right ? 'berlaku' : 'ditolak'}`)
  } catch (error) {
    return entry(req, refused(req, form, error), 409)
  }
}

async function editBody(req: StaffReq): Promise<Response> {
  const form = await readForm(req)
  const bodyId = idParam(req)
  try {
    await asMe(req, (ctx) =>
      proposeEdit(ctx, {
        bodyId,
        edit: oneOf(DIRECTORY_EDITS, form.one('edit')),
        nameId: form.one('newNameId'),
        nameEn: form.one('newNameEn'),
        country: form.one('newCountry'),
        source: form.one('editSource'),
        ...(form.one('service') !== '' && { serviceId: form.one('service') }),
      }),
    )
    return seeOther(req, `/kerja/direktori/${bodyId}?kabar=diusulkan`)
  } catch (error) {
    return entry(req, refused(req, form, error), 422)
  }
}

const BODY_KINDS = ['body', 'mission', 'service', 'shelter'] as const

async function addBody(req: StaffReq): Promise<Response> {
  const form = await readForm(req)
  try {
    const id = await asMe(req, (ctx) =>
      proposeBody(ctx, {
        kind: oneOf(BODY_KINDS, form.one('kind')),
        nameId: form.one('nameId'),
        nameEn: form.one('nameEn'),
        country: form.one('country'),
        district: null,
        source: form.one('source'),
      }),
    )
    return seeOther(req, `/kerja/direktori/${id}?kabar=diusulkan`)
  } catch (error) {
    return list(req, refused(req, form, error), 422)
  }
}

async function addService(req: StaffReq): Promise<Response> {
  const form = await readForm(req)
  const bodyId = idParam(req)
  const some = (name: string): string | null => form.one(name) || null
  try {
    await asMe(req, (ctx) =>
      proposeService(ctx, {
        bodyId,
        nameId: form.one('serviceName'),
        nameEn: form.one('serviceNameEn'),
        forWhom: some('forWhom'),
        languages: some('languages'),
        cost: some('cost'),
        documents: some('documents'),
        hours: some('hours'),
        secret:
          form.one('secret') === 'ya'
            ? { meetingPoint: form.one('meeting'), howBrought: form.one('brought') }
            : null,
        source: form.one('serviceSource'),
      }),
    )
    return seeOther(req, `/kerja/direktori/${bodyId}?kabar=diusulkan`)
  } catch (error) {
    return entry(req, refused(req, form, error), 422)
  }
}

const EDIT: readonly Permission[] = ['directory.edit']

export const directoryRoutes: readonly Route[] = [
  staffRoute({
    method: 'get',
    path: '/kerja/direktori',
    access: ['directory.read'],
    handle: (req) => list(req),
  }),
  staffRoute({ method: 'post', path: '/kerja/direktori', access: EDIT, handle: addBody }),
  staffRoute({
    method: 'get',
    path: '/kerja/direktori/:id',
    access: ['directory.read'],
    handle: (req) => entry(req),
  }),
  staffRoute({ method: 'post', path: '/kerja/direktori/:id', access: EDIT, handle: propose }),
  staffRoute({ method: 'post', path: '/kerja/direktori/:id/ubah', access: EDIT, handle: editBody }),
  staffRoute({ method: 'post', path: '/kerja/direktori/:id/layanan', access: EDIT, handle: addService }),
  staffRoute({
    method: 'post',
    path: '/kerja/direktori/:id/baca-kedua',
    access: ['directory.confirm'],
    handle: decide,
  }),
]
