/**
 * What a ZIP says of itself before anything in it is unpacked. The reader of spreadsheets unpacks no entry beyond the
 * size that its directory tells, so small telling sizes make a small file; a directory that tells none is refused.
 */
const END = 0x06054b50
const ENTRY = 0x02014b50
const LONGEST_TAIL = 65_557
const HAS_SIZES_LATER = 0x8
const NOT_TOLD = 0xffffffff

export type ZipCheck = 'fine' | 'no-zip' | 'too-big'

/** `most`: bytes of all entries together, unpacked. */
export function checkZip(bytes: Uint8Array, most: number): ZipCheck {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = findEnd(view)
  if (end === undefined) return 'no-zip'
  const entries = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  let total = 0
  for (let entry = 0; entry < entries; entry += 1) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== ENTRY) return 'no-zip'
    const [packed, unpacked] = [view.getUint32(at + 20, true), view.getUint32(at + 24, true)]
    if (packed === NOT_TOLD || unpacked === NOT_TOLD) return 'too-big'
    const later = (view.getUint16(at + 8, true) & HAS_SIZES_LATER) !== 0
    if ((unpacked === 0 && packed > 2) || (later && packed === 0)) return 'no-zip'
    total += unpacked
    if (total > most) return 'too-big'
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return entries === 0 ? 'no-zip' : 'fine'
}

function findEnd(view: DataView): number | undefined {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - LONGEST_TAIL); at -= 1)
    if (view.getUint32(at, true) === END) return at
  return undefined
}
