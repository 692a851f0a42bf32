// Killed at any moment, nothing acknowledged is lost: neither a report nor a letter.
import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { StaffActor } from '#src/platform/db/context.ts'
import { foundBodies } from '../support/found-bodies.ts'
import { makeTestPlatform, type TestPlatform } from '../support/platform.ts'
import {
  exitOf,
  overHttp,
  payung,
  postgresOf,
  settingsOver,
  startProgram,
  temporaryFolder,
  type Program,
} from '../support/program.ts'
import { codeOn, visitSite, type Visit } from '../support/public-form.ts'

const ROUNDS = 6
const WRITERS = 6
const MOST_OF_A_ROUND = 40
const FOLLOWERS = 24

type Code = { readonly words: string; readonly pin: string }

let visitors = 0
/** Every visitor has an address of its own, as behind a proxy. */
function visitorOf(program: Program): Visit {
  visitors += 1
  return visitSite(overHttp(program), `198.51.${visitors >> 8}.${visitors & 255}`)
}

/** Undefined when the program died before it answered: such a report is nobody's promise. */
async function send(program: Program, number: number): Promise<Code | undefined> {
  try {
    const visit = visitorOf(program)
    const form = await visit.open('/lapor')
    const kept = form.hidden('skip').filter(([name]) => name !== 'step')
    const shown = await visit.post('/lapor', [
      ...kept,
      ['step', 'share'],
      ['what', 'gaji'],
      ['story', `Laporan nomor ${number}: gaji belum dibayar.`],
      ['share', 'ask-first'],
      ['go', 'next'],
    ])
    const code = codeOn(shown.html)
    return shown.status === 200 && code.words !== '' ? code : undefined
  } catch {
    return undefined
  }
}

async function follow(program: Program, { words, pin }: Code): Promise<number> {
  const shown = await visitorOf(program).post('/lacak', [
    ['words', words],
    ['pin', pin],
    ['go', 'open'],
  ])
  return shown.status
}

/** Reports until the program dies; kills it at a moment nobody chose, in every second round PostgreSQL first. */
async function writeUntilKilled(program: Program, folder: string, round: number): Promise<readonly Code[]> {
  const acknowledged: Code[] = []
  let asked = 0
  const alive = (): boolean => program.child.exitCode === null && program.child.signalCode === null
  const write = async (): Promise<void> => {
    while (alive() && asked < MOST_OF_A_ROUND) {
      const code = await send(program, (asked += 1))
      if (code) acknowledged.push(code)
    }
  }
  const postgres = postgresOf(folder)
  const kill = async (): Promise<void> => {
    // In the middle of the stream, also on a busy machine; then at a moment nobody chose.
    while (alive() && acknowledged.length === 0) await pause(5)
    await pause(Math.random() * 400)
    if (round % 2 === 1) process.kill(postgres, 'SIGKILL')
    program.child.kill('SIGKILL')
    await exitOf(program.child)
  }
  await Promise.all([kill(), ...Array.from({ length: WRITERS }, write)])
  return acknowledged
}

async function inTurns<T>(items: readonly T[], at: number, work: (item: T) => Promise<void>): Promise<void> {
  const left = [...items]
  const turn = async (): Promise<void> => {
    for (let item = left.shift(); item !== undefined; item = left.shift()) await work(item)
  }
  await Promise.all(Array.from({ length: at }, turn))
}

describe('a stream of reports', () => {
  const folder = temporaryFolder()
  const env = { PAYUNG_DATA: folder.path, PAYUNG_TRUST_PROXY: '1' }
  beforeAll(() => foundBodies(env))
  afterAll(() => folder.remove())

  it(`finds every acknowledged report after ${ROUNDS} kills, with PostgreSQL and without`, async () => {
    const acknowledged: Code[] = []
    for (let round = 0; round < ROUNDS; round++) {
      const program = await startProgram(env)
      acknowledged.push(...(await writeUntilKilled(program, folder.path, round)))
    }
    expect(acknowledged.length).toBeGreaterThanOrEqual(ROUNDS)
    const program = await startProgram(env)
    try {
      const lost: Code[] = []
      await inTurns(acknowledged, FOLLOWERS, async (code) => {
        if ((await follow(program, code)) !== 200) lost.push(code)
      })
      expect(lost).toEqual([])
      const proof = await payung(env, 'verify')
      expect(proof).toMatchObject({ code: 0, out: expect.stringMatching(/journal: \d+ entries, whole/) })
    } finally {
      expect(await program.stop()).toBe(0)
    }
  }, 90_000)
})

describe('the letters that wait', () => {
  const LETTERS = 24
  const folder = temporaryFolder()
  const arrived: string[] = []
  let world: TestPlatform
  let env: Readonly<Record<string, string>>
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData(stream, _session, done) {
      let text = ''
      stream.on('data', (bytes: Buffer) => (text += String(bytes)))
      // The letter lies in the mailbox before the program hears so: the moment at which a kill sends it twice.
      stream.on('end', () => {
        arrived.push(/^Message-ID: (.+)$/im.exec(text)?.[1]?.trim() ?? 'none')
        setTimeout(done, 25)
      })
    },
  })
  beforeAll(async () => {
    world = await makeTestPlatform()
    server.on('error', () => undefined)
    server.listen(0, '127.0.0.1')
    await once(server.server, 'listening')
    const { port } = server.server.address() as { readonly port: number }
    env = { ...settingsOver(world, folder.path), SMTP_URL: `smtp://127.0.0.1:${port}` }
    await wait(await world.as('supervisor', 'jhb'))
  })
  afterAll(async () => {
    await new Promise<void>((resolve) => server.close(resolve))
    folder.remove()
    await world.close()
  })

  async function wait(actor: StaffActor): Promise<void> {
    await world.root(
      `insert into app.notices (id, created_at, staff_id, org_id, kind, dedupe, next_try_at)
       select gen_random_uuid(), now(), $1, $2, 'danger-waits', 'kill-' || n, '2000-01-01' from generate_series(1, $3::int) n`,
      [actor.staffId, actor.orgId, LETTERS],
    )
  }
  const unsent = async (): Promise<number> =>
    Number((await world.root('select count(*) as n from app.notices where sent_at is null'))[0]!['n'])

  it('all arrive although the program is killed while it sends, and a mailbox shows each once', async () => {
    for (let kills = 0; kills < 3 && (await unsent()) > 0; kills++) {
      const program = await startProgram(env)
      const before = arrived.length
      while (arrived.length === before) await pause(5)
      await pause(Math.random() * 200)
      program.child.kill('SIGKILL')
      await exitOf(program.child)
    }
    const [one, two] = [await startProgram(env), await startProgram(env)]
    while ((await unsent()) > 0) await pause(50)
    await Promise.all([one.stop(), two.stop()])
    expect(new Set(arrived).size).toBe(LETTERS)
    expect(arrived).not.toContain('none')
    // One letter at most is on its way when a program dies, and two programs never take the same one.
    expect(arrived.length - LETTERS).toBeLessThanOrEqual(3)
  }, 60_000)
})
