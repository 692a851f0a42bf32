/** What can be done on the page with the code: type it back, make a second one, a receipt, or add a file. */
import { readPin, readTrackingCode, type TrackingCode } from '#src/domain/reports/tracking-code.ts'
import {
  addSecondHolder,
  codeOfKey,
  isIdempotencyKey,
  makeReceipt,
  readStored,
} from '#src/modules/reports/index.ts'
import { runAs } from '#src/platform/db/context.ts'
import { page, type Req } from '#src/web/http.ts'
import { valuesAt, type FormTree } from '#src/web/middleware/decode-form.ts'
import { dateAndTime, HOME_ZONE } from '#src/web/ui/when.ts'
import { EnterPage } from '../../lacak/enter-page.tsx'
import { frameOf, type PostedForm } from '../../public-req.ts'
import { takeFiles } from '../../take-files.ts'
import type { Retype } from './code-page.tsx'
import { holderOf, openProof, type CodeProof } from './proof.ts'
import { showCode } from './show-code.ts'

export async function actOnCode(req: Req, { tree, files, cut }: PostedForm): Promise<Response> {
  const proof = openProof(req, valuesAt(tree, 'proof')[0] ?? '')
  if (!proof) return page(req, EnterPage({ ...frameOf(req), problems: ['expired'] }), 422)
  if (cut) return showCode(req, proof, { fileProblem: 'too-big', status: 422 })
  switch (valuesAt(tree, 'go')[0]) {
    case 'again':
      return retype(req, proof, tree)
    case 'again-skip':
      return showCode(req, proof, { retype: { state: 'skipped' } })
    case 'second':
      return showCode(req, proof, {
        second: await runAs(req.platform, holderOf(proof.h), (ctx) => addSecondHolder(ctx, proof.n)),
      })
    case 'receipt':
      return showCode(req, proof, { receipt: await receipt(req, proof) })
    case 'attach': {
      const problem = await takeFiles(req, holderOf(proof.h), files)
      return showCode(req, proof, problem ? { fileProblem: problem, status: 422 } : {})
    }
    default:
      return showCode(req, proof)
  }
}

function retype(req: Req, proof: CodeProof, tree: FormTree): Promise<Response> {
  const words = valuesAt(tree, 'again.words').join(' ')
  const pin = valuesAt(tree, 'again.pin').join('')
  if (proof.k === undefined || !isIdempotencyKey(proof.k))
    return showCode(req, proof, { retype: { state: 'right' } })
  const wrong = wrongParts(codeOfKey(req.platform, proof.k), words, pin)
  // Typed back rightly it is known by heart or on paper: from now on the page shows it no more.
  if (wrong.length === 0) return showCode(req, { h: proof.h, n: proof.n }, { retype: { state: 'right' } })
  const state: Retype = { state: 'wrong', words, wrong }
  return showCode(req, proof, { retype: state, status: 422 })
}

function wrongParts(code: TrackingCode, words: string, pin: string): readonly ('words' | 'pin')[] {
  const reading = readTrackingCode(words, code.pin)
  const sameWords = reading.kind === 'read' && reading.code.words.every((word, at) => word === code.words[at])
  return [
    ...(sameWords ? [] : (['words'] as const)),
    ...(readPin(pin) === code.pin ? [] : (['pin'] as const)),
  ]
}

async function receipt(req: Req, proof: CodeProof) {
  const stored = await runAs(req.platform, holderOf(proof.h), readStored)
  const made = makeReceipt(req.platform, {
    at: stored.receivedAt,
    bodyId: stored.desk.id,
    reportId: stored.id,
  })
  const body = req.lang === 'en' ? stored.desk.nameEn : stored.desk.nameId
  return { ...made, body, time: dateAndTime(req.lang, stored.receivedAt, HOME_ZONE) }
}
