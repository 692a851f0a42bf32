import type { TableMode } from '#src/domain/harmonisation/columns.ts'

const mode: Record<TableMode | 'within' | 'over-time', string> = {
  across: 'Antarnegara',
  down: 'Ke atas dan ke bawah',
  within: 'Saling bertentangan',
  'over-time': 'Menurut waktu',
}

/** The comparer of the law room. */
export const kerjaBanding = {
  title: 'Banding aturan',
  context: (day: string) => `Kebutuhan × tingkat × negara. Berlaku pada ${day}.`,
  modes: 'Cara membandingkan',
  mode,
  modeSays: {
    across: 'Tiap kolom dibandingkan dengan satu kolom pilihan.',
    down: 'Hukum negara dibandingkan dengan konvensi. Aturan pelaksana juga dengan undang-undangnya.',
    within: 'Dua aturan yang berlawanan, berdampingan. Belum ada pembaca kedua.',
    'over-time': 'Kotak yang berubah di antara dua tanggal, dan aturan penyebabnya.',
  } satisfies Record<TableMode | 'within' | 'over-time', string>,
  countries: 'Pilih negara',
  chosen: (corridors: number, from: number, to: number, total: number) =>
    `${corridors} negara dipilih, kebutuhan ${from}–${to} dari ${total}`,
  chooseMore: 'Saring',
  group: 'Kelompok kebutuhan',
  everyGroup: 'Semua kebutuhan',
  phase: 'Waktu',
  yardstick: 'Pembanding',
  column: 'Kolom',
  from: 'Dari tanggal',
  to: 'Sampai tanggal',
  show: 'Tampilkan',
  table: 'Tabel banding, geser ke samping',
  download: 'Unduh',
  formats: { xlsx: 'XLSX', pdf: 'PDF', csv: 'CSV', json: 'JSON' },
  levels: { world: 'Antarbangsa dan ASEAN', origin: 'Asal', corridor: (name: string) => `Koridor ${name}` },
  paging: (from: number, to: number, total: number) =>
    `${from}–${to} dari ${total} kebutuhan. Tiap isi menunjuk pasalnya; yang baru satu pembaca diberi tanda.`,
  next: 'Berikutnya',
  previous: 'Sebelumnya',
  conflicts: (count: number) => `${count} pasangan`,
  internal: 'Di dalam satu negara',
  external: 'Antara dua tingkat atau negara',
  judged: 'Penilaian',
  noConflict: 'Tidak ada pasangan yang tercatat bertentangan pada tanggal ini.',
  changes: (count: number) => `${count} kotak berubah`,
  noChange: 'Tidak ada kotak yang berubah di antara dua tanggal ini.',
  noChangeHelp:
    'Aturan yang mulai berlakunya belum dibaca tidak dihitung. Aturan lama yang belum dicatat tidak terlihat.',
  before: (day: string) => `Pada ${day}`,
  after: (day: string) => `Pada ${day}`,
  began: 'Mulai berlaku',
  ended: 'Tidak berlaku lagi',
  badDay: 'Tanggal tidak terbaca. Tabel memakai hari ini.',
  emptyCountries: 'Pilih paling sedikit satu negara.',
  publicTable: 'Lihat tabel umum',
  files: {
    grid: 'Tabel',
    rules: 'Aturan',
    about: 'Keterangan',
    licence: 'Lisensi',
    conflicts: 'Pertentangan',
    changes: 'Perubahan',
    where: 'Letak',
    verdict: 'Hasil',
  },
}
