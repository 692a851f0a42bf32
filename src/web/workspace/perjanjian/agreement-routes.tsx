/** Reading the agreements: the list and its files, one record with its tabs, the calendar, the forms of cooperation. */
import { AGREEMENT_SUBJECTS, AGREEMENT_TYPES } from '#src/domain/agreements/codes.ts'
import { STAGES } from '#src/domain/agreements/pipeline.ts'
import type { Permission } from '#src/domain/disclosure/roles.ts'
import {
  AGREEMENTS_A_PAGE,
  exportAgreements,
  listAgreements,
  readCalendar,
  type AgreementFilter,
  type AgreementLine,
} from '#src/modules/agreements/index.ts'
import { loadAgreementFile } from '#src/platform/law/agreement-files.ts'
import { loadLaw } from '#src/platform/law/law-files.ts'
import { writeWorkbook } from '#src/platform/spreadsheet/write-workbook.ts'
import { csvOf } from '#src/web/csv.ts'
import { page, staffRoute, type Route, type StaffReq } from '#src/web/http.ts'
import { at, type StaffFrame } from '#src/web/ui/staff/frame.ts'
import { asMe, countryName, pageHref, pageOf } from '../casework.ts'
import { AgreementPrintPage, TABS } from './agreement-page.tsx'
import { listRows, workbookOf } from './agreement-tables.ts'
import { titleOf } from './agreement-words.ts'
import { AGREEMENTS, AgreementsPage } from './agreements-page.tsx'
import { CalendarPage, CooperationPage, type CooperationView } from './calendar-page.tsx'
import { editRoutes } from './edit-routes.tsx'
import { agreementFrame, mayEdit, showAgreement, viewOf } from './show-agreement.tsx'

const READ: readonly Permission[] = ['agreement.read']

function among<T extends string>(codes: readonly T[], asked: string | undefined): T | undefined {
  return codes.find((code) => code === asked)
}

function filterOf(req: StaffReq): AgreementFilter {
  const asked = (name: string) => req.c.req.query(name)
  const state = /^[A-Z]{2}$/.test(asked('negara') ?? '') ? asked('negara') : undefined
  const type = among(AGREEMENT_TYPES, asked('jenis'))
  const stage = among(STAGES, asked('keadaan'))
  const subject = among(AGREEMENT_SUBJECTS, asked('soal'))
  const due = among(['overdue', 'in-30', 'in-90'], asked('jatuh'))
  return {
    ...(state && { state }),
    ...(type && { type }),
    ...(stage && { stage }),
    ...(subject && { subject }),
    ...(due && { due }),
  }
}

const practices = () => loadLaw().statements.filter(({ kind }) => kind === 'no-agreement-found')

async function list(req: StaffReq): Promise<Response> {
  const frame = agreementFrame(req)
  const filter = filterOf(req)
  const current = pageOf(req)
  const { total, lines } = await asMe(req, (ctx) => listAgreements(ctx, filter, current))
  const { search } = new URL(req.c.req.url)
  const from = current * AGREEMENTS_A_PAGE
  const view = {
    lines,
    total,
    ...(total > AGREEMENTS_A_PAGE && {
      paging: {
        from: from + 1,
        to: from + lines.length,
        total,
        ...(current > 0 && { previous: pageHref(req, current - 1) }),
        ...(from + lines.length < total && { next: pageHref(req, current + 1) }),
      },
    }),
    form: {
      values: {
        negara: filter.state,
        jenis: filter.type,
        keadaan: filter.stage,
        soal: filter.subject,
        jatuh: filter.due,
      },
      problems: [],
    },
    countries: statesOf(frame),
    files: {
      csv: at(frame, `${AGREEMENTS}/unduh.csv${search}`),
      xlsx: at(frame, `${AGREEMENTS}/unduh.xlsx${search}`),
    },
    practices: practices().filter(
      ({ states }) => filter.state === undefined || states.includes(filter.state),
    ),
    ...(mayEdit(req) && { mayEdit: 'may-edit' as const }),
  }
  return page(req, <AgreementsPage frame={frame} view={view} />)
}

