import { officialTextExtension } from '#src/platform/files/inspect-official-text.ts'
import type { Req } from './http.ts'

const PLAIN = 'text/plain'

/** A download and nothing else, for visitors and staff alike: no browser opens it by itself, and if it did, nothing runs. */
export function officialTextFile(
  req: Req,
  file: {
    readonly instrument: string
    readonly language: string
    readonly media_type: string
    readonly bytes: Uint8Array
  },
  cache: 'no-store' | 'public, max-age=300',
): Response {
  const name = `${file.instrument}-${file.language}.${officialTextExtension(file.media_type)}`
  return req.c.body(new Uint8Array(file.bytes), 200, {
    'content-type': file.media_type === PLAIN ? `${PLAIN}; charset=utf-8` : file.media_type,
    'content-disposition': `attachment; filename="${name.replaceAll(/[^\w.-]/g, '-')}"`,
    'content-security-policy': "sandbox; default-src 'none'",
    'x-content-type-options': 'nosniff',
    'cache-control': cache,
  })
}

/** "1,2 MB", as the reader writes numbers. */
export function sizeWords(lang: 'id' | 'en', bytes: number): string {
  const [value, unit] = bytes < 1_000_000 ? [bytes / 1000, 'kB'] : [bytes / 1_000_000, 'MB']
  const digits = { maximumFractionDigits: 1 }
  return `${new Intl.NumberFormat(lang === 'id' ? 'id-ID' : 'en-GB', digits).format(value)} ${unit}`
}

/** "PDF", for the words of a link. */
export function typeWords(mediaType: string): string {
  return officialTextExtension(mediaType).toUpperCase()
}
