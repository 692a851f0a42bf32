import { isId } from '#src/platform/ids.ts'
import { z } from '@hono/zod-openapi'
import { URGENCIES } from '#src/domain/cases/urgency.ts'
import { INBOX_FILTERS, INBOX_SORTS, listInbox, takeReport } from '#src/modules/intake/index.ts'
import { NotFoundError, RefusedError } from '#src/platform/errors.ts'
import { EXAMPLE } from '../examples.ts'
import { apiRoute } from '../route.ts'
import { asProgram, forOfficer } from './as-program.ts'
import { instant, Officer, pageFields } from './fields.ts'

const WaitingSchema = z
  .object({
    id: z.uuid(),
    receivedAt: instant,
    respondBy: instant,
    state: z.enum(['waiting', 'taken']),
    urgency: z.enum(URGENCIES),
    danger: z.enum(['now', 'soon', 'no', 'unknown']),
    caseTypes: z.array(z.string()),
    country: z.string().nullable(),
    about: z.string(),
    language: z.string(),
    touchesChild: z.boolean(),
    doNotCall: z.boolean(),
  })
  .openapi('WaitingReport', { description: 'No words of the reporter: an officer opens those.' })

const FILTERS = INBOX_FILTERS.filter((filter) => filter !== 'mine')

export const inboxApi = [
  apiRoute({
    method: 'get',
    path: '/inbox',
    access: ['reports:read'],
    summary: 'Reports that wait at the own desk',
    query: z.object({
      filter: z.enum(FILTERS).default('all'),
      sort: z.enum(INBOX_SORTS).default('danger'),
      ...pageFields,
    }),
    answer: z.object({ total: z.int(), items: z.array(WaitingSchema) }),
    examples: {
      danger: {
        query: { filter: 'all', sort: 'danger' },
        answer: {
          total: 1,
          items: [
            {
              id: EXAMPLE.reportId,
              receivedAt: '2026-11-20T04:00:00.000Z',
              respondBy: '2026-11-21T04:00:00.000Z',
              state: 'waiting',
              urgency: 'tinggi',
              danger: 'no',
              caseTypes: ['UNPAID_WAGES'],
              country: 'MY',
              about: 'myself',
              language: 'id',
              touchesChild: false,
              doNotCall: true,
            },
          ],
        },
      },
    },
    handle: (call) =>
      asProgram(call, async (ctx) => {
        const inbox = await listInbox(ctx, call.query)
        return {
          total: inbox.counts[call.query.filter],
          items: inbox.items.map((item) => ({
            id: item.id,
            receivedAt: item.created_at.toISOString(),
            respondBy: item.respond_by.toISOString(),
            state: item.state as 'waiting' | 'taken',
            urgency: item.urgency as (typeof URGENCIES)[number],
            danger: item.danger as 'now' | 'soon' | 'no' | 'unknown',
            caseTypes: item.case_types,
            country: item.country,
            about: item.about,
            language: item.language,
            touchesChild: item.touches_child,
            doNotCall: item.do_not_call,
          })),
        }
      }),
  }),
  apiRoute({
    method: 'post',
    path: '/inbox/{id}/take',
    access: ['reports:read', 'cases:write'],
    summary: 'Take a report for a colleague',
    params: z.object({ id: z.string() }),
    body: z.strictObject({ officer: Officer }),
    answer: z.object({ state: z.literal('taken') }),
    problems: [404, 409],
    examples: {
      take: {
        params: { id: EXAMPLE.reportId },
        body: { officer: EXAMPLE.officer },
        answer: { state: 'taken' },
      },
    },
    handle: async (call) => {
      const { id } = call.params
      if (!isId(id)) throw new NotFoundError('report.not-found')
      const taking = await forOfficer(call, { signInName: call.body.officer, may: 'report.take' }, (ctx) =>
        takeReport(ctx, id),
      )
      if (taking.kind === 'taken') return { state: 'taken' as const }
      throw new RefusedError(taking.kind === 'already' ? 'report.taken-already' : 'report.closed')
    },
  }),
]
