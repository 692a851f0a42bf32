// No side door: every route × every reader × own, other and no object. What leaks anywhere is found by its mark.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { decideReferral, openReferral } from '#src/modules/referrals/index.ts'
import { sealJournal } from '../support/api-world.ts'
import { DOORS, fill, namesOf, namesOfNothing, type Door, type Names } from '../support/requests.ts'
import { furnish, mark, marksIn, refer, type OrgWorld } from '../support/sentinel-world.ts'
import {
  ask,
  FULL,
  leaks,
  makeMatrix,
  readersOf,
  sampled,
  seen,
  steady,
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
  b = await furnish(matrix.world, 'hkg')
  people = [VISITOR, ...(await readersOf(matrix, 'hkg', b))]
})
afterAll(() => matrix.world.close())

/** Lists and pages without a parameter: the same rooms with the same numbers, whatever others do. */
const plainDoors = (): readonly Door[] =>
  DOORS.filter((door) => door.method === 'GET' && !door.path.includes(':'))

/** Who settles competence between bodies reads its register, and these three its figures: SCREENS, register of competence. */
const OF_ALL_BODIES = ['task-force-member', 'analyst', 'supervisor', 'named supervisor'].flatMap((title) =>
  ['', '/unduh'].map((end) => `${title} of hkg: /kerja/pengaturan/kewenangan${end}`),
)
/** Every member of staff reads the register of obstacles, and chooses from it for a proposal. */
const OBSTACLES = /: \/kerja\/(?:hambatan(?:\/(?:unduh\.csv|unduh\.xlsx))?|advokasi\/baru)$/
/** One obstacle of that register: that it exists is known to all staff; the cases behind it are not on the page. */
const OBSTACLE = /^\/kerja\/hambatan\/:id$/
const isOfAllBodies = (key: string): boolean => OF_ALL_BODIES.includes(key) || OBSTACLES.test(key)

describe('no side door', () => {
  it('changes no list, count or badge of an organisation by what happens in another', async () => {
    const doors = sampled(plainDoors(), 0.6)
    const look = async (): Promise<ReadonlyMap<string, string>> => {
      const pages = new Map<string, string>()
      for (const who of people)
        for (const door of doors) {
          const { status, text } = await ask(matrix, who, door, door.path)
          pages.set(`${who.title}: ${door.path}`, `${status} ${steady(text)}`)
        }
      return pages
    }
    await look()
    const [before, again] = [await look(), await look()]
    a = await furnish(matrix.world, 'jhb')
    const after = await look()
    const changed = [...after].filter(
      ([key, page]) => before.get(key) === again.get(key) && before.get(key) !== page,
    )
    expect(
      changed.map(([key]) => key).filter((key) => !key.includes('installation-admin') && !isOfAllBodies(key)),
    ).toEqual([])
    // Of all bodies is what the law leaves open, never the case that showed it.
    for (const [key, page] of changed.filter(([each]) => isOfAllBodies(each))) {
      expect(`${key} ${marksIn(page).filter(({ org }) => org === 'jhb').length}`).toBe(`${key} 0`)
      expect(page).not.toContain(a.caseCode)
    }
  }, 120_000)

  it('shows nobody a word that is not for him, nor that a thing exists', async () => {
    people = [...people, ...(await readersOf(matrix, 'jhb', a))]
    const offered = await refer(matrix.world, a, 'hkg')
    const answered = await refer(matrix.world, b, 'jhb')
    names = { a: namesOf(a, offered), b: namesOf(b, answered), nothing: namesOfNothing(namesOf(a, offered)) }
    await sealJournal(matrix.world)
    const found: string[] = []
    for (const door of DOORS.filter((each) => each.method === 'GET'))
      for (const who of sampled(people, 0.5)) found.push(...(await lookThrough(door, who)))
    expect(found).toEqual([])
    // Reports that were kept from both are with a third body.
    const kinds = ['waiting', 'case', 'care', 'protected', 'referral'].flatMap((kind) => [
      `${kind} of jhb`,
      `${kind} of hkg`,
    ])
    if (FULL) expect([...seen]).toEqual(expect.arrayContaining(kinds))
  }, 300_000)

  it('finds nobody by searching a name of another organisation', async () => {
    const found: string[] = []
    for (const who of people.filter((each) => each.org !== 'jhb')) {
      const search = async (words: string): Promise<Answer> =>
        ask(matrix, who, { method: 'GET', kind: 'page' }, `/kerja/cari?q=${encodeURIComponent(words)}`)
      const nothing = await search('Zqtidakadaq')
      for (const words of [mark('jhb', 'case', 'Name'), mark('jhb', 'waiting', 'Village'), a.caseCode]) {
        const answer = await search(words)
        if (leaks(who, answer, words).length > 0) found.push(`${who.title} reads about ${words}`)
        if (
          answer.status !== nothing.status ||
          steady(answer.text, words) !== steady(nothing.text, 'Zqtidakadaq')
        )
          found.push(`${who.title} learns that ${words} exists`)
      }
    }
    expect(found).toEqual([])
  }, 120_000)

  it('answers an address that names nothing like nothing, whatever stands in it', async () => {
    const found: string[] = []
    const boss = people.find((each) => each.isNamed && each.org === 'hkg')!
    for (const door of DOORS.filter((each) => each.path.includes(':')))
      for (const odd of ['x', "'", '%00', '0', 'JHB-2026', '..%2f..%2fetc'])
        for (const who of [boss, VISITOR]) {
          const path = door.path.replaceAll(/:\w+/g, odd)
          const { status } = await ask(matrix, who, door, path, door.kind === 'api' ? '{}' : 'version=1')
          if (status >= 500) found.push(`${who.title}: ${door.method} ${path} answers ${status}`)
        }
    expect(found).toEqual([])
  }, 120_000)

  it('gives who accepted a need what was sent and no more of the case', async () => {
    await matrix.world.staff(b.officer, async (ctx) => {
      const { version } = (await openReferral(ctx, names.a['referralId']!)).referral
      await decideReferral(ctx, { referralId: names.a['referralId']!, version, action: 'accept' })
    })
    const found: string[] = []
    for (const door of DOORS.filter((each) => each.method === 'GET'))
      for (const who of sampled(
        people.filter((each) => each.org === 'hkg'),
        0.4,
      ))
        for (const target of sampled(fill(door.path, names.a), 0.25))
          for (const word of leaks(who, await ask(matrix, who, door, target.path)))
            found.push(`${who.title}: GET ${door.path} with ${target.keys.join(' ')} shows ${word}`)
    expect(found).toEqual([])
  }, 300_000)
})

