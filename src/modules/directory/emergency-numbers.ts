import type { Context } from '#src/platform/db/context.ts'
import { loadReference, type EmergencyNumber } from '#src/platform/reference.ts'

/** A number that a person of the directory has checked within the set time. */
export type CheckedContact = {
  readonly name: string
  readonly value: string
  readonly details?: string
  readonly checkedOn: string
}

/**
 * Certain are only checked numbers. Where a country has none, exactly two may be shown, marked as not verified and dated:
 * the country's own emergency number and the head office's. No other unchecked number leaves this function.
 */
export type EmergencyNumbers = {
  readonly checked: readonly CheckedContact[]
  readonly country?: EmergencyNumber
  readonly headOffice?: ReturnType<typeof loadReference>['headOffice']['shown'][number]
}

export async function findEmergencyNumbers(_ctx: Context, country: string): Promise<EmergencyNumbers> {
  return unverifiedNumbers(country)
}

function unverifiedNumbers(country: string): EmergencyNumbers {
  const { countries, headOffice } = loadReference()
  const known = countries.find((each) => each.iso === country)?.emergency ?? []
  const number =
    known.find((each) => each.service === 'general') ??
    known.find((each) => each.service === 'police' && each.area === null) ??
    known[0]
  const shown = headOffice.shown[0]
  return { checked: [], ...(number && { country: number }), ...(shown && { headOffice: shown }) }
}
