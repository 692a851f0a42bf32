import { xchacha20poly1305 } from '@noble/ciphers/chacha.js'
import { managedNonce, randomBytes } from '@noble/ciphers/utils.js'
import type { MasterKeySource } from './master-keys.ts'

/**
 * Envelope encryption: each person, case and report has a data key; the master key, which is not in the database, wraps it.
 * The associated data binds a value to its place (table.column/id): a value copied to another row does not open.
 */
const seal = managedNonce(xchacha20poly1305)
const text = new TextEncoder()
const words = new TextDecoder()

/** Where a sealed value stands, `table.column/id`. */
export type Place = `${string}.${string}/${string}`

export type DataKey = {
  readonly id: string
  sealText(place: Place, value: string): Buffer
  sealJson(place: Place, value: unknown): Buffer
  sealBytes(place: Place, value: Uint8Array): Buffer
  openText(place: Place, sealed: Uint8Array): string
  /** The caller decodes: what comes out was written by this program under the same place. */
  openJson<T>(place: Place, sealed: Uint8Array): T
  openBytes(place: Place, sealed: Uint8Array): Uint8Array
}

export type WrappedKey = { readonly id: string; readonly wrapped: Buffer; readonly masterVersion: number }

function keyOver(id: string, raw: Uint8Array): DataKey {
  const put = (place: Place, value: Uint8Array): Buffer =>
    Buffer.from(seal(raw, text.encode(place)).encrypt(value))
  const take = (place: Place, sealed: Uint8Array): Uint8Array =>
    seal(raw, text.encode(place)).decrypt(new Uint8Array(sealed))
  return {
    id,
    sealText: (place, value) => put(place, text.encode(value)),
    sealJson: (place, value) => put(place, text.encode(JSON.stringify(value))),
    sealBytes: put,
    openText: (place, sealed) => words.decode(take(place, sealed)),
    openJson: <T>(place: Place, sealed: Uint8Array) => JSON.parse(words.decode(take(place, sealed))) as T,
    openBytes: take,
  }
}

const wrapPlace = (id: string): Uint8Array => text.encode(`data_keys.wrapped/${id}`)

export type Vault = {
  create(id: string): { readonly key: DataKey; readonly row: WrappedKey }
  open(row: WrappedKey): DataKey
  /** Wraps the same data key under the newest master key. */
  rewrap(row: WrappedKey): WrappedKey
}

export function makeVault(master: MasterKeySource): Vault {
  const masterKey = (version: number): Uint8Array => {
    const key = master(version).keys.get(version)
    if (!key) throw new Error(`master key ${version} is not in the key file`)
    return key
  }
  const wrap = (id: string, raw: Uint8Array): WrappedKey => {
    const { current } = master()
    return {
      id,
      wrapped: Buffer.from(seal(masterKey(current), wrapPlace(id)).encrypt(raw)),
      masterVersion: current,
    }
  }
  const unwrap = (row: WrappedKey): Uint8Array =>
    seal(masterKey(row.masterVersion), wrapPlace(row.id)).decrypt(new Uint8Array(row.wrapped))
  return {
    create(id) {
      const raw = randomBytes(32)
      return { key: keyOver(id, raw), row: wrap(id, raw) }
    },
    open: (row) => keyOver(row.id, unwrap(row)),
    rewrap: (row) => wrap(row.id, unwrap(row)),
  }
}
