import { createHash } from 'node:crypto'
import { fileTypeFromBuffer } from 'file-type'
import sharp from 'sharp'
import { blankHeifMetadata } from './heif-metadata.ts'

/**
 * What a stranger sends is judged by its content alone, never by its name or what the browser says it is. Images are
 * written anew without metadata; documents and sound stay as they are and say so.
 */
export type FileGroup = 'image' | 'document' | 'sound'

export type InspectedFile =
  | { readonly kind: 'refused'; readonly why: 'empty' | 'too-big' | 'wrong-kind' }
  | {
      readonly kind: 'taken'
      readonly bytes: Uint8Array
      readonly mediaType: string
      readonly group: FileGroup
      /** `kept`: the file may still tell who made it, when and where. */
      readonly metadata: 'removed' | 'kept'
      /** Of what is stored, and of what arrived. */
      readonly sha256: Buffer
      readonly originalSha256: Buffer
    }

export const LARGEST_FILE = 8 * 1024 * 1024
/** An image with more points than a large camera makes is a trap for our memory. */
const MOST_PIXELS = 60_000_000

const IMAGES = ['image/jpeg', 'image/png', 'image/webp', 'image/gif'] as const
const PHONE_IMAGES = ['image/heic', 'image/heif', 'image/heic-sequence', 'image/heif-sequence', 'image/avif']
const DOCUMENTS = [
  'application/pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.oasis.opendocument.text',
  'application/vnd.oasis.opendocument.spreadsheet',
  // Word and Excel before 2007
  'application/x-cfb',
]
/** Telephones put sound into the containers of video; both names of one container are sound to us. */
const SOUNDS = [
  'audio/amr',
  'audio/mpeg',
  'audio/ogg',
  'audio/ogg; codecs=opus',
  'audio/opus',
  'audio/aac',
  'audio/wav',
  'audio/vnd.wave',
  'audio/mp4',
  'audio/x-m4a',
  'audio/m4a',
  'audio/webm',
  'video/webm',
  'video/mp4',
  'video/3gpp',
  'video/3gpp2',
  'audio/3gpp',
  'application/ogg',
]

export async function inspectFile(original: Uint8Array): Promise<InspectedFile> {
  if (original.length === 0) return { kind: 'refused', why: 'empty' }
  if (original.length > LARGEST_FILE) return { kind: 'refused', why: 'too-big' }
  const mime = await contentType(original)
  const kept = mime === undefined ? undefined : await clean(original, mime)
  if (kept === undefined) return { kind: 'refused', why: 'wrong-kind' }
  return { kind: 'taken', ...kept, sha256: sha256(kept.bytes), originalSha256: sha256(original) }
}

/** Which picture, letter or sound it is for whoever lists it. */
export function fileGroup(mediaType: string): FileGroup {
  if (mediaType.startsWith('image/')) return 'image'
  return SOUNDS.includes(mediaType) ? 'sound' : 'document'
}

const EXTENSIONS: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'image/gif': 'gif',
  'application/pdf': 'pdf',
  [DOCUMENTS[1]!]: 'docx',
  [DOCUMENTS[2]!]: 'xlsx',
  [DOCUMENTS[3]!]: 'odt',
  [DOCUMENTS[4]!]: 'ods',
  'application/x-cfb': 'doc',
  'audio/amr': 'amr',
  'audio/mpeg': 'mp3',
  'audio/aac': 'aac',
  'audio/wav': 'wav',
  'video/3gpp': '3gp',
  'audio/x-m4a': 'm4a',
  'video/webm': 'webm',
}

/** For the name of a download; `bin` where we know none. */
export function extensionOf(mediaType: string): string {
  if (PHONE_IMAGES.includes(mediaType)) return 'heic'
  return EXTENSIONS[mediaType] ?? (mediaType.includes('ogg') || mediaType.includes('opus') ? 'ogg' : 'bin')
}

async function contentType(bytes: Uint8Array): Promise<string | undefined> {
  try {
    return (await fileTypeFromBuffer(bytes))?.mime
  } catch {
    return undefined // broken on purpose or on the way: not a kind that we know
  }
}

type Cleaned = Omit<Extract<InspectedFile, { kind: 'taken' }>, 'kind' | 'sha256' | 'originalSha256'>

async function clean(bytes: Uint8Array, mime: string): Promise<Cleaned | undefined> {
  if ((IMAGES as readonly string[]).includes(mime)) {
    const written = await writeAnew(bytes, mime)
    return written && { bytes: written, mediaType: mime, group: 'image', metadata: 'removed' }
  }
  if (PHONE_IMAGES.includes(mime)) return cleanPhoneImage(bytes, mime)
  if (DOCUMENTS.includes(mime)) return { bytes, mediaType: mime, group: 'document', metadata: 'kept' }
  return SOUNDS.includes(mime) ? { bytes, mediaType: mime, group: 'sound', metadata: 'kept' } : undefined
}

/** The codec of most HEIC files is not free, so ours often cannot be decoded: then only the metadata inside is blanked. */
async function cleanPhoneImage(bytes: Uint8Array, mime: string): Promise<Cleaned> {
  const jpeg = await writeAnew(bytes, 'image/jpeg')
  if (jpeg) return { bytes: jpeg, mediaType: 'image/jpeg', group: 'image', metadata: 'removed' }
  const blanked = blankHeifMetadata(bytes)
  return { bytes: blanked ?? bytes, mediaType: mime, group: 'image', metadata: blanked ? 'removed' : 'kept' }
}

/** Turned upright, then written without EXIF, XMP, thumbnails or anything that stood behind the picture. */
async function writeAnew(bytes: Uint8Array, mime: string): Promise<Uint8Array | undefined> {
  const image = sharp(bytes, {
    limitInputPixels: MOST_PIXELS,
    failOn: 'error',
    animated: mime === 'image/gif',
  }).rotate()
  try {
    const written = await (
      mime === 'image/png'
        ? image.png()
        : mime === 'image/webp'
          ? image.webp()
          : mime === 'image/gif'
            ? image.gif()
            : image.jpeg({ quality: 85 })
    ).toBuffer()
    return new Uint8Array(written)
  } catch {
    return undefined // not a picture that can be drawn
  }
}

function sha256(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest()
}
