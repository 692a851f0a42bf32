import { loadRulebookTexts } from '#src/platform/rulebook.ts'
import { NotFoundError } from '#src/platform/errors.ts'
import { page, publicRoute, type PublicRoute, type Req } from '#src/web/http.ts'
import { frameOf } from '../public-req.ts'
import { AturanChapterPage, AturanIndexPage, pagesOf } from './aturan-page.tsx'

/** The rulebook as it stands in its data; the same for everybody, so nothing is asked and nothing is kept. */
export const aturanRoutes: readonly PublicRoute[] = [
  publicRoute({
    method: 'get',
    path: '/aturan',
    access: 'public',
    handle: (req) => page(req, AturanIndexPage({ ...frameOf(req), chapters: loadRulebookTexts().chapters })),
  }),
  publicRoute({ method: 'get', path: '/aturan/:pertanyaan', access: 'public', handle: showChapter }),
]

function showChapter(req: Req): Promise<Response> {
  const { chapters, instruments } = loadRulebookTexts()
  const chapter = chapters.find((each) => each.question === req.c.req.param('pertanyaan'))
  const asked = req.c.req.query('hal') ?? '1'
  const current = asked === 'semua' ? 'all' : Number(asked)
  if (!chapter || !(current === 'all' || isPage(current, pagesOf(chapter))))
    throw new NotFoundError('page.not-found')
  const short = new Map(instruments.map((each) => [each.id, each.short]))
  return page(req, AturanChapterPage({ ...frameOf(req), chapter, short, current }))
}

function isPage(page: number, total: number): boolean {
  return Number.isInteger(page) && page >= 1 && page <= total
}
