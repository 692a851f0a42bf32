// What an officer waits for at 100,000 cases: inbox, case list and search as the pages call them, under row security.
import pg from 'pg'
import { listCases, searchCases, type CaseFilter, type CaseSort } from '#src/modules/cases/index.ts'
import { listInbox } from '#src/modules/intake/index.ts'
import { runAs, type StaffActor, type StaffContext } from '#src/platform/db/context.ts'
import { fillCases } from './fill.ts'
import { percentile, type BenchServer, type Row } from './server.ts'

const GOAL_MS = 50
const ROUNDS = 150

export async function benchLists(server: BenchServer, cases: number): Promise<readonly Row[]> {
  const { platform, root, close } = await server.database()
  const filled = await fillCases(platform, cases)
  const admin = new pg.Client(root)
  await admin.connect()
  await admin.query('vacuum analyze')
  await admin.end()
  const as = (actor: StaffActor, work: (ctx: StaffContext) => Promise<unknown>) =>
    runAs(platform, actor, (ctx) => work(ctx as StaffContext))
  const { officer, supervisor, names, codes } = filled
  const filters: readonly CaseFilter[] = ['mine', 'org', 'referred', 'closed']
  const sorts: readonly CaseSort[] = ['urgency', 'code', 'next']
  const questions: Readonly<Record<string, (i: number) => Promise<unknown>>> = {
    inbox: (i) =>
      as(officer, (ctx) =>
        listInbox(ctx, {
          filter: (['all', 'darurat', 'family', 'tip'] as const)[i % 4]!,
          sort: i % 3 === 0 ? 'newest' : 'danger',
          offset: (i % 5) * 30,
          limit: 30,
        }),
      ),
    'case list': (i) =>
      as(i % 5 === 0 ? supervisor : officer, (ctx) =>
        listCases(ctx, {
          filter: filters[i % 4]!,
          sort: sorts[i % 3]!,
          order: i % 2 ? 'ascending' : 'descending',
          offset: (i % 4) * 50,
          limit: 50,
          ...(i % 3 === 1 ? { urgency: 'tinggi' } : {}),
          ...(i % 7 === 2 ? { type: 'UNPAID_WAGES' } : {}),
          ...(i % 6 === 3 ? { country: 'HK' } : {}),
        }),
      ),
    'search by name': (i) => as(officer, (ctx) => searchCases(ctx, names[i % names.length]!)),
    'search by code': (i) => as(officer, (ctx) => searchCases(ctx, codes[i % codes.length]!)),
  }
  const rows: Row[] = []
  for (const [what, ask] of Object.entries(questions)) {
    for (let i = 0; i < 20; i++) await ask(i)
    const times: number[] = []
    for (let i = 0; i < ROUNDS; i++) {
      const started = performance.now()
      await ask(i)
      times.push(performance.now() - started)
    }
    const p95 = percentile(times, 0.95)
    rows.push({
      what: `${what} at ${cases} cases`,
      measured: `p50 ${percentile(times, 0.5).toFixed(1)} ms, p95 ${p95.toFixed(1)} ms`,
      baseline: `goal ${GOAL_MS} ms at p95`,
      ratio: (p95 / GOAL_MS).toFixed(2),
      goal: '≤ 1.00',
      reached: p95 < GOAL_MS,
    })
  }
  await close()
  return rows
}
