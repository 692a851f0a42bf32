import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { known } from '#src/domain/kernel/answer.ts'
import { partialDateOf } from '#src/domain/kernel/partial-date.ts'
import type { Judged } from '#src/domain/matches/judgements.ts'
import { blankReport, type ReportDraft } from '#src/domain/reports/report.ts'
import { runAs, type Actor, type StaffActor } from '#src/platform/db/context.ts'
import { addNewPerson, createCase, protectCase, UNKNOWN_ROLE_FIELDS } from '#src/modules/cases/index.ts'
import { blankPerson, NO_MARKS, type PersonFacts, type PersonMarks } from '#src/modules/people/index.ts'
import { followReport, newIdempotencyKey, receiveReport, reporterActor } from '#src/modules/reports/index.ts'
import { runJobs } from '../../../test/support/run-jobs.ts'
import { makeTestPlatform, type TestPlatform } from '../../../test/support/platform.ts'
import type { TestOrg } from '../../../test/support/test-orgs.ts'
import {
  judgeMatch,
  listFound,
  listMatches,
  listSearches,
  openMatch,
  openFound,
  recordFamilyWish,
  setAside,
  tellFamily,
  type Match,
} from './index.ts'

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

type Known = { readonly id: string; readonly code: string }

/** A person in a case of her own. */
async function know(
  facts: Partial<PersonFacts>,
  marks: Partial<PersonMarks> = {},
  org: TestOrg = 'jhb',
): Promise<Known> {
  const officer = await world.as('caseworker', org)
  const { code } = await world.staff(officer, (ctx) =>
    createCase(ctx, {
      urgency: 'sedang',
      types: ['UNPAID_WAGES'],
      country: 'MY',
      district: null,
      phase: 'during',
      touchesChild: false,
      summary: '',
    }),
  )
  const id = await world.staff(officer, (ctx) =>
    addNewPerson(ctx, {
      code,
      roles: ['concerned'],
      fields: UNKNOWN_ROLE_FIELDS,
      facts: { ...blankPerson(), ...facts },
      marks: { ...NO_MARKS, ...marks },
    }),
  )
  return { id, code }
}

async function report(draft: Partial<ReportDraft>): Promise<{ readonly id: string; readonly holder: Actor }> {
  const key = newIdempotencyKey()
  const holder = reporterActor(world.platform, key)
  const whole = { ...blankReport({ channel: 'web', language: 'id' }), ...draft } as ReportDraft
  const { reportId } = await runAs(world.platform, holder, (ctx) => receiveReport(ctx, whole, key))
  return { id: reportId, holder }
}

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
