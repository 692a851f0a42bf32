import { addDays } from '#src/domain/kernel/partial-date.ts'
import { dayOf, instantOf } from '#src/domain/deadlines/calendar.ts'
import type { DemoDuty } from '#src/domain/demo/demo-world.ts'
import type { Batch } from '../batch.ts'
import { markOf } from '../body-marks.ts'
import { demoId } from '../demo-id.ts'
import { takesReports, type Body, type Scenery } from '../scenery.ts'

const PARENT: Readonly<Partial<Record<string, string>>> = { mission: 'kemlu-pwni', bp3mi: 'kp2mi-pusat' }
const DUTY_DAYS = 14

/** Bodies, accounts without credentials, and who is on call in the coming fortnight. */
export function addBodies(batch: Batch, scenery: Scenery): void {
  for (const body of scenery.bodies) addBody(batch, scenery, body)
  for (const staff of scenery.world.staff) addAccount(batch, scenery, staff)
  const perBody = Map.groupBy(scenery.world.duties, (duty) => duty.organisation)
  for (const [key, duties] of perBody) addDuties(batch, scenery, scenery.body(key), duties)
  batch.tell({
    at: scenery.since,
    by: { kind: 'keeper', orgId: null },
    verb: 'demo.started',
    subjectKind: 'demonstration',
    subjectId: demoId('demonstration', scenery.since),
  })
}

function addBody(batch: Batch, scenery: Scenery, body: Body): void {
  const { demo } = body
  const parent = PARENT[demo.kind]
  batch.add('app.organisations', {
    id: body.id,
    created_at: scenery.since,
    slug: body.slug,
    kind: demo.kind,
    name_id: demo.name.id,
    name_en: demo.name.en,
    short_name: markOf(demo.key).shortName,
    code_prefix: body.prefix,
    time_zone: demo.timeZone,
    country: body.country,
    district: demo.regions[0] ?? null,
    parent_id: parent === undefined ? null : scenery.body(parent).id,
    takes_reports: takesReports(body),
    demo: true,
  })
  if (takesReports(body)) addCoverage(batch, scenery, body)
}

function addCoverage(batch: Batch, scenery: Scenery, body: Body): void {
  const { countries, regions } = body.demo
  const places = countries.flatMap((country): readonly { country: string; district: string | null }[] =>
    country === 'ID' && regions.length > 0
      ? regions.map((district) => ({ country, district }))
      : [{ country, district: null }],
  )
  for (const [rank, place] of places.entries())
    batch.add('app.desk_coverage', {
      ...place,
      id: demoId(`coverage ${body.demo.key} ${rank}`, scenery.since),
      created_at: scenery.since,
      org_id: body.id,
      rank: rank + 1,
    })
}

function addAccount(batch: Batch, scenery: Scenery, staff: Scenery['world']['staff'][number]): void {
  const { id, orgId } = scenery.account(staff.key)
  batch.add('app.staff', {
    id,
    created_at: scenery.since,
    org_id: orgId,
    sign_in_name: staff.signIn,
    display_name: staff.name,
    email: `${staff.signIn}@demo.example`,
    state: 'active',
  })
  for (const role of staff.roles)
    batch.add('app.staff_roles', {
      id: demoId(`role ${staff.key} ${role}`, scenery.since),
      created_at: scenery.since,
      staff_id: id,
      org_id: orgId,
      role,
      confirmed_at: scenery.since,
      first_set_up: true,
    })
}

/** One after the other is first on the list, day by day, from the local midnight before the start. */
function addDuties(batch: Batch, scenery: Scenery, body: Body, duties: readonly DemoDuty[]): void {
  const first = dayOf(scenery.world.until, body.demo.timeZone)
  const startOf = (day: number): Date =>
    instantOf({ day: addDays(first, day), milliseconds: 0 }, body.demo.timeZone)
  for (let day = 0; day < DUTY_DAYS; day += 1)
    for (const [place, duty] of duties.entries()) {
      const staff = scenery.account(duty.staff)
      batch.add('app.duty_shifts', {
        id: demoId(`duty ${duty.staff} ${day}`, scenery.world.until),
        created_at: scenery.world.until,
        org_id: body.id,
        staff_id: staff.id,
        starts_at: startOf(day),
        ends_at: startOf(day + 1),
        rank: ((place + day) % duties.length) + 1,
        made_by: scenery.supervisor(body.demo.key)?.id ?? null,
      })
    }
}
