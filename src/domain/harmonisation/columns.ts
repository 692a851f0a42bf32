/** The columns of a table: level × country, and which column each is held against. */
import type { ComparedColumn } from './compare.ts'
import type { NormLevel } from './norm.ts'

export interface Corridor {
  readonly id: string
  readonly origin: string
  readonly destination: string
  /** Jurisdictions under which the data keeps what both sides agreed. */
  readonly bilateral: readonly string[]
}

export const TABLE_MODES = ['across', 'down'] as const
/** `across`: everything against one column. `down`: national law against the conventions, rules against their statute too. */
export type TableMode = (typeof TABLE_MODES)[number]

export const COLUMN_KINDS = ['world', 'asean', 'country', 'law', 'rules', 'bilateral'] as const
export type ColumnKind = (typeof COLUMN_KINDS)[number]

export interface TableColumn extends ComparedColumn {
  readonly kind: ColumnKind
  /** The country, for law, rules and both together. */
  readonly country?: string
  /** The corridor it belongs to, for the heading above it. */
  readonly corridor?: string
}

type Bare = Omit<TableColumn, 'against'>

const WORLD: Bare = {
  id: 'world',
  kind: 'world',
  sources: [
    { level: 'international', jurisdiction: 'UN' },
    { level: 'international', jurisdiction: 'ILO' },
  ],
}
const ASEAN: Bare = {
  id: 'asean',
  kind: 'asean',
  sources: [{ level: 'regional', jurisdiction: 'ASEAN' }],
}
const ORIGIN = 'ID'

/** What the columns of a table may be held against: the world, the country of origin, or a destination. */
export function yardsticksFor(corridors: readonly Corridor[]): readonly string[] {
  return ['id', 'world', ...corridors.map((corridor) => corridor.destination.toLowerCase())]
}

/** Columns in reading order: the world, ASEAN, the origin, then each corridor. An unknown yardstick is the origin. */
export function tableColumns(
  mode: TableMode,
  corridors: readonly Corridor[],
  yardstick = 'id',
): readonly TableColumn[] {
  return mode === 'across' ? across(corridors, yardstick) : down(corridors)
}

function across(corridors: readonly Corridor[], yardstick: string): readonly TableColumn[] {
  const bare: readonly Bare[] = [
    WORLD,
    ASEAN,
    wholeLaw(ORIGIN, 'origin-national'),
    ...corridors.flatMap((corridor) => [
      agreement(corridor),
      { ...wholeLaw(corridor.destination, 'destination-national'), corridor: corridor.id },
    ]),
  ]
  const held = bare.find((column) => column.id === yardstick) ?? bare.find((column) => column.id === 'id')
  const against = held === undefined ? null : { ...held, against: null }
  return bare.map((column) => ({ ...column, against: column.id === against?.id ? null : against }))
}

function down(corridors: readonly Corridor[]): readonly TableColumn[] {
  const world: TableColumn = { ...WORLD, against: null }
  return [
    world,
    { ...ASEAN, against: world },
    ...lawAndRules(ORIGIN, 'origin-national', world),
    ...corridors.flatMap((corridor) => [
      { ...agreement(corridor), against: world },
      ...lawAndRules(corridor.destination, 'destination-national', world).map((column) => ({
        ...column,
        corridor: corridor.id,
      })),
    ]),
  ]
}

function lawAndRules(country: string, level: NormLevel, world: TableColumn): readonly TableColumn[] {
  const law: TableColumn = {
    id: `${country.toLowerCase()}-law`,
    kind: 'law',
    country,
    sources: [{ level, jurisdiction: country }],
    against: world,
  }
  const rules: TableColumn = {
    id: `${country.toLowerCase()}-rules`,
    kind: 'rules',
    country,
    sources: [{ level: 'implementing', jurisdiction: country }],
    against: { ...law, sources: [...law.sources, ...world.sources] },
  }
  return [law, rules]
}

function wholeLaw(country: string, level: NormLevel): Bare {
  return {
    id: country.toLowerCase(),
    kind: 'country',
    country,
    sources: [
      { level, jurisdiction: country },
      { level: 'implementing', jurisdiction: country },
    ],
  }
}

function agreement(corridor: Corridor): Bare {
  return {
    id: `${corridor.destination.toLowerCase()}-agreement`,
    kind: 'bilateral',
    corridor: corridor.id,
    sources: corridor.bilateral.flatMap((jurisdiction) => [
      { level: 'bilateral' as const, jurisdiction },
      { level: 'implementing' as const, jurisdiction },
    ]),
  }
}
