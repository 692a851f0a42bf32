/** Search over what one may see. */
export const kerjaCari = {
  title: 'Cari',
  label: 'Nama, kode, desa, atau lembaga',
  hint: 'Ejaan mirip juga dicari. Tiap pencarian dicatat.',
  submit: 'Cari',
  results: (count: number) => `${count} cocok`,
  kind: { case: 'kasus', person: 'orang', report: 'laporan', body: 'lembaga' },
  none: (words: string) => `Tidak ada yang cocok dengan “${words}”.`,
  noneText: 'Coba tanpa tahun atau nama depan saja. Yang bukan untuk Anda tidak pernah tampil.',
  how: { exact: 'sama', similar: 'ejaan mirip', village: 'desa sama' },
}
