import { randomBytes } from 'node:crypto'

/** The moment of the last name, and how many were given in it. */
let last = { moment: -1, given: 0 }
/** A counter starts below this, so that it tells nobody how many names were given before. */
const FIRST_MOST = 1 << 20

/**
 * UUID version 7 made by the program (RFC 9562): sorts by time, and the database need not return what it inserted
 * (returning needs a select policy, which the public role does not have). Names of one millisecond sort in the order
 * in which this program gave them (method 1: 26 bits count, 48 bits are random), or a list of the same moment would
 * come in another order each time it is filled.
 */
export function newId(now: Date): string {
  const moment = now.getTime()
  const bytes = randomBytes(16)
  const given = last.moment === moment ? last.given + 1 : bytes.readUInt32BE(6) % FIRST_MOST
  last = { moment, given }
  bytes.writeUIntBE(moment, 0, 6)
  bytes.writeUInt16BE(0x7000 | ((given >>> 14) & 0x0fff), 6)
  bytes.writeUInt16BE(0x8000 | (given & 0x3fff), 8)
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** What is no id names nothing, and is answered like it. */
export function isId(text: string): boolean {
  return UUID.test(text)
}
