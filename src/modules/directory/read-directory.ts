import { listWaitingEdits, type WaitingEdit } from './edit-queries.ts'
import { writeAudit } from '#src/platform/audit/journal-queries.ts'
import { asStaff, type Context } from '#src/platform/db/context.ts'
import { NotFoundError } from '#src/platform/errors.ts'
import { loadReference } from '#src/platform/reference.ts'
import {
  countEntries,
  findEntry,
  listContacts,
  listCoverage,
  listCovering,
  listEntries,
  listServices,
  listWaitingChanges,
  type ContactRow,
  type DirectoryFilter,
  type EntryKind,
  type ServiceRow,
  type WaitingChange,
} from './read-queries.ts'

export type Lang = 'id' | 'en'

/** checked: by two persons and still in time · source: read in a named source · unverified: neither. */
export type Trust = 'checked' | 'source' | 'unverified'

export function trustOf(
  contact: Pick<ContactRow, 'valid_until' | 'checked_at' | 'confidence' | 'source_url'>,
  now: Date,
): Trust {
  if (contact.valid_until !== null && contact.valid_until > now) return 'checked'
  return contact.confidence === 'unverified' || contact.source_url === null ? 'unverified' : 'source'
}

export type Coverage = { readonly country: string; readonly district: string | null }

export type DirectoryListRow = {
  readonly id: string
  readonly kind: EntryKind
  readonly name: string
  readonly draft: 'draft' | undefined
  readonly covers: readonly Coverage[]
  readonly contact: ContactRow | undefined
}

export const PAGE_SIZE = 50

/** The directory for staff: everything, each contact with its marks. */
export async function listDirectory(
  ctx: Context,
  query: {
    readonly filter: DirectoryFilter
    readonly words: string
    readonly page: number
    readonly lang: Lang
  },
) {
  asStaff(ctx)
  const words = query.words.trim().slice(0, 100)
  const countries = words === '' ? [] : countriesLike(words)
  const { rows, total } = await listEntries(ctx, {
    filter: query.filter,
    words,
    countries,
    offset: (query.page - 1) * PAGE_SIZE,
    limit: PAGE_SIZE,
  })
  const ids = rows.map((row) => row.id)
  const [covers, contacts] = [await listCoverage(ctx, ids), await listContacts(ctx, ids)]
  await writeAudit(ctx, {
    verb: 'directory.listed',
    subjectKind: 'directory',
    details: { filter: query.filter, page: query.page, count: total },
  })
  return {
    total,
    counts: await countEntries(ctx),
    rows: rows.map((row): DirectoryListRow => ({
      id: row.id,
      kind: row.kind as EntryKind,
      name: query.lang === 'en' ? row.name_en : row.name_id,
      draft: row.state === 'draft' ? 'draft' : undefined,
      covers: covers.filter((each) => each.body_id === row.id),
      contact: contacts.find((each) => each.body_id === row.id),
    })),
  }
}

function countriesLike(words: string): readonly string[] {
  const wanted = words.toLowerCase()
  return loadReference()
    .countryNames.filter(
      (name) => name.id.toLowerCase().includes(wanted) || name.en.toLowerCase().includes(wanted),
    )
    .map((name) => name.iso)
}

export type DirectoryEntry = {
  readonly id: string
  readonly kind: EntryKind
  readonly name: string
  readonly draft: 'own' | 'other' | undefined
  readonly covers: readonly Coverage[]
  readonly contacts: readonly ContactRow[]
  readonly services: readonly ServiceRow[]
  readonly changes: readonly WaitingChange[]
  readonly edits: readonly WaitingEdit[]
  readonly version: number
}

export async function readEntry(ctx: Context, id: string, lang: Lang): Promise<DirectoryEntry> {
  const { actor } = asStaff(ctx)
  const row = await findEntry(ctx, id)
  if (!row) throw new NotFoundError('directory.not-found')
  return {
    id: row.id,
    kind: row.kind as EntryKind,
    name: lang === 'en' ? row.name_en : row.name_id,
    draft: row.state !== 'draft' ? undefined : row.proposed_by === actor.staffId ? 'own' : 'other',
    covers: await listCoverage(ctx, [id]),
    contacts: await listContacts(ctx, [id]),
    services: await listServices(ctx, [id]),
    changes: await listWaitingChanges(ctx, id),
    edits: await listWaitingEdits(ctx, id),
    version: row.version,
  }
}

export type PublicService = {
  readonly kind: EntryKind
  readonly form: string
  readonly name: string
  readonly services: readonly ServiceRow[]
  /** Checked and in time; no other number. */
  readonly numbers: readonly {
    readonly value: string
    readonly details: string | null
    readonly checkedOn: string
  }[]
}

const DIALLED = ['phone', 'whatsapp', 'freephone']

/** What the public may know about who helps in a place: no unchecked number, no draft, no place of a shelter. */
export async function listPublicServices(
  ctx: Context,
  place: Parameters<typeof listCovering>[1],
  lang: Lang,
): Promise<readonly PublicService[]> {
  const bodies = (await listCovering(ctx, place)).filter((body) => body.kind !== 'emergency')
  const ids = bodies.map((body) => body.id)
  const [services, contacts] = [await listServices(ctx, ids), await listContacts(ctx, ids)]
  return bodies.map((body) => ({
    kind: body.kind as EntryKind,
    form: body.form,
    name: lang === 'en' ? body.name_en : body.name_id,
    services: services.filter((each) => each.body_id === body.id),
    numbers: contacts
      .filter((each) => each.body_id === body.id && DIALLED.includes(each.type))
      .flatMap((each) =>
        each.valid_until === null || each.valid_until <= ctx.now || each.checked_at === null
          ? []
          : [
              {
                value: each.value,
                details: (lang === 'en' ? (each.note_en ?? each.note) : each.note) ?? null,
                checkedOn: each.checked_at.toISOString().slice(0, 10),
              },
            ],
      ),
  }))
}
