import { pino, type Logger as PinoLogger } from 'pino'
import type { Environment } from '#src/config.ts'

export type Logger = Pick<PinoLogger, 'info' | 'warn' | 'error' | 'debug'>

/**
 * Structured logs without personal data: no address, browser, referrer, query, body or cookie is ever given to it, and an
 * error is logged by class, code and stack only (messages of the database may quote values).
 */
export function makeLogger(env: Environment): Logger {
  return pino({
    level: env === 'test' ? 'silent' : 'info',
    base: null,
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
  })
}

/** What may be said of an error in a log. */
export function describeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { kind: typeof error }
  const { code, constraint, table } = error as { code?: unknown; constraint?: unknown; table?: unknown }
  const stack = error.stack
    ?.split('\n')
    .filter((line) => line.startsWith('    at '))
    .slice(0, 8)
    .map((line) => line.trim())
  return { kind: error.name, code, constraint, table, stack }
}
