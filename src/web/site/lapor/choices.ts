import { DESK_CHOICES } from '#src/domain/reports/report.ts'
import { loadReference } from '#src/platform/reference.ts'
import type { Lang } from '#src/web/ui/href.ts'
import type { Option } from '#src/web/ui/public/form-parts.tsx'
import type { LaporChoices } from './questions/question.ts'

/** Countries where most Indonesians work stand first, in the order of the reference data; the others follow by name. */
export function countryOptions(lang: Lang): readonly Option[] {
  const { countries, countryNames } = loadReference()
  const first = countries.map((country) => ({ value: country.iso, label: country.name[lang] }))
  const listed = new Set(first.map((option) => option.value))
  const others = countryNames
    .filter((name) => !listed.has(name.iso))
    .map((name) => ({ value: name.iso, label: name[lang] }))
  return [...first, ...others.toSorted((a, b) => a.label.localeCompare(b.label, lang))]
}

export function laporChoices(lang: Lang): LaporChoices {
  const provinces = loadReference().provinces.map((province) => ({
    value: province.code,
    label: province.name,
  }))
  return { countries: countryOptions(lang), provinces, desks: DESK_CHOICES }
}
