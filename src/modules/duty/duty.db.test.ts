import { createServer } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runAs } from '#src/platform/db/context.ts'
import { sendDueNotices } from '#src/modules/notices/index.ts'
import { makeTestPlatform, type TestPlatform } from '../../../test/support/platform.ts'
import { letterWords } from '#src/texts/surat.ts'
import { insertShift } from './duty-queries.ts'
import { alertDuty, listMyAlerts, markAlertsOpened, passOnAlerts, planShift, readDutyList } from './index.ts'

type Letter = { readonly to: string; readonly id: string; readonly text: string }

function freePort(): Promise<number> {
  return new Promise((ok) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => ok(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

describe('duty and notices', () => {
  let world: TestPlatform
  const letters: Letter[] = []
  let refuse = false
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData(stream, session, done) {
      let text = ''
      stream.on('data', (chunk: Buffer) => (text += chunk.toString()))
      stream.on('end', () => {
        if (refuse) return done(Object.assign(new Error('busy'), { responseCode: 451 }))
        letters.push({
          to: session.envelope.rcptTo[0]!.address,
          id: /message-id: (.*)/i.exec(text)![1]!,
          text,
        })
        return done()
      })
    },
  })
  const job = <T>(work: Parameters<typeof runAs<T>>[2]): Promise<T> =>
    runAs(world.platform, { kind: 'job', name: 'test' }, work)

  beforeAll(async () => {
    const port = await freePort()
    await new Promise<void>((ok) => void smtp.listen(port, '127.0.0.1', ok))
    world = await makeTestPlatform({ smtpUrl: `smtp://127.0.0.1:${port}` })
  })
  afterAll(async () => {
    await new Promise<void>((ok) => {
      smtp.close(ok)
    })
    await world.close()
  })

  const subject = { kind: 'report', id: '01900000-0000-7000-8000-0000000000aa' } as const

  it('puts danger before the first on call, then the next, then the supervisors, once each', async () => {
    const first = await world.hire('jhb', ['intake-officer'])
    const second = await world.hire('jhb', ['intake-officer'])
    const chief = await world.as('supervisor', 'jhb')
    const from = world.time.now
    for (const [rank, person] of [first, second].entries())
      await world.staff(chief, (ctx) =>
        planShift(ctx, {
          staffId: person.staffId,
          startsAt: from,
          endsAt: new Date(from.getTime() + 8 * 3600_000),
          rank: rank + 1,
        }),
      )
    const told = async (): Promise<string[]> =>
      (await world.root('select staff_id from app.notices order by created_at')).map((row) =>
        String(row['staff_id']),
      )
    await job((ctx) => alertDuty(ctx, world.orgs.jhb, subject))
    await job((ctx) => alertDuty(ctx, world.orgs.jhb, subject))
    expect(await told()).toEqual([first.staffId])
    expect(await job(passOnAlerts)).toBe(0)
    world.time.advance(6 * 60_000)
    expect(await job(passOnAlerts)).toBe(1)
    expect(await told()).toEqual([first.staffId, second.staffId])
    world.time.advance(6 * 60_000)
    await job(passOnAlerts)
    expect(await told()).toEqual([first.staffId, second.staffId, chief.staffId])
  })

  it('wakes nobody else once somebody opened it', async () => {
    const other = { kind: 'report', id: '01900000-0000-7000-8000-0000000000bb' } as const
    await job((ctx) => alertDuty(ctx, world.orgs.jhb, other))
    await world.staff(await world.as('intake-officer', 'jhb'), (ctx) => markAlertsOpened(ctx, other.id))
    world.time.advance(60 * 60_000)
    expect(await job(passOnAlerts)).toBe(0)
  })

  it('sends letters without content, again after a refusal, under the same id', async () => {
    refuse = true
    await sendDueNotices(world.platform, letterWords)
    expect(letters).toEqual([])
    refuse = false
    expect(await sendDueNotices(world.platform, letterWords)).toBe(0)
    world.time.advance(3600_000)
    const sent = await sendDueNotices(world.platform, letterWords)
    expect(sent).toBe(4)
    expect(letters).toHaveLength(4)
    expect(new Set(letters.map((letter) => letter.id)).size).toBe(4)
    for (const letter of letters) expect(letter.text).not.toMatch(/danger|bahaya|laporan|report/i)
    expect(await sendDueNotices(world.platform, letterWords)).toBe(0)
  })

  it('two processes at once send each letter once', async () => {
    letters.length = 0
    await job((ctx) =>
      alertDuty(ctx, world.orgs.jhb, { kind: 'report', id: '01900000-0000-7000-8000-0000000000cc' }),
    )
    await Promise.all([
      sendDueNotices(world.platform, letterWords),
      sendDueNotices(world.platform, letterWords),
      sendDueNotices(world.platform, letterWords),
    ])
    expect(letters).toHaveLength(1)
  })

  it('lets only a supervisor of the organisation plan its duty list', async () => {
    const officer = await world.as('caseworker', 'jhb')
    const shift = {
      staffId: officer.staffId,
      startsAt: world.time.now,
      endsAt: new Date(world.time.now.getTime() + 3600_000),
      rank: 1,
    }
    await expect(world.staff(officer, (ctx) => planShift(ctx, shift))).rejects.toMatchObject({
      code: 'role.not-enough',
    })
    await expect(
      world.staff(officer, async (ctx) => insertShift(ctx, officer.orgId, officer.staffId, shift)),
    ).rejects.toMatchObject({ code: '42501' })
    expect(
      await world.staff(await world.as('supervisor', 'hkg'), (ctx) =>
        ctx.tx.selectFrom('app.duty_shifts').selectAll().execute(),
      ),
    ).toEqual([])
  })

  it('shows each person what was put before them until somebody opens it', async () => {
    const officer = await world.hire('hkg', ['intake-officer'])
    const chief = await world.as('supervisor', 'hkg')
    const from = world.time.now
    await world.staff(chief, (ctx) =>
      planShift(ctx, {
        staffId: officer.staffId,
        startsAt: from,
        endsAt: new Date(from.getTime() + 3600_000),
        rank: 1,
      }),
    )
    const mine = { kind: 'referral', id: '01900000-0000-7000-8000-0000000000dd' } as const
    await job((ctx) => alertDuty(ctx, world.orgs.hkg, mine))
    expect(await world.staff(officer, listMyAlerts)).toMatchObject([
      { subject_id: mine.id, subject_kind: 'referral' },
    ])
    expect(await world.staff(chief, listMyAlerts)).toEqual([])
    await world.staff(chief, (ctx) => markAlertsOpened(ctx, mine.id))
    expect(await world.staff(officer, listMyAlerts)).toEqual([])
  })

  it('says who is on call now, and from when nobody is in the next seven days', async () => {
    const chief = await world.as('supervisor', 'pusat')
    const other = await world.hire('pusat', ['caseworker'])
    const hours = (count: number): Date => new Date(world.time.now.getTime() + count * 3600_000)
    const turn = (staffId: string, from: number, to: number, rank = 1) =>
      world.staff(chief, (ctx) => planShift(ctx, { staffId, startsAt: hours(from), endsAt: hours(to), rank }))
    await turn(other.staffId, -1, 8, 2)
    await turn(chief.staffId, -2, 8)
    await turn(other.staffId, 10, 200)
    const list = await world.staff(chief, readDutyList)
    expect(list.now).toEqual(['Petugas supervisor', 'Petugas caseworker'])
    expect(list.gaps).toEqual([hours(8)])
    expect(list.turns).toHaveLength(3)
  })

  it('puts nobody of another body, and nobody who may not read, on the list', async () => {
    const chief = await world.as('supervisor', 'jhb')
    for (const person of [await world.as('caseworker', 'hkg'), await world.as('auditor', 'jhb')])
      await expect(
        world.staff(chief, (ctx) =>
          planShift(ctx, {
            staffId: person.staffId,
            startsAt: world.time.now,
            endsAt: new Date(world.time.now.getTime() + 3600_000),
            rank: 1,
          }),
        ),
      ).rejects.toMatchObject({ problems: [{ path: 'officer', code: 'duty.officer' }] })
  })
})
