import { serve } from '@hono/node-server'
import { ConfigError, readConfig } from '#src/config.ts'
import { jobs, tickers } from '#src/background.ts'
import { prepareDemonstration, printDemonstration } from '#src/demonstration.ts'
import { loadDirectory } from '#src/modules/directory/index.ts'
import { startWorkers } from '#src/platform/jobs/jobs.ts'
import { describeError } from '#src/platform/logger.ts'
import { openPlatform } from '#src/start.ts'
import { makeApp } from '#src/web/app.ts'

const NODE_NEEDED = 22

/** Config → database → migrate → reference and demonstration data → serve and work → stop cleanly. */
async function main(): Promise<void> {
  if (Number(process.versions.node.split('.')[0]) < NODE_NEEDED)
    throw new ConfigError(`Payung needs Node.js 24; this is ${process.version}. Run it with: npm start`)
  const config = readConfig()
  const running = await openPlatform(config)
  const { platform } = running
  try {
    await loadDirectory(platform)
    await prepareDemonstration(platform)
  } catch (error) {
    await running.stop()
    throw error
  }
  const workers = await startWorkers(platform, jobs, tickers)
  const server = serve(
    { fetch: makeApp(platform).fetch, port: config.port, hostname: config.host },
    (address) => {
      const here = `http://localhost:${address.port}`
      process.stdout.write(`\nPayung: ${here}\n`)
      void printDemonstration(platform, here).catch((error: unknown) =>
        platform.log.error({ error: describeError(error) }, 'printing the sign-ins'),
      )
    },
  )
  server.on('error', (error) => {
    process.stderr.write(
      `${(error as { code?: string }).code === 'EADDRINUSE' ? `Port ${config.port} is in use; choose another with PORT.` : String(error)}\n`,
    )
    void stop(1)
  })
  let stopping = false
  async function stop(code: number): Promise<void> {
    if (stopping) return
    stopping = true
    setTimeout(() => process.exit(code || 1), 10_000).unref()
    server.close()
    if ('closeIdleConnections' in server) server.closeIdleConnections()
    await workers
      .stop()
      .catch((error: unknown) => platform.log.error({ error: describeError(error) }, 'stopping'))
    await running.stop()
    process.exit(code)
  }
  void running.databaseGone.then(() => {
    if (!stopping) process.stderr.write('PostgreSQL ended by itself; Payung stops. Start it again.\n')
    return stop(1)
  })
  // on, not once: npm repeats Ctrl-C, and the second one must not orphan PostgreSQL
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => void stop(0))
}

await main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
})
