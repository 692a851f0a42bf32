/** Other wordings and comments of a clause, and the table of all comments. */
import type { Clause } from '#src/domain/clauses/clause-text.ts'
import { COMMENT_ANSWERS } from '#src/domain/clauses/comment-state.ts'
import {
  answerComment,
  chooseWording,
  commentClause,
  findText,
  findVersion,
  listChoices,
  listComments,
  listWordings,
  noteTextExport,
  proposeWording,
} from '#src/modules/clauses/index.ts'
import { NotFoundError } from '#src/platform/errors.ts'
import { loadLaw } from '#src/platform/law/law-files.ts'
import { formState, idParam, readForm, type FormValues } from '#src/web/form-values.ts'
import { page, seeOther, staffRoute, type Route, type StaffReq } from '#src/web/http.ts'
import { EMPTY_FORM } from '#src/web/ui/staff/frame.ts'
import { asMe } from '../casework.ts'
import { fileResponse, matrixFile } from './clause-files.ts'
import { CLAUSES, clauseFrame, clauseProblems, labelOf } from './clause-parts.tsx'
import { ClausePage, type ClauseView, type CommentView } from './clause-page.tsx'
import { MatrixPage } from './matrix-page.tsx'

type Wrong = Partial<Pick<ClauseView, 'form' | 'answering'>>

async function showClause(req: StaffReq, key: string, wrong: Wrong = {}): Promise<Response> {
  const id = idParam(req)
  const found = await asMe(req, async (ctx) => {
    const text = await findText(ctx, id)
    const version = text && (await findVersion(ctx, id, text.version))
    const clause = version?.clauses.find((each) => each.key === key)
    if (!text || !version || !clause) throw new NotFoundError('page.not-found')
    return {
      text,
      clause,
      clauses: version.clauses,
      wordings: await listWordings(ctx, id, key),
      choices: await listChoices(ctx, id),
      comments: await listComments(ctx, id, key),
    }
  })
  const names = new Map(loadLaw().instruments.map((each) => [each.id, each.short]))
  const view: ClauseView = {
    text: { id, title: found.text.title, isOwn: found.text.org_id === req.who.org.id },
    clause: found.clause,
    wordings: found.wordings.map((row) => ({
      id: row.id,
      wording: row.wording,
      law:
        row.instrument === null
          ? undefined
          : {
              instrument: row.instrument,
              name: names.get(row.instrument) ?? row.instrument,
              article: row.article ?? '',
            },
      takenFrom: row.taken_from ?? undefined,
      reason: row.reason,
      body: row.body,
      createdAt: row.created_at,
      chosenFor: found.choices.findLast((each) => each.wording_id === row.id)?.for_number,
    })),
    comments: found.comments.map((row) => commentView(req, row, found.clauses)),
    form: EMPTY_FORM,
    ...wrong,
  }
  return page(
    req,
    <ClausePage frame={clauseFrame(req)} view={view} />,
    Object.keys(wrong).length > 0 ? 422 : 200,
  )
}

type CommentRow = Awaited<ReturnType<typeof listComments>>[number]

function commentView(req: StaffReq, row: CommentRow, clauses: readonly Clause[]): CommentView {
  // A clause that a later version no longer has keeps the name of its address.
  const clause = clauses.find((each) => each.key === row.clause) ?? { key: row.clause, label: '' }
  return {
    id: row.id,
    clause: row.clause,
    label: labelOf(req, clause),
    number: row.number,
    comment: row.comment,
    body: row.body,
    createdAt: row.created_at,
    state: COMMENT_ANSWERS.find((each) => each === row.state) ?? 'open',
    answer: row.answer ?? '',
    answeredBy: row.answered_by ?? undefined,
  }
}

const clauseKey = (req: StaffReq): string => req.c.req.param('pasal') ?? ''
const clausePath = (req: StaffReq, key: string) => `${CLAUSES}/${idParam(req)}/pasal/${key}` as const

async function propose(req: StaffReq): Promise<Response> {
  const form = await readForm(req)
  const key = clauseKey(req)
  const input = {
    wording: form.one('wording'),
    instrument: form.one('instrument'),
    article: form.one('article'),
    takenFrom: form.one('takenFrom'),
    reason: form.one('reason'),
  }
  try {
    await asMe(req, (ctx) => proposeWording(ctx, idParam(req), key, input))
  } catch (error) {
    return showClause(req, key, { form: formState(form, clauseProblems(req, error, 'wording')) })
  }
  return seeOther(req, `${clausePath(req, key)}?kabar=rumusan`)
}

