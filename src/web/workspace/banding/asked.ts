/** What the comparer of the workspace is asked, read from its address and written back into one. */
import type { TableMode } from '#src/domain/harmonisation/columns.ts'
import type { Phase } from '#src/domain/harmonisation/norm.ts'
import type { Sector } from '#src/domain/harmonisation/sectors.ts'
import {
  loadHarmonisation,
  type NamedCorridor,
  type Need,
  type NeedGroup,
} from '#src/platform/law/harmonisation-files.ts'
import {
  dayIn,
  PHASE_WORDS,
  phaseIn,
  sectorIn,
  sectorWord,
  tableOf,
  yardstickIn,
  type Table,
} from '#src/web/comparison.ts'

export const VIEWS = ['across', 'down', 'within', 'over-time'] as const
export type View = (typeof VIEWS)[number]
export const VIEW_WORDS: Readonly<Record<View, string>> = {
  across: 'mendatar',
  down: 'menegak',
  within: 'dalam',
  'over-time': 'waktu',
}

export type Asked = {
  readonly view: View
  readonly corridors: readonly NamedCorridor[]
  readonly group: NeedGroup | undefined
  readonly sector: Sector | undefined
  readonly phase: Phase | undefined
  readonly yardstick: string
  readonly on: string
  /** The earlier day of a comparison over time. */
  readonly since: string
  readonly page: number
  /** A day in the address could not be read. */
  readonly badDay: boolean
}

type Query = {
  readonly one: (name: string) => string | undefined
  readonly all: (name: string) => readonly string[]
}

/** The two countries with which a first visit begins. */
const FIRST = ['MY', 'HK']
export const NEEDS_PAGE = 7

export function askedIn({ one, all }: Query, today: string): Asked {
  const { corridors, groups } = loadHarmonisation()
  const chosen = all('negara')
  const wanted = corridors.filter((corridor) =>
    chosen.length === 0 ? FIRST.includes(corridor.destination) : chosen.includes(corridor.id),
  )
  const page = Number(one('hal') ?? '1')
  return {
    view: VIEWS.find((view) => VIEW_WORDS[view] === one('cara')) ?? 'across',
    corridors: wanted.length === 0 ? corridors.slice(0, 1) : wanted,
    group: groups.find((group) => group.code === one('kelompok')),
    sector: sectorIn(one('pekerja')),
    phase: phaseIn(one('tahap')),
    yardstick: yardstickIn(one('banding')),
    on: dayIn(one('tanggal')) ?? today,
    since:
      dayIn(one('sejak')) ?? `${Number(today.slice(0, 4)) - 3}${today.slice(4)}`.replace('-02-29', '-02-28'),
    page: Number.isInteger(page) && page > 0 && page < 100 ? page : 1,
    badDay: ['tanggal', 'sejak'].some((name) => Boolean(one(name)) && dayIn(one(name)) === undefined),
  }
}

/** The same question with something changed; without a page it begins at the first. */
export function addressOf(asked: Asked, change: Partial<Asked> = {}, path = '/kerja/banding'): `/${string}` {
  const next = { ...asked, page: 1, ...change }
  const query = new URLSearchParams([
    ['cara', VIEW_WORDS[next.view]],
    ...next.corridors.map((corridor) => ['negara', corridor.id]),
    ...(next.group === undefined ? [] : [['kelompok', next.group.code]]),
    ['pekerja', sectorWord(next.sector)],
    ...(next.phase === undefined ? [] : [['tahap', PHASE_WORDS[next.phase]]]),
    ...(next.yardstick === 'id' ? [] : [['banding', next.yardstick]]),
    ['tanggal', next.on],
    ...(next.view === 'over-time' ? [['sejak', next.since]] : []),
    ...(next.page === 1 ? [] : [['hal', String(next.page)]]),
  ])
  return `${path as `/${string}`}?${query.toString()}`
}

export function needsOf(asked: Asked): readonly Need[] {
  return asked.group?.needs ?? loadHarmonisation().needs
}

export function modeOf(asked: Asked): TableMode {
  return asked.view === 'down' ? 'down' : 'across'
}

/** The table that was asked for, or those rows of it. */
export function askedTable(asked: Asked, needs: readonly Need[] = needsOf(asked)): Table {
  const { corridors, on, sector, phase, yardstick } = asked
  return tableOf({ mode: modeOf(asked), needs, corridors, on, sector, phase, yardstick })
}
