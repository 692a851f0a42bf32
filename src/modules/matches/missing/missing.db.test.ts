import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { known } from '#src/domain/kernel/answer.ts'
import { partialDateOf } from '#src/domain/kernel/partial-date.ts'
import type { ReportDraft } from '#src/domain/reports/report.ts'
import { runAs, type Actor, type StaffActor } from '#src/platform/db/context.ts'
import type { PersonFacts, PersonMarks } from '#src/modules/people/index.ts'
import { followReport } from '#src/modules/reports/index.ts'
import { knowPerson, sendDraft, type Known } from '../../../../test/support/match-world.ts'
import { runJobs } from '../../../../test/support/run-jobs.ts'
import { makeTestPlatform, type TestPlatform } from '../../../../test/support/platform.ts'
import type { TestOrg } from '../../../../test/support/test-orgs.ts'
import { listFound, listSearches, openFound, recordFamilyWish, setAside, tellFamily } from '../index.ts'

let world: TestPlatform
let worker: StaffActor
let boss: StaffActor
let care: StaffActor

beforeAll(async () => {
  world = await makeTestPlatform()
  worker = await world.as('caseworker', 'jhb')
  boss = await world.as('supervisor', 'jhb')
  care = await world.as('restricted-reader-care', 'jhb')
})
afterAll(() => world.close())

const know = (facts: Partial<PersonFacts>, marks: Partial<PersonMarks> = {}, org: TestOrg = 'jhb') =>
  knowPerson(world, facts, marks, org)
const born = (text: string) => known(partialDateOf(text))

const report = (draft: Partial<ReportDraft>) => sendDraft(world, draft)

const LOST = {
  about: 'seeking-family',
  names: ['Sulastriningrum'],
  village: known('Karangwuni'),
  born: born('1985'),
  reporterName: known('Ibu Warsinem'),
  reporterRelation: known('parent'),
  place: known({ country: 'HK' }),
} as const satisfies Partial<ReportDraft>

