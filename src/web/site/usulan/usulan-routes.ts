import { listPublicProposals } from '#src/modules/advocacy/index.ts'
import { listPublicGaps } from '#src/modules/gaps/index.ts'
import { runAs } from '#src/platform/db/context.ts'
import { loadLaw } from '#src/platform/law/law-files.ts'
import { page, publicRoute, type PublicRoute, type Req } from '#src/web/http.ts'
import { gapLawWords } from '#src/web/gap-law.ts'
import { frameOf } from '../public-req.ts'
import { GapListPage, UsulanPage } from './usulan-page.tsx'

const PROPOSALS_PER_PAGE = 8
const GAPS_PER_PAGE = 10

/** Recommendations, what became of them, and the gaps behind: for everybody. */
export const usulanRoutes: readonly PublicRoute[] = [
  publicRoute({ method: 'get', path: '/usulan', access: 'public', handle: showProposals }),
  publicRoute({ method: 'get', path: '/usulan/hambatan', access: 'public', handle: showGaps }),
]

async function showProposals(req: Req): Promise<Response> {
  const all = await runAs(req.platform, { kind: 'public' }, listPublicProposals)
  const shown = pageIn(req, all, PROPOSALS_PER_PAGE)
  const names = new Map(loadLaw().instruments.map((each) => [each.id, each.short]))
  return page(
    req,
    UsulanPage({
      ...frameOf(req),
      ...paged(req, shown),
      proposals: shown.rows,
      nameOfLaw: (id) => names.get(id) ?? id,
    }),
  )
}

async function showGaps(req: Req): Promise<Response> {
  const { all, proposals } = await runAs(req.platform, { kind: 'public' }, async (ctx) => ({
    all: await listPublicGaps(ctx),
    proposals: await listPublicProposals(ctx),
  }))
  const shown = pageIn(req, all, GAPS_PER_PAGE)
  const links = proposals.map(({ id, reference, words, state, events, gapIds }, index) => ({
    title: reference?.title[req.lang] ?? words?.title ?? '',
    href: `/usulan?hal=${Math.floor(index / PROPOSALS_PER_PAGE) + 1}#${id}` as const,
    state,
    answers: events.length,
    gapIds,
  }))
  const gaps = shown.rows.map((gap) => ({
    ...gap,
    shownLaw: gapLawWords(req, gap.law),
    proposals: links.filter((each) => each.gapIds.includes(gap.id)),
  }))
  return page(req, GapListPage({ ...frameOf(req), ...paged(req, shown), gaps }))
}

type Shown<T> = { readonly rows: readonly T[]; readonly current: number; readonly pages: number }

/** A page of a short list; beyond its end the last one. */
function pageIn<T>(req: Req, all: readonly T[], size: number): Shown<T> {
  const pages = Math.max(1, Math.ceil(all.length / size))
  const asked = Number(req.c.req.query('hal') ?? '1')
  const current = Number.isInteger(asked) && asked >= 1 ? Math.min(asked, pages) : 1
  return { rows: all.slice((current - 1) * size, current * size), current, pages }
}

function paged(req: Req, { current, pages }: Shown<unknown>) {
  return { current, pages, today: req.platform.clock().toISOString().slice(0, 10) }
}
