import {
  askForRight,
  isRightKind,
  listOwnRequests,
  LONGEST_WORDS,
  readOwnExport,
} from '#src/modules/rights/index.ts'
import { runAs } from '#src/platform/db/context.ts'
import { page, type Req } from '#src/web/http.ts'
import { valuesAt, type FormTree } from '#src/web/middleware/decode-form.ts'
import { HOME_ZONE } from '#src/web/ui/when.ts'
import { holderOf, sealHold } from '../lapor/code/proof.ts'
import { frameOf } from '../public-req.ts'
import { exportFile, RightsPage } from './rights-page.tsx'

type Doing = { readonly req: Req; readonly codeHash: string; readonly tree: FormTree }

export async function showRights({ req, codeHash }: Doing, problem?: 'choose-one'): Promise<Response> {
  const requests = await runAs(req.platform, holderOf(codeHash), listOwnRequests)
  const proof = sealHold(req, codeHash)
  return page(
    req,
    RightsPage({ ...frameOf(req), proof, zone: HOME_ZONE, requests, ...(problem && { problem }) }),
    problem ? 422 : 200,
  )
}

export async function askRight(doing: Doing): Promise<Response> {
  const { req, codeHash, tree } = doing
  const kind = valuesAt(tree, 'right')[0] ?? ''
  if (!isRightKind(kind)) return showRights(doing, 'choose-one')
  const words = valuesAt(tree, 'rightWords').join('\n').slice(0, LONGEST_WORDS)
  await runAs(req.platform, holderOf(codeHash), (ctx) => askForRight(ctx, kind, words))
  return showRights(doing)
}

/** A download by post: the address holds nothing, and nothing stays in the browser's memory. */
export async function downloadRights({ req, codeHash }: Doing, requestId: string): Promise<Response> {
  const document = await runAs(req.platform, holderOf(codeHash), (ctx) => readOwnExport(ctx, requestId))
  return req.c.body(String(await exportFile(req.t, req.lang, HOME_ZONE, document)), 200, {
    'content-type': 'text/html; charset=utf-8',
    'content-disposition': 'attachment; filename="data.html"',
    'content-security-policy': "sandbox; default-src 'none'",
    'cache-control': 'no-store',
  })
}
