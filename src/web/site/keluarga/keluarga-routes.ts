import { isIdempotencyKey, newIdempotencyKey } from '#src/modules/reports/index.ts'
import { page, publicRoute, type PublicRoute, type Req } from '#src/web/http.ts'
import { valuesAt } from '#src/web/middleware/decode-form.ts'
import { countryOptions } from '../lapor/choices.ts'
import { storeReport } from '../lapor/lapor-routes.ts'
import { frameOf, readForm } from '../public-req.ts'
import {
  BLANK_FAMILY_FORM,
  checkFamilyForm,
  draftFromFamilyForm,
  readFamilyForm,
  type FamilyForm,
  type FamilyProblem,
} from './family-fields.ts'
import { KeluargaPage } from './keluarga-page.tsx'

export const keluargaRoutes: readonly PublicRoute[] = [
  publicRoute({
    method: 'get',
    path: '/keluarga',
    access: 'public',
    handle: (req) => show(req, BLANK_FAMILY_FORM, newIdempotencyKey()),
  }),
  publicRoute({ method: 'post', path: '/keluarga', access: 'public', handle: answer }),
]

function show(
  req: Req,
  form: FamilyForm,
  requestKey: string,
  problems: readonly FamilyProblem[] = [],
): Promise<Response> {
  const view = { ...frameOf(req), form, requestKey, problems, countries: countryOptions(req.lang) }
  return page(req, KeluargaPage(view), problems.length > 0 ? 422 : 200)
}

async function answer(req: Req): Promise<Response> {
  const { tree } = await readForm(req)
  const form = readFamilyForm(tree)
  const sent = valuesAt(tree, 'key')[0] ?? ''
  const key = isIdempotencyKey(sent) ? sent : newIdempotencyKey()
  const problems = checkFamilyForm(form)
  return problems.length > 0
    ? show(req, form, key, problems)
    : storeReport(req, draftFromFamilyForm(form, req.lang), key)
}
