/** The doors of the partners: who they are, two people for each, what waits for them, and files instead of a line. */
import { BODY_KINDS, bodyNameOn } from '#src/domain/competence/bodies.ts'
import { EXCHANGE_PART_NEEDS } from '#src/domain/disclosure/exchange-parts.ts'
import { isRole, may, type Permission } from '#src/domain/disclosure/roles.ts'
import {
  confirmPartner,
  DELIVERIES_PAGE,
  discover,
  exportFile,
  importFile,
  LARGEST_FILE,
  proposePaperPartner,
  proposePartner,
  readExchange,
  readPartner,
  retryMessage,
  rotateOwnKeys,
  suspendPartner,
} from '#src/modules/exchange/index.ts'
import { InvalidInputError, RefusedError, type Problem } from '#src/platform/errors.ts'
import { formState, idParam, inWords, readForm, type FormValues } from '#src/web/form-values.ts'
import { page, seeOther, staffRoute, type Route, type StaffReq } from '#src/web/http.ts'
import { readBody } from '#src/web/middleware/read-body.ts'
import { EMPTY_FORM, type FormState, type NoticeView } from '#src/web/ui/staff/frame.ts'
import { asMe, countryOptions, pageHref, pageOf } from '../../casework.ts'
import { frameOf } from '../../staff-frame.ts'
import { PARTNERS } from './delivery-state.tsx'
import { PartnerPage, PartnersPage } from './partner-pages.tsx'

const mayDo = (req: StaffReq, permission: Permission): boolean =>
  may(req.who.actor.roles.filter(isRole), permission)

function frameWith(req: StaffReq, flash?: NoticeView) {
  const lead = req.t.kerjaMitra.done[req.c.req.query('kabar') ?? '']
  return frameOf(req, { flash: flash ?? (lead === undefined ? undefined : { kind: 'good', lead }) })
}

type Shown = { readonly form?: FormState; readonly flash?: NoticeView; readonly status?: 200 | 422 }

async function partnersPage(req: StaffReq, shown: Shown = {}): Promise<Response> {
  const filter = req.c.req.query('saring') === 'semua' ? 'all' : 'open'
  const at = pageOf(req)
  const overview = await asMe(req, (ctx) => readExchange(ctx, { page: at, open: filter }))
  const day = req.platform.clock().toISOString().slice(0, 10)
  const first = at * DELIVERIES_PAGE
  const last = first + overview.messages.length
  return page(
    req,
    <PartnersPage
      frame={frameWith(req, shown.flash)}
      view={{
        overview,
        filter,
        paging: {
          from: Math.min(first + 1, last),
          to: last,
          total: overview.more ? last + 1 : last,
          ...(at > 0 ? { previous: pageHref(req, at - 1) } : {}),
          ...(overview.more ? { next: pageHref(req, at + 1) } : {}),
        },
        form: shown.form ?? EMPTY_FORM,
        ...(mayDo(req, 'installation.manage') ? { mayManage: 'may-manage' as const } : {}),
        ...(mayDo(req, 'case.import') ? { mayOpen: 'may-open' as const } : {}),
        countries: countryOptions(req.lang),
        kinds: BODY_KINDS.map((kind) => ({ value: kind, label: bodyNameOn(kind, day) ?? kind })),
      }}
    />,
    shown.status ?? 200,
  )
}

async function partnerPage(req: StaffReq, shown: Shown = {}): Promise<Response> {
  const { partner, bodies } = await asMe(req, (ctx) => readPartner(ctx, idParam(req)))
  const admin = mayDo(req, 'installation.manage') || mayDo(req, 'organisation.manage')
  return page(
    req,
    <PartnerPage
      frame={frameWith(req, shown.flash)}
      view={{
        partner,
        bodies: bodies.map((body) => ({
          name: req.lang === 'en' ? body.name_en : body.name_id,
          active: body.active,
        })),
        form: shown.form ?? EMPTY_FORM,
        ...(admin ? { mayConfirm: 'may-confirm' as const } : {}),
        ...(mayDo(req, 'case.export') ? { mayFile: 'may-file' as const } : {}),
        ...(partner.proposed_by === req.who.actor.staffId ? { own: 'own' as const } : {}),
      }}
    />,
    shown.status ?? 200,
  )
}

/** What the use case refuses comes back in words, at its field where it has one. */
async function tried(
  req: StaffReq,
  again: (shown: Shown) => Promise<Response>,
  field: string,
  work: (form: FormValues) => Promise<Response>,
): Promise<Response> {
  const form = await readForm(req)
  try {
    return await work(form)
  } catch (error) {
    const problems = problemsIn(error, field)
    if (!problems) throw error
    const words = req.t.kerjaMitra
    return again({ form: formState(form, inWords(problems, words.problem, words.problemOther)), status: 422 })
  }
}

function problemsIn(error: unknown, field: string): readonly Problem[] | undefined {
  if (error instanceof InvalidInputError) return error.problems
  return error instanceof RefusedError ? [{ path: field, code: error.code }] : undefined
}

const propose = (req: StaffReq): Promise<Response> =>
  tried(
    req,
    (shown) => partnersPage(req, shown),
    'address',
    async (form) => {
      const found = await discover(req.platform, form.one('address'))
      const id = await asMe(req, (ctx) => proposePartner(ctx, found, form.one('name')))
      return seeOther(req, `${PARTNERS}/${id}?kabar=usul`)
    },
  )

