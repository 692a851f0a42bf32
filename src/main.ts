import { serve } from '@hono/node-server'
import { ConfigError, readConfig } from '#src/config.ts'
import { jobs, tickers } from '#src/background.ts'
import { prepareDemonstration, printDemonstration } from '#src/demonstration.ts'
import { loadAgreements } from '#src/modules/agreements/index.ts'
import { loadDirectory } from '#src/modules/directory/index.ts'
import { loadRelease } from '#src/modules/law/index.ts'
import { startWorkers } from '#src/platform/jobs/jobs.ts'
import { describeError } from '#src/platform/logger.ts'
import type { Platform } from '#src/platform/platform.ts'
import { openPlatform } from '#src/start.ts'
import { makeApp } from '#src/web/app.ts'

const NODE_NEEDED = 22

/** What has been opened, to be closed in the other order, once, whatever asks for it. */
function makeStopper() {
  const closers: (() => unknown)[] = []
  let stopping = false
  return {
    isStopping: () => stopping,
    add: (close: () => unknown) => void closers.unshift(close),
    async stop(code: number): Promise<void> {
      if (stopping) return
      stopping = true
      setTimeout(() => process.exit(code || 1), 10_000).unref()
      for (const close of closers) await Promise.resolve(close()).catch(() => undefined)
      process.exit(code)
    },
  }
}

/** Config → database → migrate → reference and demonstration data → serve and work → stop cleanly. */
async function main(): Promise<void> {
  if (Number(process.versions.node.split('.')[0]) < NODE_NEEDED)
    throw new ConfigError(`Payung needs Node.js 24; this is ${process.version}. Run it with: npm start`)
  const config = readConfig()
  const running = await openPlatform(config)
  const { platform } = running
  const stopper = makeStopper()
  stopper.add(() => running.stop())
  // on, not once: npm repeats Ctrl-C, and the second one must not orphan PostgreSQL
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const)
    process.on(signal, () => void stopper.stop(0))
  void running.databaseGone.then(() => {
    if (!stopper.isStopping())
      process.stderr.write('PostgreSQL ended by itself; Payung stops. Start it again.\n')
    return stopper.stop(1)
  })
  try {
    await loadDirectory(platform)
    await loadRelease(platform)
    await loadAgreements(platform)
    await prepareDemonstration(platform)
    const workers = await startWorkers(platform, jobs, tickers)
    stopper.add(() => workers.stop())
    listen(platform, stopper)
  } catch (error) {
    if (stopper.isStopping()) return
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    await stopper.stop(1)
  }
}

function listen(platform: Platform, stopper: ReturnType<typeof makeStopper>): void {
  const { port, host } = platform.config
  const server = serve({ fetch: makeApp(platform).fetch, port, hostname: host }, (address) => {
    const here = `http://localhost:${address.port}`
    process.stdout.write(`\nPayung: ${here}\n`)
    void printDemonstration(platform, here).catch((error: unknown) =>
      platform.log.error({ error: describeError(error) }, 'printing the sign-ins'),
    )
  })
  stopper.add(() => {
    server.close()
    if ('closeIdleConnections' in server) server.closeIdleConnections()
  })
  server.on('error', (error) => {
    const inUse = (error as { code?: string }).code === 'EADDRINUSE'
    process.stderr.write(`${inUse ? `Port ${port} is in use; choose another with PORT.` : String(error)}\n`)
    void stopper.stop(1)
  })
}

await main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
})
