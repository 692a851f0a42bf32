import { statSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { readConfig } from '#src/config.ts'
import { currentAgeIdentity } from '#src/platform/crypto/age-identity.ts'
import { addMasterKey, createSecrets, dropOldMasterKeys, loadSecrets } from '#src/platform/crypto/secrets.ts'
import { countOldDataKeys, rewrapDataKeys } from '#src/platform/keep/rotate-queries.ts'
import { makePlatform, type Platform } from '#src/platform/platform.ts'
import { openPlatform } from '#src/start.ts'
import type { Command, Io } from './command.ts'

/** Every process has looked at the key file again by then (see followMasterKeys). */
const SEEN_BY_ALL_MILLISECONDS = 10_000

export const keysCreate: Command = {
  usage: 'keys create',
  about: 'Makes the master key file and the secret file, before the first start in production.',
  run(_args, io) {
    const { masterKeyFile, secretFile } = readConfig(io.env)
    createSecrets({ masterKeyFile, secretFile })
    io.out(`Made ${masterKeyFile} and ${secretFile}. Keep a copy of the first apart from every back-up.`)
    return Promise.resolve(0)
  },
}

export const keysRotate: Command = {
  usage: 'keys rotate',
  about: 'Makes a new master key and wraps every data key under it; may be stopped and run again.',
  async run(_args, io) {
    const config = readConfig(io.env)
    const running = await openPlatform(config, 'join')
    try {
      // A rotation that was broken off is finished first; it needs no third key.
      const unfinished = await countOldDataKeys(running.platform)
      const { current } =
        unfinished > 0 ? running.platform.secrets.master : addMasterKey(config.masterKeyFile)
      const rotating = makePlatform({
        config,
        owner: running.platform.owner,
        secrets: loadSecrets(config),
      })
      const count = await rewrap(rotating, io).finally(() => rotating.database.close())
      io.out(`${count} data keys are now wrapped by master key ${current}.`)
      io.out(`Next: make a back-up, keep a copy of ${config.masterKeyFile}, then run: payung keys retire`)
      return 0
    } finally {
      await running.stop()
    }
  },
}

export const keysRetire: Command = {
  usage: 'keys retire',
  about: 'Takes the older master keys out of the key file, once no data key needs them.',
  async run(_args, io) {
    const config = readConfig(io.env)
    const running = await openPlatform(config, 'join')
    try {
      const age = Date.now() - statSync(config.masterKeyFile).mtimeMs
      if (age < SEEN_BY_ALL_MILLISECONDS) await sleep(SEEN_BY_ALL_MILLISECONDS - age)
      await rewrap(running.platform, io)
      const { current } = dropOldMasterKeys(config.masterKeyFile)
      io.out(`Only master key ${current} is left. Back-ups made before need the copy of the key file.`)
      return 0
    } finally {
      await running.stop()
    }
  },
}

function rewrap(platform: Platform, io: Io): Promise<number> {
  return rewrapDataKeys(platform, (done, of) => io.progress(`${done}/${of}`))
}

export const keysAge: Command = {
  usage: 'keys age',
  about: 'Prints the age identity that opens back-ups with the age program, for an emergency without Payung.',
  run(_args, io) {
    io.out(currentAgeIdentity(loadSecrets(readConfig(io.env)).master))
    return Promise.resolve(0)
  },
}
