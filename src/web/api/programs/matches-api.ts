import { isId } from '#src/platform/ids.ts'
import { z } from '@hono/zod-openapi'
import { STEP_CODES } from '#src/domain/linkage/step-codes.ts'
import { VERDICTS } from '#src/domain/linkage/standing.ts'
import { JUDGEMENTS, MATCH_STATES } from '#src/domain/matches/judgements.ts'
import { judgeMatch, listMatches, openMatch, type Match } from '#src/modules/matches/index.ts'
import { NotFoundError } from '#src/platform/errors.ts'
import { EXAMPLE } from '../examples.ts'
import { apiRoute } from '../route.ts'
import { asProgram, forOfficer } from './as-program.ts'
import { instant, Officer } from './fields.ts'

const SideSchema = z.object({
  kind: z.enum(['person', 'report']),
  id: z.uuid(),
  cases: z.array(z.string()),
})
const MatchSchema = z
  .object({
    id: z.uuid(),
    verdict: z.enum(VERDICTS),
    state: z.enum(MATCH_STATES),
    foundAt: instant,
    model: z.string(),
    reasons: z.array(
      z.object({ code: z.enum(STEP_CODES as readonly [string, ...string[]]), weight: z.number() }),
    ),
    left: SideSchema,
    right: SideSchema,
    version: z.int(),
  })
  .openapi('PersonMatch', {
    description:
      'Two records that may be one person, or that carry one number under two identities. A proposal: people judge, nothing is merged.',
  })

const match = {
  id: EXAMPLE.matchId,
  verdict: 'same-person' as const,
  state: 'open' as const,
  foundAt: '2026-11-20T04:00:00.000Z',
  model: 'idn-2026-11-21',
  reasons: [
    { code: 'name-alike', weight: 5 },
    { code: 'birth-same', weight: 8 },
  ],
  left: { kind: 'report' as const, id: EXAMPLE.reportId, cases: [] },
  right: { kind: 'person' as const, id: '0190a0b0-0000-7000-8000-00000000000c', cases: [EXAMPLE.caseCode] },
  version: 1,
}

const sideOf = (side: Match['left']): z.infer<typeof SideSchema> => ({
  kind: side.kind,
  id: side.id,
  cases: side.cases.map((each) => each.code),
})

function wire(row: Match): z.infer<typeof MatchSchema> {
  return {
    id: row.id,
    verdict: row.verdict,
    state: row.state,
    foundAt: row.foundAt.toISOString(),
    model: row.modelVersion,
    reasons: row.steps.map(({ code, weight }) => ({ code, weight })),
    left: sideOf(row.left),
    right: sideOf(row.right),
    version: row.version,
  }
}

/** Of the own body only. Who is looked for, and who was found, is in no program's reach. */
export const matchesApi = [
  apiRoute({
    method: 'get',
    path: '/matches',
    access: ['cases:read', 'cases:write'],
    summary: 'Records of the own organisation that may be one person; no name is in it',
    query: z.object({
      which: z.enum(['open', 'judged']).default('open'),
      page: z.coerce.number().int().min(0).max(1000).default(0),
    }),
    answer: z.object({ items: z.array(MatchSchema), more: z.boolean() }),
    examples: {
      open: { query: { which: 'open', page: '0' }, answer: { items: [match], more: false } },
    },
    handle: (call) =>
      asProgram(call, async (ctx) => {
        const { matches, more } = await listMatches(ctx, call.query)
        return { items: matches.map(wire), more }
      }),
  }),
  apiRoute({
    method: 'post',
    path: '/matches/{id}/judge',
    access: ['cases:read', 'cases:write'],
    summary: 'Keep what a colleague judges of the pair; undone gives it back to the list',
    params: z.object({ id: z.string() }),
    body: z.strictObject({
      officer: Officer,
      version: z.int().openapi({ description: 'The one that was read; 409 when somebody judged meanwhile.' }),
      judged: z.enum(JUDGEMENTS),
      reason: z.string().min(1, 'match.reason-missing').max(2000, 'too-long'),
    }),
    answer: MatchSchema,
    problems: [404, 409],
    examples: {
      same: {
        params: { id: EXAMPLE.matchId },
        body: { officer: EXAMPLE.officer, version: 1, judged: 'unsure', reason: 'Paspor belum diperiksa.' },
        answer: { ...match, state: 'unsure', version: 2 },
      },
    },
    handle: (call) =>
      forOfficer(call, { signInName: call.body.officer, may: 'match.decide' }, async (ctx) => {
        const { id } = call.params
        if (!isId(id)) throw new NotFoundError('match.not-found')
        const { version, judged, reason } = call.body
        await judgeMatch(ctx, { id, version, judged, reason })
        return wire((await openMatch(ctx, id)).match)
      }),
  }),
]
