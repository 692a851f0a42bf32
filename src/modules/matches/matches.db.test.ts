import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { known } from '#src/domain/kernel/answer.ts'
import { partialDateOf } from '#src/domain/kernel/partial-date.ts'
import type { Judged } from '#src/domain/matches/judgements.ts'
import type { StaffActor } from '#src/platform/db/context.ts'
import { addNewPerson, protectCase, UNKNOWN_ROLE_FIELDS } from '#src/modules/cases/index.ts'
import { blankPerson, NO_MARKS, type PersonFacts, type PersonMarks } from '#src/modules/people/index.ts'
import { knowPerson, type Known } from '../../../test/support/match-world.ts'
import { runJobs } from '../../../test/support/run-jobs.ts'
import { makeTestPlatform, type TestPlatform } from '../../../test/support/platform.ts'
import type { TestOrg } from '../../../test/support/test-orgs.ts'
import { judgeMatch, listMatches, openMatch, type Match } from './index.ts'

let world: TestPlatform
let worker: StaffActor
let boss: StaffActor

beforeAll(async () => {
  world = await makeTestPlatform()
  worker = await world.as('caseworker', 'jhb')
  boss = await world.as('supervisor', 'jhb')
})
afterAll(() => world.close())

const know = (facts: Partial<PersonFacts>, marks: Partial<PersonMarks> = {}, org: TestOrg = 'jhb') =>
  knowPerson(world, facts, marks, org)
const born = (text: string) => known(partialDateOf(text))

const matches = (actor = worker, which: 'open' | 'judged' = 'open') =>
  world.staff(actor, async (ctx) => (await listMatches(ctx, { which, page: 0 })).matches)
const between = async (a: Known, b: Known, which: 'open' | 'judged' = 'open'): Promise<Match | undefined> =>
  (await matches(worker, which)).find((each) =>
    [each.left.id, each.right.id].every((id) => id === a.id || id === b.id),
  )
const judge = (match: Match, judged: Judged, actor = worker) =>
  world.staff(actor, (ctx) =>
    judgeMatch(ctx, { id: match.id, version: match.version, judged, reason: 'Dibandingkan dengan paspor.' }),
  )

