// @ts-check
// Runs before `npm start` and `npm test`, with whatever Node.js the machine has: installs what is missing. Plain
// JavaScript for that reason. After it, npm finds the pinned Node.js 24 in node_modules/.bin.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { findChromium, HOW_TO_INSTALL } from './chromium.js'

const OLDEST_NODE = 18
const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const stampFile = join(root, 'node_modules', '.payung-installed')
const all = process.argv.includes('--all')

/**
 * @typedef {{ version?: string, dev?: boolean, devOptional?: boolean, optional?: boolean, os?: string[], cpu?: string[], libc?: string[] }} Locked
 * @typedef {Record<string, Locked>} Packages
 */

/** @param {string} line */
function say(line) {
  console.log(`payung: ${line}`)
}

/** @param {string} sentence @returns {never} */
function fail(sentence) {
  console.error(`payung: ${sentence}`)
  process.exit(1)
}

function ensurePackages() {
  const lock = readFileSync(join(root, 'package-lock.json'), 'utf8')
  const state = createHash('sha256').update(`${lock}\n${process.platform}-${process.arch}`).digest('hex')
  const stamp = existsSync(stampFile) ? readFileSync(stampFile, 'utf8').split(' ') : []
  if (stamp[0] === state && (stamp[1] === 'all' || !all)) return
  if (!isInstalled(JSON.parse(lock).packages)) install()
  writeFileSync(stampFile, `${state} ${all ? 'all' : 'runtime'}`)
}

/**
 * Somebody may have run `npm install` by hand: what npm noted about node_modules then already equals the lock.
 * @param {Packages} locked
 */
function isInstalled(locked) {
  const noted = join(root, 'node_modules', '.package-lock.json')
  if (!existsSync(noted)) return false
  /** @type {Packages} */
  const found = JSON.parse(readFileSync(noted, 'utf8')).packages
  return Object.entries(locked)
    .filter(([path, wanted]) => path !== '' && isNeeded(wanted))
    .every(([path, wanted]) => found[path]?.version === wanted.version && existsSync(join(root, path)))
}

/** @param {Locked} wanted */
function isNeeded(wanted) {
  if (!all && (wanted.dev || wanted.devOptional)) return false
  if (!wanted.optional) return true
  const fits = wanted.os?.includes(process.platform) && (wanted.cpu?.includes(process.arch) ?? true)
  return Boolean(fits) && wanted.libc === undefined
}

/** Through `npm ci`, and without install scripts: what stands in the lock is what runs. */
function install() {
  say(`installing packages${all ? ' for development' : ''}; this takes 10 to 60 seconds`)
  const args = [
    'ci',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
    ...(all ? [] : ['--omit=dev']),
  ]
  const npm = process.env.npm_execpath
  const windows = process.platform === 'win32'
  const done = npm
    ? spawnSync(process.execPath, [npm, ...args], { cwd: root, stdio: 'inherit' })
    : spawnSync(windows ? 'npm.cmd' : 'npm', args, { cwd: root, stdio: 'inherit', shell: windows })
  if (done.status !== 0)
    fail('the packages could not be installed. Is the network reachable? The reason stands above.')
  mkdirSync(dirname(stampFile), { recursive: true })
  say('packages installed')
}

function ensureBrowser() {
  try {
    if (findChromium()) return
  } catch (error) {
    fail(String(error instanceof Error ? error.message : error))
  }
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) fail(HOW_TO_INSTALL)
  say('installing Chromium for the browser tests; this takes a minute or two')
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  for (const args of [['update'], ['install', '-y', '--no-install-recommends', 'chromium']]) {
    // apt tells its progress on stdout, hundreds of lines; its errors come on stderr.
    if (spawnSync('apt-get', ['-qq', ...args], { env, stdio: ['ignore', 'ignore', 'inherit'] }).status !== 0)
      break
  }
  if (!findChromium()) fail(HOW_TO_INSTALL)
  say('Chromium installed')
}

if (Number(process.versions.node.split('.')[0]) < OLDEST_NODE) {
  fail(`this is Node.js ${process.version}; Payung starts with ${OLDEST_NODE} or newer.`)
}
ensurePackages()
if (all) ensureBrowser()
