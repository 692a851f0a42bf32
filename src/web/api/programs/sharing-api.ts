import { z } from '@hono/zod-openapi'
import { CONSENT_ITEMS } from '#src/domain/cases/codes.ts'
import { AGREEMENT_STATES, SHARING_PURPOSES } from '#src/domain/sharing/agreement.ts'
import { AGREEMENTS_PAGE, listAgreementsOf, type OpenedAgreement } from '#src/modules/sharing/index.ts'
import { EXAMPLE } from '../examples.ts'
import { apiRoute } from '../route.ts'
import { asProgram } from './as-program.ts'

const AgreementSchema = z
  .object({
    id: z.uuid(),
    withOrg: z.uuid(),
    proposedBy: z.enum(['us', 'them']),
    purposes: z.array(z.enum(SHARING_PURPOSES)),
    items: z.array(z.enum(CONSENT_ITEMS)),
    from: z.string().openapi({ description: 'First day.' }),
    until: z.string().openapi({ description: 'Last day, included.' }),
    basis: z.object({ instrument: z.string(), article: z.string() }),
    documentHash: z.string().nullable(),
    state: z.enum(AGREEMENT_STATES),
    holdsToday: z.boolean(),
  })
  .openapi('SharingAgreement', {
    description: 'Of two bodies on sharing (UU 27/2022 art 18); no person in it.',
  })

function wire({ agreement, side, shown }: OpenedAgreement): z.infer<typeof AgreementSchema> {
  return {
    id: agreement.id,
    withOrg: side === 'from' ? agreement.toOrg : agreement.fromOrg,
    proposedBy: side === 'from' ? 'us' : 'them',
    purposes: [...agreement.purposes],
    items: [...agreement.items],
    from: agreement.from,
    until: agreement.until,
    basis: agreement.basis,
    documentHash: agreement.documentHash ?? null,
    state: agreement.state,
    holdsToday: shown === 'in-force',
  }
}

export const sharingApi = [
  apiRoute({
    method: 'get',
    path: '/sharing-agreements',
    access: ['referrals:read'],
    summary: 'Standing agreements of the own organisation with others',
    query: z.object({ page: z.coerce.number().int().min(0).max(1000).default(0) }),
    answer: z.object({ items: z.array(AgreementSchema), more: z.boolean() }),
    examples: {
      'first page': {
        query: { page: '0' },
        answer: {
          items: [
            {
              id: '0190a0b0-0000-7000-8000-0000000000a1',
              withOrg: EXAMPLE.toOrg,
              proposedBy: 'us',
              purposes: ['hand-over', 'comparison'],
              items: ['name', 'needs'],
              from: '2026-01-01',
              until: '2027-12-31',
              basis: { instrument: 'UU 27/2022', article: 'Pasal 18' },
              documentHash: null,
              state: 'in-force',
              holdsToday: true,
            },
          ],
          more: false,
        },
      },
    },
    handle: (call) =>
      asProgram(call, async (ctx) => {
        const { page } = call.query
        const { agreements, total } = await listAgreementsOf(ctx, ctx.actor.orgId, page)
        return { items: agreements.map(wire), more: total > (page + 1) * AGREEMENTS_PAGE }
      }),
  }),
]
