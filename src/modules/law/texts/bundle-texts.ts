import { createHash } from 'node:crypto'
import { z } from 'zod'
import { OFFICIAL_TEXT_KINDS } from '#src/domain/law/official-text.ts'
import type { Context } from '#src/platform/db/context.ts'
import { InvalidInputError } from '#src/platform/errors.ts'
import { inspectOfficialText } from '#src/platform/files/inspect-official-text.ts'
import { findSame, listForExport, readText } from './text-queries.ts'
import { faultsOf, storeText, type TextInput } from './write-text.ts'

/** So that a bundle with its texts stays below what an import takes. What does not fit goes with its hash alone. */
export const MOST_TEXT_BYTES = 9 * 1024 * 1024

/** One text of a bundle; without `file` it must be brought separately and is found again by its hash. */
export const BundledText = z.strictObject({
  instrument: z.string(),
  language: z.string(),
  kind: z.enum(OFFICIAL_TEXT_KINDS),
  source: z.string(),
  url: z.string(),
  retrievedOn: z.string(),
  mediaType: z.string().max(100),
  size: z.number().int().positive(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  file: z.base64().nullable(),
})
export type BundledText = z.infer<typeof BundledText>

/** What two people have read here. */
export async function textsForBundle(ctx: Context): Promise<readonly BundledText[]> {
  const texts: BundledText[] = []
  let left = MOST_TEXT_BYTES
  for (const row of await listForExport(ctx)) {
    const fits = row.size_bytes <= left
    const bytes = fits ? (await readText(ctx, row.id))?.bytes : undefined
    if (bytes) left -= row.size_bytes
    texts.push({
      instrument: row.instrument,
      language: row.language,
      kind: row.kind as BundledText['kind'],
      source: row.source,
      url: row.url ?? '',
      retrievedOn: row.retrieved_on,
      mediaType: row.media_type,
      size: row.size_bytes,
      sha256: row.sha256,
      file: bytes ? bytes.toString('base64') : null,
    })
  }
  return texts
}

export type TakenTexts = { readonly taken: number; readonly there: number; readonly missing: number }

/**
 * Texts of another installation wait here for a second reader as any other: the importer stands for them first. Throws
 * InvalidInputError when one was changed on the way or would be refused as an upload; then nothing is taken over.
 */
export async function takeTexts(ctx: Context, texts: readonly BundledText[]): Promise<TakenTexts> {
  const count = { taken: 0, there: 0, missing: 0 }
  for (const text of texts) {
    if (text.file === null) {
      count.missing += 1
      continue
    }
    const bytes = new Uint8Array(Buffer.from(text.file, 'base64'))
    if (createHash('sha256').update(bytes).digest('hex') !== text.sha256) throw wrong('law.bundle-changed')
    const file = await inspectOfficialText(bytes)
    const input = fieldsOf(text)
    if (file.kind === 'refused' || faultsOf(input, ctx.now).length > 0) throw wrong('law.bundle-text')
    if (await findSame(ctx, text.instrument, file.originalSha256)) count.there += 1
    else {
      await storeText(ctx, input, file)
      count.taken += 1
    }
  }
  return count
}

function fieldsOf({ instrument, language, kind, source, url, retrievedOn }: BundledText): TextInput {
  return { instrument, language, kind, source, url, retrievedOn }
}

function wrong(code: string): InvalidInputError {
  return new InvalidInputError([{ path: 'file', code }])
}
