import { listPublicServices, type PublicService } from '#src/modules/directory/index.ts'
import { runAs } from '#src/platform/db/context.ts'
import { loadReference } from '#src/platform/reference.ts'
import { page, publicRoute, type PublicRoute, type Req } from '#src/web/http.ts'
import { frameOf } from '../public-req.ts'
import { LayananPage, type ServicePlace, type ServiceView } from './layanan-page.tsx'

export const layananRoutes: readonly PublicRoute[] = [
  publicRoute({ method: 'get', path: '/layanan', access: 'public', handle: show }),
]

async function show(req: Req): Promise<Response> {
  const places = servicePlaces(req)
  const asked = (req.c.req.query('tempat') ?? '').toUpperCase()
  const place = places.find((each) => each.code === asked)
  if (!place) return page(req, LayananPage({ ...frameOf(req), places }))
  const where = /^\d/.test(asked) ? { country: 'ID', district: asked } : { country: asked }
  const bodies = await runAs(req.platform, { kind: 'public' }, (ctx) =>
    listPublicServices(ctx, where, req.lang),
  )
  return page(
    req,
    LayananPage({
      ...frameOf(req),
      places,
      here: { place, services: bodies.flatMap((body) => views(req, body)) },
    }),
  )
}

/** Countries where most work, then the provinces at home. */
function servicePlaces(req: Req): readonly ServicePlace[] {
  const { countries, provinces } = loadReference()
  const abroad = countries.map((country) => ({ code: country.iso, name: country.name[req.lang] }))
  return [...abroad, ...provinces.map((province) => ({ code: province.code, name: province.name }))]
}

/** One entry for each service of a body; a body whose services are not known yet stands with what its kind does. */
function views(req: Req, body: PublicService): readonly ServiceView[] {
  const numbers = body.numbers.map((each) => ({
    who: body.name,
    shown: each.value,
    dial: each.value,
    checkedOn: each.checkedOn,
    ...(each.details !== null && { details: each.details }),
  }))
  const live = body.services.filter((service) => service.state === 'live')
  const does = req.t.lembaga.does[body.form]
  if (live.length === 0)
    return numbers.length === 0 && does === undefined
      ? []
      : [{ kind: 'office', name: body.name, what: does ?? req.t.pelapor.takesReports, numbers }]
  return live.map((service) => ({
    kind: service.secret_place || body.kind === 'shelter' ? ('shelter' as const) : ('office' as const),
    name: body.name,
    what: req.lang === 'en' ? service.name_en : service.name_id,
    numbers,
    ...(service.for_whom !== null && { forWhom: service.for_whom }),
    ...(service.languages !== null && { language: service.languages }),
    ...(service.cost !== null && {
      cost: service.cost === 'free' ? req.t.halaman.services.freeOfCharge : service.cost,
    }),
    ...(service.documents !== null && { documents: service.documents }),
    ...(service.hours !== null && { hours: service.hours }),
  }))
}
