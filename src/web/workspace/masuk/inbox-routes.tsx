import {
  closeAsNotACase,
  closeInBulk,
  INBOX_FILTERS,
  INBOX_PAGE,
  INBOX_SORTS,
  joinReportToCase,
  listDesksFor,
  listInbox,
  moveReport,
  openCaseFromReport,
  keepApart,
  openNumber,
  openReport,
  takeReport,
  triageReport,
  undoBulkClosing,
  undoClosing,
} from '#src/modules/intake/index.ts'
import { InvalidInputError, NotFoundError } from '#src/platform/errors.ts'
import { formState, readForm, type FormValues } from '#src/web/form-values.ts'
import { page, seeOther, staffRoute, type Route, type StaffReq } from '#src/web/http.ts'
import { at, type FormState, type NoticeView } from '#src/web/ui/staff/frame.ts'
import { asMe, oneOf, pageHref, pageOf, problemsOf, workFrame, idIn } from '../casework.ts'
import { InboxPage, type InboxView } from './inbox-page.tsx'
import { letterOf, reportView } from './inbox-view.ts'

const ACCESS = ['report.list', 'report.read'] as const
const idOf = (req: StaffReq): string => {
  const id = req.c.req.param('id') ?? ''
  if (!/^[0-9a-f-]{36}$/.test(id)) throw new NotFoundError('report.not-found')
  return id
}

type Shown = {
  readonly reportId?: string
  readonly form?: FormState
  readonly flash?: NoticeView
  readonly number?: string
  readonly status?: 200 | 409 | 422
}

/** The list and, beside it, one report; both are recorded. */
async function inbox(req: StaffReq, shown: Shown = {}): Promise<Response> {
  const frame = workFrame(req, shown.flash ? { flash: shown.flash } : {})
  const asked = oneOf(INBOX_FILTERS, req.c.req.query('saring'))
  const sort = oneOf(INBOX_SORTS, req.c.req.query('urut'))
  const current = pageOf(req)
  const view = await asMe(req, async (ctx): Promise<InboxView> => {
    const opened = shown.reportId === undefined ? undefined : await openReport(ctx, shown.reportId)
    const list = await listInbox(ctx, {
      filter: asked,
      sort,
      offset: current * INBOX_PAGE,
      limit: INBOX_PAGE,
    })
    const desks =
      opened && (await listDesksFor(ctx, opened.row.id)).map(({ id, name }) => ({ value: id, label: name }))
    const total = list.counts[asked]
    const to = current * INBOX_PAGE + list.items.length
    return {
      filter: asked,
      sort,
      counts: list.counts,
      longestWaitMs: list.oldest ? frame.now.getTime() - list.oldest.getTime() : 0,
      letters: list.items.map((item) => letterOf(frame, item, shown.reportId)),
      paging: {
        from: list.items.length === 0 ? 0 : current * INBOX_PAGE + 1,
        to,
        total: Math.max(total, to),
        ...(current > 0 && { previous: pageHref(req, current - 1) }),
        ...(total > to && { next: pageHref(req, current + 1) }),
      },
      ...(opened && {
        report: reportView(frame, opened, {
          desks: desks ?? [],
          ...(shown.form && { form: shown.form }),
          ...(shown.number && { number: shown.number }),
        }),
      }),
      ...(list.lastTaken && { lastTaken: list.lastTaken }),
      mayRecord: 'may-record',
    }
  })
  return page(req, <InboxPage frame={frame} view={view} />, shown.status ?? 200)
}

/** Does it and shows the next page; what is wrong stands at the field, what was typed is kept. */
async function attempt(
  req: StaffReq,
  path: string,
  work: (form: FormValues) => Promise<Response>,
): Promise<Response> {
  const form = await readForm(req)
  try {
    return await work(form)
  } catch (error) {
    const problems = problemsOf(req, error, path)
    const status = error instanceof InvalidInputError ? 422 : 409
    return inbox(req, { reportId: idOf(req), form: formState(form, problems), status })
  }
}

async function take(req: StaffReq): Promise<Response> {
  const id = idOf(req)
  const taking = await asMe(req, (ctx) => takeReport(ctx, id))
  if (taking.kind === 'taken') return seeOther(req, `/kerja/masuk/${id}?kabar=diambil`)
  const words = req.t.kerjaKabar
  const lead = taking.kind === 'already' ? words.already(taking.by) : words.closedMeanwhile
  return inbox(req, { reportId: id, flash: { kind: 'care', lead }, status: 409 })
}

/** The officer decides urgency and types, and the case opens with them: one step, one transaction. */
function openCase(req: StaffReq): Promise<Response> {
  const id = idOf(req)
  return attempt(req, 'urgency', async (form) => {
    const made = await asMe(req, async (ctx) => {
      const { row } = await openReport(ctx, id)
      const urgency = form.one('urgency') || row.urgency
      const types = form.given['types'] ? form.all('types') : row.case_types
      const same = urgency === row.urgency && types.join() === row.case_types.join()
      if (!same)
        await triageReport(ctx, {
          reportId: id,
          version: row.version,
          urgency,
          types,
          reason: form.one('urgencyWhy'),
        })
      return openCaseFromReport(ctx, { reportId: id })
    })
    return seeOther(req, `/kerja/kasus/${made.code}?kabar=dibuka`)
  })
}

