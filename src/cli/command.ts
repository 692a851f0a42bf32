/** One sub-command of `payung`. Ends with the exit code: 0 done, 1 could not, 2 wrong words on the command line. */
export type Command = {
  /** Words after `payung`, as shown in the help. */
  readonly usage: string
  readonly about: string
  readonly run: (args: readonly string[], io: Io) => Promise<number>
}

/** Where a command reads and writes; tests give their own. */
export type Io = {
  readonly out: (line: string) => void
  readonly err: (line: string) => void
  /** Rewrites one line of progress on a terminal, and is silent elsewhere. */
  readonly progress: (line: string) => void
  readonly env: Readonly<Record<string, string | undefined>>
  readonly stdin: () => Promise<string>
}
