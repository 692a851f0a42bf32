import { timingSafeEqual } from 'node:crypto'
import { BODY_KINDS, type BodyKind } from '#src/domain/competence/bodies.ts'
import { writeJournal } from '#src/platform/audit/journal-queries.ts'
import { runAs, type Actor, type Context, type StaffContext } from '#src/platform/db/context.ts'
import { InvalidInputError, NotFoundError, RefusedError, StaleVersionError } from '#src/platform/errors.ts'
import { callPartner, checkAddress } from '#src/platform/exchange/outbound.ts'
import { installationId, ownKeys } from '#src/platform/exchange/own-keys.ts'
import { enqueue } from '#src/platform/jobs/queue-queries.ts'
import type { Platform } from '#src/platform/platform.ts'
import { DISCOVERY_PATH, fingerprintOf, inForce, readDiscovery, type Read } from './discovery.ts'
import {
  closeOtherBodies,
  findPartner,
  findPartnerByRemoteId,
  insertGeneration,
  insertPaperBody,
  insertPartner,
  insertPartnerKeys,
  keepRemoteBody,
  listPartnerKeys,
  newestGeneration,
  openPaperBody,
  retireGenerations,
  revokeOtherKeys,
  touchPartner,
  updatePartner,
  type PartnerRow,
} from './partner-queries.ts'

const JOB: Actor = { kind: 'job', name: 'exchange.partners' }
/** What was sealed for a key before it was replaced still opens this long: the longest that a message travels. */
const OVERLAP_DAYS = 30

/** Makes our first keys; safe to ask again. Returns whether it made them. */
export async function ensureOwnKeys(platform: Platform): Promise<boolean> {
  return runAs(platform, JOB, async (ctx) => {
    if ((await newestGeneration(ctx)) > 0) return false
    await insertGeneration(ctx, 1)
    await noteKeys(ctx, 'exchange.keys-made', 1)
    return true
  })
}

/** New keys from now on; the old ones still open what is under way. */
export async function rotateOwnKeys(ctx: Context): Promise<number> {
  const generation = (await newestGeneration(ctx)) + 1
  await retireGenerations(ctx, new Date(ctx.now.getTime() + OVERLAP_DAYS * 24 * 3600 * 1000))
  await insertGeneration(ctx, generation)
  await noteKeys(ctx, 'exchange.keys-changed', generation)
  return generation
}

async function noteKeys(ctx: Context, verb: `${string}.${string}`, generation: number): Promise<void> {
  await writeJournal(ctx, {
    verb,
    subjectKind: 'installation',
    subjectId: installationId(ctx.platform),
    details: { generation },
  })
}

/** What our partners read to us: our own fingerprint. */
export async function ownFingerprint(ctx: Context): Promise<string | undefined> {
  const generation = await newestGeneration(ctx)
  if (generation === 0) return undefined
  return fingerprintOf(installationId(ctx.platform), (await ownKeys(ctx.platform, generation)).signing)
}

/** Asks an address who it is. Outside of any transaction. */
export async function discover(
  platform: Platform,
  address: string,
): Promise<Read & { readonly address: string }> {
  const origin = checkAddress(address, platform.config.env)
  const answer = await callPartner(origin, { path: DISCOVERY_PATH, env: platform.config.env })
  if (answer.status !== 200) throw new RefusedError('exchange.not-an-installation')
  return { ...(await readDiscovery(answer.body)), address: origin }
}

/** The first of two people writes a partner down. It can do nothing yet. */
export async function proposePartner(
  ctx: StaffContext,
  found: Awaited<ReturnType<typeof discover>>,
  name: string,
): Promise<string> {
  const { document } = found
  if (name.trim().length < 2 || name.length > 120)
    throw new InvalidInputError([{ path: 'name', code: 'partner.name' }])
  if (document.id === installationId(ctx.platform)) throw new RefusedError('exchange.yourself')
  if (await findPartnerByRemoteId(ctx, document.id)) throw new RefusedError('exchange.known-already')
  const id = ctx.newId()
  await insertPartner(ctx, {
    id,
    remote_id: document.id,
    name: name.trim(),
    base_address: found.address,
    fingerprint: fingerprintOf(document.id, inForce(document).signing!),
    proposed_by: ctx.actor.staffId,
  })
  await insertPartnerKeys(ctx, id, document.keys)
  await writeJournal(ctx, { verb: 'partner.proposed', subjectKind: 'partner', subjectId: id })
  return id
}

/** The second person has the fingerprint from the partner by another way and types it; a different one confirms nothing. */
export async function confirmPartner(
  ctx: StaffContext,
  wanted: { readonly id: string; readonly version: number; readonly fingerprint: string },
): Promise<void> {
  const partner = await lookedAt(ctx, wanted)
  if (partner.state !== 'proposed') throw new RefusedError('exchange.not-proposed')
  if (partner.proposed_by === ctx.actor.staffId) throw new RefusedError('exchange.second-person-needed')
  if (!partner.on_paper && !isSame(digits(wanted.fingerprint), digits(partner.fingerprint)))
    throw new InvalidInputError([{ path: 'fingerprint', code: 'partner.fingerprint' }])
  await change(ctx, partner, { state: 'confirmed', confirmed_by: ctx.actor.staffId, confirmed_at: ctx.now })
  await writeJournal(ctx, { verb: 'partner.confirmed', subjectKind: 'partner', subjectId: partner.id })
  await enqueue(ctx, 'exchange.refresh', { partnerId: partner.id })
}

