import type { LawCertainty } from '#src/domain/law/article-ref.ts'

const sure: Record<LawCertainty, string> = {
  verified: 'dibaca di naskahnya',
  secondary: 'dari sumber lain',
  unverified: 'belum diverifikasi',
}

/** The rulebook to read: one page for each question. */
export const aturan = {
  title: 'Buku aturan',
  lead: 'Di sini semua aturan yang dipakai layanan ini. Tiap aturan punya dasar dan tanggal.',
  help: 'Sistem hanya mengusulkan. Orang yang memutuskan.',
  count: (rules: number, amounts: number) => `${rules} aturan, ${amounts} angka`,
  all: 'Semua pertanyaan',
  chapterLead: 'Apa aturannya, sejak kapan, siapa yang menulis, dan seberapa yakin.',
  rules: 'Aturan',
  amounts: 'Angka dan tenggat',
  since: (day: string) => `sejak ${day}`,
  startNotRead: 'mulai berlaku: belum dibaca',
  startNotReadUntil: (until: string) => `mulai berlaku: belum dibaca, sampai sebelum ${until}`,
  between: (from: string, until: string) => `${from} sampai sebelum ${until}`,
  empty: 'Belum ada angka.',
  why: 'Alasan:',
  share: (percent: string) => `${percent} persen`,
  unit: {
    days: 'hari',
    months: 'bulan',
    years: 'tahun',
    hours: 'jam',
    times: 'kali',
    'working days': 'hari kerja',
    'working-days': 'hari kerja',
    'days in a year': 'hari setahun',
    'hours in a day': 'jam sehari',
    "month's wage": 'bulan upah',
    'IDR per month': 'IDR per bulan',
    'KRW per hour': 'KRW per jam',
  } as Readonly<Record<string, string | undefined>>,
  page: (current: number, total: number) => `Halaman ${current} dari ${total}`,
  previous: 'Sebelumnya',
  next: 'Berikutnya',
  pages: 'Halaman',
  onePage: 'Semua di satu halaman',
  sure,
}
