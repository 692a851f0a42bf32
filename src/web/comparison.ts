/** The comparer as pages and downloads share it: what was asked for, the table, and each cell in words. */
import {
  tableColumns,
  TABLE_MODES,
  yardsticksFor,
  type TableColumn,
  type TableMode,
} from '#src/domain/harmonisation/columns.ts'
import {
  compareRules,
  type Cell,
  type CellEntry,
  type Comparison,
  type Judged,
} from '#src/domain/harmonisation/compare.ts'
import type { Reason } from '#src/domain/harmonisation/decide.ts'
import { PHASES, type JudgedPair, type Phase } from '#src/domain/harmonisation/norm.ts'
import { SECTORS, type Sector } from '#src/domain/harmonisation/sectors.ts'
import { loadLaw } from '#src/platform/law/law-files.ts'
import {
  loadHarmonisation,
  normWords,
  type NamedCorridor,
  type Need,
  type NormWords,
} from '#src/platform/law/harmonisation-files.ts'
import { loadNorms } from '#src/platform/norms.ts'
import type { Norm } from '#src/platform/norm-texts.ts'
import { loadRulebook } from '#src/platform/rulebook.ts'
import type { Texts } from '#src/texts/texts.ts'
import type { Lang } from './ui/href.ts'

/** What is asked of the table, as it stands in the address. */
export type TableChoice = {
  readonly mode: TableMode
  readonly needs: readonly Need[]
  readonly corridors: readonly NamedCorridor[]
  readonly on: string
  readonly sector: Sector | undefined
  readonly phase: Phase | undefined
  readonly yardstick: string
}

/** Words in addresses. */
export const SECTOR_WORDS: Readonly<Record<Sector, string>> = {
  domestic: 'prt',
  fishing: 'laut',
  plantation: 'kebun',
  construction: 'bangunan',
  manufacturing: 'pabrik',
  agriculture: 'tani',
  services: 'jasa',
}
export const EVERY_SECTOR = 'semua'
export const PHASE_WORDS: Readonly<Record<Phase, string>> = {
  before: 'sebelum',
  during: 'selama',
  after: 'sesudah',
}
export const MODE_WORDS: Readonly<Record<TableMode, string>> = { across: 'mendatar', down: 'menegak' }

/** Most migrants of these corridors work in homes: without a choice the table is theirs. */
export function sectorIn(word: string | undefined): Sector | undefined {
  if (word === EVERY_SECTOR) return undefined
  return SECTORS.find((sector) => SECTOR_WORDS[sector] === word) ?? 'domestic'
}

export function sectorWord(sector: Sector | undefined): string {
  return sector === undefined ? EVERY_SECTOR : SECTOR_WORDS[sector]
}

export function phaseIn(word: string | undefined): Phase | undefined {
  return PHASES.find((phase) => PHASE_WORDS[phase] === word)
}

export function modeIn(word: string | undefined): TableMode {
  return TABLE_MODES.find((mode) => MODE_WORDS[mode] === word) ?? 'across'
}

export function yardstickIn(word: string | undefined): string {
  return yardsticksFor(loadHarmonisation().corridors).find((each) => each === word) ?? 'id'
}

/** The day of the address; undefined when it is no day. */
export function dayIn(word: string | undefined): string | undefined {
  if (word === undefined || !/^\d{4}-\d{2}-\d{2}$/.test(word)) return undefined
  const read = new Date(`${word}T00:00:00Z`)
  return !Number.isNaN(read.getTime()) && read.toISOString().startsWith(word) ? word : undefined
}

export function needIn(slug: string | undefined): Need | undefined {
  return loadHarmonisation().needs.find((need) => need.slug === slug)
}

/** Forces as the law library tells them, and what was judged of pairs. */
export function judgedOf(): Judged {
  const forces = new Map(
    loadLaw().instruments.flatMap((each) =>
      [each.id, ...each.formerIds].map((id) => [id, each.binding.force]),
    ),
  )
  return { pairs: loadHarmonisation().pairs, force: (instrument) => forces.get(instrument) }
}

export type Table = {
  readonly choice: TableChoice
  readonly columns: readonly TableColumn[]
  readonly rows: Comparison<Norm>['rows']
}

export function tableOf(choice: TableChoice): Table {
  const columns = tableColumns(choice.mode, choice.corridors, choice.yardstick)
  const { needs, on, phase, sector } = choice
  return {
    choice,
    columns,
    rows: compareRules(loadNorms(), { needs, columns, on, phase, sector }, judgedOf()).rows,
  }
}

/** Words for a reader, in the language of the page. */
export type Reader = { readonly lang: Lang; readonly t: Texts }

