/** Halaman galat ruang kerja: apa artinya, lalu apa yang bisa dilakukan. */
export const kerjaGalat = {
  kinds: {
    'not-found': { title: 'Halaman ini tidak ada', text: 'Alamatnya salah, atau bukan untuk Anda.' },
    'not-allowed': {
      title: 'Peran Anda tidak membuka ini',
      text: 'Minta atasan bila tugas Anda memerlukannya.',
    },
    refused: { title: 'Belum bisa dilakukan', text: 'Keadaannya belum mengizinkan. Tidak ada yang berubah.' },
    changed: {
      title: 'Sudah diubah orang lain',
      text: 'Tidak ada yang ditimpa. Buka lagi, lalu lihat keadaan terbaru.',
    },
    invalid: { title: 'Isian belum lengkap', text: 'Kembali, lalu periksa isian Anda.' },
    'too-big': { title: 'Berkas terlalu besar', text: 'Paling besar 8 MB untuk satu berkas.' },
    'too-many': { title: 'Terlalu banyak percobaan', text: 'Tunggu sebentar, lalu coba lagi.' },
    unavailable: {
      title: 'Layanan sedang terganggu',
      text: 'Yang baru Anda kirim belum tersimpan. Coba lagi sebentar.',
    },
    defect: { title: 'Ada yang salah pada kami', text: 'Yang baru Anda kirim belum tersimpan. Coba lagi.' },
  },
  missing: 'Yang masih kurang:',
  guard: {
    consent: 'persetujuan orang itu',
    'reason-given': 'alasan',
    'reason-written': 'alasan tertulis',
    'own-word': 'kata orang itu sendiri, atau tiga upaya yang tercatat',
    'person-cannot-be-asked': 'orang itu tidak dapat ditanya',
    'life-body-or-liberty-in-danger': 'bahaya bagi nyawa, tubuh, atau kebebasan',
    'child-concerned': 'menyangkut anak',
    'law-named': 'aturan yang mewajibkan',
  } as Readonly<Record<string, string>>,
  basis: (article: string) => `Dasar: ${article}`,
  retry: (minutes: number) => `Coba lagi kira-kira ${minutes} menit lagi.`,
  reference: 'Nomor untuk ditanyakan',
  back: 'Ke Hari ini',
}
