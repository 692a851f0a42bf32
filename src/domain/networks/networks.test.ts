import { describe, expect, it } from 'vitest'
import { editTable } from '../linkage/names/edit-weights.ts'
import { addMention, isOneOff, makeCorpus, withoutOne, type Corpus } from './corpus.ts'
import { shortestChain, weakPoints } from './explain.ts'
import { findNetworks, type Networks } from './find.ts'
import { normalise, type Mention, type MentionKind } from './mention.ts'
import { placeFile } from './place.ts'
import { sideOf } from './roles.ts'

const TABLE = editTable({
  swap: {},
  drop: {},
  double: 2,
  turn: 3,
  otherSwap: 6,
  otherDrop: 5,
  first: 2,
})

type Said = readonly [kind: MentionKind, role: string, value: string]

function mentions(file: string, date: string, said: readonly Said[]): readonly Mention[] {
  return said.map(([kind, role, value]) => ({ file, agency: 'NGO', date, kind, role, value }))
}

/** Files that have nothing in common, so that a coincidence is a coincidence. */
function strangers(corpus: Corpus, count = 50): void {
  for (let at = 0; at < count; at++)
    for (const mention of mentions(`X-${at}`, '2024-01-01', [
      ['telephone', 'hotline', '021 555 000'],
      ['telephone', 'perekrut', `0840${String(100_000_00 + at * 7919)}`],
      ['person', 'korban', `Korban${'abcdefghij'[at % 10]!}${'klmno'[Math.floor(at / 10)]!}`],
    ]))
      addMention(corpus, mention)
}

function networkOf(files: Readonly<Record<string, readonly [date: string, ...Said[]]>>): {
  readonly corpus: Corpus
  readonly networks: Networks
  readonly groups: readonly (readonly string[])[]
} {
  const corpus = makeCorpus(TABLE)
  strangers(corpus)
  for (const [file, [date, ...said]] of Object.entries(files))
    for (const mention of mentions(file, date, said)) addMention(corpus, mention)
  const networks = findNetworks(corpus)
  return {
    corpus,
    networks,
    groups: networks.groups.map((group) => group.files.map((at) => corpus.fileIds[at]!).toSorted()),
  }
}

describe('what is compared', () => {
  it('reads one number in its spellings as one', () => {
    for (const value of ['0840-1234-5678', '+62 840 1234 5678', '62840 12345678', '0062 840 1234 5678'])
      expect(normalise('telephone', value).key).toBe('84012345678')
    expect(normalise('account', 'BNI-0326535266').key).toBe(normalise('account', '0326535266').key)
    expect(normalise('company', 'PT. ABDUL KARYA').key).toBe(normalise('company', 'PT Abd Karya').key)
    expect(normalise('vehicle', 'b 1234 xyz').key).toBe('B1234XYZ')
    expect(normalise('address', 'Jalan Melati rt.04/06, Tegalwulung')).toEqual(
      normalise('address', 'Jl. Melati RT 4/6, Desa Tegalwulung'),
    )
  })

  it('takes a street without a village for a part, and too short a number for nothing', () => {
    expect(normalise('address', 'Jl. Melati RT 04/06')).toEqual({ key: '', partial: 'jl melati rt 4 6' })
    expect(normalise('telephone', '112').key).toBe('')
    expect(normalise('person', '---').key).toBe('')
  })

  it('knows whose a thing is, and says so when it does not', () => {
    expect(sideOf('Perekrut')).toBe('own')
    expect(sideOf('hotel_transit')).toBe('lodging')
    expect(sideOf('rumah aman')).toBe('service')
    expect(sideOf('tetangga')).toBe('unknown')
  })

  it('finds numbers that are one slip apart, and no others', () => {
    expect(isOneOff('84012345678', '84012345679')).toBe(true)
    expect(isOneOff('84012345678', '84012345687')).toBe(true)
    expect(isOneOff('84012345678', '8401234567')).toBe(true)
    expect(isOneOff('84012345678', '84012345699')).toBe(false)
    expect(withoutOne('1122')).toHaveLength(2)
  })
})

