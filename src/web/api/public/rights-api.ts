/** What a person asks about own data, behind the code. The second holder may not, and a wrong code answers like nothing. */
import { z } from '@hono/zod-openapi'
import { askForRight, listOwnRequests, LONGEST_WORDS, RIGHT_KINDS } from '#src/modules/rights/index.ts'
import { runAs } from '#src/platform/db/context.ts'
import { apiRoute } from '../route.ts'
import { codeExample, codeFields, holderOfCode } from './follow-api.ts'

const instant = z.iso.datetime()
const RequestSchema = z
  .object({
    kind: z.enum(RIGHT_KINDS),
    state: z.enum(['waiting', 'answered', 'refused']),
    askedAt: instant,
    dueAt: instant.openapi({ description: 'The clock of UU 27/2022; of an erasure our own target.' }),
    answeredAt: instant.nullable(),
    answer: z.string().nullable(),
  })
  .openapi('RightsRequest')

const example = {
  kind: 'access' as const,
  state: 'waiting' as const,
  askedAt: '2026-11-20T08:00:00.000Z',
  dueAt: '2026-11-23T08:00:00.000Z',
  answeredAt: null,
  answer: null,
}

type Coded = Parameters<typeof holderOfCode>[0] & {
  readonly body: { readonly words: string; readonly pin: string }
}

async function requestsOf(call: Coded) {
  const holder = await holderOfCode(call, call.body)
  const rows = await runAs(call.platform, holder, listOwnRequests)
  return {
    requests: rows.map((row) => ({
      kind: row.kind,
      state: row.state === 'answered' || row.state === 'refused' ? row.state : ('waiting' as const),
      askedAt: row.askedAt.toISOString(),
      dueAt: row.dueAt.toISOString(),
      answeredAt: row.answeredAt?.toISOString() ?? null,
      answer: row.answer ?? null,
    })),
  }
}

export const rightsApi = [
  apiRoute({
    method: 'post',
    path: '/follow/rights/list',
    access: 'public',
    summary: 'What the person asked about own data, and the answers',
    body: z.strictObject(codeFields),
    answer: z.object({ requests: z.array(RequestSchema) }),
    problems: [404, 429],
    examples: { list: { body: codeExample, answer: { requests: [example] } } },
    handle: requestsOf,
  }),
  apiRoute({
    method: 'post',
    path: '/follow/rights',
    access: 'public',
    summary: 'Ask for access, correction, withdrawal, restriction or erasure',
    body: z.strictObject({
      ...codeFields,
      kind: z.enum(RIGHT_KINDS),
      request: z.string().max(LONGEST_WORDS, 'too-long').default(''),
    }),
    answer: z.object({ requests: z.array(RequestSchema) }),
    status: 201,
    problems: [403, 404, 429],
    examples: {
      access: { body: { ...codeExample, kind: 'access' as const }, answer: { requests: [example] } },
    },
    handle: async (call) => {
      const holder = await holderOfCode(call, call.body)
      await runAs(call.platform, holder, (ctx) => askForRight(ctx, call.body.kind, call.body.request))
      return requestsOf(call)
    },
  }),
]
