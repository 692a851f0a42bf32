// The one check, behind `npm test`: every tool and every test, each in a section of its own. A failure does not stop the
// rest. A tool counts as one test. The last line is `N passed, N failed`.
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { delimiter, join } from 'node:path'

type Counts = { readonly passed: number; readonly failed: number; readonly skipped: number }
type Outcome = { readonly ok: boolean; readonly output: string; readonly seconds: number }
type Tool = { readonly name: string; readonly command: readonly string[] }
type Suite = Tool & { readonly minutes: number; readonly report: string; count(report: string): Counts }

const RESULTS = 'test-results'
const TOOLS_AT_ONCE = 2
const TOOL_MINUTES = 3
const node = (script: string, ...args: string[]): readonly string[] => [
  'node',
  '--import',
  'tsx',
  script,
  ...args,
]

const TOOLS: readonly Tool[] = [
  { name: 'types (tsc)', command: ['tsc', '--noEmit', '-p', '.'] },
  { name: 'format (prettier)', command: ['prettier', '--check', '--log-level', 'warn', '.'] },
  { name: 'lint (oxlint)', command: ['oxlint', '--type-aware', '--deny-warnings'] },
  {
    name: 'borders (dependency-cruiser)',
    command: ['depcruise', 'src', 'scripts', 'test', '--output-type', 'err'],
  },
  { name: 'dead code (knip)', command: ['knip', '--no-progress'] },
  { name: 'lock file', command: node('scripts/check-lock.ts') },
  { name: 'generated database types', command: node('scripts/db-types.ts', '--check') },
  ...(existsSync('scripts/docs.ts')
    ? [{ name: 'generated documents', command: node('scripts/docs.ts', '--check') }]
    : []),
]

const VITEST_REPORT = join(RESULTS, 'vitest.json')
const BROWSER_REPORT = join(RESULTS, 'browser.json')
const SUITES: readonly Suite[] = [
  {
    name: 'tests (Vitest)',
    command: ['vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${VITEST_REPORT}`],
    minutes: 14,
    report: VITEST_REPORT,
    count: countVitest,
  },
  {
    name: 'browser tests (Playwright)',
    command: ['playwright', 'test'],
    minutes: 8,
    report: BROWSER_REPORT,
    count: countPlaywright,
  },
]

function countVitest(report: string): Counts {
  const found = JSON.parse(report) as {
    numPassedTests: number
    numFailedTests: number
    numPendingTests: number
    numTodoTests: number
    testResults: readonly { status: string; assertionResults: readonly { status: string }[] }[]
  }
  // A file that does not load has no failed test of its own.
  const broken = found.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  )
  return {
    passed: found.numPassedTests,
    failed: found.numFailedTests + broken.length,
    skipped: found.numPendingTests + found.numTodoTests,
  }
}

function countPlaywright(report: string): Counts {
  const { stats, errors } = JSON.parse(report) as {
    stats: { expected: number; unexpected: number; flaky: number; skipped: number }
    errors: readonly unknown[]
  }
  return {
    passed: stats.expected,
    // A test that passes only the second time does not pass.
    failed: stats.unexpected + stats.flaky + (stats.unexpected === 0 ? errors.length : 0),
    skipped: stats.skipped,
  }
}

/** Buffered, so that tools that run at once do not mix their lines; a suite shows its lines as they come. */
function run(
  command: readonly string[],
  minutes: number,
  show: 'as-it-comes' | 'at-the-end',
): Promise<Outcome> {
  const began = performance.now()
  const [program = '', ...args] = command
  const path = [join(process.cwd(), 'node_modules', '.bin'), process.env['PATH']].join(delimiter)
  const child = spawn(program, args, {
    env: { ...process.env, PATH: path },
    stdio: [
      'ignore',
      show === 'as-it-comes' ? 'inherit' : 'pipe',
      show === 'as-it-comes' ? 'inherit' : 'pipe',
    ],
    shell: process.platform === 'win32',
    timeout: minutes * 60_000,
  })
  let output = ''
  child.stdout?.on('data', (bytes) => (output += String(bytes)))
  child.stderr?.on('data', (bytes) => (output += String(bytes)))
  return new Promise((resolve) => {
    const done = (ok: boolean): void => resolve({ ok, output, seconds: (performance.now() - began) / 1000 })
    child.on('error', (error) => {
      output += `${error.message}\n`
      done(false)
    })
    child.on('close', (code, signal) => {
      if (signal) output += `stopped by ${signal} after ${minutes} minutes\n`
      done(code === 0)
    })
  })
}

function heading(name: string, outcome: Outcome): void {
  console.log(`\n== ${name}: ${outcome.ok ? 'passed' : 'FAILED'} (${outcome.seconds.toFixed(1)} s)`)
}

async function runTool(tool: Tool): Promise<Counts> {
  const outcome = await run(tool.command, TOOL_MINUTES, 'at-the-end')
  heading(tool.name, outcome)
  if (!outcome.ok) console.log(outcome.output.trimEnd())
  return { passed: Number(outcome.ok), failed: Number(!outcome.ok), skipped: 0 }
}

async function runTools(): Promise<readonly Counts[]> {
  const waiting = [...TOOLS]
  const counts: Counts[] = []
  const worker = async (): Promise<void> => {
    for (let tool = waiting.shift(); tool; tool = waiting.shift()) counts.push(await runTool(tool))
  }
  await Promise.all(Array.from({ length: TOOLS_AT_ONCE }, worker))
  return counts
}

async function runSuite(suite: Suite): Promise<Counts> {
  console.log(`\n== ${suite.name}`)
  rmSync(suite.report, { force: true })
  const outcome = await run(suite.command, suite.minutes, 'as-it-comes')
  heading(suite.name, outcome)
  if (outcome.output) console.log(outcome.output.trimEnd())
  const counts = existsSync(suite.report)
    ? suite.count(readFileSync(suite.report, 'utf8'))
    : { passed: 0, failed: 0, skipped: 0 }
  // Whatever else went wrong (no report, an error outside a test) is one failure too.
  return outcome.ok || counts.failed > 0 ? counts : { ...counts, failed: 1 }
}

function lastLine({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}

mkdirSync(RESULTS, { recursive: true })
const parts: Counts[] = [...(await runTools())]
for (const suite of SUITES) parts.push(await runSuite(suite))
const sum = (key: keyof Counts): number => parts.reduce((total, part) => total + part[key], 0)
const total = { passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped') }
console.log(`\n${lastLine(total)}`)
process.exitCode = total.failed > 0 ? 1 : 0
