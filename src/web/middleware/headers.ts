import type { MiddlewareHandler } from 'hono'

const CSP = [
  "default-src 'none'",
  "style-src 'self'",
  "script-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "manifest-src 'self'",
  "worker-src 'self'",
].join('; ')

/** No third party, no framing, no referrer, nothing kept by the browser unless a route says so. */
export const securityHeaders = (url: string): MiddlewareHandler => {
  const overTls = url.startsWith('https://')
  return async (c, next) => {
    await next()
    const { headers } = c.res
    // A download brings a stricter one of its own.
    if (!headers.has('content-security-policy')) headers.set('content-security-policy', CSP)
    headers.set('referrer-policy', 'no-referrer')
    headers.set('x-content-type-options', 'nosniff')
    headers.set('x-frame-options', 'DENY')
    headers.set('cross-origin-opener-policy', 'same-origin')
    headers.set('cross-origin-resource-policy', 'same-origin')
    headers.set('permissions-policy', 'camera=(), geolocation=(), microphone=(self), browsing-topics=()')
    headers.set('x-robots-tag', 'noindex, noarchive')
    if (!headers.has('cache-control')) headers.set('cache-control', 'no-store')
    // By our own address, not by what a visitor writes into a header.
    if (overTls) headers.set('strict-transport-security', 'max-age=31536000')
  }
}
