import { differences, rebase, type EntryEdit, type ReleaseFiles } from '#src/domain/law/release.ts'
import { writeJournal } from '#src/platform/audit/journal-queries.ts'
import { runAs, type Context } from '#src/platform/db/context.ts'
import { shippedLawFiles, withLawFiles } from '#src/platform/law/law-source.ts'
import type { Platform } from '#src/platform/platform.ts'
import { proposeDelivered } from './edit-queries.ts'
import { followRelease } from './follow-release.ts'
import { indexRows } from './index-rows.ts'
import { hashOfRelease } from './release-hash.ts'
import {
  currentRelease,
  findBase,
  insertRelease,
  putInForce,
  readReleaseFiles,
  replaceIndex,
  waitForRelease,
  type NewRelease,
} from './release-queries.ts'

export type BroughtIn =
  { readonly kind: 'same' } | { readonly kind: 'in-force'; readonly kept: number; readonly clashes: number }

/** At every start: the delivered files become the base of the release in force. */
export async function loadRelease(platform: Platform): Promise<BroughtIn> {
  const brought = await runAs(platform, { kind: 'keeper' }, (ctx) =>
    bringInRelease(ctx, { files: shippedLawFiles(), origin: 'shipped' }),
  )
  await followRelease(platform)
  return brought
}

export type NewBase = {
  readonly files: ReleaseFiles
  readonly origin: 'shipped' | 'imported'
  readonly label?: string
  readonly staffId?: string
  readonly note?: string
}

/**
 * A base that this installation has seen changes nothing. A new one comes into force; whatever was released here against
 * the old base stays on top of it, and what the new base says otherwise waits for a reader beside the local text.
 */
export async function bringInRelease(ctx: Context, base: NewBase): Promise<BroughtIn> {
  await waitForRelease(ctx)
  const hash = hashOfRelease(base.files)
  if (await findBase(ctx, hash)) return { kind: 'same' }
  const before = await currentRelease(ctx)
  const result = rebase(base.files, before ? await localEdits(ctx, before) : [])
  const baseId = ctx.newId()
  const madeBy = base.staffId ?? null
  const label = base.label ?? `${ctx.now.toISOString().slice(0, 10)}-${hash.slice(0, 8)}`
  const release = (part: Partial<NewRelease>): NewRelease => ({
    id: baseId,
    label,
    origin: base.origin,
    hash,
    files: base.files,
    baseId: null,
    beforeId: before?.id ?? null,
    madeBy,
    note: base.note ?? null,
    ...part,
  })
  await insertRelease(ctx, release({}))
  const local = result.kept.length + result.clashes.length
  const inForce = local === 0 ? baseId : ctx.newId()
  if (local > 0)
    await insertRelease(
      ctx,
      release({
        id: inForce,
        label: `${label}+${local}`,
        origin: 'upgraded',
        hash: hashOfRelease(result.files),
        files: result.files,
        baseId,
      }),
    )
  await putInForce(ctx, inForce, before?.version, madeBy)
  await proposeDelivered(ctx, baseId, result.clashes)
  await replaceIndex(ctx, withLawFiles(result.files, indexRows))
  const count = { kept: result.kept.length, clashes: result.clashes.length }
  await writeJournal(ctx, {
    verb: base.origin === 'shipped' ? 'law.delivered' : 'law.imported',
    subjectKind: 'law-release',
    subjectId: inForce,
    details: { label, ...count },
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
