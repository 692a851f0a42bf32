import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { randomBytes } from 'node:crypto'
import { dirname } from 'node:path'
import { hkdf } from '@noble/hashes/hkdf.js'
import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { ConfigError, type Config } from '#src/config.ts'

/** Master keys by version; the newest wraps, older ones still open until rotation has passed over every data key. */
export type MasterKeys = { readonly current: number; readonly keys: ReadonlyMap<number, Uint8Array> }

export type Secrets = {
  readonly master: MasterKeys
  readonly installation: Uint8Array
}

const text = new TextEncoder()

function writePrivately(file: string, content: string): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  const temporary = `${file}.${process.pid}.new`
  writeFileSync(temporary, content, { mode: 0o600, flag: 'wx' })
  chmodSync(temporary, 0o600)
  renameSync(temporary, file)
}

type MasterFile = { readonly current: number; readonly keys: Readonly<Record<string, string>> }

export function parseMasterFile(content: string, name: string): MasterKeys {
  const file = JSON.parse(content) as MasterFile
  const keys = new Map(
    Object.entries(file.keys).map(([version, key]) => [
      Number(version),
      new Uint8Array(Buffer.from(key, 'base64url')),
    ]),
  )
  for (const [version, key] of keys)
    if (key.length !== 32) throw new ConfigError(`${name}: key ${version} is not 32 bytes long.`)
  if (!keys.has(file.current)) throw new ConfigError(`${name}: the current key ${file.current} is missing.`)
  return { current: file.current, keys }
}

export function formatMasterFile(master: MasterKeys): string {
  const keys = Object.fromEntries(
    [...master.keys].map(([version, key]) => [version, Buffer.from(key).toString('base64url')]),
  )
  return `${JSON.stringify({ current: master.current, keys }, null, 2)}\n`
}

/** Adds a new current key to the file; the old keys stay until every data key is wrapped anew. */
export function addMasterKey(file: string): MasterKeys {
  const master = parseMasterFile(readFileSync(file, 'utf8'), file)
  const current = Math.max(...master.keys.keys()) + 1
  const next = { current, keys: new Map([...master.keys, [current, new Uint8Array(randomBytes(32))]]) }
  writePrivately(file, formatMasterFile(next))
  return next
}

/** Takes the older keys out of the file. Back-ups made under them need a copy of the file as it was. */
export function dropOldMasterKeys(file: string): MasterKeys {
  const { current, keys } = parseMasterFile(readFileSync(file, 'utf8'), file)
  const next = { current, keys: new Map([[current, keys.get(current)!]]) }
  writePrivately(file, formatMasterFile(next))
  return next
}

/** Reads both secrets; outside production it makes what is missing at the first start. */
export function loadSecrets(config: Config): Secrets {
  if (!existsSync(config.masterKeyFile)) {
    refuseInProduction(config, 'PAYUNG_MASTER_KEY_FILE', config.masterKeyFile)
    writePrivately(
      config.masterKeyFile,
      formatMasterFile({ current: 1, keys: new Map([[1, new Uint8Array(randomBytes(32))]]) }),
    )
  }
  if (!existsSync(config.secretFile)) {
    refuseInProduction(config, 'PAYUNG_SECRET_FILE', config.secretFile)
    writePrivately(config.secretFile, `${randomBytes(32).toString('base64url')}\n`)
  }
  const installation = new Uint8Array(
    Buffer.from(readFileSync(config.secretFile, 'utf8').trim(), 'base64url'),
  )
  if (installation.length < 32)
    throw new ConfigError(`${config.secretFile} holds fewer than 32 bytes (base64url).`)
  return {
    master: parseMasterFile(readFileSync(config.masterKeyFile, 'utf8'), config.masterKeyFile),
    installation,
  }
}

function refuseInProduction(config: Config, variable: string, file: string): void {
  if (config.env === 'production')
    throw new ConfigError(
      `${variable} names ${file}, which does not exist. Make it with: npx payung keys create`,
    )
}

/** Makes both secret files (for production, before the first start). Refuses to overwrite. */
export function createSecrets(config: Pick<Config, 'masterKeyFile' | 'secretFile'>): void {
  if (existsSync(config.masterKeyFile) || existsSync(config.secretFile))
    throw new ConfigError('The key files exist already.')
  writePrivately(
    config.masterKeyFile,
    formatMasterFile({ current: 1, keys: new Map([[1, new Uint8Array(randomBytes(32))]]) }),
  )
  writePrivately(config.secretFile, `${randomBytes(32).toString('base64url')}\n`)
}

/** A key for one purpose; knowing it tells nothing about the others. 32 bytes. */
export function deriveKey(secrets: Secrets, purpose: string): Uint8Array {
  return hkdf(sha256, secrets.installation, undefined, text.encode(`payung:${purpose}`), 32)
}

export function keyedHash(key: Uint8Array, value: string | Uint8Array): Uint8Array {
  return hmac(sha256, key, typeof value === 'string' ? text.encode(value) : value)
}
