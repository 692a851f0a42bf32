import { isScope, readsPeople, rolesOfScopes } from '#src/domain/disclosure/scopes.ts'
import { newToken, tokenHash } from '#src/platform/auth/tokens.ts'
import { writeJournal } from '#src/platform/audit/journal-queries.ts'
import { runAs, type ClientActor, type StaffContext } from '#src/platform/db/context.ts'
import { InvalidInputError, NotFoundError, RefusedError } from '#src/platform/errors.ts'
import type { Platform } from '#src/platform/platform.ts'
import {
  findClient,
  findLiveClient,
  insertClient,
  listClientsOf,
  markClient,
  type ClientRow,
} from './client-queries.ts'

/** Programs say who they are in `Authorization: Bearer payung_…`; the prefix lets leaked tokens be found. */
const PREFIX = 'payung_'

/**
 * A program of the own organisation. Its token is shown once; where its scopes read about people it opens nothing until a
 * second person has confirmed.
 */
export async function createClient(
  ctx: StaffContext,
  wish: { readonly name: string; readonly scopes: readonly string[] },
): Promise<{
  readonly id: string
  readonly token: string
  readonly waits: 'for-second-person' | 'for-nobody'
}> {
  const name = wish.name.trim()
  const scopes = [...new Set(wish.scopes)]
  if (name.length < 2 || name.length > 100)
    throw new InvalidInputError([{ path: 'name', code: 'client.name' }])
  if (scopes.length === 0 || !scopes.every(isScope))
    throw new InvalidInputError([{ path: 'scopes', code: 'client.scopes' }])
  const { token, hash } = newToken()
  const id = ctx.newId()
  const waits = readsPeople(scopes) ? 'for-second-person' : 'for-nobody'
  await insertClient(ctx, {
    id,
    orgId: ctx.actor.orgId,
    name,
    scopes,
    tokenHash: hash,
    requestedBy: ctx.actor.staffId,
    confirmedAt: waits === 'for-nobody' ? ctx.now : null,
  })
  await writeJournal(ctx, {
    verb: 'client.created',
    subjectKind: 'client',
    subjectId: id,
    details: { scopes },
  })
  return { id, token: `${PREFIX}${token}`, waits }
}

async function getOpenClient(ctx: StaffContext, id: string): Promise<ClientRow> {
  const client = await findClient(ctx, id)
  if (!client) throw new NotFoundError('client.not-found')
  if (client.endedAt || client.refusedAt) throw new RefusedError('client.closed')
  return client
}

export async function decideClient(
  ctx: StaffContext,
  decision: { readonly id: string; readonly verdict: 'confirm' | 'refuse' | 'end' },
): Promise<void> {
  const client = await getOpenClient(ctx, decision.id)
  if (decision.verdict !== 'end' && client.confirmedAt) throw new RefusedError('client.decided')
  if (decision.verdict === 'confirm' && client.requestedBy === ctx.actor.staffId)
    throw new RefusedError('client.second-person')
  const mark = { confirm: 'confirmed', refuse: 'refused', end: 'ended' } as const
  await markClient(ctx, client.id, mark[decision.verdict], ctx.actor.staffId)
  await writeJournal(ctx, {
    verb: `client.${mark[decision.verdict]}`,
    subjectKind: 'client',
    subjectId: client.id,
  })
}

export async function listClients(ctx: StaffContext): Promise<readonly ClientRow[]> {
  return listClientsOf(ctx, ctx.actor.orgId)
}

/** The program that holds this token, if it is confirmed and not ended. */
export async function findClientByToken(platform: Platform, text: string): Promise<ClientActor | undefined> {
  if (!text.startsWith(PREFIX)) return undefined
  const sessionHash = tokenHash(text.slice(PREFIX.length))
  const client = await runAs(platform, { kind: 'gate', sessionHash }, (ctx) =>
    findLiveClient(ctx, sessionHash),
  )
  if (!client) return undefined
  return {
    kind: 'client',
    clientId: client.id,
    orgId: client.orgId,
    roles: rolesOfScopes(client.scopes),
    scopes: client.scopes,
  }
}
