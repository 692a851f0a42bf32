import { z } from '@hono/zod-openapi'

export const instant = z.iso.datetime()
export const Officer = z
  .string()
  .max(200, 'too-long')
  .openapi({ description: 'Sign-in name of the colleague who becomes responsible.' })

/** One page of a list. */
export const pageFields = {
  offset: z.coerce.number().int().min(0).max(10_000).default(0),
  limit: z.coerce.number().int().min(1).max(100).default(30),
}
