import { readFile } from 'node:fs/promises'

/** The text of the demonstration: says in its first line that it is no law. */
export async function readDemoLawText(): Promise<Uint8Array> {
  return new Uint8Array(await readFile(new URL('../../seeds/demo/contoh-naskah.txt', import.meta.url)))
}
