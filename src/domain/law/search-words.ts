/**
 * What a person means who types a few words into the search of the law: which law is named, which words say the same,
 * which State, and which word was probably meant where one is spelled otherwise.
 */
import { citedSpans, type CitedSpan } from './cited-spans.ts'
import type { LawLibrary } from './law-library.ts'

export interface SearchPlan {
  /** The law that the words name, where they name one. */
  readonly cited?: { readonly instrument: string; readonly article: string }
  /** Each group must be found; any word of a group will do. */
  readonly groups: readonly (readonly string[])[]
  /** The law that is first on this subject in Indonesia. */
  readonly leads?: string
  /** ISO codes of the States that the words name. */
  readonly states: readonly string[]
}

/** Words that say nothing about what is looked for. */
const EMPTY = new Set(
  (
    'ada adalah agar akan aku anda apa apakah atas atau bagaimana bagi bahwa bila boleh bolehkah bisa dalam dan dari dengan di ' +
    'harus hukum ini itu jika kalau kami kapan karena ke kepada kita mana mau oleh pada para peraturan saja saya sebagai siapa ' +
    'supaya tak tentang tidak untuk yang aturan belum tanpa ' +
    'a about against all am an and any are as at be by can do does for from how i if in is it law may me my no not of on or our ' +
    'regulation the their to under was we what when where which who with you your without'
  ).split(' '),
)

/** Words that people use for one thing, in both languages; a word of one line finds all of that line. */
const ALIKE = [
  'gaji upah wage wages salary pay',
  'dibayar bayar membayar pembayaran paid pay payment unpaid',
  'paspor passport',
  'ditahan tahan menahan penahanan disita menyita disimpan menyimpan memegang dipegang withheld withhold keep keeping retain confiscated',
  'majikan pemberi employer boss',
  'agen agensi agency agencies p3mi pptkis calo',
  'biaya ongkos cost costs fee fees pungutan overcharging',
  'potong potongan dipotong pemotongan deduction deduct deductions',
  'libur istirahat rest holiday',
  'cuti leave',
  'mingguan seminggu minggu weekly week',
  'jam hours lembur overtime',
  'umur usia age',
  'minimum minimal terendah',
  'pulang pemulangan kepulangan repatriation return home',
  'meninggal kematian jenazah death died',
  'asuransi insurance',
  'jaminan jamsos bpjs security',
  'kontrak perjanjian contract',
  'prt pembantu asisten domestic helper maid',
  'abk pelaut awak seafarer fisher crew',
  'kapal vessel ship',
  'pukul dipukul memukul kekerasan penganiayaan violence abuse',
  'tppo perdagangan trafficking',
  'korban victim victims',
  'saksi witness',
  'restitusi restitution',
  'konsuler konsulat consular',
  'kunjungan mengunjungi visit visits',
  'desa village',
  'keluhan pengaduan mengadu lapor complaint complain',
  'pengadilan gugat menggugat sengketa dispute court tribunal',
  'anak child children',
  'hamil melahirkan maternity pregnancy',
  'sakit sick sickness illness',
  'pindah ganti change transfer',
  'berhenti pemutusan phk termination dismissal',
  'telepon hp ponsel komunikasi communication phone',
  'makan makanan food',
  'kamar tempat-tinggal akomodasi accommodation housing',
].map((line) => line.split(' '))

/** Names in use that are no short name: the law that is meant. */
const NICKNAMES: readonly (readonly [RegExp, string])[] = [
  [/\b(?:uu|undang-undang) ?(?:ppmi|pmi|pelindungan pekerja migran)\b/i, 'UU 18/2017'],
  [/\b(?:uu|undang-undang) ?(?:tppo|ptppo|perdagangan orang)\b/i, 'UU 21/2007'],
  [/\b(?:uu|undang-undang) ?tpks\b/i, 'UU 12/2022'],
  [/\b(?:uu|undang-undang) ?(?:pdp|pelindungan data pribadi)\b/i, 'UU 27/2022'],
  [/\b(?:uu|undang-undang) ?(?:imigrasi|keimigrasian)\b/i, 'UU 6/2011'],
  [/\b(?:uu|undang-undang) ?desa\b/i, 'UU 6/2014'],
  [/\b(?:migrant workers? convention|konvensi (?:pekerja migran|buruh migran)|cmw)\b/i, 'ICRMW'],
  [/\bkonvensi wina\b(?! 19)/i, 'Konvensi Wina 1963'],
]

/** What people call a subject, and the law of Indonesia that is first on it. */
const LEADS: readonly (readonly [RegExp, string])[] = [
  [/\b(?:tppo|perdagangan orang|perdagangan manusia|(?:human )?trafficking)\b/i, 'id-uu-21-2007'],
  [/\b(?:saksi|lpsk|witness)\b/i, 'id-uu-31-2014'],
  [/\b(?:kekerasan seksual|tpks|sexual violence)\b/i, 'id-uu-12-2022'],
  [/\b(?:jamsos|jaminan sosial|bpjs)\b/i, 'id-permenaker-4-2023'],
  [/\b(?:abk|pelaut|awak kapal|seafarers?)\b/i, 'id-pp-22-2022'],
]

