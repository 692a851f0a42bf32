import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { StaffActor } from '#src/platform/db/context.ts'
import { protectCase, readCase } from '#src/modules/cases/index.ts'
import { NotFoundError } from '#src/platform/errors.ts'
import { openTrack } from '#src/modules/tracks/index.ts'
import { makeTestPlatform, type TestPlatform } from '../../../test/support/platform.ts'
import { makeReferableCase, type ReferableCase } from '../../../test/support/referral-world.ts'
import { makeTaskForce } from '../../../test/support/task-force-world.ts'
import type { TestOrg } from '../../../test/support/test-orgs.ts'
import {
  addItem,
  answerDecision,
  bringCase,
  decide,
  draftQuarterReport,
  endConference,
  endMember,
  listMyDecisions,
  listTaskForces,
  openConference,
  openTaskForce,
  planConference,
  prepareBringing,
  takeOutCase,
  writeMinutes,
  type TaskForceBoard,
} from './index.ts'

let world: TestPlatform
let lead: StaffActor
let boss: StaffActor
let secretary: StaffActor
let member: StaffActor
let stranger: StaffActor
let made: ReferableCase
let taskForceId: string

beforeAll(async () => {
  world = await makeTestPlatform()
  lead = await world.as('caseworker', 'jhb')
  boss = await world.as('supervisor', 'jhb')
  secretary = await world.as('task-force-member', 'jhb')
  member = await world.as('task-force-member', 'pusat')
  stranger = await world.as('task-force-member', 'hkg')
  made = await makeReferableCase(world, lead)
  taskForceId = await makeTaskForce(world, 'jhb', ['pusat', 'ngo'])
  await world.staff(lead, (ctx) => openTrack(ctx, { code: made.code, kind: 'criminal', place: 'home' }))
})
afterAll(() => world.close())

const board = (actor: StaffActor): Promise<TaskForceBoard> =>
  world.staff(actor, (ctx) => openTaskForce(ctx, taskForceId))
const bring = (actor: StaffActor, ground = '', facts: readonly 'child-concerned'[] = []) =>
  world.staff(actor, (ctx) =>
    bringCase(ctx, { code: made.code, taskForceId, ground, facts, why: 'Perlu satu pemimpin.' }),
  )

/** What the person said about a task force, as an officer recorded it. */
const said = (answer: 'yes' | 'no', org: TestOrg): Promise<unknown> =>
  world.root(
    `insert into app.consents (id, created_at, case_id, org_id, item, reader_kind, reader_org, answer, given_by, how, purpose, by_staff)
     values (gen_random_uuid(), $1, $2, $3, 'needs', 'organisation', $4, $5, 'self', 'spoken', 'task-force', $6)`,
    [world.time.now, made.caseId, world.orgs.jhb, world.orgs[org], answer, lead.staffId],
  )

describe('a case before a task force', () => {
  it('comes there only with a yes for this purpose: a yes for help is none', async () => {
    await expect(bring(lead)).rejects.toMatchObject({ code: 'task-force.no-consent' })
    expect((await board(secretary)).entries).toEqual([])
  })

  it('shows a member whom the yes reaches codes, needs, owners and blockers, and no word and no name', async () => {
    await said('yes', 'pusat')
    world.time.advance(1000)
    await bring(lead)
    const seen = await board(member)
    expect(seen.entries).toMatchObject([{ code: made.code, own_file: false, basis: 'consent' }])
    expect(seen.work.map((row) => `${row.line} ${row.kind} ${row.owner_name}`)).toEqual([
      'need refund KJRI Uji Johor',
      'track criminal KJRI Uji Johor',
    ])
    expect(JSON.stringify(seen)).not.toMatch(/Sulastri|Rekaan kembali|Muar/)
  })

  it('is not there for a member whom the yes does not reach, nor for a body that is no member', async () => {
    const other = await world.as('task-force-member', 'ngo')
    expect((await board(other)).entries).toEqual([])
    await expect(board(stranger)).rejects.toBeInstanceOf(NotFoundError)
    expect(await world.staff(stranger, listTaskForces)).toEqual([])
  })

  it('opens no row of the case to a member without a file', async () => {
    const rows = await world.staff(member, async (ctx) => [
      ...(await ctx.tx.selectFrom('app.cases').select('id').execute()),
      ...(await ctx.tx.selectFrom('app.needs').select('id').execute()),
      ...(await ctx.tx.selectFrom('app.tracks').select('id').execute()),
      ...(await ctx.tx.selectFrom('app.task_force_cases').select('id').execute()),
      ...(await ctx.tx.selectFrom('app.persons').select('id').execute()),
    ])
    expect(rows).toEqual([])
  })
})

