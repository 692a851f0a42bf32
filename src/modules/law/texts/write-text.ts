import { OFFICIAL_TEXT_LANGUAGES, UPLOADED_TEXT_KINDS } from '#src/domain/law/official-text.ts'
import { addMilliseconds, DAY } from '#src/domain/kernel/instant.ts'
import { parsePartialDate } from '#src/domain/kernel/partial-date.ts'
import { writeJournal } from '#src/platform/audit/journal-queries.ts'
import { asStaff, type Context } from '#src/platform/db/context.ts'
import {
  InvalidInputError,
  NotFoundError,
  RefusedError,
  StaleVersionError,
  type Problem,
} from '#src/platform/errors.ts'
import type { InspectedText } from '#src/platform/files/inspect-official-text.ts'
import { loadLaw } from '#src/platform/law/law-files.ts'
import { confirmProposed, findTextFile, insertText, withdrawStanding, type TextSeen } from './text-queries.ts'

export type TextInput = {
  readonly instrument: string
  readonly language: string
  readonly kind: string
  /** Where the file was found, in words; a link beside it where there is one. */
  readonly source: string
  readonly url: string
  /** The day on which it was fetched, YYYY-MM-DD. */
  readonly retrievedOn: string
}

/**
 * Attaches a file to an instrument of the library; not public before a second person has read it. Inspect the file before
 * the transaction. Throws InvalidInputError for every field that is wrong and for the same file twice.
 */
export async function proposeText(
  ctx: Context,
  input: TextInput,
  file: InspectedText | undefined,
): Promise<string> {
  const problems = faultsOf(input, ctx.now)
  if (!UPLOADED_TEXT_KINDS.some((kind) => kind === input.kind))
    problems.push({ path: 'kind', code: 'law.text-kind' })
  if (file === undefined) problems.push({ path: 'file', code: 'law.no-file' })
  else if (file.kind === 'refused') problems.push({ path: 'file', code: `law.text-${file.why}` })
  if (problems.length > 0 || file?.kind !== 'taken') throw new InvalidInputError(problems)
  if (!loadLaw().instruments.some((each) => each.id === input.instrument))
    throw new InvalidInputError([{ path: 'instrument', code: 'law.text-instrument' }])
  return storeText(ctx, input, file)
}

/** The row and its entry in the journal; the instrument may be one that a release still brings. */
export async function storeText(
  ctx: Context,
  input: TextInput,
  file: Extract<InspectedText, { kind: 'taken' }>,
): Promise<string> {
  const { actor } = asStaff(ctx)
  const id = ctx.newId()
  await insertText(ctx, {
    ...input,
    id,
    url: input.url === '' ? null : input.url,
    mediaType: file.mediaType,
    bytes: file.bytes,
    sha256: file.sha256,
    originalSha256: file.originalSha256,
    staffId: actor.staffId,
    orgId: actor.orgId,
  })
  await note(ctx, 'law.text-proposed', id, { instrument: input.instrument, mediaType: file.mediaType })
  return id
}

/** Another person than the uploader has held it against its source; from now on it is public. */
export async function confirmText(ctx: Context, seen: TextSeen): Promise<void> {
  const { actor } = asStaff(ctx)
  const text = await findTextFile(ctx, seen.id)
  if (!text) throw new NotFoundError('law.no-such-text')
  if (text.uploader === actor.staffId) throw new RefusedError('law.text-second-reader')
  if (!loadLaw().instruments.some((each) => each.id === text.instrument))
    throw new RefusedError('law.text-no-instrument')
  if (!(await confirmProposed(ctx, seen, actor))) throw new StaleVersionError('law.decided-meanwhile')
  await note(ctx, 'law.text-confirmed', seen.id)
}

/** Taken from the public, or given up before; kept with the reason. */
export async function withdrawText(ctx: Context, seen: TextSeen, reason: string): Promise<void> {
  const { actor } = asStaff(ctx)
  const why = reason.trim()
  if (why.length < 3 || why.length > 1000)
    throw new InvalidInputError([{ path: 'reason', code: 'law.reason' }])
  if (!(await findTextFile(ctx, seen.id))) throw new NotFoundError('law.no-such-text')
  if (!(await withdrawStanding(ctx, seen, { staffId: actor.staffId, reason: why })))
    throw new StaleVersionError('law.decided-meanwhile')
  await note(ctx, 'law.text-withdrawn', seen.id)
}

/** Also for texts that come with a release, whose kind may be an example. */
export function faultsOf(input: TextInput, now: Date): Problem[] {
  const problems: Problem[] = []
  const wrong = (path: keyof TextInput, code: string): void => void problems.push({ path, code })
  if (!/^[a-z0-9-]{1,100}$/.test(input.instrument)) wrong('instrument', 'law.text-instrument')
  if (!OFFICIAL_TEXT_LANGUAGES.some((each) => each === input.language)) wrong('language', 'law.text-language')
  if (input.source.length < 3 || input.source.length > 300) wrong('source', 'law.text-source')
  if (
    input.url !== '' &&
    (!/^https?:\/\/\S+$/.test(input.url) || input.url.length > 500 || !URL.canParse(input.url))
  )
    wrong('url', 'law.text-url')
  const day = input.retrievedOn.length === 10 ? parsePartialDate(input.retrievedOn) : undefined
  // In the east of the world it is tomorrow already.
  const latest = addMilliseconds(now, DAY / 2)
    .toISOString()
    .slice(0, 10)
  if (day === undefined || input.retrievedOn > latest) wrong('retrievedOn', 'law.text-day')
  return problems
}

async function note(
  ctx: Context,
  verb: `law.text-${'proposed' | 'confirmed' | 'withdrawn'}`,
  id: string,
  details: Readonly<Record<string, string>> = {},
): Promise<void> {
  await writeJournal(ctx, { verb, subjectKind: 'law-text', subjectId: id, details })
}
