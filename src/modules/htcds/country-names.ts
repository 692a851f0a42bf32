import type { CountryNames } from '#src/domain/htcds/record.ts'
import { loadReference } from '#src/platform/reference.ts'

let names: CountryNames | undefined

/** English first: the workbooks of the standard hold English names. */
export function countryNamesForHtcds(): CountryNames {
  names ??= loadReference().countryNames.map(({ iso, en, id }) => ({ iso, names: [en, id] }))
  return names
}
