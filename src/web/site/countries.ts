import { loadReference } from '#src/platform/reference.ts'
import type { Lang } from '#src/web/ui/href.ts'

export type CountryName = { readonly iso: string; readonly name: string }

/** The name of a State by its code; the code where no name is known. */
export function countryNamer(lang: Lang): (iso: string) => string {
  const names = new Map(loadReference().countryNames.map((each) => [each.iso, each[lang]]))
  return (iso) => names.get(iso) ?? iso
}

/** Countries where most Indonesians work, in the order of the reference data; the others follow by name. */
export function countryLists(lang: Lang): {
  readonly countries: readonly CountryName[]
  readonly others: readonly CountryName[]
} {
  const { countries, countryNames } = loadReference()
  const listed = new Set(countries.map((country) => country.iso))
  return {
    countries: countries.map((country) => ({ iso: country.iso, name: country.name[lang] })),
    others: countryNames
      .filter((name) => !listed.has(name.iso))
      .map((name) => ({ iso: name.iso, name: name[lang] }))
      .toSorted((a, b) => a.name.localeCompare(b.name, lang)),
  }
}
