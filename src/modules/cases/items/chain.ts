import type { StaffContext } from '#src/platform/db/context.ts'
import { InvalidInputError, NotFoundError, StaleVersionError } from '#src/platform/errors.ts'
import { INTERMEDIARY_KINDS } from '#src/domain/cases/codes.ts'
import type { SealedActor } from '../sealed.ts'
import { findChainLink, listChain } from './item-queries.ts'
import { endActor, insertActor } from './item-write-queries.ts'
import { inCase, type InCase } from './write-item.ts'

export type NewLink = SealedActor & { readonly code: string; readonly kind: string }

/** Employer and chain of intermediaries: the next link after the last. */
export async function addChainLink(ctx: StaffContext, link: NewLink): Promise<string> {
  checkKind(link.kind)
  return inCase(ctx, link.code, async (place) => {
    const last = (await listChain(ctx, place.caseId)).at(-1)?.position ?? 0
    const id = await store(ctx, place, link, last + 1)
    return {
      verb: 'chain.added',
      subjectKind: 'case-actor',
      subjectId: id,
      details: { kind: link.kind },
      result: id,
    }
  })
}

/** What stands there now; without an id the link was taken away meanwhile. */
export type StaleLink = { readonly linkId?: string; readonly version: number }

type Changed = { readonly linkId: string; readonly version: number }

/** A correction stands in a new row at the same place; the old words stay in theirs. Throws StaleVersionError when somebody was first. */
export async function correctChainLink(ctx: StaffContext, change: NewLink & Changed): Promise<string> {
  checkKind(change.kind)
  return inCase(ctx, change.code, async (place) => {
    const before = await linkOf(ctx, place, change.linkId)
    await endOrThrow(ctx, place, before, change.version)
    const id = await store(ctx, place, change, before.position)
    return {
      verb: 'chain.corrected',
      subjectKind: 'case-actor',
      subjectId: id,
      details: { before: before.id, kind: change.kind },
      result: id,
    }
  })
}

/** Takes a link out of the chain; its words stay in their row. */
export async function endChainLink(
  ctx: StaffContext,
  change: Changed & { readonly code: string },
): Promise<void> {
  await inCase(ctx, change.code, async (place) => {
    const before = await linkOf(ctx, place, change.linkId)
    await endOrThrow(ctx, place, before, change.version)
    return { verb: 'chain.ended', subjectKind: 'case-actor', subjectId: before.id, result: undefined }
  })
}

type Link = Awaited<ReturnType<typeof linkOf>>

async function endOrThrow(ctx: StaffContext, place: InCase, link: Link, version: number): Promise<void> {
  if (await endActor(ctx, link.id, version)) return
  const now = (await listChain(ctx, place.caseId)).find((each) => each.position === link.position)
  const current: StaleLink = now ? { linkId: now.id, version: now.version } : { version: link.version }
  throw new StaleVersionError('chain.changed-meanwhile', current)
}

async function store(ctx: StaffContext, place: InCase, link: NewLink, position: number): Promise<string> {
  const id = ctx.newId()
  const words: SealedActor = { name: link.name, where: link.where, note: link.note }
  await insertActor(ctx, {
    id,
    caseId: place.caseId,
    orgId: place.orgId,
    kind: link.kind,
    position,
    keyId: place.key.id,
    sealed: place.key.sealJson(`case_actors.sealed/${id}`, words),
  })
  return id
}

async function linkOf(ctx: StaffContext, place: InCase, linkId: string) {
  const row = await findChainLink(ctx, linkId)
  if (!row || row.case_id !== place.caseId) throw new NotFoundError('chain.not-found')
  return row
}

function checkKind(kind: string): void {
  if (!INTERMEDIARY_KINDS.some((code) => code === kind))
    throw new InvalidInputError([{ path: 'kind', code: 'kind.unknown' }])
}
