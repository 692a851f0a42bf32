/** The pages of the law library with invented entries, for the page tests. */
import { fieldsOf } from '#src/domain/law/entry-fields.ts'
import type { Json } from '#src/domain/law/release.ts'
import { EMPTY_FORM, type StaffFrame } from '#src/web/ui/staff/frame.ts'
import { EditPage, EditsPage, type EditView } from './edit-pages.tsx'
import { EntriesPage, EntryPage, fieldName, type EntryView } from './entry-pages.tsx'
import { AdoptPage, ReleasesPage, type ReleaseRow, type ReleasesView } from './release-pages.tsx'
import { TextPage, TextsPage, type TextFileView } from './text-pages.tsx'

const AT = { file: 'norms.json', collection: 'norms', key: 'contoh-1' }
const BEFORE: Json = { id: 'contoh-1', amount: 3, note: null, list: ['a'] }
const AFTER: Json = { ...BEFORE, amount: 4, note: 'dibaca ulang' }
const THEN = new Date('2026-11-20T04:00:00Z')
const EDIT: EditView = {
  id: '00000000-0000-0000-0000-000000000001',
  at: AT,
  before: BEFORE,
  after: AFTER,
  reason: 'Dibaca di lembaran negara.',
  state: 'waiting',
  madeAt: THEN,
  author: 'Perancang Contoh',
  reader: undefined,
  decidedAt: undefined,
  readerReason: undefined,
}
const EDITS: readonly EditView[] = [
  EDIT,
  { ...EDIT, state: 'refused', reader: 'Pembaca Contoh', decidedAt: THEN, readerReason: 'Pasal lain.' },
  { ...EDIT, before: null, author: undefined },
  { ...EDIT, after: null, state: 'released', decidedAt: THEN },
]
const FIELDS = fieldsOf(BEFORE)
const ENTRY: EntryView = {
  at: AT,
  fields: FIELDS,
  seen: '{}',
  form: {
    values: Object.fromEntries(FIELDS.map((field) => [fieldName(field.name), field.value])),
    problems: [],
  },
  open: undefined,
  may: 'edit',
  isNew: false,
  unread: true,
}
const ROW: ReleaseRow = {
  id: '00000000-0000-0000-0000-000000000002',
  label: '2026-11-21-contoh',
  origin: 'shipped',
  madeAt: THEN,
  maker: undefined,
  note: undefined,
  inForce: true,
  isBase: true,
}
const DIFFERENCE = { ...AT, before: BEFORE, after: AFTER }
const RELEASES: ReleasesView = {
  releases: [ROW, { ...ROW, origin: 'imported', inForce: false, maker: 'Perancang Contoh', note: 'catatan' }],
  next: { count: 1, differences: [DIFFERENCE], faults: [] },
  form: EMPTY_FORM,
  upload: EMPTY_FORM,
  may: 'release',
}
const paging = { from: 1, to: 30, total: 60, next: '?hal=2' }

const TEXT: TextFileView = {
  id: '00000000-0000-0000-0000-000000000003',
  version: 1,
  instrument: 'contoh-1',
  law: 'UU Contoh 1/2020',
  language: 'id',
  kind: 'gazette',
  source: 'Situs contoh',
  url: 'https://example.org/naskah',
  retrievedOn: '2026-11-20',
  file: 'PDF, 1,2 MB',
  sha256: 'ab'.repeat(32),
  state: 'proposed',
  broughtAt: THEN,
  uploader: 'Perancang Contoh, Lembaga Contoh',
  reader: undefined,
  readAt: undefined,
  withdrawnAt: undefined,
  reason: undefined,
}
const READ: TextFileView = {
  ...TEXT,
  kind: 'example',
  url: undefined,
  state: 'confirmed',
  reader: 'Pembaca Contoh',
  readAt: THEN,
}
const GONE: TextFileView = { ...READ, state: 'withdrawn', withdrawnAt: THEN, reason: 'Bukan naskah ini.' }