describe('somebody who is looked for', () => {
  let search: { readonly id: string; readonly holder: Actor }
  let woman: Known

  beforeAll(async () => {
    search = await report(LOST)
    await runJobs(world)
    woman = await know(
      { names: ['Sulastri Ningrum'], born: born('1985-06-01'), village: known('Karangwuni') },
      { sex: 'female' },
    )
    await runJobs(world)
  })

  const found = async (actor = boss) =>
    (await world.staff(actor, listFound)).find((each) => each.subject.id === woman.id)
  const wish = (said: Partial<Parameters<typeof recordFamilyWish>[1]>) =>
    world.staff(boss, async (ctx) =>
      recordFamilyWish(ctx, {
        id: (await found())!.id,
        wish: 'tell-alive',
        how: 'in-person',
        listened: 'alone',
        knowsSeeker: 'yes',
        words: '',
        ...said,
      }),
    )
  const tell = async () => {
    const { id, version } = (await found())!
    return world.staff(boss, (ctx) => tellFamily(ctx, { id, version }))
  }
  const box = async () =>
    (await runAs(world.platform, search.holder, (ctx) => followReport(ctx, 'id')))!.messages

  it('is on the list of the desk that the family told, which sees nothing of what was found', async () => {
    const hkg = await world.as('supervisor', 'hkg')
    expect((await world.staff(hkg, listSearches)).map((each) => each.reportId)).toEqual([search.id])
    expect(await world.staff(hkg, listFound)).toEqual([])
    expect((await world.root('select org_id from app.missing_matches')).map((row) => row['org_id'])).toEqual([
      world.orgs.jhb,
    ])
  })

  it('is shown to a few of the body that knows the person, to be asked first', async () => {
    expect(await found()).toMatchObject({
      wish: 'not-asked',
      gate: { kind: 'tell-nothing', because: 'no-wish' },
      seeker: { name: 'Ibu Warsinem', relation: 'parent' },
    })
    expect(await found(care)).toBeDefined()
    for (const role of ['caseworker', 'intake-officer', 'auditor', 'restricted-reader-legal'] as const) {
      const actor = await world.as(role, 'jhb')
      await expect(world.staff(actor, listFound)).rejects.toMatchObject({ code: 'match.not-yours' })
      expect(
        await world.staff(actor, (ctx) => ctx.tx.selectFrom('app.missing_matches').select('id').execute()),
      ).toEqual([])
    }
    const told = await world.root(
      `select s.id from app.notices n join app.staff s on s.id = n.staff_id where n.kind = 'looked-for'`,
    )
    expect(told.map((row) => String(row['id'])).toSorted()).toEqual([boss.staffId, care.staffId].toSorted())
  })

  it('has no entry in a journal that the body reads', async () => {
    const entries = await world.staff(worker, (ctx) =>
      ctx.tx.selectFrom('app.journal').select('verb').where('verb', 'like', 'missing.%').execute(),
    )
    expect(entries).toEqual([])
  })

  it.each([
    [{ wish: 'not-asked' }, 'missing.gate-no-wish'],
    [{ wish: 'unclear' }, 'missing.gate-unclear'],
    [{ listened: 'not-alone' }, 'missing.gate-not-alone'],
    [{ knowsSeeker: 'no' }, 'missing.gate-does-not-know-seeker'],
    [{ wish: 'tell-nothing' }, 'missing.gate-wishes-nothing'],
  ])('is not told of where %j was said', async (said, code) => {
    await wish(said)
    await expect(tell()).rejects.toMatchObject({ code })
    expect(await box()).toEqual([])
  })

  it('is not told of by hand either: the database asks for the wish', async () => {
    const { id } = (await found())!
    await expect(
      world.staff(boss, (ctx) =>
        ctx.tx
          .updateTable('app.missing_matches')
          .set({ state: 'to-tell', told: 'alive' })
          .where('id', '=', id)
          .execute(),
      ),
    ).rejects.toThrow(/has not said/)
  })

  it('is told of in one fixed sentence, as the person wishes, and a word taken back in between counts', async () => {
    await wish({ words: 'Bilang saja saya selamat.' })
    await tell()
    await wish({ wish: 'tell-nothing' })
    await runJobs(world)
    expect([await box(), (await found())?.state]).toEqual([[], 'open'])
    await wish({})
    expect(await tell()).toBe('alive')
    await runJobs(world)
    expect((await box()).map((message) => message.text)).toEqual([
      'Kabar dari pencarian Anda: orang yang Anda cari hidup dan selamat. Ia meminta kami menyampaikan hanya itu.',
    ])
    const opened = await world.staff(care, async (ctx) => openFound(ctx, (await found())!.id))
    expect([opened.found.state, opened.wishes.length]).toEqual(['told', 8])
    expect(opened.wishes.at(-3)?.words).toBe('Bilang saja saya selamat.')
    await expect(tell()).rejects.toMatchObject({ code: 'missing.already-told' })
  })

  it('may be somebody else, which can be taken back too', async () => {
    const other = await know({
      names: ['Sulastriningrum'],
      born: born('1985-01-30'),
      village: known('Karangwuni'),
    })
    await runJobs(world)
    const one = (await world.staff(boss, listFound)).find((each) => each.subject.id === other.id)!
    await world.staff(boss, (ctx) =>
      setAside(ctx, { id: one.id, version: one.version, as: 'not-this-person' }),
    )
    await world.staff(boss, (ctx) => setAside(ctx, { id: one.id, version: one.version + 1, as: 'open' }))
    expect((await world.staff(boss, (ctx) => openFound(ctx, one.id))).found.state).toBe('open')
  })

  it('is found too by the report of the person, and never by a body that the family keeps out', async () => {
    await report({
      ...LOST,
      names: ['Endang Purwaningsih'],
      village: known('Sukorejo'),
      born: born('1979-02-11'),
      keepFrom: [{ kind: 'this-mission', bodyId: world.orgs.jhb }],
    })
    await report({
      ...LOST,
      names: ['Tumirah Sulistyowati'],
      village: known('Wonosari'),
      born: born('1990-08-23'),
    })
    await know({ names: ['Endang Purwaningsih'], born: born('1979-02-11'), village: known('Sukorejo') })
    await report({
      about: 'myself',
      names: ['Tumirah Sulistyowati'],
      village: known('Wonosari'),
      born: born('1990-08-23'),
      place: known({ country: 'MY' }),
    })
    await runJobs(world)
    const names = (await world.staff(boss, listFound)).map((each) => each.subject.names[0])
    expect(names).toContain('Tumirah Sulistyowati')
    expect(names).not.toContain('Endang Purwaningsih')
  })
})
