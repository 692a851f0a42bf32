import { z } from '@hono/zod-openapi'
import { URGENCIES } from '#src/domain/cases/urgency.ts'
import {
  countArrival,
  readIdempotencyKey,
  receiveReport,
  reporterActor,
  type IdempotencyKey,
} from '#src/modules/reports/index.ts'
import { InvalidInputError } from '#src/platform/errors.ts'
import { runAs } from '#src/platform/db/context.ts'
import { EXAMPLE } from '../examples.ts'
import { apiRoute } from '../route.ts'
import { draftFromBody, ReportSchema } from './report-body.ts'

const ReceivedSchema = z
  .object({
    words: z.string().openapi({ description: 'Five easy words. Shown with the PIN, never again.' }),
    pin: z.string(),
    urgency: z.enum(URGENCIES),
    respondBy: z.iso.datetime().openapi({ description: 'An officer reads the report by then.' }),
    arrival: z
      .enum(['first', 'again'])
      .openapi({ description: 'again: this key came before; nothing was stored anew.' }),
  })
  .openapi('Received')

/** The same key may come in the header or in the body; without one a report could be stored twice. */
function keyOf(header: string | undefined, field: string | undefined): IdempotencyKey {
  if (header !== undefined && field !== undefined && header !== field)
    throw new InvalidInputError([{ path: 'idempotencyKey', code: 'key.differs' }])
  const key = header ?? field
  if (key === undefined) throw new InvalidInputError([{ path: 'idempotencyKey', code: 'missing' }])
  try {
    return readIdempotencyKey(key)
  } catch (error) {
    if (!(error instanceof InvalidInputError)) throw error
    throw new InvalidInputError(error.problems.map(({ code }) => ({ path: 'idempotencyKey', code })))
  }
}

const received = {
  words: EXAMPLE.words,
  pin: EXAMPLE.pin,
  urgency: 'tinggi',
  respondBy: '2026-11-21T04:00:00.000Z',
  arrival: 'first',
}

export const reportsApi = [
  apiRoute({
    method: 'post',
    path: '/reports',
    access: 'public',
    summary: 'Send a report in',
    description: 'Nothing is compulsory but the key. The same key gives one report and the same code.',
    headers: z.object({ 'idempotency-key': z.string().optional() }),
    body: ReportSchema,
    status: 201,
    answer: ReceivedSchema,
    examples: {
      wages: {
        headers: { 'idempotency-key': EXAMPLE.key },
        body: {
          about: 'myself',
          what: ['gaji', 'paspor'],
          story: 'Gaji tujuh bulan belum dibayar. Paspor ditahan majikan.',
          place: { country: 'MY', words: 'Muar' },
          danger: 'no',
          safeContact: { ways: ['whatsapp'], value: '+44 7700 900123', hours: 'sesudah jam 9 malam' },
          mayShare: { mission: 'yes', police: 'no' },
        },
        answer: received,
      },
      'nothing known': {
        body: { idempotencyKey: EXAMPLE.key, about: 'someone-else', danger: { unknown: 'does-not-know' } },
        answer: { ...received, urgency: 'sedang' },
      },
    },
    handle: async ({ platform, lang, visitor, headers, body }) => {
      const key = keyOf(headers['idempotency-key'], body.idempotencyKey)
      const arrival = await countArrival(platform, visitor)
      const stored = await runAs(platform, reporterActor(platform, key), (ctx) =>
        receiveReport(ctx, draftFromBody(body, lang), key, arrival),
      )
      return {
        words: stored.code.words.join(' '),
        pin: stored.code.pin,
        urgency: stored.urgency,
        respondBy: stored.respondBy.toISOString(),
        arrival: stored.arrival,
      }
    },
  }),
]
