import { z } from '@hono/zod-openapi'
import { URGENCIES } from '#src/domain/cases/urgency.ts'
import { REFERRAL_ACTIONS, REFERRAL_STATUSES } from '#src/domain/referrals/lifecycle.ts'
import {
  decideReferral,
  findReferralByCode,
  listReferrals,
  openReferral,
  type ReferralRow,
} from '#src/modules/referrals/index.ts'
import type { Context } from '#src/platform/db/context.ts'
import { NotFoundError } from '#src/platform/errors.ts'
import { EXAMPLE } from '../examples.ts'
import { apiRoute } from '../route.ts'
import { asProgram, forOfficer } from './as-program.ts'
import { instant, Officer } from './fields.ts'

const ReferralSchema = z
  .object({
    code: z.string(),
    side: z.enum(['received', 'sent']),
    state: z.enum(REFERRAL_STATUSES),
    urgency: z.enum(URGENCIES),
    sentAt: instant,
    dueAt: instant.openapi({ description: 'Unanswered by then it goes to the next body.' }),
    fromOrg: z.uuid(),
    toOrg: z.uuid(),
    withConsent: z.boolean(),
    endedBecause: z.string().nullable(),
    version: z.int(),
  })
  .openapi('Referral', {
    description: 'What it holds comes with POST /referrals/{code}/open, for a colleague.',
  })

const SheetSchema = z
  .object({
    referral: ReferralSchema,
    need: z.string().nullable(),
    asked: z.string().nullable(),
    items: z.array(z.object({ item: z.string(), lines: z.array(z.string()) })),
    until: z
      .string()
      .nullable()
      .openapi({ description: 'It may be used until this day, for this need only.' }),
  })
  .openapi('ReferralSheet')

/** Those of the system are nobody's to choose. */
const ACTIONS = REFERRAL_ACTIONS.filter((action) => action !== 'receive' && action !== 'end-unanswered')
const PAGE = 50

const referral = {
  code: EXAMPLE.referralCode,
  side: 'received',
  state: 'requested',
  urgency: 'tinggi',
  sentAt: '2026-11-20T04:00:00.000Z',
  dueAt: '2026-11-21T04:00:00.000Z',
  fromOrg: '0190a0b0-0000-7000-8000-00000000000a',
  toOrg: EXAMPLE.toOrg,
  withConsent: true,
  endedBecause: null,
  version: 1,
}
const params = z.object({ code: z.string() })
const named = { params: { code: EXAMPLE.referralCode } }

async function getByCode(ctx: Context, code: string): Promise<ReferralRow> {
  const row = await findReferralByCode(ctx, code)
  if (!row) throw new NotFoundError('referral.not-found')
  return row
}

function wire(row: ReferralRow, orgId: string): z.infer<typeof ReferralSchema> {
  return {
    code: row.code,
    side: row.to_org === orgId ? 'received' : 'sent',
    state: row.state as (typeof REFERRAL_STATUSES)[number],
    urgency: row.urgency as (typeof URGENCIES)[number],
    sentAt: row.created_at.toISOString(),
    dueAt: row.due_at.toISOString(),
    fromOrg: row.from_org,
    toOrg: row.to_org,
    withConsent: row.consent_basis !== 'exception',
    endedBecause: row.ended_because,
    version: row.version,
  }
}

export const referralsApi = [
  apiRoute({
    method: 'get',
    path: '/referrals',
    access: ['referrals:read'],
    summary: 'Referrals of the own organisation, the most urgent first',
    query: z.object({
      side: z.enum(['received', 'sent']).default('received'),
      state: z.enum(REFERRAL_STATUSES).optional(),
      page: z.coerce.number().int().min(0).max(1000).default(0),
    }),
    answer: z.object({ items: z.array(ReferralSchema), more: z.boolean() }),
    examples: {
      received: { query: { side: 'received', page: '0' }, answer: { items: [referral], more: false } },
    },
    handle: (call) =>
      asProgram(call, async (ctx) => {
        const { side, state, page } = call.query
        const rows = await listReferrals(ctx, ctx.actor.orgId, {
          side,
          page,
          pageSize: PAGE,
          ...(state && { states: [state] }),
        })
        return {
          items: rows.slice(0, PAGE).map((row) => wire(row, ctx.actor.orgId)),
          more: rows.length > PAGE,
        }
      }),
  }),
  apiRoute({
    method: 'get',
    path: '/referrals/{code}',
    access: ['referrals:read'],
    summary: 'Where one referral stands',
    params,
    answer: ReferralSchema,
    problems: [404],
    examples: { read: { ...named, answer: referral } },
    handle: (call) =>
      asProgram(call, async (ctx) => wire(await getByCode(ctx, call.params.code), ctx.actor.orgId)),
  }),
  apiRoute({
    method: 'post',
    path: '/referrals/{code}/open',
    access: ['referrals:read', 'referrals:decide'],
    summary: 'Open what was sent, for a colleague; it then counts as received',
    params,
    body: z.strictObject({ officer: Officer }),
    answer: SheetSchema,
    problems: [404],
    examples: {
      open: {
        ...named,
        body: { officer: EXAMPLE.officer },
        answer: {
          referral: { ...referral, state: 'received', version: 2 },
          need: 'wages',
          asked: 'Mohon bantu menagih gaji.',
          items: [{ item: 'needs', lines: ['Gaji'] }],
          until: '2027-11-20',
        },
      },
    },
    handle: (call) =>
      forOfficer(call, { signInName: call.body.officer, may: 'referral.answer' }, async (ctx) => {
        const { id } = await getByCode(ctx, call.params.code)
        const opened = await openReferral(ctx, id)
        return {
          referral: wire(opened.referral, ctx.actor.orgId),
          need: opened.pack?.need ?? null,
          asked: opened.pack?.asked ?? null,
          items: (opened.pack?.items ?? []).map(({ item, lines }) => ({
            item,
            lines: lines.map((line) => line.text),
          })),
          until: opened.pack?.until ?? null,
        }
      }),
  }),
  apiRoute({
    method: 'post',
    path: '/referrals/{code}/decide',
    access: ['referrals:read', 'referrals:decide'],
    summary: 'Accept, accept in part, reject, or go on with it',
    params,
    body: z.strictObject({
      officer: Officer,
      version: z.int().openapi({ description: 'The one that was read; 409 when somebody acted meanwhile.' }),
      action: z.enum(ACTIONS),
      reason: z.string().max(60, 'too-long').optional(),
      words: z.string().max(2000, 'too-long').optional(),
      restWords: z.string().max(2000, 'too-long').optional(),
    }),
    answer: ReferralSchema,
    problems: [404, 409],
    examples: {
      accept: {
        ...named,
        body: { officer: EXAMPLE.officer, version: 1, action: 'accept' },
        answer: { ...referral, state: 'accepted', version: 2 },
      },
    },
    handle: (call) =>
      forOfficer(call, { signInName: call.body.officer, may: 'referral.answer' }, async (ctx) => {
        const { officer: _, ...decision } = call.body
        const { id } = await getByCode(ctx, call.params.code)
        return wire(await decideReferral(ctx, { ...decision, referralId: id }), ctx.actor.orgId)
      }),
  }),
]
