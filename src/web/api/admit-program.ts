import type { Context as HonoContext } from 'hono'
import type { Scope } from '#src/domain/disclosure/scopes.ts'
import { findClientByToken } from '#src/modules/accounts/index.ts'
import type { ClientActor } from '#src/platform/db/context.ts'
import { NotAllowedError, NotSignedInError } from '#src/platform/errors.ts'
import type { Platform } from '#src/platform/platform.ts'

/** The program that holds the token, with every scope that the route asks for. A cookie counts for nothing here. */
export async function admitProgram(
  c: HonoContext,
  platform: Platform,
  scopes: readonly Scope[],
): Promise<ClientActor> {
  const token = /^Bearer ([\x21-\x7e]{1,200})$/i.exec(c.req.header('authorization') ?? '')?.[1]
  const program = token === undefined ? undefined : await findClientByToken(platform, token)
  if (!program) throw new NotSignedInError()
  if (!scopes.every((scope) => program.scopes.includes(scope))) throw new NotAllowedError('scope.not-enough')
  return program
}
