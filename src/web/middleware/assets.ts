import { brotliCompressSync, constants } from 'node:zlib'
import type { Hono } from 'hono'
import { publicAssets } from '../ui/public/assets.ts'
import { staffAssets } from '../ui/staff/assets.ts'

/** Our own files: named by their content, kept for ever by the browser, compressed once. */
export function assetRoutes(app: Hono): void {
  const files = [
    ...publicAssets().map((asset) => ({ path: asset.path as string, type: asset.type, body: asset.content })),
    ...staffAssets().map((asset) => ({ path: asset.path, type: asset.type, body: asset.body })),
  ]
  for (const file of files) {
    const brotli = brotliCompressSync(file.body, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } })
    app.get(file.path, (c) => {
      const packed = /\bbr\b/.test(c.req.header('accept-encoding') ?? '')
      c.header('content-type', file.type)
      c.header('cache-control', 'public, max-age=31536000, immutable')
      c.header('vary', 'accept-encoding')
      if (packed) c.header('content-encoding', 'br')
      return c.body(packed ? new Uint8Array(brotli) : file.body)
    })
  }
}
