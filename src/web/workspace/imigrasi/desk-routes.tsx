/** The doors of the immigration desk. */
import { isRole, may } from '#src/domain/disclosure/roles.ts'
import {
  addInterview,
  closeEncounter,
  ENCOUNTERS_PAGE,
  findBySlip,
  listEncounters,
  listHelpers,
  openEncounter,
  planSecondInterview,
  readSlip,
  readZone,
  recordInterview,
  referSigns,
  takeObjection,
  writeAct,
} from '#src/modules/immigration/index.ts'
import type { StaffContext } from '#src/platform/db/context.ts'
import { makePdf } from '#src/platform/documents/pdf.ts'
import { formState, idParam, readForm, type FormValues } from '#src/web/form-values.ts'
import { page, seeOther, staffRoute, type Route, type StaffReq } from '#src/web/http.ts'
import type { Lang } from '#src/web/ui/href.ts'
import { at, EMPTY_FORM, type FormState } from '#src/web/ui/staff/frame.ts'
import { asMe, pageOf } from '../casework.ts'
import { fileResponse } from '../klausul/clause-files.ts'
import { DESK } from './desk-head.tsx'
import { deskFrame, deskProblems, pagingOf, READ, statusFor, WRITE } from './desk-kit.ts'
import { deskListRoutes } from './desk-list-routes.tsx'
import { DeskPage } from './desk-pages.tsx'
import { EncounterPage, type EncounterView } from './encounter-page.tsx'
import { InterviewPage } from './interview-form.tsx'
import { interviewOf, withZone } from './interview-values.ts'
import { SlipPage, slipPaper } from './slip.tsx'

const FILTERS = { terbuka: 'open', tanda: 'signs', alasan: 'written' } as const

const mayWrite = (req: StaffReq) =>
  may(req.who.actor.roles.filter(isRole), 'immigration.desk') ? { mayWrite: 'may-write' as const } : {}

type Asked = { readonly documentNumber?: string; readonly form?: FormState; readonly notFound?: 'not-found' }

async function desk(req: StaffReq, asked: Asked = {}): Promise<Response> {
  const current = pageOf(req)
  const word = req.c.req.query('saring')
  const only = FILTERS[word as keyof typeof FILTERS]
  const { lines, total } = await asMe(req, (ctx) =>
    listEncounters(ctx, {
      page: current,
      ...(only && { only }),
      ...(asked.documentNumber !== undefined && { documentNumber: asked.documentNumber }),
    }),
  )
  const frame = deskFrame(req)
  const words = frame.t.kerjaImigrasi.filter
  const links = [
    ['', words.all],
    ...Object.entries(FILTERS).map(([key, code]) => [key, words[code]]),
  ] as const
  const view = {
    lines,
    form: asked.form ?? EMPTY_FORM,
    filters: links.map(([key, label]) => ({
      label,
      href: key === '' ? at(frame, DESK) : `${at(frame, DESK)}?saring=${key}`,
      ...((key === '' ? only === undefined : key === word) && { current: 'current' as const }),
    })),
    ...pagingOf(req, { page: current, size: ENCOUNTERS_PAGE, shown: lines.length, total }),
    ...mayWrite(req),
    ...(asked.notFound && { notFound: asked.notFound }),
  }
  return page(req, <DeskPage frame={frame} view={view} />)
}

/** A code leads to its traveller; a passport number to every visit with it. Neither ever stands in an address. */
async function search(req: StaffReq): Promise<Response> {
  const form = await readForm(req)
  const typed = formState(form, [])
  if (form.one('kode') !== '') {
    const found = await asMe(req, (ctx) => findBySlip(ctx, form.one('kode')))
    return found === undefined
      ? desk(req, { form: typed, notFound: 'not-found' })
      : seeOther(req, `${DESK}/${found}`)
  }
  return desk(req, { form: typed, documentNumber: form.one('nomor') })
}

