import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  ACT,
  DOCUMENT,
  deskInterview,
  deskReferral,
  HELD,
  interviewAt,
} from '../../../test/support/desk-world.ts'
import { makeTestPlatform, type TestPlatform } from '../../../test/support/platform.ts'
import type { StaffActor } from '#src/platform/db/context.ts'
import {
  addInterview,
  answerFollowUp,
  answerSigns,
  checkHit,
  closeEncounter,
  findBySlip,
  listEncounters,
  listFollowUps,
  listHelpers,
  listHits,
  listReceivedSigns,
  openEncounter,
  readSlip,
  referSigns,
  reportHit,
  takeObjection,
  writeAct,
  type GivenHit,
} from './index.ts'

let world: TestPlatform
let desk: StaffActor
let colleague: StaffActor
let elsewhere: StaffActor
let helper: StaffActor

beforeAll(async () => {
  world = await makeTestPlatform()
  desk = await world.as('immigration-officer', 'pusat')
  colleague = await world.hire('pusat', ['immigration-officer'])
  elsewhere = await world.as('immigration-officer', 'kemlu')
  helper = await world.as('caseworker', 'ngo')
})
afterAll(() => world.close())

const open = (id: string, who = desk) => world.staff(who, (ctx) => openEncounter(ctx, id))
const write = (id: string, differs: object = {}, version = 1) =>
  world.staff(desk, (ctx) => writeAct(ctx, { id, version }, { ...ACT, ...differs }))
const refer = (id: string, differs: object = {}) =>
  world.staff(desk, (ctx) => referSigns(ctx, id, deskReferral(world.orgs.ngo, differs)))
const problems = (codes: readonly string[]) => ({
  problems: codes.map((code) => expect.objectContaining({ code })),
})

describe('an interview at the desk', () => {
  it('keeps what was said sealed and asks on for what was not', async () => {
    const id = await interviewAt(world, desk, {
      company: 'not-alone',
      answers: { wish: { words: '', why: 'will-not-say' } },
    })
    const opened = await open(id)
    expect(opened.interviews[0]!.answers.wish).toEqual({ known: false, why: 'will-not-say' })
    expect(opened.interviews[0]!.answers.work).toEqual({ known: false, why: 'not-asked' })
    expect(opened.steps.map(({ step }) => step)).toEqual(['ask', 'second-interview'])
    const [row] = await world.root(`select * from app.desk_encounters where id = $1`, [id])
    expect(JSON.stringify(row)).not.toContain('Wening')
    expect(JSON.stringify(row)).not.toContain(DOCUMENT)
  })

  it('names each field that cannot be read, and keeps nothing', async () => {
    const wrong = deskInterview({
      interpreter: 'mind-reader',
      language: '<script>',
      traveller: {
        name: 'x',
        documentNumber: "1'; drop",
        issuer: '12',
        expires: 'besok',
        born: 'x',
        years: '400',
      },
    })
    const before = await world.root('select count(*) as n from app.desk_encounters')
    await expect(interviewAt(world, desk, wrong)).rejects.toMatchObject({ name: 'InvalidInputError' })
    expect(await world.root('select count(*) as n from app.desk_encounters')).toEqual(before)
  })

  it('is seen by the own desk and its supervisor, and by nobody else', async () => {
    const id = await interviewAt(world, desk)
    await expect(open(id, elsewhere)).rejects.toMatchObject({ code: 'desk-encounter.not-found' })
    expect((await open(id, await world.as('supervisor', 'pusat'))).traveller.name).toBe('Wening Uji')
    for (const role of ['caseworker', 'intake-officer', 'analyst'] as const)
      await expect(open(id, await world.as(role, 'pusat'))).rejects.toMatchObject({
        code: 'immigration.not-yours',
      })
  })

  it('leads back to an earlier visit by the document, which says nothing against anybody', async () => {
    const traveller = { name: '', documentNumber: 'B7654321', issuer: '', expires: '', born: '', years: '' }
    const first = await interviewAt(world, desk, { traveller })
    const second = await interviewAt(world, desk, {
      traveller: { ...traveller, documentNumber: 'b 765 4321' },
    })
    expect((await open(second)).earlier.map(({ id }) => id)).toEqual([first])
    expect((await open(second)).steps).toEqual([])
    const { lines } = await world.staff(desk, (ctx) =>
      listEncounters(ctx, { page: 0, documentNumber: 'B7654321' }),
    )
    expect(lines.map(({ id }) => id)).toEqual([second, first])
  })
})

