/** What the routes of the public site share: the frame of a page, a form that was posted, and times for the reader. */
import { InvalidInputError } from '#src/platform/errors.ts'
import { loadReference } from '#src/platform/reference.ts'
import type { Req } from '#src/web/http.ts'
import { decodeForm, type FormTree } from '#src/web/middleware/decode-form.ts'
import type { PageFrame } from '#src/web/ui/public/layout.tsx'
import { HOME_ZONE } from '#src/web/ui/when.ts'

/** Larger than a single file may be, so that a file that is too large is answered beside its field. */
export const FORM_WITH_FILES = 20 * 1024 * 1024

export function frameOf(req: Req): PageFrame {
  return { lang: req.lang, t: req.t, demo: req.platform.config.demo }
}

export type PostedForm = { readonly tree: FormTree; readonly files: readonly File[] }

/** Throws InvalidInputError for a body that is no form. */
export async function readForm(req: Req): Promise<PostedForm> {
  const data = await parse(req)
  const files = [...data.values()].filter(
    (value): value is File => typeof value !== 'string' && (value.size > 0 || value.name !== ''),
  )
  return { tree: decodeForm(data.entries()), files }
}

async function parse(req: Req): Promise<FormData> {
  try {
    return await req.c.req.formData()
  } catch {
    throw new InvalidInputError([{ path: '', code: 'form.not-understood' }])
  }
}

/** The reader's clock as far as the place tells it; the home office's elsewhere. */
export function zoneOf(country: string | undefined): string {
  const zones = loadReference().countries.find((each) => each.iso === country)?.timeZones ?? []
  return zones[0] ?? HOME_ZONE
}
