/** Changing what stands above the file, with both versions on a clash; reopening, protecting, the emergency. */
import {
  addTimelineEntry,
  assignCase,
  changeCaseFacts,
  listEmergencyOpenings,
  listIncidents,
  listOfficers,
  listProtectedReaders,
  nameReader,
  openInEmergency,
  protectCase,
  readCase,
  recordWish,
  removeReader,
  reopenCase,
  reviewEmergency,
  type StaleCase,
} from '#src/modules/cases/index.ts'
import { isRole, permissionsOf } from '#src/domain/disclosure/roles.ts'
import type { StaffContext } from '#src/platform/db/context.ts'
import {
  InvalidInputError,
  NotAllowedError,
  NotFoundError,
  RefusedError,
  StaleVersionError,
} from '#src/platform/errors.ts'
import { formState, readForm, type FormValues } from '#src/web/form-values.ts'
import { page, seeOther, staffRoute, type Route, type StaffReq } from '#src/web/http.ts'
import { EMPTY_FORM, type FormState } from '#src/web/ui/staff/frame.ts'
import { asMe, countryOptions, oneOf, problemsOf, workFrame, idIn } from '../casework.ts'
import { caseWords } from './case-words.ts'
import { EditCasePage, type EditCaseView } from './edit-case-page.tsx'
import { EmergencyReviewPage, NoCasePage } from './emergency-page.tsx'
import { codeOf, showCase } from './show-case.tsx'

type Status = 200 | 409 | 422
const mine = (req: StaffReq) => permissionsOf(req.who.actor.roles.filter(isRole))
const casePage = (req: StaffReq, done: string): Response =>
  seeOther(req, `/kerja/kasus/${codeOf(req)}?kabar=${done}`)

async function editPage(req: StaffReq, form?: FormState, status: Status = 200): Promise<Response> {
  const frame = workFrame(req)
  const view = await asMe(req, async (ctx): Promise<EditCaseView> => {
    const { row, wish } = await readCase(ctx, codeOf(req), 'work', 'edit')
    const values = {
      urgency: row.urgency,
      types: row.case_types,
      phase: row.phase,
      country: row.country ?? '',
      wish: wish?.words ?? '',
      wishLanguage: wish?.language ?? '',
    }
    return {
      code: row.code,
      version: String(row.version),
      form: form ?? { ...EMPTY_FORM, values },
      countries: countryOptions(req.lang),
      ...(mine(req).has('case.protect') && {
        officers: (await listOfficers(ctx)).map(({ id, name }) => ({ value: id, label: name })),
      }),
      incidents: (await listIncidents(ctx)).map(({ id, name }) => ({ value: id, label: name })),
      readers: (row.protected ? await listProtectedReaders(ctx, row.id) : []).map((each) => ({
        id: each.id,
        name: each.display_name,
        ...(each.until && { until: each.until }),
      })),
      isProtected: row.protected ? 'protected' : 'open',
    }
  })
  return page(req, <EditCasePage frame={frame} view={view} />, status)
}

async function change(
  req: StaffReq,
  first: string,
  work: (ctx: StaffContext, form: FormValues) => Promise<void>,
  done = 'disimpan',
): Promise<Response> {
  const form = await readForm(req)
  try {
    await asMe(req, (ctx) => work(ctx, form))
    return casePage(req, done)
  } catch (error) {
    if (error instanceof StaleVersionError) return bothVersions(req, form, error.current as StaleCase)
    return editPage(
      req,
      formState(form, problemsOf(req, error, first)),
      error instanceof InvalidInputError ? 422 : 409,
    )
  }
}

/** Both versions side by side; nothing is overwritten, and what was typed travels along in the form. */
function bothVersions(req: StaffReq, form: FormValues, stale: StaleCase): Promise<Response> {
  const words = req.t.kerjaKabar
  const frame = workFrame(req)
  const { one } = form
  const typed =
    stale.field === 'wish'
      ? one('wish')
      : [one('urgency'), ...form.all('types'), one('phase')].filter(Boolean).join(', ')
  const hidden = {
    field: stale.field,
    typed,
    wishLanguage: one('wishLanguage'),
    readBack: one('readBack'),
    urgency: one('urgency'),
    types: form.all('types').join(','),
    phase: one('phase'),
    country: one('country'),
    reason: one('reason'),
  }
  return showCase(req, 'summary', {
    status: 409,
    conflict: {
      field: stale.field === 'wish' ? caseWords(frame).wish : caseWords(frame).facts,
      versions: [
        { who: words.theirs, at: stale.at ?? frame.now, before: '', after: stale.theirs, value: 'tersimpan' },
        { who: words.mine, at: frame.now, before: '', after: typed, value: 'saya' },
      ],
      hidden,
    },
  })
}

