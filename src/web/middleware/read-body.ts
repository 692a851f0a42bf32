/** Reads a body up to a limit. Of a larger one the beginning is kept, so that what stands before the files is not lost. */
export type ReadBody = { readonly bytes: Uint8Array<ArrayBuffer>; readonly cut: boolean }

export async function readBody(request: Request, most: number): Promise<ReadBody> {
  if (request.body === null) return { bytes: new Uint8Array(), cut: false }
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of request.body) {
    // The rest is taken from the line and thrown away: a browser shows no answer before it has sent everything.
    if (size < most) chunks.push(chunk.subarray(0, most - size))
    size += chunk.length
  }
  return { bytes: new Uint8Array(Buffer.concat(chunks)), cut: size > most }
}

/** The parts of a multipart body before its first file, as a body of their own; empty for any other kind. */
export function fieldsBeforeFiles(bytes: Uint8Array, type: string): Uint8Array<ArrayBuffer> {
  const boundary = /^multipart\/form-data;.*boundary="?([^";]+)"?/i.exec(type)?.[1]
  const text = Buffer.from(bytes).toString('latin1')
  const file = text.search(/\r\ncontent-disposition:[^\r\n]*; filename/i)
  if (boundary === undefined || file < 0) return new Uint8Array()
  const start = text.lastIndexOf(`--${boundary}`, file)
  return new Uint8Array(Buffer.from(`${text.slice(0, Math.max(0, start))}--${boundary}--\r\n`, 'latin1'))
}
