import { z } from '@hono/zod-openapi'
import { GAP_CODES, GAP_LAW_KINDS, GAP_STATES } from '#src/domain/advocacy/gap.ts'
import { SMALLEST_TOLD } from '#src/domain/statistics/told-count.ts'
import { ADDED_EVENTS, PROPOSAL_STATES, PROPOSAL_TOPICS, STANCES } from '#src/domain/advocacy/proposal.ts'
import { LAW_CERTAINTIES } from '#src/domain/law/article-ref.ts'
import { listPublicProposals, type PublicProposal } from '#src/modules/advocacy/index.ts'
import { listPublicGaps, type PublicGap } from '#src/modules/gaps/index.ts'
import { runAs } from '#src/platform/db/context.ts'
import { apiRoute } from '../route.ts'

const Confidence = z
  .enum(LAW_CERTAINTIES)
  .openapi({ description: '"unverified" is not yet verified by anybody.' })
const ProposalSchema = z
  .object({
    id: z.string(),
    topic: z.enum(PROPOSAL_TOPICS),
    title: z.string(),
    change: z.string(),
    to: z.array(z.string()),
    from: z.string(),
    basis: z.array(z.object({ instrument: z.string(), article: z.string() })),
    state: z.enum(PROPOSAL_STATES),
    known: z
      .object({ says: z.string(), citation: z.string(), confidence: Confidence, asOf: z.string() })
      .optional()
      .openapi({ description: 'What a source tells of its fate; absent: not known.' }),
    answers: z.array(
      z.object({
        kind: z.enum(ADDED_EVENTS),
        on: z.string(),
        body: z.string().optional(),
        stance: z.enum(STANCES).optional(),
        says: z.string().optional(),
        source: z.string().optional(),
      }),
    ),
  })
  .openapi('Proposal')
const GapSchema = z
  .object({
    id: z.string(),
    code: z.enum(GAP_CODES),
    title: z.string(),
    state: z.enum(GAP_STATES),
    owner: z.string().optional(),
    law: z.object({
      kind: z.enum(GAP_LAW_KINDS).openapi({ description: '"silent" never means allowed.' }),
      norm: z.string().optional(),
      instrument: z.string().optional(),
      article: z.string().optional(),
    }),
    atLeastCases: z
      .int()
      .optional()
      .openapi({
        description: `Cases of each body rounded down to ${SMALLEST_TOLD}s, and added; absent: fewer than ${SMALLEST_TOLD} at every body.`,
      }),
    confidence: Confidence.optional(),
  })
  .openapi('Gap')

type Lang = 'id' | 'en'

function shownProposal(lang: Lang, proposal: PublicProposal): z.input<typeof ProposalSchema> {
  const { reference, words } = proposal
  const state = proposal.movedHere ? null : reference?.state
  return {
    id: proposal.id,
    topic: proposal.topic,
    title: reference?.title[lang] ?? words?.title ?? '',
    change: reference?.change[lang] ?? words?.change ?? '',
    to: reference ? [...reference.toWhom] : words?.toWhom ? [words.toWhom] : [],
    from: reference
      ? `${reference.paper.number}: ${reference.paper.name}, ${reference.paper.place}`
      : (proposal.orgName ?? ''),
    basis: proposal.basis.map(({ instrument, article }) => ({ instrument, article })),
    state: proposal.state,
    ...(state && {
      known: {
        says: state.says[lang],
        citation: state.source.citation,
        confidence: state.confidence,
        asOf: state.asOf,
      },
    }),
    answers: proposal.events.map((event) => {
      const says = event.words ?? event.outcome
      return {
        kind: event.kind,
        on: event.held_on,
        ...(event.body !== null && { body: event.body }),
        ...(event.stance !== null && { stance: event.stance }),
        ...(says !== null && { says }),
        ...(event.source !== null && { source: event.source }),
      }
    }),
  }
}

function shownGap(lang: Lang, { law, ...gap }: PublicGap): z.input<typeof GapSchema> {
  return {
    id: gap.id,
    code: gap.code,
    title: gap.title[lang],
    state: gap.state,
    ...(gap.owner !== null && { owner: gap.owner }),
    law: {
      kind: law.kind,
      ...(law.norm !== null && { norm: law.norm }),
      ...(law.instrument !== null && { instrument: law.instrument }),
      ...(law.article !== null && { article: law.article }),
    },
    ...(gap.told !== undefined && { atLeastCases: gap.told }),
    ...(gap.confidence && { confidence: gap.confidence }),
  }
}

const ID = '00000000-0000-7000-8000-000000000000'

export const advocacyApi = [
  apiRoute({
    method: 'get',
    path: '/proposals',
    access: 'public',
    summary: 'Proposals to change rules, and what became of them',
    answer: z.object({ proposals: z.array(ProposalSchema) }),
    examples: {
      all: {
        answer: {
          proposals: [
            {
              id: ID,
              topic: 'ratification',
              title: 'Segera ratifikasi Konvensi ILO 102',
              change: 'Indonesia menerima paling sedikit tiga dari sembilan cabang.',
              to: ['kemnaker'],
              from: '002: Jaminan Sosial PMI, D.2 saran 2',
              basis: [{ instrument: 'ilo-c102', article: 'art. 2' }],
              state: 'sent',
              answers: [],
            },
          ],
        },
      },
    },
    handle: async ({ platform, lang }) => {
      const all = await runAs(platform, { kind: 'public' }, listPublicProposals)
      return { proposals: all.map((each) => shownProposal(lang, each)) }
    },
  }),
  apiRoute({
    method: 'get',
    path: '/gaps',
    access: 'public',
    summary: 'Obstacles of the system, without any case',
    answer: z.object({ gaps: z.array(GapSchema) }),
    examples: {
      all: {
        answer: {
          gaps: [
            {
              id: ID,
              code: 'no-clock',
              title: 'Tidak ada batas waktu jawaban Perwakilan',
              state: 'open',
              owner: 'kemlu',
              law: { kind: 'silent', norm: 'id-uu18-77-silent-time' },
              confidence: 'verified',
            },
          ],
        },
      },
    },
    handle: async ({ platform, lang }) => {
      const all = await runAs(platform, { kind: 'public' }, listPublicGaps)
      return { gaps: all.map((each) => shownGap(lang, each)) }
    },
  }),
]
