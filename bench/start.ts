// How long a person waits for the first page: a new data folder, and one that exists, each with the whole program.
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { percentile, type Row } from './server.ts'

const GOAL_SECONDS = 5
const AGAIN = 5

/** Node.js that only answers one request: what no program can be faster than. */
const BARE = `require('node:http').createServer((_, answer) => answer.end('x')).listen(0, '127.0.0.1', function () {
  console.log('Payung: http://localhost:' + this.address().port) })`

async function firstPage(args: readonly string[], folder: string): Promise<number> {
  const began = performance.now()
  const child = spawn(process.execPath, args, {
    env: { PATH: process.env['PATH'], PORT: '0', PAYUNG_DATA: folder },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  try {
    const answer = await fetch(`http://127.0.0.1:${await portOf(child)}/`)
    await answer.text()
    if (!answer.ok) throw new Error(`the first page answered ${answer.status}`)
    return (performance.now() - began) / 1000
  } finally {
    const gone = once(child, 'exit')
    child.kill('SIGTERM')
    await gone
  }
}

async function portOf(child: ChildProcess): Promise<string> {
  let said = ''
  for await (const bytes of child.stdout!.iterator({ destroyOnReturn: false })) {
    said += String(bytes)
    const port = /Payung: http:\/\/localhost:(\d+)/.exec(said)?.[1]
    if (port) {
      child.stdout!.resume()
      return port
    }
  }
  throw new Error(`it ended before it listened: ${said}`)
}

/** Start to first page with an existing database; the goal is 5 seconds. The first start fills in the demonstration. */
export async function benchStart(): Promise<readonly Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'payung-bench-start-'))
  const program = ['--import', 'tsx', 'src/main.ts']
  try {
    const cold = await firstPage(program, folder)
    const warm: number[] = []
    const bare: number[] = []
    for (let run = 0; run < AGAIN; run++) {
      warm.push(await firstPage(program, folder))
      bare.push(await firstPage(['-e', BARE], folder))
    }
    const [again, least] = [percentile(warm, 0.5), percentile(bare, 0.5)]
    const baseline = `${least.toFixed(2)} s: Node.js alone, one answer`
    return [
      {
        what: 'start to first page, existing database (median of 5)',
        measured: `${again.toFixed(2)} s`,
        baseline,
        ratio: `${(again / least).toFixed(0)} ×`,
        goal: `under ${GOAL_SECONDS} s`,
        reached: again < GOAL_SECONDS,
      },
      {
        what: 'first start: database made, directory and demonstration loaded',
        measured: `${cold.toFixed(2)} s`,
        baseline,
        ratio: `${(cold / least).toFixed(0)} ×`,
        goal: 'none',
        reached: true,
      },
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
