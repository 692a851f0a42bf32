import { OpenAPIHono } from '@hono/zod-openapi'
import type { Platform } from '#src/platform/platform.ts'

/** The HTTP API: the same use cases as the pages, described by the schemas that validate. */
export function apiApp(_platform: Platform): OpenAPIHono {
  return new OpenAPIHono()
}
