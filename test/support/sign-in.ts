import type { StaffActor } from '#src/platform/db/context.ts'
import { runAs } from '#src/platform/db/context.ts'
import { totpCode, totpStepAt } from '#src/platform/auth/totp.ts'
import { setStaffCredentials } from '#src/modules/accounts/index.ts'
import type { TestPlatform } from './platform.ts'

export const TEST_PASSWORD = 'kopi tubruk di beranda'
const SEED = new Uint8Array(20).fill(7)
export const VISITOR = new Uint8Array(32).fill(1)

/** Gives an account both factors. Returns what a person would type. */
export async function giveCredentials(
  world: TestPlatform,
  actor: StaffActor,
): Promise<{ readonly name: string; code(stepsAhead?: number): string }> {
  await runAs(world.platform, { kind: 'keeper' }, (ctx) =>
    setStaffCredentials(ctx, { staffId: actor.staffId, password: TEST_PASSWORD, totpSecret: SEED }),
  )
  const [row] = await world.root('select sign_in_name from app.staff where id = $1', [actor.staffId])
  return {
    name: String(row?.['sign_in_name']),
    code: (stepsAhead = 0) => totpCode(SEED, totpStepAt(world.time.now) + stepsAhead),
  }
}
