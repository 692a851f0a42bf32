import { listPublicAgreements } from '#src/modules/agreements/index.ts'
import { resolveCitation } from '#src/domain/law/resolve-citation.ts'
import { runAs } from '#src/platform/db/context.ts'
import { NotFoundError } from '#src/platform/errors.ts'
import { loadLaw } from '#src/platform/law/law-files.ts'
import { loadReference } from '#src/platform/reference.ts'
import { page, publicRoute, type PublicRoute, type Req } from '#src/web/http.ts'
import { countryNamer } from '../countries.ts'
import { frameOf } from '../public-req.ts'
import { AgreementPage, PerjanjianPage } from './perjanjian-page.tsx'

export const perjanjianRoutes: readonly PublicRoute[] = [
  publicRoute({ method: 'get', path: '/perjanjian', access: 'public', handle: list }),
  publicRoute({ method: 'get', path: '/perjanjian/:kode', access: 'public', handle: show }),
]

async function list(req: Req): Promise<Response> {
  const asked = req.c.req.query('negara')?.toUpperCase()
  const country = loadReference().countryNames.find(({ iso }) => iso === asked)?.iso
  const agreements = await runAs(req.platform, { kind: 'public' }, (ctx) =>
    listPublicAgreements(ctx, country === undefined ? {} : { state: country }),
  )
  const statements = loadLaw().statements.filter(
    ({ kind, states }) =>
      kind === 'no-agreement-found' && (country === undefined || states.includes(country)),
  )
  return page(
    req,
    PerjanjianPage({
      ...frameOf(req),
      agreements,
      statements,
      countryName: countryNamer(req.lang),
      ...(country !== undefined && { country }),
    }),
  )
}

async function show(req: Req): Promise<Response> {
  const slug = req.c.req.param('kode') ?? ''
  const [agreement] = await runAs(req.platform, { kind: 'public' }, (ctx) =>
    listPublicAgreements(ctx, { slug }),
  )
  if (agreement === undefined) throw new NotFoundError('page.not-found')
  const { instrument } = agreement.facts
  const found = instrument === null ? undefined : resolveCitation(loadLaw(), { instrument, article: '-' })
  return page(
    req,
    AgreementPage({
      ...frameOf(req),
      agreement,
      instrument: found?.kind === 'instrument' ? found.instrument : undefined,
      countryName: countryNamer(req.lang),
    }),
  )
}