describe('a reason that an officer writes', () => {
  it('stands on a ground, his reason and what he saw, and gives a slip with a code', async () => {
    const id = await interviewAt(world, desk)
    const act = await write(id)
    const slip = await world.staff(desk, (ctx) => readSlip(ctx, act))
    expect(slip).toMatchObject({ ground: ACT.ground, reason: ACT.reason, body: 'Kantor Pusat Uji' })
    const spoken = slip.code.toLowerCase().replaceAll('-', ' ')
    expect(await world.staff(desk, (ctx) => findBySlip(ctx, spoken))).toBe(id)
    expect(await world.staff(elsewhere, (ctx) => findBySlip(ctx, slip.code))).toBeUndefined()
    expect(await world.staff(desk, (ctx) => findBySlip(ctx, 'AAAA-AAAA-AAA'))).toBeUndefined()
    const [row] = await world.root('select * from app.desk_acts where id = $1', [act])
    expect(JSON.stringify(row)).not.toContain(slip.code)
    expect((await open(id)).followUps.map(({ kind }) => kind)).toEqual(['home-contact'])
  })

  it('is not kept without a ground of the list, a reason and a proof', async () => {
    const id = await interviewAt(world, desk)
    await expect(write(id, { ground: 'penyelidikan', reason: ' ', proof: '' })).rejects.toMatchObject(
      problems(['immigration.needs-ground', 'immigration.needs-reason', 'immigration.needs-proof']),
    )
  })

  it('is impossible with a sign of harm and without a referral', async () => {
    const id = await interviewAt(world, desk, { seen: [HELD] })
    await expect(write(id)).rejects.toMatchObject(problems(['immigration.needs-referral']))
    await refer(id)
    await write(id)
    expect((await open(id)).acts).toHaveLength(1)
  })

  it('is impossible even for who goes around the program', async () => {
    const id = await interviewAt(world, desk, { seen: [HELD] })
    const put = (signs: string, because = 'null') =>
      world.staff(desk, async (ctx) => {
        const { sql } = await import('kysely')
        await sql`insert into app.desk_acts (id, created_at, encounter_id, org_id, by_staff, signs, ground, unclear_because, slip_hash, key_id, sealed)
          select ${ctx.newId()}::uuid, now(), e.id, e.org_id, ${desk.staffId}::uuid, ${signs}, 'prevention-list', ${sql.raw(because)},
            sha256(e.id::text::bytea), e.key_id, '\\x00'::bytea from app.desk_encounters e where e.id = ${id}`.execute(
          ctx.tx,
        )
      })
    await expect(put('seen')).rejects.toMatchObject({ constraint: 'desk_acts_referral_first' })
    await expect(put('unclear')).rejects.toMatchObject({ constraint: 'desk_acts_unclear_said' })
    await expect(put('none-seen')).rejects.toMatchObject({ code: '23503' })
  })

  it('says why where the signs are unclear', async () => {
    const id = await interviewAt(world, desk, { signs: {} })
    await expect(write(id)).rejects.toMatchObject(problems(['immigration.needs-unclear-because']))
    await write(id, { unclearBecause: 'no-interpreter' })
  })

  it('makes a sign that is found later wait for a referral too', async () => {
    const id = await interviewAt(world, desk)
    await write(id)
    const late = deskInterview({ seen: [HELD] })
    const again = () => world.staff(desk, (ctx) => addInterview(ctx, { id, version: 2 }, late))
    await expect(again()).rejects.toMatchObject({ code: 'immigration.referral-first' })
    await refer(id)
    await again()
    const opened = await open(id)
    expect([opened.signs, opened.interviews.length]).toEqual(['seen', 2])
    expect(await world.root('select signs from app.desk_acts where encounter_id = $1', [id])).toEqual([
      { signs: 'seen' },
    ])
  })

  it('finds a sign in a child, or in somebody who may be one, whatever else was seen', async () => {
    const traveller = { name: '', documentNumber: '', issuer: '', expires: '', born: '2008', years: '' }
    const id = await interviewAt(world, desk, { traveller })
    expect(await open(id)).toMatchObject({ child: 'perhaps', signs: 'seen' })
    await expect(write(id)).rejects.toMatchObject(problems(['immigration.needs-referral']))
  })

  it('is never changed, and its traveller is heard by another person', async () => {
    const id = await interviewAt(world, desk)
    await write(id)
    await world.staff(desk, (ctx) => takeObjection(ctx, id, 'Paspor saya baru.'))
    const objection = (await open(id)).followUps.find(({ kind }) => kind === 'objection')!
    const answer = (who: StaffActor) =>
      world.staff(who, (ctx) =>
        answerFollowUp(ctx, objection, { outcome: 'upheld', words: 'Paspor baru dilihat.' }),
      )
    expect(objection.forMe).toBe('not-mine')
    await expect(answer(desk)).rejects.toMatchObject({ code: 'immigration.second-person' })
    await answer(colleague)
    await expect(answer(colleague)).rejects.toMatchObject({ name: 'StaleVersionError' })
  })
})

