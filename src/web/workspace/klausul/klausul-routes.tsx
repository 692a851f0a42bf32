/** Texts of drafters: the list, a new one, its versions, and two of them side by side. */
import { compareTexts } from '#src/domain/clauses/compare-texts.ts'
import { markedText } from '#src/domain/clauses/clause-text.ts'
import {
  addVersion,
  createText,
  findText,
  findVersion,
  findVersionById,
  listChoices,
  listComments,
  listComparable,
  listTexts,
  listVersions,
  listWordings,
  nextDraft,
  noteTextExport,
  previewText,
  type VersionRow,
} from '#src/modules/clauses/index.ts'
import { NotFoundError, StaleVersionError } from '#src/platform/errors.ts'
import { loadVillageTemplate } from '#src/platform/law/village-template.ts'
import { idParam } from '#src/web/form-values.ts'
import { page, seeOther, staffRoute, type Route, type StaffReq } from '#src/web/http.ts'
import type { FormState } from '#src/web/ui/staff/frame.ts'
import { villageNames, villageTemplateText } from '#src/web/village-paper.ts'
import { asMe, idIn } from '../casework.ts'
import { comparedFile, fileResponse } from './clause-files.ts'
import { CLAUSES, clauseFrame, clauseProblems, statusOf } from './clause-parts.tsx'
import { remarkRoutes } from './remark-routes.tsx'
import { ComparePage, type SideView } from './compare-page.tsx'
import { TextsPage } from './list-page.tsx'
import { LARGEST_TEXT_FORM, readTextForm, type TextForm } from './read-text-form.ts'
import { TextFormPage, type TextFormView } from './text-form-page.tsx'
import { TextPage } from './text-page.tsx'
import { villageRoutes } from './village-routes.tsx'

async function showTexts(req: StaffReq): Promise<Response> {
  const rows = await asMe(req, listTexts)
  const texts = rows.map(({ created_at, ...row }) => ({ ...row, createdAt: created_at }))
  return page(req, <TextsPage frame={clauseFrame(req)} view={{ texts }} />)
}

function showNew(req: StaffReq): Promise<Response> {
  const template = req.c.req.query('templat') === 'perdes'
  const values = template
    ? {
        kind: 'village-regulation',
        language: 'id',
        standing: 'draft',
        source: req.t.kerjaKlausul.village.templateSource,
        sourceDay: loadVillageTemplate().header.retrieved,
        text: villageTemplateText(villageNames((name) => req.c.req.query(name))),
      }
    : { standing: 'draft' }
  return page(req, <TextFormPage frame={clauseFrame(req)} view={{ form: { values, problems: [] } }} />)
}

/** What was typed, cut once more; a text without lines "===" gets them now, to be corrected. */
function cutAgain({ input }: TextForm): Pick<TextFormView, 'cut'> & { readonly values: FormState['values'] } {
  const cut = previewText(input.text)
  return { cut, values: { ...input, text: markedText(cut.clauses) } }
}

async function postNew(req: StaffReq): Promise<Response> {
  const form = await readTextForm(req)
  const again = (error: unknown) => {
    const { cut, values } = cutAgain(form)
    const problems = error === undefined ? [] : clauseProblems(req, error, 'title')
    const view = { form: { values, problems }, ...(cut && cut.clauses.length > 0 && { cut }) }
    return page(req, <TextFormPage frame={clauseFrame(req)} view={view} />, error === undefined ? 200 : 422)
  }
  if (form.fault !== undefined || form.action === 'look') return again(form.fault)
  try {
    const id = await asMe(req, (ctx) => createText(ctx, form.input))
    return seeOther(req, `${CLAUSES}/${id}?kabar=simpan`)
  } catch (error) {
    return again(error)
  }
}

async function showNext(req: StaffReq): Promise<Response> {
  const id = idParam(req)
  const { text, clauses, chosen } = await asMe(req, async (ctx) => {
    const found = await findText(ctx, id)
    if (!found) throw new NotFoundError('page.not-found')
    const choices = (await listChoices(ctx, id)).filter((each) => each.for_number === found.version + 1)
    return {
      text: found,
      clauses: await nextDraft(ctx, id),
      chosen: new Set(choices.map((each) => each.clause)).size,
    }
  })
  const of = { id, title: text.title, seen: text.version, chosen }
  const form = { values: { standing: 'draft', text: markedText(clauses) }, problems: [] }
  return page(
    req,
    <TextFormPage frame={clauseFrame(req)} view={{ of, form, cut: { clauses, removed: 0 } }} />,
  )
}

async function postNext(req: StaffReq): Promise<Response> {
  const id = idParam(req)
  const form = await readTextForm(req)
  const text = await asMe(req, (ctx) => findText(ctx, id))
  if (!text) throw new NotFoundError('page.not-found')
  const again = (error: unknown) => {
    const { cut, values } = cutAgain(form)
    const problems = error === undefined ? [] : clauseProblems(req, error, 'text')
    // Who was overtaken has now been told: the next save is upon the version that stands.
    const seen = error instanceof StaleVersionError ? text.version : form.seen
    const view = {
      of: { id, title: text.title, seen, chosen: 0 },
      form: { values, problems },
      ...(cut && { cut }),
    }
    const status = error === undefined ? 200 : statusOf(error)
    return page(req, <TextFormPage frame={clauseFrame(req)} view={view} />, status)
  }
  if (form.fault !== undefined || form.action === 'look') return again(form.fault)
  try {
    const number = await asMe(req, (ctx) => addVersion(ctx, id, form.seen, form.input))
    return seeOther(req, `${CLAUSES}/${id}?versi=${number}&kabar=versi`)
  } catch (error) {
    return again(error)
  }
}

