import { z } from '@hono/zod-openapi'
import { AGREEMENT_ACTORS, AGREEMENT_TYPES, DUTY_STATES } from '#src/domain/agreements/codes.ts'
import { STAGES } from '#src/domain/agreements/pipeline.ts'
import { LAW_CERTAINTIES } from '#src/domain/law/article-ref.ts'
import { listPublicAgreements, type PublicAgreement } from '#src/modules/agreements/index.ts'
import { runAs } from '#src/platform/db/context.ts'
import { apiRoute } from '../route.ts'

const Country = z
  .string()
  .regex(/^[A-Za-z]{2}$/, 'not-in-list')
  .openapi({ description: 'ISO 3166-1 alpha-2' })
const Both = z.object({ id: z.string(), en: z.string().optional() })
const Source = {
  citation: z.string(),
  url: z.string().optional(),
  confidence: z
    .enum(LAW_CERTAINTIES)
    .openapi({ description: '"unverified" is not yet verified by anybody.' }),
}
const AgreementSchema = z
  .object({
    id: z.string(),
    title: Both,
    type: z.enum(AGREEMENT_TYPES),
    states: z.array(z.string()),
    bodies: z.array(z.string()),
    subjects: z.array(z.string()),
    stage: z
      .enum(STAGES)
      .openapi({ description: '"idea" and "talks" are not signed; "unclear": no source tells.' }),
    instrument: z.string().optional().openapi({ description: 'Its id in the law library, at /hukum/{id}.' }),
    note: Both.optional(),
    ...Source,
    steps: z
      .array(z.object({ stage: z.enum(STAGES), on: z.string().optional(), citation: z.string().optional() }))
      .openapi({
        description: 'The day as known: a year, a month, a day, "~" for about; absent where not known.',
      }),
    duties: z.array(
      z.object({
        says: Both,
        owedBy: z.enum(AGREEMENT_ACTORS),
        owedTo: z.enum(AGREEMENT_ACTORS),
        article: z.string().optional(),
        state: z.enum(DUTY_STATES),
        ...Source,
      }),
    ),
  })
  .openapi('Agreement')

const among = <T extends string>(codes: readonly T[], text: string | null, other: T): T =>
  codes.find((code) => code === text) ?? other

const both = (id: string, en: string | null) => ({ id, ...(en !== null && { en }) })

function shown({ slug, facts, stage, steps, duties }: PublicAgreement): z.input<typeof AgreementSchema> {
  return {
    id: slug,
    title: both(facts.titleId, facts.titleEn),
    type: facts.type,
    states: [...facts.states],
    bodies: [...facts.bodies],
    subjects: [...facts.subjects],
    stage,
    ...(facts.instrument !== null && { instrument: facts.instrument }),
    ...(facts.noteId !== null && { note: both(facts.noteId, facts.noteEn) }),
    citation: facts.citation,
    ...(facts.url !== null && { url: facts.url }),
    confidence: facts.confidence,
    steps: steps.map((step) => ({
      stage: step.stage,
      ...(step.on !== null && { on: step.on }),
      ...(step.citation !== null && { citation: step.citation }),
    })),
    duties: duties.map((duty) => ({
      says: both(duty.whatId ?? '', duty.whatEn),
      owedBy: among(AGREEMENT_ACTORS, duty.owedBy, 'unclear'),
      owedTo: among(AGREEMENT_ACTORS, duty.owedTo, 'unclear'),
      ...(duty.article !== null && { article: duty.article }),
      state: among(DUTY_STATES, duty.state, 'unclear'),
      citation: duty.citation ?? '',
      ...(duty.url !== null && { url: duty.url }),
      confidence: among(LAW_CERTAINTIES, duty.confidence, 'unverified'),
    })),
  }
}

export const agreementsApi = [
  apiRoute({
    method: 'get',
    path: '/agreements',
    access: 'public',
    summary: 'Agreements of Indonesia with other States',
    description:
      'What is open to everybody: what was signed, since when, the duties and their state. Never the log of talks, the breaches or the costs. Where none was found, none is listed.',
    query: z.object({ country: Country.optional() }),
    answer: z.object({ agreements: z.array(AgreementSchema) }),
    examples: {
      Malaysia: {
        query: { country: 'MY' },
        answer: {
          agreements: [
            {
              id: 'contoh',
              title: { id: 'Nota kesepahaman contoh', en: 'Memorandum of an example' },
              type: 'memorandum',
              states: ['ID', 'MY'],
              bodies: [],
              subjects: ['placement'],
              stage: 'signed',
              citation: 'Berita contoh',
              confidence: 'secondary',
              steps: [{ stage: 'signed', on: '2022-04-01' }],
              duties: [],
            },
          ],
        },
      },
    },
    handle: async ({ platform, query }) => {
      const asked = query.country === undefined ? {} : { state: query.country.toUpperCase() }
      const found = await runAs(platform, { kind: 'public' }, (ctx) => listPublicAgreements(ctx, asked))
      return { agreements: found.map(shown) }
    },
  }),
]
