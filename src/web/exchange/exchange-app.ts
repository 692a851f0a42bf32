import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import {
  checkKnock,
  describeInstallation,
  DISCOVERY_PATH,
  MESSAGES_PATH,
  takeIn,
} from '#src/modules/exchange/index.ts'
import { runAs } from '#src/platform/db/context.ts'
import { TooManyError } from '#src/platform/errors.ts'
import { LARGEST_MESSAGE } from '#src/platform/exchange/envelope.ts'
import type { Platform } from '#src/platform/platform.ts'
import { visitorValue } from '../middleware/visitor.ts'

/** Whatever was wrong, whoever knocks learns the same. */
const REFUSED = { error: 'refused' } as const

/** The door for other installations: who we are, and where messages go in. No cookie, no page, no language. */
export function exchangeApp(platform: Platform): Hono {
  const app = new Hono()
  app.get(DISCOVERY_PATH, async (c) => {
    const found = await runAs(platform, { kind: 'public' }, describeInstallation).catch(() => undefined)
    return found ? c.json(found, 200, { 'cache-control': 'public, max-age=60' }) : c.json(REFUSED, 503)
  })
  app.post(
    MESSAGES_PATH,
    bodyLimit({ maxSize: LARGEST_MESSAGE, onError: (c) => c.json(REFUSED, 400) }),
    async (c) => {
      try {
        const visitor = await visitorValue(c, platform)
        await checkKnock(platform, visitor)
        const receipt = await takeIn(platform, { visitor, sealed: await c.req.text() })
        return receipt === undefined
          ? c.json(REFUSED, 400)
          : c.text(receipt, 202, { 'content-type': 'application/jose' })
      } catch (error) {
        if (error instanceof TooManyError)
          return c.json(REFUSED, 429, { 'retry-after': String(error.retryAfterSeconds) })
        throw error
      }
    },
  )
  return app
}