describe('signs that are offered to a body', () => {
  it('go without name and contact where the traveller did not agree', async () => {
    const id = await interviewAt(world, desk, { seen: [HELD] })
    await refer(id, {
      consent: 'no',
      carry: ['name', 'contact'],
      contact: '+44 7700 900123',
      wish: 'Saya Wening.',
    })
    const { referrals } = await world.staff(helper, (ctx) => listReceivedSigns(ctx, 0))
    expect(referrals[0]!.pack).toEqual({
      signs: [HELD],
      child: 'adult',
      place: 'Loket uji',
      at: expect.any(String),
    })
    expect(JSON.stringify(referrals)).not.toContain('Wening')
  })

  it('carry what she agreed to, and nothing else', async () => {
    const id = await interviewAt(world, desk, { seen: [HELD] })
    const sent = await refer(id, { consent: 'yes', carry: ['name'], contact: '+44 7700 900123' })
    const { referrals } = await world.staff(helper, (ctx) => listReceivedSigns(ctx, 0))
    const { pack } = referrals.find((each) => each.id === sent)!
    expect([pack.name, pack.contact]).toEqual(['Wening Uji', undefined])
  })

  it('go with the least for a child, and a second person reviews it', async () => {
    const traveller = { name: 'Anak Uji', documentNumber: '', issuer: '', expires: '', born: '', years: '15' }
    const id = await interviewAt(world, desk, { traveller })
    const because = 'Anak tanpa orang tua, pendamping tidak kenal.'
    await refer(id, { ground: 'child', because })
    const opened = await open(id)
    expect(opened.referrals[0]).toMatchObject({ basis: 'exception', pack: { name: 'Anak Uji', because } })
    expect(opened.followUps.map(({ kind }) => kind).toSorted()).toEqual(['review-exception', 'tell-person'])
  })

  it('do not go as those of a child where none is', async () => {
    const id = await interviewAt(world, desk, { seen: [HELD] })
    await expect(refer(id, { ground: 'child', because: 'Tampak muda, tetapi tidak.' })).rejects.toMatchObject(
      { code: 'immigration.exception-refused' },
    )
  })

  it('are taken or not by the body, once, and then go to another', async () => {
    const id = await interviewAt(world, desk, { seen: [HELD] })
    const sent = await refer(id)
    await expect(refer(id)).rejects.toMatchObject({ code: 'immigration.already-referred' })
    const say = (who: StaffActor, decision: string, reason = '') =>
      world.staff(who, (ctx) => answerSigns(ctx, { id: sent, version: 1 }, { decision, reason }))
    await expect(say(await world.as('caseworker', 'jhb'), 'accept')).rejects.toMatchObject({
      code: 'desk-referral.not-found',
    })
    await expect(say(helper, 'reject')).rejects.toMatchObject({ name: 'InvalidInputError' })
    await say(helper, 'reject', 'capacity')
    await expect(say(helper, 'accept')).rejects.toMatchObject({ code: 'immigration.answered' })
    await refer(id, { toOrg: world.orgs.jatim })
    expect((await open(id)).referrals.map(({ state }) => state)).toEqual(['rejected', 'requested'])
  })

  it('are late after a day', async () => {
    const id = await interviewAt(world, desk, { seen: [HELD] })
    await refer(id)
    world.time.advance(25 * 3600_000)
    expect((await open(id)).referrals[0]!.late).toBe('late')
  })

  it('close a visit as referred only when they were', async () => {
    const id = await interviewAt(world, desk)
    const close = (end: string) => world.staff(desk, (ctx) => closeEncounter(ctx, { id, version: 1 }, end))
    await expect(close('reason-written')).rejects.toMatchObject({ name: 'InvalidInputError' })
    await expect(close('referred')).rejects.toMatchObject({ code: 'immigration.referral-first' })
    await close('nothing-further')
    await expect(close('nothing-further')).rejects.toMatchObject({ code: 'immigration.closed' })
  })

  it('reach bodies that help, and never the desk itself', async () => {
    const names = (await world.staff(desk, listHelpers)).map(({ name }) => name)
    expect(names).toContain('Sahabat Uji')
    expect(names).not.toContain('Kantor Pusat Uji')
  })
})

