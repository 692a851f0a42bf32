// Reads the reference data of seeds/reference: dated copies, each with origin and licence.
// A wrong file stops the start: better no directory than a wrong number.
import { readFileSync } from 'node:fs'
import { z } from 'zod'

const FOLDER = new URL('../../seeds/reference/', import.meta.url)

export const CONFIDENCES = ['verified', 'secondary', 'unverified'] as const
const Confidence = z.enum(CONFIDENCES)
const PlainDate = z.iso.date()
const PartialDate = z.string().regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/)
const Names = z.strictObject({ id: z.string().min(1), en: z.string().min(1) })
const Source = z.strictObject({ citation: z.string().min(1), url: z.string().nullable() })
const Iso = z.string().regex(/^[A-Z]{2}$/)
const Header = z.strictObject({
  origin: z.string().min(1),
  retrieved: PlainDate,
  licence: z.string().min(1),
  note: z.string().min(1),
})

const Contact = z.strictObject({
  type: z.enum(['phone', 'whatsapp', 'web', 'email']),
  value: z.string().min(1),
  note: z.string().nullable(),
  asOf: PartialDate.nullable(),
  source: Source,
  confidence: Confidence,
})
const Competence = z.strictObject({
  stage: z.enum(['before', 'during', 'after', 'all']),
  what: z.string().min(1),
  basis: z.string().min(1),
  source: Source,
  confidence: Confidence,
})
const Agency = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  name: Names,
  kind: z.string().min(1),
  countries: z.array(z.union([Iso, z.literal('*')])).min(1),
  competences: z.array(Competence),
  contacts: z.array(Contact),
  note: z.string().nullable(),
  source: Source,
  confidence: Confidence,
})
const EmergencyNumber = z.strictObject({
  service: z.enum(['police', 'ambulance', 'general']),
  number: z.string().regex(/^\d{3,5}$/),
  area: Names.nullable(),
  asOf: PartialDate,
  source: Source,
  confidence: Confidence,
})
const Mission = z.strictObject({
  id: z.string().regex(/^[a-z-]+$/),
  type: z.enum(['KBRI', 'KJRI', 'KRI', 'KDEI']),
  city: z.string().min(1),
  timeZone: z.string().min(1),
  phone: z.string().nullable(),
  phoneNote: Names.nullable(),
  phoneAsOf: PlainDate.nullable(),
  source: Source,
  confidence: Confidence,
})
const Country = z.strictObject({
  iso: Iso,
  name: Names,
  timeZones: z.array(z.string()).min(1),
  /** ISO days: 1 = Monday … 7 = Sunday. */
  weekend: z.array(z.int().min(1).max(7)).min(1),
  emergency: z.array(EmergencyNumber).min(1),
  missions: z.array(Mission),
})
const CountryName = z.strictObject({ iso: Iso, id: z.string().min(1), en: z.string().min(1) })
const Province = z.strictObject({ code: z.string().regex(/^\d{2}$/), name: z.string().min(1) })
const District = z.strictObject({
  code: z.string().regex(/^\d{2}\.\d{2}$/),
  province: z.string(),
  name: z.string().min(1),
})
const Holiday = z.strictObject({
  date: PlainDate,
  kind: z.enum(['national', 'joint-leave']),
  name: Names,
  confidence: Confidence,
})
const HolidayYear = z.strictObject({
  year: z.int(),
  source: z.string().nullable(),
  reason: z.string().nullable(),
  days: z.array(Holiday),
})
const HeadOfficeNumber = z.strictObject({
  value: z.string().min(1),
  kind: z.enum(['short', 'freephone']),
  reachableFrom: Iso,
  asOf: PartialDate,
  source: Source,
  confidence: Confidence,
})
const Phrase = z.strictObject({
  code: z.string().min(1),
  meaning: Names,
  sayings: z.array(z.strictObject({ language: z.string(), text: z.string().min(1), confidence: Confidence })),
})

const AgenciesFile = z.strictObject({ header: Header, agencies: z.array(Agency) })
const CountriesFile = z.strictObject({
  header: Header,
  countries: z.array(Country),
  names: z.array(CountryName),
})
const RegionsFile = z.strictObject({
  header: Header,
  provinces: z.array(Province),
  districts: z.array(District),
})
const HolidaysFile = z.strictObject({ header: Header, country: Iso, years: z.array(HolidayYear) })
const HeadOfficeFile = z.strictObject({
  header: Header,
  agency: z.string(),
  checkedWithinDays: z.int().positive(),
  shown: z.array(HeadOfficeNumber).min(1),
  alsoShown: z.literal('emergency-number-of-country'),
})
const PhrasesFile = z.strictObject({
  header: Header,
  writtenBy: z.string(),
  languages: z.array(z.strictObject({ code: z.string(), name: Names, countries: z.array(Iso) })),
  phrases: z.array(Phrase),
})

export type Confidence = z.infer<typeof Confidence>
export type Agency = z.infer<typeof Agency>
export type Country = z.infer<typeof Country>
export type Mission = z.infer<typeof Mission>
export type EmergencyNumber = z.infer<typeof EmergencyNumber>
export type CountryName = z.infer<typeof CountryName>
export type Province = z.infer<typeof Province>
export type District = z.infer<typeof District>
export type HolidayYear = z.infer<typeof HolidayYear>
export type ReferenceHeader = z.infer<typeof Header>

