import { createHash } from 'node:crypto'
import { inflateSync } from 'node:zlib'
import { extensionOf, inspectFile, LARGEST_FILE, type InspectedFile } from './inspect-file.ts'

/**
 * An official text is given out to everybody, so it is judged harder than a file that only staff open: PDF, DOCX, scans as
 * pictures and plain words; nothing that runs, opens something else or hides what is in it.
 */
export type RefusedText = 'empty' | 'too-big' | 'wrong-kind' | 'active' | 'locked'

export type InspectedText =
  | { readonly kind: 'refused'; readonly why: RefusedText }
  | Omit<Extract<InspectedFile, { kind: 'taken' }>, 'group' | 'metadata'>

export const LARGEST_OFFICIAL_TEXT = LARGEST_FILE

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const KEPT = ['application/pdf', DOCX, 'image/jpeg', 'image/png', 'image/webp']

export async function inspectOfficialText(original: Uint8Array): Promise<InspectedText> {
  const inspected = await inspectFile(original)
  if (inspected.kind === 'refused')
    return inspected.why === 'wrong-kind' && isPlainWords(original) ? plainWords(original) : inspected
  const { bytes, mediaType, sha256, originalSha256 } = inspected
  if (!KEPT.includes(mediaType)) return { kind: 'refused', why: 'wrong-kind' }
  const why =
    mediaType === 'application/pdf' ? faultOfPdf(bytes) : mediaType === DOCX ? faultOfDocx(bytes) : undefined
  return why === undefined
    ? { kind: 'taken', bytes, mediaType, sha256, originalSha256 }
    : { kind: 'refused', why }
}

export function officialTextExtension(mediaType: string): string {
  return mediaType === 'text/plain' ? 'txt' : extensionOf(mediaType)
}

function plainWords(bytes: Uint8Array): InspectedText {
  const sha256 = createHash('sha256').update(bytes).digest()
  return { kind: 'taken', bytes, mediaType: 'text/plain', sha256, originalSha256: sha256 }
}

/** UTF-8 without signs that steer a terminal, and no page of the web in disguise. */
function isPlainWords(bytes: Uint8Array): boolean {
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return false
  }
  if (/[^\P{Cc}\t\n\f\r]/u.test(text)) return false
  return !/^\s*<|<\s*(?:script|html|svg|iframe|!doctype)\b/i.test(text)
}

const ACTIVE =
  /\/(?:JavaScript|JS|Launch|EmbeddedFiles?|RichMedia|XFA|SubmitForm|ImportData|GoToR|GoToE)(?![A-Za-z0-9])/
const MOST_INFLATED = 32 * 1024 * 1024

/** Best effort: names in clear, names written with #xx, and those inside packed object streams. */
function faultOfPdf(bytes: Uint8Array): RefusedText | undefined {
  const text = Buffer.from(bytes).toString('latin1')
  // Inside a locked file nobody can look before it is given out.
  if (/\/Encrypt(?![A-Za-z0-9])/.test(text)) return 'locked'
  if (ACTIVE.test(plainNames(text))) return 'active'
  let left = MOST_INFLATED
  for (const match of text.matchAll(/\/ObjStm\b[\s\S]{0,400}?stream\r?\n/g)) {
    const packed = bytes.subarray(match.index + match[0].length)
    const inside = inflated(packed, left)
    if (inside === undefined) return 'locked'
    left -= inside.length
    if (ACTIVE.test(plainNames(inside))) return 'active'
  }
  return undefined
}

function plainNames(text: string): string {
  return text.replaceAll(/#([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
}

/** Undefined where it cannot be unpacked, or would unpack into more than we look at. */
function inflated(bytes: Uint8Array, most: number): string | undefined {
  try {
    return inflateSync(bytes, { maxOutputLength: Math.max(1, most) }).toString('latin1')
  } catch {
    return undefined
  }
}

/** Names of the parts stand in clear in the directory of the archive. */
function faultOfDocx(bytes: Uint8Array): RefusedText | undefined {
  const names = Buffer.from(bytes).toString('latin1')
  return /vbaProject\.bin|word\/(?:activeX|embeddings)\//i.test(names) ? 'active' : undefined
}
