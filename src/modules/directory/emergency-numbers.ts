import type { Context } from '#src/platform/db/context.ts'
import { loadReference, type EmergencyNumber } from '#src/platform/reference.ts'
import { listContacts, listCovering, type ContactRow } from './read-queries.ts'
import type { Lang } from './read-directory.ts'
import { emergencyNumberOf } from './wanted-directory.ts'

/** A number that two persons of the directory have checked within the set time. */
export type CheckedContact = {
  readonly name: string
  readonly value: string
  readonly details?: string
  readonly checkedOn: string
}

type Shown = Pick<EmergencyNumber, 'asOf' | 'source'>

/**
 * Certain are only checked numbers. Where a country has none, exactly two may be shown, marked as not verified and dated:
 * the country's own emergency number and the head office's. No other unchecked number leaves this function.
 */
export type EmergencyNumbers = {
  readonly checked: readonly CheckedContact[]
  readonly country?: Shown & Pick<EmergencyNumber, 'service' | 'number' | 'area'>
  readonly headOffice?: Shown & { readonly value: string; readonly reachableFrom: string }
}

const DIALLED = ['phone', 'whatsapp', 'freephone']
/** The country's own line first, then the mission, then the others. */
const ORDER = ['emergency', 'mission', 'body', 'service', 'shelter']

export async function findEmergencyNumbers(
  ctx: Context,
  country: string,
  lang: Lang = 'id',
): Promise<EmergencyNumbers> {
  const bodies = await listCovering(ctx, { country })
  const contacts = await listContacts(
    ctx,
    bodies.map((body) => body.id),
  )
  const checked = bodies
    .toSorted((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind))
    .flatMap((body) =>
      contacts
        .filter((contact) => contact.body_id === body.id && isCertain(contact, ctx.now))
        .map((contact) => ({
          name: lang === 'en' ? body.name_en : body.name_id,
          value: contact.value,
          checkedOn: contact.checked_at?.toISOString().slice(0, 10) ?? '',
          ...(contact.note && { details: lang === 'en' ? (contact.note_en ?? contact.note) : contact.note }),
        })),
    )
  return checked.length > 0 ? { checked } : { checked: [], ...uncheckedNumbers(country) }
}

function isCertain(contact: ContactRow, now: Date): boolean {
  return (
    DIALLED.includes(contact.type) &&
    contact.checked_at !== null &&
    contact.valid_until !== null &&
    contact.valid_until > now
  )
}

/** From the dated files alone: whoever edits the directory makes a number certain or not, never "may stand unchecked". */
function uncheckedNumbers(country: string): Omit<EmergencyNumbers, 'checked'> {
  const { countries, headOffice } = loadReference()
  const number = emergencyNumberOf(countries.find((each) => each.iso === country)?.emergency ?? [])
  const shown = headOffice.shown[0]
  return { ...(number && { country: number }), ...(shown && { headOffice: shown }) }
}
