import { z } from 'zod'
import {
  applyEdits,
  canonicalJson,
  differences,
  type Difference,
  type EntryEdit,
  type Json,
  type ReleaseFiles,
} from '#src/domain/law/release.ts'
import { withReaders } from '#src/domain/law/readers.ts'
import { writeJournal } from '#src/platform/audit/journal-queries.ts'
import { asStaff, type Context } from '#src/platform/db/context.ts'
import { InvalidInputError, NotFoundError, RefusedError, StaleVersionError } from '#src/platform/errors.ts'
import { faultsOfRelease } from '#src/platform/law/check-release.ts'
import { lawFiles, withLawFiles } from '#src/platform/law/law-source.ts'
import { adoptBase, storeBase, type BroughtIn } from './bring-in-release.ts'
import { listConfirmed, markReleased } from './edit-queries.ts'
import { followRelease } from './follow-release.ts'
import { indexRows } from './index-rows.ts'
import { hashOfRelease } from './release-hash.ts'
import {
  currentRelease,
  findRelease,
  insertRelease,
  isLabelTaken,
  putInForce,
  readReleaseFiles,
  replaceIndex,
  waitForRelease,
} from './release-queries.ts'
import { BundledText, takeTexts, textsForBundle, type TakenTexts } from './texts/bundle-texts.ts'

const LABEL = /^[A-Za-z0-9][A-Za-z0-9.+_-]{0,59}$/

/** What the next release would change, and every fault that stands in its way. */
export async function previewRelease(ctx: Context) {
  const edits = await listConfirmed(ctx)
  const files = applyEdits(lawFiles(), edits.map(asReadEdit))
  return { edits, differences: differences(lawFiles(), files), faults: faultsOfRelease(files) }
}

/** The confirmed edits become law. Throws StaleVersionError when another release came in between. */
export async function makeRelease(ctx: Context, wanted: { readonly label: string; readonly note: string }) {
  const { actor } = asStaff(ctx)
  await waitForRelease(ctx)
  const label = wanted.label.trim()
  if (!LABEL.test(label)) throw new InvalidInputError([{ path: 'label', code: 'law.label' }])
  if (await isLabelTaken(ctx, label))
    throw new InvalidInputError([{ path: 'label', code: 'law.label-taken' }])
  const current = await currentRelease(ctx)
  if (!current) throw new NotFoundError('law.no-release')
  const before = await readReleaseFiles(ctx, current.id)
  const edits = await listConfirmed(ctx)
  if (!before || edits.length === 0) throw new RefusedError('law.nothing-to-release')
  const files = applyEdits(before, edits.map(asReadEdit))
  refuse(faultsOfRelease(files))
  const id = ctx.newId()
  await insertRelease(ctx, {
    id,
    label,
    origin: 'made-here',
    hash: hashOfRelease(files),
    files,
    baseId: current.base_id ?? current.id,
    beforeId: current.id,
    madeBy: actor.staffId,
    note: wanted.note.trim() || null,
  })
  if (!(await putInForce(ctx, id, current.version, actor.staffId)))
    throw new StaleVersionError('law.released-meanwhile')
  await markReleased(
    ctx,
    edits.map((edit) => edit.id),
    id,
  )
  await replaceIndex(ctx, withLawFiles(files, indexRows))
  await writeJournal(ctx, {
    verb: 'law.released',
    subjectKind: 'law-release',
    subjectId: id,
    details: { label, edits: edits.length },
  })
  ctx.afterCommit(() => followRelease(ctx.platform))
  return id
}

/** Version 2 brings official texts along; one without them stays a version 1 that older installations read. */
const Bundle = z.strictObject({
  format: z.literal('payung-law-release'),
  version: z.union([z.literal(1), z.literal(2)]),
  label: z.string().min(1).max(80),
  hash: z.string().min(1).max(100),
  files: z.record(z.string().regex(/^[a-z0-9/-]+\.json$/), z.json()),
  texts: z.array(BundledText).max(1000).optional(),
})

