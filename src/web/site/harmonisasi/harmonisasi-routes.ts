import { tableColumns } from '#src/domain/harmonisation/columns.ts'
import {
  loadHarmonisation,
  normsHeader,
  type NamedCorridor,
  type Need,
} from '#src/platform/law/harmonisation-files.ts'
import { NotFoundError } from '#src/platform/errors.ts'
import { loadNorms } from '#src/platform/norms.ts'
import type { Norm } from '#src/platform/norm-texts.ts'
import { textsFor } from '#src/texts/texts.ts'
import {
  columnName,
  dayIn,
  forThePublic,
  modeIn,
  needIn,
  phaseIn,
  sectorIn,
  tableOf,
  yardstickIn,
  type Table,
} from '#src/web/comparison.ts'
import { csvRows, jsonOf } from '#src/web/comparison-data.ts'
import { csvOf } from '#src/web/csv.ts'
import { page, publicRoute, type PublicRoute, type Req } from '#src/web/http.ts'
import { frameOf } from '../public-req.ts'
import { HarmonisasiCellPage, HarmonisasiIndexPage, HarmonisasiTablePage } from './harmonisasi-page.tsx'
import { NormPage, type Beside } from './norm-page.tsx'

/** The table of rules; the same for everybody, so nothing is asked of the reader and nothing is kept. */
export const harmonisasiRoutes: readonly PublicRoute[] = [
  publicRoute({ method: 'get', path: '/harmonisasi', access: 'public', handle: showTable }),
  publicRoute({
    method: 'get',
    path: '/harmonisasi/isi/:kebutuhan/:kolom',
    access: 'public',
    handle: showCell,
  }),
  publicRoute({ method: 'get', path: '/harmonisasi.csv', access: 'public', handle: downloadCsv }),
  publicRoute({ method: 'get', path: '/harmonisasi.json', access: 'public', handle: downloadJson }),
  publicRoute({ method: 'get', path: '/harmonisasi/norma/:norma', access: 'public', handle: showNorm }),
]

function dayOf(req: Req): { readonly on: string; readonly badDay?: true } {
  const asked = req.c.req.query('tanggal')
  const on = dayIn(asked)
  const today = req.platform.clock().toISOString().slice(0, 10)
  return on !== undefined
    ? { on }
    : asked === undefined || asked === ''
      ? { on: today }
      : { on: today, badDay: true }
}

function choiceOf(req: Req, needs: readonly Need[], corridors: readonly NamedCorridor[]) {
  return {
    mode: modeIn(req.c.req.query('cara')),
    needs,
    corridors,
    on: dayOf(req).on,
    sector: sectorIn(req.c.req.query('pekerja')),
    phase: phaseIn(req.c.req.query('tahap')),
    yardstick: yardstickIn(req.c.req.query('banding')),
  }
}

function showTable(req: Req): Promise<Response> {
  const { groups, corridors } = loadHarmonisation()
  const slug = req.c.req.query('kebutuhan')
  const asked = req.c.req.query('koridor')
  const frame = frameOf(req)
  const { badDay } = dayOf(req)
  const shared = { ...frame, groups, corridors, ...(badDay && { badDay }) }
  if (slug !== undefined) {
    const need = needIn(slug)
    if (need === undefined) throw new NotFoundError('page.not-found')
    const table = tableOf(choiceOf(req, [need], corridors))
    return page(req, HarmonisasiTablePage({ ...shared, table, by: { kind: 'need', need } }))
  }
  if (asked === undefined) return page(req, HarmonisasiIndexPage({ ...frame, groups, corridors }))
  const corridor = corridors.find((each) => each.id === asked)
  const group = groups.find((each) => each.code === (req.c.req.query('kelompok') ?? groups[0]?.code))
  if (corridor === undefined || group === undefined) throw new NotFoundError('page.not-found')
  const table = tableOf(choiceOf(req, group.needs, [corridor]))
  return page(req, HarmonisasiTablePage({ ...shared, table, by: { kind: 'corridor', corridor, group } }))
}

function showCell(req: Req): Promise<Response> {
  const { corridors } = loadHarmonisation()
  const need = needIn(req.c.req.param('kebutuhan'))
  const column = tableColumns(modeIn(req.c.req.query('cara')), corridors).find(
    (each) => each.id === req.c.req.param('kolom'),
  )
  if (need === undefined || column === undefined) throw new NotFoundError('page.not-found')
  const table = tableOf(choiceOf(req, [need], corridors))
  const cell = table.rows[0]?.cells.find((each) => each.column === column.id)
  if (cell === undefined) throw new NotFoundError('page.not-found')
  const frame = frameOf(req)
  return page(req, HarmonisasiCellPage({ ...frame, table, need, cell, column: columnName(frame, column) }))
}

function showNorm(req: Req): Promise<Response> {
  const norms = loadNorms()
  const norm = norms.find((each) => each.id === req.c.req.param('norma'))
  const need = loadHarmonisation().needs.find((each) => each.code === norm?.need)
  if (norm === undefined || need === undefined) throw new NotFoundError('page.not-found')
  const readOn = normsHeader().retrieved
  const shown = forThePublic(norm, (lang) => textsFor(lang).harmonisasi.numberLeftOut)
  return page(req, NormPage({ ...frameOf(req), norm: shown, need, beside: besideOf(norm, norms), readOn }))
}

/** Open data is the whole table; without a sector it is for all workers. */
function wholeTable(req: Req): Table {
  const { needs, corridors } = loadHarmonisation()
  const choice = choiceOf(req, needs, corridors)
  return tableOf(req.c.req.query('pekerja') === undefined ? { ...choice, sector: undefined } : choice)
}

function downloadCsv(req: Req): Response {
  return open(req, csvOf(csvRows(req, wholeTable(req))), 'csv')
}

function downloadJson(req: Req): Response {
  return open(req, JSON.stringify(jsonOf(req, wholeTable(req))), 'json')
}

const MEDIA = { csv: 'text/csv; charset=utf-8', json: 'application/json; charset=utf-8' } as const

function open(req: Req, body: string, form: keyof typeof MEDIA): Response {
  return req.c.body(body, 200, {
    'content-type': MEDIA[form],
    'content-disposition': `attachment; filename="harmonisasi.${form}"`,
    'cache-control': 'public, max-age=3600',
  })
}

/** The rules laid beside this one, from either side. */
export function besideOf(norm: Norm, norms: readonly Norm[]): readonly Beside[] {
  const { pairs } = loadHarmonisation()
  return norms
    .filter((each) => norm.compareWith.includes(each.id) || each.compareWith.includes(norm.id))
    .map((each) => ({
      norm: each,
      pair: pairs.find((pair) =>
        [pair.against, pair.compared].every((id) => id === norm.id || id === each.id),
      ),
    }))
}
