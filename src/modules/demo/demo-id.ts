import { createHash } from 'node:crypto'

/** The same name and moment give the same id, so that a loading that was stopped goes on where it was. Sorts by time. */
export function demoId(name: string, at: Date): string {
  const bytes = createHash('sha256').update(`demonstration ${name}`).digest().subarray(0, 16)
  bytes.writeUIntBE(Math.max(0, at.getTime()), 0, 6)
  bytes[6] = 0x70 | (bytes[6]! & 0x0f)
  bytes[8] = 0x80 | (bytes[8]! & 0x3f)
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
