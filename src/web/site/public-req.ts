/** What the routes of the public site share: the frame of a page, a form that was posted, and times for the reader. */
import { InvalidInputError } from '#src/platform/errors.ts'
import { loadReference } from '#src/platform/reference.ts'
import type { Req } from '#src/web/http.ts'
import { decodeForm, type FormTree } from '#src/web/middleware/decode-form.ts'
import type { PageFrame } from '#src/web/ui/public/layout.tsx'
import { clockTime, dateAndTime, HOME_ZONE, shortDate } from '#src/web/ui/when.ts'
import { fieldsBeforeFiles, readBody } from '../middleware/read-body.ts'

/** More than a single file may be; what is larger is read no further than its first fields. */
const FORM_WITH_FILES = 20 * 1024 * 1024
/** Up to here a form with files that is too large is answered beside its field; above it by a page of its own. */
export const LARGEST_BODY = 256 * 1024 * 1024

export function frameOf(req: Req): PageFrame {
  return { lang: req.lang, t: req.t, demo: req.platform.config.demo }
}

export type PostedForm = {
  readonly tree: FormTree
  readonly files: readonly File[]
  /** More came than is taken: only the fields before the first file were read. */
  readonly cut?: true
}

/** Throws InvalidInputError for a body that is no form. */
export async function readForm(req: Req): Promise<PostedForm> {
  const body = await readBody(req.c.req.raw, FORM_WITH_FILES)
  const type = req.c.req.header('content-type') ?? ''
  const data = await parse(body.cut ? fieldsBeforeFiles(body.bytes, type) : body.bytes, type)
  const files = [...data.values()].filter(
    (value): value is File => typeof value !== 'string' && (value.size > 0 || value.name !== ''),
  )
  return { tree: decodeForm(data.entries()), files, ...(body.cut && { cut: true }) }
}

export function tooBig(): InvalidInputError {
  return new InvalidInputError([{ path: '', code: 'body.too-large' }])
}

async function parse(body: Uint8Array<ArrayBuffer>, type: string): Promise<FormData> {
  try {
    return await new Response(body, { headers: { 'content-type': type } }).formData()
  } catch {
    throw new InvalidInputError([{ path: '', code: 'form.not-understood' }])
  }
}

/** The reader's clock as far as the place tells it, named by the country; the home office's elsewhere. */
export function whenFor(req: Req, country: string | undefined): (instant: Date) => string {
  const { lang, t } = req
  const place = loadReference().countries.find((each) => each.iso === country)
  const zone = place?.timeZones[0]
  if (place === undefined || zone === undefined || country === 'ID')
    return (instant) => dateAndTime(lang, instant, HOME_ZONE)
  return (instant) => {
    const time = clockTime(lang, instant, zone).split(' ')[0] ?? ''
    return `${shortDate(lang, instant, zone)}, ${t.kode.timeThere(time, place.name[lang])}`
  }
}
