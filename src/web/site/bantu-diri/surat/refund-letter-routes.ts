import { concludePlacementCost } from '#src/domain/rulebook/placement-cost/placement-cost.ts'
import { refundLetterOf } from '#src/domain/rulebook/placement-cost/refund-letter.ts'
import { loadRulebook } from '#src/platform/rulebook.ts'
import { page, publicRoute, seeOther, type PublicRoute, type Req } from '#src/web/http.ts'
import { countryOptions } from '../../lapor/choices.ts'
import { frameOf, readForm } from '../../public-req.ts'
import { readAnswers } from '../guide.ts'
import { GUIDES } from '../guides.ts'
import { RefundLetterPage } from './refund-letter-page.tsx'

/** Nothing is written, neither to the database nor to a log: the answers come with the form and leave with the page. */
export const refundLetterRoutes: readonly PublicRoute[] = [
  publicRoute({
    method: 'get',
    path: '/biaya/surat',
    access: 'public',
    handle: (req) => Promise.resolve(seeOther(req, '/biaya')),
  }),
  publicRoute({ method: 'post', path: '/biaya/surat', access: 'public', handle: letter }),
]

/** The guide asks in rupiah. */
const CURRENCY = 'IDR'

async function letter(req: Req): Promise<Response> {
  const { tree } = await readForm(req)
  const answers = readAnswers(req.t, GUIDES.biaya, tree)
  const today = req.platform.clock().toISOString().slice(0, 10)
  const conclusion = concludePlacementCost(GUIDES.biaya.facts(answers), loadRulebook(), today)
  const destination = answers['negara']?.[0]
  const country = countryOptions(req.lang).find((each) => each.value === destination)?.label ?? ''
  return page(
    req,
    RefundLetterPage({ ...frameOf(req), answers, country, letter: refundLetterOf(conclusion, CURRENCY) }),
  )
}
