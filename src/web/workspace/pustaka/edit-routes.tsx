import { EDIT_STATES } from '#src/domain/law/edit-state.ts'
import type { Json } from '#src/domain/law/release.ts'
import { isRole, may } from '#src/domain/disclosure/roles.ts'
import { decideEdit, findEdit, listEdits, withdrawEdit } from '#src/modules/law/index.ts'
import { NotFoundError, StaleVersionError } from '#src/platform/errors.ts'
import { formState, idParam, readForm } from '#src/web/form-values.ts'
import { page, seeOther, staffRoute, type Route, type StaffReq } from '#src/web/http.ts'
import { EMPTY_FORM, type FormState } from '#src/web/ui/staff/frame.ts'
import { asMe, pageHref, pageOf } from '../casework.ts'
import { EditPage, EditsPage, type EditView } from './edit-pages.tsx'
import { LIBRARY } from './entry-pages.tsx'
import { libraryFrame, libraryProblems } from './library-parts.ts'

const EDITS_A_PAGE = 30

async function showEdits(req: StaffReq): Promise<Response> {
  const state = EDIT_STATES.find((each) => each === req.c.req.query('keadaan'))
  const current = pageOf(req)
  const offset = current * EDITS_A_PAGE
  const rows = await asMe(req, (ctx) =>
    listEdits(ctx, { states: state ? [state] : EDIT_STATES, limit: EDITS_A_PAGE + 1, offset }),
  )
  const edits = rows.slice(0, EDITS_A_PAGE).map((row) => viewOf(req, row))
  const hasMore = rows.length > EDITS_A_PAGE
  return page(
    req,
    <EditsPage
      frame={libraryFrame(req)}
      view={{
        edits,
        state,
        ...((current > 0 || hasMore) && {
          paging: {
            from: offset + 1,
            to: offset + edits.length,
            total: offset + rows.length,
            ...(current > 0 && { previous: pageHref(req, current - 1) }),
            ...(hasMore && { next: pageHref(req, current + 1) }),
          },
        }),
      }}
    />,
  )
}

async function showEdit(
  req: StaffReq,
  form: FormState = EMPTY_FORM,
  status: 200 | 409 | 422 = 200,
): Promise<Response> {
  const row = await asMe(req, (ctx) => findEdit(ctx, idParam(req)))
  if (!row) throw new NotFoundError('page.not-found')
  const me = req.who.actor.staffId
  const confirms = may(req.who.actor.roles.filter(isRole), 'law.confirm')
  return page(
    req,
    <EditPage
      frame={libraryFrame(req)}
      view={{
        edit: viewOf(req, row),
        form,
        may: {
          decide: confirms && row.state === 'waiting' && row.author !== me,
          withdraw: row.author === me && (row.state === 'waiting' || row.state === 'confirmed'),
        },
      }}
    />,
    status,
  )
}

async function decide(req: StaffReq): Promise<Response> {
  const form = await readForm(req)
  const decision = form.one('decision') === 'confirmed' ? 'confirmed' : 'refused'
  const id = idParam(req)
  try {
    await asMe(req, (ctx) => decideEdit(ctx, id, decision, form.one('why')))
  } catch (error) {
    return showEdit(
      req,
      formState(form, libraryProblems(req, error, 'why')),
      error instanceof StaleVersionError ? 409 : 422,
    )
  }
  return seeOther(req, `${LIBRARY}/suntingan/${id}?kabar=${decision === 'confirmed' ? 'dibaca' : 'ditolak'}`)
}

async function withdraw(req: StaffReq): Promise<Response> {
  const id = idParam(req)
  try {
    await asMe(req, (ctx) => withdrawEdit(ctx, id))
  } catch (error) {
    return showEdit(req, { values: {}, problems: libraryProblems(req, error, 'why') }, 422)
  }
  return seeOther(req, `${LIBRARY}/suntingan/${id}?kabar=ditarik`)
}

type Row = NonNullable<Awaited<ReturnType<typeof findEdit>>>

function viewOf(req: StaffReq, row: Row): EditView {
  const state = EDIT_STATES.find((each) => each === row.state) ?? 'waiting'
  return {
    id: row.id,
    at: { file: row.file, collection: row.collection, key: row.key },
    before: row.base as Json,
    after: row.content as Json,
    reason: row.reason,
    state,
    madeAt: row.created_at,
    author: row.author === null ? undefined : (row.author_name ?? req.t.kerjaPustaka.otherBody),
    reader: row.reader_name ?? undefined,
    decidedAt: row.decided_at ?? undefined,
    readerReason: row.reader_reason ?? undefined,
  }
}

export const editRoutes: readonly Route[] = [
  staffRoute({ method: 'get', path: `${LIBRARY}/suntingan`, access: ['law.read'], handle: showEdits }),
  staffRoute({
    method: 'get',
    path: `${LIBRARY}/suntingan/:id`,
    access: ['law.read'],
    handle: (req) => showEdit(req),
  }),
  staffRoute({
    method: 'post',
    path: `${LIBRARY}/suntingan/:id/putuskan`,
    access: ['law.confirm'],
    handle: decide,
  }),
  staffRoute({
    method: 'post',
    path: `${LIBRARY}/suntingan/:id/tarik`,
    access: ['law.edit'],
    handle: withdraw,
  }),
]
