import { existsSync, readFileSync, writeFileSync, mkdirSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { readConfig, type Config } from '#src/config.ts'
import { CHAINS, sealChain, verifyChain } from '#src/platform/audit/chain-queries.ts'
import { currentAgeIdentity } from '#src/platform/crypto/age-identity.ts'
import { addMasterKey, createSecrets, loadSecrets, parseMasterFile } from '#src/platform/crypto/secrets.ts'
import { runAs } from '#src/platform/db/context.ts'
import { backupTo } from '#src/platform/keep/backup-queries.ts'
import { openBackup, restoreFrom } from '#src/platform/keep/restore-queries.ts'
import { rewrapDataKeys } from '#src/platform/keep/rotate-queries.ts'
import { openOwner, openPlatform } from '#src/start.ts'
import type { Command, Io } from './command.ts'

/** For the people who run it: copies, proofs, keys. */
export const backup: Command = {
  usage: 'backup <file>',
  about: 'Writes an encrypted copy of everything; only the master key opens it.',
  async run([file], io) {
    if (!file) return wrongWords(io, backup)
    const running = await openPlatform(readConfig(io.env))
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
    const running = await openPlatform(readConfig(io.env))
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

export const keysCreate: Command = {
  usage: 'keys create',
  about: 'Makes the master key file and the secret file, before the first start in production.',
  async run(_args, io) {
    const { masterKeyFile, secretFile } = readConfig(io.env)
    createSecrets({ masterKeyFile, secretFile })
    io.out(`Made ${masterKeyFile} and ${secretFile}. Keep a copy of the first apart from every back-up.`)
    return 0
  },
}

export const keysRotate: Command = {
  usage: 'keys rotate',
  about: 'Makes a new master key and wraps every data key under it; may be stopped and run again.',
  async run(_args, io) {
    const config = readConfig(io.env)
    const before = loadSecrets(config).master
    const half = [...before.keys.keys()].length > 1 ? before : addMasterKey(config.masterKeyFile)
    const running = await openPlatform(config)
    try {
      const count = await rewrapDataKeys(running.platform, (done, of) => io.progress(`${done}/${of}`))
      io.out(
        `${count} data keys are now wrapped by master key ${half.current}. When every process has restarted and a back-up exists, the older keys may leave ${config.masterKeyFile}.`,
      )
      return 0
    } finally {
      await running.stop()
    }
  },
}

export const keysAge: Command = {
  usage: 'keys age',
  about: 'Prints the age identity that opens back-ups with the age program, for an emergency without Payung.',
  async run(_args, io) {
    io.out(currentAgeIdentity(loadSecrets(readConfig(io.env)).master))
    return 0
  },
}

function wrongWords(io: Io, command: Command): number {
  io.err(`Usage: payung ${command.usage}`)
  return 2
}
