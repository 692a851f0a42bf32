/** Offering a need to another body: first exactly what it would see, then the sending of what was seen. */
import { isId } from '#src/platform/ids.ts'
import { z } from '@hono/zod-openapi'
import { CONSENT_ITEMS } from '#src/domain/cases/codes.ts'
import { ABROAD_GROUNDS } from '#src/domain/disclosure/abroad.ts'
import {
  offerReferral,
  prepareOffer,
  proposeReferral,
  type OfferDraft,
} from '#src/modules/referrals/index.ts'
import type { StaffContext } from '#src/platform/db/context.ts'
import { NotFoundError } from '#src/platform/errors.ts'
import { sendableWords } from '#src/texts/sendables.ts'
import { EXAMPLE } from '../examples.ts'
import { apiRoute } from '../route.ts'
import { forOfficer } from './as-program.ts'
import { Officer } from './fields.ts'

const LONGEST_ASKED = 1000

const offerFields = {
  officer: Officer,
  caseCode: z.string().max(40, 'too-long'),
  needId: z.string(),
  toOrg: z.string(),
  asked: z.string().trim().min(3, 'missing').max(LONGEST_ASKED, 'too-long'),
  items: z.array(z.enum(CONSENT_ITEMS)).min(1, 'missing').max(CONSENT_ITEMS.length, 'too-many'),
  abroad: z
    .strictObject({
      ground: z.enum(ABROAD_GROUNDS),
      reason: z.string().max(LONGEST_ASKED, 'too-long'),
      source: z.string().max(500, 'too-long'),
      sourceDay: z.union([z.iso.date(), z.literal('')]),
    })
    .optional()
    .openapi({ description: 'For a receiver abroad: one of the three grounds of UU 27/2022 article 56.' }),
}
const offerExample = {
  officer: EXAMPLE.officer,
  caseCode: EXAMPLE.caseCode,
  needId: EXAMPLE.needId,
  toOrg: EXAMPLE.toOrg,
  asked: 'Mohon bantu mengurus surat.',
  items: ['needs'],
}

type Wish = { readonly [name in Exclude<keyof typeof offerFields, 'items' | 'abroad'>]: string } & {
  readonly abroad?: OfferDraft['abroad'] | undefined
  readonly items: OfferDraft['chosen']
}

/** The content comes from the file, never from the request. An exception without consent stays with a person. */
async function draftOf(ctx: StaffContext, wish: Wish): Promise<OfferDraft> {
  if (!isId(wish.needId)) throw new NotFoundError('need.not-found')
  if (!isId(wish.toOrg)) throw new NotFoundError('organisation.not-found')
  const proposal = await proposeReferral(ctx, wish, sendableWords)
  return {
    caseId: proposal.file.row.id,
    caseCode: proposal.file.row.code,
    needId: proposal.need.id,
    toOrg: wish.toOrg,
    asked: wish.asked,
    sendables: proposal.sendables,
    chosen: wish.items,
    handling: proposal.handling,
    basis: proposal.candidates.find((each) => each.org.id === wish.toOrg)?.basis ?? [],
    ...(wish.abroad && { abroad: wish.abroad }),
  }
}

export const offerApi = [
  apiRoute({
    method: 'post',
    path: '/referrals/preview',
    access: ['cases:read', 'cases:write', 'referrals:read'],
    summary: 'Exactly what another body would see of a need',
    body: z.strictObject(offerFields),
    answer: z.object({
      to: z.string(),
      items: z.array(z.object({ item: z.string(), lines: z.array(z.string()) })),
      until: z.string(),
      seen: z
        .string()
        .openapi({ description: 'Send it back with POST /referrals: only what was seen goes.' }),
    }),
    problems: [404, 409],
    examples: {
      preview: {
        body: offerExample,
        answer: {
          to: 'BP3MI Contoh',
          items: [{ item: 'needs', lines: ['Surat'] }],
          until: '2027-11-20',
          seen: EXAMPLE.seen,
        },
      },
    },
    handle: (call) =>
      forOfficer(call, { signInName: call.body.officer, may: 'referral.send' }, async (ctx) => {
        const { pack, seen } = await prepareOffer(ctx, ctx.actor.orgId, await draftOf(ctx, call.body))
        return {
          to: pack.to,
          items: pack.items.map(({ item, lines }) => ({ item, lines: lines.map((line) => line.text) })),
          until: pack.until,
          seen,
        }
      }),
  }),
  apiRoute({
    method: 'post',
    path: '/referrals',
    access: ['cases:read', 'cases:write', 'referrals:read'],
    summary: 'Offer a need to another body, as seen in the preview',
    body: z.strictObject({ ...offerFields, seen: z.string().max(100, 'too-long') }),
    answer: z.object({ code: z.string() }),
    status: 201,
    problems: [404, 409],
    examples: {
      offer: { body: { ...offerExample, seen: EXAMPLE.seen }, answer: { code: EXAMPLE.referralCode } },
    },
    handle: (call) =>
      forOfficer(call, { signInName: call.body.officer, may: 'referral.send' }, async (ctx) => {
        const { code } = await offerReferral(ctx, await draftOf(ctx, call.body), call.body.seen)
        return { code }
      }),
  }),
]
