import type { EmergencyNumber, Reference } from '#src/platform/reference.ts'

export type Marks = {
  readonly citation: string
  readonly url: string | null
  readonly confidence: 'verified' | 'secondary' | 'unverified'
}

export type WantedContact = Marks & {
  /** Names the row over the years, whatever its value becomes. */
  readonly key: string
  readonly type: 'phone' | 'whatsapp' | 'email' | 'web' | 'freephone'
  readonly value: string
  readonly note: string | null
  readonly noteEn: string | null
  readonly date: string | null
}

export type WantedBody = Marks & {
  readonly slug: string
  readonly kind: 'body' | 'mission' | 'emergency'
  readonly form: string
  readonly name: { readonly id: string; readonly en: string }
  readonly note: string | null
  readonly timeZone: string | null
  readonly countries: readonly string[]
  readonly contacts: readonly WantedContact[]
}

/** What the reference files say the directory holds. */
export function wantedDirectory(reference: Reference): readonly WantedBody[] {
  return [...agencies(reference), ...missions(reference), ...emergencies(reference)]
}

function agencies(reference: Reference): readonly WantedBody[] {
  const { headOffice } = reference
  return reference.agencies.map((agency) => {
    const slug = agency.id
    const shown = agency.id === headOffice.agency ? headOffice.shown[0] : undefined
    const own = agency.contacts.map((contact) => ({
      type: contact.type,
      value: contact.value,
      note: contact.note,
      noteEn: null,
      date: contact.asOf,
      citation: contact.source.citation,
      url: contact.source.url,
      confidence: contact.confidence,
    }))
    const listed = own.filter((contact) => contact.value !== shown?.value)
    const head = shown && {
      type: shown.kind === 'freephone' ? ('freephone' as const) : ('phone' as const),
      value: shown.value,
      note: null,
      noteEn: null,
      date: shown.asOf,
      citation: shown.source.citation,
      url: shown.source.url,
      confidence: shown.confidence,
    }
    return {
      slug,
      kind: 'body',
      form: agency.kind,
      name: agency.name,
      note: agency.note,
      timeZone: null,
      countries: agency.countries,
      contacts: keyed(slug, head ? [head, ...listed] : listed),
      citation: agency.source.citation,
      url: agency.source.url,
      confidence: agency.confidence,
    }
  })
}

function missions(reference: Reference): readonly WantedBody[] {
  return reference.countries.flatMap((country) =>
    country.missions.map((mission): WantedBody => {
      const name = `${mission.type} ${mission.city}`
      const marks: Marks = {
        citation: mission.source.citation,
        url: mission.source.url,
        confidence: mission.confidence,
      }
      const phone = mission.phone === null ? [] : [mission.phone]
      return {
        ...marks,
        slug: mission.id,
        kind: 'mission',
        form: 'mission',
        name: { id: name, en: name },
        note: null,
        timeZone: mission.timeZone,
        countries: [country.iso],
        contacts: keyed(
          mission.id,
          phone.map((value) => ({
            ...marks,
            type: 'phone',
            value,
            note: mission.phoneNote?.id ?? null,
            noteEn: mission.phoneNote?.en ?? null,
            date: mission.phoneAsOf,
          })),
        ),
      }
    }),
  )
}

const SERVICE_NAMES: Readonly<
  Record<EmergencyNumber['service'], { readonly id: string; readonly en: string }>
> = {
  police: { id: 'Polisi', en: 'Police' },
  ambulance: { id: 'Ambulans', en: 'Ambulance' },
  general: { id: 'Nomor darurat', en: 'Emergency number' },
}

/** One body for each service of a country, so that each number has a name of its own. */
function emergencies(reference: Reference): readonly WantedBody[] {
  return reference.countries.flatMap((country) => {
    return (['police', 'ambulance', 'general'] as const).flatMap((service): readonly WantedBody[] => {
      const numbers = country.emergency.filter((each) => each.service === service)
      const [first] = numbers
      if (!first) return []
      const slug = `emergency-${country.iso.toLowerCase()}-${service}`
      return [
        {
          slug,
          kind: 'emergency',
          form: `emergency-${service}`,
          name: {
            id: `${SERVICE_NAMES[service].id}, ${country.name.id}`,
            en: `${SERVICE_NAMES[service].en}, ${country.name.en}`,
          },
          note: null,
          timeZone: null,
          countries: [country.iso],
          contacts: keyed(
            slug,
            numbers.map((number) => ({
              type: 'phone',
              value: number.number,
              note: number.area?.id ?? null,
              noteEn: number.area?.en ?? null,
              date: number.asOf,
              citation: number.source.citation,
              url: number.source.url,
              confidence: number.confidence,
            })),
          ),
          citation: first.source.citation,
          url: first.source.url,
          confidence: first.confidence,
        },
      ]
    })
  })
}

/** The one number that may stand unchecked: of the whole country before a part of it, the police before the rest. */
export function emergencyNumberOf(numbers: readonly EmergencyNumber[]): EmergencyNumber | undefined {
  const police = numbers.filter((each) => each.service === 'police')
  const general = numbers.filter((each) => each.service === 'general')
  const whole = (each: EmergencyNumber): boolean => each.area === null
  return police.find(whole) ?? general.find(whole) ?? police[0] ?? numbers[0]
}

function keyed(slug: string, contacts: readonly Omit<WantedContact, 'key'>[]): readonly WantedContact[] {
  const seen = new Map<string, number>()
  return contacts.map((contact) => {
    const at = seen.get(contact.type) ?? 0
    seen.set(contact.type, at + 1)
    return { ...contact, key: `${slug}:${contact.type}:${at}` }
  })
}
