import { checkCompany } from '#src/modules/companies/index.ts'
import { runAs } from '#src/platform/db/context.ts'
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

/** The name is compared and forgotten. Without a list the page says that this installation holds none yet. */
async function show(req: Req, name: string): Promise<Response> {
  const check = await runAs(req.platform, { kind: 'public' }, (ctx) => checkCompany(ctx, name))
  return page(
    req,
    P3miPage({
      ...frameOf(req),
      name,
      ...(check.kind === 'list' && { list: check.register, ...(check.found && { found: check.found }) }),
    }),
  )
}
