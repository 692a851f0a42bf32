import { loadSecrets, keyedHash } from '#src/platform/crypto/secrets.ts'
import { prepareDatabase, type Connection } from '#src/platform/db/prepare.ts'
import { makePlatform, type Platform } from '#src/platform/platform.ts'
import { startEmbedded } from '#src/platform/db/embedded.ts'
import type { Config } from '#src/config.ts'

/** A platform over a prepared database: the embedded one unless DATABASE_URL names another. */
export type Running = {
  readonly platform: Platform
  readonly migrated: readonly string[]
  stop(): Promise<void>
}

export async function openPlatform(config: Config): Promise<Running> {
  const secrets = loadSecrets(config)
  const ownerPassword = Buffer.from(keyedHash(secrets.installation, 'login:payung_owner')).toString(
    'base64url',
  )
  const embedded = config.databaseUrl
    ? undefined
    : await startEmbedded({ folder: config.dataFolder, ownerPassword })
  const owner: Connection = embedded ? embedded.connection : { connectionString: config.databaseUrl! }
  try {
    const migrated = await prepareDatabase(owner, secrets.installation)
    const platform = makePlatform({ config, owner, secrets })
    return {
      platform,
      migrated,
      stop: async () => {
        await platform.database.close()
        await embedded?.stop()
      },
    }
  } catch (error) {
    await embedded?.stop()
    throw error
  }
}
