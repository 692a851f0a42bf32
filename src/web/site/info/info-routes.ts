import { bodiesNamedIn, listDesks } from '#src/modules/desks/index.ts'
import { runAs } from '#src/platform/db/context.ts'
import { isIdempotencyKey, newIdempotencyKey } from '#src/modules/reports/index.ts'
import { page, publicRoute, type PublicRoute, type Req } from '#src/web/http.ts'
import { valuesAt } from '#src/web/middleware/decode-form.ts'
import { countryOptions } from '../lapor/choices.ts'
import { storeReport } from '../lapor/lapor-routes.ts'
import { frameOf, readForm } from '../public-req.ts'
import {
  checkInfoForm,
  draftFromInfoForm,
  readInfoForm,
  type InfoForm,
  type InfoProblem,
} from './info-fields.ts'
import { InfoPage } from './info-page.tsx'

export const infoRoutes: readonly PublicRoute[] = [
  publicRoute({
    method: 'get',
    path: '/info',
    access: 'public',
    handle: (req) => show(req, readInfoForm({}), newIdempotencyKey()),
  }),
  publicRoute({ method: 'post', path: '/info', access: 'public', handle: answer }),
]

function show(
  req: Req,
  form: InfoForm,
  requestKey: string,
  problems: readonly InfoProblem[] = [],
): Promise<Response> {
  const view = { ...frameOf(req), form, requestKey, problems, countries: countryOptions(req.lang) }
  return page(req, InfoPage(view), problems.length > 0 ? 422 : 200)
}

async function answer(req: Req): Promise<Response> {
  const { tree } = await readForm(req)
  const form = readInfoForm(tree)
  const sent = valuesAt(tree, 'key')[0] ?? ''
  const key = isIdempotencyKey(sent) ? sent : newIdempotencyKey()
  const problems = checkInfoForm(form)
  if (problems.length > 0) return show(req, form, key, problems)
  const desks = await runAs(req.platform, { kind: 'public' }, listDesks)
  const named = bodiesNamedIn(desks, `${form.story} ${form.words}`)
  return storeReport(req, draftFromInfoForm(form, req.lang, named), key)
}
