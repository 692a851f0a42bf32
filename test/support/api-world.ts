import { sealChain } from '#src/platform/audit/chain-queries.ts'
import { runAs, type StaffActor } from '#src/platform/db/context.ts'
import { SCOPES } from '#src/domain/disclosure/scopes.ts'
import { createClient, decideClient } from '#src/modules/accounts/index.ts'
import type { TestPlatform } from './platform.ts'
import type { TestOrg } from './test-orgs.ts'

/** The token of a program of this organisation, confirmed by a second person. */
export async function makeProgram(
  world: TestPlatform,
  org: TestOrg,
  scopes: readonly string[] = SCOPES,
): Promise<string> {
  const admin = await world.as('organisation-admin', org)
  const boss = await world.as('supervisor', org)
  const made = await world.staff(admin, (ctx) => createClient(ctx, { name: 'Program uji', scopes }))
  if (made.waits === 'for-second-person')
    await world.staff(boss, (ctx) => decideClient(ctx, { id: made.id, verdict: 'confirm' }))
  return made.token
}

export async function signInNameOf(world: TestPlatform, actor: StaffActor): Promise<string> {
  const [row] = await world.root('select sign_in_name from app.staff where id = $1', [actor.staffId])
  return String(row?.['sign_in_name'])
}

/** What happened becomes readable through the API once it is sealed. */
export async function sealJournal(world: TestPlatform): Promise<void> {
  await runAs(world.platform, { kind: 'job', name: 'seal' }, (ctx) => sealChain(ctx, 'journal'))
}
