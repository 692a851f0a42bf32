/** The trusted person's code, offered on the code page and here again; making one ends the one before. */
import { addSecondHolder, newIdempotencyKey, readChoices } from '#src/modules/reports/index.ts'
import { runAs } from '#src/platform/db/context.ts'
import { page, type Req } from '#src/web/http.ts'
import { valuesAt, type FormTree } from '#src/web/middleware/decode-form.ts'
import { holderOf, sealHold } from '../lapor/code/proof.ts'
import { frameOf } from '../public-req.ts'
import { SecondPage } from './second-page.tsx'

type Doing = { readonly req: Req; readonly codeHash: string; readonly tree: FormTree }

export async function showSecond({ req, codeHash }: Doing): Promise<Response> {
  // Refuses the second holder, as every choice does.
  await runAs(req.platform, holderOf(codeHash), readChoices)
  const proof = sealHold(req, codeHash)
  return page(req, SecondPage({ ...frameOf(req), proof, nonce: newIdempotencyKey().slice(0, 12) }))
}

/** A reload of the answer shows the same code; a new page makes a new one. */
export async function makeSecond(doing: Doing): Promise<Response> {
  const { req, codeHash, tree } = doing
  const nonce = valuesAt(tree, 'nonce')[0] ?? ''
  if (!/^[\w-]{12}$/.test(nonce)) return showSecond(doing)
  const code = await runAs(req.platform, holderOf(codeHash), (ctx) => addSecondHolder(ctx, nonce))
  return page(req, SecondPage({ ...frameOf(req), proof: sealHold(req, codeHash), nonce, code }))
}