describe('two files', () => {
  it('are joined by one number of a recruiter, however it is written', () => {
    const { groups } = networkOf({
      A: ['2024-01-02', ['telephone', 'perekrut', '0840-1111-2222']],
      B: ['2024-03-02', ['telephone', 'koordinator', '+6284011112222']],
    })
    expect(groups).toEqual([['A', 'B']])
  })

  it.each(['hotline', 'klinik', 'pnbp', 'p3mi', 'shelter', 'hotel_transit', 'korban', 'tetangga'])(
    'are never joined by a thing whose role is %s',
    (role) => {
      const { groups } = networkOf({
        A: ['2024-01-02', ['telephone', role, '084011112222'], ['account', role, '1234567890']],
        B: ['2024-01-02', ['telephone', role, '084011112222'], ['account', role, '1234567890']],
      })
      expect(groups).toEqual([])
    },
  )

  it('are not joined by a number that so many files have that it is everybody’s', () => {
    const many = Object.fromEntries(
      Array.from({ length: 40 }, (_, at) => [
        `M${at}`,
        ['2024-01-02', ['telephone', 'perekrut', '084011112222']] as [string, Said],
      ]),
    )
    expect(networkOf(many).groups).toEqual([])
  })

  it('are not joined by a number that others call a clinic', () => {
    const said = (role: string): [string, Said] => ['2024-01-02', ['telephone', role, '084011112222']]
    expect(networkOf({ A: said('perekrut'), B: said('perekrut'), C: said('klinik') }).groups).toEqual([])
  })

  it('are not joined by one weak thing, and are by two of different kinds', () => {
    const name: Said = ['person', 'perekrut', 'Wirjoatmodjo Kertanegara']
    const company: Said = ['company', 'perekrut', 'CV Zamrud Kencana']
    expect(networkOf({ A: ['2024-01-02', name], B: ['2024-09-02', name] }).groups).toEqual([])
    expect(networkOf({ A: ['2024-01-02', company], B: ['2024-02-02', company] }).groups).toEqual([])
    expect(networkOf({ A: ['2024-01-02', name, company], B: ['2024-02-02', name, company] }).groups).toEqual([
      ['A', 'B'],
    ])
  })

  it('are not joined by a common name and a company', () => {
    const said: readonly Said[] = [
      ['person', 'perekrut', 'Siti'],
      ['booking', 'penumpang', 'ABC234'],
    ]
    expect(networkOf({ A: ['2022-01-02', ...said], B: ['2022-11-20', ...said] }).groups).toEqual([])
  })

  it('are not joined by the number that was given to somebody else years later', () => {
    const said: Said = ['telephone', 'perekrut', '084011112222']
    expect(networkOf({ A: ['2019-01-02', said], B: ['2024-03-02', said] }).groups).toEqual([])
  })

  it('are not joined by who suffered in both', () => {
    const said: readonly Said[] = [
      ['person', 'korban', 'Wirjoatmodjo Kertanegara'],
      ['document', 'korban', 'X1234567'],
      ['telephone', 'korban', '084011112222'],
    ]
    const { corpus, groups } = networkOf({ A: ['2024-01-02', ...said], B: ['2024-01-02', ...said] })
    expect(groups).toEqual([])
    expect([...corpus.valueAt.keys()].some((key) => /X1234567|wirjo|84011112222/.test(key))).toBe(false)
  })
})

const PHONE_1: Said = ['telephone', 'perekrut', '084011112222']
const PHONE_2: Said = ['telephone', 'perekrut', '084033334444']
const FORGER: readonly Said[] = [
  ['person', 'pemalsu', 'Galang Adinata'],
  ['telephone', 'pemalsu', '084099998888'],
]

describe('a group', () => {
  it('is not merged with another by the forger who served both: he is a bridge', () => {
    const { groups, networks } = networkOf({
      A: ['2024-01-02', PHONE_1, ...FORGER],
      B: ['2024-01-05', PHONE_1],
      C: ['2024-01-07', PHONE_2],
      D: ['2024-01-09', PHONE_2, ...FORGER],
    })
    expect(groups).toEqual([
      ['A', 'B'],
      ['C', 'D'],
    ])
    expect(networks.bridges.map(({ kind, groups: touched }) => [kind, touched.length])).toContainEqual([
      'forger',
      2,
    ])
  })

  it('is not held together by a number that was passed on: both parts are shown with the bridge', () => {
    const early: Said = ['account', 'perekrut', 'BCA-1111111111']
    const late: Said = ['account', 'perekrut', 'BCA-9999999999']
    const { groups, networks } = networkOf({
      A: ['2021-01-02', early, PHONE_1],
      B: ['2021-02-02', early],
      C: ['2021-03-02', early],
      D: ['2023-06-02', late, PHONE_1],
      E: ['2023-07-02', late],
      F: ['2023-08-02', late],
    })
    expect(groups).toEqual([
      ['A', 'B', 'C'],
      ['D', 'E', 'F'],
    ])
    expect(networks.bridges.map(({ kind }) => kind)).toEqual(['passed-on'])
  })

  it('explains any two of its files by the shortest chain, and says what would break it', () => {
    const { corpus, networks } = networkOf({
      A: ['2024-01-02', PHONE_1],
      B: ['2024-01-05', PHONE_1, PHONE_2],
      C: ['2024-01-07', PHONE_2],
    })
    const group = networks.groups[0]!
    const at = (file: string): number => corpus.fileAt.get(file)!
    const chain = shortestChain(corpus, group, at('A'), at('C'))
    expect(chain.map(({ from, to }) => [corpus.fileIds[from], corpus.fileIds[to]])).toEqual([
      ['A', 'B'],
      ['B', 'C'],
    ])
    const broken = weakPoints(group).map(({ parts }) =>
      parts.map((part) => part.length).toSorted((a, b) => a - b),
    )
    expect(broken).toEqual([
      [1, 2],
      [1, 2],
    ])
  })

  it('has no weak point when two things hold it', () => {
    const account: Said = ['account', 'perekrut', 'BCA-1111111111']
    const { networks } = networkOf({
      A: ['2024-01-02', PHONE_1, account],
      B: ['2024-01-05', PHONE_1, account],
    })
    expect(weakPoints(networks.groups[0]!)).toEqual([])
  })

  it('takes in one more file, and leaves a stranger outside', () => {
    const { corpus, networks } = networkOf({ A: ['2024-01-02', PHONE_1], B: ['2024-01-05', PHONE_1] })
    expect(placeFile(corpus, networks, mentions('N', '2024-02-01', [PHONE_1])).groups).toEqual([0])
    expect(placeFile(corpus, networks, mentions('O', '2024-02-01', [PHONE_2])).groups).toEqual([])
  })
})