const blank = (req: StaffReq) =>
  page(req, <InterviewPage frame={deskFrame(req)} view={{ form: EMPTY_FORM }} />)

async function record(req: StaffReq): Promise<Response> {
  const form = await readForm(req)
  try {
    const id = await asMe(req, (ctx) => recordInterview(ctx, interviewOf(form)))
    return seeOther(req, `${DESK}/${id}?kabar=disimpan`)
  } catch (error) {
    const view = { form: formState(form, deskProblems(req, error, 'note')) }
    return page(req, <InterviewPage frame={deskFrame(req)} view={view} />, statusFor(error))
  }
}

/** Stores nothing: the same form comes back with what the zone says. */
async function zone(req: StaffReq): Promise<Response> {
  const form = await readForm(req)
  const read = readZone(form.one('zone'), req.platform.clock().toISOString().slice(0, 10))
  const view = { form: withZone(form, read), zone: read, ...againOf(form) }
  return page(req, <InterviewPage frame={deskFrame(req)} view={view} />)
}

function againOf(form: FormValues) {
  const id = form.one('encounter')
  const version = Number(form.one('version'))
  return /^[0-9a-f-]{36}$/.test(id) && Number.isInteger(version) ? { again: { id, version } } : {}
}

type Shown = {
  readonly form: FormState
  readonly at: NonNullable<EncounterView['at']>
  readonly status: 409 | 422
}

async function show(req: StaffReq, shown?: Shown): Promise<Response> {
  const id = idParam(req)
  const [opened, helpers] = await asMe(
    req,
    async (ctx) => [await openEncounter(ctx, id), await listHelpers(ctx)] as const,
  )
  const view: EncounterView = {
    opened,
    helpers,
    form: shown?.form ?? EMPTY_FORM,
    ...(shown && { at: shown.at }),
    ...mayWrite(req),
  }
  return page(req, <EncounterPage frame={deskFrame(req)} view={view} />, shown?.status ?? 200)
}

async function again(req: StaffReq): Promise<Response> {
  const opened = await asMe(req, (ctx) => openEncounter(ctx, idParam(req)))
  const { traveller } = opened
  const values = Object.fromEntries(
    Object.entries(traveller).map(([field, value]) => [`traveller.${field}`, String(value)]),
  )
  const view = { form: { values, problems: [] }, again: { id: opened.id, version: opened.version } }
  return page(req, <InterviewPage frame={deskFrame(req)} view={view} />)
}

async function recordAgain(req: StaffReq): Promise<Response> {
  const form = await readForm(req)
  const at = { id: idParam(req), version: Number(form.one('version')) }
  try {
    await asMe(req, (ctx) => addInterview(ctx, at, interviewOf(form)))
  } catch (error) {
    const view = { form: formState(form, deskProblems(req, error, 'note')), again: at }
    return page(req, <InterviewPage frame={deskFrame(req)} view={view} />, statusFor(error))
  }
  return seeOther(req, `${DESK}/${at.id}?kabar=disimpan`)
}

type Step = {
  readonly at: Shown['at']
  /** The field beside which a refusal stands. */
  readonly field: string
  readonly done: string
  readonly run: (
    ctx: StaffContext,
    at: { readonly id: string; readonly version: number },
    form: FormValues,
  ) => Promise<unknown>
}

