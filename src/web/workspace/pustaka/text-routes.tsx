import {
  OFFICIAL_TEXT_STATES,
  type OfficialTextKind,
  type OfficialTextLanguage,
} from '#src/domain/law/official-text.ts'
import { isRole, may } from '#src/domain/disclosure/roles.ts'
import {
  confirmText,
  findTextFile,
  listTextFiles,
  proposeText,
  readText,
  withdrawText,
  type TextInput,
} from '#src/modules/law/index.ts'
import { InvalidInputError, NotFoundError, RefusedError, StaleVersionError } from '#src/platform/errors.ts'
import {
  inspectOfficialText,
  LARGEST_OFFICIAL_TEXT,
  type InspectedText,
} from '#src/platform/files/inspect-official-text.ts'
import { loadLaw } from '#src/platform/law/law-files.ts'
import { formState, idParam, readForm } from '#src/web/form-values.ts'
import { page, seeOther, staffRoute, type Route, type StaffReq } from '#src/web/http.ts'
import { readBody } from '#src/web/middleware/read-body.ts'
import { officialTextFile, sizeWords, typeWords } from '#src/web/official-text-file.ts'
import { EMPTY_FORM, type FieldProblem, type FormState } from '#src/web/ui/staff/frame.ts'
import { asMe, pageHref, pageOf } from '../casework.ts'
import { frameOf } from '../staff-frame.ts'
import { TextPage, TEXTS, TextsPage, type TextFileView } from './text-pages.tsx'

const TEXTS_A_PAGE = 30
/** A file that is a little too large is answered beside its field; a far larger one by the page for that. */
const WITH_FORM = 2 * LARGEST_OFFICIAL_TEXT
const MOST_IN_BODY = LARGEST_OFFICIAL_TEXT + 64 * 1024

function textFrame(req: StaffReq) {
  const lead = req.t.naskah.done[req.c.req.query('kabar') ?? '']
  return frameOf(req, lead === undefined ? {} : { flash: { kind: 'good', lead } })
}

const allowed = (req: StaffReq, permission: 'law.edit' | 'law.confirm'): boolean =>
  may(req.who.actor.roles.filter(isRole), permission)

async function showTexts(req: StaffReq, form?: FormState, status: 200 | 422 = 200): Promise<Response> {
  const state = OFFICIAL_TEXT_STATES.find((each) => each === req.c.req.query('keadaan'))
  const current = pageOf(req)
  const offset = current * TEXTS_A_PAGE
  const rows = await asMe(req, (ctx) =>
    listTextFiles(ctx, {
      states: state ? [state] : OFFICIAL_TEXT_STATES,
      limit: TEXTS_A_PAGE + 1,
      offset,
    }),
  )
  const texts = rows.slice(0, TEXTS_A_PAGE).map((row) => viewOf(req, row))
  const hasMore = rows.length > TEXTS_A_PAGE
  const asked = { values: { instrument: req.c.req.query('aturan') ?? '' }, problems: [] }
  return page(
    req,
    <TextsPage
      frame={textFrame(req)}
      view={{
        texts,
        state,
        form: form ?? asked,
        instruments: loadLaw().instruments.toSorted((a, b) => a.short.localeCompare(b.short, 'id')),
        may: allowed(req, 'law.edit') ? 'edit' : 'read',
        ...((current > 0 || hasMore) && {
          paging: {
            from: offset + 1,
            to: offset + texts.length,
            total: offset + rows.length,
            ...(current > 0 && { previous: pageHref(req, current - 1) }),
            ...(hasMore && { next: pageHref(req, current + 1) }),
          },
        }),
      }}
    />,
    status,
  )
}

async function bring(req: StaffReq): Promise<Response> {
  const { input, file } = await readUpload(req)
  try {
    const id = await asMe(req, (ctx) => proposeText(ctx, input, file))
    return seeOther(req, `${TEXTS}/${id}?kabar=dilampirkan`)
  } catch (error) {
    return showTexts(req, { values: { ...input }, problems: textProblems(req, error, 'file') }, 422)
  }
}

async function readUpload(
  req: StaffReq,
): Promise<{ readonly input: TextInput; readonly file: InspectedText | undefined }> {
  const body = await readBody(req.c.req.raw, MOST_IN_BODY)
  const type = req.c.req.header('content-type') ?? ''
  const data = body.cut
    ? undefined
    : await new Response(body.bytes, { headers: { 'content-type': type } }).formData().catch(() => undefined)
  const one = (name: string): string => {
    const value = data?.get(name)
    return typeof value === 'string' ? value.trim() : ''
  }
  const given = data?.get('file')
  const file =
    given === undefined ||
    given === null ||
    typeof given === 'string' ||
    (given.name === '' && given.size === 0)
      ? undefined
      : await inspectOfficialText(new Uint8Array(await given.arrayBuffer()))
  return {
    input: {
      instrument: one('instrument'),
      language: one('language'),
      kind: one('kind'),
      source: one('source'),
      url: one('url'),
      retrievedOn: one('retrievedOn'),
    },
    file: body.cut ? { kind: 'refused', why: 'too-big' } : file,
  }
}

