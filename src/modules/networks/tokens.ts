import { normalise } from '#src/domain/networks/mention.ts'
import { normaliseName } from '#src/domain/linkage/names/normalise-name.ts'
import { comparedKind, type WrittenKind } from '#src/domain/networks/written.ts'
import { keyedHash } from '#src/platform/crypto/secrets.ts'
import type { Platform } from '#src/platform/platform.ts'

const BYTES = 16

export type Tokens = {
  readonly token: Buffer
  readonly part: Buffer | undefined
  readonly words: readonly Buffer[]
}

const tokenOf = (platform: Platform, text: string): Buffer =>
  Buffer.from(keyedHash(platform.keys.tokens, `network:${text}`)).subarray(0, BYTES)

/** A word of a name as its token: the same in every body, and nobody reads the name from it without the key. */
export const wordToken = (platform: Platform, word: string): Buffer => tokenOf(platform, `word:${word}`)

/** Undefined: it says too little to be one thing. */
export function tokensOf(platform: Platform, kind: WrittenKind, value: string): Tokens | undefined {
  const compared = comparedKind(kind)
  if (compared === undefined)
    return { token: tokenOf(platform, `modus:${value.trim().toLowerCase()}`), part: undefined, words: [] }
  const { key, partial } = normalise(compared, value)
  if (key === '' && partial === undefined) return undefined
  return {
    // A street without its village is no address: it gets a token that no other one has.
    token: tokenOf(platform, key === '' ? `lone:${compared}:${partial ?? ''}` : `${compared}:${key}`),
    part: partial === undefined ? undefined : tokenOf(platform, `part:${partial}`),
    words: compared === 'person' ? wordsOf(value).map((word) => wordToken(platform, word)) : [],
  }
}

function wordsOf(name: string): readonly string[] {
  const { given, patronym, alias } = normaliseName(name)
  return [...given, ...patronym, ...alias]
}

/** Bytes in the letters a to p, which a name can be made of. */
export const lettersOf = (token: Uint8Array): string =>
  [...token].map((byte) => String.fromCharCode(97 + (byte >> 4), 97 + (byte & 15))).join('')
