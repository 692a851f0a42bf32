import { textsFor } from './texts.ts'

/** The sentences that an old list leaves in a case, in the language of the files. */
export function oldListWords() {
  const words = textsFor('id').kerjaDaftarLama
  return {
    origin: (list: { readonly source: string; readonly row: number; readonly file: string }): string =>
      words.origin(list.source, list.row, list.file),
    complained: words.complained,
    noneYet: words.nik,
    ownNumber: words.ownNumber,
    age: words.age,
    changed: words.changed,
  }
}
