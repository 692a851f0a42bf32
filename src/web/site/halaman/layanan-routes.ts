import { listDesks, type Desk } from '#src/modules/desks/index.ts'
import { loadReference } from '#src/platform/reference.ts'
import { runAs } from '#src/platform/db/context.ts'
import { page, publicRoute, type PublicRoute, type Req } from '#src/web/http.ts'
import { frameOf } from '../public-req.ts'
import { LayananPage } from './layanan-page.tsx'

export const layananRoutes: readonly PublicRoute[] = [
  publicRoute({ method: 'get', path: '/layanan', access: 'public', handle: show }),
]

/** Bodies that take reports, by country. Services and checked numbers come with the directory. */
async function show(req: Req): Promise<Response> {
  const desks = await runAs(req.platform, { kind: 'public' }, listDesks)
  const covered = new Set(desks.flatMap((desk) => desk.covers.map((cover) => cover.country)))
  const places = loadReference()
    .countries.filter((country) => covered.has(country.iso))
    .map((country) => ({ code: country.iso, name: country.name[req.lang] }))
  const place = places.find((each) => each.code === (req.c.req.query('tempat') ?? '').toUpperCase())
  if (!place) return page(req, LayananPage({ ...frameOf(req), places }))
  const services = desks
    .filter((desk) => desk.covers.some((cover) => cover.country === place.code))
    .map((desk) => office(req, desk))
  return page(req, LayananPage({ ...frameOf(req), places, here: { place, services } }))
}

function office(req: Req, desk: Desk) {
  const name = req.lang === 'en' ? desk.nameEn : desk.nameId
  return { kind: 'office' as const, name, what: req.t.pelapor.takesReports, numbers: [] }
}