async function showText(
  req: StaffReq,
  form: FormState = EMPTY_FORM,
  status: 200 | 409 | 422 = 200,
): Promise<Response> {
  const row = await asMe(req, (ctx) => findTextFile(ctx, idParam(req)))
  if (!row) throw new NotFoundError('page.not-found')
  const mine = row.uploader === req.who.actor.staffId
  return page(
    req,
    <TextPage
      frame={textFrame(req)}
      view={{
        text: viewOf(req, row),
        form,
        mine,
        may: {
          confirm: row.state === 'proposed' && !mine && allowed(req, 'law.confirm'),
          withdraw: row.state !== 'withdrawn' && allowed(req, 'law.confirm'),
        },
      }}
    />,
    status,
  )
}

async function confirm(req: StaffReq): Promise<Response> {
  const form = await readForm(req)
  const id = idParam(req)
  try {
    await asMe(req, (ctx) => confirmText(ctx, { id, version: Number(form.one('version')) || 0 }))
  } catch (error) {
    return showText(req, formState(form, textProblems(req, error, 'version')), statusOf(error))
  }
  return seeOther(req, `${TEXTS}/${id}?kabar=dibaca`)
}

async function withdraw(req: StaffReq): Promise<Response> {
  const form = await readForm(req)
  const id = idParam(req)
  try {
    await asMe(req, (ctx) =>
      withdrawText(ctx, { id, version: Number(form.one('version')) || 0 }, form.one('reason')),
    )
  } catch (error) {
    return showText(req, formState(form, textProblems(req, error, 'reason')), statusOf(error))
  }
  return seeOther(req, `${TEXTS}/${id}?kabar=ditarik`)
}

async function download(req: StaffReq): Promise<Response> {
  const file = await asMe(req, (ctx) => readText(ctx, idParam(req)))
  if (!file) throw new NotFoundError('page.not-found')
  return officialTextFile(req, file, 'no-store')
}

const statusOf = (error: unknown) => (error instanceof StaleVersionError ? 409 : 422)

function textProblems(req: StaffReq, error: unknown, path: string): readonly FieldProblem[] {
  const { problem, problemOther } = req.t.naskah
  if (error instanceof InvalidInputError)
    return error.problems.map((each) => ({ path: each.path, message: problem[each.code] ?? problemOther }))
  if (error instanceof RefusedError || error instanceof StaleVersionError)
    return [{ path, message: problem[error.code] ?? problemOther }]
  throw error
}

type Row = NonNullable<Awaited<ReturnType<typeof findTextFile>>>

function viewOf(req: StaffReq, row: Row): TextFileView {
  const { otherBody } = req.t.naskah
  return {
    id: row.id,
    version: row.version,
    instrument: row.instrument,
    law: loadLaw().instruments.find((each) => each.id === row.instrument)?.short ?? row.instrument,
    language: row.language as OfficialTextLanguage,
    kind: row.kind as OfficialTextKind,
    source: row.source,
    url: row.url ?? undefined,
    retrievedOn: row.retrieved_on,
    file: `${typeWords(row.media_type)}, ${sizeWords(req.lang, row.size_bytes)}`,
    sha256: row.sha256,
    state: OFFICIAL_TEXT_STATES.find((each) => each === row.state) ?? 'proposed',
    broughtAt: row.created_at,
    uploader: `${row.uploader_name ?? otherBody}, ${row.uploader_body}`,
    reader: row.reader_body === null ? undefined : `${row.reader_name ?? otherBody}, ${row.reader_body}`,
    readAt: row.read_at ?? undefined,
    withdrawnAt: row.withdrawn_at ?? undefined,
    reason: row.reason ?? undefined,
  }
}

export const textRoutes: readonly Route[] = [
  staffRoute({ method: 'get', path: TEXTS, access: ['law.read'], handle: (req) => showTexts(req) }),
  staffRoute({ method: 'post', path: TEXTS, access: ['law.edit'], maxBody: WITH_FORM, handle: bring }),
  staffRoute({ method: 'get', path: `${TEXTS}/:id`, access: ['law.read'], handle: (req) => showText(req) }),
  staffRoute({ method: 'get', path: `${TEXTS}/:id/unduh`, access: ['law.read'], handle: download }),
  staffRoute({ method: 'post', path: `${TEXTS}/:id/baca`, access: ['law.confirm'], handle: confirm }),
  staffRoute({ method: 'post', path: `${TEXTS}/:id/tarik`, access: ['law.confirm'], handle: withdraw }),
]
