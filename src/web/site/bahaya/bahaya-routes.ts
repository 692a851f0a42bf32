import { loadReference } from '#src/platform/reference.ts'
import { page, publicRoute, type PublicRoute, type Req } from '#src/web/http.ts'
import { frameOf } from '../public-req.ts'
import { countryLists } from '../countries.ts'
import { BahayaPage } from './bahaya-page.tsx'
import { numbersFor } from './numbers.ts'

async function show(req: Req): Promise<Response> {
  const { countryNames } = loadReference()
  const asked = (req.c.req.query('negara') ?? '').toUpperCase()
  const name = countryNames.find((each) => each.iso === asked)?.[req.lang]
  const lists = countryLists(req.lang)
  // No person's data stands here: a phone may keep it and open it without a line.
  req.c.header('cache-control', 'public, max-age=600, stale-if-error=604800')
  if (name === undefined) return page(req, BahayaPage({ ...frameOf(req), ...lists }))
  const here = { country: { iso: asked, name }, ...(await numbersFor(req, asked)) }
  return page(req, BahayaPage({ ...frameOf(req), ...lists, here }))
}

export const bahayaRoutes: readonly PublicRoute[] = [
  publicRoute({ method: 'get', path: '/bahaya', access: 'public', handle: show }),
]
