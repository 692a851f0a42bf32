import { sql, type Selectable } from 'kysely'
import type { Context } from '#src/platform/db/context.ts'
import type { AppPartners } from '#src/platform/db/schema.generated.ts'
import { ownKeys, type OwnKeys, type PublicJwk } from '#src/platform/exchange/own-keys.ts'
import type { Body } from '../messages/content.ts'

export type PartnerRow = Selectable<AppPartners>

export async function listPartners(ctx: Context): Promise<readonly PartnerRow[]> {
  return ctx.tx.selectFrom('app.partners').selectAll().orderBy('name').orderBy('id').execute()
}

export async function findPartner(ctx: Context, id: string): Promise<PartnerRow | undefined> {
  return ctx.tx.selectFrom('app.partners').selectAll().where('id', '=', id).executeTakeFirst()
}

export async function findPartnerByRemoteId(ctx: Context, remoteId: string): Promise<PartnerRow | undefined> {
  return ctx.tx.selectFrom('app.partners').selectAll().where('remote_id', '=', remoteId).executeTakeFirst()
}

export type NewPartner = Pick<
  PartnerRow,
  'id' | 'remote_id' | 'name' | 'base_address' | 'fingerprint' | 'proposed_by'
> & { readonly on_paper?: boolean }

export async function insertPartner(ctx: Context, row: NewPartner): Promise<void> {
  await ctx.tx
    .insertInto('app.partners')
    .values({ ...row, created_at: ctx.now, discovered_at: ctx.now })
    .execute()
}

/** Compare-and-set on the version that the person saw. */
export async function updatePartner(
  ctx: Context,
  row: Pick<PartnerRow, 'id' | 'version'>,
  change: Partial<Pick<PartnerRow, 'state' | 'confirmed_by' | 'confirmed_at' | 'suspended_at'>>,
): Promise<boolean> {
  const result = await ctx.tx
    .updateTable('app.partners')
    .set({ ...change, version: sql`version + 1` })
    .where('id', '=', row.id)
    .where('version', '=', row.version)
    .executeTakeFirst()
  return Number(result.numUpdatedRows) === 1
}

export async function touchPartner(
  ctx: Context,
  id: string,
  change: Partial<Pick<PartnerRow, 'name' | 'discovered_at'>>,
): Promise<void> {
  await ctx.tx.updateTable('app.partners').set(change).where('id', '=', id).execute()
}

export async function insertPartnerKeys(
  ctx: Context,
  partnerId: string,
  keys: readonly PublicJwk[],
): Promise<void> {
  if (keys.length === 0) return
  await ctx.tx
    .insertInto('app.partner_keys')
    .values(
      keys.map((jwk) => ({
        id: ctx.newId(),
        created_at: ctx.now,
        partner_id: partnerId,
        kid: jwk.kid,
        purpose: jwk.use,
        jwk: JSON.stringify(jwk),
      })),
    )
    .onConflict((conflict) => conflict.columns(['partner_id', 'kid']).doNothing())
    .execute()
}

export async function revokeOtherKeys(
  ctx: Context,
  partnerId: string,
  kept: readonly string[],
): Promise<number> {
  const result = await ctx.tx
    .updateTable('app.partner_keys')
    .set({ revoked_at: ctx.now })
    .where('partner_id', '=', partnerId)
    .where('revoked_at', 'is', null)
    .where('kid', 'not in', [...kept])
    .executeTakeFirst()
  return Number(result.numUpdatedRows)
}

/** Keys of a partner that nobody took back, newest first. */
export async function listPartnerKeys(ctx: Context, partnerId: string): Promise<readonly PublicJwk[]> {
  const rows = await ctx.tx
    .selectFrom('app.partner_keys')
    .select('jwk')
    .where('partner_id', '=', partnerId)
    .where('revoked_at', 'is', null)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map((row) => row.jwk as unknown as PublicJwk)
}

export type KnownKey = {
  readonly jwk: PublicJwk
  readonly partnerId: string
  readonly remoteId: string
  readonly state: string
}