export function columnName({ lang, t }: Reader, column: TableColumn): string {
  const words = t.harmonisasi
  const { corridors } = loadHarmonisation()
  const corridor = corridors.find((each) => each.id === column.corridor)
  const country = column.country === 'ID' ? words.origin : (corridorTo(column.country)?.name[lang] ?? '')
  switch (column.kind) {
    case 'bilateral':
      return corridor?.bilateralName[lang] ?? ''
    case 'country':
      return country
    case 'law':
      return words.actsOf(country)
    case 'rules':
      return words.rulesOf(country)
    case 'world':
    case 'asean':
      return words.column[column.kind]
  }
}

function corridorTo(country: string | undefined): NamedCorridor | undefined {
  return loadHarmonisation().corridors.find((each) => each.destination === country)
}

/** The name of a column by its id, of whatever table. */
export function yardstickName(reader: Reader, id: string): string {
  const column = tableColumns('across', loadHarmonisation().corridors).find((each) => each.id === id)
  return column === undefined ? id : columnName(reader, column)
}

export function instrumentShort(id: string): string {
  return loadRulebook().instruments.get(id)?.short ?? id
}

/** `UU 18/2017, Pasal 30 ayat (1)`; the instrument alone where no place was read. */
export function citationOf(norm: Pick<Norm, 'instrument' | 'article'>): string {
  const short = instrumentShort(norm.instrument)
  return norm.article === '-' || norm.article === 'whole' ? short : `${short}, ${norm.article}`
}

/** Why a cell says what it says: a person's own words for a judged pair, numbers for a measured one. */
export function reasonsOf({ lang, t }: Reader, cell: Cell<Norm>, need: Need): readonly string[] {
  const words = t.harmonisasi
  const told = cell.reasons.flatMap((reason): readonly string[] => {
    const pair = pairOf(reason)
    if (pair !== undefined) return [pair.reason[lang]]
    const measured = measuredIn(cell, reason, need)
    return measured === undefined
      ? [words.reason[reason.code]]
      : [words.reason[reason.code], words.measured(measured.mine, measured.theirs, measured.name[lang])]
  })
  return [...new Set(told)]
}

function pairOf(reason: Reason): JudgedPair | undefined {
  const { compared, against, code } = reason
  if (compared === undefined || against === undefined || code.startsWith('measured')) return undefined
  return loadHarmonisation().pairs.find(
    (pair) =>
      (pair.compared === compared && pair.against === against) ||
      (pair.compared === against && pair.against === compared),
  )
}

function measuredIn(cell: Cell<Norm>, reason: Reason, need: Need) {
  const relation = cell.relations.find(
    (each) => each.compared.id === reason.compared && each.against.id === reason.against,
  )
  const named = need.measures.find((each) => each.code === relation?.measure?.code)
  if (relation === undefined || named === undefined) return undefined
  return {
    mine: String(relation.compared.parameter?.value ?? ''),
    theirs: String(relation.against.parameter?.value ?? ''),
    name: named.name,
  }
}

/** The entries that a small cell shows first; those for other workers stand on the page of the cell. */
export function shownEntries(cell: Cell<Norm>, most: number): readonly CellEntry<Norm>[] {
  const own = cell.entries.filter((entry) => entry.role !== 'other-sector')
  return (own.length > 0 ? own : cell.entries).slice(0, most)
}

/** A short word of a norm in the reader's language; English where nobody has translated it. */
export function normWord(lang: Lang, kind: keyof NormWords, word: string): string {
  return lang === 'id' ? (normWords()[kind][word] ?? word) : word
}

/** The number of a norm with its unit; undefined where it has none. */
export function amountOf(lang: Lang, { parameter }: Pick<Norm, 'parameter'>): string | undefined {
  if (parameter === null || parameter.value === null) return undefined
  const { value, unit } = parameter
  const amount =
    typeof value === 'number'
      ? value.toLocaleString(lang === 'id' ? 'id-ID' : 'en-GB')
      : normWord(lang, 'values', value)
  return unit === null ? amount : `${amount} ${normWord(lang, 'units', unit)}`
}

/** The norm as the public may read it: a telephone number that nobody checked is left out. */
export function forThePublic(norm: Norm, instead: (lang: Lang) => string): Norm {
  const { parameter, confidence } = norm
  if (confidence === 'verified' || parameter?.unit?.startsWith('telephone') !== true) return norm
  const number = String(parameter.value)
  const bare = number.replace(/ ext.*$/, '')
  const without = (lang: Lang): string =>
    norm.duty[lang].replaceAll(number, instead(lang)).replaceAll(bare, instead(lang))
  return {
    ...norm,
    parameter: { ...parameter, value: null },
    duty: { id: without('id'), en: without('en') },
    quote: null,
    notes: null,
  }
}
