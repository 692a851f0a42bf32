import type { Context as HonoContext } from 'hono'
import type { Lang } from '../ui/href.ts'

/** The address decides (`/en/api/v1`), else what the program asks for; Indonesian when it says neither. */
export function languageOf(c: HonoContext): Lang {
  if (c.req.path.startsWith('/en/')) return 'en'
  const wanted = (c.req.header('accept-language') ?? '')
    .split(',')
    .map((part) => /^\s*(id|en)\b[^;]*(?:;\s*q=([\d.]+))?/i.exec(part))
    .flatMap((match) => (match ? [{ lang: match[1]!.toLowerCase() as Lang, q: Number(match[2] ?? 1) }] : []))
  return wanted.toSorted((a, b) => b.q - a.q)[0]?.lang ?? 'id'
}
