import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '..')
const LONGEST_FILE_LINES = 400
/** Tables of data and of sentences are as long as what they hold. */
const DATA = /\.generated\.ts$|^src\/texts\/|^seeds\/|(-lexicon|-words|-data|-fixtures|-material)\.tsx?$/
const EMPTY_NAMES =
  /^(utils?|helpers?|common|misc|shared|stuff|types|interfaces|constants|base|manager|service)\.tsx?$/
const MAY_READ_ENVIRONMENT = /^src\/config\.ts$|^scripts\/|^test\/|\.config\.ts$|\.test\.tsx?$/
/** This file names what it looks for. */
const SELF = 'test/architecture.test.ts'

/** What is committed or about to be; without git (an archive), what stands in the folders. */
function projectFiles(): readonly string[] {
  const git = spawnSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
  })
  const list =
    git.status === 0
      ? git.stdout
      : execFileSync('find', ['src', 'test', 'scripts', 'migrations', 'docs', '-type', 'f'], {
          cwd: root,
          encoding: 'utf8',
        })
  return list.split('\n').filter((file) => file !== '' && file !== SELF && existsSync(join(root, file)))
}

const files = projectFiles()
const code = files.filter((file) => /^(src|test|scripts)\/.*\.tsx?$/.test(file))
const decisions = code.filter((file) => /^src\/(domain|modules)\//.test(file) && !/\.test\.tsx?$/.test(file))
const read = (file: string): string => readFileSync(join(root, file), 'utf8')
const withText = (among: readonly string[], text: RegExp): readonly string[] =>
  among.filter((file) => text.test(read(file)))

describe('the architecture', () => {
  it('imports only along the borders', () => {
    const cruiser = join(root, 'node_modules', '.bin', 'depcruise')
    const found = spawnSync(cruiser, ['src', 'scripts', 'test', '--output-type', 'err'], {
      cwd: root,
      encoding: 'utf8',
    })
    expect(found.status, found.stdout + found.stderr).toBe(0)
  })

  it('names every file by what it holds, in kebab-case', () => {
    expect(code.filter((file) => EMPTY_NAMES.test(basename(file)))).toEqual([])
    expect(code.filter((file) => !/^[a-z0-9]+([.-][a-z0-9]+)*\.tsx?$/.test(basename(file)))).toEqual([])
  })

  it(`keeps files within ${LONGEST_FILE_LINES} lines, data apart`, () => {
    const long = code.filter(
      (file) => !DATA.test(file) && read(file).split('\n').length - 1 > LONGEST_FILE_LINES,
    )
    expect(long).toEqual([])
  })

  it('reads the environment in one place', () => {
    const others = code.filter((file) => !MAY_READ_ENVIRONMENT.test(file))
    expect(withText(others, /process\.env/)).toEqual([])
  })

  it('takes time and chance from outside in domain and modules', () => {
    expect(withText(decisions, /new Date\(\)|Date\.now\(|Math\.random\(/)).toEqual([])
  })

  it('declares no enum, no namespace and no class but errors', () => {
    const sources = code.filter((file) => file.startsWith('src/'))
    expect(withText(sources, /^\s*(export )?(declare )?(const )?enum \w|^\s*export namespace /m)).toEqual([])
    expect(
      withText(sources, /^\s*(export )?(abstract )?class \w+(?! extends \w*Error\b)\b(?! extends)/m),
    ).toEqual([])
  })

  it('leaves nothing undone and needs no folder of the machine it was written on', () => {
    const text = files.filter((file) => !/\.(png|ico|woff2|json)$/.test(file) && file !== 'LICENSE')
    expect(withText(text, /\b(TODO|FIXME|XXX)\b/)).toEqual([])
    expect(withText(text, /['"`(\s](\.\.\/)+shared\/|\/work\/(main|shared)\b/)).toEqual([])
  })

  it('runs every test', () => {
    const tests = code.filter((file) => /\.(test|spec)\.tsx?$/.test(file))
    expect(withText(tests, /\b(it|test|describe)\.(skip|only|todo|fixme|fails)\b/)).toEqual([])
  })

  it('locks every package that npm ci will look for', () => {
    const check = spawnSync(process.execPath, ['--import', 'tsx', 'scripts/check-lock.ts'], {
      cwd: root,
      encoding: 'utf8',
    })
    expect(check.status, check.stderr).toBe(0)
  })
})
