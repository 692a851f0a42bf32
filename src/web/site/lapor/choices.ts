import { isWorkplaceAbroad } from '#src/domain/rulebook/facts/country-codes.ts'
import { DESK_CHOICES } from '#src/domain/reports/report.ts'
import { loadReference } from '#src/platform/reference.ts'
import type { Lang } from '#src/web/ui/href.ts'
import type { Option } from '#src/web/ui/public/form-parts.tsx'
import { countryLists } from '../countries.ts'
import type { LaporChoices } from './questions/question.ts'

export function countryOptions(lang: Lang): readonly Option[] {
  const { countries, others } = countryLists(lang)
  return [...countries, ...others].map(({ iso, name }) => ({ value: iso, label: name }))
}

/** Where the question is the country of work abroad. */
export function workplaceOptions(lang: Lang): readonly Option[] {
  return countryOptions(lang).filter(({ value }) => isWorkplaceAbroad(value))
}

export function laporChoices(lang: Lang): LaporChoices {
  const provinces = loadReference().provinces.map((province) => ({
    value: province.code,
    label: province.name,
  }))
  return { countries: countryOptions(lang), provinces, desks: DESK_CHOICES }
}
