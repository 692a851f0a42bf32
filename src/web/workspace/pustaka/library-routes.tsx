/** The law library for its drafters: find an entry, propose another text, read it second, release it. */
import { fieldsOf, readFields } from '#src/domain/law/entry-fields.ts'
import {
  canonicalJson,
  entriesOf,
  entryAt,
  keyOf,
  type EntryAddress,
  type Json,
  type JsonObject,
} from '#src/domain/law/release.ts'
import { signedBy } from '#src/domain/law/readers.ts'
import { isRole, may } from '#src/domain/disclosure/roles.ts'
import { currentRelease, findOpenEdit, proposeEdit } from '#src/modules/law/index.ts'
import { InvalidInputError, NotFoundError, StaleVersionError } from '#src/platform/errors.ts'
import { lawFiles } from '#src/platform/law/law-source.ts'
import { formState, readForm, type FormValues } from '#src/web/form-values.ts'
import { page, seeOther, staffRoute, type Route, type StaffReq } from '#src/web/http.ts'
import type { FieldProblem, FormState } from '#src/web/ui/staff/frame.ts'
import { asMe, pageHref, pageOf } from '../casework.ts'
import { editRoutes } from './edit-routes.tsx'
import { EntriesPage, EntryPage, fieldName, LIBRARY, saysOf } from './entry-pages.tsx'
import { libraryFrame, libraryProblems } from './library-parts.ts'
import { releaseRoutes } from './release-routes.tsx'
import { textRoutes } from './text-routes.tsx'

const ENTRIES_A_PAGE = 30

async function showEntries(req: StaffReq): Promise<Response> {
  const words = (req.c.req.query('q') ?? '').trim().slice(0, 200).toLowerCase()
  const file = req.c.req.query('berkas') ?? ''
  const found = [...entriesOf(lawFiles()).values()].filter(
    ({ at, entry }) =>
      (file === '' || at.file === file) &&
      (words === '' || words.split(/\s+/).every((word) => textOf(at, entry).includes(word))),
  )
  const current = pageOf(req)
  const from = current * ENTRIES_A_PAGE
  const shown = found.slice(from, from + ENTRIES_A_PAGE)
  const release = await asMe(req, currentRelease)
  return page(
    req,
    <EntriesPage
      frame={libraryFrame(req)}
      view={{
        release: release && { label: release.label, since: release.since },
        form: { values: { q: req.c.req.query('q') ?? '', berkas: file }, problems: [] },
        files: [...lawFiles().keys()],
        entries: shown.map(({ at, entry }) => ({ at, says: saysOf(entry) })),
        total: found.length,
        ...(found.length > ENTRIES_A_PAGE && {
          paging: {
            from: from + 1,
            to: from + shown.length,
            total: found.length,
            ...(current > 0 && { previous: pageHref(req, current - 1) }),
            ...(from + ENTRIES_A_PAGE < found.length && { next: pageHref(req, current + 1) }),
          },
        }),
      }}
    />,
  )
}

function textOf(at: EntryAddress, entry: Json): string {
  return `${at.key} ${JSON.stringify(entry)}`.toLowerCase()
}

function addressOf(read: (name: string) => string | undefined): EntryAddress {
  return { file: read('berkas') ?? '', collection: read('daftar') ?? '', key: read('isi') ?? '' }
}

function showEntry(req: StaffReq): Promise<Response> {
  return entryPage(req, {
    at: addressOf((name) => req.c.req.query(name)),
    isNew: req.c.req.query('baru') === 'ya',
  })
}

type Shown = {
  readonly at: EntryAddress
  readonly isNew: boolean
  readonly form?: FormState
}

async function entryPage(req: StaffReq, { at, isNew, form }: Shown, status: 200 | 409 | 422 = 200) {
  const entry = entryAt(lawFiles(), at)
  if (entry === null) throw new NotFoundError('page.not-found')
  const open = isNew ? undefined : await asMe(req, (ctx) => findOpenEdit(ctx, at))
  const fields = fieldsOf(entry)
  const values = Object.fromEntries(fields.map((field) => [fieldName(field.name), field.value]))
  return page(
    req,
    <EntryPage
      frame={libraryFrame(req)}
      view={{
        at,
        fields,
        seen: canonicalJson(entry),
        form: form ?? { values, problems: [] },
        open: open?.id,
        may: may(req.who.actor.roles.filter(isRole), 'law.edit') ? 'edit' : 'read',
        isNew,
        unread: !isNew && isUnread(entry),
      }}
    />,
    status,
  )
}

async function propose(req: StaffReq): Promise<Response> {
  const form = await readForm(req)
  const at = addressOf((name) => form.one(name === 'isi' ? 'key' : name))
  const isNew = form.one('baru') === 'ya'
  const again = (problems: readonly FieldProblem[], status: 409 | 422) =>
    entryPage(req, { at, isNew, form: formState(form, problems) }, status)
  const model = entryAt(lawFiles(), at)
  const read = readFields(model, givenOf(form))
  if (read.kind === 'faults') {
    const message = req.t.kerjaPustaka.problem['law.not-readable'] ?? ''
    return again(
      read.fields.map((name) => ({ path: fieldName(name), message })),
      422,
    )
  }
  const gone = form.one('hapus') === 'ya' && !isNew
  const key = isNew ? (keyOf(read.entry) ?? '') : at.key
  if (isNew && entryAt(lawFiles(), { ...at, key }) !== null)
    return again(
      libraryProblems(
        req,
        new InvalidInputError([{ path: 'content', code: 'law.new-name' }]),
        fieldName('id'),
      ),
      422,
    )
  try {
    const id = await asMe(req, (ctx) =>
      proposeEdit(ctx, {
        at: { ...at, key },
        seen: isNew ? null : jsonIn(form.one('seen')),
        content: gone ? null : form.one('baca') === 'ya' ? signed(req, read.entry) : read.entry,
        reason: form.one('reason'),
      }),
    )
    return seeOther(req, `${LIBRARY}/suntingan/${id}?kabar=diusulkan`)
  } catch (error) {
    const first = fieldsOf(model)[0]?.name ?? 'id'
    return again(
      libraryProblems(req, error, fieldName(first)),
      error instanceof StaleVersionError ? 409 : 422,
    )
  }
}

/** Read in its source and found right, by the body of this drafter. */
function signed(req: StaffReq, entry: Json): Json {
  const { who, platform } = req
  return signedBy(entry, who.org.name, platform.clock().toISOString().slice(0, 10)) ?? entry
}

function isUnread(entry: Json): boolean {
  const { secondReader, checkedBy } = (entry ?? {}) as JsonObject
  return secondReader === null || checkedBy === null
}

function givenOf(form: FormValues): Readonly<Record<string, string | undefined>> {
  const prefix = fieldName('')
  return Object.fromEntries(
    Object.entries(form.given).flatMap(([name, values]) =>
      name.startsWith(prefix) ? [[name.slice(prefix.length), values[0]]] : [],
    ),
  )
}

function jsonIn(text: string): Json {
  try {
    return JSON.parse(text) as Json
  } catch {
    return null
  }
}

export const libraryRoutes: readonly Route[] = [
  staffRoute({ method: 'get', path: LIBRARY, access: ['law.read'], handle: showEntries }),
  staffRoute({ method: 'get', path: `${LIBRARY}/isi`, access: ['law.read'], handle: showEntry }),
  staffRoute({ method: 'post', path: `${LIBRARY}/isi`, access: ['law.edit'], handle: propose }),
  ...editRoutes,
  ...releaseRoutes,
  ...textRoutes,
]
