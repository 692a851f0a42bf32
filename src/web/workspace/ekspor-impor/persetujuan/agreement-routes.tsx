/** The doors of the standing agreements: list, propose, and each step of both bodies. */
import { isRole, may } from '#src/domain/disclosure/roles.ts'
import type { AgreementStep } from '#src/domain/sharing/agreement.ts'
import {
  AGREEMENTS_PAGE,
  decideAgreement,
  getAgreement,
  listAgreements,
  listBodiesToAgreeWith,
  proposeAgreement,
} from '#src/modules/sharing/index.ts'
import { InvalidInputError, RefusedError, StaleVersionError } from '#src/platform/errors.ts'
import { formState, idParam, inWords, readForm, type FormValues } from '#src/web/form-values.ts'
import { page, seeOther, staffRoute, type Route, type StaffReq } from '#src/web/http.ts'
import { EMPTY_FORM, type FormState, type NoticeView } from '#src/web/ui/staff/frame.ts'
import { asMe, pageHref, pageOf } from '../../casework.ts'
import { frameOf } from '../../staff-frame.ts'
import {
  AGREEMENTS,
  NewSharingAgreementPage,
  SharingAgreementPage,
  SharingAgreementsPage,
} from './agreement-pages.tsx'

const mayDecide = (req: StaffReq) => may(req.who.actor.roles.filter(isRole), 'sharing.decide')

function frameWith(req: StaffReq, flash?: NoticeView) {
  const lead = req.t.kerjaBerbagi.done[req.c.req.query('kabar') ?? '']
  return frameOf(req, { flash: flash ?? (lead === undefined ? undefined : { kind: 'good', lead }) })
}

async function list(req: StaffReq): Promise<Response> {
  const current = pageOf(req)
  const { agreements, total } = await asMe(req, (ctx) => listAgreements(ctx, current))
  const from = current * AGREEMENTS_PAGE
  const view = {
    agreements,
    ...(mayDecide(req) && { mayPropose: 'may-propose' as const }),
    ...(total > AGREEMENTS_PAGE && {
      paging: {
        from: from + 1,
        to: from + agreements.length,
        total,
        ...(current > 0 && { previous: pageHref(req, current - 1) }),
        ...(from + agreements.length < total && { next: pageHref(req, current + 1) }),
      },
    }),
  }
  return page(req, <SharingAgreementsPage frame={frameWith(req)} view={view} />)
}

type Shown = { readonly form?: FormState; readonly flash?: NoticeView; readonly status?: 409 | 422 }

async function show(req: StaffReq, shown: Shown = {}): Promise<Response> {
  const id = idParam(req)
  const opened = await asMe(req, (ctx) => getAgreement(ctx, id))
  const view = {
    opened,
    form: shown.form ?? EMPTY_FORM,
    ...(mayDecide(req) && { mayDecide: 'may-decide' as const }),
  }
  return page(
    req,
    <SharingAgreementPage frame={frameWith(req, shown.flash)} view={view} />,
    shown.status ?? 200,
  )
}

async function newPage(req: StaffReq, form: FormState, status: 200 | 422 = 200): Promise<Response> {
  const bodies = await asMe(req, listBodiesToAgreeWith)
  const view = { form, bodies: bodies.map((body) => ({ value: body.id, label: body.name })) }
  return page(req, <NewSharingAgreementPage frame={frameWith(req)} view={view} />, status)
}

/** What the law is said to name stands in the form from the start; the officer may cite another basis. */
const BEGIN: FormState = { values: { instrument: 'UU 27/2022', article: 'Pasal 18' }, problems: [] }

async function add(req: StaffReq): Promise<Response> {
  const form = await readForm(req)
  try {
    const id = await asMe(req, (ctx) => proposeAgreement(ctx, proposalOf(form)))
    return seeOther(req, `${AGREEMENTS}/${id}?kabar=disimpan`)
  } catch (error) {
    if (!(error instanceof InvalidInputError)) throw error
    return newPage(req, formState(form, problemsOf(req, error)), 422)
  }
}

function proposalOf(form: FormValues) {
  return {
    toOrg: form.one('toOrg'),
    purposes: form.all('purposes'),
    items: form.all('items'),
    from: form.one('from'),
    until: form.one('until'),
    instrument: form.one('instrument').slice(0, 100),
    article: form.one('article').slice(0, 200),
    rolesWords: form.one('rolesWords'),
    jointContact: form.one('jointContact'),
    documentRef: form.one('documentRef'),
    documentHash: form.one('documentHash').toLowerCase(),
  }
}

function problemsOf(req: StaffReq, error: InvalidInputError) {
  const words = req.t.kerjaBerbagi
  return inWords(error.problems, words.problem, words.problemOther)
}

async function decide(req: StaffReq, step: AgreementStep): Promise<Response> {
  const form = await readForm(req)
  const id = idParam(req)
  const words = req.t.kerjaBerbagi
  try {
    await asMe(req, (ctx) =>
      decideAgreement(ctx, {
        id,
        version: Number(form.one('version')),
        step,
        reason: form.one('reason'),
        words: form.one('words'),
      }),
    )
  } catch (error) {
    if (error instanceof StaleVersionError)
      return show(req, { status: 409, flash: { kind: 'care', lead: words.stale } })
    if (error instanceof RefusedError)
      return show(req, {
        status: 409,
        flash: { kind: 'danger', lead: words.problem[error.code] ?? words.problemOther },
      })
    if (!(error instanceof InvalidInputError)) throw error
    return show(req, { status: 422, form: formState(form, problemsOf(req, error)) })
  }
  return seeOther(req, `${AGREEMENTS}/${id}?kabar=disimpan`)
}

const STEP_PATHS: Readonly<Record<string, AgreementStep>> = {
  tegaskan: 'confirm',
  setujui: 'accept',
  tolak: 'refuse',
  akhiri: 'end',
}

export const sharingAgreementRoutes: readonly Route[] = [
  staffRoute({ method: 'get', path: AGREEMENTS, access: ['sharing.read'], handle: list }),
  staffRoute({
    method: 'get',
    path: `${AGREEMENTS}/baru`,
    access: ['sharing.decide'],
    handle: (req) => newPage(req, BEGIN),
  }),
  staffRoute({ method: 'post', path: `${AGREEMENTS}/baru`, access: ['sharing.decide'], handle: add }),
  staffRoute({
    method: 'get',
    path: `${AGREEMENTS}/:id`,
    access: ['sharing.read'],
    handle: (req) => show(req),
  }),
  ...Object.entries(STEP_PATHS).map(([path, step]) =>
    staffRoute({
      method: 'post',
      path: `${AGREEMENTS}/:id/${path}`,
      access: ['sharing.decide'],
      handle: (req) => decide(req, step),
    }),
  ),
]
