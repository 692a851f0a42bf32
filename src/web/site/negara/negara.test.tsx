import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { COUNTRY_HEADINGS, WORLD_REGIONS } from '#src/domain/law/country-page.ts'
import { resolveCitation } from '#src/domain/law/resolve-citation.ts'
import { loadLaw } from '#src/platform/law/law-files.ts'
import { loadCountryRegister, readCountryRegister } from '#src/platform/law/country-register.ts'
import { loadReference } from '#src/platform/reference.ts'
import { textsFor } from '#src/texts/texts.ts'
import { LANGS } from '#src/web/ui/href.ts'
import { CountryPage } from './country-page.tsx'
import { corridorView, countriesWithPage, countryView } from './country-view.ts'
import { COUNTRY_DAY, negaraPages } from './negara-fixtures.tsx'
import { registerCsv, registerView } from './register-view.ts'

const t = textsFor('id')

function drawn(lang: 'id' | 'en'): readonly (readonly [string, string])[] {
  const frame = { lang, t: textsFor(lang), demo: true }
  return Object.entries(negaraPages(frame)).map(([name, page]) => [name, String(page)])
}
function countryOn(iso: string, day: string): string {
  const country = countryView({ lang: 'id', t, day }, iso)
  if (country === undefined) throw new Error(`${iso} has no page`)
  const page: unknown = <CountryPage lang="id" t={t} country={country} askedDay={day} />
  return String(page)
}
const plain = (page: string) => page.replaceAll(/<[^>]+>/g, ' ').replaceAll('\u00a0', ' ')
const digits = (text: string) => text.replaceAll(/\D/g, '')

