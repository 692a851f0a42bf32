/** What each sort of body of the directory does, for the public page of services. */
export const lembaga = {
  does: {
    ministry: 'Melindungi pekerja migran dan menerima pengaduan.',
    'agency-unit': 'Kantor daerah yang melindungi pekerja migran.',
    mission: 'Menolong warga Indonesia di negara ini.',
    'mission-officer': 'Mengurus masalah kerja di negara ini.',
    'local-government': 'Pemerintah daerah. Mengurus warganya yang bekerja di luar negeri.',
    'service-point': 'Satu tempat untuk surat dan pengaduan sebelum berangkat.',
    'law-enforcement': 'Menerima laporan kejahatan dan memeriksanya.',
    'independent-agency': 'Melindungi saksi dan korban.',
    'social-security': 'Membayar jaminan sosial pekerja.',
    oversight: 'Menerima keluhan tentang layanan pemerintah.',
    channel: 'Jalan untuk mengadu kepada pemerintah.',
    ngo: 'Organisasi yang mendampingi pekerja migran.',
    intergovernmental: 'Badan antarnegara yang menolong orang pindah dan pengungsi.',
    'foreign-authority': 'Kantor pemerintah negara ini yang mengurus tenaga kerja.',
  } as Record<string, string>,
}
