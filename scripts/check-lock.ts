// `npm i` leaves platform packages that the registry lacks out of the lock without a word; `npm ci` then refuses it.
import { readFileSync } from 'node:fs'

type Locked = { readonly version?: string; readonly optionalDependencies?: Record<string, string> }

const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
  packages: Record<string, Locked>
}
const missing = Object.entries(packages).flatMap(([path, { version, optionalDependencies = {} }]) =>
  Object.keys(optionalDependencies)
    .filter((name) => !packages[`node_modules/${name}`] && !packages[`${path}/node_modules/${name}`])
    .map(
      (name) => `${path || 'payung'}@${version}: ${name} is not in package-lock.json; npm ci will refuse it`,
    ),
)
for (const line of missing) console.error(line)
process.exitCode = missing.length === 0 ? 0 : 1
