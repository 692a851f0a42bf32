import type { LawSection } from '#src/domain/law/law-sections.ts'

const sections: Record<LawSection, string> = {
  library: 'Pustaka hukum',
  comparison: 'Banding aturan',
  agreements: 'Perjanjian dan kerja sama',
  gaps: 'Hambatan sistem',
  advocacy: 'Advokasi',
  clauses: 'Meja klausul',
}
const hints: Record<LawSection, string> = {
  library: 'Sunting aturan, baca kedua, dan terbitkan.',
  comparison: 'Bandingkan kebutuhan antarnegara dan antartingkat.',
  agreements: 'Kewajiban, pertemuan, pelanggaran, dan biaya.',
  gaps: 'Masalah yang berulang dari kasus, dan pemiliknya.',
  advocacy: 'Usulan, konsultasi, sikap, dan tanggapan.',
  clauses: 'Bandingkan dua naskah dan siapkan peraturan desa.',
}

/** The room of the law. */
export const kerjaHukum = {
  title: 'Hukum',
  context: 'Aturan, perjanjian, dan cara memperbaikinya.',
  sections,
  hints,
  publicLibrary: 'Pustaka untuk umum',
}
