import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { defineConfig } from '@playwright/test'
import { findChromium, HOW_TO_INSTALL } from './scripts/chromium.js'

const PORT = 4999
const executablePath = findChromium()
if (executablePath === undefined) throw new Error(HOW_TO_INSTALL)

/** Every worker reads this file too: only the first process makes the folder, and removes it. */
function dataFolder(): string {
  const made = process.env['PAYUNG_BROWSER_TEST_DATA']
  if (made) return made
  const folder = mkdtempSync(join(tmpdir(), 'payung-browser-'))
  process.env['PAYUNG_BROWSER_TEST_DATA'] = folder
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  return folder
}

// Chromium refuses its own sandbox to root.
const asRoot = process.getuid?.() === 0
const QUIET = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export default defineConfig({
  testDir: 'test/browser',
  testMatch: '**/*.spec.ts',
  workers: 2,
  fullyParallel: true,
  forbidOnly: true,
  timeout: 30_000,
  reporter: [['list'], ['json', { outputFile: 'test-results/browser.json' }]],
  use: {
    baseURL: `http://localhost:${PORT}`,
    locale: 'id-ID',
    launchOptions: { executablePath, args: ['--headless', ...(asRoot ? ['--no-sandbox'] : []), ...QUIET] },
  },
  projects: [
    { name: 'with-script', grepInvert: /@no-script/ },
    { name: 'no-script', grep: /@no-script/, use: { javaScriptEnabled: false } },
  ],
  webServer: {
    command: 'exec node --import tsx src/main.ts',
    url: `http://localhost:${PORT}/healthz`,
    timeout: 180_000,
    reuseExistingServer: false,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 15_000 },
    env: { PAYUNG_DATA: dataFolder(), PORT: String(PORT), PAYUNG_ENV: 'development' },
  },
})
