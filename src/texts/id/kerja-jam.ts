import type { ClockKind, ClockState } from '#src/domain/deadlines/clock.ts'
import type { LegalClock } from '#src/domain/rulebook/facts/facts.ts'

/** Clocks of a case: what must be answered, by when, and whether a law or our own target says so. */
const name: Record<LegalClock | ClockKind, string> = {
  'victim-first-help': 'Pertolongan pertama untuk korban',
  'restitution-payment': 'Restitusi dibayar',
  'restitution-seizure': 'Harta disita untuk restitusi',
  'lpsk-completeness-check': 'LPSK memeriksa kelengkapan',
  'lpsk-completion': 'Pemohon melengkapi berkas LPSK',
  'lpsk-performance': 'Restitusi dilaksanakan',
  'service-complaint-answer': 'Pengaduan layanan dijawab',
  'service-complaint-completion': 'Berkas pengaduan dilengkapi',
  'service-complaint-decision': 'Pengaduan layanan diputus',
  'mediation-commitment': 'Janji dalam mediasi ditepati',
  'company-licence-revocation': 'Izin perusahaan dicabut',
  'consent-withdrawal': 'Berhenti memakai data setelah izin dicabut',
  rehabilitation: 'Rehabilitasi setelah pulang',
  'work-accident-claim': 'Klaim kecelakaan kerja',
  'first-response': 'Jawaban pertama untuk pelapor',
  'referral-answer': 'Jawaban atas rujukan',
  'rights-access': 'Permintaan melihat data',
  'rights-correction': 'Permintaan membetulkan data',
  'rights-withdrawal': 'Pencabutan izin memakai data',
  'rights-restriction': 'Permintaan membatasi data',
  'rights-erasure': 'Permintaan menghapus data',
  'breach-notice': 'Pemberitahuan data bocor',
  'consent-exception-review': 'Pemeriksaan rujukan tanpa izin',
}
const state: Record<ClockState, string> = {
  running: 'berjalan',
  paused: 'dijeda',
  met: 'tercapai',
  'met-late': 'tercapai, terlambat',
  missed: 'terlewat',
}

export const kerjaJam = {
  title: 'Jam kasus saya',
  ofCase: 'Jam kasus',
  name,
  state,
  own: 'target sendiri',
  col: { clock: 'Jam', case: 'Kasus', state: 'Keadaan', due: 'Batas', left: 'Sisa', law: 'Dasar' },
  left: (days: number) => (days === 0 ? 'hari ini' : days > 0 ? `${days} hari` : `lewat ${-days} hari`),
  count: (count: number) => `${count} jam`,
  all: (count: number) => `Lihat semua ${count} jam`,
  none: 'Tidak ada jam yang berjalan.',
  noneOfCase: 'Kasus ini belum punya jam.',
  how: 'Dihitung dari tanggal di berkas. Jam dengan pasal adalah hukum. Yang lain target sendiri.',
  second: (count: number) => `${count} skrining menunggu pendapat kedua`,
  secondLink: 'Buka skrining',
}
