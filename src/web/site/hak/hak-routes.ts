import { CASE_TYPES_OF_WHAT } from '#src/domain/reports/report.ts'
import { page, publicRoute, type PublicRoute, type Req } from '#src/web/http.ts'
import { valuesAt } from '#src/web/middleware/decode-form.ts'
import {
  embassyViews,
  officeViews,
  rightViews,
  stepViews,
  type StepReader,
} from '#src/web/standard-steps-view.ts'
import { countryOptions } from '../lapor/choices.ts'
import { frameOf, readForm } from '../public-req.ts'
import { HakPage } from './hak-page.tsx'
import { NEXT_PATH, NextCountryPage, NextStepsPage, NextWhatPage, PLAIN_PROBLEMS } from './next-page.tsx'

const HOME = 'ID'

/** Nothing is written: the two answers live in the form alone, never in an address. */
export const hakRoutes: readonly PublicRoute[] = [
  publicRoute({ method: 'get', path: '/hak', access: 'public', handle: rights }),
  publicRoute({
    method: 'get',
    path: NEXT_PATH,
    access: 'public',
    handle: (req) => page(req, NextWhatPage(frameOf(req))),
  }),
  publicRoute({ method: 'post', path: NEXT_PATH, access: 'public', handle: next }),
]

function rights(req: Req): Promise<Response> {
  const reader = readerOf(req)
  return page(
    req,
    HakPage({
      ...frameOf(req),
      rights: {
        before: rightViews(reader, 'before'),
        during: rightViews(reader, 'during'),
        after: rightViews(reader, 'after'),
      },
      can: embassyViews(reader, 'can'),
      cannot: embassyViews(reader, 'cannot'),
    }),
  )
}

async function next(req: Req): Promise<Response> {
  const { tree } = await readForm(req)
  const one = (name: string) => valuesAt(tree, name)[0] ?? ''
  const what = PLAIN_PROBLEMS.find((each) => each === one('apa'))
  if (what === undefined) return page(req, NextWhatPage({ ...frameOf(req), problem: 'missing' }), 422)
  const go = one('go')
  if (go === 'what') return page(req, NextWhatPage({ ...frameOf(req), chosen: what }))
  const countries = countryOptions(req.lang)
  if (go !== 'steps') return page(req, NextCountryPage({ ...frameOf(req), what, countries }))
  const country = countries.find((each) => each.value === one('negara'))
  const reader = readerOf(req)
  return page(
    req,
    NextStepsPage({
      ...frameOf(req),
      what,
      steps: stepViews(reader, CASE_TYPES_OF_WHAT[what], country?.value),
      offices: country === undefined ? [] : officeViews(reader, country.value),
      ...(country && {
        country: { name: country.label, abroad: country.value === HOME ? 'home' : 'abroad' },
      }),
    }),
  )
}

function readerOf(req: Req): StepReader {
  return { lang: req.lang, t: req.t, asOf: req.platform.clock().toISOString().slice(0, 10) }
}
