import { z } from '@hono/zod-openapi'
import { CONSENT_ANSWERS } from '#src/domain/cases/codes.ts'
import { CONTACT_WAYS, READER_KINDS } from '#src/domain/reports/report.ts'

const instant = z.iso.datetime()

export const FollowSchema = z
  .object({
    holder: z.enum(['first', 'second']),
    steps: z.array(
      z.object({
        code: z.enum(['received', 'read', 'checked', 'handled', 'result']),
        state: z.enum(['done', 'now', 'later']),
        at: instant.optional(),
        bodies: z.array(z.string()).optional().openapi({ description: 'Bodies, never persons or places.' }),
        waiting: z
          .array(
            z.object({
              body: z.string(),
              since: instant,
              ifSilent: z.enum(['ask-superior', 'next-body', 'next-desk', 'tell-you']),
              until: instant,
            }),
          )
          .optional(),
        result: z.enum(['achieved', 'not-achieved', 'withdrawn', 'no-contact', 'other']).optional(),
      }),
    ),
    nextNews: instant.optional(),
    messages: z.array(
      z.object({ from: z.enum(['officer', 'you', 'second']), at: instant, text: z.string() }),
    ),
    readers: z.array(
      z.object({ kind: z.enum(READER_KINDS), answer: z.enum(CONSENT_ANSWERS), told: z.boolean() }),
    ),
    contact: z.object({ ways: z.array(z.enum(CONTACT_WAYS)), noCalls: z.boolean() }),
    toldWithoutConsent: z.array(
      z.object({ id: z.uuid(), body: z.string(), at: instant, ground: z.string() }),
    ),
    files: z.array(z.object({ mediaType: z.string(), metadata: z.enum(['removed', 'kept']), at: instant })),
  })
  .openapi('Follow')

export const followExample: z.infer<typeof FollowSchema> = {
  holder: 'first',
  steps: [
    { code: 'received', state: 'done', at: '2026-11-20T04:00:00.000Z' },
    {
      code: 'read',
      state: 'now',
      waiting: [
        {
          body: 'KJRI Contoh',
          since: '2026-11-20T04:00:00.000Z',
          ifSilent: 'next-desk',
          until: '2026-11-21T04:00:00.000Z',
        },
      ],
    },
    { code: 'checked', state: 'later' },
    { code: 'handled', state: 'later' },
    { code: 'result', state: 'later' },
  ],
  nextNews: '2026-11-21T04:00:00.000Z',
  messages: [],
  readers: [{ kind: 'mission', answer: 'yes', told: false }],
  contact: { ways: ['whatsapp'], noCalls: true },
  toldWithoutConsent: [],
  files: [],
}
