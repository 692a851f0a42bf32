import { modernSpelling } from '../names/normalise-name.ts'

/** A place's name as one word: no kind of region, no blanks, new spelling (Mekar Sari, Mekarsari; Tjurug, Curug). */
export function readPlace(text: string): string {
  const plain = text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z]+/g, ' ')
    .trim()
    .replace(/^(kabupaten|kab|kotamadya|kota|kecamatan|kec|desa|kelurahan|kel)\s+/, '')
  return modernSpelling(plain.replaceAll(' ', ''))
}
