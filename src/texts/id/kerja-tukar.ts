import type { ExchangePart } from '#src/domain/disclosure/exchange-parts.ts'

const parts: Record<ExchangePart, string> = {
  htcds: 'HTCDS 2.0',
}
const hints: Record<ExchangePart, string> = {
  htcds: 'Ekspor dan impor kasus dalam standar data kasus TPPO milik IOM.',
}

/** The room for what comes in and goes out. */
export const kerjaTukar = {
  title: 'Ekspor dan impor',
  context: 'Data yang keluar ke mitra, dan data yang masuk.',
  settingsHint: 'Paket mitra, HTCDS, dan daftar kasus lama.',
  parts,
  hints,
}
