/** What the rulebook concludes from facts: no account, counted for each visitor, and nothing of the facts is kept. */
import { z } from '@hono/zod-openapi'
import { conclude, concludeAll, isQuestionName } from '#src/domain/rulebook/conclude.ts'
import { factsJsonSchema } from '#src/domain/rulebook/facts/facts-schema.ts'
import { readFactsText } from '#src/domain/rulebook/facts/read-facts.ts'
import { runAs } from '#src/platform/db/context.ts'
import { InvalidInputError, NotFoundError, TooManyError } from '#src/platform/errors.ts'
import { countHit } from '#src/platform/limits/limits-queries.ts'
import type { Platform } from '#src/platform/platform.ts'
import { loadRulebook } from '#src/platform/rulebook.ts'
import { apiRoute } from './route.ts'

const WINDOW_SECONDS = 60
const MOST_IN_WINDOW = 300

const CitationSchema = z
  .object({
    instrument: z.string(),
    article: z.string(),
    source: z.string(),
    confidence: z.enum(['verified', 'secondary', 'unverified']),
    validFrom: z.string().nullable().openapi({
      description: 'Null when nobody has read since when it holds; it then counts as from before any day.',
    }),
    validUntil: z.string().nullable().openapi({ description: 'The first day it no longer holds.' }),
  })
  .openapi('Citation')
const EntrySchema = z
  .object({
    rule: z.string(),
    facts: z.array(
      z.object({
        fact: z.string(),
        value: z.unknown(),
        evidence: z.array(z.string()).optional(),
        contrary: z.array(z.string()).optional(),
      }),
    ),
    citation: CitationSchema,
  })
  .openapi('ConclusionEntry')
const ConclusionSchema = z
  .object({
    question: z.string(),
    asOf: z.string().openapi({ description: 'The day whose rules were used.' }),
    answer: z.unknown().openapi({ description: 'Also "unclear" or "not-enough-facts".' }),
    fired: z.array(EntrySchema),
    against: z.array(EntrySchema),
    missing: z.array(z.string()),
    nextQuestions: z.array(z.object({ fact: z.string(), id: z.string(), en: z.string() })),
    confirmBy: z.array(z.string()).openapi({ description: 'Who must agree before it counts.' }),
  })
  .openapi('Conclusion')

async function countVisit(platform: Platform, visitor: Uint8Array): Promise<void> {
  const hits = await runAs(platform, { kind: 'public' }, (ctx) =>
    countHit(ctx, { kind: 'conclusion', visitor, windowSeconds: WINDOW_SECONDS }),
  )
  if (hits > MOST_IN_WINDOW) throw new TooManyError('conclusions.too-many', WINDOW_SECONDS)
}

export const conclusionsApi = [
  apiRoute({
    method: 'post',
    path: '/conclusions/{question}',
    access: 'public',
    summary: 'What the rulebook concludes from facts',
    description:
      'Facts as described by /facts.schema.json. "all" answers every question, keyed by its name. Advice with citations, never a decision about a person.',
    params: z.object({ question: z.string() }),
    body: z.looseObject({}).openapi({ description: 'Facts; see /facts.schema.json.' }),
    answer: z.union([ConclusionSchema, z.record(z.string(), ConclusionSchema)]),
    problems: [404, 429],
    examples: {
      urgency: {
        params: { question: 'urgency' },
        body: { asOf: '2026-11-21', situation: { danger: 'now' } },
        answer: {
          question: 'urgency',
          asOf: '2026-11-21',
          answer: 'darurat',
          fired: [],
          against: [],
          missing: [],
          nextQuestions: [],
          confirmBy: ['caseworker'],
        },
      },
    },
    handle: async ({ c, platform, visitor, params }) => {
      await countVisit(platform, visitor)
      const { question } = params
      if (question !== 'all' && !isQuestionName(question)) throw new NotFoundError('question.not-found')
      const today = platform.clock().toISOString().slice(0, 10)
      // The text as it came: the parsed body no longer shows a name that was said twice.
      const read = readFactsText(await c.req.text(), today)
      if (read.kind === 'not-json') throw new InvalidInputError([{ path: '', code: 'not-an-object' }])
      if (read.kind === 'faults')
        throw new InvalidInputError(read.faults.map(({ field, code }) => ({ path: field, code })))
      const rulebook = loadRulebook()
      const answer: unknown =
        question === 'all'
          ? concludeAll(read.facts, rulebook, today)
          : conclude(question, read.facts, rulebook, today)
      return answer as z.infer<typeof ConclusionSchema>
    },
  }),
  apiRoute({
    method: 'get',
    path: '/facts.schema.json',
    access: 'public',
    summary: 'The schema of facts, as JSON Schema',
    answer: z.record(z.string(), z.unknown()),
    examples: {
      schema: { answer: { $schema: 'https://json-schema.org/draft/2020-12/schema', type: 'object' } },
    },
    handle: () => Promise.resolve({ ...factsJsonSchema() }),
  }),
]
