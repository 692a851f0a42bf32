/** Reads back what a PDF or a DOCX says, without the programs that wrote them. */
import { inflateRawSync, inflateSync } from 'node:zlib'

/** The text of every page, one line for each piece that was set. */
export function readPdfText(bytes: Buffer): string {
  const decoder = new TextDecoder('windows-1252')
  return streamsOf(bytes)
    .flatMap((stream) => [...stream.matchAll(/\[((?:<[0-9a-f]*>|[-\d.\s])*)\] TJ/gi)])
    .map(([, pieces = '']) => [...pieces.matchAll(/<([0-9a-f]*)>/gi)].map((match) => match[1]).join(''))
    .map((hex) => decoder.decode(Buffer.from(hex, 'hex')).trim())
    .join(' ')
    .replaceAll(/\s+/g, ' ')
}

function streamsOf(bytes: Buffer): readonly string[] {
  const found: string[] = []
  let at = bytes.indexOf('stream\n')
  while (at >= 0) {
    const start = at + 'stream\n'.length
    const end = bytes.indexOf('endstream', start)
    const raw = bytes.subarray(start, end)
    try {
      found.push(inflateSync(raw).toString('latin1'))
    } catch {
      found.push(raw.toString('latin1'))
    }
    at = bytes.indexOf('stream\n', end + 'endstream'.length)
  }
  return found
}

/** The parts of a ZIP file by name. */
export function readZip(bytes: Buffer): ReadonlyMap<string, Buffer> {
  const parts = new Map<string, Buffer>()
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]))
  const count = bytes.readUInt16LE(end + 10)
  let at = bytes.readUInt32LE(end + 16)
  for (let index = 0; index < count; index += 1) {
    const [method, packed] = [bytes.readUInt16LE(at + 10), bytes.readUInt32LE(at + 20)]
    const [nameLength, extra, comment] = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset))
    const local = bytes.readUInt32LE(at + 42)
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength!)
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28)
    const raw = bytes.subarray(start, start + packed)
    parts.set(name, method === 0 ? raw : inflateRawSync(raw))
    at += 46 + nameLength! + extra! + comment!
  }
  return parts
}

/** The text of a DOCX, its tables too. */
export function readDocxText(bytes: Buffer): string {
  const xml = readZip(bytes).get('word/document.xml')?.toString('utf8') ?? ''
  return [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)]
    .map((match) => match[1] ?? '')
    .join(' ')
    .replaceAll('&amp;', '&')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll(/\s+/g, ' ')
}
