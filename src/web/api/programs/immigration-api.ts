import { z } from '@hono/zod-openapi'
import { ENCOUNTER_ENDS, HIT_DAYS_MOST, HIT_KINDS, HIT_SOURCES } from '#src/domain/immigration/codes.ts'
import { GROUND_CODES } from '#src/domain/immigration/grounds.ts'
import { ENCOUNTERS_PAGE, listRecordsOf, reportHit } from '#src/modules/immigration/index.ts'
import { apiRoute } from '../route.ts'
import { asProgram } from './as-program.ts'

const RecordSchema = z
  .object({
    id: z.uuid(),
    at: z.iso.datetime(),
    state: z.enum(['open', 'closed']),
    closedAs: z.enum(ENCOUNTER_ENDS).nullable(),
    groundWritten: z.enum(GROUND_CODES).nullable().openapi({
      description:
        'The ground that an officer wrote as his own act. Not yet verified: UU 63/2024 was not read.',
    }),
    referral: z.enum(['requested', 'accepted', 'rejected', 'cancelled']).nullable(),
    referralLate: z.boolean(),
  })
  .openapi('DeskRecord', {
    description:
      'A visit at the immigration desk: codes and states, no name, no document, no word of an interview.',
  })

// Strict: a field for a picture or a template does not exist, and a request that brings one is refused whole.
const HitSchema = z
  .strictObject({
    kind: z.enum(HIT_KINDS),
    source: z.enum(HIT_SOURCES),
    reference: z.string().max(40).openapi({ description: 'The number of the report in the other system.' }),
    documentNumber: z.string().max(20),
    reportedAt: z.iso.datetime(),
    days: z.number().int().min(1).max(HIT_DAYS_MOST).openapi({ description: 'For how long it counts.' }),
  })
  .openapi('ReportedHit', {
    description:
      'What another system reported. Never a template, a picture or a text; a hit alone is a question.',
  })

export const immigrationApi = [
  apiRoute({
    method: 'get',
    path: '/immigration/records',
    access: ['immigration:read'],
    summary: 'Visits at the own immigration desk, newest first, without names',
    query: z.object({ page: z.coerce.number().int().min(0).max(1000).default(0) }),
    answer: z.object({ items: z.array(RecordSchema), more: z.boolean() }),
    examples: {
      'first page': {
        query: { page: '0' },
        answer: {
          items: [
            {
              id: '0190a0b0-0000-7000-8000-0000000000d1',
              at: '2026-11-20T03:00:00.000Z',
              state: 'closed',
              closedAs: 'referred',
              groundWritten: null,
              referral: 'accepted',
              referralLate: false,
            },
          ],
          more: false,
        },
      },
    },
    handle: (call) =>
      asProgram(call, async (ctx) => {
        const { page } = call.query
        const { records, total } = await listRecordsOf(ctx, ctx.actor.orgId, page)
        return {
          items: records.map(({ at, ground, state, closedAs, referral, ...rest }) => ({
            ...rest,
            at: at.toISOString(),
            state: z.enum(['open', 'closed']).parse(state),
            closedAs: RecordSchema.shape.closedAs.parse(closedAs),
            groundWritten: RecordSchema.shape.groundWritten.parse(ground),
            referral: RecordSchema.shape.referral.parse(referral),
          })),
          more: total > (page + 1) * ENCOUNTERS_PAGE,
        }
      }),
  }),
  apiRoute({
    method: 'post',
    path: '/immigration/hits',
    access: ['immigration:report'],
    summary: 'Report a hit of another system to the own immigration desk',
    body: HitSchema,
    status: 201,
    answer: z.object({ id: z.uuid() }),
    examples: {
      'duplicate passport': {
        body: {
          kind: 'duplicate-passport',
          source: 'immigration-system',
          reference: 'DP/2026/9',
          documentNumber: 'X9000001',
          reportedAt: '2026-11-19T03:00:00.000Z',
          days: 30,
        },
        answer: { id: '0190a0b0-0000-7000-8000-0000000000d2' },
      },
    },
    handle: (call) =>
      asProgram(call, async (ctx) => ({
        id: await reportHit(ctx, { ...call.body, reportedAt: new Date(call.body.reportedAt) }),
      })),
  }),
]
