import { sql } from 'kysely'
import type { Context } from '#src/platform/db/context.ts'
import type { WantedBody, WantedContact } from './wanted-directory.ts'

/** Two processes that start together load one after the other. */
export async function waitForLoader(ctx: Context): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('payung.directory.load'))`.execute(ctx.tx)
}

export async function listLoadedBodies(ctx: Context) {
  return ctx.tx.selectFrom('app.directory_bodies').select(['id', 'slug', 'reference_hash']).execute()
}

export async function listLoadedContacts(ctx: Context) {
  return ctx.tx
    .selectFrom('app.directory_contacts')
    .select(['id', 'body_id', 'type', 'value', 'reference_key', 'reference_value', 'checked_at', 'ended_at'])
    .where('reference_key', 'is not', null)
    .execute()
}

const bodyColumns = (body: WantedBody, hash: string) => ({
  kind: body.kind,
  form: body.form,
  name_id: body.name.id,
  name_en: body.name.en,
  note: body.note,
  time_zone: body.timeZone,
  source_citation: body.citation,
  source_url: body.url,
  confidence: body.confidence,
  reference_hash: hash,
})

export async function insertBody(ctx: Context, id: string, body: WantedBody, hash: string): Promise<void> {
  await ctx.tx
    .insertInto('app.directory_bodies')
    .values({ id, created_at: ctx.now, slug: body.slug, ...bodyColumns(body, hash) })
    .execute()
}

export async function updateBody(ctx: Context, id: string, body: WantedBody, hash: string): Promise<void> {
  await ctx.tx
    .updateTable('app.directory_bodies')
    .set((row) => ({ ...bodyColumns(body, hash), version: row('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

export async function coverCountries(
  ctx: Context,
  bodyId: string,
  countries: readonly string[],
): Promise<void> {
  await ctx.tx
    .insertInto('app.directory_coverage')
    .values(
      countries.map((country) => ({
        id: ctx.newId(),
        created_at: ctx.now,
        body_id: bodyId,
        country,
        district: null,
      })),
    )
    .onConflict((conflict) => conflict.columns(['body_id', 'country', 'district']).doNothing())
    .execute()
}

const contactColumns = (contact: WantedContact) => ({
  type: contact.type,
  value: contact.value,
  note: contact.note,
  note_en: contact.noteEn,
  source_citation: contact.citation,
  source_url: contact.url,
  source_date: contact.date,
  confidence: contact.confidence,
  reference_key: contact.key,
  reference_value: contact.value,
})

export async function insertContacts(
  ctx: Context,
  rows: readonly { readonly bodyId: string; readonly contact: WantedContact }[],
): Promise<void> {
  if (rows.length === 0) return
  await ctx.tx
    .insertInto('app.directory_contacts')
    .values(
      rows.map(({ bodyId, contact }) => ({
        id: ctx.newId(),
        created_at: ctx.now,
        body_id: bodyId,
        ...contactColumns(contact),
      })),
    )
    .execute()
}

/** Only for a contact that nobody here edited or checked. */
export async function replaceContact(ctx: Context, id: string, contact: WantedContact): Promise<void> {
  await ctx.tx
    .updateTable('app.directory_contacts')
    .set((row) => ({ ...contactColumns(contact), version: row('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

export async function noteReferenceValue(ctx: Context, id: string, value: string): Promise<void> {
  await ctx.tx
    .updateTable('app.directory_contacts')
    .set({ reference_value: value })
    .where('id', '=', id)
    .execute()
}

export async function proposeReferenceValue(
  ctx: Context,
  row: { readonly id: string; readonly bodyId: string; readonly value: string },
  contact: WantedContact,
): Promise<void> {
  await ctx.tx
    .insertInto('app.directory_changes')
    .values({
      id: ctx.newId(),
      created_at: ctx.now,
      body_id: row.bodyId,
      contact_id: row.id,
      action: 'change',
      type: contact.type,
      before_value: row.value,
      after_value: contact.value,
      source: contact.url === null ? contact.citation : `${contact.citation} ${contact.url}`,
      source_date: contact.date,
      from_reference: true,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
