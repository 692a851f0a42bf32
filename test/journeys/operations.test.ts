// Payung as an operator runs it: every command a process of its own, beside the running program.
import { once } from 'node:events'
import { cpSync, readFileSync, utimesSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { foundBodies } from '../support/found-bodies.ts'
import { makeTestPlatform, type TestPlatform } from '../support/platform.ts'
import {
  exitOf,
  lives,
  overHttp,
  payung,
  postgresOf,
  settingsOver,
  startProgram,
  temporaryFolder,
  type Program,
} from '../support/program.ts'
import { codeOn, sendReport, visitSite } from '../support/public-form.ts'

type Code = { readonly words: string; readonly pin: string }

async function report(program: Program): Promise<Code> {
  const shown = await sendReport(visitSite(overHttp(program)), {
    what: [['story', 'Paspor saya dipegang majikan.']],
    where: [['place.country', 'MY']],
  })
  const code = codeOn(shown.html)
  expect(code.words.split(' ')).toHaveLength(5)
  return code
}

async function follow(program: Program, code: Code): Promise<number> {
  const visit = visitSite(overHttp(program))
  return (
    await visit.post('/lacak', [
      ['words', code.words],
      ['pin', code.pin],
      ['go', 'open'],
    ])
  ).status
}

const createAdmin = (name: string): readonly string[] =>
  `admin create --name ${name} --sign-in ${name} --email ${name}@example.test --organisation Badan-Uji`.split(
    ' ',
  )
const rowsIn = (said: string): string => /(\d+) rows/.exec(said)?.[1] ?? 'none'

describe('one installation with its own database', () => {
  const here = temporaryFolder()
  const there = temporaryFolder()
  const env = { PAYUNG_DATA: here.path }
  const elsewhere = { PAYUNG_DATA: there.path }
  const copy = join(here.path, 'copy.payung')
  let program: Program
  let code: Code
  let copied = ''
  beforeAll(async () => {
    const admin = await payung(env, ...createAdmin('pengelola'))
    expect(admin).toMatchObject({ code: 0, err: '' })
    await foundBodies(env)
    program = await startProgram(env)
    const link = /\/petugas\/pasang\/\S+/.exec(admin.out)?.[0] ?? ''
    expect((await fetch(program.address + link)).status).toBe(200)
    code = await report(program)
  })
  afterAll(async () => {
    await program.stop()
    here.remove()
    there.remove()
  })

  it('refuses a second administrator and a second program on the same folder', async () => {
    const again = await payung(env, ...createAdmin('lain'))
    expect(again.code).toBe(1)
    await expect(startProgram(env)).rejects.toThrow(
      `Payung is already running on this folder (process ${program.child.pid}).`,
    )
  })

  it('is copied and proved while it runs, and goes on running', async () => {
    const made = await payung(env, 'backup', copy)
    expect(made).toMatchObject({ code: 0, err: '' })
    copied = rowsIn(made.out)
    expect(Number(copied)).toBeGreaterThan(20)
    expect(readFileSync(copy, 'latin1')).not.toContain('Badan-Uji')
    const proof = await payung(env, 'verify')
    expect(proof.out).toMatch(/journal: [1-9]\d* entries, whole\naudit: \d+ entries, whole/)
    expect(await follow(program, code)).toBe(200)
  })

  it('does not open a copy without the master key, nor with another', async () => {
    const without = await payung(elsewhere, 'restore', copy)
    expect(without).toMatchObject({ code: 1, err: expect.stringContaining('only with the master key') })
    const other = temporaryFolder()
    await payung({ PAYUNG_DATA: other.path }, 'keys', 'create')
    const wrong = await payung({ PAYUNG_DATA: other.path }, 'restore', copy)
    expect(wrong).toMatchObject({ code: 1, err: expect.stringContaining('does not open this back-up') })
    other.remove()
  })

  it('comes back elsewhere with the master key alone: every row, both chains, and the report by its code', async () => {
    cpSync(join(here.path, 'master-key.json'), join(there.path, 'master-key.json'))
    const back = await payung(elsewhere, 'restore', copy)
    expect(back).toMatchObject({ code: 0, err: '' })
    expect(rowsIn(back.out)).toBe(copied)
    expect(back.out).toMatch(/journal: [1-9]\d* entries, whole/)
    expect((await payung(elsewhere, 'restore', copy)).err).toContain('not empty')
    const restored = await startProgram(elsewhere)
    expect(await follow(restored, code)).toBe(200)
    await report(restored)
    expect(await restored.stop()).toBe(0)
  })

  it('stops in order on signals that come twice, and leaves no PostgreSQL behind', async () => {
    const postgres = postgresOf(here.path)
    expect(lives(postgres)).toBe(true)
    program.child.kill('SIGINT')
    program.child.kill('SIGINT')
    program.child.kill('SIGTERM')
    expect(await exitOf(program.child)).toBe(0)
    expect(lives(postgres)).toBe(false)
    program = await startProgram(env)
    expect(await follow(program, code)).toBe(200)
  })

  it('ends when PostgreSQL is killed, so that whoever watches it starts it again', async () => {
    process.kill(postgresOf(here.path), 'SIGKILL')
    expect(await exitOf(program.child)).toBe(1)
    expect(program.log()).toContain('PostgreSQL ended by itself')
    program = await startProgram(env)
    expect(await follow(program, code)).toBe(200)
  })
})

describe('two programs on one outside database', () => {
  const folder = temporaryFolder()
  let world: TestPlatform
  let env: Readonly<Record<string, string>>
  let programs: readonly [Program, Program]
  beforeAll(async () => {
    world = await makeTestPlatform()
    env = settingsOver(world, folder.path)
    programs = await Promise.all([startProgram(env), startProgram(env)])
  })
  afterAll(async () => {
    await Promise.all(programs.map((program) => program.stop()))
    await world.close()
    folder.remove()
  })

  it('both serve, and each shows what the other took', async () => {
    const [one, two] = programs
    const [first, second] = await Promise.all([report(one), report(two)])
    expect(await follow(two, first)).toBe(200)
    expect(await follow(one, second)).toBe(200)
  })

  it('turns the master key while both run: nothing stops opening, and the old key can go', async () => {
    const [one, two] = programs
    const before = await report(one)
    const file = join(folder.path, 'master-key.json')
    const turned = await payung(env, 'keys', 'rotate')
    expect(turned).toMatchObject({ code: 0, err: '' })
    expect(turned.out).toContain('by master key 2')
    expect([await follow(one, before), await follow(two, before)]).toEqual([200, 200])
    const after = await report(two)
    utimesSync(file, new Date(0), new Date(0)) // the time in which every program looks again is over
    expect((await payung(env, 'keys', 'retire')).code).toBe(0)
    expect(Object.keys((JSON.parse(readFileSync(file, 'utf8')) as { keys: object }).keys)).toEqual(['2'])
    const [restarted] = [await startProgram(env)]
    expect([await follow(restarted, before), await follow(restarted, after)]).toEqual([200, 200])
    await restarted.stop()
    expect(await world.root('select distinct master_version as v from app.data_keys')).toEqual([{ v: 2 }])
  })

  it('does not start in production on keys that are not there, and says how to make them', async () => {
    const production = {
      ...env,
      PAYUNG_ENV: 'production',
      PAYUNG_URL: 'https://payung.example',
      PAYUNG_SECRET_FILE: join(folder.path, 'secret'),
    }
    await expect(startProgram(production)).rejects.toThrow('needs PAYUNG_MASTER_KEY_FILE')
    const named = { ...production, PAYUNG_MASTER_KEY_FILE: join(folder.path, 'not-there.json') }
    await expect(startProgram(named)).rejects.toThrow('npx payung keys create')
  })

  it('names the port that is taken', async () => {
    const taken = createServer().listen(0, '127.0.0.1')
    await once(taken, 'listening')
    const { port } = taken.address() as { readonly port: number }
    await expect(startProgram({ ...env, PORT: String(port) })).rejects.toThrow(
      `Port ${port} is in use; choose another with PORT.`,
    )
    taken.close()
  })
})
