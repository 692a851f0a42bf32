import { changesBetween } from '#src/domain/harmonisation/changes.ts'
import { tableColumns } from '#src/domain/harmonisation/columns.ts'
import { conflictsOn } from '#src/domain/harmonisation/conflicts.ts'
import { noteTableExport, TABLE_FORMATS, type TableFormat } from '#src/modules/harmonisation/index.ts'
import { NotFoundError } from '#src/platform/errors.ts'
import { loadNorms } from '#src/platform/norms.ts'
import { judgedOf, type Reader, type Table } from '#src/web/comparison.ts'
import { csvRows, jsonOf } from '#src/web/comparison-data.ts'
import { tablePdf, tableWorkbook } from '#src/web/comparison-files.ts'
import { findingRows, findingsCsv, type Findings } from '#src/web/comparison-findings.ts'
import { csvOf } from '#src/web/csv.ts'
import { page, staffRoute, type Route, type StaffReq } from '#src/web/http.ts'
import { asMe, workFrame } from '../casework.ts'
import { askedIn, askedTable, NEEDS_PAGE, needsOf, type Asked } from './asked.ts'
import { ChangesPage, ConflictPage } from './change-pages.tsx'
import { GridPage } from './comparison-page.tsx'

export const comparisonRoutes: readonly Route[] = [
  staffRoute({ method: 'get', path: '/kerja/banding', access: ['law.read'], handle: show }),
  staffRoute({ method: 'get', path: '/kerja/banding/unduh/:bentuk', access: ['law.read'], handle: download }),
]

function askedOf(req: StaffReq): Asked {
  const today = req.platform.clock().toISOString().slice(0, 10)
  return askedIn(
    { one: (name) => req.c.req.query(name), all: (name) => req.c.req.queries(name) ?? [] },
    today,
  )
}

function show(req: StaffReq): Promise<Response> {
  const asked = askedOf(req)
  const frame = workFrame(req)
  switch (asked.view) {
    case 'within':
      return page(req, <ConflictPage frame={frame} asked={asked} conflicts={conflictsOf(asked)} />)
    case 'over-time': {
      const { changes, columns } = changesOf(asked)
      return page(req, <ChangesPage frame={frame} asked={asked} changes={changes} columns={columns} />)
    }
    case 'across':
    case 'down': {
      const from = (asked.page - 1) * NEEDS_PAGE
      const table = askedTable(asked, needsOf(asked).slice(from, from + NEEDS_PAGE))
      return page(req, <GridPage frame={frame} asked={asked} table={table} />)
    }
  }
}

/** Of the chosen countries, the origin and what is above them; and of the chosen needs. */
export function conflictsOf(asked: Asked) {
  const codes = new Set(needsOf(asked).map((need) => need.code))
  const places = new Set([
    'ID',
    'UN',
    'ILO',
    'ASEAN',
    ...asked.corridors.flatMap((corridor) => [corridor.destination, ...corridor.bilateral]),
  ])
  return conflictsOn(loadNorms(), asked.on, judgedOf().pairs).filter(
    ({ one, other }) =>
      codes.has(one.need) && places.has(one.jurisdiction) && places.has(other?.jurisdiction ?? 'ID'),
  )
}

function changesOf(asked: Asked) {
  const columns = tableColumns('across', asked.corridors, asked.yardstick)
  const changes = changesBetween(
    loadNorms(),
    { needs: needsOf(asked), columns, sector: asked.sector, phase: asked.phase },
    { from: asked.since, to: asked.on },
    judgedOf(),
  )
  return { changes, columns }
}

/** What the screen lists besides the table. */
function findingsOf(asked: Asked): Findings | undefined {
  switch (asked.view) {
    case 'within':
      return { kind: 'conflicts', on: asked.on, conflicts: conflictsOf(asked) }
    case 'over-time':
      return { kind: 'changes', since: asked.since, on: asked.on, ...changesOf(asked) }
    case 'across':
    case 'down':
      return undefined
  }
}

const MEDIA: Readonly<Record<TableFormat, string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
}

/** The whole table of the question, not only the page that is shown. */
async function download(req: StaffReq): Promise<Response> {
  const format = TABLE_FORMATS.find((each) => each === req.c.req.param('bentuk'))
  if (format === undefined) throw new NotFoundError('page.not-found')
  const asked = askedOf(req)
  const table = askedTable(asked)
  const cells = table.rows.reduce((sum, row) => sum + row.cells.length, 0)
  await asMe(req, (ctx) => noteTableExport(ctx, { format, cells }))
  return req.c.body(await fileOf(req, { table, findings: findingsOf(asked) }, format), 200, {
    'content-type': MEDIA[format],
    'content-disposition': `attachment; filename="banding-${table.choice.on}.${format}"`,
    'content-security-policy': "sandbox; default-src 'none'",
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  })
}

/** As open data in rows, the list stands alone: its rows are others than those of the table. JSON has both. */
async function fileOf(
  req: StaffReq,
  { table, findings }: { readonly table: Table; readonly findings: Findings | undefined },
  format: TableFormat,
): Promise<string | Uint8Array<ArrayBuffer>> {
  const reader: Reader = { lang: req.lang, t: req.t }
  switch (format) {
    case 'xlsx':
      return new Uint8Array(await tableWorkbook(reader, table, findings))
    case 'pdf':
      return new Uint8Array(await tablePdf(reader, table, req.platform.clock(), findings))
    case 'csv':
      return csvOf(findings ? findingsCsv(reader, findings) : csvRows(reader, table))
    case 'json':
      return JSON.stringify(
        {
          ...jsonOf(reader, table),
          ...(findings && { [findings.kind]: findingRows(reader, findings) }),
        },
        null,
        1,
      )
  }
}