/** One door by one reader: own and other objects against the oracle, other against nothing. */
async function lookThrough(door: Door, who: Person): Promise<readonly string[]> {
  const found: string[] = []
  const isPlain = !door.path.includes(':')
  for (const side of ['a', 'b'] as const) {
    const empty = new Map<string, Answer>()
    const targets = fill(door.path, names[side])
    for (const target of isPlain ? targets : sampled(targets, 0.06)) {
      const answer = await ask(matrix, who, door, target.path)
      const title = `${who.title}: GET ${door.path} with ${target.keys.join(' ') || 'nothing'} of ${side}`
      for (const word of leaks(who, answer)) found.push(`${title} shows ${word}`)
      if (answer.status >= 500) found.push(`${title} answers ${answer.status}`)
      if (isPlain || OBSTACLE.test(door.path) || !mustNotKnow(who, target.keys, side)) continue
      const key = target.keys.join(' ')
      const path = fill(door.path, withNothing(who, names[side], side)).find(
        (each) => each.keys.join(' ') === key,
      )!.path
      const nothing = empty.get(key) ?? (await ask(matrix, who, door, path))
      empty.set(key, nothing)
      if (nothing.status !== answer.status)
        found.push(`${title}: ${answer.status} for it, ${nothing.status} for nothing`)
      else if (steady(answer.text, target.path) !== steady(nothing.text, path))
        found.push(`${title}: another page than for nothing`)
    }
    if (isPlain) break
  }
  return found
}

/** What this reader may not know of is replaced by what does not exist; what is his own stays. */
function withNothing(who: Person, own: Names, side: 'a' | 'b'): Names {
  return Object.fromEntries(
    Object.entries(own).map(([key, value]) => [
      key,
      mustNotKnow(who, [key], side) ? (names.nothing[key] ?? value) : value,
    ]),
  )
}

/** Objects of the other organisation, and the own protected case for who is not named. */
function mustNotKnow(who: Person, keys: readonly string[], side: 'a' | 'b'): boolean {
  const own = side === 'a' ? 'jhb' : 'hkg'
  if (keys.some((key) => key.startsWith('referral') || key === 'staffId')) return false
  if (who.org !== own) return true
  return keys.some((key) => key.startsWith('protected') || key.startsWith('kept')) && !who.isNamed
}
