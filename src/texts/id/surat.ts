/** Surat elektronik kepada petugas: tanpa isi, hanya bahwa ada yang menunggu. */
export const surat = {
  subject: 'Payung: ada yang menunggu',
  body: (address: string) =>
    `Ada yang menunggu Anda di Payung.\n\nMasuk lewat ${address}\n\nSurat ini tidak memuat isi apa pun. Jangan dibalas.\n`,
}
