import type { ExchangePart } from '#src/domain/disclosure/exchange-parts.ts'

const parts: Record<ExchangePart, string> = {
  webhooks: 'Webhook',
  partners: 'Mitra',
  agreements: 'Persetujuan tetap',
  htcds: 'HTCDS 2.0',
  'old-lists': 'Daftar lama',
}
const hints: Record<ExchangePart, string> = {
  webhooks: 'Kabar bertanda tangan untuk program lain, tanpa data orang.',
  partners: 'Instalasi lain dan lembaga tanpa Payung, kiriman, dan kunci.',
  agreements: 'Perjanjian dua lembaga tentang berbagi data.',
  htcds: 'Ekspor dan impor kasus dalam standar data kasus TPPO milik IOM.',
  'old-lists': 'Daftar kasus dari Excel atau CSV, dengan uji coba dan pembatalan.',
}

/** The room for what comes in and goes out. */
export const kerjaTukar = {
  title: 'Ekspor dan impor',
  context: 'Data yang keluar ke mitra, dan data yang masuk.',
  settingsHint: 'Paket mitra, HTCDS, dan daftar kasus lama.',
  parts,
  hints,
}
