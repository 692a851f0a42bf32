// A program that tests start and kill: the embedded database on the folder of its first argument.
import { startEmbedded } from '#src/platform/db/embedded.ts'

const database = await startEmbedded({ folder: process.argv[2] ?? '', ownerPassword: 'test', settings: {} })
process.on('SIGTERM', () => void database.stop().then(() => process.exit(0)))
process.stdout.write(`${JSON.stringify(database)}\n`)
setInterval(() => undefined, 1000)
