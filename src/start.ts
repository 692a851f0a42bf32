import { loadSecrets, keyedHash, type Secrets } from '#src/platform/crypto/secrets.ts'
import { prepareDatabase, type Connection } from '#src/platform/db/prepare.ts'
import { makePlatform, type Platform } from '#src/platform/platform.ts'
import { startEmbedded, startOrJoinEmbedded } from '#src/platform/db/embedded.ts'
import type { Config } from '#src/config.ts'

/** A platform over a prepared database: the embedded one unless DATABASE_URL names another. */
export type Running = {
  readonly platform: Platform
  readonly migrated: readonly string[]
  /** Fulfilled when the embedded server ended; never for an outside one, which may come back. */
  readonly databaseGone: Promise<void>
  stop(): Promise<void>
}

/** 'own': a server, or a command that must have the database for itself. 'join': a command beside a running server. */
export type Share = 'own' | 'join'

type Owner = { readonly connection: Connection; readonly gone: Promise<void>; stop(): Promise<void> }

/** The login that owns the database; starts the embedded server where no other is named. */
export async function openOwner(config: Config, secrets: Secrets, share: Share = 'own'): Promise<Owner> {
  if (config.databaseUrl)
    return {
      connection: { connectionString: config.databaseUrl },
      gone: new Promise(() => undefined),
      stop: () => Promise.resolve(),
    }
  const ownerPassword = Buffer.from(keyedHash(secrets.installation, 'login:payung_owner')).toString(
    'base64url',
  )
  const start = share === 'own' ? startEmbedded : startOrJoinEmbedded
  const embedded = await start({ folder: config.dataFolder, ownerPassword })
  return { connection: embedded.connection, gone: embedded.gone, stop: () => embedded.stop() }
}

export async function openPlatform(config: Config, share: Share = 'own'): Promise<Running> {
  const secrets = loadSecrets(config)
  const owner = await openOwner(config, secrets, share)
  try {
    const migrated = await prepareDatabase(owner.connection, secrets.installation)
    const platform = makePlatform({ config, owner: owner.connection, secrets })
    return {
      platform,
      migrated,
      databaseGone: owner.gone,
      stop: async () => {
        await platform.database.close()
        await owner.stop()
      },
    }
  } catch (error) {
    await owner.stop()
    throw error
  }
}
