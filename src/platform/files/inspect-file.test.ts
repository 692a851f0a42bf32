import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { blankHeifMetadata } from './heif-metadata.ts'
import { extensionOf, fileGroup, inspectFile, LARGEST_FILE } from './inspect-file.ts'

const bytes = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'))

function box(type: string, ...parts: Uint8Array[]): Uint8Array {
  const body = Buffer.concat(parts)
  const head = Buffer.alloc(8)
  head.writeUInt32BE(body.length + 8)
  head.write(type, 4, 'latin1')
  return Buffer.concat([head, body])
}
const u16 = (...values: number[]): Uint8Array =>
  Buffer.concat(values.map((value) => Buffer.from([value >> 8, value & 255])))
const u32 = (value: number): Uint8Array =>
  Buffer.from([value >>> 24, (value >> 16) & 255, (value >> 8) & 255, value & 255])

/** A file as telephones make it: a picture that we cannot decode, and an item that says where it was taken. */
function heic(secret: string): Uint8Array {
  const ftyp = box('ftyp', bytes('heic'), u32(0), bytes('mif1heic'))
  const entry = (id: number, type: string): Uint8Array =>
    box('infe', bytes('\u0002\u0000\u0000\u0000'), u16(id, 0), bytes(type), bytes('\u0000'))
  const iinf = box('iinf', u32(0), u16(2), entry(1, 'hvc1'), entry(2, 'Exif'))
  const picture = bytes('PICTUREPICTURE')
  const place = (at: number): Uint8Array => {
    const item = (id: number, offset: number, length: number): Uint8Array =>
      Buffer.concat([u16(id, 0, 1), u32(offset), u32(length)])
    return box(
      'iloc',
      u32(0),
      u16(0x4400),
      u16(2),
      item(1, at, picture.length),
      item(2, at + picture.length, secret.length),
    )
  }
  const meta = (at: number): Uint8Array => box('meta', u32(0), iinf, place(at))
  const start = ftyp.length + meta(0).length + 8
  return new Uint8Array(Buffer.concat([ftyp, meta(start), box('mdat', picture, bytes(secret))]))
}

describe('a photo of a newer telephone that cannot be decoded', () => {
  it('keeps the picture and loses what says who, when and where', async () => {
    const file = await inspectFile(heic('GPS Desa Tirtasari'))
    expect(file).toMatchObject({
      kind: 'taken',
      group: 'image',
      mediaType: 'image/heic',
      metadata: 'removed',
    })
    if (file.kind !== 'taken') return
    const text = Buffer.from(file.bytes).toString('latin1')
    expect(text).toContain('PICTUREPICTURE')
    expect(text).not.toContain('Tirtasari')
    expect(file.sha256.equals(file.originalSha256)).toBe(false)
  })

  it('says that the metadata stayed where its boxes are not as the standard says', () => {
    const broken = heic('GPS').slice()
    broken.set(bytes('xxxx'), Buffer.from(broken).indexOf('iloc'))
    expect(blankHeifMetadata(broken)).toBeUndefined()
    expect(blankHeifMetadata(bytes('ftypheic'))).toBeUndefined()
    expect(blankHeifMetadata(heic('GPS').slice(0, 60))).toBeUndefined()
  })
})

it('turns a picture upright and drops its metadata, in its own format', async () => {
  for (const format of ['jpeg', 'png', 'webp', 'gif'] as const) {
    const image = sharp({ create: { width: 30, height: 20, channels: 3, background: '#393' } })
    const made = await image.withMetadata({ orientation: 6 }).toFormat(format).toBuffer()
    const file = await inspectFile(new Uint8Array(made))
    expect(file).toMatchObject({ kind: 'taken', mediaType: `image/${format}`, metadata: 'removed' })
    if (file.kind !== 'taken') continue
    const meta = await sharp(file.bytes).metadata()
    expect([meta.exif, meta.xmp, meta.orientation]).toEqual([undefined, undefined, undefined])
  }
})

it('looks at the content, not at what the sender says', async () => {
  expect(await inspectFile(bytes('<html><body onload=alert(1)>'))).toEqual({
    kind: 'refused',
    why: 'wrong-kind',
  })
  expect(await inspectFile(bytes('<svg xmlns="http://www.w3.org/2000/svg"/>'))).toEqual({
    kind: 'refused',
    why: 'wrong-kind',
  })
  expect(await inspectFile(bytes('#!/bin/sh\nrm -rf /'))).toEqual({ kind: 'refused', why: 'wrong-kind' })
  expect(await inspectFile(new Uint8Array())).toEqual({ kind: 'refused', why: 'empty' })
  expect(await inspectFile(new Uint8Array(LARGEST_FILE + 1))).toEqual({ kind: 'refused', why: 'too-big' })
})

it('keeps letters and sound as they came and says so', async () => {
  expect(await inspectFile(bytes('%PDF-1.7\n%%EOF'))).toMatchObject({
    kind: 'taken',
    group: 'document',
    metadata: 'kept',
  })
  expect(await inspectFile(bytes('#!AMR\n1234'))).toMatchObject({
    kind: 'taken',
    group: 'sound',
    metadata: 'kept',
  })
  expect(await inspectFile(bytes('RIFF\u0024\u0000\u0000\u0000WAVEfmt '))).toMatchObject({
    kind: 'taken',
    group: 'sound',
  })
  expect(await inspectFile(Buffer.from('d0cf11e0a1b11ae1'.padEnd(1024, '0'), 'hex'))).toMatchObject({
    kind: 'taken',
    group: 'document',
  })
})

it('names a download by what it is', () => {
  expect(
    ['image/jpeg', 'image/heic', 'application/pdf', 'audio/amr', 'audio/ogg; codecs=opus', 'x/y'].map(
      extensionOf,
    ),
  ).toEqual(['jpg', 'heic', 'pdf', 'amr', 'ogg', 'bin'])
  expect(['image/heic', 'video/3gpp', 'application/pdf'].map(fileGroup)).toEqual([
    'image',
    'sound',
    'document',
  ])
})
