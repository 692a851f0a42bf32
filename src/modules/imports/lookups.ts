import type { Lookups } from '#src/domain/imports/coded.ts'
import { plainWord } from '#src/domain/imports/words.ts'
import { loadReference } from '#src/platform/reference.ts'

let lookups: Lookups | undefined

/** Names of countries in both languages and their codes, and those regencies whose name no other bears. */
export function listLookups(): Lookups {
  lookups ??= makeLookups()
  return lookups
}

function makeLookups(): Lookups {
  const { countryNames, districts } = loadReference()
  const countries = countryNames.flatMap(({ iso, id, en }) =>
    [iso, id, en].map((name) => [plainWord(name), iso] as const),
  )
  const names = districts.map(({ code, name }) => [plainWord(name).replace(/^kabupaten /, ''), code] as const)
  const once = names.filter(([name]) => names.filter(([other]) => other === name).length === 1)
  return { countries: new Map(countries), regencies: new Map(once) }
}