describe('a case conference', () => {
  let conferenceId: string
  let itemId: string
  let decisionId: string
  const open = (actor: StaffActor) =>
    world.staff(actor, (ctx) => openConference(ctx, taskForceId, conferenceId))

  it('is called by the secretariat only, and any member puts an item on its agenda', async () => {
    const plan = (actor: StaffActor) =>
      world.staff(actor, (ctx) =>
        planConference(ctx, { taskForceId, at: new Date('2026-11-20T06:00:00Z'), place: 'Daring', note: '' }),
      )
    await expect(plan(member)).rejects.toMatchObject({ code: 'task-force.not-chair' })
    conferenceId = await plan(secretary)
    const entryId = (await board(member)).entries[0]!.id
    itemId = await world.staff(member, (ctx) =>
      addItem(ctx, {
        taskForceId,
        id: conferenceId,
        kind: 'case',
        entryId,
        findingId: '',
        topic: 'Pemimpin',
      }),
    )
    expect((await open(member)).items).toMatchObject([{ topic: 'Pemimpin', code: made.code }])
  })

  it('hides an item on a case, its minutes and its decisions from a member whom the case does not reach', async () => {
    const at = { taskForceId, id: conferenceId, itemId }
    await world.staff(secretary, (ctx) => writeMinutes(ctx, { ...at, version: 1, minutes: 'Disepakati.' }))
    const give = (orgId: string) =>
      world.staff(secretary, (ctx) =>
        decide(ctx, { ...at, version: 2, orgId, dueOn: '2026-11-19', text: 'Tunjuk pendamping.' }),
      )
    await expect(give(world.orgs.ngo)).rejects.toMatchObject({
      problems: [{ code: 'conference.body-not-reached' }],
    })
    decisionId = await give(world.orgs.pusat)
    const other = await world.as('task-force-member', 'ngo')
    expect(await open(other)).toMatchObject({ items: [], decisions: [] })
    expect(await open(member)).toMatchObject({
      items: [{ minutes: 'Disepakati.' }],
      decisions: [{ text: 'Tunjuk pendamping.' }],
    })
  })

  it('puts the task on the Today of the body that has it, for its supervisor too, and nowhere else', async () => {
    const theirs = await world.as('supervisor', 'pusat')
    const elsewhere = await world.as('supervisor', 'hkg')
    const worker = await world.as('caseworker', 'pusat')
    const mine = (actor: StaffActor) => world.staff(actor, listMyDecisions)
    expect(await mine(member)).toHaveLength(1)
    expect(await mine(theirs)).toMatchObject([{ id: decisionId, text: 'Tunjuk pendamping.' }])
    for (const actor of [elsewhere, worker, secretary, stranger]) expect(await mine(actor)).toEqual([])
  })

  it('is answered by the body that has it; its day cannot be moved', async () => {
    const answer = (actor: StaffActor, state: string, outcome: string) =>
      world.staff(actor, (ctx) => answerDecision(ctx, { id: decisionId, version: 1, state, outcome }))
    await expect(answer(secretary, 'done', '')).rejects.toMatchObject({ code: 'task-force.not-your-task' })
    await expect(answer(member, 'not-done', '')).rejects.toMatchObject({
      problems: [{ code: 'conference.outcome-missing' }],
    })
    await expect(
      world.staff(secretary, (ctx) =>
        ctx.tx
          .updateTable('app.task_force_decisions')
          .set({ due_on: '2027-01-01' })
          .where('id', '=', decisionId)
          .execute(),
      ),
    ).rejects.toThrow(/permission denied/)
    expect(await answer(member, 'done', 'Sudah ditunjuk.')).toMatchObject({
      state: 'done',
      outcome: 'Sudah ditunjuk.',
    })
  })

  it('ends once, and takes no new item after that', async () => {
    const end = () =>
      world.staff(secretary, (ctx) =>
        endConference(ctx, { taskForceId, id: conferenceId, version: 1, as: 'held', because: '' }),
      )
    await end()
    await expect(end()).rejects.toMatchObject({ code: 'conference.changed-meanwhile' })
    await expect(
      world.staff(member, (ctx) =>
        addItem(ctx, {
          taskForceId,
          id: conferenceId,
          kind: 'other',
          entryId: '',
          findingId: '',
          topic: 'Lain',
        }),
      ),
    ).rejects.toMatchObject({ code: 'conference.not-planned' })
  })

  it('drafts the quarter with bodies exactly and cases never in small numbers', async () => {
    const report = await world.staff(secretary, (ctx) =>
      draftQuarterReport(ctx, taskForceId, { year: 2026, quarter: 4 }),
    )
    expect(report.figures.cases).toBeUndefined()
    expect(report.conferences).toEqual({ planned: 0, held: 1, cancelled: 0 })
    expect(report.figures.byBody).toContainEqual(
      expect.objectContaining({ body: 'Kantor Pusat Uji', doneDecisions: 1, lateDecisions: 1 }),
    )
    expect(JSON.stringify(report)).not.toContain(made.code)
  })
})

describe('what ends it', () => {
  it('ends at once when the person says no, for the list, the agenda and the tasks', async () => {
    await said('no', 'ngo')
    expect((await board(member)).entries).toEqual([])
    expect((await board(secretary)).entries).toEqual([])
    const view = await world.staff(lead, (ctx) => prepareBringing(ctx, made.code))
    expect(view.brought).toMatchObject([{ shows: false }])
    await world.staff(lead, (ctx) =>
      takeOutCase(ctx, {
        code: made.code,
        id: view.brought[0]!.id,
        version: view.brought[0]!.version,
        because: 'withdrawn',
      }),
    )
  })

  it('goes without consent only by a supervisor, on a ground whose facts are there', async () => {
    await expect(bring(lead, 'child', ['child-concerned'])).rejects.toMatchObject({
      code: 'task-force.not-yours',
    })
    await expect(bring(boss, 'child')).rejects.toMatchObject({ code: 'task-force.facts-missing' })
    await bring(boss, 'child', ['child-concerned'])
    expect((await board(member)).entries).toHaveLength(1)
  })

  it('shows a member body nothing from the day its membership ends', async () => {
    await world.staff(secretary, (ctx) => endMember(ctx, { id: taskForceId, orgId: world.orgs.pusat }))
    await expect(board(member)).rejects.toBeInstanceOf(NotFoundError)
  })

  it('shows nobody a case that becomes protected', async () => {
    await world.staff(boss, async (ctx) => {
      const { row } = await readCase(ctx, made.code, 'work')
      await protectCase(ctx, { code: made.code, version: row.version, because: 'insider', readers: [] })
    })
    expect((await board(secretary)).entries).toEqual([])
  })
})
