import type { CellMark, EntryRole } from '#src/domain/harmonisation/compare.ts'
import type { ColumnKind } from '#src/domain/harmonisation/columns.ts'
import type { ReasonCode, Verdict } from '#src/domain/harmonisation/decide.ts'
import type { Modality, NormLevel, PairRelation, Phase } from '#src/domain/harmonisation/norm.ts'
import type { Sector } from '#src/domain/harmonisation/sectors.ts'
import type { LawCertainty } from '#src/domain/law/article-ref.ts'

const verdict: Record<Verdict, string> = {
  covered: 'Diatur',
  stronger: 'Lebih kuat',
  weaker: 'Lebih lemah',
  'in-conflict': 'Bertentangan',
  silent: 'Diam',
  empty: 'Belum diketahui',
}

/** Why, for what no person judged. Judged pairs bring their own sentence. */
const reason: Record<ReasonCode, string> = {
  'nothing-found': 'Belum ditemukan apa pun.',
  'other-sectors-only': 'Yang ditemukan hanya untuk pekerja lain.',
  'act-leaves-out': 'Undang-undangnya tidak berlaku bagi pekerja ini.',
  'no-duty-said': 'Belum ditemukan kewajiban.',
  'text-is-silent': 'Naskah dibaca. Tidak ada aturannya. Diam bukan berarti boleh.',
  'conflict-recorded': 'Pertentangan ini tercatat di sumber.',
  'contradicts-within': 'Dua aturan di sini bertentangan.',
  contradicts: 'Yang satu melarang, yang lain membolehkan. Belum dinilai orang.',
  'judged-same': 'Isinya sama.',
  'judged-weaker': 'Isinya lebih lemah.',
  'judged-stronger': 'Isinya lebih kuat.',
  'silent-on-a-point': 'Satu hal tidak diatur di sini.',
  'measured-same': 'Angkanya sama.',
  'measured-weaker': 'Angkanya lebih lemah.',
  'measured-stronger': 'Angkanya lebih kuat.',
  'only-may': 'Di sini hanya boleh, bukan wajib.',
  'not-binding': 'Naskah ini tidak mengikat.',
  'leaves-some-out': 'Sebagian pekerja tidak dilindungi.',
  'cannot-be-measured': 'Tidak dapat diukur dengan pembandingnya.',
  'nothing-to-compare': 'Belum ada pembanding.',
  'other-is-silent': 'Pembandingnya diam.',
}

const mark: Record<CellMark, string> = {
  'not-verified': 'belum diperiksa',
  'second-hand': 'dari sumber lain',
  'one-reader': 'satu pembaca',
  'start-not-read': 'mulai berlaku belum dibaca',
  'programme-only': 'hanya program tertentu',
  'undocumented-left-out': 'tidak untuk pekerja tanpa dokumen',
  'undocumented-disputed': 'untuk tanpa dokumen: diperdebatkan',
  'leaves-out-some': 'mengecualikan sebagian pekerja',
  'only-may': 'boleh, bukan wajib',
}

const column: Record<Exclude<ColumnKind, 'bilateral'>, string> = {
  world: 'PBB dan ILO',
  asean: 'ASEAN',
  country: 'Hukum',
  law: 'Undang-undang',
  rules: 'Aturan pelaksana',
}

const sector: Record<Sector, string> = {
  domestic: 'Pekerja rumah tangga dan pengasuh di rumah',
  fishing: 'Awak kapal dan nelayan',
  plantation: 'Pekerja kebun',
  construction: 'Pekerja bangunan',
  manufacturing: 'Pekerja pabrik',
  agriculture: 'Pekerja tani',
  services: 'Pekerja jasa',
}

const phase: Record<Phase, string> = {
  before: 'Sebelum berangkat',
  during: 'Selama bekerja',
  after: 'Sesudah pulang',
}

const sure: Record<LawCertainty, string> = {
  verified: 'dibaca di naskahnya',
  secondary: 'dari sumber lain',
  unverified: 'belum diperiksa',
}

const role: Record<EntryRole, string> = {
  decides: 'Menentukan isi kotak ini',
  also: 'Aturan lain di kotak ini',
  silent: 'Naskah yang diam',
  'other-sector': 'Tidak untuk pekerja yang dipilih',
}

const modality: Record<Modality, string> = {
  must: 'wajib',
  'must-not': 'dilarang',
  may: 'boleh',
  right: 'hak',
  none: 'tidak mengatur',
}

const level: Record<NormLevel, string> = {
  international: 'PBB dan ILO',
  regional: 'ASEAN',
  'origin-national': 'undang-undang negara asal',
  bilateral: 'kesepakatan dua negara',
  'destination-national': 'undang-undang negara tujuan',
  implementing: 'aturan pelaksana',
}

const undocumented = {
  yes: 'Berlaku juga bagi pekerja tanpa dokumen.',
  no: 'Tidak berlaku bagi pekerja tanpa dokumen.',
  unknown: 'Bagi pekerja tanpa dokumen: belum diketahui.',
  disputed: 'Bagi pekerja tanpa dokumen: diperdebatkan.',
}

