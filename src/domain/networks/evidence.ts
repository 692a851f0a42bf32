import { nameScore, type Tokens } from '../linkage/names/name-score.ts'
import type { Corpus, Value } from './corpus.ts'
import { isOneOff, withoutOne } from './corpus.ts'
import type { RoleSide } from './roles.ts'
import {
  FEWEST_FILES,
  FEWEST_SPEAKERS,
  HUB_SHARE,
  LASTS_DAYS,
  MOST_FILES_OF_ONE,
  MOST_NAME,
  MOST_NEAR,
  NEAR_CHANCE,
  SHARED_WITHIN,
} from './cuts.ts'

/**
 * What a value can prove. `strong` joins two files alone. The others join only two of different kinds, at least one of
 * which speaks of the recruiters' own side. `silent`: services to everybody and the forger's things, which prove nothing.
 */
export type Strength = 'strong' | 'weak' | 'hub' | 'silent'

/** Independent kinds of weak evidence: the telephone, the office and the name of one licensed agency are one and the same. */
export const EVIDENCE_TYPES = [
  'recruiter-name',
  'leader-name',
  'company',
  'near-number',
  'part-address',
  'booking',
  'agency',
] as const
export type EvidenceType = (typeof EVIDENCE_TYPES)[number]

/** Speaks of the recruiters' own side: one of the two pieces must. */
export const OWN_TYPES: ReadonlySet<EvidenceType> = new Set([
  'recruiter-name',
  'leader-name',
  'company',
  'near-number',
  'part-address',
])

const STRONG_KINDS: ReadonlySet<Value['kind']> = new Set([
  'telephone',
  'account',
  'address',
  'document',
  'vehicle',
])

function share(value: Value, side: RoleSide): number {
  const count = value.sides.get(side)
  if (count === undefined) return 0
  let all = 0
  for (const each of value.sides.values()) all += each
  return count / all
}

/** A hub by what files call it (the registry of roles) or by how many files share it. */
export function isHub(value: Value): boolean {
  if (value.sides.size === 1 && value.sides.has('own')) return value.files.length > MOST_FILES_OF_ONE
  if (value.files.length > MOST_FILES_OF_ONE) return true
  const hubs =
    share(value, 'agency') +
    share(value, 'service') +
    share(value, 'lodging') +
    share(value, 'transport') +
    share(value, 'forger')
  return hubs >= HUB_SHARE
}

export const isForgers = (value: Value): boolean => share(value, 'forger') >= HUB_SHARE

export function strengthOf(value: Value): Strength {
  if (isHub(value)) {
    if (value.kind === 'booking') return 'weak'
    return typeOf(value, false) === 'agency' ? 'hub' : 'silent'
  }
  if (!value.sides.has('own')) return value.kind === 'booking' ? 'weak' : 'silent'
  return STRONG_KINDS.has(value.kind) ? 'strong' : 'weak'
}

export function typeOf(value: Value, leading: boolean): EvidenceType | undefined {
  if (value.kind === 'booking') return 'booking'
  if (isHub(value)) {
    return !isForgers(value) && share(value, 'agency') >= HUB_SHARE ? 'agency' : undefined
  }
  if (!value.sides.has('own')) return undefined
  if (value.kind === 'person') return leading ? 'leader-name' : 'recruiter-name'
  if (value.kind === 'company') return 'company'
  if (value.kind === 'part') return 'part-address'
  return value.kind === 'telephone' || value.kind === 'account' ? 'near-number' : undefined
}

export const filesCounted = (corpus: Corpus): number => Math.max(corpus.fileIds.length, FEWEST_FILES)

const flat = new Int32Array(32)
const starts = new Uint32Array(3)
const two: Tokens = { flat, starts }

/** Worth of two names being one person's, in natural logarithms; by the linkage of persons, with token frequency. */
export function nameWorth(corpus: Corpus, a: Value, b: Value): number {
  flat.set(a.tokens, 0)
  flat.set(b.tokens, a.tokens.length)
  starts[1] = a.tokens.length
  starts[2] = a.tokens.length + b.tokens.length
  const score = nameScore(corpus.names, two, 0, two, 1)
  return Math.min(score, MOST_NAME) + Math.log(SHARED_WITHIN.own)
}

/** Worth of a shared value: rare things weigh, things of the many do not; what is long ago weighs less. */
export function valueWorth(corpus: Corpus, value: Value, others: number, gapDays: number): number {
  const hub = isHub(value) && value.kind !== 'booking'
  const worth =
    Math.log(filesCounted(corpus) / (others + 1)) + Math.log(hub ? SHARED_WITHIN.hub : SHARED_WITHIN.own)
  return worth * decay(value.kind, gapDays)
}

/** 1 for the same day, a half after half the time that such a thing lasts, 0 after it. */
export function decay(kind: Value['kind'], gapDays: number): number {
  if (Number.isNaN(gapDays)) return 1
  return Math.max(0, 1 - gapDays / (kind === 'part' ? LASTS_DAYS.address : LASTS_DAYS[kind]))
}

export function nearWorth(corpus: Corpus): number {
  const numbers = Math.max(corpus.near.size, FEWEST_FILES)
  return Math.min(-Math.log(NEAR_CHANCE * numbers), MOST_NEAR) + Math.log(SHARED_WITHIN.own)
}

/** Other numbers of the same kind that one digit parts from this one. */
export function nearValues(corpus: Corpus, value: Value): readonly Value[] {
  if (value.kind !== 'telephone' && value.kind !== 'account') return []
  if (corpus.near.size === 0) return []
  const found = new Map<number, Value>()
  for (const left of withoutOne(value.key))
    for (const id of corpus.near.get(left) ?? []) {
      const other = corpus.values[id]!
      if (id !== value.id && other.kind === value.kind && isOneOff(other.key, value.key)) found.set(id, other)
    }
  return [...found.values()]
}

/** Of all files, how many name such a person at all: few files name who leads, so two that name the same one say more. */
export function speakersShare(corpus: Corpus, type: EvidenceType): number {
  const speakers = type === 'leader-name' ? corpus.namesLeading : corpus.namesOther
  return Math.min(1, Math.max(FEWEST_SPEAKERS, speakers / filesCounted(corpus)))
}
