/** Whom a norm reaches. Its words are "all", a list, "all except …" or the name of a programme. */

export const SECTORS = [
  'domestic',
  'fishing',
  'plantation',
  'construction',
  'manufacturing',
  'agriculture',
  'services',
] as const
/** `domestic` includes carers in a household. */
export type Sector = (typeof SECTORS)[number]

/** The sectors that a programme takes workers for: only its own workers are reached. */
const PROGRAMMES: Readonly<Record<string, readonly Sector[]>> = {
  'EPS sectors': ['manufacturing', 'construction', 'agriculture', 'fishing', 'services'],
  'SSW sectors': ['manufacturing', 'construction', 'agriculture', 'fishing', 'services'],
  'technical interns': ['manufacturing', 'construction', 'agriculture', 'fishing'],
  'agriculture, fishing (seasonal)': ['agriculture', 'fishing'],
}

/** Other words of the data for the same sector. */
const SAME: Readonly<Record<string, Sector>> = {
  household: 'domestic',
  care: 'domestic',
  'fishing/seafarers': 'fishing',
}

export type Reach = 'reaches' | 'programme-only' | 'leaves-out'

/** Whether a norm with these words reaches a worker of that sector; without a sector it always counts. */
export function reachOf(words: string, sector: Sector | undefined): Reach {
  const programme = PROGRAMMES[words]
  if (programme !== undefined)
    return sector === undefined || programme.includes(sector) ? 'programme-only' : 'leaves-out'
  if (sector === undefined) return 'reaches'
  const bare = words.replace(/ \(.*\)$/, '')
  if (bare === 'all') return 'reaches'
  const except = /^all except (.*)$/.exec(bare)
  if (except !== null) return listOf(except[1] ?? '').includes(sector) ? 'leaves-out' : 'reaches'
  return listOf(bare).includes(sector) ? 'reaches' : 'leaves-out'
}

/** True when the norm is for some workers only, whatever sector is looked at. */
export function isForSome(words: string): boolean {
  return words !== 'all'
}

/** What a norm's words about sectors are made of; a word that nobody knows is a fault of the data. */
export function isKnownSectorWords(words: string): boolean {
  if (words in PROGRAMMES) return true
  const bare = words.replace(/ \(.*\)$/, '').replace(/^all except /, '')
  return bare === 'all' || listOf(bare).every((each) => SECTORS.some((sector) => sector === each))
}

function listOf(words: string): readonly string[] {
  return words.split(', ').map((each) => SAME[each] ?? each)
}
