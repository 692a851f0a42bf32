import { NotFoundError } from '#src/platform/errors.ts'
import { dayIn } from '#src/web/comparison.ts'
import { page, publicRoute, type PublicRoute, type Req } from '#src/web/http.ts'
import { frameOf } from '../public-req.ts'
import { CorridorPage } from './corridor-page.tsx'
import { CountryPage } from './country-page.tsx'
import { corridorView, countriesWithPage, countryView, type CountryReader } from './country-view.ts'
import { NegaraPage } from './negara-page.tsx'
import { RegisterPage } from './register-page.tsx'
import { registerCsv, registerView } from './register-view.ts'

/** Nothing of a person stands here: a telephone may keep these pages and open them without a line. */
const KEPT = 'public, max-age=600, stale-if-error=604800'

export const negaraRoutes: readonly PublicRoute[] = [
  publicRoute({ method: 'get', path: '/negara', access: 'public', handle: (req) => list(req) }),
  // Before the country, whose address would take them.
  publicRoute({ method: 'get', path: '/negara/daftar', access: 'public', handle: register }),
  publicRoute({ method: 'get', path: '/negara/daftar.csv', access: 'public', handle: download }),
  publicRoute({ method: 'get', path: '/negara/:kode', access: 'public', handle: country }),
  publicRoute({ method: 'get', path: '/negara/:kode/koridor', access: 'public', handle: corridor }),
]

function list(req: Req, asked?: 'unknown'): Promise<Response> {
  if (asked === undefined) req.c.header('cache-control', KEPT)
  const countries = countriesWithPage(req.lang)
  const view = NegaraPage({ ...frameOf(req), countries, ...(asked && { asked }) })
  return page(req, view, asked === undefined ? 200 : 404)
}

function country(req: Req): Promise<Response> {
  const { reader, askedDay } = readerOf(req)
  const view = countryView(reader, req.c.req.param('kode') ?? '')
  if (view === undefined) return list(req, 'unknown')
  req.c.header('cache-control', KEPT)
  return page(req, CountryPage({ ...frameOf(req), country: view, ...askedDay }))
}

function corridor(req: Req): Promise<Response> {
  const { reader, askedDay } = readerOf(req)
  const view = corridorView(reader, req.c.req.param('kode') ?? '')
  if (view === undefined) return list(req, 'unknown')
  req.c.header('cache-control', KEPT)
  return page(req, CorridorPage({ ...frameOf(req), corridor: view, ...askedDay }))
}

function register(req: Req): Promise<Response> {
  const region = req.c.req.query('kawasan')
  const current = Number(req.c.req.query('hal') ?? '1')
  const view = registerView(req.lang, req.t, region, current)
  if (view === undefined) throw new NotFoundError('page.not-found')
  req.c.header('cache-control', KEPT)
  return page(req, RegisterPage({ ...frameOf(req), register: view }))
}

function download(req: Req): Response {
  return req.c.body(registerCsv(req.lang, req.t), 200, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': 'attachment; filename="negara.csv"',
    'cache-control': KEPT,
  })
}

/** `?tanggal=2025-09-01` reads the law of that day; anything that is no day is today. */
function readerOf(req: Req): {
  readonly reader: CountryReader
  readonly askedDay: { readonly askedDay?: string }
} {
  const today = req.platform.clock().toISOString().slice(0, 10)
  const asked = dayIn(req.c.req.query('tanggal'))
  return {
    reader: { lang: req.lang, t: req.t, day: asked ?? today },
    askedDay: asked === undefined ? {} : { askedDay: asked },
  }
}