function join(req: StaffReq): Promise<Response> {
  return attempt(req, 'code', async (form) => {
    const code = form.one('code')
    await asMe(req, (ctx) => joinReportToCase(ctx, { reportId: idOf(req), code }))
    return seeOther(req, `/kerja/kasus/${encodeURIComponent(code)}?kabar=digabung`)
  })
}

async function anotherPerson(req: StaffReq): Promise<Response> {
  const id = idOf(req)
  const otherId = idIn((await readForm(req)).one('lain'))
  if (otherId !== '') await asMe(req, (ctx) => keepApart(ctx, { reportId: id, otherId }))
  return seeOther(req, `/kerja/masuk/${id}?kabar=dipisah`)
}

function notACase(req: StaffReq): Promise<Response> {
  return attempt(req, 'outcome', async (form) => {
    await asMe(req, (ctx) => closeAsNotACase(ctx, idOf(req), form.one('outcome')))
    const words = req.t.kerjaKabar
    const action = {
      label: words.undo,
      href: at(req, `/kerja/masuk/${idOf(req)}/batal`),
      post: 'post' as const,
    }
    return inbox(req, { flash: { kind: 'good', lead: words.done['ditutup'] ?? '', action } })
  })
}

function move(req: StaffReq): Promise<Response> {
  return attempt(req, 'desk', async (form) => {
    await asMe(req, (ctx) =>
      moveReport(ctx, { reportId: idOf(req), target: idIn(form.one('desk')), reason: form.one('deskWhy') }),
    )
    return seeOther(req, '/kerja/masuk?kabar=dialihkan')
  })
}

/** The number is shown on this answer alone, and never kept by the browser. */
function number(req: StaffReq): Promise<Response> {
  return attempt(req, 'numberWhy', async (form) => {
    const opened = await asMe(req, (ctx) =>
      openNumber(ctx, { reportId: idOf(req), reason: form.one('numberWhy') }),
    )
    req.c.header('cache-control', 'no-store')
    return inbox(req, { reportId: idOf(req), ...(opened !== undefined && { number: opened }) })
  })
}

async function bulk(req: StaffReq): Promise<Response> {
  const form = await readForm(req)
  const words = req.t.kerjaKabar
  try {
    const ids = form.all('id').filter((id) => /^[0-9a-f-]{36}$/.test(id))
    const done = await asMe(req, (ctx) => closeInBulk(ctx, ids, form.one('outcome')))
    const action = {
      label: words.undo,
      href: at(req, `/kerja/masuk/tutup-banyak/${done.bulkId}/batal`),
      post: 'post' as const,
    }
    return await inbox(req, {
      flash: {
        kind: 'good',
        lead: words.bulk(done.closed, done.skipped),
        ...(done.closed > 0 && { action }),
      },
    })
  } catch (error) {
    const [problem] = problemsOf(req, error)
    return inbox(req, { flash: { kind: 'care', lead: problem?.message ?? '' }, status: 422 })
  }
}

function undoOne(req: StaffReq): Promise<Response> {
  return attempt(req, 'outcome', async () => {
    await asMe(req, (ctx) => undoClosing(ctx, idOf(req)))
    return seeOther(req, `/kerja/masuk/${idOf(req)}?kabar=kembali`)
  })
}

async function undoBulk(req: StaffReq): Promise<Response> {
  try {
    await asMe(req, (ctx) => undoBulkClosing(ctx, idOf(req)))
    return seeOther(req, '/kerja/masuk?kabar=kembali')
  } catch (error) {
    const [problem] = problemsOf(req, error)
    return inbox(req, { flash: { kind: 'care', lead: problem?.message ?? '' }, status: 409 })
  }
}

export const inboxRoutes: readonly Route[] = [
  staffRoute({ method: 'get', path: '/kerja/masuk', access: ACCESS, handle: (req) => inbox(req) }),
  staffRoute({ method: 'post', path: '/kerja/masuk/tutup-banyak', access: ACCESS, handle: bulk }),
  staffRoute({
    method: 'post',
    path: '/kerja/masuk/tutup-banyak/:id/batal',
    access: ACCESS,
    handle: undoBulk,
  }),
  staffRoute({
    method: 'get',
    path: '/kerja/masuk/:id',
    access: ACCESS,
    handle: (req) => inbox(req, { reportId: idOf(req) }),
  }),
  staffRoute({ method: 'post', path: '/kerja/masuk/:id/ambil', access: ['report.take'], handle: take }),
  staffRoute({ method: 'post', path: '/kerja/masuk/:id/kasus', access: ['report.take'], handle: openCase }),
  staffRoute({ method: 'post', path: '/kerja/masuk/:id/gabung', access: ['report.take'], handle: join }),
  staffRoute({
    method: 'post',
    path: '/kerja/masuk/:id/beda',
    access: ['report.take'],
    handle: anotherPerson,
  }),
  staffRoute({ method: 'post', path: '/kerja/masuk/:id/bukan', access: ['report.take'], handle: notACase }),
  staffRoute({ method: 'post', path: '/kerja/masuk/:id/batal', access: ['report.take'], handle: undoOne }),
  staffRoute({ method: 'post', path: '/kerja/masuk/:id/alih', access: ['report.take'], handle: move }),
  staffRoute({ method: 'post', path: '/kerja/masuk/:id/nomor', access: ['report.take'], handle: number }),
]
