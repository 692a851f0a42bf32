import { soundsOf, type Corpus, type Value } from './corpus.ts'
import {
  BRIDGE_ODDS,
  GROUP_FROM,
  GROUP_LIVES_DAYS,
  SAME_TIME,
  TIME_AS_SECOND,
  MOST_FILES_LOOKED_AT,
  ODDS,
} from './cuts.ts'
import {
  EVIDENCE_TYPES,
  filesCounted,
  nameWorth,
  nearValues,
  nearWorth,
  OWN_TYPES,
  speakersShare,
  strengthOf,
  typeOf,
  valueWorth,
  type EvidenceType,
} from './evidence.ts'

/** One piece of evidence: what one file says and what the other says of the same kind. */
export type Piece = {
  readonly type: EvidenceType
  readonly fromValue: number
  readonly toValue: number
  readonly a: number
  readonly b: number
  readonly worth: number
}

/** Two pieces of different kinds that agree. The files are those of the weightier piece. */
export type Join = {
  readonly a: number
  readonly b: number
  readonly pieces: readonly Piece[]
  readonly total: number
}

type Held = { readonly value: Value; readonly files: readonly number[] }
/** What a group of files (or one file) says, by kind of evidence. */
export type Profile = {
  readonly files: readonly number[]
  readonly byType: ReadonlyMap<EvidenceType, readonly Held[]>
  readonly hasName: boolean
  /** Says anything of the recruiters' own side. */
  readonly hasOwn: boolean
}

export function profileOf(corpus: Corpus, files: readonly number[]): Profile {
  const byType = new Map<EvidenceType, { value: Value; files: number[] }[]>()
  for (const file of files)
    for (const { value: id, leading } of corpus.entries[file]!) {
      const value = corpus.values[id]!
      const type = typeOf(value, leading)
      if (type === undefined) continue
      const helds = byType.get(type)
      const known = helds?.find((held) => held.value === value)
      if (known) known.files.push(file)
      else if (helds) helds.push({ value, files: [file] })
      else byType.set(type, [{ value, files: [file] }])
    }
  return {
    files,
    byType,
    hasName: byType.has('recruiter-name') || byType.has('leader-name'),
    hasOwn: [...OWN_TYPES].some((type) => byType.has(type)),
  }
}

const BIT: Readonly<Record<EvidenceType, number>> = Object.fromEntries(
  EVIDENCE_TYPES.map((type, at) => [type, 1 << at]),
) as Record<EvidenceType, number>

const NAME_BITS = BIT['recruiter-name'] | BIT['leader-name']
const CORNER_BITS = BIT['company'] | BIT['near-number'] | BIT['part-address'] | BIT['booking']

/** Worth comparing: who shares a thing that few share, or two names, or one name and an agency. */
const mayJoin = (bits: number, rule: Rule): boolean =>
  rule === 'time'
    ? (bits & NAME_BITS) !== 0
    : (bits & (CORNER_BITS | BIT['leader-name'])) !== 0 ||
      ((bits & NAME_BITS) !== 0 && (bits & (bits - 1)) !== 0)

/** Groups (by the number that `groupOf` gives a file) that may share two kinds of evidence with this one. */
export function partnersOf(
  corpus: Corpus,
  profile: Profile,
  groupOf: (file: number) => number,
  rule: Rule = 'two',
): readonly number[] {
  if (rule === 'time' ? !profile.hasName : !profile.hasOwn) return []
  const own = groupOf(profile.files[0]!)
  const kinds = new Map<number, number>()
  const meet = (files: readonly number[], type: EvidenceType): void => {
    if (files.length > MOST_FILES_LOOKED_AT) return
    for (const file of files) {
      const group = groupOf(file)
      if (group !== own) kinds.set(group, (kinds.get(group) ?? 0) | BIT[type])
    }
  }
  for (const [type, helds] of profile.byType) {
    if (type === 'agency' && !profile.hasName) continue
    if (rule === 'time' && type !== 'recruiter-name' && type !== 'leader-name') continue
    for (const { value } of helds)
      if (value.kind === 'person') for (const other of soundAlike(corpus, value)) meet(other.files, type)
      else if (type === 'near-number') for (const other of nearValues(corpus, value)) meet(other.files, type)
      else meet(value.files, type)
  }
  return [...kinds].filter(([, bits]) => mayJoin(bits, rule)).map(([group]) => group)
}

function soundAlike(corpus: Corpus, value: Value): readonly Value[] {
  const found = new Set<number>([value.id])
  for (const sound of soundsOf(corpus, value.tokens)) {
    const same = corpus.sounds.get(sound) ?? []
    if (same.length <= MOST_FILES_LOOKED_AT) for (const id of same) found.add(id)
  }
  return [...found].map((id) => corpus.values[id]!)
}

export type Verdict = { readonly kind: 'join' | 'bridge'; readonly join: Join }

export const neededOdds = (corpus: Corpus): number => Math.log(filesCounted(corpus)) + ODDS