/** "Use this one" or "keep both": the other version stays as an entry of the timeline that nobody vouches for. */
function choose(req: StaffReq): Promise<Response> {
  return change(req, 'reason', async (ctx, { one }) => {
    const code = codeOf(req)
    const choice = one('pakai')
    if (choice === 'tersimpan') return
    if (choice === 'keduanya') {
      await addTimelineEntry(ctx, {
        code,
        date: '',
        dateWords: '',
        text: one('typed'),
        source: one('field') === 'wish' ? 'concerned-person' : 'officer-observed',
        certainty: 'unknown',
      })
      return
    }
    const { row } = await readCase(ctx, code, 'work', 'versions')
    if (one('field') === 'wish')
      await recordWish(ctx, {
        code,
        version: row.version,
        words: one('typed'),
        language: one('wishLanguage'),
        readBack: one('readBack') === '' ? 'not-read-back' : 'read-back',
      })
    else
      await changeCaseFacts(ctx, {
        code,
        version: row.version,
        urgency: one('urgency'),
        types: one('types').split(',').filter(Boolean),
        phase: one('phase'),
        country: one('country') || null,
        district: row.district,
        reason: one('reason'),
      })
  })
}

const saveWish = (req: StaffReq): Promise<Response> =>
  change(req, 'wish', (ctx, { one }) =>
    recordWish(ctx, {
      code: codeOf(req),
      version: Number(one('version')),
      words: one('wish'),
      language: one('wishLanguage') || req.lang,
      readBack: one('readBack') === '' ? 'not-read-back' : 'read-back',
    }),
  )

const saveFacts = (req: StaffReq): Promise<Response> =>
  change(req, 'reason', (ctx, form) => {
    const { one } = form
    return changeCaseFacts(ctx, {
      code: codeOf(req),
      version: Number(one('version')),
      urgency: one('urgency'),
      types: form.all('types'),
      phase: one('phase') || 'unknown',
      country: one('country') || null,
      district: null,
      reason: one('reason'),
    })
  })

const protect = (req: StaffReq): Promise<Response> =>
  change(
    req,
    'because',
    (ctx, form) =>
      protectCase(ctx, {
        code: codeOf(req),
        version: Number(form.one('version')),
        because: form.one('because'),
        readers: form.all('readers'),
      }),
    'terlindung',
  )

const assign = (req: StaffReq): Promise<Response> =>
  change(
    req,
    'staff',
    (ctx, { one }) => assignCase(ctx, { code: codeOf(req), staffId: idIn(one('staff')) }),
    'diserahkan',
  )

const addReader = (req: StaffReq): Promise<Response> =>
  change(req, 'staff', (ctx, { one }) => nameReader(ctx, { code: codeOf(req), staffId: idIn(one('staff')) }))

const dropReader = (req: StaffReq): Promise<Response> =>
  change(req, 'staff', (ctx) =>
    removeReader(ctx, { code: codeOf(req), readerId: idIn(req.c.req.param('id') ?? 'x') }),
  )

async function reopen(req: StaffReq): Promise<Response> {
  await asMe(req, (ctx) => reopenCase(ctx, codeOf(req)))
  return casePage(req, 'disimpan')
}

/** The same answer for a case that does not exist and one that is not for this reader. */
export function noCase(req: StaffReq, form: FormState, status: 404 | 422 = 404): Promise<Response> {
  const view = { form, ...(mine(req).has('case.break-glass') && { mayOpen: 'may-open' as const }) }
  return page(req, <NoCasePage frame={workFrame(req)} view={view} />, status)
}