/** The release as one text, to be taken over by another installation. Undefined when there is none of that id. */
export async function exportRelease(
  ctx: Context,
  id: string,
): Promise<{ readonly label: string; readonly text: string } | undefined> {
  const release = await findRelease(ctx, id)
  const files = release && (await readReleaseFiles(ctx, id))
  if (!release || !files) return undefined
  const texts = await textsForBundle(ctx)
  const bundle = {
    format: 'payung-law-release',
    version: texts.length === 0 ? 1 : 2,
    label: release.label,
    hash: release.content_hash,
    files: Object.fromEntries(files),
    ...(texts.length > 0 && { texts: [...texts] }),
  } as const
  return { label: release.label, text: `${canonicalJson(bundle)}\n` }
}

export type ImportPreview = {
  readonly label: string
  readonly files: ReleaseFiles
  readonly differences: readonly Difference[]
  readonly texts: readonly BundledText[]
}

/** Throws InvalidInputError with every fault: nothing is taken over half. */
export function readBundle(text: string): ImportPreview {
  const read = Bundle.safeParse(jsonOf(text))
  if (!read.success) throw new InvalidInputError([{ path: 'file', code: 'law.no-bundle' }])
  const files: ReleaseFiles = new Map(Object.entries(read.data.files as Record<string, Json>))
  if (hashOfRelease(files) !== read.data.hash)
    throw new InvalidInputError([{ path: 'file', code: 'law.bundle-changed' }])
  refuse(faultsOfRelease(files), 'file')
  return {
    label: read.data.label,
    files,
    differences: differences(lawFiles(), files),
    texts: read.data.texts ?? [],
  }
}

/** Keeps the bundle beside the release in force; nothing changes before somebody adopts it. Its texts wait for a reader. */
export async function importRelease(
  ctx: Context,
  text: string,
): Promise<{ readonly id: string; readonly texts: TakenTexts }> {
  const { actor } = asStaff(ctx)
  const bundle = readBundle(text)
  await waitForRelease(ctx)
  const stored = await storeBase(ctx, {
    files: bundle.files,
    origin: 'imported',
    label: bundle.label,
    staffId: actor.staffId,
  })
  if (stored.isNew)
    await writeJournal(ctx, { verb: 'law.imported', subjectKind: 'law-release', subjectId: stored.id })
  return { id: stored.id, texts: await takeTexts(ctx, bundle.texts) }
}

/** What would change if these files came into force. Throws NotFoundError for a release that is no base. */
export async function previewAdoption(ctx: Context, id: string) {
  const release = await findRelease(ctx, id)
  const files = release && (await readReleaseFiles(ctx, id))
  if (!release || !files || release.base_id !== null) throw new NotFoundError('law.no-release')
  const current = await currentRelease(ctx)
  return {
    release,
    inForce: current?.id === id || current?.base_id === id,
    differences: differences(lawFiles(), files),
    faults: faultsOfRelease(files),
  }
}

/** Local differences stay on top; what the other release says otherwise waits for a reader. */
export async function adoptRelease(ctx: Context, id: string): Promise<BroughtIn> {
  const { actor } = asStaff(ctx)
  await waitForRelease(ctx)
  const { inForce, faults } = await previewAdoption(ctx, id)
  if (inForce) return { kind: 'same' }
  refuse(faults)
  const done = await adoptBase(ctx, id, actor.staffId)
  ctx.afterCommit(() => followRelease(ctx.platform))
  return done
}

type StoredEdit = {
  readonly author_body: string | null
  readonly reader_body: string | null
  readonly decided_at: Date | null
  readonly file: string
  readonly collection: string
  readonly key: string
  readonly base: unknown
  readonly content: unknown
}

/** The edit with the bodies of its two readers in it, where the entry has a place for them. */
function asReadEdit({ file, collection, key, base, content, ...read }: StoredEdit): EntryEdit {
  return {
    file,
    collection,
    key,
    base: base as Json,
    content: withReaders(content as Json, {
      first: read.author_body,
      second: read.reader_body,
      on: read.decided_at?.toISOString().slice(0, 10) ?? null,
    }),
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function refuse(faults: readonly string[], path = 'release'): void {
  if (faults.length > 0)
    throw new InvalidInputError(faults.map((fault) => ({ path, code: 'law.fault', params: { fault } })))
}
