// Reads the register of all countries (seeds/reference/law/country-register.json): the region of each, what is known of
// agreements on labour migration, and the count that the paper cites, which is never our own.
import { z } from 'zod'
import { citationFault } from '#src/domain/law/citation-faults.ts'
import { COOPERATION_FIELDS, PLACE_STATUSES, WORLD_REGIONS } from '#src/domain/law/country-page.ts'
import { loadReference } from '../reference.ts'
import { Confidence, Header, Source } from '../rulebook.ts'
import { loadLaw } from './law-files.ts'
import { lawFile, oncePerRelease } from './law-source.ts'

const Place = z.strictObject({
  iso: z.string().regex(/^[A-Z]{2}$/),
  status: z.enum(PLACE_STATUSES),
  /** Null for a place without people. */
  region: z.enum(WORLD_REGIONS).nullable(),
  assignedBy: z.literal('payung'),
  /** Records on labour migration, whatever their state. */
  agreements: z.array(z.string()),
  /** Null where nobody has looked. */
  searched: z.literal('none-found').nullable(),
  /** The fields for which the paper names it as a partner. */
  named: z.array(z.enum(COOPERATION_FIELDS)),
})
const File = z.strictObject({
  header: Header,
  cited: z.strictObject({
    states: z.int().positive(),
    territories: z.int().positive(),
    source: Source,
    confidence: Confidence,
    asOf: z.iso.date().nullable(),
  }),
  places: z.array(Place),
})

export type RegisterPlace = Readonly<z.infer<typeof Place>>
export type CountryRegister = Readonly<Omit<z.infer<typeof File>, 'header'>>

/** Read once for each release. Throws with every fault when the data is wrong. */
export const loadCountryRegister: () => CountryRegister = oncePerRelease(() =>
  readCountryRegister(lawFile('law/country-register.json')),
)

/** Throws a sentence that names every fault. */
export function readCountryRegister(data: unknown): CountryRegister {
  const read = File.safeParse(data)
  if (!read.success) throw new Error(`the register of countries is wrong: ${z.prettifyError(read.error)}`)
  const { header: _header, ...register } = read.data
  const faults = faultsOf(register)
  if (faults.length > 0) throw new Error(`the register of countries is wrong:\n${faults.join('\n')}`)
  return register
}

function faultsOf({ places }: CountryRegister): readonly string[] {
  const { countryNames } = loadReference()
  const law = loadLaw()
  const isos = places.map((place) => place.iso)
  return [
    ...isos.filter((iso, at) => isos.indexOf(iso) !== at).map((iso) => `${iso} stands twice`),
    ...isos
      .filter((iso) => !countryNames.some((name) => name.iso === iso))
      .map((iso) => `${iso} has no name`),
    ...countryNames.filter((name) => !isos.includes(name.iso)).map((name) => `${name.iso} is missing`),
    ...places
      .filter((place) => place.status !== 'other-place' && place.region === null)
      .map((place) => `${place.iso} has no region`),
    ...places
      .filter((place) => place.searched === 'none-found' && place.agreements.length > 0)
      .map((place) => `${place.iso} has agreements and none found`),
    ...places.flatMap((place) =>
      place.agreements.flatMap(
        (instrument) => citationFault(law, { instrument, article: '-' }, place.iso) ?? [],
      ),
    ),
  ]
}
