import { run, type Runner } from 'graphile-worker'
import type { z } from 'zod'
import { openQueuePool } from '../db/database.ts'
import type { Platform } from '../platform.ts'
import { describeError } from '../logger.ts'
import { quietLogger } from './quiet-logger.ts'

/** A job that a use case enqueues in its own transaction. The handler is safe to run twice; the payload holds ids only. */
export type Job<P> = {
  readonly name: string
  readonly schema: z.ZodType<P>
  readonly handle: (platform: Platform, payload: P) => Promise<void>
}

export function defineJob<P>(name: string, schema: z.ZodType<P>, handle: Job<P>['handle']): Job<P> {
  return { name, schema, handle }
}

/** Something that happens by itself every so often; several processes may run it, each pass takes its own rows. */
export type Ticker = {
  readonly name: string
  readonly everyMs: number
  readonly tick: (platform: Platform) => Promise<void>
}

export type Workers = { stop(): Promise<void> }

// Variance: a list of jobs with different payloads.
// oxlint-disable-next-line typescript/no-explicit-any
export type AnyJob = Job<any>

export async function startWorkers(
  platform: Platform,
  jobs: readonly AnyJob[],
  tickers: readonly Ticker[],
): Promise<Workers> {
  const pool = openQueuePool(platform.owner, platform.secrets.installation, (error) =>
    platform.log.warn({ error: describeError(error) }, 'queue connection lost'),
  )
  const runner: Runner = await run({
    pgPool: pool,
    concurrency: 3,
    noHandleSignals: true,
    noPreparedStatements: false,
    taskList: Object.fromEntries(
      jobs.map((job) => [
        job.name,
        async (payload: unknown) => {
          try {
            await job.handle(platform, job.schema.parse(payload))
          } catch (error) {
            platform.log.error(
              { job: job.name, error: describeError(error) },
              'job failed, will be tried again',
            )
            throw error
          }
        },
      ]),
    ),
    logger: quietLogger(),
  })
  const timers = tickers.map((ticker) => startTicker(platform, ticker))
  return {
    async stop() {
      for (const timer of timers) await timer.stop()
      await runner.stop()
      await pool.end()
    },
  }
}

function startTicker(platform: Platform, ticker: Ticker): Workers {
  let running: Promise<void> | undefined
  const timer = setInterval(() => {
    running ??= ticker
      .tick(platform)
      .catch((error: unknown) =>
        platform.log.error(
          { ticker: ticker.name, error: describeError(error) },
          'tick failed, will be tried again',
        ),
      )
      .finally(() => (running = undefined))
  }, ticker.everyMs)
  timer.unref()
  return {
    async stop() {
      clearInterval(timer)
      await running
    },
  }
}
