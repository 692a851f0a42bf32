import type {
  AgreementActor,
  AgreementPurpose,
  AgreementSubject,
  AgreementType,
  DutyState,
} from '#src/domain/agreements/codes.ts'
import type { Stage } from '#src/domain/agreements/pipeline.ts'

const type: Record<AgreementType, string> = {
  treaty: 'Perjanjian internasional',
  memorandum: 'Nota kesepahaman',
  'inter-agency': 'Kerja sama antarlembaga',
  unclear: 'Belum jelas',
}
const subject: Record<AgreementSubject, string> = {
  placement: 'penempatan',
  protection: 'pelindungan',
  'information-exchange': 'tukar informasi',
  training: 'pelatihan',
  'law-enforcement': 'penegakan hukum',
  economic: 'ekonomi',
  development: 'pembangunan',
  security: 'keamanan',
  cultural: 'budaya',
}
const purpose: Record<AgreementPurpose, string> = {
  resources: 'sumber daya terbatas',
  'technology-and-staff': 'teknologi dan tenaga terbatas',
  disputes: 'menyelesaikan sengketa',
  peace: 'perdamaian',
  welfare: 'kesejahteraan',
  development: 'pembangunan lebih cepat',
}
const stage: Record<Stage, string> = {
  idea: 'Gagasan',
  talks: 'Dibicarakan',
  signed: 'Ditandatangani',
  'in-force': 'Berlaku',
  review: 'Ditinjau',
  ended: 'Berakhir',
  unclear: 'Belum jelas',
}
const dutyState: Record<DutyState, string> = {
  open: 'belum dilakukan',
  kept: 'ditepati',
  breached: 'dilanggar',
  unclear: 'belum jelas',
}
const actor: Record<AgreementActor, string> = {
  'both-parties': 'kedua pihak',
  indonesia: 'Indonesia',
  'other-party': 'pihak lain',
  employer: 'majikan',
  agency: 'perusahaan penempatan',
  worker: 'pekerja',
  mission: 'KBRI, KJRI, atau KDEI',
  'joint-group': 'kelompok kerja bersama',
  other: 'lainnya',
  unclear: 'belum jelas',
}

/** Agreements between States and bodies: the words of their codes, and the pages for everybody. */
export const perjanjian = {
  type,
  subject,
  purpose,
  stage,
  dutyState,
  actor,
  title: 'Perjanjian Indonesia dengan negara lain',
  lead: 'Apa yang disepakati, sejak kapan, dan siapa yang wajib menepatinya.',
  allHukum: 'Hukum dan perjanjian',
  back: 'Semua perjanjian',
  one: (country: string) => `Perjanjian dengan ${country}`,
  since: (day: string) => `sejak ${day}`,
  sinceUnclear: 'tanggalnya belum jelas',
  none: 'Belum ada perjanjian yang kami catat.',
  notFoundTitle: 'Tidak ditemukan perjanjian',
  notFoundLead: 'Sudah dicari. Ini bukan perjanjian.',
  parties: 'Pihak',
  kind: 'Jenis',
  about: 'Tentang',
  aim: 'Tujuan',
  state: 'Keadaan',
  way: 'Perjalanannya',
  instrument: 'Naskah dalam pustaka',
  noInstrument: 'Naskahnya belum ada di pustaka.',
  duties: 'Kewajiban',
  stateUnlessSaid: 'Tanpa keterangan: belum jelas apakah dijalankan.',
  noDuties: 'Kewajibannya belum dicatat.',
  owes: (by: string, to: string) => `Wajib: ${by}. Untuk: ${to}.`,
  source: 'Sumber',
  notSigned: 'Belum ditandatangani. Jangan dijadikan pegangan.',
  over: 'Sudah berakhir. Jangan dijadikan pegangan.',
  unclearWarning: 'Keadaannya belum jelas. Tanyakan dulu sebelum dipakai.',
  help: 'Hak Anda tidak dipenuhi? Lapor.',
  link: 'Daftar perjanjian dengan negara lain',
}
