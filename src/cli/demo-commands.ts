import { readConfig } from '#src/config.ts'
import { demoCodeNow, demoPassword } from '#src/modules/accounts/index.ts'
import { loadSecrets } from '#src/platform/crypto/secrets.ts'
import type { Secrets } from '#src/platform/crypto/secrets.ts'
import type { Command, Io } from './command.ts'

/** Undefined where there is no demonstration: never in production. */
function demoSecrets(io: Io): Secrets | undefined {
  const config = readConfig(io.env)
  if (config.demo && config.env !== 'production') return loadSecrets(config)
  io.err('This installation has no demonstration accounts.')
  return undefined
}

export const demoCode: Command = {
  usage: 'demo code <sign-in name>',
  about: 'Prints the six digits that a demonstration account needs now.',
  run([name], io) {
    if (!name) {
      io.err('Usage: payung demo code <sign-in name>')
      return Promise.resolve(2)
    }
    const secrets = demoSecrets(io)
    if (!secrets) return Promise.resolve(1)
    io.out(demoCodeNow(secrets, name.toLowerCase(), new Date()))
    return Promise.resolve(0)
  },
}

export const demoSignIns: Command = {
  usage: 'demo password',
  about: 'Prints the one password of all demonstration accounts.',
  run(_args, io) {
    const secrets = demoSecrets(io)
    if (!secrets) return Promise.resolve(1)
    io.out(demoPassword(secrets))
    return Promise.resolve(0)
  },
}
