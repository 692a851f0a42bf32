// Invented texts of drafters for the demonstration: two drafts to compare, and a village regulation that lacks one duty.
import { readFile } from 'node:fs/promises'
import { z } from 'zod'

const File = z.strictObject({
  note: z.string().min(1),
  texts: z
    .array(
      z.strictObject({
        title: z.string().min(1),
        kind: z.string(),
        language: z.string(),
        parties: z.string(),
        source: z.string().min(1),
        sourceDay: z.string(),
        standing: z.string(),
        note: z.string(),
        text: z.string().min(1),
      }),
    )
    .min(1),
})

/** Throws when the file is wrong. */
export async function loadDemoClauses() {
  const url = new URL('../../seeds/demo/clause-texts.json', import.meta.url)
  return File.parse(JSON.parse(await readFile(url, 'utf8'))).texts
}
