import { createOrganisation, listOrganisations } from '#src/modules/accounts/index.ts'
import { runAs } from '#src/platform/db/context.ts'
import { formState, readForm } from '#src/web/form-values.ts'
import { page, staffRoute, type Route, type StaffReq } from '#src/web/http.ts'
import type { FormState, NoticeView } from '#src/web/ui/staff/frame.ts'
import { frameOf } from '../staff-frame.ts'
import { OrganisationsPage } from './organisation-page.tsx'
import { tryForm } from './try-form.ts'

const FIELDS = [
  'slug',
  'kind',
  'nameId',
  'nameEn',
  'shortName',
  'codePrefix',
  'timeZone',
  'country',
  'takesReports',
  'coverage',
] as const

type Shown = { readonly form?: FormState; readonly flash?: NoticeView; readonly status?: 200 | 422 }

async function organisationsPage(req: StaffReq, shown: Shown = {}): Promise<Response> {
  const rows = await runAs(req.platform, req.who.actor, listOrganisations)
  const view = {
    rows: rows.map((row) => ({
      id: row.id,
      name: row.shortName,
      kind: row.kind,
      takesReports: row.takesReports ? ('yes' as const) : ('no' as const),
      state: row.active ? ('active' as const) : ('inactive' as const),
    })),
    form: shown.form ?? { values: { takesReports: 'no', timeZone: 'Asia/Jakarta' }, problems: [] },
  }
  return page(
    req,
    <OrganisationsPage frame={frameOf(req, { flash: shown.flash })} view={view} />,
    shown.status ?? 200,
  )
}

async function add(req: StaffReq): Promise<Response> {
  const form = await readForm(req)
  const input = Object.fromEntries(
    FIELDS.flatMap((field) => (form.one(field) === '' ? [] : [[field, form.one(field)]])),
  )
  const tried = await tryForm(req, 'slug', () =>
    runAs(req.platform, req.who.actor, (ctx) => createOrganisation(ctx, input)),
  )
  if ('problems' in tried)
    return organisationsPage(req, { form: formState(form, tried.problems), status: 422 })
  return organisationsPage(req, {
    flash: { kind: 'good', lead: req.t.kerjaAkun.organisation.done(form.one('shortName')) },
  })
}

export const organisationRoutes: readonly Route[] = [
  staffRoute({
    method: 'get',
    path: '/kerja/pengaturan/organisasi',
    access: ['installation.manage'],
    handle: (req) => organisationsPage(req),
  }),
  staffRoute({
    method: 'post',
    path: '/kerja/pengaturan/organisasi',
    access: ['installation.manage'],
    handle: add,
  }),
]
