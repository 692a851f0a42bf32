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

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** What is no id names nothing, and is answered like it. */
export function isId(text: string): boolean {
  return UUID.test(text)
}
