import { isUrgency } from '#src/domain/cases/urgency.ts'
import { searchCases } from '#src/modules/cases/index.ts'
import { page, staffRoute, type Route, type StaffReq } from '#src/web/http.ts'
import { at, type StaffFrame } from '#src/web/ui/staff/frame.ts'
import { asMe, countryName, workFrame } from '../casework.ts'
import { SearchPage, type SearchHit } from './search-page.tsx'

type Found = Awaited<ReturnType<typeof searchCases>>

function hitsOf(frame: StaffFrame, found: Found, words: string): readonly SearchHit[] {
  const exactly = (name: string | undefined): SearchHit['how'] =>
    name?.toLowerCase().includes(words.toLowerCase()) ? 'exact' : 'similar'
  const cases = found.cases.map((item): SearchHit => ({
    kind: 'case',
    title: item.person ?? item.code,
    href: at(frame, `/kerja/kasus/${item.code}`),
    code: item.code,
    context: countryName(frame.lang, item.country, frame.t),
    ...(isUrgency(item.urgency) && { urgency: item.urgency }),
    how: item.code.toLowerCase().startsWith(words.toLowerCase()) ? 'exact' : exactly(item.person),
  }))
  const reports = found.reports.map((row): SearchHit => ({
    kind: 'report',
    title: frame.t.kerjaCari.kind.report,
    href: at(frame, `/kerja/masuk/${row.id}`),
    context: countryName(frame.lang, row.country, frame.t),
    ...(isUrgency(row.urgency) && { urgency: row.urgency }),
    how: 'similar',
  }))
  return [...cases, ...reports]
}

async function search(req: StaffReq): Promise<Response> {
  const frame = workFrame(req)
  const words = (req.c.req.query('q') ?? '').trim().slice(0, 100)
  const found = words === '' ? { cases: [], reports: [] } : await asMe(req, (ctx) => searchCases(ctx, words))
  req.c.header('cache-control', 'no-store')
  return page(req, <SearchPage frame={frame} view={{ words, hits: hitsOf(frame, found, words) }} />)
}

export const searchRoutes: readonly Route[] = [
  staffRoute({ method: 'get', path: '/kerja/cari', access: ['case.list', 'case.read'], handle: search }),
]