/** The key that a message names, of a partner that two people confirmed; suspended ones too, the caller judges. */
export async function findSigningKey(ctx: Context, kid: string): Promise<KnownKey | undefined> {
  const row = await ctx.tx
    .selectFrom('app.partner_keys as k')
    .innerJoin('app.partners as p', 'p.id', 'k.partner_id')
    .select(['k.jwk', 'p.id', 'p.remote_id', 'p.state'])
    .where('k.kid', '=', kid)
    .where('k.purpose', '=', 'sig')
    .where('k.revoked_at', 'is', null)
    .where('p.state', '<>', 'proposed')
    .executeTakeFirst()
  return (
    row && {
      jwk: row.jwk as unknown as PublicJwk,
      partnerId: row.id,
      remoteId: row.remote_id ?? '',
      state: row.state,
    }
  )
}

/** Generations of our own keys that still open, the one that signs first. */
export async function listOwnKeys(ctx: Context): Promise<readonly OwnKeys[]> {
  const rows = await ctx.tx
    .selectFrom('app.exchange_keys')
    .select('generation')
    .where(({ or, eb }) => or([eb('opens_until', 'is', null), eb('opens_until', '>', ctx.now)]))
    .orderBy('generation', 'desc')
    .execute()
  return Promise.all(rows.map((row) => ownKeys(ctx.platform, row.generation)))
}

export async function newestGeneration(ctx: Context): Promise<number> {
  const row = await ctx.tx
    .selectFrom('app.exchange_keys')
    .select(({ fn }) => fn.max('generation').as('last'))
    .executeTakeFirst()
  return row?.last ?? 0
}

export async function insertGeneration(ctx: Context, generation: number): Promise<void> {
  await ctx.tx
    .insertInto('app.exchange_keys')
    .values({ id: ctx.newId(), created_at: ctx.now, generation })
    .execute()
}

export async function retireGenerations(ctx: Context, opensUntil: Date): Promise<void> {
  await ctx.tx
    .updateTable('app.exchange_keys')
    .set({ retired_at: ctx.now, opens_until: opensUntil })
    .where('retired_at', 'is', null)
    .execute()
}

/** Bodies of this installation that partners may refer to; those of partners are not ours to offer. */
export async function listOwnBodies(ctx: Context): Promise<readonly Body[]> {
  const rows = await ctx.tx
    .selectFrom('app.organisations')
    .select(['id', 'kind', 'name_id', 'name_en', 'short_name', 'time_zone', 'country', 'district'])
    .where('active', '=', true)
    .where('partner_id', 'is', null)
    .orderBy('slug')
    .execute()
  return rows.map(bodyOf)
}

export async function findOwnBody(ctx: Context, id: string): Promise<Body | undefined> {
  return (await listOwnBodies(ctx)).find((each) => each.id === id)
}

function bodyOf(row: {
  readonly id: string
  readonly kind: string
  readonly name_id: string
  readonly name_en: string
  readonly short_name: string
  readonly time_zone: string
  readonly country: string | null
  readonly district: string | null
}): Body {
  return {
    id: row.id,
    kind: row.kind as Body['kind'],
    nameId: row.name_id,
    nameEn: row.name_en,
    shortName: row.short_name,
    timeZone: row.time_zone,
    country: row.country,
    district: row.district,
  }
}

export async function findRemoteBody(ctx: Context, partnerId: string, remoteRef: string) {
  return ctx.tx
    .selectFrom('app.organisations')
    .select(['id', 'active'])
    .where('partner_id', '=', partnerId)
    .where('remote_ref', '=', remoteRef)
    .executeTakeFirst()
}

/** Where a body of a partner lives, and what it is called there. */
export async function findRemotePlace(ctx: Context, orgId: string) {
  return ctx.tx
    .selectFrom('app.organisations as o')
    .innerJoin('app.partners as p', 'p.id', 'o.partner_id')
    .select([
      'p.id as partner_id',
      'p.remote_id',
      'p.name',
      'p.state',
      'p.demo',
      'p.on_paper',
      'o.remote_ref',
    ])
    .where('o.id', '=', orgId)
    .executeTakeFirst()
}

