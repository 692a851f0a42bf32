/** Behind the code. It travels in each request's body, never in an address; what it does not open answers like nothing. */
import { z } from '@hono/zod-openapi'
import {
  askForContact,
  changeConsent,
  changeSafeContact,
  followReport,
  openWithCode,
  withdrawConsent,
  writeToDesk,
} from '#src/modules/reports/index.ts'
import type { FollowView } from '#src/domain/reports/follow.ts'
import { runAs, type Actor, type Context } from '#src/platform/db/context.ts'
import { NotFoundError } from '#src/platform/errors.ts'
import { EXAMPLE } from '../examples.ts'
import { apiRoute, type ApiCall } from '../route.ts'
import { FollowSchema, followExample } from './follow-view.ts'
import { MayShareSchema, SafeContactSchema } from './report-body.ts'

export const codeFields = {
  words: z.string().max(200, 'too-long').openapi({ description: 'The five words, as said or written.' }),
  pin: z.string().max(20, 'too-long'),
}
export const codeExample = { words: EXAMPLE.words, pin: EXAMPLE.pin }

/** The holder of the code, or NotFoundError after the same time, whatever was wrong. TooManyError for a flood. */
export async function holderOfCode(
  call: ApiCall,
  said: { readonly words: string; readonly pin: string },
): Promise<Actor> {
  const opened = await openWithCode(call.platform, {
    words: said.words,
    pin: said.pin,
    visitor: call.visitor,
  })
  if (!opened) throw new NotFoundError('report.not-found')
  return { kind: 'public', codeHash: opened.codeHash }
}

type Coded = ApiCall & { readonly body: { readonly words: string; readonly pin: string } }

/** Does it, then shows the page as it stands now. */
async function follow(call: Coded, work?: (ctx: Context) => Promise<unknown>) {
  const holder = await holderOfCode(call, call.body)
  if (work) await runAs(call.platform, holder, work)
  const view = await runAs(call.platform, holder, (ctx) => followReport(ctx, call.lang))
  if (!view) throw new NotFoundError('report.not-found')
  return wire(view)
}

/** Instants as text. */
function wire(view: FollowView): z.infer<typeof FollowSchema> {
  return JSON.parse(JSON.stringify(view)) as z.infer<typeof FollowSchema>
}

export const followApi = [
  apiRoute({
    method: 'post',
    path: '/follow',
    access: 'public',
    summary: 'Follow a report with its code',
    body: z.strictObject(codeFields).openapi('Code'),
    answer: FollowSchema,
    problems: [404, 429],
    examples: { follow: { body: codeExample, answer: followExample } },
    handle: (call) => follow(call),
  }),
  apiRoute({
    method: 'post',
    path: '/follow/messages',
    access: 'public',
    summary: 'Write to the desk, or ask to be contacted',
    body: z.strictObject({
      ...codeFields,
      kind: z.enum(['message', 'contact-request']).default('message'),
      message: z.string().default(''),
    }),
    answer: FollowSchema,
    status: 201,
    problems: [404, 429],
    examples: {
      message: { body: { ...codeExample, message: 'Saya sudah pindah kamar.' }, answer: followExample },
      'ask for contact': { body: { ...codeExample, kind: 'contact-request' }, answer: followExample },
    },
    handle: (call) =>
      follow(call, (ctx) =>
        call.body.kind === 'message'
          ? writeToDesk(ctx, call.body.message)
          : askForContact(ctx, call.body.message),
      ),
  }),
  apiRoute({
    method: 'post',
    path: '/follow/contact',
    access: 'public',
    summary: 'Change how it is safe to be reached',
    body: z.strictObject({ ...codeFields, safeContact: SafeContactSchema }),
    answer: FollowSchema,
    problems: [403, 404, 429],
    examples: {
      'page only': {
        body: { ...codeExample, safeContact: { ways: ['this-page-only'] } },
        answer: followExample,
      },
    },
    handle: (call) => follow(call, (ctx) => changeSafeContact(ctx, call.body.safeContact)),
  }),
  apiRoute({
    method: 'post',
    path: '/follow/consent',
    access: 'public',
    summary: 'Change or withdraw consent',
    body: z
      .strictObject({
        ...codeFields,
        mayShare: MayShareSchema.optional(),
        withdraw: z
          .strictObject({
            report: z
              .enum(['goes-on', 'stop'])
              .openapi({ description: 'stop: the report itself is withdrawn too.' }),
            why: z.string().max(1000, 'too-long').default(''),
          })
          .optional(),
      })
      .refine((body) => (body.mayShare === undefined) !== (body.withdraw === undefined), {
        path: ['mayShare'],
        message: 'missing',
      }),
    answer: FollowSchema,
    problems: [403, 404, 429],
    examples: {
      change: { body: { ...codeExample, mayShare: { police: 'no' } }, answer: followExample },
      withdraw: { body: { ...codeExample, withdraw: { report: 'goes-on' } }, answer: followExample },
    },
    handle: (call) => {
      const { mayShare, withdraw } = call.body
      return follow(call, (ctx) =>
        withdraw ? withdrawConsent(ctx, withdraw) : changeConsent(ctx, mayShare ?? {}),
      )
    },
  }),
]
