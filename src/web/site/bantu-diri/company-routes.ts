import { lookUpCompany } from '#src/domain/rulebook/offer/company-register.ts'
import { loadDemoRegister } from '#src/platform/company-register.ts'
import { page, publicRoute, type PublicRoute, type Req } from '#src/web/http.ts'
import { valuesAt } from '#src/web/middleware/decode-form.ts'
import { frameOf, readForm } from '../public-req.ts'
import { P3miPage } from './p3mi-page.tsx'

const LONGEST_NAME = 200

export const companyRoutes: readonly PublicRoute[] = [
  publicRoute({ method: 'get', path: '/p3mi', access: 'public', handle: (req) => show(req, '') }),
  publicRoute({ method: 'post', path: '/p3mi', access: 'public', handle: lookUp }),
]

async function lookUp(req: Req): Promise<Response> {
  const { tree } = await readForm(req)
  return show(req, (valuesAt(tree, 'nama')[0] ?? '').slice(0, LONGEST_NAME))
}

/** Only a demonstration has a list; elsewhere the page says that none was put in. */
function show(req: Req, name: string): Promise<Response> {
  const register = req.platform.config.demo ? loadDemoRegister() : undefined
  const today = req.platform.clock().toISOString().slice(0, 10)
  return page(
    req,
    P3miPage({
      ...frameOf(req),
      name,
      ...(register === undefined ? {} : { listOf: register.asOf }),
      ...(register === undefined || name === '' ? {} : { found: lookUpCompany(register, name, today) }),
    }),
  )
}