/** Writes down a body of a partner, or what changed of it. Its case codes begin with Z, which no body of our own uses. */
export async function keepRemoteBody(
  ctx: Context,
  partner: Pick<PartnerRow, 'id' | 'demo'>,
  body: Body,
): Promise<string> {
  const facts = {
    kind: body.kind,
    name_id: body.nameId,
    name_en: body.nameEn,
    short_name: body.shortName,
    time_zone: body.timeZone,
    country: body.country,
    district: body.district,
    active: true,
  }
  const known = await findRemoteBody(ctx, partner.id, body.id)
  if (known) {
    await ctx.tx.updateTable('app.organisations').set(facts).where('id', '=', known.id).execute()
    return known.id
  }
  const id = ctx.newId()
  await ctx.tx
    .insertInto('app.organisations')
    .values({
      ...facts,
      id,
      created_at: ctx.now,
      slug: `mitra-${id.slice(-12)}`,
      code_prefix: await freePrefix(ctx),
      takes_reports: false,
      partner_id: partner.id,
      remote_ref: body.id,
      demo: partner.demo,
    })
    .execute()
  return id
}

export async function closeOtherBodies(
  ctx: Context,
  partnerId: string,
  kept: readonly string[],
): Promise<void> {
  await ctx.tx
    .updateTable('app.organisations')
    .set({ active: false })
    .where('partner_id', '=', partnerId)
    .where('id', 'not in', [...kept, partnerId])
    .execute()
}

/** ZAAAA, ZAAAB …: five letters, counted on under a lock. */
async function freePrefix(ctx: Context): Promise<string> {
  await sql`select pg_advisory_xact_lock(hashtext('payung.exchange.prefix'))`.execute(ctx.tx)
  const row = await ctx.tx
    .selectFrom('app.organisations')
    .select(({ fn }) => fn.max('code_prefix').as('last'))
    .where('code_prefix', 'like', 'Z____')
    .where('partner_id', 'is not', null)
    .executeTakeFirst()
  const last = row?.last ?? 'Z@@@@'
  let number = row?.last
    ? Array.from(last.slice(1)).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 65, 0) + 1
    : 0
  let letters = ''
  for (let place = 0; place < 4; place += 1) {
    letters = String.fromCharCode(65 + (number % 26)) + letters
    number = Math.floor(number / 26)
  }
  return `Z${letters}`
}

/** Our number of the installation that calls itself so; null where nobody confirmed one. */
export async function findPartnerRef(ctx: Context, remoteId: string | undefined): Promise<string | null> {
  if (!remoteId) return null
  const row = await ctx.tx
    .selectFrom('app.partners')
    .select('id')
    .where('remote_id', '=', remoteId)
    .where('state', '<>', 'proposed')
    .executeTakeFirst()
  return row?.id ?? null
}

/** The one body of a partner without Payung; it can be chosen once two people confirmed the partner. */
export async function openPaperBody(ctx: Context, partnerId: string): Promise<void> {
  await ctx.tx
    .updateTable('app.organisations')
    .set({ active: true })
    .where('partner_id', '=', partnerId)
    .execute()
}

export async function insertPaperBody(
  ctx: Context,
  partnerId: string,
  body: Pick<Body, 'kind' | 'nameId' | 'nameEn' | 'shortName' | 'timeZone' | 'country'>,
): Promise<void> {
  const id = ctx.newId()
  await ctx.tx
    .insertInto('app.organisations')
    .values({
      id,
      created_at: ctx.now,
      slug: `mitra-${id.slice(-12)}`,
      code_prefix: await freePrefix(ctx),
      kind: body.kind,
      name_id: body.nameId,
      name_en: body.nameEn,
      short_name: body.shortName,
      time_zone: body.timeZone,
      country: body.country,
      takes_reports: false,
      active: false,
      partner_id: partnerId,
      remote_ref: ctx.newId(),
    })
    .execute()
}

export async function listBodiesOf(ctx: Context, partnerId: string) {
  return ctx.tx
    .selectFrom('app.organisations')
    .select(['id', 'name_id', 'name_en', 'short_name', 'kind', 'active'])
    .where('partner_id', '=', partnerId)
    .orderBy('short_name')
    .execute()
}
