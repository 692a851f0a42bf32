/** In danger now: numbers, a text to show, what to take and what not to do. */
export const bahaya = {
  title: 'Dalam bahaya sekarang',
  titleIn: (country: string) => `Dalam bahaya di ${country}`,
  chooseTitle: 'Anda di negara mana?',
  chooseHint: 'Pilih negara untuk melihat nomor telepon.',
  change: 'Ganti negara',
  otherTitle: 'Negara lain',
  otherShow: 'Lihat',
  checkedOn: (date: string) => `Nomor dicek ${date}.`,
  noneTitle: 'Belum ada nomor yang kami cek untuk negara ini.',
  noneText: 'Dua nomor di bawah dari sumber tertulis. Kami belum mencobanya.',
  unverified: 'belum diverifikasi',
  sourceDated: (source: string | undefined, date: string) =>
    source === undefined ? `Sumber bertanggal ${date}.` : `Sumber: ${source}, ${date}.`,
  sourceUndated: (source: string | undefined) =>
    source === undefined ? 'Tanggal sumber tidak diketahui.' : `Sumber: ${source}. Tanggal tidak diketahui.`,
  showTitle: 'Tidak bisa bicara? Tunjukkan ini',
  meaning: 'Artinya',
  goTitle: 'Kalau harus pergi sekarang',
  go: [
    'Pergi ke tempat ramai: klinik, toko, masjid, gereja, kantor polisi.',
    'Atau pergi ke kedutaan atau konsulat Indonesia.',
    'Bawa kalau sempat: HP, obat, uang, foto paspor.',
    'Tanpa paspor pun Anda boleh minta tolong.',
  ],
  goNot: [
    'Jangan lompat atau memanjat dari tempat tinggi.',
    'Jangan tanda tangan surat yang tidak Anda mengerti.',
    'Jangan bayar orang yang mengaku petugas.',
  ],
  endLifeTitle: 'Ingin mengakhiri hidup?',
  endLifeText: 'Jangan sendirian. Dekati orang yang Anda percaya, atau pergi ke klinik terdekat.',
  saveTitle: 'Simpan halaman ini',
  saveText: 'Halaman yang disimpan bisa dibuka tanpa internet. Namanya hanya “Payung – nomor”.',
  report: 'Tulis laporan, 1 menit',
}