async function breakGlass(req: StaffReq): Promise<Response> {
  const form = await readForm(req)
  try {
    await asMe(req, (ctx) => openInEmergency(ctx, { code: form.one('code'), reason: form.one('reason') }))
    return seeOther(req, `/kerja/kasus/${encodeURIComponent(form.one('code').toUpperCase())}?kabar=darurat`)
  } catch (error) {
    if (error instanceof NotFoundError) return noCase(req, formState(form, []))
    return noCase(req, formState(form, problemsOf(req, error, 'reason')), 422)
  }
}

async function reviewPage(req: StaffReq): Promise<Response> {
  const openings = await asMe(req, listEmergencyOpenings)
  const view = {
    openings: openings.map(({ byId, ...each }) => ({
      ...each,
      ...(byId === req.who.actor.staffId && { own: 'own' as const }),
    })),
  }
  return page(req, <EmergencyReviewPage frame={workFrame(req)} view={view} />)
}

async function review(req: StaffReq): Promise<Response> {
  const form = await readForm(req)
  const verdict = oneOf(['not-justified', 'justified'] as const, form.one('verdict'))
  await asMe(req, (ctx) => reviewEmergency(ctx, { openingId: idIn(req.c.req.param('id') ?? 'x'), verdict }))
  return seeOther(req, '/kerja/kasus/darurat?kabar=ditinjau')
}

/** Turns "no such case" of a handler into the page that also offers the emergency. */
export function knowing(handle: (req: StaffReq) => Promise<Response>): (req: StaffReq) => Promise<Response> {
  return async (req) => {
    try {
      return await handle(req)
    } catch (error) {
      if (error instanceof NotFoundError && error.code === 'case.not-found')
        return noCase(req, { ...EMPTY_FORM, values: { code: codeOf(req) } })
      if (error instanceof RefusedError || error instanceof NotAllowedError)
        return showCase(req, 'summary', {
          flash: { kind: 'care', lead: problemsOf(req, error)[0]?.message ?? '' },
          status: 409,
        })
      throw error
    }
  }
}

const WRITE = ['case.write'] as const
export const caseChangeRoutes: readonly Route[] = [
  staffRoute({
    method: 'post',
    path: '/kerja/kasus/:kode/pembaca',
    access: ['case.protect'],
    handle: knowing(addReader),
  }),
  staffRoute({
    method: 'post',
    path: '/kerja/kasus/:kode/pembaca/:id/cabut',
    access: ['case.protect'],
    handle: knowing(dropReader),
  }),
  staffRoute({
    method: 'get',
    path: '/kerja/kasus/darurat',
    access: ['break-glass.review'],
    handle: reviewPage,
  }),
  staffRoute({
    method: 'get',
    path: '/kerja/pengaturan/terlindung',
    access: ['break-glass.review'],
    handle: reviewPage,
  }),
  staffRoute({
    method: 'post',
    path: '/kerja/kasus/darurat',
    access: ['case.break-glass'],
    handle: breakGlass,
  }),
  staffRoute({
    method: 'post',
    path: '/kerja/kasus/darurat/:id/tinjau',
    access: ['break-glass.review'],
    handle: review,
  }),
  staffRoute({
    method: 'get',
    path: '/kerja/kasus/:kode/ubah',
    access: WRITE,
    handle: knowing((req) => editPage(req)),
  }),
  staffRoute({ method: 'post', path: '/kerja/kasus/:kode/ubah', access: WRITE, handle: knowing(saveFacts) }),
  staffRoute({
    method: 'post',
    path: '/kerja/kasus/:kode/keinginan',
    access: WRITE,
    handle: knowing(saveWish),
  }),
  staffRoute({ method: 'post', path: '/kerja/kasus/:kode/versi', access: WRITE, handle: knowing(choose) }),
  staffRoute({
    method: 'post',
    path: '/kerja/kasus/:kode/lindungi',
    access: ['case.protect'],
    handle: knowing(protect),
  }),
  staffRoute({
    method: 'post',
    path: '/kerja/kasus/:kode/petugas',
    access: ['case.hand-over'],
    handle: knowing(assign),
  }),
  staffRoute({
    method: 'post',
    path: '/kerja/kasus/:kode/buka',
    access: ['case.close'],
    handle: knowing(reopen),
  }),
]
