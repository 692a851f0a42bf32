import { readFileSync, statSync } from 'node:fs'
import { parseMasterFile, type MasterKeys } from './secrets.ts'

/** The keys as they stand now; asking for a version that is not known reads the file at once. */
export type MasterKeySource = (needed?: number) => MasterKeys

const LOOK_AGAIN_MILLISECONDS = 5_000

/**
 * Follows the key file, so that a rotation reaches every running process without a restart: each sees the new key within
 * seconds, and opens what was wrapped anew before that. A file that is away or half copied changes nothing.
 */
export function followMasterKeys(first: MasterKeys, file: string): MasterKeySource {
  let master = first
  let seen = ''
  let lookedAt = performance.now()
  const look = (): void => {
    lookedAt = performance.now()
    try {
      const { mtimeMs, ino, size } = statSync(file)
      const state = `${mtimeMs} ${ino} ${size}`
      if (state === seen) return
      master = parseMasterFile(readFileSync(file, 'utf8'), file)
      seen = state
    } catch {
      // The keys that we have still hold; the next look may find the file.
    }
  }
  return (needed) => {
    const unknown = needed !== undefined && !master.keys.has(needed)
    if (unknown || performance.now() - lookedAt > LOOK_AGAIN_MILLISECONDS) look()
    return master
  }
}
