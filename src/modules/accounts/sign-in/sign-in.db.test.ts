import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { runAs, type StaffActor } from '#src/platform/db/context.ts'
import {
  addPasskey,
  currentSession,
  finishSignIn,
  offerPasskey,
  signOut,
  startSignIn,
} from '#src/modules/accounts/index.ts'
import { admitAttempt, countFailure } from './throttle.ts'
import { makeTestPlatform, type TestPlatform } from '../../../../test/support/platform.ts'
import { giveCredentials, TEST_PASSWORD, VISITOR } from '../../../../test/support/sign-in.ts'
import { makeAuthenticator } from '../../../../test/support/software-authenticator.ts'

const MINUTE = 60_000

describe('signing in', () => {
  let world: TestPlatform
  let officer: StaffActor
  let person: Awaited<ReturnType<typeof giveCredentials>>
  beforeAll(async () => {
    world = await makeTestPlatform()
  })
  beforeEach(async () => {
    world.time.advance(20 * MINUTE)
    officer = await world.hire('jhb', ['caseworker'])
    person = await giveCredentials(world, officer)
  })
  afterAll(() => world.close())

  const start = (password = TEST_PASSWORD, name = person.name, visitor = VISITOR) =>
    startSignIn(world.platform, { name, password, visitor })
  const ticket = async (): Promise<string> => {
    const first = await start()
    if (first.kind !== 'second-step') throw new Error(first.kind)
    return first.step.ticket
  }
  const finish = (held: string, code: string) =>
    finishSignIn(world.platform, { ticket: held, proof: { kind: 'totp', code }, visitor: VISITOR })
  const signIn = async (): Promise<string> => {
    const result = await finish(await ticket(), person.code())
    if (result.kind !== 'signed-in') throw new Error(result.kind)
    return result.token
  }

  it('opens a session after password and code, and says who it is', async () => {
    const session = await currentSession(world.platform, await signIn(), 'id')
    expect(session?.actor).toEqual({
      kind: 'staff',
      staffId: officer.staffId,
      orgId: officer.orgId,
      roles: ['caseworker'],
    })
  })

  it('stores only hashes: neither the password nor the token stands in the database', async () => {
    const token = await signIn()
    const [row] = await world.root('select password_hash, totp_sealed from app.staff where id = $1', [
      officer.staffId,
    ])
    expect(row?.['password_hash']).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    const rows = await world.root('select id_hash from app.sessions')
    expect(rows.map((each) => (each['id_hash'] as Buffer).toString('base64url'))).not.toContain(token)
  })

  it('opens nothing with half a sign-in', async () => {
    expect(await currentSession(world.platform, await ticket(), 'id')).toBeUndefined()
  })

  it('gives the same answer for a wrong password, an unknown name and an account that is not open', async () => {
    const closed = await world.hire('jhb', ['caseworker'])
    const other = await giveCredentials(world, closed)
    await world.root(`update app.staff set state = 'closed', closed_at = now() where id = $1`, [
      closed.staffId,
    ])
    expect(await start('salah sama sekali')).toEqual({ kind: 'refused' })
    expect(await start(TEST_PASSWORD, 'tidak.ada')).toEqual({ kind: 'refused' })
    expect(await start(TEST_PASSWORD, other.name)).toEqual({ kind: 'refused' })
  })

  it('spends the password work on unknown names too', async () => {
    const time = async (name: string): Promise<number> => {
      const from = performance.now()
      await start('salah sama sekali', name)
      return performance.now() - from
    }
    await time('pemanasan')
    const known: number[] = []
    const unknown: number[] = []
    for (let i = 0; i < 2; i++) {
      known.push(await time(person.name))
      unknown.push(await time(`tidak.ada.${i}`))
    }
    expect(Math.min(...unknown)).toBeGreaterThan(Math.min(...known) / 3)
  })

  it('takes a code once, also from another half sign-in', async () => {
    const code = person.code()
    expect((await finish(await ticket(), code)).kind).toBe('signed-in')
    expect((await finish(await ticket(), code)).kind).toBe('refused')
    expect((await finish(await ticket(), person.code(-1))).kind).toBe('refused')
    expect((await finish(await ticket(), person.code(1))).kind).toBe('signed-in')
  })

  it('lets only one of two racing requests use a code', async () => {
    const [one, two] = [await ticket(), await ticket()]
    const results = await Promise.all([finish(one, person.code()), finish(two, person.code())])
    expect(results.map((result) => result.kind).toSorted()).toEqual(['refused', 'signed-in'])
  })

  it('lets only one of two tabs with the same half sign-in go on', async () => {
    const held = await ticket()
    expect((await finish(held, person.code())).kind).toBe('signed-in')
    expect((await finish(held, person.code(1))).kind).toBe('start-over')
  })

  it('refuses a code of the past and of the future', async () => {
    const held = await ticket()
    for (const steps of [-2, 2]) expect((await finish(held, person.code(steps))).kind).toBe('refused')
  })

  it('forgets half a sign-in after ten minutes', async () => {
    const held = await ticket()
    world.time.advance(11 * MINUTE)
    expect((await finish(held, person.code())).kind).toBe('start-over')
  })

  it('ends a session after half an hour of silence and after twelve hours of work', async () => {
    const idle = await signIn()
    world.time.advance(31 * MINUTE)
    expect(await currentSession(world.platform, idle, 'id')).toBeUndefined()
    const busy = await signIn()
    for (let i = 0; i < 35; i++) {
      world.time.advance(20 * MINUTE)
      expect(await currentSession(world.platform, busy, 'id')).toBeDefined()
    }
    world.time.advance(21 * MINUTE)
    expect(await currentSession(world.platform, busy, 'id')).toBeUndefined()
  })

  it('ends a session at once on signing out', async () => {
    const token = await signIn()
    const session = await currentSession(world.platform, token, 'id')
    await signOut(world.platform, {
      sessionHash: session!.sessionHash,
      staffId: officer.staffId,
      orgId: officer.orgId,
    })
    expect(await currentSession(world.platform, token, 'id')).toBeUndefined()
  })

  it('makes a guessing visitor wait and lets the holder in from elsewhere', async () => {
    const guesser = new Uint8Array(32).fill(9)
    for (let i = 0; i < 10; i++) await start('salah sama sekali', person.name, guesser)
    expect(await start('salah sama sekali', person.name, guesser)).toMatchObject({ kind: 'too-many' })
    expect((await start()).kind).toBe('second-step')
  })

  it('only slows an account that many visitors guess at, by seconds and never more', async () => {
    const account = 'dikepung'
    await runAs(world.platform, { kind: 'gate' }, async (ctx) => {
      for (let i = 0; i < 40; i++) await countFailure(ctx, { account, visitor: new Uint8Array(32).fill(i) })
      const holder = await admitAttempt(ctx, { account, visitor: new Uint8Array(32).fill(99) })
      expect(holder).toEqual({ waitMs: 4_000 })
    })
  })

  it('counts guesses at a name that does not exist in the same way', async () => {
    const guesser = new Uint8Array(32).fill(10)
    for (let i = 0; i < 10; i++) await start('salah sama sekali', 'hantu', guesser)
    expect(await start('salah sama sekali', 'hantu', guesser)).toMatchObject({ kind: 'too-many' })
  })

  it('records sign-ins, failures without a name, and sign-outs', async () => {
    await start('salah sama sekali')
    const token = await signIn()
    const session = await currentSession(world.platform, token, 'id')
    await signOut(world.platform, {
      sessionHash: session!.sessionHash,
      staffId: officer.staffId,
      orgId: officer.orgId,
    })
    const rows = await world.root(
      `select verb, subject_id, org_id from app.audit_log where created_at = $1 order by id`,
      [world.time.now],
    )
    expect(rows).toContainEqual({ verb: 'session.refused', subject_id: null, org_id: null })
    expect(rows).toContainEqual({
      verb: 'session.opened',
      subject_id: officer.staffId,
      org_id: officer.orgId,
    })
    expect(rows).toContainEqual({
      verb: 'session.closed',
      subject_id: officer.staffId,
      org_id: officer.orgId,
    })
  })

  it('takes a passkey instead of a code, each challenge once', async () => {
    const origin = world.platform.config.url
    const device = makeAuthenticator()
    const options = JSON.parse(await world.staff(officer, offerPasskey)) as {
      challenge: string
      rp: { id: string }
    }
    const made = device.create(options, origin)
    await world.staff(officer, (ctx) => addPasskey(ctx, { answer: made, label: 'Laptop kantor' }))
    await expect(
      world.staff(officer, (ctx) => addPasskey(ctx, { answer: made, label: 'lagi' })),
    ).rejects.toMatchObject({ name: 'InvalidInputError' })

    const offered = async () => {
      const first = await start()
      if (first.kind !== 'second-step') throw new Error(first.kind)
      return {
        held: first.step.ticket,
        options: JSON.parse(first.step.passkeyOptions!) as { challenge: string; rpId: string },
      }
    }
    const prove = (held: string, answer: string) =>
      finishSignIn(world.platform, { ticket: held, proof: { kind: 'passkey', answer }, visitor: VISITOR })

    const first = await offered()
    const answer = device.get(first.options, origin)
    expect((await prove(first.held, answer)).kind).toBe('signed-in')
    const second = await offered()
    expect((await prove(second.held, answer)).kind).toBe('refused')
    expect((await prove(second.held, device.get(second.options, 'https://jahat.example'))).kind).toBe(
      'refused',
    )
    expect((await prove(second.held, makeAuthenticator().get(second.options, origin))).kind).toBe('refused')
    expect((await prove(second.held, 'bukan json')).kind).toBe('refused')
  })
})
