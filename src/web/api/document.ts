import type { OpenAPIHono } from '@hono/zod-openapi'
import { SCOPES } from '#src/domain/disclosure/scopes.ts'

/** OpenAPI 3.1, made from the schemas that validate. */
export function apiDocument(app: OpenAPIHono) {
  if (!app.openAPIRegistry.definitions.some((each) => each.type === 'component'))
    app.openAPIRegistry.registerComponent('securitySchemes', 'program', {
      type: 'http',
      scheme: 'bearer',
      description: 'The token of a program (Pengaturan, Token). The scopes stand with each address.',
    })
  return app.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'Payung',
      version: '1',
      license: { name: 'AGPL-3.0-or-later' },
      description: [
        'The same use cases as the public site and the workspace.',
        'Problems come as application/problem+json (RFC 9457) in the language of Accept-Language.',
        `A program sends its token as "Authorization: Bearer payung_…"; scopes: ${SCOPES.join(', ')}.`,
        'Times are UTC.',
      ].join('\n'),
    },
    servers: [{ url: '/api/v1' }, { url: '/en/api/v1', description: 'Problems in English' }],
  })
}
