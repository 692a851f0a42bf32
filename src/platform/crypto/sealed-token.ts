import { xchacha20poly1305 } from '@noble/ciphers/chacha.js'
import { managedNonce } from '@noble/ciphers/utils.js'

/**
 * A value that travels in a form and comes back: sealed, so that nobody reads it in the page's source, and good for a
 * limited time. Nothing is kept on the server and no cookie is set.
 */
const seal = managedNonce(xchacha20poly1305)
const text = new TextEncoder()
const words = new TextDecoder()

export type TokenUse = {
  readonly key: Uint8Array
  /** A token made for one purpose does not open for another. */
  readonly purpose: string
  readonly now: Date
}

/** Base64url; `seconds` says how long it opens. */
export function sealToken(use: TokenUse, value: unknown, seconds: number): string {
  const until = Math.floor(use.now.getTime() / 1000) + seconds
  return Buffer.from(
    seal(use.key, text.encode(use.purpose)).encrypt(text.encode(JSON.stringify([until, value]))),
  ).toString('base64url')
}

/** Undefined when it is not ours, was changed, is for something else, or is too old. */
export function openToken<T>(use: TokenUse, token: string): T | undefined {
  try {
    const plain = seal(use.key, text.encode(use.purpose)).decrypt(
      new Uint8Array(Buffer.from(token, 'base64url')),
    )
    const [until, value] = JSON.parse(words.decode(plain)) as [number, T]
    return until * 1000 >= use.now.getTime() ? value : undefined
  } catch {
    return undefined // any forgery looks the same
  }
}