describe('two records of a body', () => {
  it('are proposed as one person, with the reasons as codes, and nothing is changed by it', async () => {
    const a = await know(
      { names: ['Rosmawati Yulianti'], born: born('1994-03-12'), village: known('Tanjungsari') },
      { sex: 'female', originDistrict: '35.05' },
    )
    const b = await know(
      { names: ['Rosmawaty Julianti'], born: born('1994-03-12'), village: known('Desa Tanjung Sari') },
      { originDistrict: '35.05' },
    )
    await runJobs(world)
    const match = await between(a, b)
    expect(match).toMatchObject({ verdict: 'same-person', state: 'open' })
    expect(match?.steps.map((step) => step.code)).toEqual(
      expect.arrayContaining(['name-alike', 'birth-same', 'place-village']),
    )
    const stored = await world.root('select * from app.person_matches where id = $1', [match?.id])
    expect(JSON.stringify(stored)).not.toMatch(/rosmawat|yulianti|tanjung/i)
    expect((await world.root('select 1 from app.persons where id = any($1)', [[a.id, b.id]])).length).toBe(2)
  })

  it('with one passport and two identities are told apart from it, and not averaged away', async () => {
    const a = await know(
      { names: ['Sri Handayani'], born: born('1990-05-02'), documents: ['B7654321'] },
      { originDistrict: '35.05', sex: 'female' },
    )
    const b = await know(
      { names: ['Kartika Melati'], born: born('1983-11-20'), documents: ['b 765 4321'] },
      { originDistrict: '52.02', sex: 'female' },
    )
    await runJobs(world)
    expect(await between(a, b)).toMatchObject({ verdict: 'conflicting-identity' })
  })

  it('that share a common name alone, or a case, are not proposed', async () => {
    const a = await know({ names: ['Siti Aminah'] })
    const b = await know({ names: ['Siti Aminah'] })
    await world.staff(worker, (ctx) =>
      addNewPerson(ctx, {
        code: a.code,
        roles: ['family'],
        fields: UNKNOWN_ROLE_FIELDS,
        facts: { ...blankPerson(['Zulaikha Permatasari']), born: born('1991-01-09') },
        marks: NO_MARKS,
      }),
    )
    await world.staff(worker, (ctx) =>
      addNewPerson(ctx, {
        code: a.code,
        roles: ['witness'],
        fields: UNKNOWN_ROLE_FIELDS,
        facts: { ...blankPerson(['Zulaikha Permatasari']), born: born('1991-01-09') },
        marks: NO_MARKS,
      }),
    )
    await runJobs(world)
    expect(await between(a, b)).toBeUndefined()
    expect((await matches()).filter((each) => each.left.names[0]?.startsWith('Zulaikha'))).toEqual([])
  })

  it('are judged by a person, undone without loss, and kept in the history', async () => {
    const facts = { names: ['Wahyuningsih Lestari'], born: born('1988-09-30'), documents: ['X1234567'] }
    const [a, b] = [await know(facts), await know(facts)]
    await runJobs(world)
    const before = await world.root('select * from app.persons where id = any($1) order by id', [
      [a.id, b.id],
    ])
    expect(await judge((await between(a, b))!, 'same')).toBe('same')
    const same = (await between(a, b, 'judged'))!
    const opened = await world.staff(worker, (ctx) => openMatch(ctx, same.id))
    expect(opened.together.map((each) => each.id).toSorted()).toEqual([a.id, b.id].toSorted())
    await expect(judge({ ...same, version: 1 }, 'not-same')).rejects.toMatchObject({
      code: 'match.changed-meanwhile',
    })
    expect(await judge(same, 'undone')).toBe('open')
    const again = await world.staff(worker, (ctx) => openMatch(ctx, same.id))
    expect([again.match.state, again.together, again.history.map((line) => line.judged)]).toEqual([
      'open',
      [],
      ['same', 'undone'],
    ])
    expect(again.history[0]?.reason).toBe('Dibandingkan dengan paspor.')
    expect(
      await world.root('select * from app.persons where id = any($1) order by id', [[a.id, b.id]]),
    ).toEqual(before)
    await expect(judge(again.match, 'undone')).rejects.toMatchObject({ code: 'match.nothing-to-undo' })
    await expect(
      world.staff(worker, (ctx) => judgeMatch(ctx, { id: same.id, version: 3, judged: 'same', reason: ' ' })),
    ).rejects.toMatchObject({ problems: [{ code: 'match.reason-missing' }] })
  })

  it('never become one person with two NIK, also through a third record', async () => {
    const shared = { names: ['Nurhalimah Kusumawardani'], born: born('1992-07-17') }
    const a = await know({ ...shared, documents: ['3505015707920001'] })
    const b = await know(shared)
    await runJobs(world)
    expect(await judge((await between(a, b))!, 'same')).toBe('same')
    const c = await know({ ...shared, documents: ['3505015707920002'] })
    await runJobs(world)
    await expect(judge((await between(b, c))!, 'same')).rejects.toMatchObject({ code: 'match.two-niks' })
    await expect(judge((await between(a, c))!, 'same')).rejects.toMatchObject({ code: 'match.two-niks' })
  })

  it('are shown to nobody of another body, and not to who may not open a protected case', async () => {
    const facts = { names: ['Murtiningsih Rahayuningtyas'], born: born('1986-12-01') }
    const [a, b] = [await know(facts), await know(facts)]
    const elsewhere = await know(facts, {}, 'hkg')
    await runJobs(world)
    const match = (await between(a, b))!
    expect(match).toBeDefined()
    const other = await world.as('caseworker', 'hkg')
    expect(
      (await matches(other)).filter(
        (each) => each.left.id === elsewhere.id || each.right.id === elsewhere.id,
      ),
    ).toEqual([])
    await expect(world.staff(other, (ctx) => openMatch(ctx, match.id))).rejects.toMatchObject({
      code: 'match.not-found',
    })
    await world.staff(boss, (ctx) =>
      protectCase(ctx, { code: a.code, version: 1, because: 'insider', readers: [] }),
    )
    expect(await between(a, b)).toBeUndefined()
    await expect(world.staff(worker, (ctx) => openMatch(ctx, match.id))).rejects.toMatchObject({
      code: 'match.not-found',
    })
    await expect(judge(match, 'same')).rejects.toMatchObject({ code: 'match.not-found' })
    await expect(matches(await world.as('auditor', 'jhb'))).rejects.toMatchObject({ code: 'match.not-yours' })
  })
})
