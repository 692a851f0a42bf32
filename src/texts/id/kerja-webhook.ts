/** Signed news for other programs. */
export const kerjaWebhook = {
  intro: 'Program lain mendengar apa yang berubah: kode dan nomor, tanpa data orang.',
  none: 'Belum ada webhook.',
  add: 'Tambah webhook',
  name: 'Nama program',
  address: 'Alamat yang menerima',
  addressHint: 'Contoh: https://program.contoh.id/kabar',
  submit: 'Tambah',
  secretTitle: 'Kunci tanda tangan',
  secretText: 'Simpan sekarang. Kunci ini tidak tampil lagi.',
  states: { live: 'mendengar', ended: 'berakhir' },
  state: 'Keadaan',
  made: 'Dibuat',
  end: 'Akhiri',
  log: 'Kiriman terakhir',
  logNone: 'Belum ada kiriman.',
  event: 'Kabar',
  delivery: { waiting: 'menunggu', delivered: 'sampai', 'gave-up': 'berhenti mencoba' } as Readonly<
    Record<string, string>
  >,
  again: 'Kirim ulang',
  trouble: (code: string) => `Terakhir: ${code}`,
  problem: {
    'webhook.name': 'Tulis nama, 2 sampai 80 huruf.',
    'webhook.address': 'Tulis alamat dengan https://.',
  } as Readonly<Record<string, string>>,
  problemOther: 'Belum bisa. Periksa isian.',
}
