// `npm run db:new create-shelters` makes migrations/<stamp>-create-shelters.sql.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

const name = process.argv[2] ?? ''
if (!/^[a-z]+(-[a-z0-9]+)+$/.test(name)) {
  console.error('Say what it does, verb first, in kebab-case: npm run db:new create-shelters')
  process.exit(1)
}
const stamp = new Date().toISOString().slice(0, 16).replaceAll(/\D/g, '')
const file = join('migrations', `${stamp}-${name}.sql`)
writeFileSync(file, '-- Why this change.\n', { flag: 'wx' })
console.log(file)
