import type { FirstTokens } from './first-round.ts'

/**
 * What somebody without the key learns who has the tokens and a clear list of the same kind of persons: he aligns the most
 * frequent token with the most frequent fact, the next with the next, and gives every record the person of his list that
 * shares most of what he aligned. Answers the row of his list for each record, -1 where he has no guess.
 */
export function alignByFrequency(
  tokens: readonly (readonly string[])[],
  facts: readonly (readonly string[])[],
): readonly number[] {
  const aligned = new Map<string, string>()
  const ranked = byFrequency(tokens)
  const known = byFrequency(facts)
  ranked.forEach((token, at) => {
    const fact = known[at]
    if (fact !== undefined) aligned.set(token, fact)
  })
  const rows = new Map<string, number[]>()
  facts.forEach((record, at) => {
    for (const fact of record) rows.set(fact, [...(rows.get(fact) ?? []), at])
  })
  return tokens.map((record) => {
    const votes = new Map<number, number>()
    for (const token of record) {
      const holders = rows.get(aligned.get(token) ?? '') ?? []
      for (const at of holders) votes.set(at, (votes.get(at) ?? 0) + 1 / holders.length)
    }
    return [...votes].toSorted((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0] ?? -1
  })
}

/** Seen more than once, most frequent first: what stands once cannot be aligned. */
function byFrequency(records: readonly (readonly string[])[]): readonly string[] {
  const counts = new Map<string, number>()
  for (const record of records)
    for (const token of new Set(record)) counts.set(token, (counts.get(token) ?? 0) + 1)
  return [...counts]
    .filter(([, count]) => count > 1)
    .toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .map(([token]) => token)
}

export const tokensOf = (records: readonly FirstTokens[]): readonly (readonly string[])[] =>
  records.map(({ numbers, mixed }) => [...numbers, ...mixed])
