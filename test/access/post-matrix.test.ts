// No side door for changes: every form of one organisation, sent by the other with its names put in; every POST by everybody.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { decideReferral, openReferral } from '#src/modules/referrals/index.ts'
import { sealJournal } from '../support/api-world.ts'
import {
  DOORS,
  doorOf,
  fill,
  formsIn,
  namesOf,
  namesOfNothing,
  swap,
  type Door,
  type Form,
  type Names,
} from '../support/requests.ts'
import { furnish, refer, type OrgWorld } from '../support/sentinel-world.ts'
import {
  ask,
  leaks,
  makeMatrix,
  readersOf,
  sampled,
  VISITOR,
  type Answer,
  type Matrix,
  type Person,
} from './matrix.ts'

let matrix: Matrix
let a: OrgWorld
let b: OrgWorld
let people: readonly Person[]
let names: { readonly a: Names; readonly b: Names; readonly nothing: Names }

beforeAll(async () => {
  matrix = await makeMatrix()
  const { world } = matrix
  a = await furnish(world, 'jhb')
  b = await furnish(world, 'hkg')
  const [sent, answered] = [await refer(world, a, 'hkg'), await refer(world, b, 'jhb')]
  names = { a: namesOf(a, sent), b: namesOf(b, answered), nothing: namesOfNothing(namesOf(a, sent)) }
  people = [VISITOR, ...(await readersOf(matrix, 'hkg', b)), ...(await readersOf(matrix, 'jhb', a))]
  await sealJournal(world)
})
afterAll(() => matrix.world.close())

/** Everything that stands in one organisation's rooms, as one number for each table. */
const ROOMS: Readonly<Record<string, string>> = {
  reports: 'org_id',
  messages: 'org_id',
  attachments: 'org_id',
  consents: 'org_id',
  cases: 'lead_org',
  case_files: 'org_id',
  persons: 'org_id',
  case_persons: 'org_id',
  timeline_entries: 'org_id',
  case_actors: 'org_id',
  needs: 'opened_by_org',
  tasks: 'org_id',
  notes: 'org_id',
  evidence: 'org_id',
  claim_sheets: 'org_id',
  network_mentions: 'org_id',
  network_asks: 'from_org',
  person_matches: 'org_id',
  person_judgements: 'org_id',
  missing_matches: 'org_id',
  family_wishes: 'org_id',
  screenings: 'org_id',
  htcds_imports: 'org_id',
  htcds_records: 'org_id',
  screening_answers: 'org_id',
  custody: 'org_id',
  protected_readers: 'org_id',
  referrals: 'from_org',
  desk_encounters: 'org_id',
  desk_interviews: 'org_id',
  desk_referrals: 'org_id',
  desk_acts: 'org_id',
  desk_follow_ups: 'org_id',
  reported_hits: 'org_id',
  staff: 'org_id',
  staff_roles: 'org_id',
  api_clients: 'org_id',
}

async function contentsOf(side: OrgWorld): Promise<Readonly<Record<string, unknown>>> {
  const found: Record<string, unknown> = {}
  for (const [table, column] of Object.entries(ROOMS)) {
    const [row] = await matrix.world.root(
      `select md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as digest from app.${table} t where ${column} = $1`,
      [matrix.world.orgs[side.org]],
    )
    found[table] = row?.['digest']
  }
  return found
}

/** A session of its own for each post: signing out or a new password ends only that one. */
async function post(who: Person, door: Door, path: string, body: string): Promise<Answer> {
  const cookie = who.actor && (await matrix.world.cookieOf(who.actor))
  return ask(matrix, { ...who, ...(cookie && { cookie }) }, door, path, body)
}

/** These take their time for every wrong try, whoever tries. */
const SLOW = /dengan-kode|\/lacak$|\/petugas|\/follow/

/** Every form that the people of one organisation see on their own pages. */
async function harvest(org: 'jhb' | 'hkg', own: Names): Promise<readonly Form[]> {
  const found = new Map<string, Form>()
  // The named supervisor sees most forms and is always asked; of the others a part, another one each run.
  const askers = people.filter((each) => each.org === org && each.cookie)
  for (const who of askers.filter((each) => each.isNamed || sampled([each], 0.3).length > 0))
    for (const door of DOORS.filter((each) => each.method === 'GET' && each.path.startsWith('/kerja')))
      for (const target of sampled(fill(door.path, own), who.isNamed ? 0.5 : 0.2)) {
        const { status, text } = await ask(matrix, who, door, target.path)
        if (status === 200)
          for (const form of formsIn(text, target.path))
            found.set(`${form.action} ${form.fields.map(([name]) => name).join()}`, form)
      }
  return [...found.values()]
}