const KINDS: Readonly<Record<string, string>> = {
  uu: 'UU',
  'undang-undang': 'UU',
  'undang undang': 'UU',
  pp: 'PP',
  'peraturan pemerintah': 'PP',
  perpres: 'Perpres',
  'peraturan presiden': 'Perpres',
  keppres: 'Keppres',
  permenaker: 'Permenaker',
  kepmenaker: 'Kepmenaker',
  permenlu: 'Permenlu',
  permenkumham: 'Permenkumham',
  'permen p2mi': 'Permen P2MI',
  'peraturan bp2mi': 'Peraturan BP2MI',
}
const NUMBERED = new RegExp(
  String.raw`\b(${Object.keys(KINDS)
    .toSorted((a, b) => b.length - a.length)
    .join('|')})\s+(?:no\.?|nomor)?\s*(\d{1,4})\s*(?:\/|tahun|th\.?|\s)\s*((?:19|20)\d{2})\b`,
  'gi',
)
const ILO =
  /\b(?:konvensi|convention|ilo)\s+(?:(?:ilo|konvensi|convention)\s+)?(?:no\.?\s*|nomor\s*)?c?\s?(\d{2,3})\b|\bc[ -]?(\d{2,3})\b/gi
const FIRST_ARTICLE =
  /^\s*((?:pasal|ps\.?|art(?:icle|\.)?|section|s\.)\s+\S+(?:\s+ayat\s*\(?\d+\)?)?(?:\s+huruf\s+\w)?)\s*,?\s+(?=\S)/i

/** Written as the library writes it: `uu no 18 tahun 2017 pasal 30 ayat 1` → `UU 18/2017 Pasal 30 ayat (1)`. */
export function asWritten(words: string): string {
  let text = words.replaceAll(/\s+/g, ' ').trim()
  for (const [name, law] of NICKNAMES) text = text.replace(name, law)
  text = text
    .replaceAll(NUMBERED, (_all, kind: string, no: string, year: string) => {
      return `${KINDS[kind.toLowerCase()] ?? kind} ${no}/${year}`
    })
    .replaceAll(ILO, (_all, one?: string, two?: string) => `C${Number(one ?? two)}`)
    .replaceAll(/\b(?:pasal|ps)\.? (?=\d)/gi, 'Pasal ')
    .replaceAll(/\bart(?:icle|\.)? (?=\d)/gi, 'art. ')
    .replaceAll(/\bsection (?=\d)/gi, 's. ')
    .replaceAll(/\bayat \(?(\d+)\)?/gi, 'ayat ($1)')
  const first = FIRST_ARTICLE.exec(text)
  return first === null ? text : `${text.slice(first[0].length)} ${first[1]}`
}

/** `stateNames` are the names of States in lower case, with their codes. */
export function searchPlan(
  library: LawLibrary,
  stateNames: ReadonlyMap<string, string>,
  words: string,
): SearchPlan {
  const text = asWritten(words)
  const cited = citedIn(library, text)
  let rest = cited === undefined ? text : `${text.slice(0, cited.start)} ${text.slice(cited.end)}`
  rest = rest.toLowerCase()
  const states: string[] = []
  for (const [name, code] of stateNames) {
    const at = new RegExp(`(?<![\\p{L}])${escaped(name)}(?![\\p{L}])`, 'u')
    if (!at.test(rest)) continue
    if (!states.includes(code)) states.push(code)
    rest = rest.replace(at, ' ')
  }
  const typed = wordsOf(rest)
  const telling = typed.filter((word) => !EMPTY.has(word))
  const leads = LEADS.find(([subject]) => subject.test(rest))?.[1]
  const named = cited !== undefined || states.length > 0 || telling.length > 0
  return {
    ...(cited && { cited: { instrument: cited.instrument, article: cited.article } }),
    ...(leads !== undefined && { leads }),
    groups: (named ? telling : typed).map(alike),
    states,
  }
}

/** Also where nobody typed the capitals of a name. */
function citedIn(library: LawLibrary, text: string): CitedSpan | undefined {
  return citedSpans(library, text)[0] ?? citedSpans(library, text.toUpperCase())[0]
}

function alike(word: string): readonly string[] {
  const lines = ALIKE.filter((line) => line.includes(word))
  return lines.length === 0 ? [word] : [...new Set([word, ...lines.flat()])]
}

export function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\d]+(?:[-./][\p{L}\d]+)*/gu) ?? []
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
}

const SHORTEST = 5
const LONG = 9

/** The known word that differs by one letter, or by two in a long word; itself when it is known or nothing is near. */
export function nearestWord(known: ReadonlySet<string>, word: string): string {
  if (known.has(word) || word.length < SHORTEST || /\d/.test(word)) return word
  const most = word.length >= LONG ? 2 : 1
  let best = word
  let least = most + 1
  for (const each of known) {
    if (Math.abs(each.length - word.length) > most || each[0] !== word[0]) continue
    const away = distance(word, each)
    if (away < least) [best, least] = [each, away]
  }
  return best
}

/** Letters to add, drop, change or swap with the next one. */
function distance(a: string, b: string): number {
  let before: readonly number[] = []
  let row: readonly number[] = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      const swap =
        i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? (before[j - 2] ?? 0) + 1 : change
      next.push(Math.min(change, swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    before = row
    row = next
  }
  return row[b.length] ?? 0
}