/** Indonesia's partners in the library and in the statements, by name. */
function statesOf(frame: StaffFrame) {
  const law = loadLaw()
  const codes = new Set(
    [...loadAgreementFile().agreements, ...law.instruments, ...practices()]
      .flatMap(({ states }) => states)
      .filter((iso) => iso !== 'ID'),
  )
  return [...codes]
    .map((value) => ({ value, label: countryName(frame.lang, value, frame.t) }))
    .toSorted((a, b) => a.label.localeCompare(b.label, frame.lang))
}

async function csv(req: StaffReq): Promise<Response> {
  const { lines } = await asMe(req, (ctx) => exportAgreements(ctx, filterOf(req)))
  req.c.header('cache-control', 'no-store')
  return req.c.body(csvOf(listRows(req, lines)), 200, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': 'attachment; filename="perjanjian.csv"',
  })
}

async function xlsx(req: StaffReq): Promise<Response> {
  const { lines, items } = await asMe(req, (ctx) => exportAgreements(ctx, filterOf(req)))
  const bytes = await writeWorkbook(workbookOf(req, lines, items))
  req.c.header('cache-control', 'no-store')
  return req.c.body(new Uint8Array(bytes), 200, {
    'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    'content-disposition': 'attachment; filename="perjanjian.xlsx"',
  })
}

async function print(req: StaffReq): Promise<Response> {
  const view = await viewOf(req, 'fakta')
  return page(req, <AgreementPrintPage frame={agreementFrame(req)} view={view} />)
}

async function calendar(req: StaffReq): Promise<Response> {
  const view = await asMe(req, readCalendar)
  return page(req, <CalendarPage frame={agreementFrame(req)} view={view} />)
}

async function cooperation(req: StaffReq): Promise<Response> {
  const { lines } = await asMe(req, (ctx) => listAgreements(ctx, {}, 0))
  const file = loadAgreementFile()
  const view: CooperationView = {
    forms: file.forms.map((each) => cooperationLine(req, each, lines, 'form')),
    fields: file.fields.map((each) => cooperationLine(req, each, lines, 'field')),
    models: file.models.map((each) => cooperationLine(req, each, lines, 'model')),
  }
  return page(req, <CooperationPage frame={agreementFrame(req)} view={view} />)
}

function cooperationLine(
  req: StaffReq,
  each: ReturnType<typeof loadAgreementFile>['forms' | 'fields' | 'models'][number],
  lines: readonly AgreementLine[],
  by: 'form' | 'field' | 'model',
) {
  return {
    code: each.code,
    name: each.name[req.lang],
    citation: each.citation,
    confidence: each.confidence,
    agreements: lines
      .filter(({ facts }) => facts[by] === each.code)
      .map(({ slug, facts }) => ({ slug, title: titleOf(req, facts) })),
  }
}

const read = (path: `/${string}`, handle: (req: StaffReq) => Promise<Response>): Route =>
  staffRoute({ method: 'get', path, access: READ, handle })

export const agreementRoutes: readonly Route[] = [
  read(AGREEMENTS, list),
  read(`${AGREEMENTS}/unduh.csv`, csv),
  read(`${AGREEMENTS}/unduh.xlsx`, xlsx),
  read(`${AGREEMENTS}/kalender`, calendar),
  read(`${AGREEMENTS}/bentuk`, cooperation),
  // Its /baru stands where the name of a record stands, so it comes first.
  ...editRoutes,
  read(`${AGREEMENTS}/:kode`, (req) => showAgreement(req, 'fakta')),
  read(`${AGREEMENTS}/:kode/cetak`, print),
  ...TABS.filter((tab) => tab !== 'fakta').map((tab) =>
    read(`${AGREEMENTS}/:kode/${tab}`, (req) => showAgreement(req, tab)),
  ),
]