export type Reference = {
  readonly agencies: readonly Agency[]
  /** The countries with missions and numbers; every other country has only a name. */
  readonly countries: readonly Country[]
  readonly countryNames: readonly CountryName[]
  readonly provinces: readonly Province[]
  readonly districts: readonly District[]
  readonly holidayYears: readonly HolidayYear[]
  readonly headOffice: Omit<z.infer<typeof HeadOfficeFile>, 'header'>
  readonly phrases: Omit<z.infer<typeof PhrasesFile>, 'header'>
  /** Origin, date and licence of each file, for the page that says where the data come from. */
  readonly headers: Readonly<Record<ReferenceFile, ReferenceHeader>>
}

type ReferenceFile = 'agencies' | 'countries' | 'regions' | 'holidays' | 'head-office' | 'phrases'

let loaded: Reference | undefined

/** Reads and checks the files once per process. Throws a sentence that names the file and the fault. */
export function loadReference(): Reference {
  loaded ??= checkReference(readAll())
  return loaded
}

function readAll(): Reference {
  const agencies = read('agencies', AgenciesFile)
  const countries = read('countries', CountriesFile)
  const regions = read('regions', RegionsFile)
  const holidays = read('holidays', HolidaysFile)
  const { header: headOfficeHeader, ...headOffice } = read('head-office', HeadOfficeFile)
  const { header: phrasesHeader, ...phrases } = read('phrases', PhrasesFile)
  return {
    agencies: agencies.agencies,
    countries: countries.countries,
    countryNames: countries.names,
    provinces: regions.provinces,
    districts: regions.districts,
    holidayYears: holidays.years,
    headOffice,
    phrases,
    headers: {
      agencies: agencies.header,
      countries: countries.header,
      regions: regions.header,
      holidays: holidays.header,
      'head-office': headOfficeHeader,
      phrases: phrasesHeader,
    },
  }
}

function read<S extends z.ZodType>(name: ReferenceFile, schema: S): z.infer<S> {
  const result = schema.safeParse(JSON.parse(readFileSync(new URL(`${name}.json`, FOLDER), 'utf8')))
  if (!result.success) throw new Error(`seeds/reference/${name}.json: ${z.prettifyError(result.error)}`)
  return result.data
}

/** What a schema cannot see: ids that repeat, codes that lead nowhere, numbers that are too old. */
export function checkReference(reference: Reference): Reference {
  const faults = [
    ...repeated('agency', reference.agencies, (agency) => agency.id),
    ...repeated('country', reference.countries, (country) => country.iso),
    ...repeated('country name', reference.countryNames, (name) => name.iso),
    ...repeated('province', reference.provinces, (province) => province.code),
    ...repeated('district', reference.districts, (district) => district.code),
    ...repeated(
      'mission',
      reference.countries.flatMap((country) => country.missions),
      (mission) => mission.id,
    ),
    ...unresolved(reference),
    ...tooOld(reference),
    ...holidayFaults(reference),
  ]
  if (faults.length > 0) throw new Error(`seeds/reference: ${faults.join('; ')}`)
  return reference
}

function repeated<T>(what: string, rows: readonly T[], key: (row: T) => string): string[] {
  const keys = rows.map(key)
  return keys
    .filter((value, at) => keys.indexOf(value) !== at)
    .map((value) => `${what} ${value} stands twice`)
}

function unresolved(reference: Reference): string[] {
  const named = new Set(reference.countryNames.map((name) => name.iso))
  const provinces = new Set(reference.provinces.map((province) => province.code))
  const isos = [
    ...reference.countries.map((country) => country.iso),
    ...reference.agencies.flatMap((agency) => agency.countries.filter((iso) => iso !== '*')),
    ...reference.phrases.languages.flatMap((language) => language.countries),
  ]
  const languages = new Set(reference.phrases.languages.map((language) => language.code))
  const spoken = reference.phrases.phrases.flatMap((phrase) =>
    phrase.sayings.map((saying) => saying.language),
  )
  const zones = reference.countries.flatMap((country) => [
    ...country.timeZones,
    ...country.missions.map((mission) => mission.timeZone),
  ])
  return [
    ...isos.filter((iso) => !named.has(iso)).map((iso) => `country ${iso} has no name`),
    ...reference.districts
      .filter((district) => !provinces.has(district.province) || !district.code.startsWith(district.province))
      .map((district) => `district ${district.code} has no province`),
    ...spoken.filter((code) => !languages.has(code)).map((code) => `language ${code} is not listed`),
    ...zones.filter((zone) => !isTimeZone(zone)).map((zone) => `time zone ${zone} is unknown`),
    ...(reference.agencies.some((agency) => agency.id === reference.headOffice.agency)
      ? []
      : [`head office ${reference.headOffice.agency} is not an agency`]),
  ]
}

function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
    return true
  } catch {
    return false
  }
}

/** A number that was read before 2024 may have a new owner and is never loaded. */
function tooOld(reference: Reference): string[] {
  const missions = reference.countries.flatMap((country) => country.missions)
  return [
    ...missions
      .filter((mission) => mission.phone !== null && (mission.phoneAsOf ?? '') < '2024')
      .map((mission) => `the number of ${mission.id} is older than 2024`),
    ...reference.agencies
      .filter((agency) => agency.contacts.some((contact) => contact.asOf !== null && contact.asOf < '2024'))
      .map((agency) => `a contact of ${agency.id} is older than 2024`),
  ]
}

function holidayFaults(reference: Reference): string[] {
  return reference.holidayYears.flatMap((year) => [
    ...repeated(`holiday of ${year.year}:`, year.days, (day) => day.date),
    ...year.days
      .filter((day) => !day.date.startsWith(`${year.year}-`))
      .map((day) => `holiday ${day.date} stands under ${year.year}`),
    ...(year.days.length === 0 && year.reason === null
      ? [`holidays of ${year.year} are empty without a reason`]
      : []),
  ])
}
