import { fileURLToPath } from 'node:url'
import { ConfigError, surroundings } from '#src/config.ts'
import type { Command, Io } from './command.ts'
import { commands } from './commands.ts'

const OK = 0
const COULD_NOT = 1
const WRONG_WORDS = 2

function usageText(): string {
  const lines = Object.values(commands).map(
    (command) => `  payung ${command.usage.padEnd(34)} ${command.about}`,
  )
  return [
    'Payung, commands for those who run it:',
    '',
    ...lines,
    '',
    'Settings come from the environment, as for the server (README).',
  ].join('\n')
}

/** The longest name wins: `keys create` before `keys`. */
function choose(
  words: readonly string[],
): { readonly command: Command; readonly args: readonly string[] } | undefined {
  for (const count of [2, 1]) {
    const name = words.slice(0, count).join(' ')
    const command = Object.hasOwn(commands, name) ? commands[name] : undefined
    if (command) return { command, args: words.slice(count) }
  }
  return undefined
}

/** A terminal with the environment that the caller gives. @public: bin/payung, which has no ending, uses it. */
export const terminalWith = (env: Io['env']): Io => ({
  out: (line) => void process.stdout.write(`${line}\n`),
  err: (line) => void process.stderr.write(`${line}\n`),
  progress: (line) => void (process.stderr.isTTY && process.stderr.write(`\r\u001B[K${line}`)),
  env,
  stdin: async () => {
    const parts: Buffer[] = []
    for await (const part of process.stdin) parts.push(part as Buffer)
    return Buffer.concat(parts).toString('utf8')
  },
})

/** Runs one command. Returns the exit code: 0 done, 1 could not, 2 wrong words. */
export async function runCommandLine(words: readonly string[], io: Io): Promise<number> {
  if (words.length === 0 || ['help', '--help', '-h'].includes(words[0] ?? '')) {
    io.out(usageText())
    return words.length === 0 ? WRONG_WORDS : OK
  }
  const chosen = choose(words)
  if (!chosen) {
    io.err(`payung does not know: ${words.join(' ')}\n\n${usageText()}`)
    return WRONG_WORDS
  }
  try {
    return await chosen.command.run(chosen.args, io)
  } catch (error) {
    io.err(error instanceof ConfigError || error instanceof Error ? error.message : String(error))
    return COULD_NOT
  }
}

/** Without `bin/payung`: `node --import tsx src/cli/cli.ts …`. Before this it ended well and said nothing. */
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1))
  process.exitCode = await runCommandLine(process.argv.slice(2), terminalWith(surroundings()))
}
