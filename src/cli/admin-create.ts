import { parseArgs } from 'node:util'
import { readConfig } from '#src/config.ts'
import { countAdmins, createFirstAdmin } from '#src/modules/accounts/index.ts'
import { runAs } from '#src/platform/db/context.ts'
import { InvalidInputError } from '#src/platform/errors.ts'
import { openPlatform } from '#src/start.ts'
import type { Command, Io } from './command.ts'

const OPTIONS = {
  name: { type: 'string' },
  'sign-in': { type: 'string' },
  email: { type: 'string' },
  language: { type: 'string', default: 'id' },
  organisation: { type: 'string' },
  short: { type: 'string' },
  prefix: { type: 'string', default: 'PYG' },
  zone: { type: 'string', default: 'Asia/Jakarta' },
} as const

const HELP = `payung admin create --name "Full name" --sign-in name --email address --organisation "Name of the body"
  [--short "Short name"] [--prefix PYG] [--zone Asia/Jakarta] [--language id|en]`

type Answers = { readonly organisation: unknown; readonly person: unknown }

function read(args: readonly string[]): Answers | undefined {
  const { values } = parseArgs({ args: [...args], options: OPTIONS })
  const { name, email, organisation } = values
  const signInName = values['sign-in']
  if (!name || !signInName || !email || !organisation) return undefined
  const short = values.short ?? organisation.slice(0, 60)
  return {
    person: { displayName: name, signInName, email, language: values.language },
    organisation: {
      slug: short
        .toLowerCase()
        .replaceAll(/[^a-z0-9]+/g, '-')
        .replaceAll(/^-|-$/g, '')
        .slice(0, 40),
      kind: 'installation',
      nameId: organisation,
      nameEn: organisation,
      shortName: short,
      codePrefix: values.prefix,
      timeZone: values.zone,
      takesReports: 'no',
    },
  }
}

/** The first administrator of an installation. It refuses when there is one: then that person invites the next. */
export const adminCreate: Command = {
  usage: 'admin create --name … --sign-in …',
  about: 'Makes the first administrator and the body that runs the installation; prints the set-up link.',
  async run(args, io) {
    const answers = args.includes('--help') ? undefined : read(args)
    if (!answers) {
      io.err(HELP)
      return 2
    }
    const config = readConfig(io.env)
    const running = await openPlatform(config, 'join')
    try {
      return await runAs(running.platform, { kind: 'keeper' }, async (ctx) => {
        if ((await countAdmins(ctx)) > 0) {
          io.err(
            'There is an administrator already. That person invites the next one under /kerja/pengaturan/akun.',
          )
          return 1
        }
        const { token } = await createFirstAdmin(ctx, answers)
        tell(io, `${config.url}/petugas/pasang/${token}`)
        return 0
      })
    } catch (error) {
      if (!(error instanceof InvalidInputError)) throw error
      io.err(`These are not right: ${error.problems.map((problem) => problem.path).join(', ')}\n${HELP}`)
      return 2
    } finally {
      await running.stop()
    }
  },
}

function tell(io: Io, address: string): void {
  io.out('Made. Open this link once, within 24 hours, to set the password and the six-digit codes:')
  io.out(address)
}
