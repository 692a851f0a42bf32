import { describe, expect, it } from 'vitest'
import { repeatable } from '../linkage/model/chance.ts'
import {
  ASKED_HOW,
  familyGate,
  KNOWS_SEEKER,
  TOLD,
  WHO_LISTENED,
  WISHES,
  type SaidWish,
} from './family-wish.ts'
import {
  clusterIdOf,
  clusterOf,
  clustersOf,
  joinRefusal,
  standingJudgements,
  stateAfter,
  type Judged,
  type Judgement,
} from './judgements.ts'

const judge = (left: string, right: string, judged: Judged = 'same'): Judgement => ({ left, right, judged })

/** Another way to the same answer: join sets until nothing changes. */
function recomputed(all: readonly Judgement[]): readonly string[] {
  const same = new Map<string, Judgement>()
  for (const each of all) same.set([each.left, each.right].toSorted().join(' '), each)
  let sets = [...new Set(all.flatMap(({ left, right }) => [left, right]))].map((id) => new Set([id]))
  for (const { left, right, judged } of same.values()) {
    if (judged !== 'same') continue
    const touched = sets.filter((set) => set.has(left) || set.has(right))
    sets = [...sets.filter((set) => !touched.includes(set)), new Set(touched.flatMap((set) => [...set]))]
  }
  return sets
    .filter((set) => set.size > 1)
    .map((set) => [...set].toSorted().join(' '))
    .toSorted()
}

const shown = (all: readonly Judgement[]): readonly string[] =>
  clustersOf(all)
    .map((cluster) => cluster.join(' '))
    .toSorted()

describe('records that belong together', () => {
  it('are what was judged pair by pair, and a chain of pairs is one person', () => {
    const all = [judge('a', 'b'), judge('c', 'b'), judge('d', 'e'), judge('a', 'e', 'unsure')]
    expect(shown(all)).toEqual(['a b c', 'd e'])
    expect(clusterOf(all, 'c')).toEqual(['a', 'b', 'c'])
    expect(clusterIdOf(all, 'c')).toBe('a')
    expect(clusterOf(all, 'f')).toEqual(['f'])
  })

  it('are after any sequence of joining and undoing what a recomputation from the kept judgements says', () => {
    const next = repeatable(7)
    const pick = (most: number): number => Math.floor(next() * most)
    const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']
    for (let round = 0; round < 200; round++) {
      const all: Judgement[] = []
      for (let step = 0; step < 40; step++) {
        const left = ids[pick(ids.length)]!
        const right = ids[pick(ids.length)]!
        if (left === right) continue
        all.push(judge(left, right, (['same', 'same', 'undone', 'not-same', 'unsure'] as const)[pick(5)]))
        expect(shown(all)).toEqual(recomputed(all))
      }
    }
  })

  it('are exactly what they were before a joining, once it is undone', () => {
    const next = repeatable(11)
    const pick = (most: number): number => Math.floor(next() * most)
    const ids = ['a', 'b', 'c', 'd', 'e', 'f']
    for (let round = 0; round < 300; round++) {
      const before: Judgement[] = []
      for (let step = 0; step < 6; step++) before.push(judge(ids[pick(6)]!, ids[pick(6)]!))
      const left = ids[pick(6)]!
      const right = ids[pick(6)]!
      const apart = before.every(
        (each) => [each.left, each.right].toSorted().join() !== [left, right].toSorted().join(),
      )
      if (left === right || !apart) continue
      const joined = [...before, judge(left, right)]
      expect(shown([...joined, judge(right, left, 'undone')])).toEqual(shown(before))
    }
  })

  it('fall apart into single records when everything is undone', () => {
    const pairs = [judge('a', 'b'), judge('b', 'c'), judge('c', 'd')]
    const undone = pairs.map((each) => ({ ...each, judged: 'undone' as const }))
    expect(clustersOf([...pairs, ...undone])).toEqual([])
    expect(standingJudgements([...pairs, ...undone])).toEqual([])
  })

  it('never hold two different NIK, also where the second comes through a third record', () => {
    const niks: Readonly<Record<string, readonly string[]>> = { a: ['3501'], c: ['3502'], d: ['3501'] }
    const of = (id: string): readonly string[] => niks[id] ?? []
    expect(joinRefusal([], { left: 'a', right: 'c' }, of)).toBe('two-niks')
    expect(joinRefusal([judge('a', 'b')], { left: 'b', right: 'c' }, of)).toBe('two-niks')
    expect(joinRefusal([judge('a', 'b')], { left: 'b', right: 'd' }, of)).toBeUndefined()
    expect(
      joinRefusal([judge('a', 'b'), judge('a', 'b', 'undone')], { left: 'b', right: 'c' }, of),
    ).toBeUndefined()
  })

  it('never hold two records that somebody judged to be two persons', () => {
    const said = [judge('a', 'c', 'not-same'), judge('a', 'b')]
    expect(joinRefusal(said, { left: 'b', right: 'c' }, () => [])).toBe('kept-apart')
    expect(
      joinRefusal([...said, judge('a', 'c', 'undone')], { left: 'b', right: 'c' }, () => []),
    ).toBeUndefined()
    // Somebody may change his mind about the pair itself.
    expect(joinRefusal(said, { left: 'c', right: 'a' }, () => [])).toBeUndefined()
  })

  it('give a proposal back to the list when it is undone', () => {
    expect(stateAfter('undone')).toBe('open')
    expect(stateAfter('unsure')).toBe('unsure')
  })
})

describe('what the family is told', () => {
  const asked: SaidWish = { wish: 'tell-alive', listened: 'alone', knowsSeeker: 'yes' }

  it('is nothing before the person has said anything', () => {
    expect(familyGate(undefined, 'not-said')).toEqual({ kind: 'tell-nothing', because: 'no-wish' })
    expect(familyGate({ ...asked, wish: 'not-asked' }, 'not-said')).toEqual({
      kind: 'tell-nothing',
      because: 'no-wish',
    })
  })

  it('is what the person wishes, and no more', () => {
    const told = WISHES.map((wish) => {
      const gate = familyGate({ ...asked, wish }, 'not-said')
      return gate.kind === 'may-tell' ? gate.told : gate.because
    })
    expect(told).toEqual(['wishes-nothing', 'alive', 'where', 'will-contact', 'unclear', 'no-wish'])
  })

  it('is nothing in every answer where others listened, where the person does not know the seeker, or where a case says no', () => {
    for (const wish of WISHES)
      for (const listened of WHO_LISTENED)
        for (const knowsSeeker of KNOWS_SEEKER)
          for (const toldNot of ['told-not', 'not-said'] as const) {
            const gate = familyGate({ wish, listened, knowsSeeker }, toldNot)
            const may =
              ['tell-alive', 'tell-where', 'contact-themselves'].includes(wish) &&
              listened === 'alone' &&
              knowsSeeker === 'yes' &&
              toldNot === 'not-said'
            expect(gate.kind).toBe(may ? 'may-tell' : 'tell-nothing')
          }
    expect(TOLD.length).toBe(3)
    expect(ASKED_HOW.length).toBe(5)
  })
})
