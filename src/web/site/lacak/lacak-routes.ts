import { openWithCode } from '#src/modules/reports/index.ts'
import { readPin, readTrackingCode } from '#src/domain/reports/tracking-code.ts'
import { publicRoute, type PublicRoute, type Req } from '#src/web/http.ts'
import { valuesAt, type FormTree } from '#src/web/middleware/decode-form.ts'
import { openHold } from '../lapor/code/proof.ts'
import { LARGEST_BODY, readForm, tooBig } from '../public-req.ts'
import type { EnterProblem } from './enter-page.tsx'
import { showEnter, showStatus } from './show-status.ts'
import { actOnReport } from './status-actions.ts'

/** The code is posted, never part of an address; after that a sealed token travels in the forms. No cookie. */
export const lacakRoutes: readonly PublicRoute[] = [
  publicRoute({ method: 'get', path: '/lacak', access: 'public', handle: (req) => showEnter(req) }),
  publicRoute({ method: 'post', path: '/lacak', access: 'public', maxBody: LARGEST_BODY, handle: answer }),
]

async function answer(req: Req): Promise<Response> {
  const posted = await readForm(req)
  const { tree } = posted
  const token = valuesAt(tree, 'proof')[0]
  if (token === undefined) {
    if (posted.cut) throw tooBig()
    return enter(req, tree)
  }
  const codeHash = openHold(req, token)
  if (codeHash === undefined) return showEnter(req, { problems: ['expired'], carried: messageIn(tree) })
  return actOnReport(req, codeHash, posted)
}

async function enter(req: Req, tree: FormTree): Promise<Response> {
  const words = valuesAt(tree, 'words').join(' ')
  const pin = valuesAt(tree, 'pin').join('')
  const carried = messageIn(tree)
  const problems = shapeProblems(words, pin)
  if (problems.length > 0) return showEnter(req, { problems, words, carried })
  const opened = await openWithCode(req.platform, { words, pin, visitor: req.visitor })
  if (!opened) return showEnter(req, { problems: ['no-match'], words, carried })
  const text = carried[0]?.[1]
  return showStatus(
    req,
    Buffer.from(opened.codeHash).toString('hex'),
    text === undefined ? {} : { message: { text } },
  )
}

/** What can be said from the form alone; whether the words belong together is part of the one answer for all. */
function shapeProblems(words: string, pin: string): readonly EnterProblem[] {
  const reading = readTrackingCode(words, pin)
  const count =
    reading.kind === 'unread' && (reading.problem === 'too-few-words' || reading.problem === 'too-many-words')
  return [...(count ? (['words'] as const) : []), ...(readPin(pin) === undefined ? (['pin'] as const) : [])]
}

function messageIn(tree: FormTree): readonly (readonly [string, string])[] {
  return valuesAt(tree, 'message')
    .slice(0, 1)
    .map((text) => ['message', text] as const)
}
