import { defineConfig } from 'vitest/config'

const DATABASE_TESTS = ['src/**/*.db.test.{ts,tsx}', 'scripts/**/*.db.test.ts', 'test/**/*.test.{ts,tsx}']
/** Need no database, though they stand with the tests that do. */
const WITHOUT_DATABASE = ['test/architecture.test.ts', 'test/linkage/*.test.ts']
const NEVER = ['node_modules/**', 'test/browser/**']

export default defineConfig({
  test: {
    // One worker per core of a small machine; every file has its own database, so nothing else has to be apart.
    pool: 'threads',
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: 'domain',
          isolate: false,
          include: ['src/**/*.test.{ts,tsx}', 'scripts/**/*.test.ts', ...WITHOUT_DATABASE],
          exclude: [...NEVER, 'src/**/*.db.test.{ts,tsx}', 'scripts/**/*.db.test.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'db',
          isolate: false,
          include: DATABASE_TESTS,
          exclude: [...NEVER, ...WITHOUT_DATABASE],
          globalSetup: ['test/support/global-setup.ts'],
          hookTimeout: 60_000,
          testTimeout: 30_000,
        },
      },
    ],
  },
})
