import { loadLaw } from '#src/platform/law/law-files.ts'
import { loadVillageTemplate } from '#src/platform/law/village-template.ts'
import { page, publicRoute, type PublicRoute, type Req } from '#src/web/http.ts'
import { villageFileResponse, villageNames, type VillageFile } from '#src/web/village-paper.ts'
import { frameOf } from '../public-req.ts'
import { DesaPage } from './desa-page.tsx'

function show(req: Req): Promise<Response> {
  const short = new Map(loadLaw().instruments.map((each) => [each.id, each.short]))
  return page(req, DesaPage({ ...frameOf(req), template: loadVillageTemplate(), short }))
}

/** The names come with the address of the file and leave with it. */
const give = (kind: VillageFile) => (req: Req) =>
  villageFileResponse(
    kind,
    villageNames((name) => req.c.req.query(name)),
  )

export const desaRoutes: readonly PublicRoute[] = [
  publicRoute({ method: 'get', path: '/desa', access: 'public', handle: show }),
  publicRoute({ method: 'get', path: '/desa/templat.docx', access: 'public', handle: give('docx') }),
  publicRoute({ method: 'get', path: '/desa/templat.txt', access: 'public', handle: give('txt') }),
]
