/** The register of all countries for the reader: filtered by region, in pages, and as a table to download. */
import { WORLD_REGIONS, type WorldRegion } from '#src/domain/law/country-page.ts'
import { loadCountryRegister, type RegisterPlace } from '#src/platform/law/country-register.ts'
import type { Texts } from '#src/texts/texts.ts'
import type { Lang } from '#src/web/ui/href.ts'
import { countryNamer } from '../countries.ts'
import { countriesWithPage, linkTo, type LawLink } from './country-view.ts'

const HOME = 'ID'
/** A page stays within 14 KB over the wire. */
const ROWS_PER_PAGE = 40

export type RegisterRow = {
  readonly iso: string
  readonly name: string
  readonly region: string
  readonly status: RegisterPlace['status']
  /** Whether a page tells more about it. */
  readonly page: 'has-page' | 'none'
  readonly agreements: readonly LawLink[]
  /** What else is known, in words; empty means not known. */
  readonly known: readonly string[]
}

export type RegisterView = {
  readonly rows: readonly RegisterRow[]
  readonly region: WorldRegion | undefined
  readonly current: number
  readonly total: number
  readonly count: number
  readonly cited: { readonly states: number; readonly territories: number; readonly source: string }
  readonly withAgreements: number
  readonly namedByPaper: number
}

/** Undefined for a region or a page that does not exist. */
export function registerView(
  lang: Lang,
  t: Texts,
  asked: string | undefined,
  current: number,
): RegisterView | undefined {
  const region = WORLD_REGIONS.find((each) => each === asked)
  if (asked !== undefined && asked !== '' && region === undefined) return undefined
  const { places, cited } = loadCountryRegister()
  const rows = rowsOf(
    lang,
    t,
    places.filter((place) => region === undefined || place.region === region),
  )
  const total = Math.max(1, Math.ceil(rows.length / ROWS_PER_PAGE))
  if (!Number.isInteger(current) || current < 1 || current > total) return undefined
  return {
    rows: rows.slice((current - 1) * ROWS_PER_PAGE, current * ROWS_PER_PAGE),
    region,
    current,
    total,
    count: rows.length,
    cited: { states: cited.states, territories: cited.territories, source: cited.source.citation },
    withAgreements: places.filter((place) => place.agreements.length > 0).length,
    namedByPaper: places.filter((place) => place.named.length > 0).length,
  }
}

/** The whole register; a spreadsheet reads the mark at the start as UTF-8. */
export function registerCsv(lang: Lang, t: Texts): string {
  const words = t.negara.daftar
  const { places } = loadCountryRegister()
  const nameOf = countryNamer(lang)
  const lines = places.map((place) => [
    place.iso,
    nameOf(place.iso),
    words.statuses[place.status],
    regionWords(t, place),
    place.assignedBy,
    place.searched === 'none-found'
      ? words.practice
      : place.agreements.map((id) => linkTo(id, '-').label).join('; '),
    place.named.map((field) => words.fields[field]).join('; '),
  ])
  const all = [Object.values(words.columns), ...lines]
  return `\uFEFF${all.map((line) => line.map(quoted).join(',')).join('\r\n')}\r\n`
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}

function rowsOf(lang: Lang, t: Texts, places: readonly RegisterPlace[]): readonly RegisterRow[] {
  const nameOf = countryNamer(lang)
  const pages = new Set(countriesWithPage(lang).map((each) => each.iso))
  return places
    .map((place): RegisterRow => ({
      iso: place.iso,
      name: nameOf(place.iso),
      region: regionWords(t, place),
      status: place.status,
      page: pages.has(place.iso) ? 'has-page' : 'none',
      agreements: place.agreements.map((id) => linkTo(id, '-')),
      known: knownOf(t, place),
    }))
    .toSorted((a, b) => a.name.localeCompare(b.name, lang))
}

function knownOf(t: Texts, place: RegisterPlace): readonly string[] {
  const words = t.negara.daftar
  return [
    ...(place.iso === HOME ? [words.home] : []),
    ...(place.searched === 'none-found' ? [words.practice] : []),
    ...(place.named.length > 0
      ? [words.named(place.named.map((field) => words.fields[field]).join(', '))]
      : []),
  ]
}

function regionWords(t: Texts, { region }: RegisterPlace): string {
  return region === null ? t.negara.daftar.noRegion : t.negara.daftar.regions[region]
}