async function showText(req: StaffReq): Promise<Response> {
  const id = idParam(req)
  const found = await asMe(req, async (ctx) => {
    const text = await findText(ctx, id)
    const asked = Number(req.c.req.query('versi') ?? text?.version)
    const isNumber = Number.isInteger(asked) && asked > 0 && asked < 100_000
    const version = text && isNumber ? await findVersion(ctx, id, asked) : undefined
    if (!text || !version) throw new NotFoundError('page.not-found')
    return {
      text,
      version,
      versions: await listVersions(ctx, id),
      comments: await listComments(ctx, id),
      wordings: await listWordings(ctx, id),
    }
  })
  const { text, version, comments, wordings } = found
  const countOf = (rows: readonly { readonly clause: string }[], key: string) =>
    rows.filter((row) => row.clause === key).length
  const view = {
    ...text,
    latest: text.version,
    isOwn: text.org_id === req.who.org.id,
    version: { ...version, createdAt: version.created_at, sourceDay: version.source_day },
    versions: found.versions.map((each) => ({
      id: each.id,
      number: each.number,
      createdAt: each.created_at,
    })),
    counts: new Map(
      version.clauses.map(({ key }) => [
        key,
        { comments: countOf(comments, key), wordings: countOf(wordings, key) },
      ]),
    ),
  }
  return page(req, <TextPage frame={clauseFrame(req)} view={view} />)
}

async function askedTexts(req: StaffReq) {
  const [left, right] = [req.c.req.query('kiri') ?? '', req.c.req.query('kanan') ?? '']
  const found = await asMe(req, async (ctx) => ({
    choices: await listComparable(ctx),
    left: left === '' ? undefined : await findVersionById(ctx, idIn(left)),
    right: right === '' ? undefined : await findVersionById(ctx, idIn(right)),
  }))
  if ((left !== '' && !found.left) || (right !== '' && !found.right))
    throw new NotFoundError('page.not-found')
  return { ...found, asked: { left, right } }
}

const sideOf = (req: StaffReq, row: VersionRow): SideView => ({
  id: row.id,
  title: `${row.title}, ${req.t.kerjaKlausul.versionOf(row.number).toLowerCase()}`,
  language: row.language,
})

async function showCompare(req: StaffReq): Promise<Response> {
  const { choices, left, right, asked } = await askedTexts(req)
  const words = req.t.kerjaKlausul
  const view = {
    form: { values: { kiri: asked.left, kanan: asked.right }, problems: [] },
    choices: choices.map((each) => ({
      value: each.id,
      label: `${each.title}, ${words.versionOf(each.number)}`,
    })),
    sides: left && right && { left: sideOf(req, left), right: sideOf(req, right) },
    rows: left && right ? compareTexts(left.clauses, right.clauses) : [],
  }
  return page(req, <ComparePage frame={clauseFrame(req)} view={view} />)
}

async function downloadCompare(req: StaffReq): Promise<Response> {
  const format = (['docx', 'pdf'] as const).find((each) => each === req.c.req.param('bentuk'))
  const { left, right } = await askedTexts(req)
  if (format === undefined || !left || !right) throw new NotFoundError('page.not-found')
  const rows = compareTexts(left.clauses, right.clauses)
  await asMe(req, (ctx) => noteTextExport(ctx, { textId: left.text_id, format, rows: rows.length }))
  const compared = { left: sideOf(req, left), right: sideOf(req, right), rows }
  const bytes = await comparedFile({ lang: req.lang, t: req.t }, format, compared, req.platform.clock())
  return fileResponse(bytes, format, 'banding-naskah')
}

const READ = ['advocacy.read'] as const
const EDIT = ['clause.edit'] as const

export const clauseRoutes: readonly Route[] = [
  staffRoute({ method: 'get', path: CLAUSES, access: READ, handle: showTexts }),
  staffRoute({ method: 'get', path: `${CLAUSES}/baru`, access: EDIT, handle: showNew }),
  staffRoute({
    method: 'post',
    path: `${CLAUSES}/baru`,
    access: EDIT,
    maxBody: LARGEST_TEXT_FORM,
    handle: postNew,
  }),
  staffRoute({ method: 'get', path: `${CLAUSES}/banding`, access: READ, handle: showCompare }),
  staffRoute({
    method: 'get',
    path: `${CLAUSES}/banding/unduh/:bentuk`,
    access: READ,
    handle: downloadCompare,
  }),
  ...villageRoutes,
  staffRoute({ method: 'get', path: `${CLAUSES}/:id`, access: READ, handle: showText }),
  staffRoute({ method: 'get', path: `${CLAUSES}/:id/versi`, access: EDIT, handle: showNext }),
  staffRoute({
    method: 'post',
    path: `${CLAUSES}/:id/versi`,
    access: EDIT,
    maxBody: LARGEST_TEXT_FORM,
    handle: postNext,
  }),
  ...remarkRoutes,
]
