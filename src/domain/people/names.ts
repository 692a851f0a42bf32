/**
 * One name, many spellings: Mohamad, Moh., Muhammad; Joesoef, Yusuf; Tjahja, Cahya. Makes keys under which
 * spellings of one name fall together. Used for keyed search and for hints of likeness, never shown.
 */
import { soundOfWord } from '../kernel/word-sound.ts'

export interface NameKeys {
  /** One key for each part of the name, in its order; titles and "bin" are gone. */
  readonly tokens: readonly string[]
  /** The sound of each part, in its order. */
  readonly sounds: readonly string[]
  /** The sound of the whole name, whatever the order of its parts. */
  readonly sound: string
}

/** Words around a name that are no part of it. */
const NOT_NAMES = new Set(
  'bin binti bt bte binte alias als al alm almh almarhum almarhumah h hj haji hajjah hajah ibu bu pak bapak bpk sdr sdri mbak mas kak kang teh dik adik nyonya ny tuan tn nona nn dr drs dra ir ust ustad ustadz kh tgh'.split(
    ' ',
  ),
)

/** Families of one name, by the key that stands for all. */
const FAMILIES: Readonly<Record<string, string>> = {
  muhamad:
    'muhamad mohamad muhamat mohamat muhamed mohamed muh moh mohd muhd md much moch mochamad muchamad mochamat mohammad muhammad',
  siti: 'siti sitti sity st sti ste',
  ahmad: 'ahmad achmad akhmad ahmat achmat akhmat ahmed',
  abdul: 'abdul abd abdoel abdu',
  nur: 'nur noer noor nor nurul',
  yusuf: 'yusuf jusuf yusup jusup joesoef yosep yusop',
  umar: 'umar omar oemar',
  usman: 'usman utsman oesman osman',
  husin: 'husin husein husen hussein hussain husain',
  yati: 'yati jati yatie',
  ismail: 'ismail ismael',
  dwi: 'dwi dwie',
}

const FAMILY_OF = new Map(
  Object.entries(FAMILIES).flatMap(([key, spellings]) =>
    spellings.split(' ').map((each) => [spellingKey(each), key] as const),
  ),
)

/** Parts so common that alone they say little. */
const COMMON = new Set(['muhamad', 'siti', 'ahmad', 'abdul', 'nur', 'sri', 'yati', 'dewi'])

export function nameKeys(name: string): NameKeys {
  const words = wordsOf(name).filter((word) => !NOT_NAMES.has(word))
  const tokens = words.map(tokenOf).filter((token) => token.length > 0)
  const sounds = tokens.map(soundOfWord)
  return { tokens, sounds, sound: [...sounds].sort().join(' ') }
}

export function isCommonToken(token: string): boolean {
  return COMMON.has(token)
}

/** A village or place by its own name: without "desa", "kecamatan", numbers of streets. */
export function placeKey(place: string): string {
  const around = new Set(
    'desa ds dusun dsn kampung kp kelurahan kel kecamatan kec kabupaten kab kota rt rw provinsi prov gampong nagari'.split(
      ' ',
    ),
  )
  return wordsOf(place)
    .filter((word) => !around.has(word))
    .map((word) => soundOfWord(spellingKey(word)))
    .join(' ')
}

function wordsOf(text: string): readonly string[] {
  const plain = text.slice(0, 300).normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  return plain.replace(/['’`]/g, '').match(/[a-z]+/g) ?? []
}

function tokenOf(word: string): string {
  const key = spellingKey(word)
  return FAMILY_OF.get(key) ?? key
}

// Old and new spelling fall together; j and y too, because a bare j may be either ("Jusuf", "Joko").
function spellingKey(word: string): string {
  const steps: readonly (readonly [RegExp, string])[] = [
    [/oe/g, 'u'],
    [/tj/g, 'c'],
    [/dj/g, 'j'],
    [/sj/g, 'sy'],
    [/nj/g, 'ny'],
    [/ch|kh/g, 'h'],
    [/ph/g, 'p'],
    [/[vf]/g, 'p'],
    [/q/g, 'k'],
    [/x/g, 'ks'],
    [/ie/g, 'i'],
    [/j/g, 'y'],
    [/(.)\1+/g, '$1'],
    [/y$/, 'i'],
    [/h$/, ''],
  ]
  return steps.reduce((key, [pattern, replacement]) => key.replace(pattern, replacement), word)
}
