import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { known } from '#src/domain/kernel/answer.ts'
import { partialDateOf } from '#src/domain/kernel/partial-date.ts'
import type { StaffActor } from '#src/platform/db/context.ts'
import { recordConsent } from '#src/modules/cases/index.ts'
import type { PersonFacts, PersonMarks } from '#src/modules/people/index.ts'
import { knowPerson, type Known } from '../../../../test/support/match-world.ts'
import { runJobs } from '../../../../test/support/run-jobs.ts'
import { makeTestPlatform, type TestPlatform } from '../../../../test/support/platform.ts'
import type { TestOrg } from '../../../../test/support/test-orgs.ts'
import { compareCatchUp, compareJob, listHints } from '../index.ts'

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

describe('a person whom two bodies know', () => {
  const facts = { names: ['Purwaningrum Setyorini'], born: born('1983-02-27'), documents: ['C7000171'] }
  const hints = async (org: TestOrg, person: Known) => {
    const overseer = await world.as('supervisor', org)
    return (await world.staff(overseer, listHints)).filter((each) => each.person.id === person.id)
  }
  const say = async (person: Known, answer: 'yes' | 'no') => {
    const officer = await world.as('caseworker', 'hkg')
    for (const item of ['that-i-reported', 'name'] as const)
      await world.staff(officer, (ctx) =>
        recordConsent(ctx, {
          code: person.code,
          item,
          readerKind: 'mission',
          answer,
          givenBy: 'self',
          how: 'spoken',
          language: 'id',
        }),
      )
  }
  let here: Known
  let there: Known

  it('brings no hint to anybody while the person was not asked', async () => {
    here = await know(facts)
    there = await know(facts, {}, 'hkg')
    await runJobs(world)
    expect([await hints('jhb', here), await hints('hkg', there)]).toEqual([[], []])
  })

  it('brings a hint whom to ask where the person says yes there, to the supervisor, and takes it back with the yes', async () => {
    await say(there, 'yes')
    await compareJob.handle(world.platform, { kind: 'person', id: here.id })
    const [hint] = await hints('jhb', here)
    expect(hint?.body.id).toMatch(/Hong Kong|HKG/i)
    expect(await hints('hkg', there)).toEqual([])
    const seen = await world.staff(worker, (ctx) =>
      ctx.tx.selectFrom('app.body_hints').select('id').execute(),
    )
    expect(seen).toEqual([])
    await expect(
      world.staff(boss, (ctx) => ctx.tx.selectFrom('app.body_hints').select('other_person').execute()),
    ).rejects.toThrow(/permission denied/)
    world.time.advance(120_000)
    await compareCatchUp.tick(world.platform)
    expect(await hints('jhb', here)).toHaveLength(1)
    await say(there, 'no')
    world.time.advance(120_000)
    await compareCatchUp.tick(world.platform)
    expect(await hints('jhb', here)).toEqual([])
  })
})