const STEPS: readonly Step[] = [
  {
    at: 'rujuk',
    field: 'toOrg',
    done: 'dirujuk',
    run: (ctx, { id }, form) =>
      referSigns(ctx, id, {
        toOrg: form.one('toOrg'),
        consent: form.one('consent'),
        carry: form.all('carry'),
        contact: form.one('contact'),
        wish: form.one('wish'),
        place: form.one('refer-place'),
        ground: form.one('refer-ground'),
        facts: form.all('facts'),
        because: form.one('because'),
      }),
  },
  {
    at: 'alasan',
    field: 'reason',
    done: 'disimpan',
    run: (ctx, at, form) =>
      writeAct(ctx, at, {
        ground: form.one('ground'),
        reason: form.one('reason'),
        proof: form.one('proof'),
        place: form.one('place'),
        unclearBecause: form.one('unclearBecause'),
      }),
  },
  {
    at: 'keberatan',
    field: 'words',
    done: 'disimpan',
    run: (ctx, { id }, form) => takeObjection(ctx, id, form.one('words')),
  },
  {
    at: 'rencana',
    field: 'plan',
    done: 'disimpan',
    run: (ctx, { id }, form) => planSecondInterview(ctx, id, form.one('plan')),
  },
  {
    at: 'tutup',
    field: 'end',
    done: 'disimpan',
    run: (ctx, at, form) => closeEncounter(ctx, at, form.one('end')),
  },
]

/** Names of fields that two forms of the page would share. */
const RENAMED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  rujuk: { place: 'refer-place', ground: 'refer-ground' },
  rencana: { words: 'plan' },
}

const doing =
  (step: Step) =>
  async (req: StaffReq): Promise<Response> => {
    const form = await readForm(req)
    const at = { id: idParam(req), version: Number(form.one('version')) }
    try {
      await asMe(req, (ctx) => step.run(ctx, at, form))
    } catch (error) {
      const problems = deskProblems(req, error, step.field).map((problem) => ({
        ...problem,
        path: RENAMED[step.at]?.[problem.path] ?? problem.path,
      }))
      return show(req, { form: formState(form, problems), at: step.at, status: statusFor(error) })
    }
    return seeOther(req, `${DESK}/${at.id}?kabar=${step.done}`)
  }

const slipLanguage = (req: StaffReq): Lang => {
  const asked = req.c.req.query('bahasa')
  return asked === 'en' || asked === 'id' ? asked : req.lang
}

async function slip(req: StaffReq): Promise<Response> {
  const found = await asMe(req, (ctx) => readSlip(ctx, idParam(req)))
  return page(req, <SlipPage frame={deskFrame(req)} view={{ slip: found, language: slipLanguage(req) }} />)
}

async function slipFile(req: StaffReq): Promise<Response> {
  const found = await asMe(req, (ctx) => readSlip(ctx, idParam(req)))
  const paper = slipPaper(slipLanguage(req), found, req.who.org.timeZone)
  return fileResponse(new Uint8Array(await makePdf(paper, req.platform.clock())), 'pdf', 'surat-alasan')
}

export const deskRoutes: readonly Route[] = [
  staffRoute({ method: 'get', path: DESK, access: READ, handle: (req) => desk(req) }),
  staffRoute({ method: 'post', path: `${DESK}/cari`, access: READ, handle: search }),
  staffRoute({ method: 'get', path: `${DESK}/baru`, access: WRITE, handle: blank }),
  staffRoute({ method: 'post', path: `${DESK}/baru`, access: WRITE, handle: record }),
  staffRoute({ method: 'post', path: `${DESK}/baca-zona`, access: WRITE, handle: zone }),
  ...deskListRoutes,
  staffRoute({ method: 'get', path: `${DESK}/surat/:id`, access: READ, handle: slip }),
  staffRoute({ method: 'get', path: `${DESK}/surat/:id/pdf`, access: READ, handle: slipFile }),
  staffRoute({ method: 'get', path: `${DESK}/:id`, access: READ, handle: (req) => show(req) }),
  staffRoute({ method: 'get', path: `${DESK}/:id/wawancara`, access: WRITE, handle: again }),
  staffRoute({ method: 'post', path: `${DESK}/:id/wawancara`, access: WRITE, handle: recordAgain }),
  ...STEPS.map((step) =>
    staffRoute({ method: 'post', path: `${DESK}/:id/${step.at}`, access: WRITE, handle: doing(step) }),
  ),
]
