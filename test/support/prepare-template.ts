import { randomBytes } from 'node:crypto'
import type { Connection } from '#src/platform/db/embedded.ts'
import { prepareDatabase } from '#src/platform/db/prepare.ts'

/** Roles, migrations and queue, once per run. Returns the installation secret that the logins' passwords come from. */
export async function prepareTemplate(owner: Connection): Promise<Uint8Array> {
  const secret = new Uint8Array(randomBytes(32))
  await prepareDatabase(owner, secret)
  return secret
}
