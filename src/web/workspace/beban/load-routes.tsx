import { isUrgency } from '#src/domain/cases/urgency.ts'
import { handOverWork, readLoad } from '#src/modules/cases/index.ts'
import { listReasons } from '#src/modules/reasons/index.ts'
import { formState, readForm } from '#src/web/form-values.ts'
import { page, seeOther, staffRoute, type Route, type StaffReq } from '#src/web/http.ts'
import { at, EMPTY_FORM, type FormState } from '#src/web/ui/staff/frame.ts'
import { asMe, problemsOf, workFrame, idIn } from '../casework.ts'
import { LoadPage, SILENT_DAYS, type LoadView } from './load-page.tsx'

async function load(req: StaffReq, form: FormState = EMPTY_FORM, status: 200 | 422 = 200): Promise<Response> {
  const frame = workFrame(req)
  const days = SILENT_DAYS.find((each) => String(each) === req.c.req.query('hari')) ?? 7
  const { team, reasons } = await asMe(req, async (ctx) => ({
    team: await readLoad(ctx, days),
    reasons: await listReasons(ctx),
  }))
  const view: LoadView = {
    days,
    rows: team.officers,
    silent: team.untouched.map((item) => ({
      code: item.code,
      href: at(frame, `/kerja/kasus/${item.code}`),
      title: item.person ?? '',
      urgency: isUrgency(item.urgency) ? item.urgency : 'sedang',
      officer: item.officer ?? frame.t.kerjaUmum.nobody,
      lastAt: item.touched_at,
    })),
    reasons,
    officers: team.officers.map(({ staffId, name }) => ({ value: staffId, label: name })),
    form,
  }
  return page(req, <LoadPage frame={frame} view={view} />, status)
}

async function handOver(req: StaffReq): Promise<Response> {
  const form = await readForm(req)
  const { one } = form
  try {
    await asMe(req, (ctx) =>
      handOverWork(ctx, {
        from: idIn(one('from')),
        to: idIn(one('to')),
        which: one('which') === 'urgent' ? 'urgent' : 'all',
        reason: one('why'),
      }),
    )
    return seeOther(req, '/kerja/beban?kabar=diserahkan')
  } catch (error) {
    return load(req, formState(form, problemsOf(req, error, 'to')), 422)
  }
}

export const loadRoutes: readonly Route[] = [
  staffRoute({ method: 'get', path: '/kerja/beban', access: ['load.read'], handle: (req) => load(req) }),
  staffRoute({ method: 'post', path: '/kerja/beban/serahkan', access: ['case.hand-over'], handle: handOver }),
]
