import { makeDemoWorld } from '#src/domain/demo/make-demo-world.ts'
import { addMilliseconds, DAY } from '#src/domain/kernel/instant.ts'
import type { DemoWorld } from '#src/domain/demo/demo-world.ts'
import { demoPassword, demoTotpSecret, setStaffCredentials } from '#src/modules/accounts/index.ts'
import { sealChain, CHAINS } from '#src/platform/audit/chain-queries.ts'
import { runAs } from '#src/platform/db/context.ts'
import { loadDemoMaterial } from '#src/platform/demo-material.ts'
import type { Platform } from '#src/platform/platform.ts'
import { loadReference } from '#src/platform/reference.ts'
import { addBodies } from './rows/body-rows.ts'
import { makeBatch, type Batch } from './batch.ts'
import { addCase, caseIdOf, incidentIdOf } from './rows/case-rows.ts'
import { demoId } from './demo-id.ts'
import { findBodies, hasEntry, insertRows, listStored } from './demo-queries.ts'
import { addOtherReports } from './rows/other-reports.ts'
import type { KnownPeople } from './rows/person-rows.ts'
import { makeScenery, type Scenery, type Stage } from './scenery.ts'

export type DemoSize = { readonly cases: number; readonly waiting: number }
export const DEMO_SIZE: DemoSize = { cases: 440, waiting: 80 }
export const DEMO_SEED = 'payung'

/** The bodies came in this long before the last moment of the demonstration. */
const SPAN = 740 * DAY
const CASES_AT_ONCE = 20
const MINUTE = 60_000

/** `there`: an earlier start has stored it whole. `real`: bodies that are not of the demonstration; it never mixes with them. */
export type DemoLoading = 'loaded' | 'there' | 'real'

/**
 * Stores the demonstration in a database without bodies. Each step is one transaction, and every id follows from the seed and
 * from the moment of the first step: a loading that was stopped goes on at the next start, and a second one changes nothing.
 */
export async function loadDemonstration(
  stage: Stage,
  say: (line: string) => void,
  size: DemoSize = DEMO_SIZE,
): Promise<DemoLoading> {
  const { platform } = stage
  const found = await runAs(platform, { kind: 'keeper' }, findBodies)
  if (found.demoSince === undefined && found.real) return 'real'
  const since = found.demoSince ?? addMilliseconds(lastMinute(platform.clock()), -SPAN)
  const doneId = demoId('done', since)
  if (await runAs(platform, { kind: 'keeper' }, (ctx) => hasEntry(ctx, doneId))) return 'there'
  const scenery = makeDemoScenery(stage, since, size)
  if (found.demoSince === undefined) await storeBodies(scenery, say)
  await storeCases(scenery, say)
  await storeBatch(platform, (batch) => addDone(batch, scenery, doneId))
  await sealAll(platform)
  say(`Demonstrasi: siap (${scenery.world.cases.length} kasus).`)
  return 'loaded'
}

/** The world of this database: the same at every start, for it counts from the moment of the first. */
export function makeDemoScenery(stage: Stage, since: Date, size: DemoSize = DEMO_SIZE): Scenery {
  const material = loadDemoMaterial(loadReference())
  const world = makeDemoWorld(material, { ...size, seed: DEMO_SEED, until: addMilliseconds(since, SPAN) })
  const inOrder = (cases: DemoWorld['cases']): DemoWorld['cases'] =>
    cases.toSorted((a, b) => a.openedAt.getTime() - b.openedAt.getTime())
  return makeScenery(stage, material, { ...world, cases: inOrder(world.cases) }, since)
}

function lastMinute(now: Date): Date {
  return new Date(Math.floor(now.getTime() / MINUTE) * MINUTE)
}

async function storeBatch(platform: Platform, fill: (batch: Batch) => void): Promise<void> {
  const batch = makeBatch(platform)
  fill(batch)
  await runAs(platform, { kind: 'keeper' }, (ctx) => insertRows(ctx, batch.rows))
}

/** Bodies, accounts with their sign-ins, duty lists and incidents, all or nothing. */
async function storeBodies(scenery: Scenery, say: (line: string) => void): Promise<void> {
  const { platform, world } = scenery
  say(`Demonstrasi: ${world.organisations.length} lembaga, ${world.staff.length} akun …`)
  const batch = makeBatch(platform)
  addBodies(batch, scenery)
  addIncidents(batch, scenery)
  const password = demoPassword(platform.secrets)
  await runAs(platform, { kind: 'keeper' }, async (ctx) => {
    await insertRows(ctx, batch.rows)
    for (const staff of world.staff)
      await setStaffCredentials(ctx, {
        staffId: scenery.account(staff.key).id,
        password,
        totpSecret: demoTotpSecret(platform.secrets, staff.signIn),
      })
  })
}

function addIncidents(batch: Batch, scenery: Scenery): void {
  for (const incident of scenery.world.incidents) {
    const first = scenery.world.cases.find((each) => each.incident === incident.key)
    if (first === undefined) continue
    const id = incidentIdOf(incident.key, incident.startedAt)
    const key = batch.key('incident', id, incident.startedAt)
    batch.add('app.incidents', {
      id,
      created_at: incident.startedAt,
      org_id: scenery.body(first.organisation).id,
      country: incident.country,
      happened: incident.startedAt.toISOString().slice(0, 10),
      key_id: key.id,
      sealed: key.sealJson(`incidents.sealed/${id}`, { name: incident.title }),
    })
  }
}

async function storeCases(scenery: Scenery, say: (line: string) => void): Promise<void> {
  const { platform, world } = scenery
  const stored = await runAs(platform, { kind: 'keeper' }, listStored)
  const met: KnownPeople = new Map()
  for (let from = 0; from < world.cases.length; from += CASES_AT_ONCE) {
    const some = world.cases.slice(from, from + CASES_AT_ONCE)
    const batch = makeBatch(platform)
    // Also where they are stored: the numbers and the people that follow depend on them.
    for (const made of some) addCase(batch, scenery, met, made)
    if (!some.every((made) => stored.has(caseIdOf(made))))
      await runAs(platform, { kind: 'keeper' }, (ctx) => insertRows(ctx, batch.rows))
    const count = from + some.length
    if (count % 80 === 0 || count === world.cases.length)
      say(`Demonstrasi: ${count}/${world.cases.length} kasus …`)
  }
}

/** Everything that is left, with the mark that it is whole. */
function addDone(batch: Batch, scenery: Scenery, doneId: string): void {
  addOtherReports(batch, scenery)
  for (const kind of ['case', 'referral'] as const)
    for (const [place, last] of scenery.numbers[kind]) {
      const [body = '', year] = place.split(' ')
      const row = { org_id: scenery.body(body).id, year: Number(year), last, created_at: scenery.world.until }
      batch.add(kind === 'case' ? 'app.case_numbers' : 'app.referral_numbers', row)
    }
  batch.tell({
    at: scenery.world.until,
    by: { kind: 'keeper', orgId: null },
    verb: 'demo.loaded',
    subjectKind: 'demonstration',
    subjectId: doneId,
    id: doneId,
  })
}

/** Entries of the past count as slipped in until they are sealed. */
async function sealAll(platform: Platform): Promise<void> {
  for (const chain of CHAINS)
    while ((await runAs(platform, { kind: 'job', name: 'audit.seal' }, (ctx) => sealChain(ctx, chain))) > 0);
}