const proposePaper = (req: StaffReq): Promise<Response> =>
  tried(
    req,
    (shown) => partnersPage(req, shown),
    'paperName',
    async (form) => {
      const id = await asMe(req, (ctx) =>
        proposePaperPartner(ctx, {
          name: form.one('paperName'),
          shortName: form.one('shortName'),
          kind: form.one('kind'),
          country: form.one('country'),
        }),
      )
      return seeOther(req, `${PARTNERS}/${id}?kabar=usul`)
    },
  )

const confirm = (req: StaffReq): Promise<Response> =>
  tried(
    req,
    (shown) => partnerPage(req, shown),
    'fingerprint',
    async (form) => {
      const wanted = {
        id: idParam(req),
        version: Number(form.one('version')),
        fingerprint: form.one('fingerprint'),
      }
      await asMe(req, (ctx) => confirmPartner(ctx, wanted))
      return seeOther(req, `${PARTNERS}/${wanted.id}?kabar=sah`)
    },
  )

const suspend =
  (to: 'suspended' | 'confirmed') =>
  (req: StaffReq): Promise<Response> =>
    tried(
      req,
      (shown) => partnerPage(req, shown),
      'version',
      async (form) => {
        await asMe(req, (ctx) =>
          suspendPartner(ctx, { id: idParam(req), version: Number(form.one('version')), to }),
        )
        return seeOther(req, `${PARTNERS}/${idParam(req)}?kabar=${to === 'suspended' ? 'henti' : 'lanjut'}`)
      },
    )

async function rotate(req: StaffReq): Promise<Response> {
  await asMe(req, rotateOwnKeys)
  return seeOther(req, `${PARTNERS}?kabar=kunci`)
}

async function retry(req: StaffReq): Promise<Response> {
  await asMe(req, (ctx) => retryMessage(ctx, idParam(req)))
  return seeOther(req, `${PARTNERS}?kabar=ulang`)
}

async function download(req: StaffReq): Promise<Response> {
  try {
    const file = await asMe(req, (ctx) => exportFile(ctx, idParam(req)))
    return req.c.body(file.text, 200, {
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename="payung-${file.name}"`,
      'cache-control': 'no-store',
    })
  } catch (error) {
    if (!(error instanceof RefusedError)) throw error
    const words = req.t.kerjaMitra
    return partnerPage(req, {
      flash: { kind: 'care', lead: words.problem[error.code] ?? words.problemOther },
      status: 422,
    })
  }
}

async function openFile(req: StaffReq): Promise<Response> {
  const words = req.t.kerjaMitra
  try {
    const { taken, refused } = await importFile(req.platform, {
      actor: req.who.actor,
      visitor: req.visitor,
      text: await uploadedText(req),
    })
    return partnersPage(req, {
      flash: { kind: refused === 0 ? 'good' : 'care', lead: words.fileDone(taken, refused) },
    })
  } catch (error) {
    const problems = problemsIn(error, 'file')
    if (!problems) throw error
    return partnersPage(req, {
      form: { values: {}, problems: inWords(problems, words.problem, words.problemOther) },
      status: 422,
    })
  }
}

async function uploadedText(req: StaffReq): Promise<string> {
  const body = await readBody(req.c.req.raw, LARGEST_FILE)
  if (body.cut) return ''
  const type = req.c.req.header('content-type') ?? ''
  const form = await new Response(body.bytes, { headers: { 'content-type': type } })
    .formData()
    .catch(() => undefined)
  const file = form?.get('file')
  return file && typeof file !== 'string' ? file.text() : ''
}

const SEE = EXCHANGE_PART_NEEDS.partners
const ADMIN = ['installation.manage'] as const
const SECOND = ['installation.manage', 'organisation.manage'] as const

export const partnerRoutes: readonly Route[] = [
  staffRoute({ method: 'get', path: PARTNERS, access: SEE, handle: (req) => partnersPage(req) }),
  staffRoute({ method: 'post', path: PARTNERS, access: ADMIN, handle: propose }),
  staffRoute({ method: 'post', path: `${PARTNERS}/kertas`, access: ADMIN, handle: proposePaper }),
  staffRoute({ method: 'post', path: `${PARTNERS}/kunci`, access: ADMIN, handle: rotate }),
  staffRoute({
    method: 'post',
    path: `${PARTNERS}/berkas`,
    access: ['case.import'],
    maxBody: LARGEST_FILE + 4096,
    handle: openFile,
  }),
  staffRoute({
    method: 'post',
    path: `${PARTNERS}/kiriman/:id`,
    access: ['installation.manage', 'case.export'],
    handle: retry,
  }),
  staffRoute({ method: 'get', path: `${PARTNERS}/:id`, access: SEE, handle: (req) => partnerPage(req) }),
  staffRoute({ method: 'get', path: `${PARTNERS}/:id/berkas`, access: ['case.export'], handle: download }),
  staffRoute({ method: 'post', path: `${PARTNERS}/:id/sahkan`, access: SECOND, handle: confirm }),
  staffRoute({
    method: 'post',
    path: `${PARTNERS}/:id/hentikan`,
    access: SECOND,
    handle: suspend('suspended'),
  }),
  staffRoute({
    method: 'post',
    path: `${PARTNERS}/:id/lanjutkan`,
    access: SECOND,
    handle: suspend('confirmed'),
  }),
]
