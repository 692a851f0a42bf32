/** The steps before an old list is taken over; each works on the version that was shown. */
import type { Permission } from '#src/domain/disclosure/roles.ts'
import type { UnknownWord } from '#src/domain/imports/read-list.ts'
import {
  chooseSheet,
  dryRunList,
  openList,
  readList,
  sayColumns,
  sayValues,
  startRun,
  stepBack,
  type OpenedList,
} from '#src/modules/imports/index.ts'
import type { StaffContext } from '#src/platform/db/context.ts'
import { InvalidInputError, RefusedError, StaleVersionError } from '#src/platform/errors.ts'
import { idParam, inWords, readForm, type FormValues } from '#src/web/form-values.ts'
import { page, seeOther, staffRoute, type Route, type StaffReq } from '#src/web/http.ts'
import { asMe, oneOf } from '../../casework.ts'
import { frameOf } from '../../staff-frame.ts'
import { CheckListPage } from './check-page.tsx'
import { ColumnsPage } from './columns-page.tsx'
import { checkView, columnsView, sheetView, stepView, valuesView, WORDS_SHOWN } from './list-views.ts'
import { OLD_LISTS } from './lists-page.tsx'
import { SheetPage } from './sheet-page.tsx'
import { ValuesPage } from './values-page.tsx'

const IMPORT: readonly Permission[] = ['case.import']

/** The step at which the draft stands. */
export async function showDraft(req: StaffReq, problem?: string, status: 409 | 422 = 409): Promise<Response> {
  const id = idParam(req)
  const frame = frameOf(req, {})
  const code = problem === undefined ? 200 : status
  const opened = await asMe(req, (ctx) => openList(ctx, id))
  const base = stepView(opened, problem)
  const { said } = opened
  if (said === undefined)
    return page(req, <SheetPage frame={frame} view={sheetView(req, opened, base)} />, code)
  if (said.step === 'check') {
    const run = await asMe(req, (ctx) => dryRunList(ctx, id))
    return page(req, <CheckListPage frame={frame} view={checkView(req, run, base)} />, code)
  }
  const view = await asMe(req, (ctx) => Promise.resolve(readList(ctx, opened.sheets, said)))
  if (said.step === 'columns')
    return page(req, <ColumnsPage frame={frame} view={columnsView(opened, view, base)} />, code)
  const words = await asMe(req, (ctx) => Promise.resolve(askedWords(ctx, opened)))
  return page(req, <ValuesPage frame={frame} view={valuesView(req, opened, words, view, base)} />, code)
}

/** Every word that somebody must say or has said something of, in one order. */
function askedWords(ctx: StaffContext, { sheets, said }: OpenedList): readonly UnknownWord[] {
  if (said === undefined) return []
  return readList(ctx, sheets, { ...said, mapping: { ...said.mapping, values: {} } }).reading.unknown
}

/** What was refused is said on the page as it stands now. */
async function stepped(
  req: StaffReq,
  work: (id: string, form: FormValues, seen: number) => Promise<void>,
): Promise<Response> {
  const id = idParam(req)
  const form = await readForm(req)
  const words = req.t.kerjaDaftarLama
  try {
    await work(id, form, Number(form.one('seen')))
    return seeOther(req, `${OLD_LISTS}/${id}`)
  } catch (error) {
    if (error instanceof InvalidInputError) {
      const [first] = inWords(error.problems, words.problem, words.problemOther)
      return showDraft(req, first?.message ?? words.problemOther, 422)
    }
    if (!(error instanceof RefusedError || error instanceof StaleVersionError)) throw error
    return showNow(req, words.problem[error.code] ?? words.problemOther)
  }
}

/** A draft that somebody started meanwhile is no draft any more: its page says how it stands. */
async function showNow(req: StaffReq, problem: string): Promise<Response> {
  const id = idParam(req)
  const { row } = await asMe(req, (ctx) => openList(ctx, id))
  return row.state === 'draft' ? showDraft(req, problem) : seeOther(req, `${OLD_LISTS}/${id}`)
}

const sheet = (req: StaffReq): Promise<Response> =>
  stepped(req, (id, form, seen) =>
    asMe(req, (ctx) =>
      chooseSheet(ctx, id, {
        seen,
        sheet: Number(form.one('sheet') || '0'),
        headingRow: Number(form.one('headingRow')) - 1,
      }),
    ),
  )

const columns = (req: StaffReq): Promise<Response> =>
  stepped(req, (id, form, seen) => {
    const uses = Object.fromEntries(
      Object.keys(form.given).flatMap((name) => {
        const place = /^use\.(\d{1,3})$/.exec(name)?.[1]
        return place === undefined ? [] : [[Number(place), form.one(name)] as const]
      }),
    )
    return asMe(req, (ctx) => sayColumns(ctx, id, { seen, uses, order: form.one('order') }))
  })

const values = (req: StaffReq): Promise<Response> =>
  stepped(req, (id, form, seen) =>
    asMe(req, async (ctx) => {
      const asked = askedWords(ctx, await openList(ctx, id)).slice(0, WORDS_SHOWN)
      const said: Record<string, Record<string, string>> = {}
      for (const [place, { key, word }] of asked.entries())
        (said[key] ??= {})[word] = form.one(`kata.${place}`)
      await sayValues(ctx, id, { seen, values: said })
    }),
  )

const start = (req: StaffReq): Promise<Response> =>
  stepped(req, (id, form, seen) =>
    asMe(req, (ctx) =>
      startRun(ctx, id, { seen, known: oneOf(['skip', 'update'] as const, form.one('known')) }),
    ),
  )

const back = (req: StaffReq): Promise<Response> =>
  stepped(req, (id, form, seen) =>
    asMe(req, (ctx) => stepBack(ctx, id, oneOf(['columns', 'values'] as const, form.one('to')), seen)),
  )

export const prepareRoutes: readonly Route[] = [
  staffRoute({ method: 'post', path: `${OLD_LISTS}/:id/lembar`, access: IMPORT, handle: sheet }),
  staffRoute({ method: 'post', path: `${OLD_LISTS}/:id/kolom`, access: IMPORT, handle: columns }),
  staffRoute({ method: 'post', path: `${OLD_LISTS}/:id/kata`, access: IMPORT, handle: values }),
  staffRoute({ method: 'post', path: `${OLD_LISTS}/:id/ulang`, access: IMPORT, handle: back }),
  staffRoute({ method: 'post', path: `${OLD_LISTS}/:id/mulai`, access: IMPORT, handle: start }),
]