async function choose(req: StaffReq): Promise<Response> {
  const key = await asMe(req, (ctx) => chooseWording(ctx, idParam(req, 'rumusan'), ''))
  return seeOther(req, `${clausePath(req, key)}?kabar=pilih`)
}

async function comment(req: StaffReq): Promise<Response> {
  const form = await readForm(req)
  const key = clauseKey(req)
  try {
    await asMe(req, (ctx) => commentClause(ctx, idParam(req), key, form.one('comment')))
  } catch (error) {
    return showClause(req, key, { form: formState(form, clauseProblems(req, error, 'comment')) })
  }
  return seeOther(req, `${clausePath(req, key)}?kabar=tanggapan`)
}

/** The fields of an answer carry the id of its comment, so that a page with many has no name twice. */
async function answer(req: StaffReq): Promise<Response> {
  const form = await readForm(req)
  const id = idParam(req, 'tanggapan')
  const one = (name: string) => form.one(name) || form.one(`${name}-${id}`)
  const input = { state: one('state'), answer: one('answer') }
  try {
    const key = await asMe(req, (ctx) => answerComment(ctx, id, input))
    return seeOther(req, `${clausePath(req, key)}?kabar=jawab`)
  } catch (error) {
    return showAnswerAgain(req, { id, input, form, error })
  }
}

async function showAnswerAgain(
  req: StaffReq,
  wrong: {
    readonly id: string
    readonly input: { readonly state: string; readonly answer: string }
    readonly form: FormValues
    readonly error: unknown
  },
): Promise<Response> {
  const problems = clauseProblems(req, wrong.error, 'answer')
  const comments = await asMe(req, (ctx) => listComments(ctx, idParam(req)))
  const key = comments.find((each) => each.id === wrong.id)?.clause
  if (key === undefined) throw new NotFoundError('page.not-found')
  return showClause(req, key, { answering: { id: wrong.id, form: { values: wrong.input, problems } } })
}

async function matrixOf(req: StaffReq) {
  const id = idParam(req)
  return asMe(req, async (ctx) => {
    const text = await findText(ctx, id)
    const version = text && (await findVersion(ctx, id, text.version))
    if (!text || !version) throw new NotFoundError('page.not-found')
    const order = new Map(version.clauses.map((clause, at) => [clause.key, at]))
    const place = (key: string) => order.get(key) ?? version.clauses.length
    const rows = (await listComments(ctx, id)).toSorted((a, b) => place(a.clause) - place(b.clause))
    return { text, comments: rows.map((row) => commentView(req, row, version.clauses)) }
  })
}

async function showMatrix(req: StaffReq): Promise<Response> {
  const { text, comments } = await matrixOf(req)
  return page(req, <MatrixPage frame={clauseFrame(req)} view={{ text, comments }} />)
}

async function downloadMatrix(req: StaffReq): Promise<Response> {
  const format = (['xlsx', 'docx'] as const).find((each) => each === req.c.req.param('bentuk'))
  if (format === undefined) throw new NotFoundError('page.not-found')
  const { text, comments } = await matrixOf(req)
  await asMe(req, (ctx) => noteTextExport(ctx, { textId: text.id, format, rows: comments.length }))
  return fileResponse(
    await matrixFile({ lang: req.lang, t: req.t }, format, text.title, comments),
    format,
    'matriks-tanggapan',
  )
}

const READ = ['advocacy.read'] as const
const EDIT = ['clause.edit'] as const
const SAY = ['law.read'] as const

export const remarkRoutes: readonly Route[] = [
  staffRoute({
    method: 'get',
    path: `${CLAUSES}/:id/pasal/:pasal`,
    access: READ,
    handle: (req) => showClause(req, clauseKey(req)),
  }),
  staffRoute({ method: 'post', path: `${CLAUSES}/:id/pasal/:pasal/rumusan`, access: EDIT, handle: propose }),
  staffRoute({ method: 'post', path: `${CLAUSES}/:id/rumusan/:rumusan/pilih`, access: EDIT, handle: choose }),
  staffRoute({ method: 'post', path: `${CLAUSES}/:id/pasal/:pasal/tanggapan`, access: SAY, handle: comment }),
  staffRoute({
    method: 'post',
    path: `${CLAUSES}/:id/tanggapan/:tanggapan/jawab`,
    access: EDIT,
    handle: answer,
  }),
  staffRoute({ method: 'get', path: `${CLAUSES}/:id/matriks`, access: READ, handle: showMatrix }),
  staffRoute({
    method: 'get',
    path: `${CLAUSES}/:id/matriks/unduh/:bentuk`,
    access: READ,
    handle: downloadMatrix,
  }),
]
