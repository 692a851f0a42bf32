import { findBodyName } from '#src/modules/desks/index.ts'
import { readReceipt } from '#src/modules/reports/index.ts'
import { runAs } from '#src/platform/db/context.ts'
import { page, publicRoute, type PublicRoute, type Req } from '#src/web/http.ts'
import { valuesAt } from '#src/web/middleware/decode-form.ts'
import { dateAndTime, HOME_ZONE } from '#src/web/ui/when.ts'
import { HomePage } from '../beranda/home-page.tsx'
import { frameOf, readForm } from '../public-req.ts'
import { KeluarPage } from './keluar-page.tsx'
import { ReceiptCheckPage, type ReceiptCheck } from './receipt-check-page.tsx'
import { AmanPage, KeluhanPage, TentangPage } from './text-pages.tsx'

/** Home and the pages of plain text. */
export const halamanRoutes: readonly PublicRoute[] = [
  publicRoute({
    method: 'get',
    path: '/',
    access: 'public',
    handle: (req) => page(req, HomePage(frameOf(req))),
  }),
  publicRoute({
    method: 'get',
    path: '/tentang',
    access: 'public',
    handle: (req) => page(req, TentangPage(frameOf(req))),
  }),
  publicRoute({
    method: 'get',
    path: '/aman',
    access: 'public',
    handle: (req) => page(req, AmanPage(frameOf(req))),
  }),
  publicRoute({
    method: 'get',
    path: '/keluhan',
    access: 'public',
    handle: (req) => page(req, KeluhanPage(frameOf(req))),
  }),
  publicRoute({ method: 'get', path: '/keluar', access: 'public', handle: leave }),
  publicRoute({
    method: 'get',
    path: '/tanda-terima',
    access: 'public',
    handle: (req) => showCheck(req, { result: 'not-asked' }),
  }),
  publicRoute({ method: 'post', path: '/tanda-terima', access: 'public', handle: checkReceipt }),
]

/** What the browser still keeps of us goes; a page of ours that is opened again asks the server. */
function leave(req: Req): Promise<Response> {
  req.c.header('clear-site-data', '"cache", "storage"')
  return page(req, KeluarPage({ lang: req.lang, t: req.t }))
}

function showCheck(req: Req, check: ReceiptCheck): Promise<Response> {
  const wrong = check.result === 'missing' || check.result === 'not-real'
  return page(req, ReceiptCheckPage({ ...frameOf(req), check }), wrong ? 422 : 200)
}

async function checkReceipt(req: Req): Promise<Response> {
  const { tree } = await readForm(req)
  const [number, signature] = ['number', 'signature'].map((name) => valuesAt(tree, name).join(''))
  const typed = { number: number ?? '', signature: signature ?? '' }
  if (typed.number === '' || typed.signature === '') return showCheck(req, { result: 'missing', ...typed })
  const facts = readReceipt(req.platform, typed)
  const body =
    facts && (await runAs(req.platform, { kind: 'public' }, (ctx) => findBodyName(ctx, facts.bodyId)))
  if (!facts || !body) return showCheck(req, { result: 'not-real', ...typed })
  return showCheck(req, {
    result: 'real',
    body: req.lang === 'en' ? body.nameEn : body.nameId,
    time: dateAndTime(req.lang, facts.at, HOME_ZONE),
  })
}
