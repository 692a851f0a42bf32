import { existsSync, readFileSync, writeFileSync, mkdirSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { readConfig, type Config } from '#src/config.ts'
import { CHAINS, sealChain, verifyChain } from '#src/platform/audit/chain-queries.ts'
import { loadSecrets, parseMasterFile } from '#src/platform/crypto/secrets.ts'
import { runAs } from '#src/platform/db/context.ts'
import { backupTo } from '#src/platform/keep/backup-queries.ts'
import { openBackup, restoreFrom } from '#src/platform/keep/restore-queries.ts'
import { openOwner, openPlatform } from '#src/start.ts'
import type { Command, Io } from './command.ts'

/** For the people who run it: copies and proofs. */
export const backup: Command = {
  usage: 'backup <file>',
  about: 'Writes an encrypted copy of everything; only the master key opens it.',
  async run([file], io) {
    if (!file) return wrongWords(io, backup)
    const running = await openPlatform(readConfig(io.env), 'join')
    try {
      const counts = await backupTo(running.platform, resolve(file), (done) =>
        io.progress(`${done.table} ${done.rows}/${done.of}`),
      )
      const rows = Object.values(counts).reduce((sum, count) => sum + count, 0)
      io.out(`Back-up written: ${file} (${rows} rows in ${Object.keys(counts).length} tables).`)
      return 0
    } finally {
      await running.stop()
    }
  },
}

export const restore: Command = {
  usage: 'restore <file>',
  about: 'Fills a new, empty database from a copy, counts every row and proves both chains.',
  async run([file], io) {
    if (!file || !existsSync(file)) return wrongWords(io, restore)
    const config = readConfig(io.env)
    if (!existsSync(config.masterKeyFile)) {
      io.err(
        `${config.masterKeyFile} is not there. A copy opens only with the master key: put the file there first.`,
      )
      return 1
    }
    const opened = await openBackup(
      resolve(file),
      parseMasterFile(readFileSync(config.masterKeyFile, 'utf8'), config.masterKeyFile),
    )
    keepSecret(config, opened.header.secret)
    const owner = await openOwner(config, loadSecrets(config))
    try {
      const counts = await restoreFrom(opened, owner.connection, (done) =>
        io.progress(`${done.table} ${done.rows}/${done.of}`),
      )
      io.out(
        `Restored ${Object.values(counts).reduce((sum, count) => sum + count, 0)} rows, copied ${opened.header.madeAt}.`,
      )
    } finally {
      await owner.stop()
    }
    return verify.run([], io)
  },
}

/** The installation's secret comes back with the copy; another one that lies there already is never overwritten. */
function keepSecret(config: Config, secret: string): void {
  if (existsSync(config.secretFile)) {
    if (readFileSync(config.secretFile, 'utf8').trim() !== secret)
      throw new Error(
        `${config.secretFile} holds another secret than this copy; restore with a data folder of its own.`,
      )
    return
  }
  mkdirSync(dirname(config.secretFile), { recursive: true, mode: 0o700 })
  writeFileSync(config.secretFile, `${secret}\n`, { mode: 0o600, flag: 'wx' })
}

export const verify: Command = {
  usage: 'verify',
  about: 'Proves the chains of the journal and the audit log; names what was changed, removed or slipped in.',
  async run(_args, io) {
    const running = await openPlatform(readConfig(io.env), 'join')
    let faults = 0
    try {
      for (const chain of CHAINS) {
        while (
          (await runAs(running.platform, { kind: 'job', name: 'verify' }, (ctx) => sealChain(ctx, chain))) > 0
        );
        const result = await runAs(running.platform, { kind: 'keeper' }, (ctx) => verifyChain(ctx, chain))
        io.out(
          `${chain}: ${result.entries} entries, ${result.faults.length === 0 ? 'whole' : `${result.faults.length} faults`}`,
        )
        for (const fault of result.faults.slice(0, 100)) io.out(`  ${fault.kind} ${fault.entryId}`)
        faults += result.faults.length
      }
      return faults === 0 ? 0 : 1
    } finally {
      await running.stop()
    }
  },
}

function wrongWords(io: Io, command: Command): number {
  io.err(`Usage: payung ${command.usage}`)
  return 2
}