function encode(form: Form): string {
  return new URLSearchParams(form.fields.map(([name, value]) => [name, value])).toString()
}

/** What the pages of hkg offered; the first test gathers it. */
let forms: readonly Form[] = []

describe('no side door for changes', () => {
  it('takes no form of another organisation, and says the same as for nothing', async () => {
    forms = await harvest('hkg', names.b)
    const reached = new Set(forms.map((form) => doorOf('POST', form.action)?.path))
    expect(reached.size).toBeGreaterThan(10)
    const before = await contentsOf(a)
    const found: string[] = []
    // Whoever keeps the installation keeps the accounts of every organisation; he reads no case all the same.
    const attackers = people.filter(
      (each) => each.org === 'hkg' && each.cookie && !each.roles.includes('installation-admin'),
    )
    for (const form of forms)
      for (const who of sampled(attackers, 0.08)) {
        const door = doorOf('POST', form.action)
        if (!door || SLOW.test(door.path)) continue
        const send = async (to: Names): Promise<Answer> =>
          post(who, door, swap(form.action, names.b, to), swap(encode(form), names.b, to))
        const changed = swap(form.action + encode(form), names.b, names.a) !== form.action + encode(form)
        // A referral that was sent to the own organisation may be answered.
        if (!changed || /\/rujukan/.test(door.path)) continue
        const [theirs, nothing] = [await send(names.a), await send(names.nothing)]
        const title = `${who.title}: POST ${door.path}`
        for (const word of leaks(who, theirs)) found.push(`${title} shows ${word}`)
        // That an obstacle exists is known to all staff, and any drafter may edit its entry; the cases behind it are not in it.
        if (theirs.status !== nothing.status && door.path !== '/kerja/hambatan/:id')
          found.push(`${title}: ${theirs.status} for theirs, ${nothing.status} for nothing`)
        if (theirs.status >= 500) found.push(`${title} answers ${theirs.status}`)
      }
    expect([...new Set(found)]).toEqual([])
    expect(await contentsOf(a)).toEqual(before)
  }, 300_000)

  it('shows nobody a word that is not for him in the answer to a post', async () => {
    const found: string[] = []
    for (const door of DOORS.filter((each) => each.method === 'POST' && !SLOW.test(each.path)))
      for (const who of sampled(people, 0.12))
        for (const [side, own] of [
          ['a', names.a],
          ['b', names.b],
        ] as const) {
          const org = side === 'a' ? 'jhb' : 'hkg'
          if (who.org === org && !door.path.startsWith('/api')) continue
          for (const target of sampled(fill(door.path, own), 0.4)) {
            const body = door.kind === 'api' ? JSON.stringify({ officer: 'x' }) : 'version=1&text=uji&go=next'
            const answer = await post(who, door, target.path, body)
            const title = `${who.title}: POST ${door.path} with ${target.keys.join(' ')} of ${side}`
            for (const word of leaks(who, answer)) found.push(`${title} shows ${word}`)
            if (answer.status >= 500) found.push(`${title} answers ${answer.status}`)
          }
        }
    expect([...new Set(found)]).toEqual([])
  }, 300_000)

  it('lets who accepted a need change and read nothing more by a post', async () => {
    const { id } = await refer(matrix.world, a, 'hkg')
    await matrix.world.staff(b.officer, async (ctx) => {
      const { version } = (await openReferral(ctx, id)).referral
      await decideReferral(ctx, { referralId: id, version, action: 'accept' })
    })
    const found: string[] = []
    expect(forms.length).toBeGreaterThan(10)
    for (const form of forms)
      for (const who of [people.find((each) => each.isNamed && each.org === 'hkg')!]) {
        const door = doorOf('POST', form.action)
        if (!door || SLOW.test(door.path) || /\/rujukan/.test(door.path)) continue
        const body = swap(encode(form), names.b, names.a)
        const answer = await post(who, door, swap(form.action, names.b, names.a), body)
        for (const word of leaks(who, answer)) found.push(`${who.title}: POST ${door.path} shows ${word}`)
        if (answer.status >= 500) found.push(`${who.title}: POST ${door.path} answers ${answer.status}`)
      }
    expect([...new Set(found)]).toEqual([])
  }, 120_000)
})
