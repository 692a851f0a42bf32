import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { MiddlewareHandler } from 'hono'

/** Hono's own middleware knows no Brotli, and the 14 KB pages are counted in Brotli. */
export const compress: MiddlewareHandler = async (c, next) => {
  await next()
  const type = c.res.headers.get('content-type') ?? ''
  if (
    !/^(text\/|application\/(json|problem\+json|schema\+json)|image\/svg)/.test(type) ||
    c.res.headers.has('content-encoding')
  )
    return
  if (type.startsWith('text/event-stream')) return
  const accepts = c.req.header('accept-encoding') ?? ''
  const encoding = /\bbr\b/.test(accepts) ? 'br' : /\bgzip\b/.test(accepts) ? 'gzip' : undefined
  c.res.headers.append('vary', 'accept-encoding')
  if (!encoding || c.req.method === 'HEAD') return
  const body = Buffer.from(await c.res.arrayBuffer())
  const packed =
    encoding === 'br'
      ? brotliCompressSync(body, {
          params: {
            [constants.BROTLI_PARAM_QUALITY]: 5,
            [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
          },
        })
      : gzipSync(body)
  const headers = new Headers(c.res.headers)
  headers.set('content-encoding', encoding)
  headers.set('content-length', String(packed.length))
  c.res = new Response(new Uint8Array(packed), { status: c.res.status, headers })
}
