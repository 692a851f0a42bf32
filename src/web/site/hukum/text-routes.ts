import type { OfficialTextKind, OfficialTextLanguage } from '#src/domain/law/official-text.ts'
import { listPublicTexts, readPublicText } from '#src/modules/law/index.ts'
import { runAs } from '#src/platform/db/context.ts'
import { NotFoundError, TooManyError } from '#src/platform/errors.ts'
import { countHit } from '#src/platform/limits/limits-queries.ts'
import { idParam } from '#src/web/form-values.ts'
import type { Req } from '#src/web/http.ts'
import { officialTextFile } from '#src/web/official-text-file.ts'
import type { PublicText } from './official-texts.tsx'

const WINDOW_SECONDS = 60
/** Each may be 8 MB out of the database. */
const MOST_IN_WINDOW = 30

export async function publicTexts(req: Req, instrument: string): Promise<readonly PublicText[]> {
  const rows = await runAs(req.platform, { kind: 'public' }, (ctx) => listPublicTexts(ctx, instrument))
  return rows.flatMap(({ read_at: readAt, ...row }) =>
    readAt === null
      ? []
      : [
          {
            id: row.id,
            language: row.language as OfficialTextLanguage,
            kind: row.kind as OfficialTextKind,
            source: row.source,
            url: row.url ?? undefined,
            retrievedOn: row.retrieved_on,
            mediaType: row.media_type,
            size: row.size_bytes,
            readAt,
            bodies: [row.first_body, row.second_body] as const,
          },
        ],
  )
}

/** What waits, was withdrawn or never was, answers the same. */
export async function giveText(req: Req): Promise<Response> {
  const id = idParam(req)
  const { platform, visitor } = req
  const hits = await runAs(platform, { kind: 'public' }, (ctx) =>
    countHit(ctx, { kind: 'law-text', visitor, windowSeconds: WINDOW_SECONDS }),
  )
  if (hits > MOST_IN_WINDOW) throw new TooManyError('law.too-many', WINDOW_SECONDS)
  const file = await runAs(platform, { kind: 'public' }, (ctx) =>
    readPublicText(ctx, req.c.req.param('aturan') ?? '', id),
  )
  if (!file) throw new NotFoundError('page.not-found')
  return officialTextFile(req, file, 'public, max-age=300')
}
