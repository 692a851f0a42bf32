/**
 * Calls to a partner's address, which a person typed in. So: https only (loopback in development and tests aside), no
 * redirect is followed, the address that the name stands for is looked at when the connection is made, time and size end.
 */
import { lookup as lookUp, type LookupAddress } from 'node:dns'
import { request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { BlockList, isIP } from 'node:net'
import { RefusedError } from '#src/platform/errors.ts'
import type { Environment } from '#src/config.ts'

const TIMEOUT_MILLISECONDS = 10_000
const LARGEST_ANSWER = 128 * 1024

/** Networks in which no partner lives: a partner there would be our own machine or that of its host. */
const CLOSED = new BlockList()
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
] as const)
  CLOSED.addSubnet(network, prefix, 'ipv4')
for (const [network, prefix] of [
  ['::', 96],
  ['64:ff9b::', 96],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const)
  CLOSED.addSubnet(network, prefix, 'ipv6')
const LOOPBACK = new BlockList()
LOOPBACK.addSubnet('127.0.0.0', 8, 'ipv4')
LOOPBACK.addAddress('::1', 'ipv6')

function isOpen(address: string, env: Environment): boolean {
  const family = isIP(address) === 6 ? 'ipv6' : 'ipv4'
  if (env !== 'production' && LOOPBACK.check(address, family)) return true
  return !CLOSED.check(address, family) && !(family === 'ipv6' && /^::ffff:/i.test(address))
}

/** `https://host` without path, or throws RefusedError `exchange.address`. */
export function checkAddress(text: string, env: Environment): string {
  let url: URL
  try {
    url = new URL(text.trim())
  } catch {
    throw new RefusedError('exchange.address')
  }
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const isLocal =
    host === 'localhost' || (isIP(host) !== 0 && LOOPBACK.check(host, isIP(host) === 6 ? 'ipv6' : 'ipv4'))
  const allowed = url.protocol === 'https:' || (url.protocol === 'http:' && isLocal && env !== 'production')
  if (!allowed || url.username !== '' || url.password !== '' || (isLocal && env === 'production'))
    throw new RefusedError('exchange.address')
  if (isIP(host) !== 0 && !isOpen(host, env)) throw new RefusedError('exchange.address')
  return url.origin
}

export type Answer = { readonly status: number; readonly body: string }

type Call = {
  readonly env: Environment
  readonly body?: string
  readonly headers?: Readonly<Record<string, string>>
}

export function callPartner(
  address: string,
  { path, ...asked }: Call & { readonly path: `/${string}` },
): Promise<Answer> {
  return callOut(new URL(path, checkAddress(address, asked.env)), asked)
}

/** Throws RefusedError `exchange.unreachable` for whatever kept the answer away, `exchange.address` for where nobody calls. */
export async function callOut(url: URL, asked: Call): Promise<Answer> {
  checkAddress(url.origin, asked.env)
  const request = url.protocol === 'https:' ? requestHttps : requestHttp
  return new Promise((resolve, reject) => {
    const fail = (): void => reject(new RefusedError('exchange.unreachable'))
    const call = request(
      url,
      {
        method: asked.body === undefined ? 'GET' : 'POST',
        headers: {
          accept: 'application/json',
          ...(asked.body === undefined ? {} : { 'content-type': 'application/jose' }),
          ...asked.headers,
        },
        timeout: TIMEOUT_MILLISECONDS,
        signal: AbortSignal.timeout(TIMEOUT_MILLISECONDS),
        agent: false,
        lookup: (host, options, done) =>
          lookUp(host, { ...options, all: true }, (error, found) => {
            if (error || !found.every((each) => isOpen(each.address, asked.env)) || found.length === 0)
              return done(error ?? new Error('address refused'), '', 4)
            if (options.all)
              return (done as unknown as (error: null, all: LookupAddress[]) => void)(null, found)
            return done(null, found[0]!.address, found[0]!.family)
          }),
      },
      (response) => {
        const parts: Buffer[] = []
        let length = 0
        response.on('data', (part: Buffer) => {
          length += part.length
          if (length > LARGEST_ANSWER) {
            call.destroy()
            fail()
          } else parts.push(part)
        })
        response.on('error', fail)
        response.on('end', () =>
          response.complete
            ? resolve({ status: response.statusCode ?? 0, body: Buffer.concat(parts).toString('utf8') })
            : fail(),
        )
      },
    )
    call.on('timeout', () => call.destroy())
    call.on('error', fail)
    call.end(asked.body)
  })
}
