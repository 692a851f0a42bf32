import { resolve } from 'node:path'

export const ENVIRONMENTS = ['development', 'production', 'test'] as const
export type Environment = (typeof ENVIRONMENTS)[number]

/** Everything that the surroundings decide. Nothing else reads process.env. */
export type Config = {
  readonly env: Environment
  /** The data folder: embedded database, secrets made at the first start, unsent mail log. Absolute. */
  readonly dataFolder: string
  readonly databaseUrl: string | undefined
  readonly port: number
  readonly host: string
  /** The address that people type, without a slash at the end. */
  readonly url: string
  readonly masterKeyFile: string
  readonly secretFile: string
  readonly trustProxy: boolean
  readonly smtpUrl: string | undefined
  readonly mailFrom: string
  readonly demo: boolean
}

/** For a command, which hands them on. */
export function surroundings(): Readonly<Record<string, string | undefined>> {
  return process.env
}

export class ConfigError extends Error {
  override readonly name = 'ConfigError'
}

/** Reads the environment. Throws ConfigError with one sentence that names the variable. */
export function readConfig(env: Readonly<Record<string, string | undefined>> = process.env): Config {
  const name = (env['PAYUNG_ENV'] ?? 'development') as Environment
  if (!ENVIRONMENTS.includes(name))
    throw new ConfigError(`PAYUNG_ENV must be one of ${ENVIRONMENTS.join(', ')}.`)
  const port = Number(env['PORT'] ?? 3000)
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    throw new ConfigError('PORT must be a number from 0 to 65535.')
  const dataFolder = resolve(env['PAYUNG_DATA'] ?? '.payung')
  const production = name === 'production'
  if (production) refuseDefaults(env)
  return {
    env: name,
    dataFolder,
    databaseUrl: env['DATABASE_URL'] || undefined,
    port,
    host: env['HOST'] ?? (production ? '0.0.0.0' : '127.0.0.1'),
    url: (env['PAYUNG_URL'] ?? `http://localhost:${port}`).replace(/\/+$/, ''),
    masterKeyFile: resolve(env['PAYUNG_MASTER_KEY_FILE'] ?? `${dataFolder}/master-key.json`),
    secretFile: resolve(env['PAYUNG_SECRET_FILE'] ?? `${dataFolder}/secret`),
    trustProxy: ['1', 'true', 'yes'].includes((env['PAYUNG_TRUST_PROXY'] ?? '').toLowerCase()),
    smtpUrl: env['SMTP_URL'] || undefined,
    mailFrom: env['MAIL_FROM'] ?? 'Payung <payung@localhost>',
    demo: !production && env['PAYUNG_DEMO'] !== '0',
  }
}

function refuseDefaults(env: Readonly<Record<string, string | undefined>>): void {
  for (const needed of ['PAYUNG_MASTER_KEY_FILE', 'PAYUNG_SECRET_FILE', 'PAYUNG_URL'])
    if (!env[needed])
      throw new ConfigError(`PAYUNG_ENV=production needs ${needed}; it does not start on a default.`)
  if (env['PAYUNG_DEMO'] === '1')
    throw new ConfigError('PAYUNG_ENV=production refuses demonstration data (PAYUNG_DEMO=1).')
}