/** What agrees between two groups, the weightiest first: one piece of each kind. */
export function sharedPieces(corpus: Corpus, left: Profile, right: Profile): readonly Piece[] {
  const pieces: Piece[] = []
  for (const [type, helds] of left.byType) {
    const others = right.byType.get(type)
    if (!others) continue
    const best = bestPiece(corpus, type, helds, others)
    if (best) pieces.push(best)
  }
  return withoutSamePerson(corpus, pieces).toSorted((x, y) => y.worth - x.worth)
}

/**
 * `two`: two pieces of different kinds. `time`: afterwards, and only for names: the second piece is that both files fall
 * in one half-year, so the first must be rarer than any two names that meet by chance among all files.
 */
export type Rule = 'two' | 'time'

/** The two-evidence rule. Undefined: nothing joins these two. */
export function compareGroups(
  corpus: Corpus,
  left: Profile,
  right: Profile,
  rule: Rule = 'two',
): Verdict | undefined {
  const pieces = sharedPieces(corpus, left, right)
  const first = pieces.find((piece) => OWN_TYPES.has(piece.type))
  if (!first) return undefined
  const near = timeWorth(gapOf(corpus, left.files, right.files))
  const needed = neededOdds(corpus)
  const total = pieces.reduce((sum, piece) => sum + piece.worth, 0) + near
  const join: Join = { a: pieces[0]!.a, b: pieces[0]!.b, pieces, total }
  if (rule === 'time')
    return near > 0 && total >= neededForTime(corpus, first.type) ? { kind: 'join', join } : undefined
  if (pieces.length < 2 || total < needed) return undefined
  const isBridge = bothGroups(left, right) && total < needed + BRIDGE_ODDS
  return { kind: isBridge ? 'bridge' : 'join', join }
}

function neededForTime(corpus: Corpus, type: EvidenceType): number {
  if (type === 'leader-name') return neededOdds(corpus) + TIME_AS_SECOND
  if (type !== 'recruiter-name') return Infinity
  // Over all pairs of files, about one such meeting by chance.
  return 2 * Math.log(filesCounted(corpus)) - 1
}

const bothGroups = (left: Profile, right: Profile): boolean =>
  left.files.length >= GROUP_FROM && right.files.length >= GROUP_FROM

/** A group lives about a year: files close in time belong together sooner than files years apart. */
export const timeWorth = (gapDays: number): number =>
  Number.isNaN(gapDays) ? 0 : gapDays <= GROUP_LIVES_DAYS ? SAME_TIME : -SAME_TIME

function bestPiece(
  corpus: Corpus,
  type: EvidenceType,
  left: readonly Held[],
  right: readonly Held[],
): Piece | undefined {
  // The more there is to compare, the sooner something agrees by chance.
  const chances = Math.log(left.length * right.length)
  let best: Piece | undefined
  for (const from of left)
    for (const to of right) {
      const worth = worthOf(corpus, type, from, to) - chances
      if (worth > (best?.worth ?? 0))
        best = {
          type,
          fromValue: from.value.id,
          toValue: to.value.id,
          a: from.files[0]!,
          b: to.files[0]!,
          worth,
        }
    }
  return best
}

function worthOf(corpus: Corpus, type: EvidenceType, from: Held, to: Held): number {
  const { value } = from
  if (value.kind === 'person')
    return nameWorth(corpus, value, to.value) - Math.log(speakersShare(corpus, type))
  if (type === 'near-number') return areNear(corpus, value, to.value) ? nearWorth(corpus) : 0
  if (value.id !== to.value.id) return 0
  const others = value.files.length - from.files.length - to.files.length
  return valueWorth(corpus, value, Math.max(0, others), gapOf(corpus, from.files, to.files))
}

const areNear = (corpus: Corpus, a: Value, b: Value): boolean =>
  a.id !== b.id &&
  a.kind === b.kind &&
  strengthOf(b) === 'strong' &&
  nearValues(corpus, a).some((near) => near.id === b.id)

export function gapOf(corpus: Corpus, left: readonly number[], right: readonly number[]): number {
  let gap = Number.NaN
  for (const a of left)
    for (const b of right) {
      const days = Math.abs(corpus.fileDays[a]! - corpus.fileDays[b]!)
      if (!(days >= gap)) gap = days
    }
  return gap
}

/** One person who is a recruiter here and the leader there is one piece of evidence, not two. */
function withoutSamePerson(corpus: Corpus, pieces: readonly Piece[]): readonly Piece[] {
  const recruiter = pieces.find((piece) => piece.type === 'recruiter-name')
  const leader = pieces.find((piece) => piece.type === 'leader-name')
  if (!recruiter || !leader) return pieces
  const same = nameWorth(corpus, corpus.values[recruiter.fromValue]!, corpus.values[leader.fromValue]!) > 0
  if (!same) return pieces
  return pieces.filter((piece) => piece !== (recruiter.worth < leader.worth ? recruiter : leader))
}
