import { CASES_PAGE, listCases, readCase } from '#src/modules/cases/index.ts'
import { isCaseType } from '#src/domain/cases/case-types.ts'
import { isUrgency } from '#src/domain/cases/urgency.ts'
import { page, staffRoute, type Route, type StaffReq } from '#src/web/http.ts'
import { at } from '#src/web/ui/staff/frame.ts'
import { clockStateOf } from '#src/web/ui/staff/marks.tsx'
import { asMe, countryName, oneOf, pageHref, pageOf, workFrame } from '../casework.ts'
import { evidenceRoutes } from './bukti/evidence-routes.ts'
import { needRoutes } from './kebutuhan/need-routes.tsx'
import { correctRoutes } from './kronologi/correct-routes.tsx'
import { trackRoutes } from './jalur/track-routes.tsx'
import { chainRoutes } from './perantara/chain-routes.tsx'
import { personRoutes } from './orang/person-routes.tsx'
import { caseChangeRoutes, knowing } from './case-change-routes.tsx'
import { casePostRoutes } from './case-post-routes.tsx'
import { CasePrintPage } from './case-print-page.tsx'
import { headOf } from './case-head-of.ts'
import { messagesOf, notesOf, tasksOf } from './case-view-of.ts'
import { incidentRoutes } from './incident-routes.tsx'
import { closeCaseRoutes } from './close-case-routes.tsx'
import { CASE_TABS, type CaseTab } from './case-view.ts'
import {
  CASE_FILTERS,
  CASE_SORTS,
  CasesPage,
  type CaseRow,
  type CaseSort,
  type CasesView,
} from './cases-page.tsx'
import { codeOf, showCase, summaryOf } from './show-case.tsx'

type Listed = Awaited<ReturnType<typeof listCases>>['items'][number]

async function cases(req: StaffReq): Promise<Response> {
  const frame = workFrame(req)
  const asked = (name: string): string => req.c.req.query(name) ?? ''
  const filter = oneOf(CASE_FILTERS, asked('saring') || 'org')
  const sort = oneOf(CASE_SORTS, asked('urut') || 'urgency')
  const order = asked('arah') === 'turun' ? 'descending' : 'ascending'
  const current = pageOf(req)
  const urgency = isUrgency(asked('urgensi')) ? { urgency: asked('urgensi') } : {}
  const type = isCaseType(asked('jenis')) ? { type: asked('jenis') } : {}
  const country = /^[A-Z]{2}$/.test(asked('negara')) ? { country: asked('negara') } : {}
  if (asked('q') !== '')
    return req.c.redirect(`${at(frame, '/kerja/cari')}?q=${encodeURIComponent(asked('q'))}`, 303)
  const list = await asMe(req, (ctx) =>
    listCases(ctx, {
      filter,
      sort,
      order,
      ...urgency,
      ...type,
      ...country,
      offset: current * CASES_PAGE,
      limit: CASES_PAGE,
    }),
  )
  const to = current * CASES_PAGE + list.items.length
  const view: CasesView = {
    filter,
    counts: list.counts,
    sort,
    order,
    sortHref: Object.fromEntries(
      CASE_SORTS.map((column) => [column, sortHref(req, column, column === sort && order === 'ascending')]),
    ) as Record<CaseSort, string>,
    countries: list.countries.map((iso) => ({
      value: iso,
      label: countryName(req.lang, iso, req.t),
    })),
    form: {
      values: {
        q: '',
        urgensi: asked('urgensi'),
        jenis: asked('jenis'),
        negara: asked('negara'),
      },
      problems: [],
    },
    rows: list.items.map((item) => rowOf(frame, item)),
    paging: {
      from: list.items.length === 0 ? 0 : current * CASES_PAGE + 1,
      to,
      total: Math.max(list.total, to),
      ...(current > 0 && { previous: pageHref(req, current - 1) }),
      ...(list.items.length === CASES_PAGE && list.total > to && { next: pageHref(req, current + 1) }),
    },
  }
  return page(req, <CasesPage frame={frame} view={view} />)
}

function sortHref(req: StaffReq, column: CaseSort, reverse: boolean): string {
  const url = new URL(req.c.req.url)
  url.searchParams.delete('hal')
  url.searchParams.set('urut', column)
  url.searchParams.set('arah', reverse ? 'turun' : 'naik')
  return `${url.pathname}${url.search}`
}

function rowOf(frame: ReturnType<typeof workFrame>, item: Listed): CaseRow {
  return {
    code: item.code,
    href: at(frame, `/kerja/kasus/${item.code}`),
    person: item.person ?? '',
    place: countryName(frame.lang, item.country, frame.t),
    urgency: isUrgency(item.urgency) ? item.urgency : 'sedang',
    types: item.case_types.filter(isCaseType),
    state: item.case_state === 'closed' ? 'closed' : 'open',
    officer: item.officer ?? frame.t.kerjaUmum.nobody,
    ...(item.next_due_at && {
      next: {
        state: clockStateOf({ startedAt: item.touched_at, due: item.next_due_at, now: frame.now }),
        at: item.next_due_at,
        source: 'internal-target' as const,
      },
    }),
  }
}

async function print(req: StaffReq): Promise<Response> {
  const frame = workFrame(req)
  const view = await asMe(req, async (ctx) => {
    const file = await readCase(ctx, codeOf(req), 'print')
    return {
      head: headOf(frame, file, 0),
      summary: await summaryOf(ctx, frame, file),
      notes: notesOf(file),
      tasks: tasksOf(frame, file),
      messages: messagesOf(file),
    }
  })
  req.c.header('cache-control', 'no-store')
  return page(req, <CasePrintPage frame={frame} view={view} />)
}

const tabRoute = (tab: CaseTab): Route =>
  staffRoute({
    method: 'get',
    path: `/kerja/kasus/:kode${CASE_TABS[tab]}`,
    access: ['case.read'],
    handle: knowing((req) => showCase(req, tab)),
  })

export const caseRoutes: readonly Route[] = [
  staffRoute({ method: 'get', path: '/kerja/kasus', access: ['case.list', 'case.read'], handle: cases }),
  ...incidentRoutes,
  ...caseChangeRoutes,
  ...closeCaseRoutes,
  staffRoute({
    method: 'get',
    path: '/kerja/kasus/:kode/cetak',
    access: ['case.read'],
    handle: knowing(print),
  }),
  ...(Object.keys(CASE_TABS) as CaseTab[]).map(tabRoute),
  ...[
    ...casePostRoutes,
    ...needRoutes,
    ...chainRoutes,
    ...trackRoutes,
    ...evidenceRoutes,
    ...correctRoutes,
    ...personRoutes,
  ].map((route) => ({ ...route, handle: knowing(route.handle as Parameters<typeof knowing>[0]) }) as Route),
]