/** The public table of rules, and one rule by itself. */
export const harmonisasi = {
  title: 'Banding aturan',
  lead: 'Lihat satu kebutuhan. Bandingkan aturannya di tiap negara.',
  help: 'Tiap isi menunjuk pasalnya. Yang belum dibaca orang, kami katakan.',
  legend: 'Arti tanda',
  /** The law of silence: it stands on every page with a table. */
  silence: 'Diam tidak pernah berarti boleh.',
  legendText: {
    covered: 'ada aturannya',
    stronger: 'lebih baik bagi pekerja',
    weaker: 'kurang bagi pekerja',
    'in-conflict': 'berlawanan dengan aturan lain',
    silent: 'naskah dibaca, tidak mengatur',
    empty: 'belum ditemukan, bukan berarti tidak ada',
  } satisfies Record<Verdict, string>,
  verdict,
  reason,
  mark,
  column,
  sector,
  everySector: 'Semua pekerja',
  phase,
  everyPhase: 'Semua waktu',
  sure,
  role,
  modality,
  level,
  undocumented,
  measured: (mine: string, theirs: string, unit: string) => `${mine} dibanding ${theirs} ${unit}.`,
  against: (name: string) => `Dibandingkan dengan: ${name}.`,
  lawOf: (country: string) => `Hukum ${country}`,
  actsOf: (country: string) => `Undang-undang ${country}`,
  rulesOf: (country: string) => `Aturan pelaksana ${country}`,
  origin: 'Indonesia',
  validOn: (day: string) => `Berlaku pada ${day}.`,
  forWhom: (sectorName: string) => `Untuk: ${sectorName}.`,
  choose: 'Pilih isi tabel',
  method: 'Cara kami menilai',
  methodSays: [
    'Pertama, pasangan aturan yang sudah dinilai orang.',
    'Kedua, angka dengan satuan yang sama.',
    'Kalau keduanya tidak ada, kami tulis: tidak dapat diukur.',
    'Aturan dari ingatan tidak pernah membuat isi jadi pasti.',
    'Aturan untuk pekerja lain tidak dihitung, tetapi tetap ditunjukkan.',
    'Semua penilaian baru dibaca satu orang.',
  ],
  need: 'Kebutuhan',
  group: 'Kelompok kebutuhan',
  corridor: 'Negara tujuan',
  day: 'Tanggal berlaku',
  forSector: 'Pekerja',
  show: 'Tampilkan',
  byNeed: 'Satu kebutuhan di semua negara',
  byCorridor: 'Satu negara, semua kebutuhan',
  all: 'Semua kebutuhan dan negara',
  c102: (part: string) => `Konvensi ILO 102, bagian ${part}`,
  more: (count: number) => `dan ${count} aturan lain`,
  whole: 'Baca isi kotak ini',
  cellTitle: (need: string, columnName: string) => `${need}: ${columnName}`,
  why: 'Mengapa',
  rules: 'Aturannya',
  noRule: 'Belum ada aturan yang ditemukan.',
  openData: 'Data terbuka',
  csv: 'Unduh tabel (CSV)',
  json: 'Unduh data (JSON)',
  normTitle: 'Satu aturan',
  says: 'Isi',
  who: 'Siapa',
  owes: (bearer: string, beneficiary: string) => `${bearer}, kepada ${beneficiary}`,
  nobody: 'tidak disebut',
  amount: 'Angka',
  numberLeftOut: '(nomor belum diperiksa)',
  details: 'Rincian',
  noAmount: 'tidak ada angka',
  asOf: (day: string) => `per ${day}`,
  when: 'Waktu',
  whom: 'Untuk pekerja',
  where: 'Pasal',
  quote: 'Kutipan',
  noQuote: 'Belum ada kutipan naskah.',
  valid: 'Berlaku',
  from: (day: string) => `sejak ${day}`,
  startNotRead: 'mulai berlaku belum dibaca',
  until: (day: string) => `sampai sebelum ${day}`,
  datesAre: (words: string) => `tanggal: ${words}`,
  source: 'Sumber',
  certainty: 'Seberapa yakin',
  readers: 'Pembaca',
  firstReader: (day: string) => `Pembaca pertama: tim Payung, ${day}.`,
  noSecondReader: 'Pembaca kedua: belum ada.',
  firstReaderIs: (who: string) => `Pembaca pertama: ${who}.`,
  secondReaderIs: (who: string) => `Pembaca kedua: ${who}.`,
  notes: 'Catatan (bahasa Inggris)',
  comparedWith: 'Dibandingkan dengan',
  notCompared: 'Belum dibandingkan dengan aturan lain.',
  standsAs: {
    same: 'sama',
    weaker: 'lebih lemah',
    stronger: 'lebih kuat',
    contradicts: 'bertentangan',
    silent: 'diam',
    exception: 'pengecualian',
    separate: 'mengatur hal lain',
  } satisfies Record<PairRelation, string>,
  notJudged: 'belum dinilai',
  recordOf: { norm: 'aturan', silent: 'naskah yang diam', conflict: 'pertentangan' },
  unverifiedNotice: 'Aturan ini belum diperiksa di naskahnya. Jangan dipakai sebagai dasar.',
  toTable: 'Lihat di tabel',
  badDay: 'Tanggal tidak terbaca. Tabel memakai hari ini.',
}