describe('the country pages', () => {
  it('have the same headings in the same order for every country, in both languages', () => {
    for (const lang of LANGS) {
      const words = textsFor(lang).negara.headings
      const pages = new Map(drawn(lang))
      for (const { iso } of countriesWithPage(lang)) {
        const page = pages.get(`negara-${iso.toLowerCase()}`) ?? ''
        const found = [...page.matchAll(/<h2 id="[a-z]+">([^<]+)</g)].map((match) => match[1])
        expect(found, iso).toEqual(COUNTRY_HEADINGS.map((heading) => words[heading]))
      }
    }
  })

  it('never show a telephone number that nobody has checked', () => {
    const { countries, agencies } = loadReference()
    const numbers = [
      ...countries.flatMap((each) => each.missions.map((mission) => mission.phone ?? '')),
      ...agencies.flatMap((each) => each.contacts.map((contact) => contact.value)),
    ]
      .map(digits)
      .filter((each) => each.length > 5)
    expect(numbers.length).toBeGreaterThan(0)
    for (const lang of LANGS)
      for (const [name, page] of drawn(lang)) {
        expect(page, name).not.toContain('tel:')
        expect(plain(page), name).not.toMatch(/\+\d{1,3}[ -]?\d|\b0\d{1,3}-\d{3}/)
        if (/-(tw|sa)/.test(name)) expect(plain(page), name).not.toMatch(/\b(1955|19911)\b/)
        for (const number of numbers) expect(digits(plain(page)), `${name} ${number}`).not.toContain(number)
      }
  })

  it('say of every fact that nobody verified that it is so', () => {
    for (const lang of LANGS)
      for (const { iso } of countriesWithPage(lang)) {
        const view = countryView({ lang, t: textsFor(lang), day: COUNTRY_DAY }, iso)
        const page = new Map(drawn(lang)).get(`negara-${iso.toLowerCase()}`) ?? ''
        const facts = [
          view?.placement.fact,
          ...(view?.work ?? []),
          ...(view?.agreement ?? []),
          ...(view?.channel ?? []),
          ...(view?.wage ?? []),
          ...(view?.passport ?? []),
          ...(view?.complaint ?? []),
          ...(view?.offices ?? []),
          ...(view?.steps ?? []),
          ...(view?.cautions ?? []),
        ]
        const open =
          facts.filter((fact) => fact?.basis.sure === 'unverified').length +
          (view?.missions ?? []).filter((mission) => mission.sure === 'unverified').length
        expect(page.match(/class="unverified"/g)?.length ?? 0, `${lang} ${iso}`).toBe(open)
      }
  })

  it('cite only laws that the library has', () => {
    const library = loadLaw()
    const cited = drawn('id').flatMap(([, page]) =>
      [...page.matchAll(/href="\/hukum\/(?!tidak-ditemukan)([a-z0-9-]+)/g)].map((match) => match[1] ?? ''),
    )
    expect(cited.length).toBeGreaterThan(300)
    for (const instrument of new Set(cited))
      expect(resolveCitation(library, { instrument, article: '-' }).kind, instrument).not.toBe('unresolved')
  })

  it('say so where nothing is known', () => {
    expect(plain(countryOn('BN', COUNTRY_DAY))).toMatch(/Paspor\s+Belum diketahui/)
    expect(plain(countryOn('KW', COUNTRY_DAY))).toMatch(/Perjanjian dengan Indonesia\s+Belum diketahui/)
  })

  it('tell of the Saudi plan of 2025 as announced and not confirmed', () => {
    const page = plain(countryOn('SA', COUNTRY_DAY))
    expect(page).toContain('Diumumkan, belum dipastikan.')
    expect(page).toContain('Tutup untuk kerja di rumah.')
    expect(page).not.toContain('1.500')
  })

  it('show the pay in Hong Kong that was in force on the day asked for', () => {
    expect(plain(countryOn('HK', '2025-09-29'))).toContain('4.990 Dolar Hong Kong sebulan')
    expect(plain(countryOn('HK', '2025-09-29'))).not.toContain('5.100')
    expect(plain(countryOn('HK', '2025-09-30'))).toContain('5.100 Dolar Hong Kong sebulan')
    expect(plain(countryOn('HK', '2025-09-30'))).not.toContain('4.990')
  })

  it('show no rule before it begins, and neither version of two at once', () => {
    expect(plain(countryOn('KR', COUNTRY_DAY))).not.toContain('aturan baru')
    expect(plain(countryOn('KR', '2027-06-10'))).toContain('aturan baru')
    expect(plain(countryOn('SA', '2014-01-01'))).not.toContain('Tutup untuk kerja')
    const singapore = plain(countryOn('SG', '2022-12-31'))
    expect(singapore).toContain('Libur mingguan boleh diganti uang.')
    expect(singapore).not.toContain('tidak boleh diganti uang')
  })

  it('are none for a country without data, whatever the case of the code', () => {
    const reader = { lang: 'id', t, day: COUNTRY_DAY } as const
    expect(countryView(reader, 'zz')).toBeUndefined()
    expect(countryView(reader, '')).toBeUndefined()
    expect(countryView(reader, 'hk')?.iso).toBe('HK')
  })
})

describe('a corridor', () => {
  const reader = { lang: 'id', t, day: COUNTRY_DAY } as const
  const cell = (iso: string, need: string) => corridorView(reader, iso)?.rows.find((row) => row.need === need)

  it('shows the verdict of the comparer, and keeps what a text does not say apart from what nobody has read', () => {
    expect(cell('HK', 'placement-cost')?.between.verdict).toBe('in-conflict')
    expect(cell('SG', 'minimum-wage')?.destination.verdict).toBe('silent')
    expect(cell('BN', 'passport-keeping')?.destination.verdict).toBe('empty')
    expect(cell('MY', 'passport-keeping')?.origin.rules[0]?.law.label).toBe(
      'UU 18/2017, Pasal 6 ayat (1) huruf j',
    )
  })

  it('gives a sentence and its citation with every cell that says anything', () => {
    for (const { iso } of countriesWithPage('id'))
      for (const row of corridorView(reader, iso)?.rows ?? [])
        for (const each of [row.origin, row.between, row.destination])
          if (each.verdict !== 'empty') expect(each.rules.length, `${iso} ${row.need}`).toBeGreaterThan(0)
  })
})

describe('the register of all countries', () => {
  it('has every code once, and a region for every State', () => {
    const { places } = loadCountryRegister()
    expect(places.map((place) => place.iso).toSorted()).toEqual(
      loadReference()
        .countryNames.map((name) => name.iso)
        .toSorted(),
    )
    expect(places.filter((place) => place.status === 'state')).toHaveLength(193)
    for (const region of WORLD_REGIONS) expect(places.some((place) => place.region === region)).toBe(true)
  })

  it('shows the count of the paper with its source and never as its own', () => {
    const page = plain(new Map(drawn('id')).get('negara-daftar') ?? '')
    expect(page).toContain('162 negara dan 1 wilayah')
    expect(page).toContain('Bukan hitungan kami.')
    expect(page).toContain('Pembagian negara dibuat Payung.')
  })

  it('goes through all rows in pages, by region too', () => {
    const names = (region: string | undefined) => {
      const total = registerView('id', t, region, 1)?.total ?? 0
      return Array.from(
        { length: total },
        (_, at) => registerView('id', t, region, at + 1)?.rows ?? [],
      ).flat()
    }
    expect(names(undefined)).toHaveLength(loadCountryRegister().places.length)
    expect(names('middle-east').map((row) => row.iso)).toContain('SA')
    expect(registerView('id', t, 'atlantis', 1)).toBeUndefined()
    expect(registerView('id', t, undefined, 99)).toBeUndefined()
    expect(registerView('id', t, undefined, 0)).toBeUndefined()
  })

  it('gives the whole register as a table', () => {
    const lines = registerCsv('en', textsFor('en')).trim().split('\r\n')
    expect(lines).toHaveLength(loadCountryRegister().places.length + 1)
    expect(lines.find((line) => line.startsWith('MY,'))).toContain('payung')
  })

  it('stops the start when a country is missing, doubled or without a region', () => {
    const file = new URL('../../../../seeds/reference/law/country-register.json', import.meta.url)
    const broken = (change: (places: Record<string, unknown>[]) => void) => () => {
      const data = JSON.parse(readFileSync(file, 'utf8')) as { places: Record<string, unknown>[] }
      change(data.places)
      return readCountryRegister(data)
    }
    expect(broken((places) => void places.shift())).toThrow('is missing')
    expect(broken((places) => void places.push({ ...places[0] }))).toThrow('stands twice')
    expect(broken((places) => void Object.assign(places[0] ?? {}, { region: null }))).toThrow('no region')
    expect(broken((places) => void Object.assign(places[0] ?? {}, { agreements: ['id-zz'] }))).toThrow(
      'the library has no instrument id-zz',
    )
    expect(broken((places) => void Object.assign(places[0] ?? {}, { assignedBy: 'paper' }))).toThrow('payung')
  })
})