function textFixtures(frame: StaffFrame): Readonly<Record<string, unknown>> {
  const list = {
    state: undefined,
    form: EMPTY_FORM,
    instruments: [{ id: 'contoh-1', short: 'UU Contoh 1/2020' }],
  }
  const wrong = { values: {}, problems: [{ path: 'file', message: frame.t.naskah.problemOther }] }
  return {
    'law-texts': (
      <TextsPage frame={frame} view={{ ...list, texts: [TEXT, READ, GONE], paging, may: 'edit' }} />
    ),
    'law-texts-none': <TextsPage frame={frame} view={{ ...list, texts: [], form: wrong, may: 'edit' }} />,
    'law-text': (
      <TextPage
        frame={frame}
        view={{ text: TEXT, form: EMPTY_FORM, mine: false, may: { confirm: true, withdraw: true } }}
      />
    ),
    'law-text-read': (
      <TextPage
        frame={frame}
        view={{ text: READ, form: EMPTY_FORM, mine: true, may: { confirm: false, withdraw: true } }}
      />
    ),
    'law-text-gone': (
      <TextPage
        frame={frame}
        view={{ text: GONE, form: EMPTY_FORM, mine: false, may: { confirm: false, withdraw: false } }}
      />
    ),
  }
}

export function libraryPages(frame: StaffFrame): Readonly<Record<string, unknown>> {
  const words = frame.t.kerjaPustaka
  const wrong = { values: { label: '?' }, problems: [{ path: 'label', message: words.problemOther }] }
  const entries = {
    form: { values: { q: 'upah', berkas: '' }, problems: [] },
    files: ['norms.json'],
    total: 60,
  }
  return {
    'law-entries': (
      <EntriesPage
        frame={frame}
        view={{
          ...entries,
          release: { label: ROW.label, since: THEN },
          entries: [{ at: AT, says: 'contoh' }],
          paging,
        }}
      />
    ),
    'law-entries-none': (
      <EntriesPage frame={frame} view={{ ...entries, release: undefined, entries: [], total: 0 }} />
    ),
    'law-entry': <EntryPage frame={frame} view={ENTRY} />,
    'law-entry-new': (
      <EntryPage
        frame={frame}
        view={{
          ...ENTRY,
          isNew: true,
          form: { ...ENTRY.form, problems: [{ path: fieldName('list'), message: words.problemOther }] },
        }}
      />
    ),
    'law-entry-open': <EntryPage frame={frame} view={{ ...ENTRY, open: EDIT.id, may: 'read' }} />,
    'law-edits': <EditsPage frame={frame} view={{ edits: EDITS, state: undefined, paging }} />,
    'law-edits-none': <EditsPage frame={frame} view={{ edits: [], state: 'waiting' }} />,
    'law-edit': (
      <EditPage
        frame={frame}
        view={{ edit: EDIT, form: EMPTY_FORM, may: { decide: true, withdraw: false } }}
      />
    ),
    'law-edit-mine': (
      <EditPage
        frame={frame}
        view={{ edit: EDITS[1]!, form: EMPTY_FORM, may: { decide: false, withdraw: true } }}
      />
    ),
    'law-releases': <ReleasesPage frame={frame} view={RELEASES} />,
    'law-releases-none': (
      <ReleasesPage
        frame={frame}
        view={{
          ...RELEASES,
          form: wrong,
          next: { count: 1, differences: [], faults: ['contoh-1 stands twice'] },
        }}
      />
    ),
    'law-adopt': (
      <AdoptPage
        frame={frame}
        view={{
          id: ROW.id,
          label: ROW.label,
          inForce: false,
          differences: [DIFFERENCE],
          faults: [],
          may: 'release',
          texts: { taken: 1, there: 0, missing: 2 },
        }}
      />
    ),
    ...textFixtures(frame),
    'law-adopted': (
      <AdoptPage
        frame={frame}
        view={{
          id: ROW.id,
          label: ROW.label,
          inForce: true,
          differences: [],
          faults: [],
          may: 'read',
          texts: undefined,
        }}
      />
    ),
  }
}
