/**
 * Blanks EXIF and XMP inside a HEIF container (ISO/IEC 14496-12 and 23008-12) without decoding the picture: the items
 * are found through the boxes `meta` → `iinf` and `iloc`, and their bytes are overwritten with zeros in place.
 */
type Box = { readonly type: string; readonly start: number; readonly end: number }
type Extent = { readonly from: number; readonly length: number }

const METADATA_ITEMS = ['Exif', 'mime', 'uri ']

/** A copy with the metadata blanked; undefined when the boxes are not as the standard says. */
export function blankHeifMetadata(original: Uint8Array): Uint8Array | undefined {
  try {
    const view = new DataView(original.buffer, original.byteOffset, original.byteLength)
    const meta = boxesIn(view, 0, view.byteLength).find((box) => box.type === 'meta')
    if (!meta) return undefined
    const inside = boxesIn(view, meta.start + 4, meta.end)
    const [iinf, iloc, idat] = ['iinf', 'iloc', 'idat'].map((type) => inside.find((box) => box.type === type))
    if (!iinf || !iloc) return undefined
    const wanted = metadataItems(view, iinf)
    const copy = original.slice()
    for (const extent of extentsOf(view, iloc, wanted, idat?.start)) {
      if (extent.from < 0 || extent.from + extent.length > copy.length) return undefined
      copy.fill(0, extent.from, extent.from + extent.length)
    }
    return copy
  } catch {
    return undefined // a box that points outside the file
  }
}

function boxesIn(view: DataView, from: number, to: number): readonly Box[] {
  const boxes: Box[] = []
  for (let at = from; at + 8 <= to;) {
    const size = view.getUint32(at)
    const long = size === 1
    const length = long ? Number(view.getBigUint64(at + 8)) : size === 0 ? to - at : size
    if (length < 8 || at + length > to) throw new RangeError('box')
    boxes.push({ type: fourLetters(view, at + 4), start: at + (long ? 16 : 8), end: at + length })
    at += length
  }
  return boxes
}

function fourLetters(view: DataView, at: number): string {
  return String.fromCharCode(
    view.getUint8(at),
    view.getUint8(at + 1),
    view.getUint8(at + 2),
    view.getUint8(at + 3),
  )
}

function metadataItems(view: DataView, iinf: Box): ReadonlySet<number> {
  const first = iinf.start + 4 + (view.getUint8(iinf.start) === 0 ? 2 : 4)
  const entries = boxesIn(view, first, iinf.end).filter((box) => box.type === 'infe')
  const found = entries.flatMap((box) => {
    const version = view.getUint8(box.start)
    if (version < 2) throw new RangeError('infe')
    const wide = version > 2
    const id = wide ? view.getUint32(box.start + 4) : view.getUint16(box.start + 4)
    return METADATA_ITEMS.includes(fourLetters(view, box.start + 4 + (wide ? 4 : 2) + 2)) ? [id] : []
  })
  return new Set(found)
}

function extentsOf(
  view: DataView,
  iloc: Box,
  wanted: ReadonlySet<number>,
  idat: number | undefined,
): readonly Extent[] {
  const version = view.getUint8(iloc.start)
  let at = iloc.start + 4
  const take = (bytes: number): number => {
    const value =
      bytes === 0
        ? 0
        : bytes === 2
          ? view.getUint16(at)
          : bytes === 4
            ? view.getUint32(at)
            : Number(view.getBigUint64(at))
    at += bytes
    return value
  }
  const sizes = take(2)
  const [offsetSize, lengthSize, baseSize, indexSize] = [
    sizes >> 12,
    (sizes >> 8) & 15,
    (sizes >> 4) & 15,
    version > 0 ? sizes & 15 : 0,
  ]
  const extents: Extent[] = []
  for (let left = take(version < 2 ? 2 : 4); left > 0; left -= 1) {
    const id = take(version < 2 ? 2 : 4)
    const method = version > 0 ? take(2) & 15 : 0
    take(2)
    const base = take(baseSize)
    for (let count = take(2); count > 0; count -= 1) {
      take(indexSize)
      const offset = base + take(offsetSize)
      const length = take(lengthSize)
      if (!wanted.has(id)) continue
      if (method > 1 || (method === 1 && idat === undefined)) throw new RangeError('iloc')
      extents.push({ from: method === 1 ? (idat ?? 0) + offset : offset, length })
    }
  }
  return extents
}
