import { differences, rebase, type EntryEdit, type ReleaseFiles } from '#src/domain/law/release.ts'
import { writeJournal } from '#src/platform/audit/journal-queries.ts'
import { runAs, type Context } from '#src/platform/db/context.ts'
import { NotFoundError } from '#src/platform/errors.ts'
import { shippedLawFiles, withLawFiles } from '#src/platform/law/law-source.ts'
import type { Platform } from '#src/platform/platform.ts'
import { proposeDelivered } from './edit-queries.ts'
import { followRelease } from './follow-release.ts'
import { indexRows } from './index-rows.ts'
import { hashOfRelease } from './release-hash.ts'
import {
  currentRelease,
  findBase,
  findRelease,
  insertRelease,
  isLabelTaken,
  putInForce,
  readReleaseFiles,
  replaceIndex,
  waitForRelease,
} from './release-queries.ts'

export type BroughtIn =
  { readonly kind: 'same' } | { readonly kind: 'in-force'; readonly kept: number; readonly clashes: number }

/** At every start: the delivered files become the base of the release in force. */
export async function loadRelease(platform: Platform): Promise<BroughtIn> {
  const brought = await runAs(platform, { kind: 'keeper' }, (ctx) => bringInDelivery(ctx, shippedLawFiles()))
  await followRelease(platform)
  return brought
}

/** A delivery that this installation has seen changes nothing; a new one comes into force. */
export async function bringInDelivery(ctx: Context, files: ReleaseFiles): Promise<BroughtIn> {
  await waitForRelease(ctx)
  const stored = await storeBase(ctx, { files, origin: 'shipped' })
  return stored.isNew ? adoptBase(ctx, stored.id, null) : { kind: 'same' }
}

export type NewBase = {
  readonly files: ReleaseFiles
  readonly origin: 'shipped' | 'imported'
  readonly label?: string
  readonly staffId?: string
  readonly note?: string
}

/** Keeps the files as a base beside the release in force. The same files are kept once. */
export async function storeBase(
  ctx: Context,
  base: NewBase,
): Promise<{ readonly id: string; readonly isNew: boolean }> {
  const hash = hashOfRelease(base.files)
  const seen = await findBase(ctx, hash)
  if (seen) return { id: seen.id, isNew: false }
  const id = ctx.newId()
  const wanted = base.label ?? `${ctx.now.toISOString().slice(0, 10)}-${hash.slice(0, 8)}`
  await insertRelease(ctx, {
    id,
    label: (await isLabelTaken(ctx, wanted)) ? `${wanted}@${hash.slice(0, 8)}` : wanted,
    origin: base.origin,
    hash,
    files: base.files,
    baseId: null,
    beforeId: (await currentRelease(ctx))?.id ?? null,
    madeBy: base.staffId ?? null,
    note: base.note ?? null,
  })
  return { id, isNew: true }
}

/**
 * A base comes into force. Whatever was released here against the old base stays on top of it, and what the new base
 * says otherwise waits for a reader beside the local text.
 */
export async function adoptBase(
  ctx: Context,
  baseId: string,
  staffId: string | null,
): Promise<Extract<BroughtIn, { kind: 'in-force' }>> {
  const base = await findRelease(ctx, baseId)
  const files = await readReleaseFiles(ctx, baseId)
  if (!base || !files || base.base_id !== null) throw new NotFoundError('law.no-release')
  const before = await currentRelease(ctx)
  const result = rebase(files, before ? await localEdits(ctx, before) : [])
  const local = result.kept.length + result.clashes.length
  const inForce = local === 0 ? baseId : ctx.newId()
  const label = `${base.label}+${local}`
  if (local > 0)
    await insertRelease(ctx, {
      id: inForce,
      label: (await isLabelTaken(ctx, label)) ? `${label}@${inForce.slice(-8)}` : label,
      origin: 'upgraded',
      hash: hashOfRelease(result.files),
      files: result.files,
      baseId,
      beforeId: before?.id ?? null,
      madeBy: staffId,
      note: null,
    })
  await putInForce(ctx, inForce, before?.version, staffId)
  await proposeDelivered(ctx, baseId, result.clashes)
  await replaceIndex(ctx, withLawFiles(result.files, indexRows))
  const count = { kept: result.kept.length, clashes: result.clashes.length }
  await writeJournal(ctx, {
    verb: base.origin === 'shipped' ? 'law.delivered' : 'law.adopted',
    subjectKind: 'law-release',
    subjectId: inForce,
    details: { label: base.label, ...count },
  })
  return { kind: 'in-force', ...count }
}

/** What was released here on top of the base of the release in force. */
async function localEdits(
  ctx: Context,
  current: { readonly id: string; readonly base_id: string | null },
): Promise<readonly EntryEdit[]> {
  if (current.base_id === null) return []
  const old = await readReleaseFiles(ctx, current.base_id)
  const now = await readReleaseFiles(ctx, current.id)
  if (!old || !now) return []
  return differences(old, now).map(({ before, after, ...at }) => ({ ...at, base: before, content: after }))
}
