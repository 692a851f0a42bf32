/** From the directory's rows to what its pages show. */
import {
  trustOf,
  type ContactRow,
  type Coverage,
  type DirectoryEntry,
  type ServiceRow,
  type DirectoryEdit,
  type WaitingChange,
  type WaitingEdit,
} from '#src/modules/directory/index.ts'
import { loadReference } from '#src/platform/reference.ts'
import type { StaffFrame } from '#src/web/ui/staff/frame.ts'
import { plainDate } from '#src/web/ui/when.ts'
import { countryName } from '../casework.ts'
import type { ContactView, DirectoryWay, ProposalView, ServiceView } from './directory-page.tsx'

export function contactView(frame: StaffFrame, row: ContactRow): ContactView {
  const note = frame.lang === 'en' ? (row.note_en ?? row.note) : row.note
  const dated =
    row.source_date === null ? row.source_citation : sourced(frame, row.source_citation, row.source_date)
  return {
    id: row.id,
    way: row.type as DirectoryWay,
    value: note === null ? row.value : `${row.value} (${note})`,
    confidence: trustOf(row, frame.now),
    ...(row.checked_at !== null && { checkedAt: row.checked_at }),
    source: dated,
  }
}

function sourced(frame: StaffFrame, source: string, date: string): string {
  return frame.t.kerjaDirektori.sourceFrom(source, plainDate(frame.lang, date))
}

/** Countries by name, districts by name; a long list of countries ends in an ellipsis. */
export function coverageWords(frame: StaffFrame, covers: readonly Coverage[]): string {
  const names = covers.map(({ country, district }) => {
    if (country === '*') return frame.t.kerjaDirektori.everywhere
    const place = district === null ? undefined : districtName(district)
    return place ?? countryName(frame.lang, country, frame.t)
  })
  return names.length > 6 ? `${names.slice(0, 6).join(', ')} …` : names.join(', ')
}

function districtName(code: string): string | undefined {
  const { districts, provinces } = loadReference()
  return [...districts, ...provinces].find((each) => each.code === code)?.name
}

export function serviceView(frame: StaffFrame, row: ServiceRow): ServiceView {
  const none = frame.t.kerjaUmum.unknown
  return {
    name: frame.lang === 'en' ? row.name_en : row.name_id,
    for: row.for_whom ?? none,
    languages: row.languages ?? none,
    cost: row.cost ?? none,
    documents: row.documents ?? none,
    hours: row.hours ?? none,
    ...(row.meeting_point && { meeting: row.meeting_point, brought: row.how_brought ?? none }),
  }
}

/** What waits for a second reader: the body itself, drafted services, changes of contacts. */
export function proposalViews(frame: StaffFrame, entry: DirectoryEntry, me: string): readonly ProposalView[] {
  const words = frame.t.kerjaDirektori
  const draft = { by: words.somebody, at: frame.now, before: '', source: words.draft }
  return [
    ...(entry.draft
      ? [
          {
            ...draft,
            id: entry.id,
            what: 'body' as const,
            field: words.newBody,
            after: entry.name,
            ...(entry.draft === 'own' && { own: 'own' as const }),
          },
        ]
      : []),
    ...entry.services
      .filter((service) => service.state === 'draft')
      .map((service) => ({
        ...draft,
        id: service.id,
        what: 'service' as const,
        field: words.newService,
        after: frame.lang === 'en' ? service.name_en : service.name_id,
      })),
    ...entry.changes.map((change) => changeView(frame, change, me)),
    ...entry.edits.map((edit) => editView(frame, edit, me)),
  ]
}

function editView(frame: StaffFrame, row: WaitingEdit, me: string): ProposalView {
  const words = frame.t.kerjaDirektori
  const edit = row.edit as DirectoryEdit
  const isEnglish = frame.lang === 'en'
  const now = (isEnglish ? row.now_en : row.now_id) ?? ''
  const place = row.country === null ? '' : coverageWords(frame, [{ country: row.country, district: null }])
  const changes: Readonly<Record<DirectoryEdit, readonly [string, string]>> = {
    rename: [now, (isEnglish ? row.name_en : row.name_id) ?? ''],
    cover: ['', place],
    uncover: [place, words.action.end],
    'end-body': [now, words.action.end],
    'end-service': [row.service_id_name ?? '', words.action.end],
  }
  const [before, after] = changes[edit]
  return {
    id: row.id,
    what: 'edit',
    by: row.display_name ?? words.somebody,
    at: row.created_at,
    field: words.edits[edit],
    before,
    after,
    source: row.source,
    ...(row.proposed_by === me && { own: 'own' as const }),
  }
}

function changeView(frame: StaffFrame, change: WaitingChange, me: string): ProposalView {
  const words = frame.t.kerjaDirektori
  const way = change.type === null ? '' : words.ways[change.type as DirectoryWay]
  const how =
    change.how_checked === null ? '' : `, ${words.hows[change.how_checked as keyof typeof words.hows]}`
  return {
    id: change.id,
    by: change.from_reference
      ? words.reference
      : (change.display_name ?? change.short_name ?? words.somebody),
    at: change.created_at,
    field: `${way}: ${words.action[change.action as keyof typeof words.action]}${how}`,
    before: change.before_value ?? '',
    after: change.after_value ?? (change.action === 'end' ? words.action.end : (change.before_value ?? '')),
    source: change.source_date === null ? change.source : sourced(frame, change.source, change.source_date),
    ...(change.proposed_by === me && { own: 'own' as const }),
  }
}
