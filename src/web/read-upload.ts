import type { Req } from './http.ts'
import { readBody } from './middleware/read-body.ts'

export type Upload = {
  readonly file:
    | { readonly kind: 'file'; readonly name: string; readonly bytes: Uint8Array }
    | { readonly kind: 'none' }
    | { readonly kind: 'too-big' }
  readonly one: (name: string) => string
}

/** A form with one file, named `file`, and its text fields; a body beyond `most` bytes is read to its end and thrown away. */
export async function readUpload(req: Req, most: number): Promise<Upload> {
  const body = await readBody(req.c.req.raw, most)
  const type = req.c.req.header('content-type') ?? ''
  const data = body.cut
    ? undefined
    : await new Response(body.bytes, { headers: { 'content-type': type } }).formData().catch(() => undefined)
  const one = (name: string): string => {
    const value = data?.get(name)
    return typeof value === 'string' ? value.trim() : ''
  }
  if (body.cut) return { file: { kind: 'too-big' }, one }
  const given = data?.get('file')
  if (given === undefined || given === null || typeof given === 'string')
    return { file: { kind: 'none' }, one }
  if (given.name === '' && given.size === 0) return { file: { kind: 'none' }, one }
  const bytes = new Uint8Array(await given.arrayBuffer())
  return { file: { kind: 'file', name: given.name, bytes }, one }
}
