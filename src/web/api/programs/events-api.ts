import { z } from '@hono/zod-openapi'
import { cloudEventOf } from '#src/modules/webhooks/index.ts'
import { listEvents } from '#src/platform/audit/event-queries.ts'
import { writeAudit } from '#src/platform/audit/journal-queries.ts'
import { openToken, sealToken } from '#src/platform/crypto/sealed-token.ts'
import { InvalidInputError } from '#src/platform/errors.ts'
import { apiRoute, type ApiCall } from '../route.ts'
import { asProgram } from './as-program.ts'
import { instant, pageFields } from './fields.ts'

const TEN_YEARS = 10 * 366 * 24 * 3600

/** Sealed: the bare number would tell how much happens in other organisations. */
function use({ platform }: ApiCall) {
  return { key: platform.keys.forms, purpose: 'cursor events', now: platform.clock() }
}

function readCursor(call: ApiCall, text: string | undefined): string {
  if (text === undefined) return '0'
  const seq = openToken<string>(use(call), text)
  if (seq === undefined) throw new InvalidInputError([{ path: 'after', code: 'cursor.unknown' }])
  return seq
}

export const eventsApi = [
  apiRoute({
    method: 'get',
    path: '/events',
    access: ['cases:read'],
    summary: 'What changed since a cursor',
    description: 'From the journal, a few seconds after it happened. Codes only.',
    query: z.object({ after: z.string().max(400, 'cursor.unknown').optional(), limit: pageFields.limit }),
    answer: z.object({
      items: z.array(
        z.object({
          at: instant,
          verb: z.string(),
          subjectKind: z.string(),
          subjectId: z.uuid(),
          caseCode: z.string().nullable(),
        }),
      ),
      next: z
        .string()
        .nullable()
        .openapi({ description: 'The cursor for the next call; null when nothing is new.' }),
    }),
    examples: {
      'from the beginning': {
        query: { limit: '30' },
        answer: {
          items: [
            {
              at: '2026-11-20T04:00:00.000Z',
              verb: 'case.created',
              subjectKind: 'case',
              subjectId: '0190a0b0-0000-7000-8000-000000000003',
              caseCode: 'JHB-2026-0001',
            },
          ],
          next: 'sealed-cursor',
        },
      },
    },
    handle: (call) =>
      asProgram(call, async (ctx) => {
        const after = readCursor(call, call.query.after)
        const rows = await listEvents(ctx, ctx.actor.orgId, { after, limit: call.query.limit })
        await writeAudit(ctx, {
          verb: 'events.listed',
          subjectKind: 'journal',
          details: { shown: rows.length },
        })
        const last = rows.at(-1)
        return {
          items: rows.map((row) => ({
            at: row.created_at.toISOString(),
            verb: row.verb,
            subjectKind: row.subject_kind,
            subjectId: row.subject_id,
            caseCode: row.case_code,
          })),
          next: last ? sealToken(use(call), String(last.seq), TEN_YEARS) : null,
        }
      }),
  }),
  apiRoute({
    method: 'get',
    path: '/cloud-events',
    access: ['cases:read'],
    summary: 'The same as CloudEvents 1.0, to replay what a webhook missed',
    description:
      'What webhooks send, from a cursor on. The id of an event is the same here and there, so that one taken twice is known by it.',
    query: z.object({ after: z.string().max(400, 'cursor.unknown').optional(), limit: pageFields.limit }),
    answer: z.object({
      items: z.array(
        z.object({
          specversion: z.literal('1.0'),
          id: z.uuid(),
          source: z.string(),
          type: z.string(),
          time: instant,
          subject: z.string(),
          datacontenttype: z.literal('application/json'),
          data: z.object({ subjectKind: z.string(), subjectId: z.uuid(), caseCode: z.string().nullable() }),
        }),
      ),
      next: z
        .string()
        .nullable()
        .openapi({ description: 'The cursor for the next call; null when nothing is new.' }),
    }),
    examples: {
      'from the beginning': {
        query: { limit: '30' },
        answer: {
          items: [
            {
              specversion: '1.0',
              id: '0190a0b0-0000-7000-8000-000000000009',
              source: 'https://payung.example.org/organisasi/0190a0b0-0000-7000-8000-000000000001',
              type: 'id.payung.referral.accepted',
              time: '2026-11-20T04:00:00.000Z',
              subject: 'referral/0190a0b0-0000-7000-8000-000000000003',
              datacontenttype: 'application/json',
              data: {
                subjectKind: 'referral',
                subjectId: '0190a0b0-0000-7000-8000-000000000003',
                caseCode: 'JHB-2026-0001',
              },
            },
          ],
          next: 'sealed-cursor',
        },
      },
    },
    handle: (call) =>
      asProgram(call, async (ctx) => {
        const after = readCursor(call, call.query.after)
        const { orgId } = ctx.actor
        const rows = await listEvents(ctx, orgId, { after, limit: call.query.limit })
        await writeAudit(ctx, {
          verb: 'events.listed',
          subjectKind: 'journal',
          details: { shown: rows.length },
        })
        const last = rows.at(-1)
        return {
          items: rows.map((row) => cloudEventOf(row, { url: call.platform.config.url, orgId })),
          next: last ? sealToken(use(call), String(last.seq), TEN_YEARS) : null,
        }
      }),
  }),
]
