/** A task force of one body with a case, a conference, an agenda and a decision: enough to see who may see it. */
import {
  addItem,
  addMember,
  bringCase,
  createTaskForce,
  decide,
  openConference,
  planConference,
} from '#src/modules/task-force/index.ts'
import type { StaffActor } from '#src/platform/db/context.ts'
import type { TestPlatform } from './platform.ts'
import type { TestOrg } from './test-orgs.ts'

export type MadeTaskForce = {
  readonly taskForceId: string
  readonly conferenceId: string
  readonly itemId: string
  readonly decisionId: string
}

export async function makeTaskForce(
  world: TestPlatform,
  chair: TestOrg,
  members: readonly TestOrg[],
): Promise<string> {
  const secretary = await world.as('task-force-member', chair)
  return world.staff(secretary, async (ctx) => {
    const id = await createTaskForce(ctx, {
      level: 'national',
      name: `Gugus Tugas Uji ${chair}`,
      basis: 'UU 21/2007 Pasal 58',
      source: 'Keputusan uji 1/2026',
      sourceOn: '2026-01-05',
      part: 'secretariat',
    })
    for (const member of members)
      await addMember(ctx, { id, orgId: world.orgs[member], part: 'member', since: '2026-01-05' })
    return id
  })
}

/** The boss brings the case on a ground of the law; the secretariat puts it on the agenda and gives a task to its own body. */
export async function confer(
  world: TestPlatform,
  org: TestOrg,
  boss: StaffActor,
  code: string,
): Promise<MadeTaskForce> {
  const taskForceId = await makeTaskForce(world, org, [])
  const secretary = await world.as('task-force-member', org)
  const entryId = await world.staff(boss, (ctx) =>
    bringCase(ctx, {
      code,
      taskForceId,
      ground: 'child',
      facts: ['child-concerned'],
      why: 'Anak di bawah umur.',
    }),
  )
  return world.staff(secretary, async (ctx) => {
    const conferenceId = await planConference(ctx, {
      taskForceId,
      at: new Date('2026-12-01T02:00:00Z'),
      place: 'Ruang rapat',
      note: '',
    })
    const at = { taskForceId, id: conferenceId }
    const itemId = await addItem(ctx, {
      ...at,
      kind: 'case',
      entryId,
      findingId: '',
      topic: 'Siapa memimpin',
    })
    const { items } = await openConference(ctx, taskForceId, conferenceId)
    const decisionId = await decide(ctx, {
      ...at,
      itemId,
      version: items[0]!.version,
      orgId: ctx.actor.orgId,
      dueOn: '2026-12-10',
      text: 'Cari juru bahasa.',
    })
    return { taskForceId, conferenceId, itemId, decisionId }
  })
}
