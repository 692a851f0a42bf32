import { isRole, may } from '#src/domain/disclosure/roles.ts'
import { isScope } from '#src/domain/disclosure/scopes.ts'
import { createClient, decideClient, listClients, type ClientRow } from '#src/modules/accounts/index.ts'
import { asStaff, runAs } from '#src/platform/db/context.ts'
import { formState, idParam, readForm } from '#src/web/form-values.ts'
import { page, staffRoute, type Route, type StaffReq } from '#src/web/http.ts'
import { EMPTY_FORM, type NoticeView } from '#src/web/ui/staff/frame.ts'
import { frameOf } from '../staff-frame.ts'
import { ClientsPage, type ClientsView, type ClientView } from './client-page.tsx'
import { refusal, tryForm } from './try-form.ts'

function stateOf(row: ClientRow): ClientView['state'] {
  if (row.endedAt) return 'ended'
  if (row.refusedAt) return 'refused'
  return row.confirmedAt ? 'live' : 'waiting'
}

async function clientsPage(
  req: StaffReq,
  shown: Partial<Pick<ClientsView, 'form' | 'token'>> & {
    readonly flash?: NoticeView
    readonly status?: 200 | 422
  } = {},
): Promise<Response> {
  const { actor } = req.who
  const rows = await runAs(req.platform, actor, (ctx) => listClients(asStaff(ctx)))
  const view: ClientsView = {
    clients: rows.map((row) => ({
      id: row.id,
      name: row.name,
      scopes: row.scopes.filter(isScope),
      state: stateOf(row),
      madeAt: row.createdAt,
      own: row.requestedBy === actor.staffId ? 'own' : undefined,
    })),
    mayAdd: may(actor.roles.filter(isRole), 'token.manage') ? 'may-add' : undefined,
    token: shown.token,
    form: shown.form ?? EMPTY_FORM,
  }
  return page(
    req,
    <ClientsPage frame={frameOf(req, { flash: shown.flash })} view={view} />,
    shown.status ?? 200,
  )
}

async function add(req: StaffReq): Promise<Response> {
  const form = await readForm(req)
  const wish = { name: form.one('name'), scopes: form.all('scopes') }
  const tried = await tryForm(req, 'name', () =>
    runAs(req.platform, req.who.actor, (ctx) => createClient(asStaff(ctx), wish)),
  )
  if ('problems' in tried) return clientsPage(req, { form: formState(form, tried.problems), status: 422 })
  return clientsPage(req, { token: { text: tried.done.token, waits: tried.done.waits } })
}

const VERDICTS: Readonly<Record<string, 'confirm' | 'refuse' | 'end'>> = {
  setuju: 'confirm',
  tolak: 'refuse',
  akhiri: 'end',
}

async function decide(req: StaffReq): Promise<Response> {
  const form = await readForm(req)
  const verdict = VERDICTS[form.one('hasil')] ?? 'refuse'
  const tried = await tryForm(req, 'name', () =>
    runAs(req.platform, req.who.actor, (ctx) => decideClient(asStaff(ctx), { id: idParam(req), verdict })),
  )
  if ('problems' in tried) return clientsPage(req, { flash: refusal(tried.problems), status: 422 })
  return clientsPage(req)
}

const WHO = ['token.manage', 'role.confirm'] as const

export const clientRoutes: readonly Route[] = [
  staffRoute({
    method: 'get',
    path: '/kerja/pengaturan/klien',
    access: WHO,
    handle: (req) => clientsPage(req),
  }),
  staffRoute({ method: 'post', path: '/kerja/pengaturan/klien', access: ['token.manage'], handle: add }),
  staffRoute({ method: 'post', path: '/kerja/pengaturan/klien/:id', access: WHO, handle: decide }),
]
