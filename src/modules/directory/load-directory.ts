import { createHash } from 'node:crypto'
import { writeJournal } from '#src/platform/audit/journal-queries.ts'
import { runAs, type Context } from '#src/platform/db/context.ts'
import type { Platform } from '#src/platform/platform.ts'
import { loadReference, type Reference } from '#src/platform/reference.ts'
import {
  coverCountries,
  insertBody,
  insertContacts,
  listLoadedBodies,
  listLoadedContacts,
  noteReferenceValue,
  proposeReferenceValue,
  replaceContact,
  updateBody,
  waitForLoader,
} from './load-queries.ts'
import { wantedDirectory, type WantedBody, type WantedContact } from './wanted-directory.ts'

export type Loaded = { readonly added: number; readonly changed: number; readonly proposed: number }

/** At every start, once per process: brings the reference files in. Running it again changes nothing. */
export async function loadDirectory(platform: Platform): Promise<Loaded> {
  return runAs(platform, { kind: 'keeper' }, (ctx) => bringInReference(ctx, loadReference()))
}

/**
 * A number that somebody here edited or checked is never overwritten: a newer file becomes a proposal that waits
 * for a reader. What nobody touched follows the file.
 */
export async function bringInReference(ctx: Context, reference: Reference): Promise<Loaded> {
  await waitForLoader(ctx)
  const bodies = new Map((await listLoadedBodies(ctx)).map((row) => [row.slug, row]))
  const contacts = new Map((await listLoadedContacts(ctx)).map((row) => [row.reference_key, row]))
  const fresh: { readonly bodyId: string; readonly contact: WantedContact }[] = []
  const count = { added: 0, changed: 0, proposed: 0 }
  let last: string | undefined
  for (const body of wantedDirectory(reference)) {
    const stored = bodies.get(body.slug)
    const hash = hashOf(body)
    if (stored?.reference_hash === hash) continue
    const bodyId = stored?.id ?? ctx.newId()
    last = bodyId
    if (stored) await updateBody(ctx, bodyId, body, hash)
    else await insertBody(ctx, bodyId, body, hash)
    count[stored ? 'changed' : 'added'] += 1
    await coverCountries(ctx, bodyId, body.countries)
    for (const contact of body.contacts) {
      const row = contacts.get(contact.key)
      if (!row) fresh.push({ bodyId, contact })
      else if (row.reference_value !== contact.value)
        count[await bringInContact(ctx, { ...row, bodyId: row.body_id }, contact)] += 1
    }
  }
  await insertContacts(ctx, fresh)
  if (last)
    await writeJournal(ctx, {
      verb: 'directory.loaded',
      subjectKind: 'directory-body',
      subjectId: last,
      details: count,
    })
  return count
}

type StoredContact = {
  readonly id: string
  readonly bodyId: string
  readonly value: string
  readonly reference_value: string | null
  readonly checked_at: Date | null
  readonly ended_at: Date | null
}

async function bringInContact(
  ctx: Context,
  row: StoredContact,
  contact: WantedContact,
): Promise<'changed' | 'proposed'> {
  const untouched = row.value === row.reference_value && row.checked_at === null && row.ended_at === null
  if (untouched) {
    await replaceContact(ctx, row.id, contact)
    return 'changed'
  }
  await noteReferenceValue(ctx, row.id, contact.value)
  if (row.value !== contact.value) await proposeReferenceValue(ctx, row, contact)
  return 'proposed'
}

function hashOf(body: WantedBody): string {
  return createHash('sha256').update(JSON.stringify(body)).digest('base64url')
}
