// Two whole installations on one machine: two PostgreSQL clusters, two secrets, two HTTP servers, and between them a line that
// a test may cut, slow down, listen to, forge on and repeat on.
import { serve, type ServerType } from '@hono/node-server'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import {
  confirmPartner,
  discover,
  findPartner,
  ownFingerprint,
  proposePartner,
  refreshPartner,
  runExchange,
} from '#src/modules/exchange/index.ts'
import { runAs } from '#src/platform/db/context.ts'
import { startEmbedded } from '#src/platform/db/embedded.ts'
import { prepareDatabase } from '#src/platform/db/prepare.ts'
import { urlOf } from '#src/platform/db/embedded.ts'
import { makeApp } from '#src/web/app.ts'
import type { TestDatabase } from './database.ts'
import { FAST_AND_LOOSE } from './global-setup.ts'
import { makeTestPlatform, type TestPlatform } from './platform.ts'
import { roomiestFolder } from './roomiest-folder.ts'
import { runJobs } from './run-jobs.ts'
import type { TEST_ORGS } from './test-orgs.ts'

/** What the line does with a request: undefined lets it pass. */
export type Passing = { readonly method: string; readonly path: string; readonly body: string }
export type Fate =
  'pass' | 'cut' | 'lose-answer' | 'twice' | { readonly answer: number; readonly body: string }

export type Line = {
  readonly address: string
  /** Everything that was sent over it, in order. */
  readonly seen: Passing[]
  /** Decides about each request; reset with `line.fate = () => 'pass'`. */
  fate: (passing: Passing) => Fate
  /** Sends something by itself, as an attacker on the line would. */
  inject(body: string): Promise<{ readonly status: number; readonly body: string }>
}

export type Installation = TestPlatform & {
  /** The line on which others reach this installation. */
  readonly line: Line
  /** Number of the other installation as a partner here. */
  partnerId: string
}

export type TwoInstallations = {
  readonly a: Installation
  readonly b: Installation
  /** The body of B as it stands at A, and the other way round. */
  bodyOf(where: Installation, slug: keyof typeof TEST_ORGS): Promise<string>
  /** Both work until nothing is due. */
  settle(): Promise<void>
  /** Both clocks. */
  advance(ms: number): void
  close(): Promise<void>
}

/** A cluster of its own: roles belong to the cluster, and so do their passwords. */
async function ownCluster(): Promise<TestDatabase> {
  const folder = mkdtempSync(join(roomiestFolder(), 'payung-second-'))
  const embedded = await startEmbedded({
    folder,
    ownerPassword: randomBytes(12).toString('hex'),
    settings: FAST_AND_LOOSE,
  })
  const secret = new Uint8Array(randomBytes(32))
  await prepareDatabase(embedded.connection, secret)
  return {
    owner: embedded.connection,
    ownerUrl: urlOf(embedded.connection),
    root: { ...embedded.superuser, database: embedded.connection.database },
    secret,
    drop: async () => {
      await embedded.stop()
      rmSync(folder, { recursive: true, force: true })
      rmSync(embedded.folder, { recursive: true, force: true })
    },
  }
}

type Closers = (() => Promise<unknown>)[]

const shut = (server: ServerType | Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve())
    if ('closeAllConnections' in server) server.closeAllConnections()
  })

async function openLine(world: TestPlatform, closers: Closers): Promise<Line> {
  const server = await new Promise<ServerType>((resolve) => {
    const listening: ServerType = serve(
      { fetch: makeApp(world.platform).fetch, port: 0, hostname: '127.0.0.1' },
      () => resolve(listening),
    )
  })
  const target = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const send = async (passing: Passing) => {
    const answer = await fetch(target + passing.path, {
      method: passing.method,
      ...(passing.method === 'GET'
        ? {}
        : { body: passing.body, headers: { 'content-type': 'application/jose' } }),
    })
    return { status: answer.status, body: await answer.text() }
  }
  const line = {
    address: '',
    seen: [] as Passing[],
    fate: (): Fate => 'pass',
    inject: (body: string) => send({ method: 'POST', path: '/pertukaran/pesan', body }),
  } as { -readonly [K in keyof Line]: Line[K] }
  const proxy = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      const passing = {
        method: request.method ?? 'GET',
        path: request.url ?? '/',
        body: Buffer.concat(parts).toString('utf8'),
      }
      line.seen.push(passing)
      void (async () => {
        const fate = line.fate(passing)
        if (fate === 'cut') return response.destroy()
        const answer =
          typeof fate === 'object' ? { status: fate.answer, body: fate.body } : await send(passing)
        if (fate === 'twice') await send(passing)
        if (fate === 'lose-answer') return response.destroy()
        response.writeHead(answer.status, { 'content-type': 'text/plain' }).end(answer.body)
      })().catch(() => response.destroy())
    })
  })
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve))
  line.address = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`
  closers.push(
    () => shut(proxy),
    () => shut(server),
  )
  return line
}

/** Two people of `here` make the other installation a partner, as on the screen. */
async function pair(here: Installation, there: Installation): Promise<string> {
  const admin = await here.hire('pusat', ['installation-admin'])
  const second = await here.hire('pusat', ['organisation-admin'])
  const found = await discover(here.platform, there.line.address)
  const id = await here.staff(admin, (ctx) => proposePartner(ctx, found, 'Instalasi lain'))
  const fingerprint = await runAs(there.platform, { kind: 'job', name: 'test' }, ownFingerprint)
  await here.staff(second, async (ctx) => {
    const partner = (await findPartner(ctx, id))!
    await confirmPartner(ctx, { id, version: partner.version, fingerprint: fingerprint ?? '' })
  })
  await refreshPartner(here.platform, id)
  return id
}

export async function makeTwoInstallations(): Promise<TwoInstallations> {
  const closers: Closers = []
  try {
    const [first, second] = await Promise.all([makeTestPlatform(), makeTestPlatform({}, ownCluster)])
    closers.push(
      () => first.close(),
      () => second.close(),
    )
    const a: Installation = Object.assign(first, { line: await openLine(first, closers), partnerId: '' })
    const b: Installation = Object.assign(second, { line: await openLine(second, closers), partnerId: '' })
    await runExchange(a.platform)
    await runExchange(b.platform)
    a.partnerId = await pair(a, b)
    b.partnerId = await pair(b, a)
    await settle([a, b])
    return {
      a,
      b,
      bodyOf: async (where, slug) => {
        const other = where === a ? b : a
        const [row] = await where.root('select id from app.organisations where remote_ref = $1', [
          other.orgs[slug],
        ])
        return String(row!['id'])
      },
      settle: () => settle([a, b]),
      advance: (ms) => {
        a.time.advance(ms)
        b.time.advance(ms)
      },
      close: async () => {
        for (const close of closers.toReversed()) await close()
      },
    }
  } catch (error) {
    for (const close of closers.toReversed()) await close().catch(() => undefined)
    throw error
  }
}

const ROUNDS = 30
/** What workers and clocks do, without waiting for them. */
async function settle(both: readonly Installation[]): Promise<void> {
  for (let round = 0; round < ROUNDS; round += 1) {
    let done = 0
    for (const each of both) done += (await runJobs(each)).length + (await runExchange(each.platform))
    if (done === 0) return
  }
  throw new Error('the two installations do not come to rest')
}
