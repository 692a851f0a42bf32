import { existsSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'

const MEMORY = '/dev/shm'
const ENOUGH_MEMORY_BYTES = 1_000_000_000

/** In memory a copy takes milliseconds; containers often give only 64 MB of it. */
export function roomiestFolder(): string {
  if (!existsSync(MEMORY)) return tmpdir()
  const { bavail, bsize } = statfsSync(MEMORY)
  return bavail * bsize >= ENOUGH_MEMORY_BYTES ? MEMORY : tmpdir()
}
