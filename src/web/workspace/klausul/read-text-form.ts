/** The form of a text: typed or pasted words, or a file of plain words; nothing is ever run or shown as more. */
import type { TextInput } from '#src/modules/clauses/index.ts'
import { InvalidInputError } from '#src/platform/errors.ts'
import type { StaffReq } from '#src/web/http.ts'

/** A file of at most 1 MB, and a paste beside it; what is larger is answered by the page for large forms. */
export const LARGEST_TEXT_FORM = 3 * 1024 * 1024
const LARGEST_FILE = 1024 * 1024

export type TextForm = {
  readonly input: TextInput
  readonly action: 'look' | 'save'
  readonly seen: number
  /** Why the file was not read. */
  readonly fault: InvalidInputError | undefined
}

export async function readTextForm(req: StaffReq): Promise<TextForm> {
  const data = await req.c.req.formData()
  const one = (name: string): string => {
    const value = data.get(name)
    return typeof value === 'string' ? value.trim() : ''
  }
  const file = data.get('file')
  const read = file === null || typeof file === 'string' || file.size === 0 ? undefined : await textOf(file)
  return {
    input: {
      title: one('title'),
      kind: one('kind'),
      language: one('language'),
      parties: one('parties'),
      source: one('source'),
      sourceDay: one('sourceDay'),
      standing: one('standing'),
      note: one('note'),
      text: typeof read === 'string' ? read : one('text'),
    },
    action: one('do') === 'save' && typeof read !== 'string' ? 'save' : 'look',
    seen: Number(one('seen')) || 0,
    fault: read instanceof InvalidInputError ? read : undefined,
  }
}

/** Only words in UTF-8: a picture or a Word file is refused and not guessed at. */
async function textOf(file: File): Promise<string | InvalidInputError> {
  const refused = new InvalidInputError([{ path: 'text', code: 'clause.file' }])
  if (file.size > LARGEST_FILE) return refused
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer())
    return text.includes('\u0000') ? refused : text
  } catch {
    return refused
  }
}