describe('a hit that another system reported', () => {
  const hit = (differs: Partial<GivenHit> = {}): GivenHit => ({
    kind: 'biometric-mismatch',
    source: 'immigration-system',
    reference: 'BM/2026/17',
    documentNumber: 'H1234567',
    reportedAt: world.time.now,
    days: 30,
    ...differs,
  })
  const report = (differs: Partial<GivenHit> = {}) => world.staff(desk, (ctx) => reportHit(ctx, hit(differs)))

  it('is a question at the desk and nothing more', async () => {
    await report()
    const id = await interviewAt(world, desk, {
      traveller: { name: '', documentNumber: 'H1234567', issuer: '', expires: '', born: '', years: '40' },
    })
    const opened = await open(id)
    expect(opened.hits[0]).toMatchObject({ reference: 'BM/2026/17', verification: 'not-checked' })
    expect(opened.steps).toEqual([
      { step: 'ask', because: [expect.objectContaining({ reason: 'reported-hit' })] },
    ])
    await world.staff(desk, (ctx) => checkHit(ctx, opened.hits[0]!, 'refuted'))
    expect((await open(id)).steps).toEqual([])
  })

  it('carries no template, no picture and no story', async () => {
    for (const reference of [
      'Rk1SACAyMAAAAADGAAABPAFiAMUAxQEAAAAoFUCEAFcAAA==',
      'data:image/png;base64,iVBORw0KGgo',
      '\u0000\u0001\u0002',
      'x'.repeat(41),
      '',
    ])
      await expect(report({ reference })).rejects.toMatchObject(problems(['immigration.reference-wrong']))
    await expect(
      world.root(
        `insert into app.reported_hits select (jsonb_populate_record(h, jsonb_build_object('id', gen_random_uuid(), 'sealed', '\\x' || repeat('ff', 2000)))).* from app.reported_hits h limit 1`,
      ),
    ).rejects.toThrow(/check constraint/)
  })

  it('is gone from every view when it has run out', async () => {
    await report({ documentNumber: 'H7654321', days: 2 })
    const seen = async () => (await world.staff(desk, (ctx) => listHits(ctx, 0))).total
    const before = await seen()
    world.time.advance(2 * 24 * 3600_000 + 1)
    expect(await seen()).toBe(before - 1)
    await expect(report({ days: 181 })).rejects.toMatchObject(problems(['immigration.days-wrong']))
  })
})

it('lists what is still to be done, the earliest first, page by page', async () => {
  const { followUps, total } = await world.staff(desk, (ctx) => listFollowUps(ctx, 0))
  expect(total).toBe(followUps.length)
  expect(followUps.map(({ dueOn }) => dueOn)).toEqual(followUps.map(({ dueOn }) => dueOn).toSorted())
  expect((await world.staff(elsewhere, (ctx) => listFollowUps(ctx, 0))).total).toBe(0)
})

it('leaves an entry for each step', async () => {
  const verbs = await world.root(
    `select distinct verb from app.journal where verb like 'desk.%' or verb like 'hit.%'`,
  )
  expect(verbs.map(({ verb }) => String(verb)).toSorted((a, b) => a.localeCompare(b))).toEqual([
    'desk.closed',
    'desk.follow-up-ended',
    'desk.follow-up-set',
    'desk.interviewed',
    'desk.reason-written',
    'desk.referred',
    'desk.rejected',
    'hit.checked',
    'hit.reported',
  ])
})
