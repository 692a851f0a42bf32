import type { Config } from '#src/config.ts'
import { deriveKey, type Secrets } from './crypto/secrets.ts'
import { followMasterKeys } from './crypto/master-keys.ts'
import { makeVault, type Vault } from './crypto/vault.ts'
import type { Connection } from './db/prepare.ts'
import { openDatabase, type Database } from './db/database.ts'
import { describeError, makeLogger, type Logger } from './logger.ts'

/** Keys for one purpose each, none of them in the database. */
export type PurposeKeys = {
  /** Hash of code and PIN. */
  readonly codes: Uint8Array
  /** Idempotency keys and the codes derived from them. */
  readonly requests: Uint8Array
  /** Search tokens. */
  readonly tokens: Uint8Array
  /** MAC of journal and audit entries, and the chain over them. */
  readonly journal: Uint8Array
  /** Sealed hidden form tokens and cookies. */
  readonly forms: Uint8Array
  /** Seed of the receipt's signing key. */
  readonly receipts: Uint8Array
  /** Daily visitor values of the rate limits. */
  readonly visitors: Uint8Array
}

export type Platform = {
  readonly config: Config
  readonly owner: Connection
  readonly database: Database
  readonly vault: Vault
  readonly secrets: Secrets
  readonly keys: PurposeKeys
  readonly log: Logger
  /** The only source of time; tests hold it still. */
  readonly clock: () => Date
  /** Something that should not happen: logged without personal data. Returns the reference for the person. */
  reportDefect(error: unknown, requestId: string): string
}

export type PlatformParts = {
  readonly config: Config
  readonly owner: Connection
  readonly secrets: Secrets
  readonly clock?: () => Date
}

/** Opens the pools over a prepared database (see prepareDatabase). Close with `platform.database.close()`. */
export function makePlatform({ config, owner, secrets, clock }: PlatformParts): Platform {
  const log = makeLogger(config.env)
  const reportDefect = (error: unknown, requestId: string): string => {
    log.error({ requestId, error: describeError(error) }, 'defect')
    return requestId
  }
  const key = (purpose: string): Uint8Array => deriveKey(secrets, purpose)
  return {
    config,
    owner,
    database: openDatabase(owner, secrets.installation, (error) =>
      log.warn({ error: describeError(error) }, 'database connection lost'),
    ),
    vault: makeVault(followMasterKeys(secrets.master, config.masterKeyFile)),
    secrets,
    keys: {
      codes: key('codes'),
      requests: key('requests'),
      tokens: key('tokens'),
      journal: key('journal'),
      forms: key('forms'),
      receipts: key('receipts'),
      visitors: key('visitors'),
    },
    log,
    clock: clock ?? (() => new Date()),
    reportDefect,
  }
}