/** Stops everything but the word that consent was taken back. One person is enough to stop, and to let it go on again. */
export async function suspendPartner(
  ctx: StaffContext,
  wanted: { readonly id: string; readonly version: number; readonly to: 'suspended' | 'confirmed' },
): Promise<void> {
  const partner = await lookedAt(ctx, wanted)
  if (partner.state === 'proposed' || partner.state === wanted.to)
    throw new RefusedError('exchange.not-in-that-state')
  await change(ctx, partner, {
    state: wanted.to,
    suspended_at: wanted.to === 'suspended' ? ctx.now : null,
  })
  await writeJournal(ctx, {
    verb: wanted.to === 'suspended' ? 'partner.suspended' : 'partner.resumed',
    subjectKind: 'partner',
    subjectId: partner.id,
  })
}

async function lookedAt(
  ctx: Context,
  wanted: { readonly id: string; readonly version: number },
): Promise<PartnerRow> {
  const partner = await findPartner(ctx, wanted.id)
  if (!partner) throw new NotFoundError('partner.not-found')
  if (partner.version !== wanted.version) throw new StaleVersionError('partner.changed-meanwhile', partner)
  return partner
}

async function change(
  ctx: Context,
  partner: PartnerRow,
  to: Parameters<typeof updatePartner>[2],
): Promise<void> {
  if (!(await updatePartner(ctx, partner, to)))
    throw new StaleVersionError('partner.changed-meanwhile', partner)
}

function digits(text: string): Buffer {
  return Buffer.from(text.replaceAll(/\D/g, ''))
}

function isSame(a: Buffer, b: Buffer): boolean {
  return a.length === b.length && timingSafeEqual(a, b)
}

/**
 * Looks again who a confirmed partner is: new keys count only when a key that we knew signed them, keys that it no longer
 * names are taken back, and its bodies become receivers here. Whatever does not fit changes nothing.
 */
export async function refreshPartner(platform: Platform, partnerId: string): Promise<'refreshed' | 'left'> {
  const before = await runAs(platform, JOB, async (ctx) => {
    const partner = await findPartner(ctx, partnerId)
    return partner && { partner, keys: await listPartnerKeys(ctx, partnerId) }
  })
  if (!before || before.partner.demo || before.partner.state === 'proposed') return 'left'
  const { partner, keys } = before
  if (partner.on_paper) return openOnPaper(platform, partnerId)
  const answer = await callPartner(partner.base_address ?? '', {
    path: DISCOVERY_PATH,
    env: platform.config.env,
  })
  if (answer.status !== 200) return 'left'
  return keepDiscovery(
    platform,
    partner,
    await readDiscovery(answer.body, keys),
    keys.map((key) => key.kid),
  )
}

/** What a partner says of itself now, if a key that we know vouches for it. */
export async function keepDiscovery(
  platform: Platform,
  partner: PartnerRow,
  { document, signers }: Read,
  known: readonly string[],
): Promise<'refreshed' | 'left'> {
  if (document.id !== partner.remote_id || !known.some((kid) => signers.has(kid))) return 'left'
  return runAs(platform, JOB, async (ctx) => {
    await insertPartnerKeys(
      ctx,
      partner.id,
      document.keys.filter((key) => !known.includes(key.kid)),
    )
    const revoked = await revokeOtherKeys(
      ctx,
      partner.id,
      document.keys.map((key) => key.kid),
    )
    const kept: string[] = []
    for (const body of document.bodies) kept.push(await keepRemoteBody(ctx, partner, body))
    await closeOtherBodies(ctx, partner.id, kept)
    await touchPartner(ctx, partner.id, { discovered_at: ctx.now })
    await writeJournal(ctx, {
      verb: 'partner.refreshed',
      subjectKind: 'partner',
      subjectId: partner.id,
      details: { bodies: kept.length, revoked, keys: document.keys.length },
    })
    return 'refreshed' as const
  })
}

/** A body that has no Payung: the first of two people writes it down. */
export async function proposePaperPartner(
  ctx: StaffContext,
  body: {
    readonly name: string
    readonly shortName: string
    readonly kind: string
    readonly country: string
  },
): Promise<string> {
  const problems = [
    ...(body.name.length < 2 || body.name.length > 120 ? [{ path: 'name', code: 'partner.name' }] : []),
    ...(body.shortName.length < 2 || body.shortName.length > 40
      ? [{ path: 'shortName', code: 'partner.name' }]
      : []),
    ...(/^[A-Z]{2}$/.test(body.country) ? [] : [{ path: 'country', code: 'partner.country' }]),
    ...(BODY_KINDS.some((kind) => kind === body.kind) ? [] : [{ path: 'kind', code: 'partner.kind' }]),
  ]
  if (problems.length > 0) throw new InvalidInputError(problems)
  const id = ctx.newId()
  await insertPartner(ctx, {
    id,
    remote_id: null,
    name: body.name,
    base_address: null,
    fingerprint: '',
    proposed_by: ctx.actor.staffId,
    on_paper: true,
  })
  await insertPaperBody(ctx, id, {
    kind: body.kind as BodyKind,
    nameId: body.name,
    nameEn: body.name,
    shortName: body.shortName,
    timeZone: 'Asia/Jakarta',
    country: body.country,
  })
  await writeJournal(ctx, {
    verb: 'partner.proposed',
    subjectKind: 'partner',
    subjectId: id,
    details: { way: 'paper' },
  })
  return id
}

async function openOnPaper(platform: Platform, partnerId: string): Promise<'refreshed'> {
  return runAs(platform, JOB, async (ctx) => {
    await openPaperBody(ctx, partnerId)
    await writeJournal(ctx, { verb: 'partner.refreshed', subjectKind: 'partner', subjectId: partnerId })
    return 'refreshed' as const
  })
}
