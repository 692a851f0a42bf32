import { soundKey } from '../blocking.ts'
import { ALIAS, GIVEN } from '../names/name-score.ts'
import { NOWHERE, packBirth, type Books, type PersonTable } from '../person-table.ts'
import type { KeyedHash } from './encode.ts'

// First round: each side gives away, for every record, a set of keyed tokens, each over two facts together (a name's sound
// and the year, a date and a first letter …). Who shares a token is worth a second look; nothing else can be read from it.

/** Tokens of one record; those of a passport, telephone or NIK apart, because the second verdict asks for them. */
export type FirstTokens = { readonly numbers: readonly string[]; readonly mixed: readonly string[] }

/**
 * A token that more records of the own file share is held back: it would tell little, and what is common is what an
 * attacker aligns with a list of common names.
 */
export const MOST_SHARING = 12

export function firstRound(hash: KeyedHash, books: Books, table: PersonTable): readonly FirstTokens[] {
  const facts = Array.from({ length: table.size }, (_, at) => mixedFacts(books, table, at))
  const holders = new Map<string, number>()
  for (const record of facts) for (const fact of record) holders.set(fact, (holders.get(fact) ?? 0) + 1)
  return facts.map((record, at) => ({
    numbers: numberFacts(table, at).map(hash),
    mixed: record.filter((fact) => holders.get(fact)! <= MOST_SHARING).map(hash),
  }))
}

const numberFacts = (table: PersonTable, at: number): readonly string[] =>
  (['passport', 'phone', 'nik'] as const).flatMap((kind) =>
    table[kind][at] === 0 ? [] : [`${kind}#${table[kind][at]}`],
  )

function mixedFacts(books: Books, table: PersonTable, at: number): readonly string[] {
  const facts = new Set<string>()
  const year = table.year[at]!
  const month = table.month[at]!
  const day = table.day[at]!
  const nikBirth = table.nikBirth[at]!
  const dated = month !== 0
  if (dated) {
    facts.add(`date ${packBirth(year, month, day)}`)
    if (day <= 12) facts.add(`date ${packBirth(year, day, month)}`)
  }
  if (nikBirth !== 0) facts.add(`date ${nikBirth}`)
  const places = [table.place[at]!, table.otherPlace[at]!]
    .filter((id) => id !== NOWHERE)
    .map((id) => soundKey(books.places.words[id] ?? ''))
  const tokens = Array.from(
    table.tokens.flat.slice(table.tokens.starts[at], table.tokens.starts[at + 1]),
    (packed) => ({ word: books.names.words[packed >> 2] ?? '', role: packed & 3 }),
  ).filter(({ role }, _, all) => role !== ALIAS || all.length <= 4)
  for (const [i, { word }] of tokens.entries()) {
    const sound = soundKey(word)
    if (year !== 0) facts.add(`name and year ${sound} ${year}`)
    if (dated) facts.add(`first and day ${word[0]} ${month}-${day}`)
    for (const place of places) facts.add(`name and place ${sound} ${place}`)
    for (const other of tokens.slice(i + 1))
      facts.add(`two names ${[sound, soundKey(other.word)].toSorted().join(' ')}`)
  }
  if (tokens.length <= 3) {
    const letters = tokens.filter(({ role }) => role === GIVEN).flatMap(({ word }) => [...word])
    facts.add(`letters ${letters.toSorted().join('')} ${year}`)
  }
  if (table.village[at] !== NOWHERE && year !== 0)
    facts.add(`village and year ${soundKey(books.places.words[table.village[at]!] ?? '')} ${year}`)
  return [...facts]
}

export type Candidate = { readonly left: number; readonly right: number }

/** So many records of the other side are looked at for one record. */
export const MOST_CANDIDATES = 12

/**
 * The pairs worth a second look, best first for every left record: shared tokens count by how rare they are. Works on
 * tokens alone; whoever does it needs no key.
 */
export function candidatePairs(
  left: readonly FirstTokens[],
  right: readonly FirstTokens[],
): readonly Candidate[] {
  const rows = new Map<string, number[]>()
  right.forEach((record, at) => {
    for (const token of allOf(record)) {
      const known = rows.get(token)
      if (known) known.push(at)
      else rows.set(token, [at])
    }
  })
  return left.flatMap((record, i) => {
    const worth = new Map<number, number>()
    for (const token of allOf(record)) {
      const holders = rows.get(token) ?? []
      for (const j of holders) worth.set(j, (worth.get(j) ?? 0) + Math.log(1 + right.length / holders.length))
    }
    return [...worth]
      .toSorted((a, b) => b[1] - a[1] || a[0] - b[0])
      .slice(0, MOST_CANDIDATES)
      .map(([j]) => ({ left: i, right: j }))
  })
}

const allOf = ({ numbers, mixed }: FirstTokens): readonly string[] => [...numbers, ...mixed]
